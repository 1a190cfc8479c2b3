//! Each place where words stand, with the text around it, and how often that is by year. Quotes as well, which are words too.

use std::sync::Arc;

use super::{
    listing::Listing, mode::ReaderMode, occurrence_list::OccurrenceList, response::Response, sentence::sentences,
};
use crate::{
    messages::{exports, fields, reader},
    model::{EventIndex, year_name},
    query::{Concordance, ConcordanceTerms, QueryEvaluator, QuoteRef},
};

impl ReaderMode<'_> {
    /// Each place where the words stand: those that are said, else those of the filter.
    pub(super) fn list_words(&mut self, argument: &str) -> Response {
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
        let (timeline, text_index) = (self.app.timeline(), self.app.text_index());
        let terms = ConcordanceTerms::new(&query, &QueryEvaluator::new(timeline, text_index));
        let Some(terms) = terms else { return Response::failed(reader::no_words(locale)) };
        let found = Concordance::new(&terms, timeline, text_index, &shown, &|| false).unwrap_or_default();
        if found.is_empty() {
            return Response::told(reader::no_place(locale));
        }
        let lang = locale.into();
        let years = found.years().iter().map(|(year, count)| {
            let year = year.map_or_else(|| fields::without(locale).to_owned(), |year| year_name(year, lang));
            let year = if found.years_per_period() > 1 { reader::years_from(locale, &year) } else { year };
            reader::cell(locale, &year, &count.to_string())
        });
        let years = reader::by_year(locale, &years.collect::<Vec<_>>().join(exports::separator(locale)));
        let count = reader::occurrences(locale, found.len(), found.event_count());
        let head = sentences([query.to_string(), count, years], locale);
        Response::listed(head, Listing::Occurrences(OccurrenceList { terms: Arc::new(terms), found: Arc::new(found) }))
    }

    /// The quotes that the filter is about, of the shown events.
    pub(super) fn list_quotes(&mut self) -> Response {
        let (locale, shown) = (self.locale(), self.shown());
        let (timeline, query) = (self.app.timeline(), self.app.query());
        let asked = query
            .asks_of_quotes()
            .then(|| QueryEvaluator::new(timeline, self.app.text_index()).passages(query, &shown));
        let all = || -> Vec<QuoteRef> {
            let count = |ix: EventIndex| timeline.meta(ix).map_or(0, |meta| usize::from(meta.quotes));
            shown.iter().flat_map(|&ix| (0..count(ix)).map(move |place| (ix, place))).collect()
        };
        let quotes = asked.flatten().unwrap_or_else(all);
        if quotes.is_empty() {
            return Response::told(reader::no_quotes(locale));
        }
        let mut events: Vec<EventIndex> = quotes.iter().map(|&(ix, _)| ix).collect();
        events.dedup();
        Response::listed(reader::quotes_of(locale, quotes.len(), events.len()), Listing::Quotes(quotes))
    }
}
