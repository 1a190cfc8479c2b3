//! Approximate substring search: where a word stands in a text with a few typing errors.
//!
//! An error is a character too many, one too few, another one in its place, or two neighbours that have changed places
//! (optimal string alignment). The table of distances of the word from all that ends at a character (Sellers 1980) is
//! worked out a column at a time, a bit for each row: [Myers 1999](https://doi.org/10.1145/316542.316550), with
//! neighbours as in Hyyrö, *A bit-vector algorithm for computing Levenshtein and Damerau edit distances*, 2003.

use std::ops::Range;

use aho_corasick::packed::Searcher;

/// Characters of the longest word: the bits of a column.
pub(in crate::query) const MAX_CHARS: usize = 64;
/// Characters of a word among which one may be an error.
const CHARS_PER_EDIT: usize = 4;

/// A word to look for.
#[derive(Debug, Clone)]
pub(in crate::query) struct ApproxPattern {
    word: String,
    chars: usize,
    max_edits: usize,
    rows: CharRows,
    /// Finds what stands in every text in which the word occurs; `None` where it is not quick on this machine.
    prefilter: Option<Searcher>,
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
        let prefilter = Searcher::new(pieces(&chars, max_edits));
        Some(Self { word, chars: chars.len(), max_edits, rows: CharRows::new(&chars), prefilter })
    }

    /// The first byte of something without which the word cannot occur in these bytes; `None` if it does not.
    pub(in crate::query) fn candidate(&self, bytes: &[u8]) -> Option<usize> {
        match &self.prefilter {
            Some(searcher) => searcher.find(bytes).map(|hit| hit.start()),
            None => (!bytes.is_empty()).then_some(0),
        }
    }

    /// Whether the word occurs in a text.
    pub(in crate::query) fn occurs_in(&self, text: &str) -> bool {
        self.ends(text).next().is_some()
    }

    /// The occurrence with the fewest errors, at the start of a word if there is a choice, else the first.
    pub(in crate::query) fn best_in(&self, text: &str) -> Option<Occurrence> {
        let mut best: Option<Occurrence> = None;
        for (end, edits) in self.ends(text) {
            if best.as_ref().is_some_and(|best| (best.edits, !best.starts_word) <= (edits, false)) {
                continue;
            }
            let start = self.start(text, end, edits);
            let before = text.get(..start).and_then(|before| before.chars().next_back());
            let found =
                Occurrence { edits, range: start..end, starts_word: !before.is_some_and(char::is_alphanumeric) };
            if best.as_ref().is_none_or(|best| (found.edits, !found.starts_word) < (best.edits, !best.starts_word)) {
                best = Some(found);
            }
        }
        best
    }

    /// The bytes at which occurrences end, each with the fewest errors that any start gives it.
    fn ends(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let mut column = Column::new(self.chars);
        let ends = text.char_indices().map(move |(at, c)| (at + c.len_utf8(), column.advance(self.rows.of(c))));
        ends.filter(|(_, edits)| *edits <= self.max_edits)
    }

    /// Returns the byte at which the occurrence that ends here starts.
    ///
    /// If there is a choice, the occurrence is as long as the word.
    fn start(&self, text: &str, end: usize, edits: usize) -> usize {
        let before = text.get(..end).unwrap_or_default();
        let starts: Vec<usize> = before.char_indices().rev().map(|(at, _)| at).take(self.chars + edits).collect();
        let lengths = (0..=edits).flat_map(|more| [self.chars - more, self.chars + more]);
        let mut starts = lengths.filter_map(|length| starts.get(length - 1).copied());
        let is_it = |start: &usize| strsim::osa_distance(&self.word, before.get(*start..).unwrap_or_default()) == edits;
        starts.find(is_it).unwrap_or(end)
    }
}

/// Strings of which one at least stands unchanged wherever the word occurs.
///
/// The word is cut into one piece more than it may have errors. An error changes one piece, or, where neighbours change
/// places across a cut, two; then that pair stands in the text.
fn pieces(chars: &[char], max_edits: usize) -> Vec<String> {
    let count = max_edits + 1;
    let cut = |at: usize| at * chars.len() / count;
    let pieces = (0..count).filter_map(|at| Some(chars.get(cut(at)..cut(at + 1))?.iter().collect()));
    let swapped = (1..count).filter_map(|at| Some(chars.get(cut(at) - 1..=cut(at))?.iter().rev().collect()));
    pieces.chain(swapped).collect()
}

/// In which rows of a column each character stands, a bit a row.
#[derive(Debug, Clone)]
struct CharRows {
    ascii: [u64; 128],
    others: Vec<(char, u64)>,
}

impl CharRows {
    fn new(chars: &[char]) -> Self {
        let mut rows = Self { ascii: [0; 128], others: Vec::new() };
        for (row, &c) in chars.iter().enumerate() {
            let bit = 1 << row;
            if let Some(known) = rows.ascii.get_mut(c as usize) {
                *known |= bit;
            } else if let Some((_, known)) = rows.others.iter_mut().find(|(other, _)| *other == c) {
                *known |= bit;
            } else {
                rows.others.push((c, bit));
            }
        }
        rows
    }

    fn of(&self, c: char) -> u64 {
        let other = || self.others.iter().find(|(other, _)| *other == c).map_or(0, |(_, rows)| *rows);
        self.ascii.get(c as usize).copied().unwrap_or_else(other)
    }
}

/// A column of the table of distances, in differences: bit `i` is of row `i + 1`, which is of as much of the word.
struct Column {
    /// Where a row is one more than the row above, and where it is one less.
    more: u64,
    less: u64,
    /// Where a row is no more than the row above was a column before.
    same_diagonal: u64,
    /// Where the character of the column stands in the word.
    equal: u64,
    last_row: u64,
    /// The last row: how many errors the whole word has if it ends here.
    edits: usize,
}

impl Column {
    /// The column before the text: of nothing, each row is as far as it has characters.
    fn new(chars: usize) -> Self {
        Self { more: u64::MAX, less: 0, same_diagonal: 0, equal: 0, last_row: 1 << (chars - 1), edits: chars }
    }

    /// The column of the next character, which stands in these rows; its last row.
    fn advance(&mut self, equal: u64) -> usize {
        let swapped = ((!self.same_diagonal & equal) << 1) & self.equal;
        let carried = (equal & self.more).wrapping_add(self.more) ^ self.more;
        let same_diagonal = carried | equal | self.less | swapped;
        let right_more = self.less | !(same_diagonal | self.more);
        let right_less = same_diagonal & self.more;
        self.edits += usize::from(right_more & self.last_row != 0);
        self.edits -= usize::from(right_less & self.last_row != 0);
        // Nothing of the word is at no distance from anything: the row above the first is always 0.
        let (right_more, right_less) = (right_more << 1, right_less << 1);
        self.more = right_less | !(same_diagonal | right_more);
        self.less = right_more & same_diagonal;
        (self.same_diagonal, self.equal) = (same_diagonal, equal);
        self.edits
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
        ) {
            let pattern = ApproxPattern::new(word.clone()).unwrap();
            let expected = ends_by_strsim(&word, &text, word.chars().count() / 4);
            prop_assert_eq!(pattern.ends(&text).collect::<Vec<_>>(), expected.clone());
            prop_assert_eq!(pattern.occurs_in(&text), !expected.is_empty());
            let best = pattern.best_in(&text);
            prop_assert_eq!(best.as_ref().map(|best| best.edits), expected.iter().map(|(_, edits)| *edits).min());
            if let Some(best) = best {
                prop_assert_eq!(osa_distance(&word, text.get(best.range).unwrap()), best.edits);
            }
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
            if pattern.occurs_in(&text) {
                prop_assert!(pattern.candidate(text.as_bytes()).is_some(), "{} in {}", word, text);
            }
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
