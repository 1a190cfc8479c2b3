//! A table as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has it: an event a row, a field a column.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    io::{self, Write},
};

use super::{
    event_selection::EventSelection,
    json::value_as_read,
    loss::{Loss, Losses},
};
use crate::{
    fields::{Naming, RecordValue, event_record},
    model::{DateBounds, EVENT_FIELDS, Moment, OUTER_DAYS, begins_formula, cell_content},
};

/// What stands between the texts of a list.
const SEPARATOR: &str = "; ";
/// The mark by which spreadsheets know UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// For whom the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    Program,
    Spreadsheet,
}

/// Writes a header and a row an event.
pub(super) fn write(
    selection: EventSelection<'_>,
    audience: Audience,
    out: &mut dyn Write,
    losses: &mut Losses,
) -> io::Result<()> {
    losses.add(Loss::Declaration, selection.count_declared());
    if audience == Audience::Spreadsheet {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    }
    let line_end = if audience == Audience::Spreadsheet { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut table = csv::WriterBuilder::new().terminator(line_end).from_writer(out);
    let columns = columns(selection);
    table.write_record(columns.iter().map(|name| guarded(name).into_owned()))?;
    let place: HashMap<&str, usize> = columns.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let words = &selection.timeline.vocabularies;
    for event in selection.iter() {
        let mut row = vec![String::new(); columns.len()];
        let mut set = |name: &str, text: String| {
            if let Some(cell) = place.get(name).and_then(|&place| row.get_mut(place)) {
                *cell = text;
            }
        };
        for (name, day) in OUTER_DAYS.into_iter().zip(outer_days(event.date.bounds())) {
            set(name, guarded(&day.unwrap_or_default()).into_owned());
        }
        for (name, value) in event_record(&event, words, Naming::SelfContained, value_as_read).0 {
            set(&name, guarded(&cell(&value)?).into_owned());
        }
        table.write_record(&row)?;
    }
    table.flush()
}

/// The names of all columns that hold something for some event, the known ones first.
fn columns(selection: EventSelection<'_>) -> Vec<String> {
    let words = &selection.timeline.vocabularies;
    let mut used: HashSet<String> = HashSet::new();
    let mut unknown: Vec<String> = Vec::new();
    for event in selection.iter() {
        for (name, _) in event_record(&event, words, Naming::AsWritten, value_as_read).0 {
            if !used.contains(&*name) {
                used.insert(name.clone().into_owned());
                unknown.extend(Some(name.into_owned()).filter(|name| cell_content(name).is_none()));
            }
        }
    }
    let known = EVENT_FIELDS.into_iter().map(|(name, _)| name);
    let known = known.filter(|name| used.contains(*name) || matches!(*name, "date" | "title"));
    let mut columns: Vec<String> = known.map(str::to_owned).collect();
    let after_date = columns.iter().position(|name| name == "title").unwrap_or(columns.len());
    columns.splice(after_date..after_date, OUTER_DAYS.map(str::to_owned));
    columns.extend(unknown);
    columns
}

fn outer_days(bounds: &DateBounds) -> [Option<String>; 2] {
    let day = |moment: Moment| moment.is_finite().then(|| moment.civil().format("%Y-%m-%d").to_string());
    [day(bounds.start.earliest), day(bounds.end.latest)]
}

/// What a field says in one cell: a list of texts with semicolons between them, tables as JSON.
fn cell<'a>(value: &'a RecordValue<'a>) -> io::Result<Cow<'a, str>> {
    let json = || serde_json::to_string(value).map(Cow::Owned).map_err(io::Error::from);
    match value {
        RecordValue::Text(text) => Ok(Cow::Borrowed(text)),
        RecordValue::Texts(texts) if texts.iter().all(|text| stands_in_list(text)) => Ok(texts.join(SEPARATOR).into()),
        RecordValue::Flag
        | RecordValue::Number(_)
        | RecordValue::Texts(_)
        | RecordValue::Table(_)
        | RecordValue::Tables(_)
        | RecordValue::Json(_) => json(),
    }
}

/// Whether a text is told apart from its neighbours in a list that semicolons part.
fn stands_in_list(text: &str) -> bool {
    !text.is_empty() && !text.contains(SEPARATOR.trim_end()) && text.trim() == text && !text.starts_with('[')
}

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what begins with `=`, `+`, `-`, `@`, a tab
/// or a carriage return, and before what already looks so guarded. A lone `-` is no formula.
fn guarded(text: &str) -> Cow<'_, str> {
    if begins_formula(text) && text != "-" { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
