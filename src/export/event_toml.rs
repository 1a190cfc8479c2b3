//! An event as it stands in a timeline file.

use toml::{Table, Value};

use crate::model::{Confidence, Event, Text, Timeline};

/// The event as TOML that reads back as the same event.
pub fn event_toml(timeline: &Timeline, event: &Event) -> String {
    let words = &timeline.vocabularies;
    let mut table = Fields::default();
    table.text("id", Some(&event.id));
    table.set("date", Value::String(event.date.as_written().to_owned()));
    table.some("end", event.date.end_as_written());
    table.text("title", Some(&event.title));
    table.text("title_ja", event.title_ja.as_ref());
    table.some("lane", words.lanes.get(event.lane).map(|term| &*term.id).filter(|id| !id.is_empty()));
    table.some("kind", words.kinds.get(event.kind).map(|term| &*term.id).filter(|id| !id.is_empty()));
    let parties = event.parties.iter().filter_map(|&party| words.parties.get(party)).map(|term| &*term.id);
    table.list("parties", parties);
    table.text("place", event.place.as_ref());
    table.text("place_ja", event.place_ja.as_ref());
    table.list("areas", event.areas.iter().filter_map(|&area| words.areas.get(area)).map(|term| &*term.id));
    table.text("summary", event.summary.as_ref());
    table.text("summary_ja", event.summary_ja.as_ref());
    table.list("organisations", event.organisations.iter().map(|org| &**org));
    table.list("follows", event.follows.iter().map(|id| &**id));
    if event.context {
        table.set("context", Value::Boolean(true));
    }
    table.some(
        "confidence",
        event.confidence.map(|confidence| match confidence {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }),
    );
    table.text("note", event.note.as_ref());
    table.tables(
        "people",
        event.people.iter().map(|person| {
            let mut table = Fields::default();
            table.text("name", Some(&person.name));
            table.text("name_ja", person.name_ja.as_ref());
            table.text("role", person.role.as_ref());
            table.some("party", person.party.and_then(|party| words.parties.get(party)).map(|term| &*term.id));
            table
        }),
    );
    table.tables(
        "differs",
        event.differs.iter().map(|differs| {
            let mut table = Fields::default();
            table.text("field", Some(&differs.field));
            table.text("value", Some(&differs.value));
            table.number("source", differs.source);
            table
        }),
    );
    table.tables(
        "quote",
        event.quotes.iter().map(|quote| {
            let mut table = Fields::default();
            table.text("text", Some(&quote.text));
            table.text("speaker", quote.speaker.as_ref());
            table.text("role", quote.role.as_ref());
            table.text("lang", quote.lang.as_ref());
            table.text("translation", quote.translation.as_ref());
            table.number("source", quote.source);
            if quote.as_reported {
                table.set("as_reported", Value::Boolean(true));
            }
            table.text("note", quote.note.as_ref());
            table
        }),
    );
    table.tables(
        "source",
        event.sources.iter().map(|source| {
            let mut table = Fields::default();
            table.text("title", source.title.as_ref());
            table.text("publisher", source.publisher.as_ref());
            table.text("url", source.url.as_ref());
            table.text("date", source.date.as_ref());
            table.text("lang", source.lang.as_ref());
            if source.primary {
                table.set("primary", Value::Boolean(true));
            }
            table
        }),
    );
    for extra in event.more.iter().filter(|extra| !extra.name.contains('.')) {
        table.text(&extra.name, Some(&extra.value));
    }
    let event = Value::Array(vec![Value::Table(table.0)]);
    Table::from_iter([("event".to_owned(), event)]).to_string()
}

#[derive(Default)]
struct Fields(Table);

impl Fields {
    fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn some(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.set(name, Value::String(text.to_owned()));
        }
    }

    fn text(&mut self, name: &str, text: Option<&Text>) {
        self.some(name, text.map(|text| &**text));
    }

    /// Sources are counted from 1 in a file.
    fn number(&mut self, name: &str, place: Option<usize>) {
        if let Some(number) = place.and_then(|place| i64::try_from(place + 1).ok()) {
            self.set(name, Value::Integer(number));
        }
    }

    fn list<'a>(&mut self, name: &str, texts: impl Iterator<Item = &'a str>) {
        let values: Vec<Value> = texts.map(|text| Value::String(text.to_owned())).collect();
        if !values.is_empty() {
            self.set(name, Value::Array(values));
        }
    }

    fn tables(&mut self, name: &str, tables: impl Iterator<Item = Self>) {
        let values: Vec<Value> = tables.map(|table| Value::Table(table.0)).collect();
        if !values.is_empty() {
            self.set(name, Value::Array(values));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    #[test]
    fn every_event_that_comes_with_annalist_reads_back() {
        let timeline = load::timeline(load::BUILT_IN.as_bytes().to_vec()).timeline;
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
