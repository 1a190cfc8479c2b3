//! Where the words of a query stand in a text.

use std::{collections::HashMap, ops::Range};

use super::{
    Field, Predicate, Query, QueryTerm, TextIndex, TextKind, eval::pattern, needle::Needle, value_source::ValueSource,
};
use crate::{
    model::EventRowId,
    text::{FoldedText, fold},
};

/// What stands out in a text because it was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needles {
    /// Folded words.
    words: Vec<Needle>,
    /// Words as they were written, of which the letters are not sure.
    fuzzy: Vec<String>,
}

impl Needles {
    /// Whether there is nothing that could stand out.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.fuzzy.is_empty()
    }

    /// In how many texts of this event any of it stands, by their kinds; kinds without any are left out.
    pub fn count_texts(&self, text_index: &TextIndex, row: EventRowId) -> HashMap<TextKind, usize> {
        let fuzzy: Vec<_> = self.fuzzy.iter().filter_map(|word| pattern(word)).collect();
        let finders: Vec<_> = self.words.iter().map(|word| (word, word.finder())).collect();
        let next = |texts: &str| finders.iter().filter_map(|(word, finder)| word.find_with(finder, texts)).min();
        let stands = |text: &str| next(text).is_some() || fuzzy.iter().any(|word| word.best_in(text).is_some());
        // Where words are not sure, each text is looked at.
        let next = |texts: &str| if fuzzy.is_empty() { next(texts) } else { (!texts.is_empty()).then_some(0) };
        let mut counts = HashMap::new();
        let Some(text_chunk) = text_index.chunks().get(row.chunk()) else { return counts };
        for (kind, text) in text_chunk.event_texts_with(row.local(), &TextKind::ALL, next) {
            // Nobody reads addresses.
            let is_address = kind == TextKind::Source && text.starts_with("http");
            if !is_address && (fuzzy.is_empty() || stands(text)) {
                *counts.entry(kind).or_default() += 1;
            }
        }
        counts
    }

    fn collect(&mut self, terms: &[QueryTerm]) {
        for term in terms.iter().filter(|term| !term.excludes) {
            match &term.predicate {
                Predicate::Text(words) => self.words.extend(Needle::spellings(words)),
                Predicate::Acronym(word) => self.words.push(Needle::whole_word(fold(word))),
                Predicate::Fuzzy(word) => self.fuzzy.push(word.clone()),
                // A tag is asked for as a whole.
                Predicate::Field(Field::Tag, values) => {
                    self.words.extend(values.iter().map(|tag| Needle::whole_word(fold(tag))));
                }
                Predicate::Field(field, values) if is_text(*field) => {
                    self.words.extend(values.iter().map(|v| Needle::part(fold(v))));
                }
                Predicate::AnyOf(alternatives) => alternatives.iter().for_each(|terms| self.collect(terms)),
                Predicate::Date(date) => {
                    self.words.extend(date.number().map(|number| Needle::part(number.to_owned())));
                }
                Predicate::Field(..) => {}
            }
        }
        self.words.retain(|word| !word.is_empty());
    }
}

/// Whether its values can be seen in a text; an id is written nowhere.
fn is_text(field: Field) -> bool {
    let source = field.value_source();
    let holds_words = matches!(
        source,
        ValueSource::Names { .. } | ValueSource::Words(_) | ValueSource::Extra(_) | ValueSource::Notes
    );
    field != Field::Id && holds_words
}

impl Query {
    /// The words that are looked for, not those that are excluded.
    pub fn needles(&self) -> Needles {
        let mut needles = Needles::default();
        needles.collect(&self.terms);
        needles
    }
}

/// Returns the byte ranges of the text in which a needle stands.
///
/// They are widened to whole graphemes, in order, and joined where they touch. Of a fuzzy word it is the best occurrence alone.
pub fn matches(text: &str, needles: &Needles) -> Vec<Range<usize>> {
    if needles.is_empty() {
        return Vec::new();
    }
    // Most texts have none: the way back to the original is only made for those that have.
    if needles.fuzzy.is_empty() && !text.is_ascii() {
        let folded = fold(text);
        if !needles.words.iter().any(|word| word.stands_in(&folded)) {
            return Vec::new();
        }
    }
    let folded = FoldedText::new(text);
    let of_word = |needle: &Needle| needle.places(&folded.text).map(|hit| folded.original(hit)).collect::<Vec<_>>();
    let of_fuzzy = |word: &String| Some(folded.original(pattern(word)?.best_in(&folded.text)?.range));
    let mut found: Vec<Range<usize>> =
        needles.words.iter().flat_map(of_word).chain(needles.fuzzy.iter().filter_map(of_fuzzy)).collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
    found
}
