//! The values of a field with their counts, for the menu that filters by them.

use std::{cmp::Reverse, collections::HashMap};

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

use super::{Field, Haystack, Query, Value, field, part::Part, run};
use crate::{
    model::{EventIndex, EventRowId, Lang, Term, Timeline},
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
/// of the whole timeline first, so that no entry changes its place while one filters; years in order of time. Of names
/// the most frequent only, if there are very many.
pub fn values(field: Field, query: &Query, timeline: &Timeline, haystack: &Haystack, lang: Lang) -> Vec<FacetValue> {
    let among = among(&query.without(field), timeline, haystack);
    wanted_values(field, query, &among, (timeline, haystack, lang), "", |_| true)
}

/// The events that a query keeps.
pub(super) fn among(query: &Query, timeline: &Timeline, haystack: &Haystack) -> FixedBitSet {
    let mut among = FixedBitSet::with_capacity(timeline.len());
    if query.is_empty() {
        among.insert_range(..);
    } else {
        among.extend(run(query, timeline, haystack).events.iter().map(|ix| ix.index()));
    }
    among
}

/// The same, counted among these events, for those values alone in whose id or name, folded, the needle stands, and which
/// are wanted for one of them.
pub(super) fn wanted_values(
    field: Field,
    query: &Query,
    among: &FixedBitSet,
    (timeline, haystack, lang): (&Timeline, &Haystack, Lang),
    needle: &str,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<FacetValue> {
    let counted = if let Some(parts) = parts(field) {
        names((field, parts), among, (timeline, haystack, lang), needle, is_wanted)
    } else {
        let counted =
            if field == Field::Year { years(among, timeline, lang) } else { terms(field, among, timeline, lang) };
        let stands = |text: &str| {
            let text = fold(text);
            text.contains(needle) && is_wanted(&text)
        };
        counted.into_iter().filter(|counted| stands(&counted.value.id) || stands(&counted.value.label)).collect()
    };
    let mut found: Vec<(usize, FacetValue)> = counted
        .into_iter()
        .map(|Counted { value, of_all, of_kept }| {
            let facet = FacetValue {
                field,
                count: of_kept,
                state: match query.asks(field, &value.id) {
                    Some(true) => State::Excluded,
                    Some(false) => State::Asked,
                    None => State::Free,
                },
                value,
            };
            (of_all, facet)
        })
        .collect();
    if field != Field::Year {
        found.sort_by_key(|(count, _)| Reverse(*count));
    }
    found.into_iter().map(|(_, facet)| facet).collect()
}

/// A value with how many events have it.
struct Counted {
    value: Value,
    of_all: usize,
    of_kept: usize,
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

/// Of names so many are offered at most: nobody looks through more, and each has to be looked up in an event.
const MOST_NAMES: usize = 2000;

/// Names, which events write as they like: told apart as a filter by them tells them apart, and written as the first
/// event that has them writes them.
fn names(
    (field, parts): (Field, &'static [Part]),
    among: &FixedBitSet,
    (timeline, haystack, lang): (&Timeline, &Haystack, Lang),
    needle: &str,
    is_wanted: impl Fn(&str) -> bool,
) -> Vec<Counted> {
    struct Name {
        first: EventIndex,
        last: EventIndex,
        of_all: usize,
        of_kept: usize,
    }
    let mut found: HashMap<&str, Name> = HashMap::new();
    let mut count = |place: usize, (local, text)| {
        let Some(ix) = timeline.index_of_row(EventRowId::new(place, local)).filter(|_| is_wanted(text)) else { return };
        let name =
            found.entry(text).or_insert(Name { first: ix, last: EventIndex::new(usize::MAX), of_all: 0, of_kept: 0 });
        // An event may name a value twice, and is one event all the same.
        if name.last != ix {
            name.first = name.first.min(ix);
            name.last = ix;
            name.of_all += 1;
            name.of_kept += usize::from(among.contains(ix.index()));
        }
    };
    let finder = Finder::new(needle);
    for (place, leaf) in haystack.leaves().iter().enumerate() {
        if needle.is_empty() {
            leaf.parts(parts).for_each(|part| count(place, part));
        } else {
            leaf.parts_with(parts, &finder).for_each(|part| count(place, part));
        }
    }
    let mut found: Vec<(&str, Name)> = found.into_iter().collect();
    found.sort_unstable_by_key(|(text, name)| (Reverse(name.of_all), *text));
    found.truncate(MOST_NAMES);
    // Each event is looked at once, however many of them it names.
    let mut written: HashMap<EventIndex, HashMap<String, Value>> = HashMap::new();
    let counted = found.into_iter().filter_map(|(text, name)| {
        let values = written.entry(name.first).or_insert_with(|| {
            let event = timeline.event(name.first);
            let values = event.map(|event| field.values_of(timeline, &event, lang)).unwrap_or_default();
            // The first of several that are one when they are folded.
            values.into_iter().rev().map(|value| (fold(&value.id), value)).collect()
        });
        let value = values.remove(text)?;
        Some(Counted { value, of_all: name.of_all, of_kept: name.of_kept })
    });
    counted.collect()
}

/// Years: those that some event touches as far as it is known, each with all events that may touch it.
fn years(among: &FixedBitSet, timeline: &Timeline, lang: Lang) -> Vec<Counted> {
    let listed = timeline.all_facts().filter_map(|facts| field::years_of(&facts.bounds));
    let mut listed: Vec<(i32, i32)> = listed.collect();
    listed.sort_unstable();
    listed.dedup();
    let mut years: Vec<i32> = Vec::new();
    for (first, last) in listed {
        let from = years.last().map_or(first, |&year| first.max(year.saturating_add(1)));
        years.extend(from..=last);
    }
    // How many more events touch each year than the one before.
    let mut steps = vec![(0_i64, 0_i64); years.len() + 1];
    for (place, facts) in timeline.all_facts().enumerate() {
        let bounds = &facts.bounds;
        let first = years.partition_point(|&year| year < bounds.start.earliest.year());
        let after = years.partition_point(|&year| year <= bounds.end.latest.year());
        let kept = i64::from(among.contains(place));
        for (at, one) in [(first, 1), (after.max(first), -1)] {
            if let Some(step) = steps.get_mut(at) {
                *step = (step.0 + one, step.1 + one * kept);
            }
        }
    }
    let running = steps.into_iter().scan((0, 0), |sum, step| {
        *sum = (sum.0 + step.0, sum.1 + step.1);
        Some(*sum)
    });
    let count = |count: i64| usize::try_from(count).unwrap_or(0);
    (years.into_iter().zip(running))
        .map(|(year, (of_all, of_kept))| Counted {
            value: field::year_value(year, lang),
            of_all: count(of_all),
            of_kept: count(of_kept),
        })
        .collect()
}

/// Terms of a vocabulary that some event has.
fn terms(field: Field, among: &FixedBitSet, timeline: &Timeline, lang: Lang) -> Vec<Counted> {
    let words = &timeline.vocabularies;
    let tag = |term: &Term| Value { id: term.id.to_string(), label: term.id.to_string() };
    let named = |term: &Term| field::named_value(term, lang);
    let values: Vec<Value> = match field {
        Field::Lane => words.lanes.iter().map(|(_, term)| named(term)).collect(),
        Field::Kind => words.kinds.iter().map(|(_, term)| named(term)).collect(),
        Field::Area => words.areas.iter().map(|(_, term)| named(term)).collect(),
        Field::Party => words.parties.iter().map(|(_, term)| named(term)).collect(),
        Field::Lang => timeline.all_languages().iter().map(|(_, term)| tag(term)).collect(),
        _ => Vec::new(),
    };
    let mut counts = vec![(0_usize, 0_usize, EventIndex::new(usize::MAX)); values.len()];
    for ix in timeline.indices() {
        let is_kept = usize::from(among.contains(ix.index()));
        let mut count = |place: usize| {
            let Some((of_all, of_kept, last)) = counts.get_mut(place) else { return };
            if *last != ix {
                (*of_all, *of_kept, *last) = (*of_all + 1, *of_kept + is_kept, ix);
            }
        };
        match field {
            Field::Lane => timeline.facts(ix).into_iter().for_each(|facts| count(facts.lane.index())),
            Field::Kind => timeline.facts(ix).into_iter().for_each(|facts| count(facts.kind.index())),
            Field::Area => timeline.areas(ix).for_each(|id| count(id.index())),
            Field::Party => timeline.parties(ix).for_each(|id| count(id.index())),
            _ => timeline.languages(ix).for_each(|id| count(id.index())),
        }
    }
    let counted = values.into_iter().zip(counts).filter(|(_, (of_all, ..))| *of_all > 0);
    let mut counted: Vec<Counted> =
        counted.map(|(value, (of_all, of_kept, _))| Counted { value, of_all, of_kept }).collect();
    if field == Field::Lang {
        counted.sort_by_cached_key(|counted| fold(&counted.value.id));
    }
    counted
}
