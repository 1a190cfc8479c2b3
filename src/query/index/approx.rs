//! Approximate substring search: where a word stands in a text with a few typing errors.
//!
//! An error is a character too many, one too few, another one in its place, or two neighbours that have changed places
//! (optimal string alignment). The table of distances of the word from all that ends at a character (Sellers 1980) is
//! worked out a column at a time, a bit for each row (`bit_column`): [Myers 1999](https://doi.org/10.1145/316542.316550), with
//! neighbours as in Hyyrö, *A bit-vector algorithm for computing Levenshtein and Damerau edit distances*, 2003.

use std::ops::Range;

use super::{
    bit_column::{CharRows, Column, MAX_CHARS},
    pieces::Pieces,
};

/// Characters of a word among which one may be an error.
const CHARS_PER_EDIT: usize = 4;

/// A word to look for.
#[derive(Debug, Clone)]
pub(in crate::query) struct ApproxPattern {
    word: String,
    chars: usize,
    max_edits: usize,
    rows: CharRows,
    pieces: Pieces,
}

/// Where a word stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::query) struct Occurrence {
    /// How many errors it has.
    pub(in crate::query) edits: usize,
    /// Its bytes.
    pub(in crate::query) range: Range<usize>,
    /// Whether it begins where a word of the text does.
    pub(in crate::query) starts_word: bool,
}

impl ApproxPattern {
    /// Takes a word that is folded as the texts are; `None` for an empty one and for more than [`MAX_CHARS`].
    pub(in crate::query) fn new(word: String) -> Option<Self> {
        let chars: Vec<char> = word.chars().collect();
        if chars.is_empty() || chars.len() > MAX_CHARS {
            return None;
        }
        let max_edits = chars.len() / CHARS_PER_EDIT;
        let pieces = Pieces::new(&chars, max_edits);
        Some(Self { word, chars: chars.len(), max_edits, rows: CharRows::new(&chars), pieces })
    }

    /// Takes no occurrence with more errors than these.
    pub(in crate::query) fn limit_edits(&mut self, max_edits: usize) {
        if max_edits < self.max_edits {
            self.max_edits = max_edits;
            self.pieces = Pieces::new(&self.word.chars().collect::<Vec<_>>(), max_edits);
        }
    }

    /// A byte of the first of these texts in which the word occurs. Each text ends in a terminator.
    pub(in crate::query) fn find(&self, texts: &str) -> Option<usize> {
        let occurs = |window: &Range<usize>| self.ends(texts.get(window.clone())?).next();
        self.pieces.windows(texts).find(|window| occurs(window).is_some()).map(|window| window.start)
    }

    /// A byte of the first of these texts in which it may occur: something without which it cannot stands there.
    pub(in crate::query) fn candidate(&self, texts: &str) -> Option<usize> {
        self.pieces.windows(texts).next().map(|window| window.start)
    }

    /// The occurrence with the fewest errors, at the start of a word if there is a choice, else the first.
    pub(in crate::query) fn best_in(&self, text: &str) -> Option<Occurrence> {
        self.best_below(usize::MAX, text)
    }

    /// The same of the occurrences that cost less than this.
    pub(in crate::query) fn best_below(&self, cost: usize, text: &str) -> Option<Occurrence> {
        let mut best: Option<Occurrence> = None;
        for window in self.pieces.windows(text) {
            for (end, edits) in self.ends(text.get(window.clone()).unwrap_or_default()) {
                // Where the window cuts an occurrence off, it has more errors than in the window of its own piece.
                let end = window.start + end;
                let bound = best.as_ref().map_or((cost, 0), |best| (best.cost(), best.range.end));
                if (2 * edits, end) < bound {
                    best = Some(self.occurrence(text, end, edits)).filter(|found| (found.cost(), end) < bound).or(best);
                }
            }
        }
        best
    }

    /// The bytes at which occurrences end, each with the fewest errors that any start gives it.
    fn ends(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let mut column = Column::of_any_start(self.chars);
        let ends = text.char_indices().map(move |(at, c)| (at + c.len_utf8(), column.advance(self.rows.of(c))));
        ends.filter(|(_, edits)| *edits <= self.max_edits)
    }

    /// Returns the occurrence that ends at this byte.
    ///
    /// If there is a choice, it is as long as the word, or else shorter rather than longer.
    fn occurrence(&self, text: &str, end: usize, edits: usize) -> Occurrence {
        let before = text.get(..end).unwrap_or_default();
        let start = if edits == 0 { end - self.word.len() } else { self.start(before, edits) };
        let before = before.get(..start).and_then(|before| before.chars().next_back());
        Occurrence { edits, range: start..end, starts_word: !before.is_some_and(char::is_alphanumeric) }
    }

    /// The byte at which the occurrence starts that ends with these characters.
    fn start(&self, before: &str, edits: usize) -> usize {
        let mut column = Column::of_this_start(self.chars);
        let chars = before.char_indices().rev().take(self.chars + edits);
        let starts = (1..).zip(chars).filter_map(|(length, (at, c))| {
            (column.advance(self.rows.of_reversed(c, self.chars)) == edits).then_some((length, at))
        });
        let start = starts.min_by_key(|(length, _)| (self.chars.abs_diff(*length), *length));
        start.map_or(before.len(), |(_, at)| at)
    }
}

impl Occurrence {
    /// Twice its errors, and one if it begins no word.
    pub(in crate::query) fn cost(&self) -> usize {
        2 * self.edits + usize::from(!self.starts_word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use strsim::osa_distance;

    use super::*;

    /// The same by comparing the word with every stretch of the text.
    fn ends_by_strsim(word: &str, text: &str, max_edits: usize) -> Vec<(usize, usize)> {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let fewest = |end: usize| {
            places.iter().filter(|&&at| at <= end).map(|&at| osa_distance(word, text.get(at..end).unwrap())).min()
        };
        let ends = places[1..].iter().filter_map(|&end| Some((end, fewest(end)?)));
        ends.filter(|(_, edits)| *edits <= max_edits).collect()
    }

    /// The best occurrence, its start found by trying one after the other.
    fn best_by_strsim(word: &str, text: &str, max_edits: usize) -> Option<Occurrence> {
        let chars = word.chars().count();
        let occurrence = |(end, edits): (usize, usize)| {
            let starts: Vec<usize> = text.get(..end).unwrap().char_indices().rev().map(|(at, _)| at).collect();
            let lengths = (0..=edits).flat_map(|more| [chars - more, chars + more]);
            let mut starts = lengths.filter_map(|length| starts.get(length - 1).copied());
            let start = starts.find(|start| osa_distance(word, text.get(*start..end).unwrap()) == edits).unwrap();
            let starts_word = !text.get(..start).unwrap().chars().next_back().is_some_and(char::is_alphanumeric);
            Occurrence { edits, range: start..end, starts_word }
        };
        ends_by_strsim(word, text, max_edits).into_iter().map(occurrence).min_by_key(Occurrence::cost)
    }

    /// A word after so many errors, each of a kind, at a place and with a character.
    fn misspelt(word: &str, errors: &[(u8, usize, char)]) -> String {
        let mut chars: Vec<char> = word.chars().collect();
        for &(kind, place, c) in errors {
            let place = place % chars.len().max(1);
            match kind {
                0 => chars.insert(place, c),
                1 if !chars.is_empty() => drop(chars.remove(place)),
                2 if !chars.is_empty() => chars[place] = c,
                _ if place + 1 < chars.len() => chars.swap(place, place + 1),
                _ => {}
            }
        }
        chars.into_iter().collect()
    }

    proptest! {
        #[test]
        fn occurrences_are_those_that_comparing_every_stretch_finds(
            (word, text) in prop_oneof![
                30 => ("[ab日本]{1,12}", "[ab日本 ]{0,24}"),
                1 => ("[a-d ]{60,64}", "[a-d ]{50,70}"),
            ],
            cost in 0..8_usize,
        ) {
            let pattern = ApproxPattern::new(word.clone()).unwrap();
            let expected = ends_by_strsim(&word, &text, word.chars().count() / 4);
            prop_assert_eq!(pattern.ends(&text).collect::<Vec<_>>(), expected.clone());
            prop_assert_eq!(pattern.find(&text).is_some(), !expected.is_empty());
            let best = pattern.best_in(&text);
            prop_assert_eq!(best.as_ref().map(|best| best.edits), expected.iter().map(|(_, edits)| *edits).min());
            if let Some(best) = &best {
                prop_assert_eq!(osa_distance(&word, text.get(best.range.clone()).unwrap()), best.edits);
            }
            prop_assert_eq!(best.clone(), best_by_strsim(&word, &text, pattern.max_edits));
            prop_assert_eq!(pattern.best_below(cost, &text), best.clone().filter(|best| best.cost() < cost));
            let slow = ApproxPattern { pieces: pattern.pieces.without_searcher(), ..pattern };
            prop_assert_eq!(slow.best_in(&text), best);
        }

        #[test]
        fn what_occurs_is_a_candidate(
            word in "[a-e]{1,12}|[日本語国]{1,12}|[a-z]{60,64}",
            errors in prop::collection::vec((0..4_u8, any::<prop::sample::Index>(), prop::char::range('a', 'h')), 0..16),
            (before, after) in ("[ f-h]{0,20}", "[ f-h]{0,20}"),
        ) {
            let pattern = ApproxPattern::new(word.clone()).unwrap();
            let errors: Vec<_> = errors.into_iter().map(|(kind, place, c)| (kind, place.index(64), c)).collect();
            let errors = &errors[..errors.len().min(pattern.max_edits)];
            let text = before + &misspelt(&word, errors) + &after;
            if pattern.ends(&text).next().is_some() {
                prop_assert!(pattern.candidate(&text).is_some(), "{} in {}", word, text);
            }
        }

        #[test]
        fn the_first_of_some_texts_in_which_a_word_occurs_is_found(
            word in "[a-e]{1,12}|[日本語国]{1,12}|[a-z]{60,64}",
            limit in 0..20_usize,
            errors in prop::collection::vec((0..4_u8, any::<prop::sample::Index>(), prop::char::range('a', 'h')), 0..16),
            (before, after) in ("[ f-h\u{1}]{0,20}", "[ f-h\u{1}]{0,20}"),
        ) {
            let mut pattern = ApproxPattern::new(word.clone()).unwrap();
            pattern.limit_edits(limit);
            let errors: Vec<_> = errors.into_iter().map(|(kind, place, c)| (kind, place.index(64), c)).collect();
            let errors = &errors[..errors.len().min(pattern.max_edits)];
            let misspelt = misspelt(&word, errors);
            let cut: String = misspelt.chars().flat_map(|c| [c, '\u{1}']).skip(1).collect();
            let texts = format!("{before}{cut}{before}{misspelt}{after}\u{1}");
            let occurs = |text: &&str| pattern.ends(text).next().is_some();
            let number_at = |at: usize| texts.get(..at).unwrap().matches('\u{1}').count();
            let expected = texts.split_terminator('\u{1}').position(|text| occurs(&text));
            prop_assert_eq!(pattern.find(&texts).map(number_at), expected);
            let slow = ApproxPattern { pieces: pattern.pieces.clone().without_searcher(), ..pattern.clone() };
            prop_assert_eq!(slow.find(&texts).map(number_at), expected);
        }
    }

    #[test]
    fn each_kind_of_error_is_one() {
        for (word, text, edits) in [
            ("memorandom", "memorandum", Some(1)),
            ("nishmura", "yasutoshi nishimura", Some(1)),
            ("wasentch", "saint wasnetch", Some(1)),
            ("wasentch", "saint wasenatch", Some(1)),
            ("cyber", "ciber", Some(1)),
            ("cyber", "cibre", None),
            ("cyb", "cib", None),
            ("cybersecurity", "cibersecuritty", Some(2)),
            ("能動的防御", "能動防御", Some(1)),
            ("能動的", "能動防御", None),
            ("stmshp", "steamship", None),
            ("tokyo talks", "tokyotalks begin", Some(1)),
        ] {
            let found = ApproxPattern::new(word.to_owned()).unwrap().best_in(text);
            assert_eq!(found.map(|found| found.edits), edits, "{word} in {text}");
        }
    }

    #[test]
    fn of_two_that_are_as_good_the_one_that_starts_a_word_is_taken() {
        let found = |word: &str, text: &str| ApproxPattern::new(word.to_owned()).unwrap().best_in(text).unwrap();
        assert_eq!(found("nis", "administration of nisc"), Occurrence { edits: 0, range: 18..21, starts_word: true });
        assert_eq!(found("nis", "administration"), Occurrence { edits: 0, range: 4..7, starts_word: false });
        assert_eq!(found("memorandom", "a memorandum").range, 2..12);
    }

    #[test]
    fn nothing_and_too_much_are_no_words() {
        assert!(ApproxPattern::new(String::new()).is_none());
        assert!(ApproxPattern::new("語".repeat(MAX_CHARS)).is_some());
        assert!(ApproxPattern::new("語".repeat(MAX_CHARS + 1)).is_none());
    }
}
