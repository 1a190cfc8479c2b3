//! An event as the fields of a timeline file.

use std::borrow::Cow;

use super::field_record::{FieldRecord, RecordValue};
use crate::model::{
    Confidence, Difference, Event, Extra, Id, Lang, Person, Quote, Source, Text, Vocabularies, Vocabulary, cell_content,
};

/// How an event is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// As its file has it: persons and bodies by what stands for them in their vocabularies, which come along.
    AsWritten,
    /// So that it says all by itself: names and posts of the day are filled in.
    SelfContained,
}

/// Returns all that an event says. `more` says how a value is written that annalist does not know.
pub fn event_record<'a>(
    event: &'a Event,
    words: &'a Vocabularies,
    naming: Naming,
    more: fn(&'a str) -> RecordValue<'a>,
) -> FieldRecord<'a> {
    let writer = EventWriter { words, event, naming };
    writer.fields(more)
}

struct EventWriter<'a> {
    words: &'a Vocabularies,
    event: &'a Event,
    naming: Naming,
}

impl<'a> EventWriter<'a> {
    fn fields(&self, more: fn(&'a str) -> RecordValue<'a>) -> FieldRecord<'a> {
        let Self { event, words, .. } = *self;
        let mut fields = FieldRecord::default();
        fields.text("id", Some(&event.id));
        fields.text("date", Some(event.date.as_written()));
        fields.text("end", event.date.end_as_written());
        fields.text("title", Some(&event.title));
        fields.text("title_ja", event.title_ja.as_deref());
        fields.text("lane", term_id(&words.lanes, event.lane));
        fields.text("kind", term_id(&words.kinds, event.kind));
        fields.texts("parties", ids(&words.parties, &event.parties));
        fields.text("place", event.place.as_deref());
        fields.text("place_ja", event.place_ja.as_deref());
        fields.texts("areas", ids(&words.areas, &event.areas));
        fields.text("summary", event.summary.as_deref());
        fields.text("summary_ja", event.summary_ja.as_deref());
        fields.texts("organisations", event.organisations.iter().map(|body| self.body(body)));
        fields.texts("follows", event.follows.iter().map(|id| Cow::Borrowed(&**id)));
        fields.flag("context", event.context);
        fields.text("confidence", event.confidence.map(Confidence::name));
        fields.text("note", event.note.as_deref());
        fields.text("note_ja", event.note_ja.as_deref());
        for (name, values) in unknown_fields(&event.more) {
            let value = match values.as_slice() {
                [only] => more(only),
                _ => RecordValue::Texts(values.into_iter().map(Cow::Borrowed).collect()),
            };
            fields.0.push((name, value));
        }
        fields.tables("people", event.people.iter().map(|person| self.person(person)));
        fields.tables("differs", event.differs.iter().map(difference));
        fields.tables("quote", event.quotes.iter().map(|quote| self.quote(quote)));
        fields.tables("source", event.sources.iter().map(|source| self.source(source)));
        fields
    }

    fn person(&self, person: &'a Person) -> FieldRecord<'a> {
        let Person { name, name_ja, role, role_ja, party } = person;
        let mut fields = FieldRecord::default();
        let party = party.and_then(|party| term_id(&self.words.parties, party));
        if self.naming == Naming::SelfContained {
            let known = self.words.person(person, &self.event.date);
            fields.text("name", Some(known.name));
            fields.text("name_ja", known.name_ja);
            fields.text("role", known.role);
            fields.text("role_ja", known.role_ja);
            fields.text("party", party.or_else(|| self.words.persons.find(name)?.party.as_deref()));
            return fields;
        }
        fields.text("name", Some(name));
        fields.text("name_ja", name_ja.as_deref());
        fields.text("role", role.as_deref());
        fields.text("role_ja", role_ja.as_deref());
        fields.text("party", party);
        fields
    }

    fn quote(&self, quote: &'a Quote) -> FieldRecord<'a> {
        let mut fields = FieldRecord::default();
        fields.text("text", Some(&quote.text));
        let speaker = self.words.speaker(quote, &self.event.date).filter(|_| self.naming == Naming::SelfContained);
        if let Some(speaker) = speaker {
            fields.text("speaker", Some(speaker.name));
            fields.text("speaker_ja", speaker.name_ja);
            fields.text("role", speaker.role);
            fields.text("role_ja", speaker.role_ja);
        } else {
            fields.text("speaker", quote.speaker.as_deref());
            fields.text("speaker_ja", quote.speaker_ja.as_deref());
            fields.text("role", quote.role.as_deref());
            fields.text("role_ja", quote.role_ja.as_deref());
        }
        fields.text("lang", quote.lang.as_deref());
        fields.text("translation", quote.translation.as_deref());
        fields.text("translation_ja", quote.translation_ja.as_deref());
        fields.source_number("source", quote.source);
        fields.flag("as_reported", quote.as_reported);
        fields.text("note", quote.note.as_deref());
        fields.text("note_ja", quote.note_ja.as_deref());
        fields
    }

    fn source(&self, source: &'a Source) -> FieldRecord<'a> {
        let Source { title, publisher, url, archived, date, lang, primary, supports, further_reading } = source;
        let mut fields = FieldRecord::default();
        fields.text("title", title.as_deref());
        if let Some(publisher) = publisher.as_deref().filter(|publisher| !publisher.is_empty()) {
            let publisher = match self.naming {
                Naming::AsWritten => Cow::Borrowed(publisher),
                Naming::SelfContained => self.words.publisher(publisher, Lang::En),
            };
            fields.set("publisher", RecordValue::Text(publisher));
        }
        fields.text("url", url.as_deref());
        fields.text("archived", archived.as_deref());
        fields.text("date", date.as_deref());
        fields.text("lang", lang.as_deref());
        fields.flag("primary", *primary);
        fields.texts("supports", supports.iter().map(|support| Cow::Borrowed(&**support)));
        fields.flag("further_reading", *further_reading);
        fields
    }

    fn body(&self, written: &'a Text) -> Cow<'a, str> {
        match self.naming {
            Naming::AsWritten => Cow::Borrowed(written),
            Naming::SelfContained => self.words.organisation(written, Lang::En),
        }
    }
}

fn difference(difference: &Difference) -> FieldRecord<'_> {
    let Difference { field, value, value_ja, source } = difference;
    let mut fields = FieldRecord::default();
    fields.text("field", Some(field));
    fields.text("value", Some(value));
    fields.text("value_ja", value_ja.as_deref());
    fields.source_number("source", *source);
    fields
}

/// The fields that annalist does not know: each name once, with all that it says, and never a name that it knows.
fn unknown_fields(more: &[Extra]) -> impl Iterator<Item = (Cow<'_, str>, Vec<&str>)> {
    let is_first = |place: usize, name: &str| more.iter().take(place).all(|before| before.name != name);
    let first = more.iter().enumerate().filter(move |(place, extra)| is_first(*place, &extra.name));
    first.map(|(_, extra)| {
        let values = more.iter().filter(|other| other.name == extra.name).map(|other| &*other.value);
        (unknown_name(&extra.name), values.collect())
    })
}

/// The name of such a field beside those that are known.
fn unknown_name(name: &str) -> Cow<'_, str> {
    // JSON has the plural of some.
    let is_known = |name: &str| cell_content(name).is_some() || matches!(name, "quotes" | "sources");
    if is_known(name) { Cow::Owned(format!("x_{name}")) } else { Cow::Borrowed(name) }
}

fn ids<'a, V: Copy>(words: &'a Vocabulary<V>, ids: &'a [Id<V>]) -> impl Iterator<Item = Cow<'a, str>> {
    ids.iter().filter_map(|&id| term_id(words, id)).map(Cow::Borrowed)
}

/// The id of a term; `None` for the lane and the kind without a name.
fn term_id<V: Copy>(vocabulary: &Vocabulary<V>, id: Id<V>) -> Option<&str> {
    vocabulary.get(id).map(|term| &*term.id).filter(|id| !id.is_empty())
}
