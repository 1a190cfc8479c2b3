//! An event as it stands in a timeline file.

use toml::{Table, Value};

use crate::model::{
    Confidence, Difference, Event, Extra, Id, Person, Quote, Source, Text, Timeline, Vocabularies, Vocabulary,
};

/// Returns the event as TOML that reads back as the same event.
pub fn event_toml(timeline: &Timeline, event: &Event) -> String {
    let fields = event_fields(event, &timeline.vocabularies);
    let event = Value::Array(vec![Value::Table(fields.0)]);
    Table::from_iter([("event".to_owned(), event)]).to_string()
}

fn event_fields(event: &Event, vocabularies: &Vocabularies) -> TableBuilder {
    let Event {
        id,
        date,
        title,
        title_ja,
        lane,
        kind,
        parties,
        areas,
        place,
        place_ja,
        summary,
        summary_ja,
        people,
        organisations,
        follows,
        context,
        confidence,
        note,
        note_ja,
        differs,
        quotes,
        sources,
        more,
    } = event;
    let mut table = TableBuilder::default();
    table.str("id", Some(id));
    table.set("date", Value::String(date.as_written().to_owned()));
    table.str("end", date.end_as_written());
    table.str("title", Some(title));
    table.str("title_ja", title_ja.as_deref());
    table.str("lane", term_id(&vocabularies.lanes, *lane));
    table.str("kind", term_id(&vocabularies.kinds, *kind));
    table.list("parties", parties.iter().filter_map(|&party| term_id(&vocabularies.parties, party)));
    table.str("place", place.as_deref());
    table.str("place_ja", place_ja.as_deref());
    table.list("areas", areas.iter().filter_map(|&area| term_id(&vocabularies.areas, area)));
    table.str("summary", summary.as_deref());
    table.str("summary_ja", summary_ja.as_deref());
    table.list("organisations", organisations.iter().map(Text::as_ref));
    table.list("follows", follows.iter().map(Text::as_ref));
    table.flag("context", *context);
    table.str("confidence", confidence.map(confidence_name));
    table.str("note", note.as_deref());
    table.str("note_ja", note_ja.as_deref());
    table.tables("people", people.iter().map(|person| person_fields(person, vocabularies)));
    table.tables("differs", differs.iter().map(difference_fields));
    table.tables("quote", quotes.iter().map(quote_fields));
    table.tables("source", sources.iter().map(source_fields));
    for Extra { name, value } in more.iter().filter(|extra| !extra.name.contains('.')) {
        table.str(name, Some(value));
    }
    table
}

fn person_fields(person: &Person, vocabularies: &Vocabularies) -> TableBuilder {
    let Person { name, name_ja, role, role_ja, party } = person;
    let mut table = TableBuilder::default();
    table.str("name", Some(name));
    table.str("name_ja", name_ja.as_deref());
    table.str("role", role.as_deref());
    table.str("role_ja", role_ja.as_deref());
    table.str("party", party.and_then(|party| term_id(&vocabularies.parties, party)));
    table
}

fn difference_fields(difference: &Difference) -> TableBuilder {
    let Difference { field, value, value_ja, source } = difference;
    let mut table = TableBuilder::default();
    table.str("field", Some(field));
    table.str("value", Some(value));
    table.str("value_ja", value_ja.as_deref());
    table.source_number("source", *source);
    table
}

fn quote_fields(quote: &Quote) -> TableBuilder {
    let Quote {
        text,
        speaker,
        speaker_ja,
        role,
        role_ja,
        lang,
        translation,
        translation_ja,
        source,
        as_reported,
        note,
        note_ja,
    } = quote;
    let mut table = TableBuilder::default();
    table.str("text", Some(text));
    table.str("speaker", speaker.as_deref());
    table.str("speaker_ja", speaker_ja.as_deref());
    table.str("role", role.as_deref());
    table.str("role_ja", role_ja.as_deref());
    table.str("lang", lang.as_deref());
    table.str("translation", translation.as_deref());
    table.str("translation_ja", translation_ja.as_deref());
    table.source_number("source", *source);
    table.flag("as_reported", *as_reported);
    table.str("note", note.as_deref());
    table.str("note_ja", note_ja.as_deref());
    table
}

fn source_fields(source: &Source) -> TableBuilder {
    let Source { title, publisher, url, archived, date, lang, primary, supports, further_reading } = source;
    let mut table = TableBuilder::default();
    table.str("title", title.as_deref());
    table.str("publisher", publisher.as_deref());
    table.str("url", url.as_deref());
    table.str("archived", archived.as_deref());
    table.str("date", date.as_deref());
    table.str("lang", lang.as_deref());
    table.flag("primary", *primary);
    table.list("supports", supports.iter().map(Text::as_ref));
    table.flag("further_reading", *further_reading);
    table
}

/// Returns the id of a term; `None` for the lane and the kind without a name.
fn term_id<V: Copy>(vocabulary: &Vocabulary<V>, id: Id<V>) -> Option<&str> {
    vocabulary.get(id).map(|term| &*term.id).filter(|id| !id.is_empty())
}

const fn confidence_name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// A table of TOML in the making: what is not said is left out.
#[derive(Default)]
struct TableBuilder(Table);

impl TableBuilder {
    fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn str(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.set(name, Value::String(text.to_owned()));
        }
    }

    fn flag(&mut self, name: &str, flag: bool) {
        if flag {
            self.set(name, Value::Boolean(true));
        }
    }

    /// Sources are counted from 1 in a file.
    fn source_number(&mut self, name: &str, index: Option<usize>) {
        if let Some(number) = index.and_then(|index| i64::try_from(index + 1).ok()) {
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
