//! The fields of one table of a file: asked for by name and type, sanitised, with their places. Whatever is of another
//! type is a problem and counts as absent; whatever was never asked for is an unknown field.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::problem::{Fault, Problem};
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

/// A part of the source as it was parsed, and where it starts there.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl Piece<'_> {
    /// Bytes of the piece as bytes of the source.
    pub(super) fn place(self, span: &Range<usize>) -> Range<usize> {
        self.start + span.start..self.start + span.end
    }
}

/// The fields of a table.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    piece: Piece<'a>,
    /// The bytes of the table's header, or of the whole table where it stands in a line.
    pub(super) span: Range<usize>,
    asked: Vec<&'static str>,
    problems: Vec<Problem>,
}

impl<'a> Fields<'a> {
    /// The fields of this value; if it is no table, the problem.
    pub(super) fn of(name: &'static str, value: &'a Spanned<DeValue<'a>>, piece: Piece<'a>) -> Result<Self, Problem> {
        let span = piece.place(&value.span());
        match value.get_ref() {
            DeValue::Table(table) => Ok(Self { table, piece, span, asked: Vec::new(), problems: Vec::new() }),
            other => Err(wrong_type(name, "a table", other, span)),
        }
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
        let DeValue::Datetime(_) = value.get_ref() else { return self.text(name, value, false) };
        // TOML lets these be written with a space and in small letters, EDTF does not.
        let written = self.piece.text.get(value.span())?.replace(' ', "T").to_ascii_uppercase();
        Some(Said { text: written.into(), span: self.piece.place(&value.span()) })
    }

    /// A list of texts of one line; what is of another type in it is left out.
    pub(super) fn list(&mut self, name: &'static str) -> Vec<Said> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(name, "a list of texts", value);
            return Vec::new();
        };
        items.iter().filter_map(|item| self.text(name, item, false)).collect()
    }

    /// Yes or no; no if it is not given.
    pub(super) fn flag(&mut self, name: &'static str) -> bool {
        let Some(value) = self.value(name) else { return false };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong_type(name, "`true` or `false`", value);
        false
    }

    /// A whole number and its place.
    pub(super) fn number(&mut self, name: &'static str) -> Option<(i64, Range<usize>)> {
        let value = self.value(name)?;
        if let DeValue::Integer(number) = value.get_ref()
            && let Ok(number) = i64::from_str_radix(number.as_str(), number.radix())
        {
            return Some((number, self.piece.place(&value.span())));
        }
        self.wrong_type(name, "a whole number", value);
        None
    }

    /// Every table of a list of tables, read by `read`.
    pub(super) fn tables<T>(&mut self, name: &'static str, read: impl Fn(&mut Fields<'a>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
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
        self.table.contains_key(name)
    }

    /// All that was wrong, unknown fields included.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        for key in self.table.keys().filter(|key| !self.asked.contains(&key.get_ref().as_ref())) {
            let near = nearest(key.get_ref(), self.asked.iter().copied()).map(str::to_owned);
            let fault = Fault::UnknownField { field: key.get_ref().clone().into_owned(), near };
            self.problems.push(Problem::new(self.piece.place(&key.span()), fault));
        }
        self.problems
    }

    fn value(&mut self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(name);
        self.table.get(name)
    }

    fn text(&mut self, name: &'static str, value: &Spanned<DeValue<'_>>, lines: bool) -> Option<Said> {
        let DeValue::String(raw) = value.get_ref() else {
            self.wrong_type(name, "a text in quotation marks", value);
            return None;
        };
        let span = self.piece.place(&value.span());
        let clean = if lines { sanitize_lines(raw.trim()) } else { sanitize(raw.trim()) };
        if clean.matches('\u{FFFD}').count() > raw.matches('\u{FFFD}').count() {
            self.problem(span.clone(), Fault::Control { field: name });
        }
        Some(Said { text: clean.into_owned().into(), span })
    }

    fn wrong_type(&mut self, name: &'static str, expected: &'static str, value: &Spanned<DeValue<'_>>) {
        self.problems.push(wrong_type(name, expected, value.get_ref(), self.piece.place(&value.span())));
    }
}

fn wrong_type(field: &'static str, expected: &'static str, value: &DeValue<'_>, span: Range<usize>) -> Problem {
    let found = match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Problem::new(span, Fault::WrongType { field, expected, found })
}
