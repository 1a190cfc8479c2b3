//! What a concordance looks for, and where in the folded texts of an event it stands.

use std::ops::Range;

use crate::{
    model::{Event, EventIndex, Timeline},
    query::{
        Field, Predicate, Query, QueryEvaluator, QueryTerm, TextIndex, TextKind,
        eval::{FUZZY_KINDS, NUMBER_KINDS, SpeakerFilter, pattern},
        index::{ApproxPattern, FieldMark},
        needle::Needle,
    },
    text::fold,
};

/// The words of a query, those that it excludes left out, and the texts in which they count.
#[derive(Debug)]
pub struct ConcordanceTerms {
    words: Vec<Word>,
    /// Who must have said them; `None` where they count in every text.
    speakers: Option<SpeakerFilter>,
}

/// One word in all its spellings.
#[derive(Debug)]
struct Word {
    pattern: Pattern,
    /// The texts in which it counts; `None` for all that are read.
    kinds: Option<&'static [TextKind]>,
}

#[derive(Debug)]
enum Pattern {
    Spellings(Vec<Needle>),
    Like(Box<ApproxPattern>),
}

/// A folded text of an event in which words stand.
pub(super) struct FoundText<'a> {
    /// Its place among the texts of the event.
    pub(super) place: usize,
    /// The quote that it is.
    pub(super) quote: Option<usize>,
    pub(super) text: &'a str,
    /// Where they stand, in bytes, in order.
    pub(super) found: Vec<Range<usize>>,
}

impl ConcordanceTerms {
    /// The words of a query; `None` where it has none.
    pub fn new(query: &Query, evaluator: &QueryEvaluator<'_>) -> Option<Self> {
        let words = words(&query.terms);
        (!words.is_empty()).then(|| Self { words, speakers: SpeakerFilter::new(query, evaluator) })
    }

    /// The same where finding out what is asked for asks no more than the query; `None` as well where it would look through
    /// the texts for names of speakers.
    pub fn without_search(query: &Query) -> Option<Self> {
        let words = words(&query.terms);
        (!words.is_empty() && !SpeakerFilter::is_asked_by(query)).then_some(Self { words, speakers: None })
    }

    /// Whether a query has words.
    pub fn are_in(query: &Query) -> bool {
        !words(&query.terms).is_empty()
    }

    /// How many times they stand in an event.
    pub fn count(&self, timeline: &Timeline, text_index: &TextIndex, ix: EventIndex) -> usize {
        self.found_in(timeline, text_index, ix).map(|text| text.found.len()).sum()
    }

    /// The texts of an event in which they stand.
    pub(super) fn found_in<'a>(
        &'a self,
        timeline: &'a Timeline,
        text_index: &'a TextIndex,
        ix: EventIndex,
    ) -> impl Iterator<Item = FoundText<'a>> {
        let row = timeline.row_of_index(ix);
        let chunk = row.and_then(|row| Some((text_index.chunks().get(row.chunk())?, row.local())));
        let texts = chunk.into_iter().flat_map(|(chunk, local)| chunk.event_texts(local));
        // An event is read only where somebody's words are asked for and some words stand in a quote.
        let mut event = None;
        let mut quotes = 0;
        texts.enumerate().filter_map(move |(place, (kind, text))| {
            let text = FieldMark::unmarked(text);
            let quote = (kind == TextKind::Quote).then_some(quotes);
            quotes += usize::from(quote.is_some());
            if self.speakers.is_some() && quote.is_none() {
                return None;
            }
            let found = self.places(kind, text);
            if found.is_empty() {
                return None;
            }
            if let Some((speakers, quote)) = self.speakers.as_ref().zip(quote) {
                let event = event.get_or_insert_with(|| timeline.event(ix));
                let quote = event.as_deref().and_then(|event: &Event| event.quotes.get(quote))?;
                if !speakers.holds(quote) {
                    return None;
                }
            }
            Some(FoundText { place, quote, text, found })
        })
    }

    /// Where they stand in a folded text, in order and apart: what overlaps is one place, and so are different words that
    /// stand beside each other.
    fn places(&self, kind: TextKind, text: &str) -> Vec<Range<usize>> {
        // Nobody reads ids and addresses.
        if kind == TextKind::Id || kind == TextKind::Source && text.starts_with("http") {
            return Vec::new();
        }
        let asked = self.words.iter().enumerate();
        let asked = asked.filter(|(_, word)| word.kinds.is_none_or(|kinds| kinds.contains(&kind)));
        let mut found: Vec<(Range<usize>, usize)> =
            asked.flat_map(|(of, word)| word.places(text).into_iter().map(move |range| (range, of))).collect();
        if found.len() > 1 {
            found.sort_by_key(|(range, _)| (range.start, range.end));
            found.dedup_by(|(next, of), (last, of_last)| {
                let is_beside = || text.get(last.end..next.start).is_some_and(|between| between.trim().is_empty());
                let joins = next.start < last.end || of != of_last && is_beside();
                if joins {
                    last.end = last.end.max(next.end);
                    *of_last = *of;
                }
                joins
            });
        }
        found.into_iter().map(|(range, _)| range).collect()
    }
}

impl Word {
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        match &self.pattern {
            Pattern::Spellings(spellings) => {
                let stands = |needle: &&Needle| needle.stands_in(text);
                spellings.iter().filter(stands).flat_map(|needle| needle.places(text)).collect()
            }
            Pattern::Like(pattern) => pattern.best_in(text).map(|best| best.range).into_iter().collect(),
        }
    }
}

/// The words of terms that do not exclude.
fn words(terms: &[QueryTerm]) -> Vec<Word> {
    let spelt = |spellings: Vec<Needle>, kinds| {
        let spellings: Vec<Needle> = spellings.into_iter().filter(|needle| !needle.is_empty()).collect();
        (!spellings.is_empty()).then_some(Word { pattern: Pattern::Spellings(spellings), kinds })
    };
    let mut words = Vec::new();
    for term in terms.iter().filter(|term| !term.excludes) {
        match &term.predicate {
            Predicate::Text(text) => words.extend(spelt(Needle::spellings(text).collect(), None)),
            Predicate::Acronym(word) => words.extend(spelt(vec![Needle::whole_word(fold(word))], None)),
            Predicate::Fuzzy(word) => words.extend(pattern(word).map(|pattern| {
                let pattern = Pattern::Like(Box::new(pattern));
                Word { pattern, kinds: Some(FUZZY_KINDS) }
            })),
            Predicate::Date(date) => {
                let number = date.number().map(|number| Needle::part(number.to_owned()));
                words.extend(spelt(number.into_iter().collect(), Some(&NUMBER_KINDS)));
            }
            // Who said it is asked of the whole quote.
            Predicate::Field(Field::Speaker | Field::Id, _) => {}
            Predicate::Field(field, values) => {
                let kinds = Some(field.text_kinds()).filter(|kinds| !kinds.is_empty());
                let parts = kinds.into_iter().flat_map(|_| values.iter().map(|value| Needle::part(fold(value))));
                words.extend(spelt(parts.collect(), kinds));
            }
            Predicate::AnyOf(alternatives) => {
                words.extend(alternatives.iter().flat_map(|terms| self::words(terms)));
            }
        }
    }
    words
}
