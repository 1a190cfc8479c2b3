//! The orders in which the lines of a concordance stand.

use std::cmp::Ordering;

use super::ConcordanceTerms;
use crate::{
    model::{EventIndex, Timeline},
    query::TextIndex,
};

/// An order of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ConcordanceOrder {
    /// By the date of the event, and in an event as its texts stand.
    #[default]
    Date,
    /// By the words that follow.
    WordAfter,
    /// By the word before, then by the one before that.
    WordBefore,
}

impl ConcordanceOrder {
    /// The one that comes next.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Date => Self::WordAfter,
            Self::WordAfter => Self::WordBefore,
            Self::WordBefore => Self::Date,
        }
    }
}

/// More lines than this stay in the order of time.
const MAX_SORTED_LINES: usize = 1_000_000;
/// So many bytes of context decide.
const MAX_CONTEXT_BYTES: usize = 80;

/// The lines of these events, by their numbers in the order of time, in another order; `None` for that order itself, and
/// for more lines than are sorted.
pub(super) fn in_order(
    order: ConcordanceOrder,
    terms: &ConcordanceTerms,
    events: &[EventIndex],
    (timeline, text_index): (&Timeline, &TextIndex),
) -> Option<Vec<u32>> {
    let compare = match order {
        ConcordanceOrder::Date => return None,
        ConcordanceOrder::WordAfter => |one: &str, other: &str| one.cmp(other),
        ConcordanceOrder::WordBefore => compare_before,
    };
    let mut lines: Vec<(&str, u32)> = Vec::new();
    for &ix in events {
        for text in terms.found_in(timeline, text_index, ix) {
            for found in text.found {
                let context = match order {
                    ConcordanceOrder::WordAfter => context_after(text.text, found.end),
                    _ => context_before(text.text, found.start),
                };
                lines.push((context, u32::try_from(lines.len()).ok()?));
            }
            if lines.len() > MAX_SORTED_LINES {
                return None;
            }
        }
    }
    lines.sort_by(|(one, place), (other, other_place)| compare(one, other).then(place.cmp(other_place)));
    Some(lines.into_iter().map(|(_, place)| place).collect())
}

/// What stands behind a byte of a line of a text, from the first word on.
fn context_after(text: &str, from: usize) -> &str {
    let after = text.get(from..).and_then(|after| after.split('\n').next()).unwrap_or_default();
    let end = (0..=MAX_CONTEXT_BYTES.min(after.len())).rev().find(|&end| after.is_char_boundary(end));
    let after = end.and_then(|end| after.get(..end)).unwrap_or_default();
    after.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// What stands before a byte of a line of a text, up to the last word.
fn context_before(text: &str, to: usize) -> &str {
    let before = text.get(..to).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let from =
        (before.len().saturating_sub(MAX_CONTEXT_BYTES)..=before.len()).find(|&from| before.is_char_boundary(from));
    from.and_then(|from| before.get(from..)).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric())
}

/// Compares the last words of two texts, then the ones before them.
fn compare_before(one: &str, other: &str) -> Ordering {
    words_backwards(one).cmp(words_backwards(other))
}

/// The words of a text from the last to the first. Where words have no blanks between them a character is one.
fn words_backwards(text: &str) -> impl Iterator<Item = &str> {
    let mut left = text;
    std::iter::from_fn(move || {
        left = left.trim_end_matches(|c: char| !c.is_alphanumeric());
        let last = left.chars().next_back()?;
        let start = if is_of_words(last) {
            left.trim_end_matches(|c: char| c.is_alphanumeric() && is_of_words(c)).len()
        } else {
            left.len() - last.len_utf8()
        };
        let (rest, word) = left.split_at_checked(start)?;
        left = rest;
        Some(word)
    })
}

/// Whether a character belongs to a script that writes words apart.
const fn is_of_words(c: char) -> bool {
    c < '\u{2E80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_from_the_end() {
        let words = |text| words_backwards(text).collect::<Vec<_>>();
        assert_eq!(words("for active, cyber-"), ["cyber", "active", "for"]);
        assert_eq!(words("能動的 cyber "), ["cyber", "的", "動", "能"]);
        assert_eq!(words(" …"), [""; 0]);
    }

    #[test]
    fn the_last_word_decides_before_the_one_before_it() {
        assert_eq!(compare_before("z active ", "a passive "), Ordering::Less);
        assert_eq!(compare_before("b active ", "a active "), Ordering::Greater);
        assert_eq!(compare_before("", "a"), Ordering::Less);
    }

    #[test]
    fn context_ends_at_whole_characters() {
        let text = "日".repeat(100);
        assert_eq!(context_after(&text, 3).len(), 78);
        assert_eq!(context_before(&text, 300).len(), 78);
        assert_eq!(context_after("a, b", 1), "b");
    }
}
