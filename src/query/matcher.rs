//! What a query asks of a field, made ready: values are looked up once, not for every event.

use std::collections::{HashMap, HashSet, VecDeque};

use fixedbitset::FixedBitSet;

use super::{
    Field, Search,
    answer::Answer,
    field::{HAS, IS},
    haystack::Within,
    part::Part,
};
use crate::{
    model::{EventFlag, EventIndex, Moment, Text, Timeline, Vocabulary, read_year},
    text::{fold, suggest},
};

/// An id that is like a wrong one is looked for among so many.
const SUGGESTIBLE: usize = 10_000;

/// What the events of a timeline answer to a field with these values: any of them will do.
pub(super) fn answer(field: Field, values: &[String], search: &Search<'_>) -> Answer {
    let timeline = search.timeline;
    let words = &timeline.vocabularies;
    let folded: Vec<String> = values.iter().map(|value| fold(value)).collect();
    let found = |parts: &'static [Part], whole: Option<&'static [Part]>| {
        let mut kept = FixedBitSet::with_capacity(timeline.len());
        for value in folded.iter().filter(|value| !value.is_empty()) {
            let as_whole = whole.map(|whole| search.find(value, Within::Whole(whole))).unwrap_or_default();
            kept.union_with(&if as_whole.is_clear() { search.find(value, Within::Parts(parts)) } else { as_whole });
        }
        Answer::certain(kept)
    };
    match field {
        Field::Lane => {
            let lanes = named(&words.lanes, &folded);
            Answer::certain(search.ask_facts(|facts, _| lanes.contains(facts.lane.index())))
        }
        Field::Kind => {
            let kinds = named(&words.kinds, &folded);
            Answer::certain(search.ask_facts(|facts, _| kinds.contains(facts.kind.index())))
        }
        Field::Area => {
            let areas = named(&words.areas, &folded);
            Answer::certain(
                search.ask_facts(|facts, chunk| chunk.areas(facts).any(|area| areas.contains(area.index()))),
            )
        }
        Field::Party => {
            let parties = named(&words.parties, &folded);
            Answer::certain(
                search.ask_facts(|facts, chunk| chunk.parties(facts).any(|party| parties.contains(party.index()))),
            )
        }
        Field::Lang => {
            let tags = timeline.all_languages().iter();
            let asked = tags.filter(|(_, tag)| folded.contains(&fold(&tag.id))).map(|(id, _)| id);
            let asked: HashSet<_> = asked.collect();
            Answer::certain(search.ask_facts(|facts, chunk| chunk.languages(facts).any(|tag| asked.contains(&tag))))
        }
        Field::Year => {
            let mut answer = Answer::none(timeline.len());
            for (first, last) in folded.iter().filter_map(|value| year(read_year(value)?)) {
                answer.or(&search.ask_certainty(|facts| facts.bounds.touches(first, last)));
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
        Field::Thread => Answer::certain(threads(values, timeline)),
        Field::Has | Field::Is => {
            let mut kept = FixedBitSet::with_capacity(timeline.len());
            for value in &folded {
                kept.union_with(&holds(field, value, search));
            }
            Answer::certain(kept)
        }
    }
}

/// The events of which `has:` or `is:` this holds.
fn holds(field: Field, what: &str, search: &Search<'_>) -> FixedBitSet {
    let words = &search.timeline.vocabularies;
    let is = |asked: EventFlag| search.ask_facts(move |facts, _| facts.is(asked));
    match (field, what) {
        (Field::Has, "quote") => is(EventFlag::Quote),
        (Field::Has, "translation") => is(EventFlag::Translation),
        (Field::Has, "note") => is(EventFlag::Note),
        (Field::Has, "source") => is(EventFlag::Source),
        (Field::Has, "summary") => is(EventFlag::Summary),
        (Field::Has, "person") => is(EventFlag::Person),
        (Field::Has, "place") => is(EventFlag::Place),
        (Field::Has, "area") => search.ask_facts(|facts, chunk| chunk.areas(facts).next().is_some()),
        (Field::Has, "party") => search.ask_facts(|facts, chunk| chunk.parties(facts).next().is_some()),
        (Field::Has, "lane") => {
            search.ask_facts(|facts, _| words.lanes.get(facts.lane).is_some_and(|term| !term.id.is_empty()))
        }
        (Field::Has, "kind") => {
            search.ask_facts(|facts, _| words.kinds.get(facts.kind).is_some_and(|term| !term.id.is_empty()))
        }
        (Field::Has, "thread") => {
            let mut linked = FixedBitSet::with_capacity(search.timeline.len());
            linked.extend(search.timeline.indices().filter(|&ix| search.timeline.is_linked(ix)).map(EventIndex::index));
            linked
        }
        (Field::Is, "context") => is(EventFlag::Context),
        (Field::Is, "contested") => is(EventFlag::Contested),
        (Field::Is, "primary") => is(EventFlag::Primary),
        _ => FixedBitSet::with_capacity(search.timeline.len()),
    }
}

/// All events that are linked to one of these by any number of steps, with these themselves.
fn threads(ids: &[String], timeline: &Timeline) -> FixedBitSet {
    let mut kept = FixedBitSet::with_capacity(timeline.len());
    let mut open: VecDeque<EventIndex> = ids.iter().filter_map(|id| timeline.find(id)).collect();
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
fn named<V: Copy>(vocabulary: &Vocabulary<V>, values: &[String]) -> FixedBitSet {
    let mut found = FixedBitSet::with_capacity(vocabulary.len());
    let mut wanted: HashMap<&str, bool> = values.iter().map(|value| (value.as_str(), false)).collect();
    for (id, term) in vocabulary.iter() {
        for text in [Some(&term.id), Some(&term.name), term.name_ja.as_ref()].into_iter().flatten() {
            if let Some(is_found) = wanted.get_mut(fold(text).as_str()) {
                found.insert(id.index());
                *is_found = true;
            }
        }
    }
    wanted.retain(|value, is_found| !value.is_empty() && !*is_found);
    let longest = wanted.keys().map(|value| value.len()).max().unwrap_or(0);
    for (id, term) in vocabulary.iter().filter(|_| longest > 0) {
        let folded = fold(&term.id);
        let begins = |end| folded.get(..end).is_some_and(|begin| wanted.contains_key(begin));
        found.set(id.index(), found.contains(id.index()) || (1..=longest.min(folded.len())).any(begins));
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
        (!is_known).then(|| Stranger { near: suggest(value, values.iter().copied()).map(str::to_owned) })
    };
    match (field, timeline) {
        (Field::Has, _) => among(&HAS),
        (Field::Is, _) => among(&IS),
        (Field::Year, _) => read_year(&fold(value)).and_then(year).is_none().then_some(Stranger { near: None }),
        (Field::Lane, Some(timeline)) => stranger(&timeline.vocabularies.lanes, value),
        (Field::Kind, Some(timeline)) => stranger(&timeline.vocabularies.kinds, value),
        (Field::Area, Some(timeline)) => stranger(&timeline.vocabularies.areas, value),
        (Field::Party, Some(timeline)) => stranger(&timeline.vocabularies.parties, value),
        (Field::Thread, Some(timeline)) if timeline.find(value).is_none() => {
            // In a long timeline a likeness would have to be looked for in a file.
            let ids: Vec<Text> = timeline.events().take(SUGGESTIBLE).map(|event| event.id.clone()).collect();
            Some(Stranger { near: suggest(value, ids.iter().map(AsRef::as_ref)).map(str::to_owned) })
        }
        _ => None,
    }
}

fn stranger<V: Copy>(vocabulary: &Vocabulary<V>, value: &str) -> Option<Stranger> {
    let is_known = !named(vocabulary, &[fold(value)]).is_clear();
    let names = || vocabulary.iter().flat_map(|(_, term)| [&*term.id, &*term.name]);
    let near = || {
        let near = suggest(value, names())?;
        let of = vocabulary.iter().find(|(_, term)| term.id == near || term.name == near);
        of.map(|(_, term)| term.id.to_string())
    };
    (!is_known).then(|| Stranger { near: near() })
}

fn year(year: i32) -> Option<(Moment, Moment)> {
    let next = Moment::day(year.checked_add(1)?, 1, 1)?;
    Some((Moment::day(year, 1, 1)?, next.plus(-1)))
}
