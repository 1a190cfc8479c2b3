//! A comparison as one object: events that came and went with all that they say, of others the fields that differ.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    diff_line::{Sign, event_of},
    diff_report::DiffReport,
};
use crate::{
    diff::{EventChange, FieldChange, ItemChange, ValueChange},
    export::json::value_as_read,
    fields::{FieldRecord, Naming, event_record},
};

/// A field that differs.
#[derive(Serialize)]
struct FieldJson<'a> {
    field: &'a str,
    #[serde(flatten)]
    value: ValueJson<'a>,
}

/// What a field said and says.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson<'a> {
    Text { old: Option<&'a str>, new: Option<&'a str> },
    List { removed: &'a [String], added: &'a [String] },
    Table { fields: Vec<FieldJson<'a>> },
    Items { items: Vec<ItemJson<'a>> },
    Reordered { reordered: bool },
}

/// What has become of a table in a list.
#[derive(Serialize)]
#[serde(tag = "change", rename_all = "lowercase")]
enum ItemJson<'a> {
    Added { item: &'a FieldRecord<'static> },
    Removed { item: &'a FieldRecord<'static> },
    Changed { name: &'a str, fields: Vec<FieldJson<'a>> },
}

/// What has become of an event.
#[derive(Serialize)]
#[serde(tag = "change", rename_all = "lowercase")]
enum EventJson<'a> {
    Added { event: FieldRecord<'a> },
    Removed { event: FieldRecord<'a> },
    Changed { id: &'a str, date: &'a str, title: &'a str, fields: Vec<FieldJson<'a>> },
}

/// Writes the object, an event a line.
pub(super) fn write(report: DiffReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    let diff = report.diff;
    let text = |text: &str| serde_json::to_string(text).map_err(io::Error::from);
    writeln!(out, "{{\n\"old\": {},\n\"new\": {},", text(report.old.0)?, text(report.new.0)?)?;
    let (added, removed, changed) = (diff.added(), diff.removed(), diff.changed());
    writeln!(out, "\"added\": {added},\n\"removed\": {removed},\n\"changed\": {changed},")?;
    writeln!(out, "\"declarations\": {},", serde_json::to_string(&fields_json(&diff.declarations))?)?;
    out.write_all(b"\"events\": [")?;
    let mut border = "\n";
    for change in &diff.changes {
        let Some((sign, event)) = event_of(change, report.old.1, report.new.1) else { continue };
        let timeline = if sign == Sign::Removed { report.old.1 } else { report.new.1 };
        let record = || event_record(&event, &timeline.vocabularies, Naming::AsWritten, value_as_read);
        let json = match change {
            EventChange::Added(_) => EventJson::Added { event: record() },
            EventChange::Removed(_) => EventJson::Removed { event: record() },
            EventChange::Changed { fields, .. } => {
                let (id, date, title) = (&event.id, event.date.as_written(), &event.title);
                EventJson::Changed { id, date, title, fields: fields_json(fields) }
            }
        };
        out.write_all(border.as_bytes())?;
        serde_json::to_writer(&mut *out, &json)?;
        border = ",\n";
    }
    out.write_all(b"\n]\n}\n")
}

fn fields_json(fields: &[FieldChange]) -> Vec<FieldJson<'_>> {
    fields.iter().map(|field| FieldJson { field: &field.name, value: value_json(&field.change) }).collect()
}

fn value_json(change: &ValueChange) -> ValueJson<'_> {
    match change {
        ValueChange::Text { old, new } => ValueJson::Text { old: old.as_deref(), new: new.as_deref() },
        ValueChange::List { removed, added } if removed.is_empty() && added.is_empty() => {
            ValueJson::Reordered { reordered: true }
        }
        ValueChange::List { removed, added } => ValueJson::List { removed, added },
        ValueChange::Table(fields) => ValueJson::Table { fields: fields_json(fields) },
        ValueChange::Items(items) if items.is_empty() => ValueJson::Reordered { reordered: true },
        ValueChange::Items(items) => ValueJson::Items { items: items.iter().map(item_json).collect() },
    }
}

fn item_json(item: &ItemChange) -> ItemJson<'_> {
    match item {
        ItemChange::Added(item) => ItemJson::Added { item },
        ItemChange::Removed(item) => ItemJson::Removed { item },
        ItemChange::Changed { name, fields } => ItemJson::Changed { name, fields: fields_json(fields) },
    }
}
