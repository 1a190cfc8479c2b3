//! The values of a field with their counts, for the menu that filters by them.

use std::collections::HashMap;

use super::{Field, Haystack, Query, Value, field, matcher::Matcher, run};
use crate::model::{Lang, Timeline};

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

/// All values of a field in the order of the timeline (years in order of time), counted among the events that the
/// query without this field keeps.
pub fn values(field: Field, query: &Query, timeline: &Timeline, haystack: &Haystack, lang: Lang) -> Vec<FacetValue> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let kept = run(&query.without(field), timeline, haystack);
    for &ix in &kept {
        let mut ids: Vec<String> = timeline
            .event(ix)
            .map(|event| field.values_of(timeline, event, lang).into_iter().map(|value| value.id).collect())
            .unwrap_or_default();
        // An event may name a value twice, and is one event all the same.
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            *counts.entry(id).or_default() += 1;
        }
    }
    // An event that goes on or has no known end touches years that it does not list.
    let touching = |year: &str| {
        let matcher = Matcher::new(field, &[year.to_owned()], timeline);
        kept.iter().filter_map(|&ix| timeline.event(ix)).filter(|event| matcher.holds(event)).count()
    };
    all_of(field, timeline, lang)
        .into_iter()
        .map(|value| FacetValue {
            field,
            count: match field {
                Field::Year => touching(&value.id),
                _ => counts.get(&value.id).copied().unwrap_or(0),
            },
            state: match query.asks(field, &value.id) {
                Some(true) => State::Excluded,
                Some(false) => State::Asked,
                None => State::Free,
            },
            value,
        })
        .collect()
}

/// The values of a field that some event of the timeline has.
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
        Field::Person | Field::Org | Field::Place => {
            let mut found: Vec<Value> =
                events.iter().flat_map(|event| field.values_of(timeline, event, lang)).collect();
            found.sort_by(|a, b| a.id.cmp(&b.id));
            found.dedup();
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
