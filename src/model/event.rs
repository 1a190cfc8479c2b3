//! One event and what it carries: quotes, people, sources. Plain data, sanitised and in NFC once it is loaded.

use super::{AreaId, DateBounds, EventDate, KindId, LaneId, Lang, List, Moment, PartyId, Text};
use crate::messages::{Locale, sources};

/// How well an event is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Weakly: a single indirect report.
    Low,
    /// By one good source, or by sources that go back to one.
    Medium,
    /// By an official text or by independent sources.
    High,
}

impl Confidence {
    /// How a file writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// How a file writes each of them, from the weakest.
pub const CONFIDENCE_NAMES: [&str; 3] = [Confidence::Low.name(), Confidence::Medium.name(), Confidence::High.name()];

/// Something that happened, with its sources.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Names the event in links and on the command line; made from date and title where the file gives none.
    pub id: Text,
    /// When it happened, as precisely as is known.
    pub date: EventDate,
    /// One line that says what happened.
    pub title: Text,
    /// The title in Japanese.
    pub title_ja: Option<Text>,
    /// The lane that it stands in.
    pub lane: LaneId,
    /// What kind of event it is.
    pub kind: KindId,
    /// Who took part.
    pub parties: List<PartyId>,
    /// The areas of cooperation that it concerns.
    pub areas: List<AreaId>,
    /// Where it happened.
    pub place: Option<Text>,
    /// The place in Japanese.
    pub place_ja: Option<Text>,
    /// What happened, in a few sentences.
    pub summary: Option<Text>,
    /// The summary in Japanese.
    pub summary_ja: Option<Text>,
    /// Who acted or spoke.
    pub people: List<Person>,
    /// Bodies that took part.
    pub organisations: List<Text>,
    /// Ids of the earlier events that this one follows from.
    pub follows: List<Text>,
    /// Background rather than a part of the story.
    pub context: bool,
    /// How well it is supported; `None` where the file does not say.
    pub confidence: Option<Confidence>,
    /// An editor's remark for the reader: doubts, other wordings.
    pub note: Option<Text>,
    /// The remark in Japanese.
    pub note_ja: Option<Text>,
    /// What single sources say otherwise.
    pub differs: List<Difference>,
    /// Words that were said or written, verbatim.
    pub quotes: List<Quote>,
    /// Where all this is from.
    pub sources: List<Source>,
    /// What its file says of it besides, in fields that annalist does not know.
    pub more: List<Extra>,
}

impl Event {
    /// The places of the sources as readers want them: those that bear something before further reading, official ones
    /// first among both.
    pub fn sources_by_rank(&self) -> Vec<usize> {
        let mut ranked: Vec<(usize, &Source)> = self.sources.iter().enumerate().collect();
        ranked.sort_by_key(|(_, source)| (source.further_reading, !source.primary));
        ranked.into_iter().map(|(place, _)| place).collect()
    }

    /// What stands for an event that was read once and cannot be read again, as its file has changed or is gone.
    pub(super) fn lost(bounds: DateBounds, lane: LaneId, kind: KindId) -> Self {
        let date = EventDate::from_parts("?".into(), None, bounds);
        let title_ja = Some(sources::lost(Locale::Japanese).into());
        Self { id: Text::default(), date, lane, kind, title_ja, ..Self::titled(sources::lost(Locale::English)) }
    }

    /// An event of which no more is known than this; it is its own id, at a time that may be any.
    pub(super) fn titled(title: &str) -> Self {
        let always = DateBounds::point(Moment::DISTANT_PAST, Moment::DISTANT_FUTURE);
        Self {
            id: title.to_owned().into(),
            date: EventDate::from_parts("?".into(), None, always),
            title: title.to_owned().into(),
            title_ja: None,
            lane: LaneId::new(0),
            kind: KindId::new(0),
            parties: List::default(),
            areas: List::default(),
            place: None,
            place_ja: None,
            summary: None,
            summary_ja: None,
            people: List::default(),
            organisations: List::default(),
            follows: List::default(),
            context: false,
            confidence: None,
            note: None,
            note_ja: None,
            differs: List::default(),
            quotes: List::default(),
            sources: List::default(),
            more: List::default(),
        }
    }
}

/// A person in a role, as an event names one.
///
/// What it leaves open stands in the vocabulary of [persons](super::KnownPerson), if the person is in there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name in Latin letters, or the id of a known person.
    pub name: Text,
    /// The name in Japanese.
    pub name_ja: Option<Text>,
    /// The office held at the time; `None` where it is that of the known person, or not said.
    pub role: Option<Text>,
    /// The office in Japanese.
    pub role_ja: Option<Text>,
    /// For whom the person acted.
    pub party: Option<PartyId>,
}

/// Words that were said or written, verbatim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words, in the language in which they were published.
    pub text: Text,
    /// Who said them: a person or a body, by name or id.
    pub speaker: Option<Text>,
    /// The same in Japanese, of who is in no vocabulary.
    pub speaker_ja: Option<Text>,
    /// In which role, or in which kind of text.
    pub role: Option<Text>,
    /// The same in Japanese.
    pub role_ja: Option<Text>,
    /// The language of the words (BCP 47), `None` if not given.
    pub lang: Option<Text>,
    /// A translation into English made by the editors of the timeline, not an official one.
    pub translation: Option<Text>,
    /// Their translation into Japanese.
    pub translation_ja: Option<Text>,
    /// Which of the event's sources prints them, from 0.
    pub source: Option<usize>,
    /// Whether only that source prints them so.
    pub as_reported: bool,
    /// A remark on the wording.
    pub note: Option<Text>,
    /// The remark in Japanese.
    pub note_ja: Option<Text>,
}

impl Quote {
    /// The translations that a reader of this language needs: none into the language of the words.
    ///
    /// Where there is none into the reader's own language, that into the other one.
    pub fn translations(&self, lang: Lang) -> Vec<&str> {
        let (en, ja) = (self.translation.as_deref(), self.translation_ja.as_deref());
        match (lang, self.lang.as_deref()) {
            (Lang::Ja, Some("ja")) | (Lang::En, Some("en")) => Vec::new(),
            _ => lang.texts(en, ja),
        }
    }
}

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The title of the page or document.
    pub title: Option<Text>,
    /// Who published it; several stand as `A / B`, see [`publishers`].
    pub publisher: Option<Text>,
    /// Its address: `http` or `https`.
    pub url: Option<Text>,
    /// The address of a copy in an archive, for the time when the page is gone.
    pub archived: Option<Text>,
    /// When it was published, as written in the file.
    pub date: Option<Text>,
    /// Its language (BCP 47).
    pub lang: Option<Text>,
    /// Whether it is an official text of a body that took part.
    pub primary: bool,
    /// Which facts of the event it bears: names of [fields](SUPPORTABLE), or `people:` with a name.
    ///
    /// Quotes and differences name their source themselves.
    pub supports: List<Text>,
    /// Whether it bears none of them, and is listed for who wants to read more.
    pub further_reading: bool,
}

/// The fields of an event that a source can bear.
pub const SUPPORTABLE: [&str; 8] = ["date", "place", "parties", "people", "areas", "title", "summary", "note"];

/// What stands between two publishers: who prints a text, and whose text it is.
const PUBLISHERS_JOINT: &str = " / ";

/// Takes what is given as the publisher apart, where it names several.
pub fn publishers(written: &str) -> impl Iterator<Item = &str> {
    written.split(PUBLISHERS_JOINT).map(str::trim).filter(|name| !name.is_empty())
}

impl Source {
    /// A source of which nothing is known.
    pub const fn unnamed() -> Self {
        Self {
            title: None,
            publisher: None,
            url: None,
            archived: None,
            date: None,
            lang: None,
            primary: false,
            supports: List::Borrowed(&[]),
            further_reading: false,
        }
    }

    /// What it bears, taken apart: a field, and a name where it bears no more of the field than that.
    ///
    /// `None` for what is no field that a source can bear.
    pub fn supported(support: &str) -> Option<(&'static str, Option<&str>)> {
        let (field, name) = support.split_once(':').map_or((support, None), |(field, name)| (field, Some(name)));
        let field = SUPPORTABLE.into_iter().find(|known| *known == field)?;
        match name.map(str::trim) {
            None => Some((field, None)),
            Some(name) if field == "people" && !name.is_empty() => Some((field, Some(name))),
            Some(_) => None,
        }
    }
}

/// A field on which a source differs from the event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The name of the field.
    pub field: Text,
    /// What the source says instead.
    pub value: Text,
    /// The same in Japanese.
    pub value_ja: Option<Text>,
    /// Which of the event's sources says so, from 0.
    pub source: Option<usize>,
}

/// A field that annalist does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Its name in the file.
    pub name: Text,
    /// What it says.
    pub value: Text,
}
