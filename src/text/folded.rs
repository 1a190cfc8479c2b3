//! A folded text that knows where it came from, so that what was found in it can be marked in the original. It costs
//! more than [`fold()`](fn@super::fold) alone: it is for the text that is shown, not for the text that is searched.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, compose};

use super::{fold::fold_from, grapheme::graphemes, spelling::unify};

/// A text in its folded form, with the way back to the original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedText {
    /// The folded text, the same as [`fold()`](fn@super::fold) makes.
    pub text: String,
    /// Where each piece of the text starts, in order; empty if folding moved no byte.
    pieces: Vec<FoldedSpan>,
    /// The bytes of the original.
    original: usize,
}

/// The start of one or more whole graphemes of the original that were folded together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FoldedSpan {
    folded: usize,
    original: usize,
}

impl FoldedText {
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        let mut folded = String::with_capacity(text.len());
        if text.is_ascii() && !text.contains('\r') {
            fold_from(&mut folded, 0, text);
            if folded.len() == text.len() {
                unify(&mut folded, 0);
                return Self { text: folded, pieces: Vec::new(), original: text.len() };
            }
            folded.clear();
        }
        let mut pieces: Vec<FoldedSpan> = Vec::new();
        let mut start = 0;
        while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
            let plain = plain_length(rest, folded.ends_with(' '));
            if plain > 0 {
                let folded_at = folded.len();
                pieces.extend((0..plain).map(|at| FoldedSpan { folded: folded_at + at, original: start + at }));
                folded.extend(rest.chars().take(plain).map(|c| c.to_ascii_lowercase()));
                start += plain;
                continue;
            }
            let Some((_, grapheme)) = graphemes(rest).next() else { break };
            let piece = FoldedSpan { folded: folded.len(), original: start };
            fold_from(&mut folded, 0, grapheme);
            match pieces.last() {
                Some(last) if joins(&folded, piece.folded) => {
                    folded.truncate(last.folded);
                    fold_from(&mut folded, 0, text.get(last.original..start + grapheme.len()).unwrap_or_default());
                }
                _ => pieces.push(piece),
            }
            start += grapheme.len();
        }
        unify(&mut folded, 0);
        Self { text: folded, pieces, original: text.len() }
    }

    /// The bytes of the original that `range`, in bytes of the folded text, stands for, widened to whole graphemes.
    /// What lies beyond the end is cut; an empty range stays empty.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            let start = range.start.min(self.original);
            return start..range.end.clamp(start, self.original);
        }
        let next = self.pieces.partition_point(|piece| piece.folded <= range.start);
        let start = match next.checked_sub(1).and_then(|piece| self.pieces.get(piece)) {
            Some(piece) if range.start < self.text.len() => piece.original,
            _ => self.original,
        };
        if range.is_empty() {
            return start..start;
        }
        let end = self.pieces.partition_point(|piece| piece.folded < range.end);
        start..self.pieces.get(end).map_or(self.original, |piece| piece.original)
    }
}

/// The bytes at the start of a text that are each a grapheme and folded to one byte: printable ASCII, with single spaces.
/// The last before what is no ASCII is not among them, since a mark may follow that belongs to it.
fn plain_length(text: &str, mut is_after_space: bool) -> usize {
    let is_plain = |byte: &u8| {
        let is_space = *byte == b' ';
        let repeats = is_space && is_after_space;
        is_after_space = is_space;
        matches!(byte, b' '..=b'~') && !repeats
    };
    let length = text.bytes().by_ref().take_while(is_plain).count();
    match text.as_bytes().get(length) {
        Some(0x80..) => length.saturating_sub(1),
        _ => length,
    }
}

/// Whether what stands before and after `border` would have been folded otherwise together, by composition.
fn joins(folded: &str, border: usize) -> bool {
    let Some((before, after)) = folded.split_at_checked(border) else { return false };
    match (before.chars().next_back(), after.chars().next()) {
        (Some(last), Some(first)) => canonical_combining_class(first) != 0 || compose(last, first).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, word: &str) -> &'a str {
        let folded = FoldedText::new(text);
        let start = folded.text.find(word).unwrap();
        text.get(folded.original(start..start + word.len())).unwrap()
    }

    #[test]
    fn finds_the_way_back() {
        assert_eq!(found("The NISC and others", "nisc"), "NISC");
        assert_eq!(found("日米ｻｲﾊﾞｰ対話", "さいばー"), "ｻｲﾊﾞｰ");
        assert_eq!(found("Cafe\u{301} in Köln", "cafe"), "Cafe\u{301}");
        assert_eq!(found("Cafe\u{301} in Köln", "koln"), "Köln");
        assert_eq!(found("Straße", "s"), "S");
        assert_eq!(found("a \t  b", "a b"), "a \t  b");
        assert_eq!(found("a\r\nb", "a "), "a\r\n");
    }

    #[test]
    fn widens_to_graphemes() {
        assert_eq!(found("die Straße", "tras"), "traß");
        assert_eq!(found("株式㈱", "株)"), "㈱");
    }

    #[test]
    fn pieces_that_compose_are_one() {
        assert_eq!(FoldedText::new("\u{FFA1}\u{FFC2}").text, "가");
        assert_eq!(found("x\u{FFA1}\u{FFC2}y", "가"), "\u{FFA1}\u{FFC2}");
    }

    #[test]
    fn any_range_will_do() {
        for text in ["", "abc", "ＡＢＣ"] {
            let folded = FoldedText::new(text);
            assert_eq!(folded.original(100..200), text.len()..text.len());
            assert_eq!(folded.original(0..100), 0..text.len());
            let backwards = Range { start: 2, end: 1 };
            assert!(folded.original(backwards).is_empty());
        }
    }
}
