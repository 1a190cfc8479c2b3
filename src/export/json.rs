//! JSON: a timeline as one object, or an event a line.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use serde_json::value::RawValue;

use super::{
    batches::write_in_batches,
    event_selection::EventSelection,
    loss::{Loss, Losses},
};
use crate::fields::{JsonText, Naming, RecordValue, event_record};

/// Writes one object that holds the lists of a timeline by their names, an event a line.
pub(super) fn whole(selection: EventSelection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = &selection.timeline.vocabularies;
    out.write_all(b"{\n")?;
    for (name, value) in selection.declarations().0 {
        write!(out, "\"{name}\": ")?;
        if let RecordValue::Tables(tables) = value {
            list(out, tables.iter())?;
        } else {
            serde_json::to_writer(&mut *out, &value)?;
        }
        out.write_all(b",\n")?;
    }
    out.write_all(b"\"event\": [")?;
    let mut border = "\n";
    for event in selection.iter() {
        out.write_all(border.as_bytes())?;
        serde_json::to_writer(&mut *out, &event_record(&event, words, Naming::AsWritten, value_as_read))?;
        border = ",\n";
    }
    out.write_all(b"\n]\n}\n")
}

/// Writes an event a line, each of which says all by itself.
pub(super) fn lines(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    let words = &selection.timeline.vocabularies;
    losses.add(Loss::Declaration, selection.count_declared());
    write_in_batches(selection, out, |part| {
        let mut lines = Vec::new();
        for event in part.iter() {
            serde_json::to_writer(&mut lines, &event_record(&event, words, Naming::SelfContained, value_as_read))?;
            lines.push(b'\n');
        }
        Ok(lines)
    })
}

fn list<T: serde::Serialize>(out: &mut dyn Write, items: impl Iterator<Item = T>) -> io::Result<()> {
    let mut border = "[\n";
    for item in items {
        out.write_all(border.as_bytes())?;
        serde_json::to_writer(&mut *out, &item)?;
        border = ",\n";
    }
    out.write_all(b"\n]")
}

/// A value that annalist does not know: a number, a list or an object as it was read, if it is one, else a text.
pub(super) fn value_as_read(text: &str) -> RecordValue<'_> {
    let may_be_json = text.starts_with(|c: char| matches!(c, '0'..='9' | '-' | '[' | '{' | 't' | 'f'));
    let value = Some(text).filter(|_| may_be_json).and_then(|text| serde_json::from_str::<&RawValue>(text).ok());
    // Over several lines it would not stand in one.
    match value.filter(|value| value.get().len() == text.len() && !text.contains('\n')) {
        Some(value) => RecordValue::Json(JsonText(Cow::Borrowed(value))),
        None => RecordValue::Text(text.into()),
    }
}
