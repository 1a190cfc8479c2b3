//! Rows of a source by which it is decided what its columns mean.

use std::{borrow::Cow, collections::HashSet};

use super::{
    dialect::Dialect,
    plan::ResolvedTemplate,
    record::RecordReader,
    row::{NumberedNames, Row},
};
use crate::{
    load::{
        json_lines,
        node::{SourceSlice, Value},
    },
    model::{ColumnForm, ColumnSurvey, DateOrder, ExtraField, ExtraFields},
};

/// So many rows of each part of a source are looked at: all of a file that is read whole.
const ROWS: usize = 1 << 16;

/// The first rows of a source, and some of its later parts.
#[derive(Debug, Default)]
pub(super) struct Sample<'a> {
    pub(super) rows: Vec<SampleRow<'a>>,
    /// Whether these are all rows of the source.
    pub(super) is_whole: bool,
}

/// A row and the line on which it begins; `None` where that is not known.
#[derive(Debug)]
pub(super) struct SampleRow<'a> {
    pub(super) line: Option<usize>,
    pub(super) row: Row<'a>,
}

/// What the cells of a column are like.
#[derive(Debug, Default)]
pub(super) struct ColumnCensus {
    /// In how many rows something stands in it.
    pub(super) filled: usize,
    pub(super) distinct: usize,
    /// How many are nothing but a number.
    pub(super) numbers: usize,
    /// How many are addresses.
    pub(super) addresses: usize,
    /// How many begin with hours and minutes.
    pub(super) clocks: usize,
    /// Letters in all.
    pub(super) chars: usize,
}

impl<'a> Sample<'a> {
    /// The rows of delimited text: its first ones behind the header, and those of later parts that have as many cells.
    pub(super) fn of_records(
        begin: &'a str,
        header_end: usize,
        more: &[&'a str],
        dialect: Dialect,
        columns: &[ExtraField],
    ) -> Self {
        let mut rows = Vec::new();
        let body = begin.get(header_end..).unwrap_or_default();
        let first_line = 1 + newlines(begin.get(..header_end).unwrap_or_default());
        let mut line = first_line;
        let mut counted = 0;
        let mut records = RecordReader::new(body, dialect);
        while rows.len() < ROWS && records.advance() {
            // What is cut off, or is one cell of a table of several, says nothing.
            let is_cut = records.is_cut() && !more.is_empty();
            if is_cut || records.stray_quote().is_some() {
                continue;
            }
            let start = records.span().start;
            line += newlines(body.get(counted..start).unwrap_or_default());
            counted = start;
            let mut row = Row::default();
            row.fill_from_record(&records, columns);
            rows.push(SampleRow { line: Some(line), row });
        }
        for part in more {
            let mut records = RecordReader::new(part, dialect);
            let end = rows.len() + ROWS;
            while rows.len() < end && records.advance() {
                if records.len() == columns.len() && !records.is_cut() && records.stray_quote().is_none() {
                    let mut row = Row::default();
                    row.fill_from_record(&records, columns);
                    rows.push(SampleRow { line: None, row });
                }
            }
        }
        Self { rows, is_whole: false }
    }

    /// The objects of JSON that are whole, in a text that stands behind another, and in later parts.
    pub(super) fn of_objects((before, begin): (&str, &'a str), more: &[&'a str], fields: &ExtraFields) -> Self {
        let (mut rows, mut names) = (Vec::new(), NumberedNames::default());
        for (part, text) in std::iter::once(&begin).chain(more).enumerate() {
            let piece = SourceSlice { text, start: 0 };
            let (mut line, mut counted) = (1 + newlines(before), 0);
            for node in json_lines::values(text, ROWS) {
                if let Value::Table(entries) = &node.value {
                    line += newlines(text.get(counted..node.span.start).unwrap_or_default());
                    counted = counted.max(node.span.start);
                    let mut row = Row::default();
                    row.fill_from_object(entries, node.span.clone(), piece, &mut names, fields);
                    rows.push(SampleRow { line: (part == 0).then_some(line), row });
                }
            }
        }
        Self { rows, is_whole: false }
    }

    /// What the cells of a column are like.
    pub(super) fn census(&self, column: ExtraField) -> ColumnCensus {
        let mut census = ColumnCensus::default();
        let mut seen: HashSet<&str> = HashSet::new();
        for cell in self.rows.iter().filter_map(|row| row.row.cell(column)) {
            let text = cell.text.trim();
            census.filled += 1;
            census.distinct += usize::from(seen.insert(text));
            census.numbers += usize::from(text.parse::<f64>().is_ok());
            census.addresses += usize::from(text.starts_with("http://") || text.starts_with("https://"));
            census.clocks += usize::from(is_clock(text));
            census.chars += text.chars().count();
        }
        census
    }

    /// How the dates that a template makes are to be read.
    pub(super) fn survey(&self, template: &ResolvedTemplate, order: Option<DateOrder>) -> ColumnSurvey {
        let cells: Vec<(Option<usize>, Cow<'_, str>)> =
            self.rows.iter().filter_map(|row| Some((row.line, template.text(&row.row)?))).collect();
        let cells: Vec<(Option<usize>, &str)> = cells.iter().map(|(line, cell)| (*line, cell.as_ref())).collect();
        ColumnForm::decide(&cells, order)
    }
}

/// Whether a text begins with hours and minutes.
fn is_clock(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.as_bytes().get(digits..).unwrap_or_default();
    (1..=2).contains(&digits) && matches!(rest, [b':', b'0'..=b'5', b'0'..=b'9', ..])
}

fn newlines(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}
