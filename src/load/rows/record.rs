//! The records of delimited text, cell by cell, with the bytes of each.

use std::{borrow::Cow, ops::Range};

use memchr::{memchr, memchr2, memrchr};

use super::{dialect::Dialect, quote::QuoteEnd};

/// How a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// As it stands.
    Plain,
    /// Between quotation marks that do not belong to it, where each of its own is doubled.
    Doubled,
}

/// A cell of a record: its bytes, without the quotation marks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CellSpan {
    range: Range<usize>,
    writing: Writing,
}

/// The way through a text from record to record. A record ends with its line, unless the line ends within a quoted cell.
///
/// Empty lines are no records. Places are bytes of the text.
#[derive(Debug)]
pub struct RecordReader<'a> {
    text: &'a str,
    dialect: Dialect,
    at: usize,
    start: usize,
    cells: Vec<CellSpan>,
    stray: Option<usize>,
    is_cut: bool,
}

impl<'a> RecordReader<'a> {
    /// The records of a text that begins where one of them begins.
    pub fn new(text: &'a str, dialect: Dialect) -> Self {
        Self { text, dialect, at: 0, start: 0, cells: Vec::new(), stray: None, is_cut: false }
    }

    /// Goes on from this byte, at which a record begins.
    pub(super) fn skip_to(&mut self, start: usize) {
        self.at = start;
    }

    /// Goes to the next record, and says whether there is one.
    pub fn advance(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        while let Some(b'\n' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        self.cells.clear();
        (self.start, self.stray, self.is_cut) = (self.at, None, false);
        if self.at >= bytes.len() {
            return false;
        }
        while self.push_cell(bytes) {}
        true
    }

    /// Takes the next cell of the record; `false` behind the last one.
    fn push_cell(&mut self, bytes: &[u8]) -> bool {
        let Dialect { delimiter, has_quotes } = self.dialect;
        let begin = self.at;
        let quote = (has_quotes && bytes.get(begin) == Some(&b'"')).then(|| QuoteEnd::at(bytes, begin, delimiter));
        let (from, writing, quoted) = match quote {
            None => (begin, Writing::Plain, None),
            Some(QuoteEnd::Literal { end }) => (end, Writing::Plain, None),
            Some(QuoteEnd::Closed { end, has_doubled }) => {
                (end, if has_doubled { Writing::Doubled } else { Writing::Plain }, Some(begin + 1..end))
            }
            Some(QuoteEnd::Stray | QuoteEnd::Open) => {
                self.stray = Some(begin);
                (begin, Writing::Plain, None)
            }
        };
        let rest = bytes.get(from..).unwrap_or_default();
        // A line with a mark that does not belong there is passed over as a whole.
        let found = if self.stray.is_some() { memchr(b'\n', rest) } else { memchr2(delimiter, b'\n', rest) };
        let end = found.map_or(bytes.len(), |length| from + length);
        let is_last = bytes.get(end) != Some(&delimiter) || self.stray.is_some();
        self.is_cut = end == bytes.len();
        let is_return = is_last && end > from && bytes.get(end - 1) == Some(&b'\r');
        let plain = begin..end - usize::from(is_return);
        self.cells.push(CellSpan { range: quoted.unwrap_or(plain), writing });
        self.at = (end + 1).min(bytes.len());
        if end < bytes.len() && self.at == bytes.len() && !is_last {
            // A delimiter at the very end has an empty cell behind it.
            self.cells.push(CellSpan { range: self.at..self.at, writing: Writing::Plain });
            self.is_cut = true;
            return false;
        }
        !is_last
    }

    /// How many cells the record has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The bytes of the record, with the end of its line.
    pub fn span(&self) -> Range<usize> {
        self.start..self.at
    }

    /// Where a quotation mark stands that is not the beginning of a cell, and no part of one: the rest of its line is lost.
    pub const fn stray_quote(&self) -> Option<usize> {
        self.stray
    }

    /// Whether the text ends without ending the line.
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The bytes of a cell; of one behind the last, the end of the record.
    pub fn cell_span(&self, place: usize) -> Range<usize> {
        self.cells.get(place).map_or(self.at..self.at, |cell| cell.range.clone())
    }

    /// The text of a cell; empty behind the last one.
    pub fn cell(&self, place: usize) -> Cow<'a, str> {
        let Some(CellSpan { range, writing }) = self.cells.get(place) else { return Cow::Borrowed("") };
        let text = self.text.get(range.clone()).unwrap_or_default();
        match writing {
            Writing::Plain => Cow::Borrowed(text),
            Writing::Doubled => Cow::Owned(undoubled(text)),
        }
    }

    /// The texts of all cells.
    pub fn cells(&self) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        (0..self.len()).map(|place| self.cell(place))
    }
}

/// A text with each two quotation marks as one.
fn undoubled(text: &str) -> String {
    let mut one = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = memchr(b'"', rest.as_bytes()).and_then(|mark| rest.split_at_checked(mark + 1)) {
        one.push_str(before);
        rest = after.strip_prefix('"').unwrap_or(after);
    }
    one.push_str(rest);
    one
}

/// Where the last record ends that ends in these bytes, which begin where one begins; `None` if none does.
///
/// What is behind may belong to a record that goes on; `gives_up` says that no cell goes on for longer than this.
pub fn last_record_end(bytes: &[u8], dialect: Dialect, gives_up: bool) -> Option<usize> {
    let line_end = |range: Range<usize>| {
        let line = bytes.get(range.clone()).and_then(|within| memrchr(b'\n', within));
        line.map(|length| range.start + length + 1)
    };
    if !dialect.has_quotes {
        return line_end(0..bytes.len());
    }
    let (mut at, mut end) = (0, None);
    loop {
        let Some(mark) = bytes.get(at..).and_then(|rest| memchr(b'"', rest)).map(|length| at + length) else {
            return line_end(at..bytes.len()).or(end);
        };
        end = line_end(at..mark).or(end);
        let before = mark.checked_sub(1).and_then(|before| bytes.get(before));
        if before.is_some_and(|&byte| byte != dialect.delimiter && byte != b'\n') {
            at = mark + 1;
            continue;
        }
        at = match QuoteEnd::at(bytes, mark, dialect.delimiter) {
            QuoteEnd::Closed { end, .. } | QuoteEnd::Literal { end } => end + 1,
            QuoteEnd::Open if !gives_up => return end,
            QuoteEnd::Stray | QuoteEnd::Open => match bytes.get(mark..).and_then(|rest| memchr(b'\n', rest)) {
                Some(length) => {
                    end = Some(mark + length + 1);
                    mark + length + 1
                }
                None => return end,
            },
        };
    }
}
