//! Which words of a text have changed, as Unicode finds them (UAX #29): of Japanese each kanji and kana, each word in katakana.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// Of texts that have more words than this between their equal ends, the middle is replaced as a whole: to find what they have in
/// common takes time with the square of them.
const MAX_COMPARED_WORDS: usize = 6_000;

/// Two texts of which less than this part is the same are two texts.
const MIN_SHARED: usize = 4;

/// A stretch of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordChange<'a> {
    /// Both texts have it.
    Same(&'a str),
    /// The old text alone has it.
    Removed(&'a str),
    /// The new text alone has it.
    Added(&'a str),
}

/// Where a stretch stands in both texts: words first, then bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hunk {
    is_same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// Takes two values of a field apart: texts by their words, a name, a number or a date as a whole, and so what has little
/// in common.
pub fn text_changes<'a>(old: Option<&'a str>, new: Option<&'a str>) -> Vec<WordChange<'a>> {
    let (before, after) = (old.unwrap_or_default(), new.unwrap_or_default());
    let is_prose = |text: &str| !text.is_ascii() || text.contains(char::is_whitespace);
    if is_prose(before) && is_prose(after) {
        let changes = word_changes(before, after);
        let shared: usize =
            changes.iter().map(|change| if let WordChange::Same(text) = change { text.len() } else { 0 }).sum();
        if shared >= before.len().max(after.len()) / MIN_SHARED {
            return changes;
        }
    }
    let removed = Some(before).filter(|text| !text.is_empty()).map(WordChange::Removed);
    removed.into_iter().chain(Some(after).filter(|text| !text.is_empty()).map(WordChange::Added)).collect()
}

/// Takes two versions of a text apart into what is the same and what is not, in order; what went stands before what came in
/// its place.
pub fn word_changes<'a>(old: &'a str, new: &'a str) -> Vec<WordChange<'a>> {
    let (old_words, new_words) = (words(old), words(new));
    let mut changes = Vec::new();
    for hunk in joined(hunks(&old_words, &new_words), &old_words) {
        let (before, after) = (stretch(old, &old_words, &hunk.old), stretch(new, &new_words, &hunk.new));
        if hunk.is_same {
            changes.push(WordChange::Same(after));
        } else {
            changes.extend(Some(before).filter(|text| !text.is_empty()).map(WordChange::Removed));
            changes.extend(Some(after).filter(|text| !text.is_empty()).map(WordChange::Added));
        }
    }
    changes
}

/// The words of a text and what stands between them, each with its place.
fn words(text: &str) -> Vec<(usize, &str)> {
    text.split_word_bound_indices().collect()
}

/// The text of these words.
fn stretch<'a>(text: &'a str, words: &[(usize, &str)], range: &Range<usize>) -> &'a str {
    let start = |place: usize| words.get(place).map_or(text.len(), |(start, _)| *start);
    text.get(start(range.start)..start(range.end)).unwrap_or_default()
}

fn hunks(old: &[(usize, &str)], new: &[(usize, &str)]) -> Vec<Hunk> {
    let bare = |words: &[(usize, &str)]| -> Vec<String> { words.iter().map(|(_, word)| (*word).to_owned()).collect() };
    let (old, new) = (bare(old), bare(new));
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tail = old.iter().skip(head).rev().zip(new.iter().skip(head).rev()).take_while(|(old, new)| old == new).count();
    let (old_middle, new_middle) = (head..old.len() - tail, head..new.len() - tail);
    let mut hunks = vec![Hunk { is_same: true, old: 0..head, new: 0..head }];
    if old_middle.len() + new_middle.len() > MAX_COMPARED_WORDS {
        hunks.push(Hunk { is_same: false, old: old_middle.clone(), new: new_middle.clone() });
    } else if let (Some(old), Some(new)) = (old.get(old_middle.clone()), new.get(new_middle.clone())) {
        let (mut old_at, mut new_at) = (head, head);
        for operation in capture_diff_slices(Algorithm::Myers, old, new) {
            // Of what was removed the place in the new text is wrong (similar #78): each stretch begins where the last one ends.
            let (tag, old, new) = operation.as_tag_tuple();
            let (old, new) = (old_at..old_at + old.len(), new_at..new_at + new.len());
            (old_at, new_at) = (old.end, new.end);
            hunks.push(Hunk { is_same: tag == DiffTag::Equal, old, new });
        }
    }
    hunks.push(Hunk { is_same: true, old: old_middle.end..old.len(), new: new_middle.end..new.len() });
    hunks.retain(|hunk| !(hunk.old.is_empty() && hunk.new.is_empty()));
    hunks
}

/// The same stretches, where words that changed with nothing but a space between them are one change.
fn joined(hunks: Vec<Hunk>, old: &[(usize, &str)]) -> Vec<Hunk> {
    let mut joined: Vec<Hunk> = Vec::with_capacity(hunks.len());
    let last = hunks.len().saturating_sub(1);
    for (at, mut hunk) in hunks.into_iter().enumerate() {
        let is_inside = at > 0 && at < last;
        let is_space = |range: &Range<usize>| {
            old.get(range.clone()).is_some_and(|words| words.iter().all(|(_, word)| word.trim().is_empty()))
        };
        hunk.is_same &= !(is_inside && is_space(&hunk.old));
        match joined.last_mut().filter(|before| before.is_same == hunk.is_same) {
            Some(before) => (before.old.end, before.new.end) = (hunk.old.end, hunk.new.end),
            None => joined.push(hunk),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{WordChange::*, *};

    #[test]
    fn words_are_found_in_any_language() {
        assert_eq!(
            word_changes("They sign a memo.", "They signed a memo."),
            [Same("They "), Removed("sign"), Added("signed"), Same(" a memo.")]
        );
        assert_eq!(
            word_changes("one old house", "one very new house"),
            [Same("one "), Removed("old"), Added("very new"), Same(" house")]
        );
        assert_eq!(word_changes("サイバー協力", "サイバー覚書"), [Same("サイバー"), Removed("協力"), Added("覚書")]);
        assert_eq!(word_changes("同じ", "同じ"), [Same("同じ")]);
        assert_eq!(word_changes("", "new"), [Added("new")]);
        assert_eq!(word_changes("old", ""), [Removed("old")]);
        assert_eq!(word_changes("", ""), []);
    }

    #[test]
    fn what_is_no_prose_changes_as_a_whole() {
        let whole = |old, new| assert_eq!(text_changes(Some(old), Some(new)), [Removed(old), Added(new)]);
        whole("2021", "2021-03");
        whole("us-japan", "uk-japan");
        whole("Rain all over the north", "A meeting of ministers in Tokyo");
        assert_eq!(text_changes(Some("a b"), Some("a c")), [Same("a "), Removed("b"), Added("c")]);
        assert_eq!(text_changes(None, Some("en")), [Added("en")]);
    }

    #[test]
    fn texts_of_any_length_are_compared_in_time() {
        let text = |word: &str| (0..200_000).map(|at| format!("{word}{at}")).collect::<Vec<_>>().join(" ");
        let (old, new) = (text("a"), text("b"));
        let start = std::time::Instant::now();
        assert_eq!(word_changes(&old, &new), [Removed(old.as_str()), Added(new.as_str())]);
        assert!(start.elapsed().as_secs() < 20);
    }

    proptest! {
        #[test]
        fn what_is_left_and_what_came_are_the_two_texts(old in "[ab 日本ー.]{0,30}", new in "[ab 日本ー.]{0,30}") {
            let (mut before, mut after) = (String::new(), String::new());
            for change in word_changes(&old, &new) {
                match change {
                    Same(text) => { before += text; after += text; }
                    Removed(text) => before += text,
                    Added(text) => after += text,
                }
            }
            prop_assert_eq!((before, after), (old, new));
        }
    }
}
