//! What a query asks of a field, made ready: values are looked up once, not for every event.

use std::collections::VecDeque;

use fixedbitset::FixedBitSet;

use super::{
    Field,
    answer::Answer,
    field::{HAS, IS},
    haystack::{Haystack, Part, Within},
};
use crate::{
    model::{Event, EventIx, Id, Moment, Timeline, Vocabulary},
    text::{fold, nearest},
};

/// What the events of a timeline answer to a field with these values: any of them will do.
pub(super) fn answer(field: Field, values: &[String], timeline: &Timeline, haystack: &Haystack) -> Answer {
    let words = &timeline.words;
    let folded: Vec<String> = values.iter().map(|value| fold(value)).collect();
    let known = |holds: &dyn Fn(&Event) -> bool| {
        let events = timeline.events();
        let mut kept = FixedBitSet::with_capacity(events.len());
        kept.extend(events.iter().enumerate().filter(|(_, event)| holds(event)).map(|(place, _)| place));
        Answer::certain(kept)
    };
    let found = |parts: &'static [Part], whole: Option<&'static [Part]>| {
        let mut kept = FixedBitSet::with_capacity(timeline.events().len());
        for value in folded.iter().filter(|value| !value.is_empty()) {
            let as_whole = whole.map(|whole| haystack.find(value, Within::Whole(whole))).unwrap_or_default();
            kept.union_with(&if as_whole.is_clear() { haystack.find(value, Within::Parts(parts)) } else { as_whole });
        }
        Answer::certain(kept)
    };
    match field {
        Field::Lane => {
            let lanes = named(&words.lanes, &folded);
            known(&|event| lanes.contains(&event.lane))
        }
        Field::Kind => {
            let kinds = named(&words.kinds, &folded);
            known(&|event| kinds.contains(&event.kind))
        }
        Field::Area => {
            let areas = named(&words.areas, &folded);
            known(&|event| event.areas.iter().any(|area| areas.contains(area)))
        }
        Field::Party => {
            let parties = named(&words.parties, &folded);
            known(&|event| event.parties.iter().any(|party| parties.contains(party)))
        }
        Field::Year => {
            let mut answer = Answer::none(timeline.events().len());
            for (first, last) in folded.iter().filter_map(|value| year(value.parse().ok()?)) {
                answer.or(&Answer::of_bounds(timeline, |bounds| bounds.touches(first, last)));
            }
            answer
        }
        Field::Person => found(&[Part::Person], Some(&[Part::Person])),
        Field::Org => found(&[Part::Org], Some(&[Part::Org])),
        Field::Place => found(&[Part::Place], Some(&[Part::Place])),
        Field::Source => found(&[Part::Publisher, Part::Source], Some(&[Part::Publisher])),
        Field::Quote => found(&[Part::Quote], None),
        Field::Title => found(&[Part::Title], None),
        Field::Id => found(&[Part::Id], None),
        Field::Lang => known(&|event| {
            let langs = event.quotes.iter().filter_map(|quote| quote.lang.as_deref());
            langs.map(fold).any(|lang| folded.contains(&lang))
        }),
        Field::Thread => Answer::certain(threads(values, timeline)),
        Field::Has => known(&|event| folded.iter().any(|value| has(event, value, timeline))),
        Field::Is => known(&|event| folded.iter().any(|value| is(event, value))),
    }
}

fn has(event: &Event, what: &str, timeline: &Timeline) -> bool {
    match what {
        "quote" => !event.quotes.is_empty(),
        "translation" => event.quotes.iter().any(|quote| quote.translation.is_some()),
        "note" => event.note.is_some(),
        "source" => !event.sources.is_empty(),
        "summary" => event.summary.is_some() || event.summary_ja.is_some(),
        "person" => !event.people.is_empty(),
        "area" => !event.areas.is_empty(),
        "party" => !event.parties.is_empty(),
        "lane" => timeline.words.lanes.get(event.lane).is_some_and(|term| !term.id.is_empty()),
        "kind" => timeline.words.kinds.get(event.kind).is_some_and(|term| !term.id.is_empty()),
        "place" => event.place.is_some() || event.place_ja.is_some(),
        "thread" => timeline
            .find(&event.id)
            .is_some_and(|ix| !timeline.earlier_in_thread(ix).is_empty() || !timeline.later_in_thread(ix).is_empty()),
        _ => false,
    }
}

fn is(event: &Event, what: &str) -> bool {
    match what {
        "context" => event.context,
        "contested" => !event.differs.is_empty(),
        "primary" => event.sources.iter().any(|source| source.primary),
        _ => false,
    }
}

/// All events that are linked to one of these by any number of steps, with these themselves.
fn threads(ids: &[String], timeline: &Timeline) -> FixedBitSet {
    let mut kept = FixedBitSet::with_capacity(timeline.events().len());
    let mut open: VecDeque<EventIx> = ids.iter().filter_map(|id| timeline.find(id)).collect();
    while let Some(ix) = open.pop_front() {
        if !kept.put(ix.index()) {
            open.extend(timeline.earlier_in_thread(ix));
            open.extend(timeline.later_in_thread(ix));
        }
    }
    kept
}

/// The terms that folded values name: those whose id or name it is, else those whose id begins with it, so that a value
/// that is still being typed finds something.
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

/// A value that a field does not have, with the nearest that it has, if one is near.
pub(super) struct Stranger {
    pub(super) near: Option<String>,
}

/// Whether a field has a closed list of values and this is none of them.
/// Without a timeline, only what is the same for all timelines is known.
pub(super) fn unknown(field: Field, value: &str, timeline: Option<&Timeline>) -> Option<Stranger> {
    let among = |values: &[&'static str]| {
        let is_known = values.contains(&fold(value).as_str());
        (!is_known).then(|| Stranger { near: nearest(value, values.iter().copied()).map(str::to_owned) })
    };
    match (field, timeline) {
        (Field::Has, _) => among(&HAS),
        (Field::Is, _) => among(&IS),
        (Field::Year, _) => value.parse().ok().and_then(year).is_none().then_some(Stranger { near: None }),
        (Field::Lane, Some(timeline)) => stranger(&timeline.words.lanes, value),
        (Field::Kind, Some(timeline)) => stranger(&timeline.words.kinds, value),
        (Field::Area, Some(timeline)) => stranger(&timeline.words.areas, value),
        (Field::Party, Some(timeline)) => stranger(&timeline.words.parties, value),
        (Field::Thread, Some(timeline)) if timeline.find(value).is_none() => {
            let ids = timeline.events().iter().map(|event| &*event.id);
            Some(Stranger { near: nearest(value, ids).map(str::to_owned) })
        }
        _ => None,
    }
}

fn stranger<V: Copy>(vocabulary: &Vocabulary<V>, value: &str) -> Option<Stranger> {
    let is_known = !named(vocabulary, &[fold(value)]).is_empty();
    let names = || vocabulary.iter().flat_map(|(_, term)| [&*term.id, &*term.name]);
    let near = || {
        let near = nearest(value, names())?;
        let of = vocabulary.iter().find(|(_, term)| term.id == near || term.name == near);
        of.map(|(_, term)| term.id.to_string())
    };
    (!is_known).then(|| Stranger { near: near() })
}

fn year(year: i32) -> Option<(Moment, Moment)> {
    let next = Moment::day(year.checked_add(1)?, 1, 1)?;
    Some((Moment::day(year, 1, 1)?, next.plus(-1)))
}
