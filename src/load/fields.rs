//! The fields of one table of a file: asked for by name and type, sanitised, with their places. Whatever is of another
//! type is a problem and counts as absent; whatever was never asked for is an unknown field.

use std::{borrow::Cow, ops::Range};

use super::{
    diagnostic::{DiagnosticKind, Shape},
    diagnostics::Diagnostics,
    meaning, mend,
    node::{Entry, Node, SourceSlice, Value},
};
use crate::{
    model::{DateError, NOTED_FIELDS, Text},
    text::{sanitize, sanitize_lines},
};

/// A text of the file and the bytes where it stands.
#[derive(Debug, Clone)]
pub(super) struct SpannedText {
    /// The text, sanitised.
    pub(super) text: Text,
    /// The bytes of its value in the source, quotation marks included.
    pub(super) span: Range<usize>,
}

/// The fields of a table.
pub(super) struct Fields<'a, 'p> {
    /// What kind of table it is.
    name: &'static str,
    table: &'a [Entry<'a>],
    piece: SourceSlice<'a>,
    /// The bytes of the table's header, or of the whole table where it stands in a line.
    pub(super) span: Range<usize>,
    asked: Vec<&'static str>,
    /// What was found in tables within it that nobody asked for.
    unknown: Vec<Unknown>,
    problems: &'p mut Diagnostics,
}

/// A field that nobody asked for, and what it says.
pub(super) type Unknown = (String, String);

impl<'a, 'p> Fields<'a, 'p> {
    /// The fields of this value; `None` if it is no table, which is a problem.
    pub(super) fn of(
        name: &'static str,
        node: &'a Node<'a>,
        piece: SourceSlice<'a>,
        problems: &'p mut Diagnostics,
    ) -> Option<Self> {
        if let Value::Table(table) = &node.value {
            return Some(Self::of_table(name, table, node.span.clone(), piece, problems));
        }
        let found = node.value.shape();
        problems.push(node.span.clone(), DiagnosticKind::WrongType { field: name, expected: Shape::Table, found });
        None
    }

    /// The fields of these entries, which stand at these bytes.
    pub(super) fn of_table(
        name: &'static str,
        table: &'a [Entry<'a>],
        span: Range<usize>,
        piece: SourceSlice<'a>,
        problems: &'p mut Diagnostics,
    ) -> Self {
        Self { name, table, piece, span, asked: Vec::new(), unknown: Vec::new(), problems }
    }

    /// A text of one line.
    pub(super) fn line(&mut self, name: &'static str) -> Option<SpannedText> {
        let value = self.value(name)?;
        self.text(name, value, false)
    }

    /// A text of one or more lines.
    pub(super) fn lines(&mut self, name: &'static str) -> Option<SpannedText> {
        let value = self.value(name)?;
        self.text(name, value, true)
    }

    /// A date as written: a text, a number, or one of TOML's own dates.
    pub(super) fn date(&mut self, name: &'static str) -> Option<SpannedText> {
        let value = self.value(name)?;
        self.written(name, value)
    }

    /// A date that is shown as it is written and never read: a number is a year, and so a whole one.
    pub(super) fn date_as_written(&mut self, name: &'static str) -> Option<SpannedText> {
        let value = self.value(name)?;
        let source = self.piece.source(&value.span)?;
        let is_whole = source.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'_'));
        match &value.value {
            Value::Number(_) if !is_whole => self.text(name, value, false),
            _ => self.written(name, value),
        }
    }

    fn written(&mut self, name: &'static str, value: &'a Node<'a>) -> Option<SpannedText> {
        let written = match &value.value {
            Value::Date(written) => written.clone(),
            Value::Number(_) => self.piece.source(&value.span)?.to_owned(),
            Value::Other => {
                let piece = self.piece;
                self.problems.mend(&value.span, || mend::bare_date(piece.source(&value.span)?));
                return self.text(name, value, false);
            }
            _ => return self.text(name, value, false),
        };
        Some(SpannedText { text: written.into(), span: value.span.clone() })
    }

    /// A list of texts of one line; what is of another type in it is left out.
    pub(super) fn list(&mut self, name: &'static str) -> Vec<SpannedText> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let Value::List(items) = &value.value else {
            self.wrong_type(name, Shape::Texts, value);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(name, item, false)).collect()
    }

    /// Yes or no; no if it is not given.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        let Some(value) = self.value(name) else { return false };
        if let Value::Bool(flag) = &value.value {
            return *flag;
        }
        self.wrong_type(name, Shape::Bool, value);
        false
    }

    /// A whole number and its place.
    pub(super) fn number(&mut self, name: &'static str) -> Option<(i64, Range<usize>)> {
        let value = self.value(name)?;
        if let Value::Number(Some(number)) = &value.value {
            return Some((*number, value.span.clone()));
        }
        self.wrong_type(name, Shape::WholeNumber, value);
        None
    }

    /// Every table of a list of tables of this kind, read by `read`.
    pub(super) fn tables<T>(
        &mut self,
        name: &'static str,
        kind: &'static str,
        read: impl Fn(&mut Fields<'a, '_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let Value::List(items) = &value.value else {
            self.wrong_type(name, Shape::Tables, value);
            return Vec::new();
        };
        let mut found = Vec::with_capacity(items.len());
        for item in items {
            let Value::Table(table) = &item.value else {
                self.wrong_type(name, Shape::Table, item);
                continue;
            };
            let mut fields = Fields::of_table(kind, table, item.span.clone(), self.piece, self.problems);
            found.extend(read(&mut fields));
            let unknown = fields.finish();
            self.unknown.extend(unknown.into_iter().map(|(field, value)| (format!("{name}.{field}"), value)));
        }
        found
    }

    /// The bytes from this one of a text to its end, as far as the text stands in the source as it was read.
    pub(super) fn within(&self, said: &SpannedText, offset: usize) -> Range<usize> {
        let source = |range: &Range<usize>| self.piece.source(range);
        let bare = source(&said.span).map_or(0, |raw| raw.find(said.text.as_ref()).unwrap_or(0));
        let start = said.span.start + bare;
        let place = start + offset..start + said.text.len();
        if source(&place).is_some_and(|rest| said.text.ends_with(rest)) { place } else { said.span.clone() }
    }

    /// Takes note of a date that is not as it has to be.
    pub(super) fn date_problem(&mut self, said: &SpannedText, error: DateError) {
        let (piece, place) = (self.piece, self.within(said, error.offset));
        self.problems.mend(&said.span, || mend::date(piece.source(&said.span)?, &said.text, &error.fault));
        self.problem(place, DiagnosticKind::Date(error));
    }

    /// Takes note of something wrong.
    pub(super) fn problem(&mut self, span: Range<usize>, fault: DiagnosticKind) {
        self.problems.push(span, fault);
    }

    /// Whether the table has this field, of whatever type.
    pub(super) fn has(&self, name: &str) -> bool {
        self.table.iter().any(|entry| entry.key == name)
    }

    /// Takes note of something whose words take a while to find, unless it is known.
    pub(super) fn problem_new(
        &mut self,
        span: Range<usize>,
        fault: DiagnosticKind,
        complete: impl FnOnce(&mut DiagnosticKind),
    ) {
        self.problems.push_new(span, fault, complete);
    }

    /// The text of a field as it stands in the file, if it is one.
    pub(super) fn raw_text(&self, name: &str) -> Option<&'a str> {
        match &self.table.iter().find(|entry| entry.key == name)?.node.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The byte where the header of the table ends; of a table that stands in a line, its bracket.
    pub(super) fn header_end(&self) -> usize {
        let is_open = self.piece.source(&self.span).is_some_and(|text| text.starts_with('{'));
        if is_open { self.span.start + 1 } else { self.span.end }
    }

    /// The names of all fields.
    pub(super) fn names(&self) -> Vec<&'a str> {
        self.table.iter().map(|entry| entry.key.as_ref()).collect()
    }

    /// The names of all fields that were asked for.
    #[cfg(test)]
    pub(super) fn asked(&self) -> &[&'static str] {
        &self.asked
    }

    /// Takes note of every field that nobody has asked for, and gives what they say.
    pub(super) fn finish(mut self) -> Vec<Unknown> {
        for entry in self.table.iter().filter(|entry| !self.asked.contains(&entry.key.as_ref())) {
            let fault =
                DiagnosticKind::UnknownField { table: self.name, field: entry.key.clone().into_owned(), near: None };
            let find_near = |fault: &mut DiagnosticKind| {
                if let DiagnosticKind::UnknownField { near, .. } = fault {
                    let has = |field: &str| self.table.iter().any(|entry| entry.key == field);
                    *near = meaning::field(self.name, &entry.key, &self.asked, has);
                }
            };
            // What a reader noted of an event comes back as it was written.
            if !NOTED_FIELDS.contains(&entry.key.as_ref()) {
                self.problems.push_new(entry.key_span.clone(), fault, find_near);
            }
            let name = entry.key.clone().into_owned();
            self.unknown.push((name, sanitize_lines(&entry.node.written(self.piece)).into_owned()));
        }
        self.unknown
    }

    fn value(&mut self, name: &'static str) -> Option<&'a Node<'a>> {
        self.asked.push(name);
        self.table.iter().find(|entry| entry.key == name).map(|entry| &entry.node)
    }

    fn text(&mut self, name: &'static str, node: &Node<'_>, lines: bool) -> Option<SpannedText> {
        let Value::Text(raw) = &node.value else {
            self.wrong_type(name, Shape::Text, node);
            return None;
        };
        let clean = if lines { sanitize_lines(raw.trim()) } else { sanitize(raw.trim()) };
        if matches!(clean, Cow::Owned(_)) && clean.matches('\u{FFFD}').count() > raw.matches('\u{FFFD}').count() {
            self.problem(node.span.clone(), DiagnosticKind::Control { field: name });
        }
        let piece = self.piece;
        self.problems.mend(&node.span, || mend::text(piece.source(&node.span)?));
        // What hides at its end is gone now, and what stood before that ends it.
        Some(SpannedText { text: clean.trim().to_owned().into(), span: node.span.clone() })
    }

    fn wrong_type(&mut self, field: &'static str, expected: Shape, node: &Node<'_>) {
        let fault = DiagnosticKind::WrongType { field, expected, found: node.value.shape() };
        self.problem(node.span.clone(), fault);
    }
}
