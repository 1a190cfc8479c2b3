//! Whom or what some events name: the names of a field, the most frequent first, and which events have which.

use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry},
};

use super::{Field, FieldValue, TextIndex, known_matches::known_names};
use crate::{
    model::{EventIndex, Lang, Timeline},
    text::fold,
};

/// The names of a field that events have, told apart as a filter by them tells them apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventNames {
    values: Vec<FieldValue>,
    found: usize,
    /// Each event that has any, in order, with where its names end in `places`.
    ends: Vec<(EventIndex, usize)>,
    places: Vec<usize>,
}

/// How many events have a name, and which first and last.
struct NameUse {
    first: EventIndex,
    last: EventIndex,
    count: usize,
}

impl EventNames {
    /// Looks through some events, in their order, and keeps as many names as are wanted.
    pub fn new(
        field: Field,
        (timeline, text_index): (&Timeline, &TextIndex),
        events: &[EventIndex],
        lang: Lang,
        most: usize,
    ) -> Self {
        let known = known_names(field, timeline, text_index);
        let mut counts: HashMap<&str, NameUse> = HashMap::new();
        let mut named: Vec<(EventIndex, &str)> = Vec::new();
        for &ix in events {
            let row = timeline.row_of_index(ix);
            let chunk = row.and_then(|row| Some((text_index.chunks().get(row.chunk())?, row.local())));
            let kinds = field.text_kinds();
            for (_, text) in chunk
                .into_iter()
                .flat_map(|(chunk, local)| chunk.event_texts_with(local, kinds, |rest| (!rest.is_empty()).then_some(0)))
            {
                let name = known.canonical(text);
                match counts.entry(name) {
                    Entry::Vacant(entry) => _ = entry.insert(NameUse { first: ix, last: ix, count: 1 }),
                    // An event may name somebody twice.
                    Entry::Occupied(entry) if entry.get().last == ix => continue,
                    Entry::Occupied(mut entry) => {
                        let known = entry.get_mut();
                        (known.last, known.count) = (ix, known.count + 1);
                    }
                }
                named.push((ix, name));
            }
        }
        let mut names = Self::default();
        let places = names.keep(field, timeline, counts, (lang, most));
        for (ix, name) in named {
            let Some(&place) = places.get(name) else { continue };
            names.places.push(place);
            let end = names.places.len();
            match names.ends.last_mut().filter(|(last, _)| *last == ix) {
                Some((_, last)) => *last = end,
                None => names.ends.push((ix, end)),
            }
        }
        names
    }

    /// Keeps the names that most events have, as the first event that has them writes them; gives their places.
    fn keep<'a>(
        &mut self,
        field: Field,
        timeline: &Timeline,
        counts: HashMap<&'a str, NameUse>,
        (lang, most): (Lang, usize),
    ) -> HashMap<&'a str, usize> {
        let mut sorted: Vec<(&str, NameUse)> = counts.into_iter().collect();
        sorted.sort_unstable_by_key(|(name, count)| (Reverse(count.count), *name));
        let mut written: HashMap<EventIndex, HashMap<String, FieldValue>> = HashMap::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (name, count) in sorted {
            self.found += 1;
            if self.values.len() == most {
                continue;
            }
            let values = written.entry(count.first).or_insert_with(|| {
                let event = timeline.event(count.first);
                let values = event.map(|event| field.values_of(timeline, &event, lang)).unwrap_or_default();
                values.into_iter().rev().map(|value| (fold(&value.id), value)).collect()
            });
            // A body that speaks is no person.
            match values.remove(name) {
                Some(value) => {
                    places.insert(name, self.values.len());
                    self.values.push(value);
                }
                None => self.found -= 1,
            }
        }
        places
    }

    /// The names, those that most events have first.
    pub fn values(&self) -> &[FieldValue] {
        &self.values
    }

    /// How many there are, with those that were not kept.
    pub const fn found(&self) -> usize {
        self.found
    }

    /// Which of the names an event has, by their places, each once.
    pub fn of(&self, ix: EventIndex) -> &[usize] {
        let Ok(place) = self.ends.binary_search_by_key(&ix, |(event, _)| *event) else { return &[] };
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(_, end)| *end);
        self.ends.get(place).and_then(|(_, end)| self.places.get(start..*end)).unwrap_or_default()
    }
}
