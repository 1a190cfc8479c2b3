//! Each place where words stand, with the text around it, and how often that is by year. Quotes as well, which are words too.

use std::sync::Arc;

use super::{
    answer::Answer,
    listing::Listing,
    reader_state::Reader,
    sentence::{date, enumerated, sentences},
};
use crate::{
    app::App,
    messages::{Locale, fields, reader},
    model::{EventIndex, year_name},
    query::{Concordance, ConcordanceTerms, QueryEvaluator, QuoteRef, TextKind},
    text::graphemes,
};

/// So many characters of text stand on either side.
const CONTEXT: usize = 80;

/// The places at which words stand.
#[derive(Debug, Clone)]
pub(super) struct OccurrenceList {
    terms: Arc<ConcordanceTerms>,
    pub(super) found: Arc<Concordance>,
}

impl OccurrenceList {
    /// The line of a place: date, what sort of text it is, and the words with what stands around them.
    pub(super) fn line(&self, app: &App, place: usize) -> Option<String> {
        let occurrence = self.found.line_at(place)?;
        let line = self.terms.line(app.timeline(), app.haystack(), occurrence)?;
        let event = app.timeline().event(occurrence.0)?;
        let locale = app.locale();
        let before = line.text.get(..line.found.start)?;
        let found = line.text.get(line.found.clone())?;
        let after = line.text.get(line.found.end..)?;
        let (start, end) = (end_of(before), beginning_of(after));
        let text = format!("{start}{found}{end}");
        let head = enumerated([&*date(&event.date, locale), kind(line.kind, locale)], locale);
        Some(reader::labelled(locale, &head, text.trim()))
    }
}

/// What sort of text it is.
const fn kind(kind: TextKind, locale: Locale) -> &'static str {
    match kind {
        TextKind::Title => fields::title(locale),
        TextKind::Quote => fields::quote(locale),
        TextKind::Person | TextKind::Speaker => fields::name(locale),
        TextKind::Org => fields::body(locale),
        TextKind::Place => fields::place(locale),
        TextKind::Publisher => fields::publisher(locale),
        TextKind::Source => fields::source(locale),
        TextKind::Id | TextKind::Other => fields::text(locale),
    }
}

/// The beginning of a text, up to a word of it.
fn beginning_of(text: &str) -> String {
    let Some((at, _)) = text.char_indices().nth(CONTEXT) else { return text.to_owned() };
    let part = text.get(..at).unwrap_or_default();
    let part = match part.rfind(' ') {
        Some(at) if at > CONTEXT / 2 => part.get(..at).unwrap_or(part),
        _ => whole_graphemes(part, text),
    };
    format!("{part}…")
}

/// The end of a text, from a word of it on.
fn end_of(text: &str) -> String {
    let count = text.chars().count();
    if count <= CONTEXT {
        return text.to_owned();
    }
    let at = text.char_indices().nth(count - CONTEXT).map_or(0, |(at, _)| at);
    let part = text.get(at..).unwrap_or_default();
    let part = part.find(' ').filter(|&at| at < part.len() / 2).and_then(|at| part.get(at + 1..)).unwrap_or(part);
    format!("…{part}")
}

/// As much of the beginning of a text as ends with a whole grapheme.
fn whole_graphemes<'a>(part: &'a str, text: &str) -> &'a str {
    let mut end = 0;
    for (start, grapheme) in graphemes(text) {
        if start + grapheme.len() > part.len() {
            break;
        }
        end = start + grapheme.len();
    }
    part.get(..end).unwrap_or(part)
}

impl Reader<'_> {
    /// Each place where the words stand: those that are said, else those of the filter.
    pub(super) fn list_words(&mut self, argument: &str) -> Answer {
        let locale = self.locale();
        let query = if argument.is_empty() {
            self.app.query().clone()
        } else {
            match self.parse(argument) {
                Ok(query) => query,
                Err(answer) => return answer,
            }
        };
        let shown = self.shown();
        let (timeline, text_index) = (self.app.timeline(), self.app.haystack());
        let terms = ConcordanceTerms::new(&query, &QueryEvaluator::new(timeline, text_index));
        let Some(terms) = terms else { return Answer::failed(reader::no_words(locale)) };
        let found = Concordance::new(&terms, timeline, text_index, &shown, &|| false).unwrap_or_default();
        if found.is_empty() {
            return Answer::told(reader::no_place(locale));
        }
        let lang = locale.into();
        let years = found.years().iter().map(|(year, count)| {
            let year = year.map_or_else(|| fields::without(locale).to_owned(), |year| year_name(year, lang));
            let year = if found.years_per_period() > 1 { reader::years_from(locale, &year) } else { year };
            reader::cell(locale, &year, &count.to_string())
        });
        let years = reader::by_year(locale, &years.collect::<Vec<_>>().join("; "));
        let count = reader::occurrences(locale, found.len(), found.event_count());
        let head = sentences([query.to_string(), count, years], locale);
        Answer::listed(head, Listing::Occurrences(OccurrenceList { terms: Arc::new(terms), found: Arc::new(found) }))
    }

    /// The quotes that the filter is about, of the shown events.
    pub(super) fn list_quotes(&mut self) -> Answer {
        let (locale, shown) = (self.locale(), self.shown());
        let (timeline, query) = (self.app.timeline(), self.app.query());
        let asked =
            query.asks_of_quotes().then(|| QueryEvaluator::new(timeline, self.app.haystack()).passages(query, &shown));
        let all = || -> Vec<QuoteRef> {
            let count = |ix: EventIndex| timeline.facts(ix).map_or(0, |facts| usize::from(facts.quotes));
            shown.iter().flat_map(|&ix| (0..count(ix)).map(move |place| (ix, place))).collect()
        };
        let quotes = asked.flatten().unwrap_or_else(all);
        if quotes.is_empty() {
            return Answer::told(reader::no_quotes(locale));
        }
        let mut events: Vec<EventIndex> = quotes.iter().map(|&(ix, _)| ix).collect();
        events.dedup();
        Answer::listed(reader::quotes_of(locale, quotes.len(), events.len()), Listing::Quotes(quotes))
    }
}
