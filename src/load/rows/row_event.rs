//! What a row says, as an event.

use std::borrow::Cow;

use super::row::Row;
use crate::{
    load::{generated_id, schema::is_http_url},
    model::{
        Event, EventDate, EventFlag, EventFlags, Extra, ExtraField, ExtraFields, List, Person, Quote, Source, Text,
        Vocabularies,
    },
    text::{sanitize, sanitize_lines},
};

/// When a row happened, or one of the things that it tells of.
#[derive(Debug)]
pub struct RowMoment<'a> {
    /// The date.
    pub date: EventDate,
    /// The kind; empty where none is said.
    pub kind: Cow<'a, str>,
}

/// What a row says, harmless to show: one event for each of its moments.
#[derive(Debug)]
pub struct RowEvents<'a, 'r> {
    /// Its moments, one or more.
    pub moments: Vec<RowMoment<'a>>,
    /// The id that it gives; none of a row with several moments.
    pub id: Option<Cow<'a, str>>,
    /// The title.
    pub title: Cow<'a, str>,
    /// The title in Japanese.
    pub title_ja: Option<Cow<'a, str>>,
    /// The lane; empty where none is said.
    pub lane: Cow<'a, str>,
    /// The areas.
    pub areas: Vec<Cow<'a, str>>,
    /// The parties.
    pub parties: Vec<Cow<'a, str>>,
    /// The names of people.
    pub people: Vec<Cow<'a, str>>,
    /// Bodies.
    pub organisations: Vec<Cow<'a, str>>,
    /// The place.
    pub place: Option<Cow<'a, str>>,
    /// The summary.
    pub summary: Option<Cow<'a, str>>,
    /// A remark.
    pub note: Option<Cow<'a, str>>,
    /// Words that were said.
    pub quote: Option<Cow<'a, str>>,
    /// Who said them.
    pub speaker: Option<Cow<'a, str>>,
    /// Where it is written: an address, or something else that names it.
    pub sources: Vec<Cow<'a, str>>,
    pub(super) row: &'r Row<'a>,
    pub(super) plan: &'r super::plan::Plan,
}

impl RowEvents<'_, '_> {
    /// The id of the event of this moment.
    pub fn id_of(&self, moment: &RowMoment<'_>) -> Cow<'_, str> {
        match &self.id {
            Some(id) => Cow::Borrowed(id),
            None => Cow::Owned(generated_id(moment.date.as_written(), &self.title)),
        }
    }

    /// What it says in columns that mean no field of an event, harmless to show.
    pub fn extras(&self) -> impl Iterator<Item = (ExtraField, Cow<'_, str>)> {
        let extra = |(field, _): &(ExtraField, _)| self.plan.is_extra(*field);
        self.row.filled().filter(extra).map(|(field, cell)| (field, sanitize_lines(cell.text.trim())))
    }

    /// What holds of its events.
    pub fn flags(&self) -> EventFlags {
        let mut flags = EventFlags::default();
        for (asked, holds) in [
            (EventFlag::Quote, self.quote.is_some()),
            (EventFlag::Note, self.note.is_some()),
            (EventFlag::Source, !self.sources.is_empty()),
            (EventFlag::Summary, self.summary.is_some()),
            (EventFlag::Person, !self.people.is_empty()),
            (EventFlag::Place, self.place.is_some()),
        ] {
            flags.add(asked, holds);
        }
        flags
    }

    /// The event of a moment, with what it refers to in these vocabularies.
    pub(super) fn event(&self, moment: &RowMoment<'_>, words: &mut Vocabularies, fields: &ExtraFields) -> Event {
        let text = |text: &Cow<'_, str>| Text::Owned(text.to_string());
        let optional = |said: &Option<Cow<'_, str>>| said.as_ref().map(text);
        let person =
            |name: &Cow<'_, str>| Person { name: text(name), name_ja: None, role: None, role_ja: None, party: None };
        let quote = |words: &Cow<'_, str>| Quote {
            text: text(words),
            speaker: optional(&self.speaker),
            speaker_ja: None,
            role: None,
            role_ja: None,
            lang: None,
            translation: None,
            translation_ja: None,
            source: None,
            as_reported: false,
            note: None,
            note_ja: None,
        };
        Event {
            id: self.id_of(moment).into_owned().into(),
            date: moment.date.clone(),
            title: text(&self.title),
            title_ja: optional(&self.title_ja),
            lane: words.lanes.intern(&self.lane),
            kind: words.kinds.intern(&moment.kind),
            parties: self.parties.iter().map(|party| words.parties.intern(party)).collect(),
            areas: self.areas.iter().map(|area| words.areas.intern(area)).collect(),
            place: optional(&self.place),
            place_ja: None,
            summary: optional(&self.summary),
            summary_ja: None,
            people: self.people.iter().map(person).collect(),
            organisations: self.organisations.iter().map(text).collect(),
            follows: List::default(),
            context: false,
            confidence: None,
            note: optional(&self.note),
            note_ja: None,
            differs: List::default(),
            quotes: self.quote.iter().map(quote).collect(),
            sources: self.sources.iter().map(|said| source(said)).collect(),
            more: self
                .extras()
                .map(|(field, value)| Extra { name: fields.name(field), value: value.into_owned().into() })
                .collect(),
        }
    }
}

/// A source of which no more is said than its address, or its name.
fn source(said: &str) -> Source {
    let is_address = is_http_url(said);
    let said = Some(Text::Owned(said.to_owned()));
    let (title, url) = if is_address { (None, said) } else { (said, None) };
    Source {
        title,
        publisher: None,
        url,
        archived: None,
        date: None,
        lang: None,
        primary: false,
        supports: List::default(),
        further_reading: false,
    }
}

/// A text of one line, harmless to show.
pub(super) fn one_line(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => sanitize(text.trim()),
        Cow::Owned(text) => match sanitize(text.trim()) {
            Cow::Borrowed(clean) if clean.len() == text.len() => Cow::Owned(text),
            clean => Cow::Owned(clean.into_owned()),
        },
    }
}

/// A text of any number of lines, harmless to show.
pub(super) fn lines(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => sanitize_lines(text.trim()),
        Cow::Owned(text) => match sanitize_lines(text.trim()) {
            Cow::Borrowed(clean) if clean.len() == text.len() => Cow::Owned(text),
            clean => Cow::Owned(clean.into_owned()),
        },
    }
}
