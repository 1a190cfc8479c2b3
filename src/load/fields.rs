//! The fields of one table of a file: asked for by name and type, sanitised, with their places. Whatever is of another
//! type is a problem and counts as absent; whatever was never asked for is an unknown field.

use std::{borrow::Cow, ops::Range};

use super::{
    node::{Entry, Node, Piece, Value},
    problem::{Fault, Problem},
};
use crate::{
    model::Text,
    text::{nearest, sanitize, sanitize_lines},
};

/// A text of the file and the bytes where it stands.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// The text, sanitised.
    pub(super) text: Text,
    /// The bytes of its value in the source, quotation marks included.
    pub(super) span: Range<usize>,
}

/// The fields of a table.
pub(super) struct Fields<'a> {
    table: &'a [Entry<'a>],
    piece: Piece<'a>,
    /// The bytes of the table's header, or of the whole table where it stands in a line.
    pub(super) span: Range<usize>,
    asked: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// The fields of this value; if it is no table, the problem.
    pub(super) fn of(name: &'static str, node: &'a Node<'a>, piece: Piece<'a>) -> Result<Self, Problem> {
        match &node.value {
            Value::Table(table) => Ok(Self::of_table(table, node.span.clone(), piece)),
            _ => Err(wrong_type(name, "a table", node)),
        }
    }

    /// The fields of these entries, which stand at these bytes.
    pub(super) fn of_table(table: &'a [Entry<'a>], span: Range<usize>, piece: Piece<'a>) -> Self {
        Self { table, piece, span, asked: Vec::new(), problems: Vec::new() }
    }

    /// A text of one line.
    pub(super) fn line(&mut self, name: &'static str) -> Option<Said> {
        let value = self.value(name)?;
        self.text(name, value, false)
    }

    /// A text of one or more lines.
    pub(super) fn lines(&mut self, name: &'static str) -> Option<Said> {
        let value = self.value(name)?;
        self.text(name, value, true)
    }

    /// A date: a text, or one of TOML's own dates, as written.
    pub(super) fn date(&mut self, name: &'static str) -> Option<Said> {
        let value = self.value(name)?;
        let Value::Date(written) = &value.value else { return self.text(name, value, false) };
        Some(Said { text: written.clone().into(), span: value.span.clone() })
    }

    /// A list of texts of one line; what is of another type in it is left out.
    pub(super) fn list(&mut self, name: &'static str) -> Vec<Said> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let Value::List(items) = &value.value else {
            self.wrong_type(name, "a list of texts", value);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(name, item, false)).collect()
    }

    /// Yes or no; no if it is not given.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        let Some(value) = self.value(name) else { return false };
        if let Value::Flag(flag) = &value.value {
            return *flag;
        }
        self.wrong_type(name, "`true` or `false`", value);
        false
    }

    /// A whole number and its place.
    pub(super) fn number(&mut self, name: &'static str) -> Option<(i64, Range<usize>)> {
        let value = self.value(name)?;
        if let Value::Number(Some(number)) = &value.value {
            return Some((*number, value.span.clone()));
        }
        self.wrong_type(name, "a whole number", value);
        None
    }

    /// Every table of a list of tables, read by `read`.
    pub(super) fn tables<T>(&mut self, name: &'static str, read: impl Fn(&mut Fields<'a>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let Value::List(items) = &value.value else {
            self.wrong_type(name, "a list of tables", value);
            return Vec::new();
        };
        let mut found = Vec::with_capacity(items.len());
        for item in items {
            match Fields::of(name, item, self.piece) {
                Ok(mut fields) => {
                    found.extend(read(&mut fields));
                    self.problems.append(&mut fields.finish());
                }
                Err(problem) => self.problems.push(problem),
            }
        }
        found
    }

    /// The bytes from this one of a text to its end, as far as the text stands in the source as it was read.
    pub(super) fn within(&self, said: &Said, offset: usize) -> Range<usize> {
        let source = |range: Range<usize>| {
            let start = range.start.checked_sub(self.piece.start)?;
            self.piece.text.get(start..range.end.checked_sub(self.piece.start)?)
        };
        let bare = source(said.span.clone()).map_or(0, |raw| raw.find(said.text.as_ref()).unwrap_or(0));
        let start = said.span.start + bare;
        let place = start + offset..start + said.text.len();
        if source(place.clone()).is_some_and(|rest| said.text.ends_with(rest)) { place } else { said.span.clone() }
    }

    /// Takes note of something wrong.
    pub(super) fn problem(&mut self, span: Range<usize>, fault: Fault) {
        self.problems.push(Problem::new(span, fault));
    }

    /// Whether the table has this field, of whatever type.
    pub(super) fn has(&self, name: &str) -> bool {
        self.table.iter().any(|entry| entry.key == name)
    }

    /// All that was wrong, unknown fields included.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        for entry in self.table.iter().filter(|entry| !self.asked.contains(&entry.key.as_ref())) {
            let near = nearest(&entry.key, self.asked.iter().copied()).map(str::to_owned);
            let fault = Fault::UnknownField { field: entry.key.clone().into_owned(), near };
            self.problems.push(Problem::new(entry.key_span.clone(), fault));
        }
        self.problems
    }

    fn value(&mut self, name: &'static str) -> Option<&'a Node<'a>> {
        self.asked.push(name);
        self.table.iter().find(|entry| entry.key == name).map(|entry| &entry.node)
    }

    fn text(&mut self, name: &'static str, node: &Node<'_>, lines: bool) -> Option<Said> {
        let Value::Text(raw) = &node.value else {
            self.wrong_type(name, "a text in quotation marks", node);
            return None;
        };
        let clean = if lines { sanitize_lines(raw.trim()) } else { sanitize(raw.trim()) };
        if matches!(clean, Cow::Owned(_)) && clean.matches('\u{FFFD}').count() > raw.matches('\u{FFFD}').count() {
            self.problem(node.span.clone(), Fault::Control { field: name });
        }
        Some(Said { text: clean.into_owned().into(), span: node.span.clone() })
    }

    fn wrong_type(&mut self, name: &'static str, expected: &'static str, node: &Node<'_>) {
        self.problems.push(wrong_type(name, expected, node));
    }
}

fn wrong_type(field: &'static str, expected: &'static str, node: &Node<'_>) -> Problem {
    Problem::new(node.span.clone(), Fault::WrongType { field, expected, found: node.value.what() })
}
