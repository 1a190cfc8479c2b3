//! Folded words that are looked for in folded texts.

use std::ops::{Range, RangeInclusive};

use memchr::memmem::{self, Finder};

use crate::text::{fold, other_spellings};

/// Letters of an acronym.
const ACRONYM_CHARS: RangeInclusive<usize> = 2..=5;

/// Whether a word, as it was typed, is an acronym, such as `US` or `METI`: it stands for itself as a whole word alone.
pub(super) fn is_acronym(word: &str) -> bool {
    ACRONYM_CHARS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Words that are looked for, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    pub(super) text: String,
    /// Whether no letter or digit may stand beside them.
    pub(super) is_whole_word: bool,
}

impl Needle {
    /// Words that may stand within others.
    pub(super) const fn part(text: String) -> Self {
        Self { text, is_whole_word: false }
    }

    /// Words as they were typed, in all their spellings, the typed one first.
    pub(super) fn spellings(words: &str) -> impl Iterator<Item = Self> {
        let folded = fold(words);
        let others = other_spellings(&folded);
        [folded].into_iter().chain(others).map(Self::part)
    }

    /// Words beside which no letter stands.
    pub(super) const fn whole_word(text: String) -> Self {
        Self { text, is_whole_word: true }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where they stand in a folded text, in bytes.
    pub(super) fn places<'a>(&'a self, folded: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let hits = memmem::find_iter(folded.as_bytes(), self.text.as_bytes()).map(|at| at..at + self.text.len());
        hits.filter(|hit| !self.is_whole_word || is_whole_word(folded.as_bytes(), hit))
    }

    /// What finds them in many texts.
    pub(super) fn finder(&self) -> Finder<'_> {
        Finder::new(&self.text)
    }

    /// Where they stand first in a folded text, by their own finder.
    pub(super) fn find_with(&self, finder: &Finder<'_>, folded: &str) -> Option<usize> {
        if self.is_whole_word { Some(self.places(folded).next()?.start) } else { finder.find(folded.as_bytes()) }
    }

    pub(super) fn stands_in(&self, folded: &str) -> bool {
        if self.is_whole_word {
            self.places(folded).next().is_some()
        } else {
            memmem::find(folded.as_bytes(), self.text.as_bytes()).is_some()
        }
    }
}

/// Whether neither a Latin letter nor a digit stands beside these bytes of a folded text. Japanese has no spaces, and so what
/// stands beside a Latin word there is no part of it.
pub(super) fn is_whole_word(folded: &[u8], range: &Range<usize>) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let before = range.start.checked_sub(1).and_then(|at| folded.get(at));
    !is_letter(before) && !is_letter(folded.get(range.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_short_and_in_capitals() {
        for (word, expected) in [
            ("US", true),
            ("METI", true),
            ("NTIAX", true),
            ("U", false),
            ("NATIONS", false),
            ("Us", false),
            ("G7", false),
        ] {
            assert_eq!(is_acronym(word), expected, "{word}");
        }
    }

    #[test]
    fn a_whole_word_has_no_letter_beside_it() {
        let needle = Needle::whole_word("us".to_owned());
        for (text, count) in
            [("us-japan", 1), ("virus", 0), ("usa", 0), ("usとus", 2), ("the u.s.", 0), ("(us)", 1), ("us2", 0)]
        {
            assert_eq!(needle.places(text).count(), count, "{text}");
        }
        assert!(Needle::part("us".to_owned()).stands_in("virus"));
    }
}
