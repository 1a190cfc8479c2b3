//! A row of a table, or an object with any fields: texts by the numbers of their columns.

use std::{borrow::Cow, ops::Range};

use super::record::RecordReader;
use crate::{
    load::node::{Entry, Node, SourceSlice, Value},
    model::{ExtraField, ExtraFields},
    text::sanitize,
};

/// A text and the bytes where it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) span: Range<usize>,
}

/// The numbers of the names in one object after the other: most have the same names in the same order.
#[derive(Debug, Default)]
pub(super) struct NumberedNames {
    all: Vec<(String, Option<ExtraField>)>,
    /// Which comes next.
    place: usize,
}

/// So many names of an object are remembered.
const MAX_KNOWN_NAMES: usize = 512;

impl NumberedNames {
    /// The number of the next name of an object, behind the names around it; `None` where nothing is said under it.
    fn number(&mut self, named: Option<(&str, &str)>, fields: &ExtraFields) -> Option<ExtraField> {
        let place = self.place;
        self.place += 1;
        let (around, key) = named?;
        if let Some((name, Some(field))) = self.all.get(place)
            && name.strip_prefix(around) == Some(key)
        {
            return Some(*field);
        }
        let mut name = format!("{around}{key}");
        let field = fields.intern(&sanitize(&name));
        if place < MAX_KNOWN_NAMES {
            self.all.resize_with(self.all.len().max(place + 1), Default::default);
        }
        self.all.get_mut(place).into_iter().for_each(|known| *known = (std::mem::take(&mut name), Some(field)));
        Some(field)
    }
}

/// A row, as far as it says anything. It is filled again and again.
#[derive(Debug, Default)]
pub(super) struct Row<'a> {
    /// The bytes of the whole.
    pub(super) span: Range<usize>,
    /// By the numbers of the columns; empty where nothing is said.
    cells: Vec<Cell<'a>>,
    /// Which of them are filled, in order.
    filled: Vec<ExtraField>,
}

impl<'a> Row<'a> {
    /// Begins a row that stands at these bytes.
    pub(super) fn begin(&mut self, span: Range<usize>) {
        self.clear();
        self.span = span;
    }

    fn clear(&mut self) {
        for field in self.filled.drain(..) {
            if let Some(cell) = self.cells.get_mut(field.index()) {
                *cell = Cell::default();
            }
        }
    }

    /// Puts what stands in a column, if anything does.
    pub(super) fn put(&mut self, field: ExtraField, text: Cow<'a, str>, span: Range<usize>) {
        if is_blank(&text) {
            return;
        }
        if self.cells.len() <= field.index() {
            self.cells.resize_with(field.index() + 1, Cell::default);
        }
        // What stands first counts: a field with dots in its name before one that is nested.
        if let Some(cell) = self.cells.get_mut(field.index()).filter(|cell| cell.text.is_empty()) {
            *cell = Cell { text, span };
            self.filled.push(field);
        }
    }

    /// Takes a record of delimited text; its columns have these numbers.
    pub(super) fn fill_from_record(&mut self, records: &RecordReader<'a>, columns: &[ExtraField]) {
        self.begin(records.span());
        for (place, column) in columns.iter().enumerate().take(records.len()) {
            self.put(*column, records.cell(place), records.cell_span(place));
        }
    }

    /// Takes an object of JSON. What is nested in it has a name with dots.
    pub(super) fn fill_from_object(
        &mut self,
        entries: &[Entry<'a>],
        span: Range<usize>,
        piece: SourceSlice<'a>,
        names: &mut NumberedNames,
        fields: &ExtraFields,
    ) {
        self.begin(span);
        names.place = 0;
        self.put_entries(entries, "", piece, &mut |key| names.number(key, fields));
        self.filled.sort_unstable();
    }

    /// Takes entries that stand behind these names of objects around them; `number` knows the numbers of their names.
    fn put_entries(
        &mut self,
        entries: &[Entry<'a>],
        around: &str,
        piece: SourceSlice<'a>,
        number: &mut impl FnMut(Option<(&str, &str)>) -> Option<ExtraField>,
    ) {
        let is_table = |entry: &&Entry<'a>| matches!(entry.node.value, Value::Table(_));
        for entry in entries.iter().filter(|entry| !is_table(entry)) {
            let text = value_text(&entry.node, piece);
            let named = Some((around, entry.key.as_ref())).filter(|_| !is_blank(&text));
            if let Some(field) = number(named) {
                self.put(field, text, entry.node.span.clone());
            }
        }
        for entry in entries.iter().filter(is_table) {
            if let Value::Table(inner) = &entry.node.value {
                self.put_entries(inner, &format!("{around}{}.", entry.key), piece, number);
            }
        }
    }

    /// What stands in a column; `None` where nothing does.
    pub(super) fn cell(&self, column: ExtraField) -> Option<&Cell<'a>> {
        self.cells.get(column.index()).filter(|cell| !cell.text.is_empty())
    }

    /// All cells in which something stands, in the order of their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = (ExtraField, &Cell<'a>)> {
        self.filled.iter().filter_map(|&field| Some((field, self.cell(field)?)))
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.filled.is_empty()
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace())
}

/// What a value says: lists of texts with commas between them, all else as it is written.
fn value_text<'a>(node: &Node<'a>, piece: SourceSlice<'a>) -> Cow<'a, str> {
    let written = || Cow::Borrowed(piece.source(&node.span).unwrap_or_default());
    match &node.value {
        Value::Text(text) => text.clone(),
        Value::List(items) => {
            let bytes: Option<Vec<u8>> = items.iter().map(byte).collect();
            // journald writes what is no UTF-8, or holds controls, as a list of bytes.
            if let Some(bytes) = bytes.filter(|bytes| bytes.len() > 3 && bytes.iter().any(u8::is_ascii_graphic)) {
                return Cow::Owned(String::from_utf8_lossy(&bytes).into_owned());
            }
            let is_plain = |item: &Node<'_>| !matches!(item.value, Value::List(_) | Value::Table(_));
            if !items.iter().all(is_plain) {
                return written();
            }
            let texts: Vec<Cow<'a, str>> = items.iter().map(|item| value_text(item, piece)).collect();
            Cow::Owned(texts.join(", "))
        }
        _ => written(),
    }
}

fn byte(node: &Node<'_>) -> Option<u8> {
    match node.value {
        Value::Number(Some(number)) => u8::try_from(number).ok(),
        _ => None,
    }
}
