//! Cutting delimited text behind its records: a quoted cell may go on over lines, and over what has been read.

use crate::load::{Dialect, last_record_end};

/// What has been seen of the bytes that are not cut yet. They begin where a record begins.
#[derive(Debug)]
pub(super) struct RecordSplitter {
    dialect: Dialect,
    /// Up to where they are known to hold no end of a record behind the last.
    searched: usize,
}

impl RecordSplitter {
    pub(super) const fn new(dialect: Dialect) -> Self {
        Self { dialect, searched: 0 }
    }

    /// Where the last record ends that ends in these bytes; `None` if none does. `gives_up` says that no cell goes on for
    /// longer than they do.
    pub(super) fn border(&mut self, bytes: &[u8], gives_up: bool) -> Option<usize> {
        // A cell that goes on is not gone through again before there is half as much again.
        if !gives_up && bytes.len() < self.searched + self.searched / 2 {
            return None;
        }
        let end = last_record_end(bytes, self.dialect, gives_up);
        self.searched = if end.is_some() { 0 } else { bytes.len() };
        end
    }

    /// Where the first line ends; `None` if it does not.
    pub(super) fn line_end(&mut self, bytes: &[u8]) -> Option<usize> {
        self.searched = 0;
        memchr::memchr(b'\n', bytes).map(|newline| newline + 1)
    }
}
