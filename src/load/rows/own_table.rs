//! A table that annalist wrote: lists are JSON in its cells or have semicolons between them, so that a row is a whole event.

use std::{borrow::Cow, ops::Range};

use super::{
    own_row::{OwnColumn, OwnRow, unguarded},
    row::Cell,
    sample::Sample,
};
use crate::{
    load::{
        assemble,
        diagnostics::Diagnostics,
        fields::Fields,
        json::Reader,
        node::{Entry, Node, SourceSlice, Value},
        raw::RawTables,
        shorthand, tables,
    },
    model::{CellContent, Event, EventDate, Extra, ExtraField, NOTED_FIELDS, OUTER_DAYS, Vocabularies},
    text::sanitize_lines,
};

/// Whether a table with these columns and first rows is one: the dates are as annalist writes them.
pub(super) fn is_own(header: &[String], columns: &[ExtraField], sample: &Sample<'_>) -> bool {
    let place = |name: &str| header.iter().position(|column| column == name);
    let has_all = ["title"].into_iter().chain(OUTER_DAYS).all(|name| place(name).is_some());
    let Some(date) = place("date").and_then(|place| columns.get(place)).filter(|_| has_all) else { return false };
    let mut dates = sample.rows.iter().filter_map(|row| row.row.cell(*date));
    dates.all(|cell| EventDate::parse(unguarded(&cell.text)).is_ok())
}

impl OwnRow<'_> {
    /// The event of the row, and whether its id was written by somebody; `None` if it is none. What is wrong is told.
    pub fn event(&self, words: &mut Vocabularies, problems: &mut Diagnostics) -> Option<(bool, Event)> {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for (OwnColumn { name, content }, cell) in self.filled() {
            match content {
                Some(content) => known.push(entry(name, *content, cell)),
                None => unknown.extend(extras(name, unguarded(&cell.text))),
            }
        }
        shorthand::spell_out(&mut known);
        let mut raw = RawTables::default();
        let piece = SourceSlice { text: self.text, start: 0 };
        tables::event(Fields::of_table("event", &known, self.row.span.clone(), piece, problems), &mut raw);
        let mut events = assemble::events(raw, words, problems).events;
        let (_, has_id, mut event) = events.pop()?;
        event.more = event.more.iter().cloned().chain(unknown).collect();
        Some((has_id, event))
    }
}

fn entry<'r>(name: &'r str, content: CellContent, cell: &'r Cell<'_>) -> Entry<'r> {
    let text = unguarded(&cell.text);
    let value = match content {
        CellContent::Text => Value::Text(Cow::Borrowed(text)),
        CellContent::Texts => json(text).filter(|value| matches!(value, Value::List(_))).unwrap_or_else(|| {
            let part = |part: &'r str| Node { value: Value::Text(part.trim().into()), span: cell.span.clone() };
            Value::List(text.split(';').map(part).collect())
        }),
        CellContent::Json => json(text).unwrap_or(Value::Text(Cow::Borrowed(text))),
    };
    let mut node = Node { value, span: cell.span.clone() };
    stand_at(&mut node, &cell.span);
    Entry { key: Cow::Borrowed(name), key_span: cell.span.clone(), node }
}

/// The value of JSON that a cell holds, if that is all it holds.
fn json(text: &str) -> Option<Value<'_>> {
    let mut reader = Reader::new(SourceSlice { text, start: 0 }, 0);
    let value = reader.value().ok().flatten()?.value;
    text.get(reader.at()..)?.trim().is_empty().then_some(value)
}

/// Lets all of a value stand where its cell does: quotation marks in the cell are doubled.
fn stand_at(node: &mut Node<'_>, span: &Range<usize>) {
    node.span = span.clone();
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(|item| stand_at(item, span)),
        Value::Table(entries) => entries.iter_mut().for_each(|entry| {
            entry.key_span = span.clone();
            stand_at(&mut entry.node, span);
        }),
        _ => {}
    }
}

/// What a column says that annalist does not know; of several tags each by itself.
fn extras(name: &str, text: &str) -> Vec<Extra> {
    let [_, tags, _] = NOTED_FIELDS;
    let extra = |value: &str| Extra { name: name.to_owned().into(), value: sanitize_lines(value).into_owned().into() };
    if name == tags { text.split(';').map(|part| extra(part.trim())).collect() } else { vec![extra(text)] }
}
