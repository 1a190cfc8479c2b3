//! Quoted cells of delimited text, by [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180#section-2).

use memchr::memchr;

/// What becomes of a quotation mark with which a cell begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum QuoteEnd {
    /// The cell ends with the mark at this byte; whether marks within it are doubled.
    Closed { end: usize, has_doubled: bool },
    /// Something else than the end of the cell follows the mark that closes it, in the same line: it means itself.
    Literal { end: usize },
    /// It is not the beginning of a quoted cell: the next mark, lines further, is not the end of one.
    Stray,
    /// The text ends first.
    Open,
}

impl QuoteEnd {
    /// Looks for the end of the cell that begins with the mark at this byte.
    pub(super) fn at(bytes: &[u8], open: usize, delimiter: u8) -> Self {
        let mut at = open + 1;
        let mut has_doubled = false;
        loop {
            let Some(length) = bytes.get(at..).and_then(|rest| memchr(b'"', rest)) else { return Self::Open };
            let end = at + length;
            if bytes.get(end + 1) == Some(&b'"') {
                has_doubled = true;
                at = end + 2;
                continue;
            }
            let rest = bytes.get(end + 1..).unwrap_or_default();
            let is_blank = |byte: &&u8| **byte == b' ' || **byte == b'\t' && delimiter != b'\t';
            let behind = rest.iter().find(|byte| !is_blank(byte));
            if behind.is_none_or(|&byte| byte == delimiter || matches!(byte, b'\n' | b'\r')) {
                return Self::Closed { end, has_doubled };
            }
            let has_line_end = bytes.get(open..end).is_some_and(|within| memchr(b'\n', within).is_some());
            return if has_line_end { Self::Stray } else { Self::Literal { end } };
        }
    }
}
