//! The values of a field with their counts, for the menu that filters by them.

use std::{cmp::Reverse, collections::HashMap};

use super::{Field, Haystack, Query, Value, answer::Answer, field, haystack::Part, matcher, run};
use crate::{
    model::{EventIx, Lang, Timeline},
    text::fold,
};

/// What a query does with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing.
    #[default]
    Free,
    /// It asks for it.
    Asked,
    /// It excludes it.
    Excluded,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The field.
    pub field: Field,
    /// The value.
    pub value: Value,
    /// How many events have it among those that the rest of the query keeps.
    pub count: usize,
    /// What the query does with it.
    pub state: State,
}

/// All values of a field, counted among the events that the query without this field keeps: those with the most events
/// of the whole timeline first, so that no entry changes its place while one filters; years in order of time.
pub fn values(field: Field, query: &Query, timeline: &Timeline, haystack: &Haystack, lang: Lang) -> Vec<FacetValue> {
    let kept = run(&query.without(field), timeline, haystack).events;
    let all: Vec<EventIx> = timeline.indices().collect();
    let (among_kept, among_all) = (counts(field, &kept, timeline, haystack), counts(field, &all, timeline, haystack));
    let mut found: Vec<(usize, FacetValue)> = all_of(field, timeline, lang)
        .into_iter()
        .map(|value| {
            let key = key(field, &value.id);
            let facet = FacetValue {
                field,
                count: among_kept.get(&key).copied().unwrap_or(0),
                state: match query.asks(field, &value.id) {
                    Some(true) => State::Excluded,
                    Some(false) => State::Asked,
                    None => State::Free,
                },
                value,
            };
            (among_all.get(&key).copied().unwrap_or(0), facet)
        })
        .collect();
    if field != Field::Year {
        found.sort_by_key(|(count, _)| Reverse(*count));
    }
    found.into_iter().map(|(_, facet)| facet).collect()
}

/// By what values are told apart: names as a filter by them tells them apart.
fn key(field: Field, id: &str) -> String {
    if parts(field).is_some() || field == Field::Lang { fold(id) } else { id.to_owned() }
}

/// The parts of a text whose whole is a value of the field.
fn parts(field: Field) -> Option<&'static [Part]> {
    match field {
        Field::Person => Some(&[Part::Person]),
        Field::Org => Some(&[Part::Org]),
        Field::Place => Some(&[Part::Place]),
        Field::Source => Some(&[Part::Publisher]),
        _ => None,
    }
}

/// How many of the events have each value.
fn counts(field: Field, among: &[EventIx], timeline: &Timeline, haystack: &Haystack) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    if field == Field::Year {
        // An event that goes on or has no known end touches years that it does not list.
        for year in all_of(field, timeline, Lang::En) {
            let answer = matcher::answer(field, std::slice::from_ref(&year.id), timeline, haystack);
            let Answer { possible, .. } = answer;
            counts.insert(year.id, among.iter().filter(|ix| possible.contains(ix.index())).count());
        }
        return counts;
    }
    if let Some(parts) = parts(field) {
        let mut last: HashMap<&str, EventIx> = HashMap::new();
        for (ix, text) in haystack.parts(parts) {
            // An event may name a value twice, and is one event all the same.
            if among.binary_search(&ix).is_ok() && last.insert(text, ix) != Some(ix) {
                *counts.entry(text.to_owned()).or_default() += 1;
            }
        }
        return counts;
    }
    for event in among.iter().filter_map(|&ix| timeline.event(ix)) {
        let mut keys: Vec<String> =
            field.values_of(timeline, event, Lang::En).iter().map(|value| key(field, &value.id)).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

/// The values of a field that some event of the timeline has, each once.
fn all_of(field: Field, timeline: &Timeline, lang: Lang) -> Vec<Value> {
    let words = &timeline.words;
    let events = timeline.events();
    match field {
        Field::Lane => used(&words.lanes, lang, |id| events.iter().any(|event| event.lane == id)),
        Field::Kind => used(&words.kinds, lang, |id| events.iter().any(|event| event.kind == id)),
        Field::Area => used(&words.areas, lang, |id| events.iter().any(|event| event.areas.contains(&id))),
        Field::Party => used(&words.parties, lang, |id| events.iter().any(|event| event.parties.contains(&id))),
        Field::Year => {
            let mut years: Vec<i32> = events.iter().flat_map(field::years_of).collect();
            years.sort_unstable();
            years.dedup();
            years.into_iter().map(|year| Value { id: year.to_string(), label: year.to_string() }).collect()
        }
        _ => {
            let mut found: Vec<Value> =
                events.iter().flat_map(|event| field.values_of(timeline, event, lang)).collect();
            found.sort_by_cached_key(|value| (key(field, &value.id), value.id.clone()));
            found.dedup_by_key(|value| key(field, &value.id));
            found
        }
    }
}

fn used<V: Copy>(
    vocabulary: &crate::model::Vocabulary<V>,
    lang: Lang,
    is_used: impl Fn(crate::model::Id<V>) -> bool,
) -> Vec<Value> {
    vocabulary.iter().filter(|(id, _)| is_used(*id)).map(|(_, term)| field::named_value(term, lang)).collect()
}
