//! A table that annalist wrote: lists are JSON in its cells or have semicolons between them, so that a row is a whole event.

use serde_json::{Map, Value};

use super::row::Row;
use crate::{
    load::{Diagnostic, DiagnosticKind, Diagnostics, Format},
    model::{Event, ExtraFields, Vocabularies},
};

/// The columns by which such a table is known: those that say in plain days what the date says exactly. They are made anew.
pub(super) const OUTER_DAYS: [&str; 2] = ["first_day", "last_day"];
/// Lists of texts.
const LISTS: [&str; 4] = ["parties", "areas", "organisations", "follows"];
/// What else is JSON.
const TABLES: [&str; 5] = ["people", "differs", "quote", "source", "context"];

/// Whether a table with these columns is one.
pub(super) fn is_own(header: &[String]) -> bool {
    ["date", "title"].into_iter().chain(OUTER_DAYS).all(|name| header.iter().any(|column| column == name))
}

/// The event of a row, and whether its id was written by somebody; `None` if it is none. What is wrong is told of the row as
/// a whole.
pub(super) fn event(
    row: &Row<'_>,
    fields: &ExtraFields,
    words: &mut Vocabularies,
    problems: &mut Diagnostics,
) -> Option<(bool, Event)> {
    let mut object = Map::new();
    for (field, cell) in row.filled() {
        let name = fields.name(field);
        if !OUTER_DAYS.contains(&&*name) {
            let value = value(&name, unguarded(&cell.text));
            object.insert(name.into_owned(), value);
        }
    }
    let mut own = Diagnostics::default();
    let mut events = Format::JsonLines.part(&Value::Object(object).to_string(), 0, words, &mut own).events;
    // A column that annalist does not know is one that it kept.
    let is_told = |problem: &Diagnostic| !matches!(problem.fault, DiagnosticKind::UnknownField { .. });
    for problem in own.into_all().into_iter().filter(is_told) {
        problems.push(row.span.start..row.span.start + 1, problem.fault);
    }
    events.pop().map(|(_, has_id, event)| (has_id, event))
}

/// What a cell says, as JSON of an event has it.
fn value(name: &str, text: &str) -> Value {
    let as_text = || Value::String(text.to_owned());
    if LISTS.contains(&name) {
        let parts = || text.split(';').map(|part| Value::String(part.trim().to_owned())).collect();
        return serde_json::from_str(text).ok().filter(Value::is_array).unwrap_or_else(|| Value::Array(parts()));
    }
    if TABLES.contains(&name) { serde_json::from_str(text).unwrap_or_else(|_| as_text()) } else { as_text() }
}

/// A cell without the apostrophe that keeps spreadsheets from taking it for a formula.
fn unguarded(text: &str) -> &str {
    let is_guarded = |rest: &&str| rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
    text.strip_prefix('\'').filter(is_guarded).unwrap_or(text)
}
