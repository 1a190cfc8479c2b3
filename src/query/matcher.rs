//! What a query asks of a field, made ready: values are looked up in the vocabularies once, not for every event.

use super::Field;
use crate::{
    model::{AreaId, Certainty, Event, Id, KindId, LaneId, Moment, PartyId, Timeline, Vocabulary},
    text::fold,
};

/// Tells whether an event has one of some values in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Matcher {
    Lane(Vec<LaneId>),
    Kind(Vec<KindId>),
    Area(Vec<AreaId>),
    Party(Vec<PartyId>),
    /// First and last second of each year.
    Year(Vec<(Moment, Moment)>),
    Person(Vec<String>),
    Org(Vec<String>),
    Place(Vec<String>),
}

impl Matcher {
    /// Values of vocabularies match by id or name, whole; where no term of the vocabulary does, by the beginning of
    /// the id, so that a value that is still being typed finds something. Names of persons, bodies and places match
    /// by any part. Case, width and accents do not matter.
    pub(super) fn new(field: Field, values: &[String], timeline: &Timeline) -> Self {
        let folded: Vec<String> = values.iter().map(|value| fold(value)).collect();
        let words = &timeline.words;
        match field {
            Field::Lane => Self::Lane(named(&words.lanes, &folded)),
            Field::Kind => Self::Kind(named(&words.kinds, &folded)),
            Field::Area => Self::Area(named(&words.areas, &folded)),
            Field::Party => Self::Party(named(&words.parties, &folded)),
            Field::Year => Self::Year(folded.iter().filter_map(|value| year(value.parse().ok()?)).collect()),
            Field::Person => Self::Person(folded),
            Field::Org => Self::Org(folded),
            Field::Place => Self::Place(folded),
        }
    }

    pub(super) fn holds(&self, event: &Event) -> bool {
        match self {
            Self::Lane(lanes) => lanes.contains(&event.lane),
            Self::Kind(kinds) => kinds.contains(&event.kind),
            Self::Area(areas) => areas.iter().any(|area| event.areas.contains(area)),
            Self::Party(parties) => parties.iter().any(|party| event.parties.contains(party)),
            Self::Year(years) => {
                let bounds = event.date.bounds();
                years.iter().any(|&(first, last)| bounds.touches(first, last) != Certainty::Out)
            }
            Self::Person(parts) => {
                let people = event.people.iter().flat_map(|p| [Some(&*p.name), p.name_ja.as_deref()]);
                let speakers = event.quotes.iter().map(|quote| quote.speaker.as_deref());
                stands_in(parts, people.chain(speakers))
            }
            Self::Org(parts) => stands_in(parts, event.organisations.iter().map(|org| Some(&**org))),
            Self::Place(parts) => stands_in(parts, [event.place.as_deref(), event.place_ja.as_deref()].into_iter()),
        }
    }
}

fn stands_in<'a>(parts: &[String], texts: impl Iterator<Item = Option<&'a str>>) -> bool {
    texts.flatten().any(|text| {
        let text = fold(text);
        parts.iter().any(|part| text.contains(part))
    })
}

/// The terms that folded values name: those whose id or name it is, else those whose id begins with it.
fn named<V: Copy>(vocabulary: &Vocabulary<V>, values: &[String]) -> Vec<Id<V>> {
    let mut found = Vec::new();
    for value in values {
        let is = |text: &str| fold(text) == *value;
        let before = found.len();
        found.extend(
            vocabulary
                .iter()
                .filter(|(_, term)| is(&term.id) || is(&term.name) || term.name_ja.as_deref().is_some_and(is))
                .map(|(id, _)| id),
        );
        if found.len() == before && !value.is_empty() {
            found.extend(
                vocabulary.iter().filter(|(_, term)| fold(&term.id).starts_with(value.as_str())).map(|(id, _)| id),
            );
        }
    }
    found
}

fn year(year: i32) -> Option<(Moment, Moment)> {
    let next = Moment::day(year.checked_add(1)?, 1, 1)?;
    Some((Moment::day(year, 1, 1)?, next.plus(-1)))
}
