//! The header of delimited text: the names of its columns, and where it is.

use std::collections::HashSet;

use super::{dialect::Dialect, record::RecordReader};
use crate::text::sanitize;

/// The names of the columns of a text, and behind which byte its rows begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableHeader {
    pub(super) names: Vec<String>,
    pub(super) end: usize,
}

impl TableHeader {
    /// The header of a text that begins like this; its columns are numbered where it has none.
    pub(super) fn of(begin: &str, dialect: Dialect, is_headless: bool) -> Self {
        let mut records = RecordReader::new(begin, dialect);
        let mut has_record = records.advance();
        // Some spreadsheets say first what stands between cells.
        if has_record && begin.get(records.span()).is_some_and(|line| line.to_ascii_lowercase().starts_with("sep=")) {
            has_record = records.advance();
        }
        if !has_record {
            return Self { names: Vec::new(), end: 0 };
        }
        if is_headless {
            let names = (1..=records.len()).map(|number| number.to_string()).collect();
            return Self { names, end: records.span().start };
        }
        let mut seen = HashSet::new();
        let names = records.cells().zip(1..).map(|(cell, number)| {
            let name = sanitize(cell.trim()).into_owned();
            let name = if name.is_empty() { format!("column {number}") } else { name };
            if seen.insert(name.clone()) { name } else { format!("{name} ({number})") }
        });
        Self { names: names.collect(), end: records.span().end }
    }
}
