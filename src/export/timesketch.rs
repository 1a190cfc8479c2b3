//! JSON Lines as [Timesketch](https://timesketch.org/guides/user/import-from-json-csv/) imports them: each row has a
//! `message`, a `datetime` with a zone and a `timestamp_desc`; all else is kept under its own name.

use std::io::{self, Write};

use super::{
    event_selection::EventSelection,
    json::value_as_read,
    loss::{Loss, Losses},
};
use crate::{
    fields::{FieldRecord, Naming, RecordValue, event_record},
    model::{Event, Zone},
};

/// Writes a line an event; an event without a known time is left out.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write, losses: &mut Losses) -> io::Result<()> {
    let words = &selection.timeline.vocabularies;
    losses.add(Loss::Declaration, selection.count_declared());
    for event in selection.iter() {
        let Some(datetime) = datetime(&event) else {
            losses.add(Loss::Undated, 1);
            continue;
        };
        losses.add(Loss::InexactDate, usize::from(!event.date.has_clock()));
        let mut row = FieldRecord::default();
        row.text("message", Some(&event.title));
        row.set("datetime", RecordValue::Text(datetime.into()));
        let kind = words.kinds.get(event.kind).map(|kind| &*kind.id).filter(|kind| !kind.is_empty());
        row.text("timestamp_desc", Some(kind.unwrap_or("event")));
        for (name, value) in event_record(&event, words, Naming::SelfContained, value_as_read).0 {
            match &*name {
                "title" => {}
                "areas" => row.0.push(("tag".into(), value)),
                // By this name Timesketch has the kind of log that a row is from.
                "source" => row.0.push(("sources".into(), value)),
                _ => row.0.push((name, value)),
            }
        }
        serde_json::to_writer(&mut *out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The first moment at which it may have been, in UTC if it is an instant, to the microsecond; `None` if none is known.
fn datetime(event: &Event) -> Option<String> {
    let date = event.date.reparsed().placed(Zone::UTC, Zone::UTC);
    let moment = date.bounds().sort_key()?;
    let micros = date.nanos().unwrap_or(0) / 1_000;
    Some(format!("{}.{micros:06}+00:00", moment.civil().format("%Y-%m-%dT%H:%M:%S")))
}
