//! The fields that a query can ask of, and what an event answers.

use crate::model::{Event, Lang, Moment, Term, Timeline};

/// A field of an event that a query can name.
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
    /// A person or the speaker of a quote, by a part of the name.
    Person,
    /// A body, by a part of its name.
    Org,
    /// The place, by a part of its name.
    Place,
}

/// One value of a field, as a query writes it, with the name that readers see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// What stands in the query.
    pub id: String,
    /// What readers see.
    pub label: String,
}

impl Field {
    /// All fields.
    pub const ALL: [Self; 8] =
        [Self::Lane, Self::Area, Self::Kind, Self::Party, Self::Year, Self::Person, Self::Org, Self::Place];

    /// The fields that the facet menu offers, each with the key that opens it.
    pub const FACETS: [(char, Self); 5] =
        [('l', Self::Lane), ('a', Self::Area), ('k', Self::Kind), ('p', Self::Party), ('y', Self::Year)];

    /// How a query writes the field.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Area => "area",
            Self::Kind => "kind",
            Self::Party => "party",
            Self::Year => "year",
            Self::Person => "person",
            Self::Org => "org",
            Self::Place => "place",
        }
    }

    /// The field of this name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The values of this field that the event has.
    pub fn values_of(self, timeline: &Timeline, event: &Event, lang: Lang) -> Vec<Value> {
        let words = &timeline.words;
        let plain = |text: &str| Value { id: text.to_owned(), label: text.to_owned() };
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
            Self::Year => years_of(event).map(|year| plain(&year.to_string())).collect(),
            Self::Person => {
                let people = event.people.iter().map(|person| &*person.name);
                let speakers = event.quotes.iter().filter_map(|quote| quote.speaker.as_deref());
                let mut found: Vec<Value> = people.chain(speakers).map(plain).collect();
                let mut seen = std::collections::HashSet::new();
                found.retain(|value| seen.insert(value.id.clone()));
                found
            }
            Self::Org => event.organisations.iter().map(|org| plain(org)).collect(),
            Self::Place => event.place.iter().map(|place| plain(place)).collect(),
        }
    }
}

/// A term as a value: its id, or the empty id as it stands, and its name.
pub(super) fn named_value(term: &Term, lang: Lang) -> Value {
    let label = term.label(lang).into_owned();
    Value { id: term.id.to_string(), label: if label.is_empty() { "(none)".to_owned() } else { label } }
}

/// The years that an event touches or may touch; of an event without an end, and of one that lasts for more than a
/// century, the first year alone.
pub(super) fn years_of(event: &Event) -> impl Iterator<Item = i32> + use<> {
    let bounds = event.date.bounds();
    let first = bounds.anchor().map(Moment::year);
    let last = Some(bounds.end.latest).filter(|moment| moment.is_finite()).map(Moment::year);
    let (first, last) = match (first, last) {
        (Some(first), Some(last)) if last.saturating_sub(first) <= 100 => (first, last),
        (Some(first), _) => (first, first),
        (None, _) => (1, 0),
    };
    first..=last
}
