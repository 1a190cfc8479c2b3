//! Pieces of a word of which one stands unchanged wherever the word occurs with few errors, and the windows around them.

use std::ops::Range;

use aho_corasick::{Span, packed::Searcher};

use super::text_kind::is_terminator;

/// What finds the windows in which alone a word can occur.
#[derive(Debug, Clone)]
pub(super) struct Pieces {
    /// `None` where it is not quick on this machine; then each text is a window.
    searcher: Option<Searcher>,
    /// Of each piece.
    reaches: Vec<WindowReach>,
}

/// How many characters of an occurrence there may be before the start of a piece, and from there on.
#[derive(Debug, Clone, Copy)]
struct WindowReach {
    before: usize,
    after: usize,
}

impl Pieces {
    /// The pieces of a word that may have so many errors.
    pub(super) fn new(chars: &[char], max_edits: usize) -> Self {
        let pieces = pieces(chars, max_edits);
        // The searcher tells of one piece only where several start.
        let reach = |piece: &str| {
            let overlap = pieces.iter().filter(|(_, other)| other.starts_with(piece) || piece.starts_with(other));
            overlap.fold(WindowReach { before: 0, after: 0 }, |reach, (offset, _)| WindowReach {
                before: reach.before.max(offset + max_edits),
                after: reach.after.max(chars.len() - offset + max_edits),
            })
        };
        let reaches = pieces.iter().map(|(_, piece)| reach(piece)).collect();
        Self { searcher: Searcher::new(pieces.iter().map(|(_, piece)| piece)), reaches }
    }

    /// The same as on a machine on which there is no quick search for them.
    #[cfg(test)]
    pub(super) fn without_searcher(self) -> Self {
        Self { searcher: None, ..self }
    }

    /// The windows in texts one behind the other; none holds parts of two.
    pub(super) fn windows(&self, texts: &str) -> impl Iterator<Item = Range<usize>> {
        let texts = texts.as_bytes();
        let mut from = 0;
        std::iter::from_fn(move || {
            if let Some(searcher) = &self.searcher {
                let piece = searcher.find_in(texts, Span::from(from..texts.len()))?;
                from = piece.start() + 1;
                Some(self.reaches.get(piece.pattern().as_usize())?.around(texts, piece.start()))
            } else {
                let text = WindowReach { before: 0, after: usize::MAX };
                let window = (from < texts.len()).then(|| text.around(texts, from))?;
                from = window.end + 1;
                Some(window)
            }
        })
    }
}

impl WindowReach {
    /// The bytes around this one, as far as its text goes.
    fn around(self, texts: &[u8], at: usize) -> Range<usize> {
        let (before, after) = texts.split_at_checked(at).unwrap_or_default();
        let starts_char = |byte: u8| byte & 0b1100_0000 != 0b1000_0000;
        let mut left = self.before;
        let is_in_reach = |byte: &u8| {
            let is_in_reach = left > 0 && !is_terminator(*byte);
            left -= usize::from(is_in_reach && starts_char(*byte));
            is_in_reach
        };
        let bytes_before = before.iter().rev().copied().take_while(is_in_reach).count();
        let mut left = self.after;
        let is_in_reach = |byte: &u8| {
            let is_in_reach = !starts_char(*byte) || left > 0 && !is_terminator(*byte);
            left -= usize::from(is_in_reach && starts_char(*byte));
            is_in_reach
        };
        at - bytes_before..at + after.iter().copied().take_while(is_in_reach).count()
    }
}

/// Strings of which one at least stands unchanged wherever the word occurs, each with its place in the word.
///
/// The word is cut into one piece more than it may have errors. An error changes one piece, or, where neighbours change
/// places across a cut, two. If every piece is changed, there is a row of pieces that nothing has changed but neighbours
/// across the cuts between them: a row of one piece costs an error, a row of more costs one less than it has pieces, or
/// else an error more, and there are fewer errors than pieces. Of the first two pieces of that row all stands in the
/// text with the neighbours swapped, but for the last character, which may have gone to a third piece.
fn pieces(chars: &[char], max_edits: usize) -> Vec<(usize, String)> {
    let count = max_edits + 1;
    let cut = |at: usize| at * chars.len() / count;
    let pieces = (0..count).filter_map(|at| Some((cut(at), chars.get(cut(at)..cut(at + 1))?.iter().collect())));
    let swapped = (1..count).filter_map(|at| {
        let (start, middle) = (cut(at - 1), cut(at) - cut(at - 1));
        let end = if at + 1 == count { chars.len() } else { cut(at + 1) - 1 };
        let mut two = chars.get(start..end.max(cut(at) + 1))?.to_vec();
        two.swap(middle - 1, middle);
        Some((start, two.into_iter().collect()))
    });
    pieces.chain(swapped).collect()
}
