//! Fast path: parses a well-formed event into borrowed fields.
//!
//! Of a line of JSON, a table of TOML or a row of a table of our own in which all is as it should be nothing is made but metadata and folded text. Anything
//! unusual (an unknown field, a control character, a bad date) returns `None` and goes through `load`, which reports it. A
//! test holds both to see the same.

mod clean_str;
mod event;

use std::{borrow::Cow, fmt, marker::PhantomData, ops::Deref};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor, value::MapAccessDeserializer},
};

use clean_str::{CleanLine, CleanLines};

use crate::{
    load::{Format, MAX_UNTRIED_BYTES, generated_id, is_http_url},
    model::{self, Chunk, EventDate, EventFlag, EventFlags, Language, NewEventMeta, Text, Vocabularies, Vocabulary},
    query::{TextChunk, TextKind},
};

/// What a line of JSON, a table of TOML or a row says of an event.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct BorrowedEvent<'a> {
    #[serde(borrow)]
    id: CleanLine<'a>,
    date: CleanLine<'a>,
    end: CleanLine<'a>,
    title: CleanLine<'a>,
    title_ja: CleanLine<'a>,
    lane: CleanLine<'a>,
    kind: CleanLine<'a>,
    parties: Vec<CleanLine<'a>>,
    areas: Vec<CleanLine<'a>>,
    place: CleanLine<'a>,
    place_ja: CleanLine<'a>,
    summary: CleanLines<'a>,
    summary_ja: CleanLines<'a>,
    people: Vec<MapOnly<BorrowedPerson<'a>>>,
    organisations: Vec<CleanLine<'a>>,
    follows: Vec<CleanLine<'a>>,
    context: Option<bool>,
    confidence: CleanLine<'a>,
    note: CleanLines<'a>,
    note_ja: CleanLines<'a>,
    differs: Vec<MapOnly<BorrowedDifference<'a>>>,
    #[serde(alias = "quotes")]
    quote: Vec<MapOnly<BorrowedQuote<'a>>>,
    #[serde(alias = "sources")]
    source: Vec<MapOnly<BorrowedSource<'a>>>,
}

/// A part of TOML that holds one event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SingleEventDoc<'a> {
    #[serde(borrow)]
    event: Vec<MapOnly<BorrowedEvent<'a>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BorrowedPerson<'a> {
    #[serde(borrow)]
    name: CleanLine<'a>,
    name_ja: CleanLine<'a>,
    role: CleanLine<'a>,
    role_ja: CleanLine<'a>,
    party: CleanLine<'a>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BorrowedDifference<'a> {
    #[serde(borrow)]
    field: CleanLine<'a>,
    value: CleanLine<'a>,
    value_ja: CleanLine<'a>,
    source: Option<usize>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BorrowedQuote<'a> {
    #[serde(borrow)]
    text: CleanLines<'a>,
    speaker: CleanLine<'a>,
    speaker_ja: CleanLine<'a>,
    role: CleanLine<'a>,
    role_ja: CleanLine<'a>,
    lang: CleanLine<'a>,
    translation: CleanLines<'a>,
    translation_ja: CleanLines<'a>,
    source: Option<usize>,
    as_reported: Option<bool>,
    note: CleanLines<'a>,
    note_ja: CleanLines<'a>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct BorrowedSource<'a> {
    #[serde(borrow)]
    title: CleanLine<'a>,
    publisher: CleanLine<'a>,
    url: CleanLine<'a>,
    archived: CleanLine<'a>,
    date: CleanLine<'a>,
    lang: CleanLine<'a>,
    primary: Option<bool>,
    supports: Vec<CleanLine<'a>>,
    further_reading: Option<bool>,
}

/// An object of JSON: what is derived for a struct would take a list of its fields as well.
#[derive(Debug)]
struct MapOnly<T>(T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for MapOnly<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
            type Value = MapOnly<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(MapOnly)
            }
        }

        deserializer.deserialize_map(Object(PhantomData))
    }
}

impl<T> Deref for MapOnly<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<'a> BorrowedEvent<'a> {
    /// What a line of JSON or a table of TOML says of an event, and when that was; `None` if anything in it is out of the
    /// ordinary.
    pub(super) fn parse(piece: &'a str, format: Format) -> Option<(Self, EventDate)> {
        let MapOnly(event) = match format {
            Format::JsonLines => {
                // In a list, lines end in a comma.
                let line = piece.trim_end();
                serde_json::from_str(line.strip_suffix(',').unwrap_or(line)).ok()?
            }
            Format::Toml if piece.len() > MAX_UNTRIED_BYTES => return None,
            Format::Toml => {
                <[_; 1]>::try_from(toml::from_str::<SingleEventDoc<'_>>(piece).ok()?.event).ok()?.into_iter().next()?
            }
            _ => return None,
        };
        event.dated()
    }

    /// The same of the cells of a row.
    pub(super) fn of_fields(fields: impl Deserializer<'a>) -> Option<(Self, EventDate)> {
        let MapOnly(event) = MapOnly::<Self>::deserialize(fields).ok()?;
        event.dated()
    }

    fn dated(self) -> Option<(Self, EventDate)> {
        let date = match self.end.text() {
            None => EventDate::parse(&self.date.0).ok()?,
            Some(end) => EventDate::from_start_end(&self.date.0, end).ok()?,
        };
        self.is_valid().then_some((self, date))
    }

    fn is_valid(&self) -> bool {
        let refers = |number: Option<usize>| number.is_none_or(|number| (1..=self.source.len()).contains(&number));
        let lists = [&self.parties, &self.areas, &self.organisations, &self.follows];
        self.title.text().is_some()
            && lists.into_iter().flatten().all(|item| !item.0.is_empty())
            && matches!(self.confidence.text(), None | Some("low" | "medium" | "high"))
            && self.people.iter().all(|person| !person.name.0.is_empty())
            && self.differs.iter().all(|it| !it.field.0.is_empty() && !it.value.0.is_empty() && refers(it.source))
            && self.quote.iter().all(|quote| !quote.text.0.is_empty() && refers(quote.source))
            && self
                .source
                .iter()
                .flat_map(|source| [source.url.text(), source.archived.text()])
                .flatten()
                .all(is_http_url)
            && self
                .source
                .iter()
                .flat_map(|source| &source.supports)
                .all(|it| model::Source::supported(&it.0).is_some())
    }

    /// Whether its id was written by somebody.
    pub(super) fn has_id(&self) -> bool {
        self.id.text().is_some()
    }

    /// Its id, or one that is made for it.
    pub(super) fn id(&self) -> Cow<'_, str> {
        match self.id.text() {
            Some(id) => Cow::Borrowed(id),
            None => Cow::Owned(generated_id(&self.date.0, &self.title.0)),
        }
    }

    pub(super) fn title(&self) -> &str {
        &self.title.0
    }

    fn traits(&self) -> EventFlags {
        let mut traits = EventFlags::default();
        for (asked, holds) in [
            (EventFlag::Quote, !self.quote.is_empty()),
            (
                EventFlag::Translation,
                self.quote.iter().any(|quote| quote.translation.text().or(quote.translation_ja.text()).is_some()),
            ),
            (EventFlag::Note, self.note.text().or(self.note_ja.text()).is_some()),
            (EventFlag::Source, !self.source.is_empty()),
            (EventFlag::Primary, self.source.iter().any(|source| source.primary == Some(true))),
            (EventFlag::Summary, self.summary.text().or(self.summary_ja.text()).is_some()),
            (EventFlag::Person, !self.people.is_empty()),
            (EventFlag::Place, self.place.text().or(self.place_ja.text()).is_some()),
            (EventFlag::Context, self.context == Some(true)),
            (EventFlag::Contested, !self.differs.is_empty()),
            (EventFlag::High, self.confidence.text() == Some("high")),
            (EventFlag::Medium, self.confidence.text() == Some("medium")),
            (EventFlag::Low, self.confidence.text() == Some("low")),
        ] {
            traits.add(asked, holds);
        }
        traits
    }
}

impl BorrowedEvent<'_> {
    /// Takes its metadata into a chunk, its terms into vocabularies, in the order in which a whole event is taken in.
    pub(super) fn push_meta(
        &self,
        date: &EventDate,
        chunk: &mut Chunk,
        words: &mut Vocabularies,
        languages: &mut Vocabulary<Language>,
    ) {
        let lane = words.lanes.intern(self.lane.text().unwrap_or_default());
        let kind = words.kinds.intern(self.kind.text().unwrap_or_default());
        let parties = self.parties.iter().map(|party| words.parties.intern(&party.0));
        let areas = self.areas.iter().map(|area| words.areas.intern(&area.0));
        let tags = self.quote.iter().filter_map(|quote| quote.lang.text());
        chunk.push_outline(NewEventMeta {
            date,
            lane,
            kind,
            flags: self.traits(),
            quotes: self.quote.len(),
            areas,
            parties,
            languages: tags.map(|tag| languages.intern(tag)),
        });
        for party in self.people.iter().filter_map(|person| person.party.text()) {
            words.parties.intern(party);
        }
    }

    /// Folds all its text, behind its id.
    pub(super) fn fold_into(&self, id: &str, leaf: &mut TextChunk) {
        leaf.fold(TextKind::Id, id);
        leaf.fold(TextKind::Title, &self.title.0);
        let mut fold = |part, text: Option<&str>| text.into_iter().for_each(|text| leaf.fold(part, text));
        fold(TextKind::Title, self.title_ja.text());
        fold(TextKind::Place, self.place.text());
        fold(TextKind::Place, self.place_ja.text());
        for text in [&self.summary, &self.summary_ja, &self.note, &self.note_ja] {
            fold(TextKind::Other, text.text());
        }
        for person in &self.people {
            fold(TextKind::Person, Some(&person.name.0));
            fold(TextKind::Person, person.name_ja.text());
            fold(TextKind::Other, person.role.text());
            fold(TextKind::Other, person.role_ja.text());
        }
        self.organisations.iter().for_each(|org| fold(TextKind::Org, Some(&org.0)));
        for quote in &self.quote {
            let said = [quote.text.text(), quote.translation.text(), quote.translation_ja.text()];
            leaf.fold_joined(TextKind::Quote, said.into_iter().flatten());
            let mut fold = |part, text: Option<&str>| text.into_iter().for_each(|text| leaf.fold(part, text));
            fold(TextKind::Speaker, quote.speaker.text());
            fold(TextKind::Speaker, quote.speaker_ja.text());
            for text in [&quote.role, &quote.role_ja] {
                fold(TextKind::Other, text.text());
            }
            for text in [&quote.note, &quote.note_ja] {
                fold(TextKind::Other, text.text());
            }
        }
        let mut fold = |part, text: Option<&str>| text.into_iter().for_each(|text| leaf.fold(part, text));
        for source in &self.source {
            for publisher in source.publisher.text().into_iter().flat_map(model::publishers) {
                fold(TextKind::Publisher, Some(publisher));
            }
            fold(TextKind::Source, source.title.text());
            fold(TextKind::Source, source.url.text());
            fold(TextKind::Source, source.archived.text());
        }
        for differs in &self.differs {
            fold(TextKind::Other, Some(&differs.value.0));
            fold(TextKind::Other, differs.value_ja.text());
        }
        leaf.end_event();
    }

    /// The ids of the events that it follows from.
    pub(super) fn follows(&self) -> impl ExactSizeIterator<Item = Text> + '_ {
        self.follows.iter().map(|id| Text::Owned(id.0.to_string()))
    }
}
