//! Values that may be meant by what is typed, with the number of events that each would keep. Those for a word are found once,
//! and narrowed as it grows.

use fixedbitset::FixedBitSet;

use super::{
    Field, FieldValue, Predicate, Query, TextIndex,
    facet::{FacetCounter, MAX_NAMES, among},
    known_matches::known_names,
    run,
    value_source::ValueSource,
};
use crate::{
    model::{Lang, Timeline},
    text::fold,
};

/// The fields whose terms a bare word may mean.
const FIELDS_OF_TERMS: [Field; 4] = [Field::Area, Field::Lane, Field::Kind, Field::Party];
/// The fields whose names it may mean.
const FIELDS_OF_NAMES: [Field; 3] = [Field::Person, Field::Org, Field::Place];

/// A value that some event has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ValueCandidate {
    pub(super) value: FieldValue,
    /// How many events it would keep.
    pub(super) count: usize,
    /// Its id and what readers see, folded.
    pub(super) folded: [String; 2],
}

/// The values that a bare word may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordCandidates {
    word: String,
    /// What else is typed.
    rest: String,
    lang: Lang,
    /// Of each field that has a vocabulary.
    pub(super) terms: Vec<(Field, Vec<ValueCandidate>)>,
    /// Of each field of names, of which there may be many.
    pub(super) names: Vec<(Field, Vec<ValueCandidate>)>,
}

/// Where values are looked for.
#[derive(Clone, Copy)]
pub(super) struct CandidateSource<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) text_index: &'a TextIndex,
    pub(super) lang: Lang,
}

impl WordCandidates {
    /// Those for a word, folded, beside the rest of what is typed; taken from those for its start where these are `known`.
    pub(super) fn new(word: &str, rest: String, known: Option<Self>, source: CandidateSource<'_>) -> Self {
        let is_start = |known: &Self| known.rest == rest && known.lang == source.lang && word.starts_with(&known.word);
        // There may be more names than were listed.
        let is_whole = |known: &Self| known.names.iter().all(|(_, found)| found.len() < MAX_NAMES);
        if let Some(mut known) = known.filter(|known| is_start(known) && is_whole(known)) {
            for (field, candidates) in known.terms.iter_mut().chain(&mut known.names) {
                candidates.retain(|candidate| source.is_named(*field, candidate, word));
            }
            return Self { word: word.to_owned(), ..known };
        }
        let counter = CandidateCounter::new(Query::parse_in(&rest, source.timeline), source);
        let of = |field| (field, counter.candidates(field, word, |text| begins_a_word(text, word)));
        let (terms, names) = (FIELDS_OF_TERMS.map(of).into(), FIELDS_OF_NAMES.map(of).into());
        Self { word: word.to_owned(), rest, lang: source.lang, terms, names }
    }
}

/// Whether a text, or a word of it, begins so: nothing else is likely to be meant by a bare word.
fn begins_a_word(text: &str, typed: &str) -> bool {
    let mut words = text.split(|c: char| c == '-' || c.is_whitespace());
    text.starts_with(typed) || words.any(|word| word.starts_with(typed))
}

impl CandidateSource<'_> {
    /// Whether a word begins one in a name of a value.
    fn is_named(self, field: Field, candidate: &ValueCandidate, word: &str) -> bool {
        let [id, label] = &candidate.folded;
        match field.value_source() {
            ValueSource::Names { .. } => {
                let others = known_names(field, self.timeline, self.text_index).same_as(id);
                begins_a_word(id, word) || others.iter().any(|name| begins_a_word(name, word))
            }
            _ => begins_a_word(id, word) || begins_a_word(label, word),
        }
    }
}

/// Counts values among the events that the rest of a query keeps.
pub(super) struct CandidateCounter<'a> {
    query: Query,
    kept: FixedBitSet,
    source: CandidateSource<'a>,
}

impl<'a> CandidateCounter<'a> {
    pub(super) fn new(query: Query, source: CandidateSource<'a>) -> Self {
        Self { kept: among(&query, source.timeline, source.text_index), query, source }
    }

    /// Returns the values of a field in whose id or name, folded, the typed text stands as is wanted, those that most events have first.
    ///
    /// Values that no event would have are left out.
    pub(super) fn candidates(&self, field: Field, typed: &str, stands: impl Fn(&str) -> bool) -> Vec<ValueCandidate> {
        let counted: Vec<(FieldValue, usize)> = match field.value_source() {
            ValueSource::Closed(words) => self.counted_words(field, words, stands),
            _ => self.counted(field, typed, stands),
        };
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        let candidate = |(value, count): (FieldValue, usize)| {
            let folded = [fold(&value.id), fold(&value.label)];
            ValueCandidate { value, count, folded }
        };
        counted.map(candidate).collect()
    }

    fn counted(&self, field: Field, typed: &str, stands: impl Fn(&str) -> bool) -> Vec<(FieldValue, usize)> {
        let CandidateSource { timeline, text_index, lang } = self.source;
        let others = self.query.without(field);
        let without_field = (others != self.query).then(|| among(&others, timeline, text_index));
        let kept = without_field.as_ref().unwrap_or(&self.kept);
        let counter = FacetCounter { timeline, text_index, lang, among: kept };
        let facets = counter.values(field, &self.query, typed, stands);
        facets.into_iter().map(|facet| (facet.value, facet.count)).collect()
    }

    fn counted_words(&self, field: Field, words: &[&str], stands: impl Fn(&str) -> bool) -> Vec<(FieldValue, usize)> {
        let count = |word: &str| {
            let mut query = self.query.clone();
            query.terms.push(Predicate::Field(field, vec![word.to_owned()]).into());
            run(&query, self.source.timeline, self.source.text_index).events.len()
        };
        let standing = words.iter().filter(|word| stands(word));
        standing.map(|&word| (FieldValue { id: word.to_owned(), label: word.to_owned() }, count(word))).collect()
    }
}
