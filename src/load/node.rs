//! What a file says, whatever its format: texts, numbers, lists and tables, each with its place in the source.

use std::{borrow::Cow, ops::Range};

use super::diagnostic::Shape;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A value and the bytes where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    pub(super) value: Value<'a>,
    pub(super) span: Range<usize>,
}

#[derive(Debug, Clone)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    /// A whole number, or `None` for any other.
    Number(Option<i64>),
    Bool(bool),
    /// A date that the format knows as such, as EDTF writes it.
    Date(String),
    List(Vec<Node<'a>>),
    Table(Vec<Entry<'a>>),
    /// Something that the format does not know, or that is nested too deep to be looked into.
    Other,
}

/// One entry of a table.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) key_span: Range<usize>,
    pub(super) node: Node<'a>,
}

impl Value<'_> {
    /// What it is.
    pub(super) const fn shape(&self) -> Shape {
        match self {
            Self::Text(_) => Shape::Text,
            Self::Number(_) => Shape::Number,
            Self::Bool(_) => Shape::Bool,
            Self::Date(_) => Shape::Date,
            Self::List(_) => Shape::List,
            Self::Table(_) => Shape::Table,
            Self::Other => Shape::Other,
        }
    }
}

impl Node<'_> {
    /// What it says, for people.
    pub(super) fn written(&self, piece: SourceSlice<'_>) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        match &self.value {
            Value::Text(text) => text.trim().to_owned(),
            Value::Date(text) => text.clone(),
            Value::List(items) => joined(items.iter().map(|item| item.written(piece)).collect()),
            Value::Table(entries) => {
                joined(entries.iter().map(|entry| format!("{}: {}", entry.key, entry.node.written(piece))).collect())
            }
            Value::Number(_) | Value::Bool(_) | Value::Other => piece.source(&self.span).unwrap_or_default().to_owned(),
        }
    }
}

/// A part of the source as it was parsed, and where it starts there.
#[derive(Clone, Copy)]
pub(super) struct SourceSlice<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl<'a> SourceSlice<'a> {
    /// What stands at these bytes of the source.
    pub(super) fn source(self, span: &Range<usize>) -> Option<&'a str> {
        self.text.get(span.start.checked_sub(self.start)?..span.end.checked_sub(self.start)?)
    }

    /// Bytes of the piece as bytes of the source.
    pub(super) fn place(self, span: &Range<usize>) -> Range<usize> {
        self.start + span.start..self.start + span.end
    }
}

/// A value of TOML.
pub(super) fn of_toml<'a>(value: &'a Spanned<DeValue<'a>>, piece: SourceSlice<'a>) -> Node<'a> {
    let span = piece.place(&value.span());
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(Cow::Borrowed(text)),
        DeValue::Integer(number) => Value::Number(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        DeValue::Float(_) => Value::Number(None),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(_) => {
            // TOML lets these be written with a space and in small letters, EDTF does not.
            let written = piece.text.get(value.span()).unwrap_or_default();
            Value::Date(written.replace(' ', "T").to_ascii_uppercase())
        }
        DeValue::Array(items) => Value::List(items.iter().map(|item| of_toml(item, piece)).collect()),
        DeValue::Table(table) => Value::Table(entries_of_toml(table, piece)),
    };
    Node { value, span }
}

/// The entries of a table of TOML, as they stand.
pub(super) fn entries_of_toml<'a>(table: &'a DeTable<'a>, piece: SourceSlice<'a>) -> Vec<Entry<'a>> {
    let entry = |(key, value): (&'a Spanned<Cow<'a, str>>, &'a Spanned<DeValue<'a>>)| Entry {
        key: Cow::Borrowed(key.get_ref().as_ref()),
        key_span: piece.place(&key.span()),
        node: of_toml(value, piece),
    };
    let mut entries: Vec<Entry<'_>> = table.iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.key_span.start);
    entries
}
