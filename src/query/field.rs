//! The fields that a query can ask of, and what an event answers.

use crate::messages::{Locale, fields};
use std::collections::HashSet;

use crate::model::{DateBounds, Event, Extra, Lang, Moment, Term, Timeline, Vocabulary, publishers, year_name};

/// A field of an event that a query can name. Times are asked for by `date:`, see [`DatePredicate`](super::DatePredicate).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The lane.
    Lane,
    /// An area of cooperation.
    Area,
    /// The kind of event.
    Kind,
    /// A party.
    Party,
    /// A calendar year that the event touches or may touch.
    Year,
    /// A person or the speaker of a quote: the whole name if any event has it, else a part of it.
    Person,
    /// Who said a quote, a person or a body: the whole name if any quote has it, else a part of it.
    Speaker,
    /// A body: the whole name if any event has it, else a part of it.
    Org,
    /// The place: the whole name if any event has it, else a part of it.
    Place,
    /// Who published a source: the whole name if any event has it, else a part of title, publisher or address.
    Source,
    /// The language of a quote.
    Lang,
    /// Words of a quote or of its translation.
    Quote,
    /// Words of the title.
    Title,
    /// A part of the id.
    Id,
    /// All that follows from an event of this id, directly or not, and all that it follows from.
    Thread,
    /// A tag that a reader has given.
    Tag,
    /// Words of a reader's note.
    Note,
    /// Something that an event has: see [`HAS`].
    Has,
    /// Something that an event is: see [`IS`].
    Is,
    /// A field that annalist does not know, as a query writes its name: the whole value if any event has it, else a part.
    Extra(&'static str),
}

/// What `has:` can ask for.
pub const HAS: [&str; 12] =
    ["quote", "translation", "note", "source", "summary", "person", "place", "thread", "area", "party", "lane", "kind"];
/// What `is:` can ask for.
pub const IS: [&str; 6] = ["context", "contested", "primary", "marked", "new", "changed"];

/// One value of a field, as a query writes it, with the name that readers see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldValue {
    /// What stands in the query.
    pub id: String,
    /// What readers see.
    pub label: String,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 19] = [
        Self::Lane,
        Self::Area,
        Self::Kind,
        Self::Party,
        Self::Year,
        Self::Person,
        Self::Speaker,
        Self::Org,
        Self::Place,
        Self::Source,
        Self::Lang,
        Self::Quote,
        Self::Title,
        Self::Id,
        Self::Thread,
        Self::Tag,
        Self::Note,
        Self::Has,
        Self::Is,
    ];

    /// The fields that the facet menu offers, each with the key that opens it.
    pub const FACETS: [(char, Self); 12] = [
        ('l', Self::Lane),
        ('a', Self::Area),
        ('k', Self::Kind),
        ('p', Self::Party),
        ('y', Self::Year),
        ('n', Self::Person),
        ('v', Self::Speaker),
        ('b', Self::Org),
        ('w', Self::Place),
        ('s', Self::Source),
        ('g', Self::Lang),
        ('t', Self::Tag),
    ];

    /// How a query writes the field.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Area => "area",
            Self::Kind => "kind",
            Self::Party => "party",
            Self::Year => "year",
            Self::Person => "person",
            Self::Speaker => "said",
            Self::Org => "org",
            Self::Place => "place",
            Self::Source => "source",
            Self::Lang => "lang",
            Self::Quote => "quote",
            Self::Title => "title",
            Self::Id => "id",
            Self::Thread => "thread",
            Self::Tag => "tag",
            Self::Note => "note",
            Self::Has => "has",
            Self::Is => "is",
            Self::Extra(name) => name,
        }
    }

    /// What readers see in menus.
    pub const fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Lane => fields::lane(locale),
            Self::Area => fields::area(locale),
            Self::Kind => fields::kind(locale),
            Self::Party => fields::party(locale),
            Self::Year => fields::year(locale),
            Self::Person => fields::person(locale),
            Self::Speaker => fields::speaker(locale),
            Self::Org => fields::body(locale),
            Self::Place => fields::place(locale),
            Self::Source => fields::publisher(locale),
            Self::Lang => fields::language(locale),
            Self::Tag => fields::tag(locale),
            Self::Quote
            | Self::Title
            | Self::Id
            | Self::Thread
            | Self::Note
            | Self::Has
            | Self::Is
            | Self::Extra(_) => self.name(),
        }
    }

    /// What readers call several of its values.
    pub const fn label_of_many(self, locale: Locale) -> &'static str {
        match self {
            Self::Lane => fields::lanes(locale),
            Self::Area => fields::areas(locale),
            Self::Kind => fields::kinds(locale),
            Self::Party => fields::parties(locale),
            Self::Person => fields::people(locale),
            Self::Org => fields::bodies(locale),
            field => field.label(locale),
        }
    }

    /// The field of this name, if there is one: as queries write it, or as menus show it.
    pub fn named(name: &str) -> Option<Self> {
        let labelled = |field: &Self| Locale::ALL.iter().any(|&locale| field.label(locale) == name);
        Self::ALL.into_iter().find(|field| field.name() == name).or_else(|| Self::ALL.into_iter().find(labelled))
    }

    /// The same, or one that the timeline has besides.
    pub fn named_in(name: &str, timeline: &Timeline) -> Option<Self> {
        let extra = timeline.extra_fields();
        let more = || extra.stands_for(name).and_then(Self::named);
        Self::named(name).or_else(more).or_else(|| extra.written_by_queries(name).map(Self::Extra))
    }

    /// The value of this field that an event writes so: as vocabularies know it, if they do.
    pub fn value_named(self, timeline: &Timeline, written: &str, lang: Lang) -> FieldValue {
        let words = &timeline.vocabularies;
        let person = match self {
            Self::Person | Self::Speaker => words.persons.find(written),
            _ => None,
        };
        if let Some(known) = person {
            return FieldValue { id: known.name.to_string(), label: known.label(lang).into_owned() };
        }
        match self {
            Self::Lane => term_value(&words.lanes, written, lang),
            Self::Kind => term_value(&words.kinds, written, lang),
            Self::Area => term_value(&words.areas, written, lang),
            Self::Party => term_value(&words.parties, written, lang),
            Self::Speaker | Self::Org | Self::Source => term_value(&words.organisations, written, lang),
            _ => plain_value(written),
        }
    }

    /// The values of this field that the event has, as far as they are named: none for fields of free words.
    pub fn values_of(self, timeline: &Timeline, event: &Event, lang: Lang) -> Vec<FieldValue> {
        let words = &timeline.vocabularies;
        let named = |name: &str| self.value_named(timeline, name, lang);
        match self {
            Self::Lane => words.lanes.get(event.lane).into_iter().map(|term| named_value(term, lang)).collect(),
            Self::Kind => words.kinds.get(event.kind).into_iter().map(|term| named_value(term, lang)).collect(),
            Self::Area => event
                .areas
                .iter()
                .filter_map(|&area| words.areas.get(area))
                .map(|term| named_value(term, lang))
                .collect(),
            Self::Party => event
                .parties
                .iter()
                .filter_map(|&party| words.parties.get(party))
                .map(|term| named_value(term, lang))
                .collect(),
            Self::Year => {
                let years = years_of(event.date.bounds()).into_iter().flat_map(|(first, last)| first..=last);
                years.map(|year| year_value(year, lang)).collect()
            }
            Self::Person => {
                let people = event.people.iter().map(|person| &*person.name);
                let speakers = event.quotes.iter().filter_map(|quote| quote.speaker.as_deref());
                // A body may speak, and is no person.
                let speakers = speakers.filter(|speaker| words.organisations.find(speaker).is_none());
                distinct(people.chain(speakers).map(named))
            }
            Self::Speaker => {
                let speakers = event.quotes.iter().filter_map(|quote| quote.speaker.as_deref());
                distinct(speakers.map(named))
            }
            Self::Org => distinct(event.organisations.iter().map(|org| named(org))),
            Self::Place => event.place.iter().map(|place| plain_value(place)).collect(),
            Self::Source => {
                let written = event.sources.iter().filter_map(|source| source.publisher.as_deref());
                distinct(written.flat_map(publishers).map(named))
            }
            Self::Lang => distinct(event.quotes.iter().filter_map(|quote| quote.lang.as_deref()).map(plain_value)),
            Self::Extra(name) => {
                let written = |extra: &&Extra| timeline.extra_fields().written_by_queries(&extra.name) == Some(name);
                event.more.iter().filter(written).map(|extra| plain_value(&extra.value)).collect()
            }
            // What a reader has noted is no part of the event.
            Self::Quote | Self::Title | Self::Id | Self::Thread | Self::Tag | Self::Note | Self::Has | Self::Is => {
                Vec::new()
            }
        }
    }
}

fn distinct(values: impl Iterator<Item = FieldValue>) -> Vec<FieldValue> {
    let mut seen = HashSet::new();
    values.filter(|value| seen.insert(value.id.clone())).collect()
}

/// A term as a value: its id, or the empty id as it stands, and its name.
pub(super) fn named_value(term: &Term, lang: Lang) -> FieldValue {
    let label = term.label(lang).into_owned();
    let without = || lang.pick(fields::without(Locale::English), Some(fields::without(Locale::Japanese))).to_owned();
    FieldValue { id: term.id.to_string(), label: if label.is_empty() { without() } else { label } }
}

/// A term as a value by what an event writes: as the vocabulary has it, if it is in there, else as it is written.
fn term_value<V: Copy>(vocabulary: &Vocabulary<V>, written: &str, lang: Lang) -> FieldValue {
    match vocabulary.find(written).and_then(|id| vocabulary.get(id)) {
        Some(term) => named_value(term, lang),
        None => plain_value(written),
    }
}

fn plain_value(text: &str) -> FieldValue {
    FieldValue { id: text.to_owned(), label: text.to_owned() }
}

/// A year as a value: a query has it as plain digits, or with its era where digits alone would be another year.
pub(super) fn year_value(year: i32, lang: Lang) -> FieldValue {
    let id = if year > 0 { year.to_string() } else { year_name(year, Lang::En) };
    FieldValue { id, label: if year > 99 { year.to_string() } else { year_name(year, lang) } }
}

/// Returns the first and the last year that an event touches or may touch.
///
/// Of an event without an end, and of one that lasts for more than a century, both are the first year.
pub(super) fn years_of(bounds: &DateBounds) -> Option<(i32, i32)> {
    let first = bounds.sort_key()?.year();
    let last = Some(bounds.end.latest).filter(|moment| moment.is_finite()).map(Moment::year);
    Some((first, last.filter(|last| last.saturating_sub(first) <= 100).unwrap_or(first)))
}
