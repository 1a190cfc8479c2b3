//! TOML: a timeline file.

use std::io::{self, Write};

use super::event_selection::EventSelection;
use crate::{
    fields::{FieldRecord, Naming, RecordValue, event_record},
    model::{Event, Timeline},
};

/// Writes a timeline file that says the same.
pub(super) fn write(selection: EventSelection<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut border = "";
    for (name, value) in selection.declarations().0 {
        let tables = match value {
            RecordValue::Tables(tables) => tables.into_iter().map(|table| RecordValue::Tables(vec![table])).collect(),
            value => vec![value],
        };
        for table in tables {
            out.write_all(border.as_bytes())?;
            out.write_all(text(&FieldRecord(vec![(name.clone(), table)]))?.as_bytes())?;
            border = "\n";
        }
    }
    for event in selection.iter() {
        out.write_all(border.as_bytes())?;
        out.write_all(event_toml(selection.timeline, &event).as_bytes())?;
        border = "\n";
    }
    Ok(())
}

/// Returns the event as TOML that reads back as the same event.
pub fn event_toml(timeline: &Timeline, event: &Event) -> String {
    let as_text = |value| RecordValue::Text(std::borrow::Cow::Borrowed(value));
    let fields = event_record(event, &timeline.vocabularies, Naming::AsWritten, as_text);
    let table = FieldRecord(vec![("event".into(), RecordValue::Tables(vec![fields]))]);
    // Only a key that is no text could not be written.
    text(&table).unwrap_or_default()
}

fn text(table: &FieldRecord<'_>) -> io::Result<String> {
    ::toml::to_string(table).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    #[test]
    fn every_event_that_comes_with_annalist_reads_back() {
        let timeline = load::timeline(include_bytes!("../../events.toml").to_vec()).timeline;
        for event in timeline.events() {
            let text = event_toml(&timeline, &event);
            let again = load::timeline(text.as_bytes().to_vec()).timeline;
            let read = &again.events().next().unwrap();
            assert_eq!(event_toml(&again, read), text);
            assert_eq!((&read.date, &read.quotes, &read.sources), (&event.date, &event.quotes, &event.sources));
            assert_eq!((&read.title_ja, &read.note, &read.follows), (&event.title_ja, &event.note, &event.follows));
        }
    }
}
