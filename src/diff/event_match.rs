//! Which event of an old timeline is which of a new one.

use std::{
    collections::{HashMap, VecDeque},
    hash::{BuildHasher, RandomState},
};

use super::likeness::{MIN_LIKENESS, likeness};
use crate::{
    fields::{FieldRecord, Naming, RecordValue, event_record},
    load::generated_id,
    model::{Event, EventIndex, Timeline},
};

/// Of the events of one date so many are compared with each.
const MAX_COMPARED: usize = 16;

/// All that an event says, as fields.
pub(super) fn record<'a>(timeline: &'a Timeline, event: &'a Event, naming: Naming) -> FieldRecord<'a> {
    event_record(event, &timeline.vocabularies, naming, |text| RecordValue::Text(text.into()))
}

/// Whether an event has no id of its own: what stands there is made from its date and title, with a number behind it where
/// others are alike.
pub(super) fn has_generated_id(event: &Event) -> bool {
    let made = generated_id(event.date.as_written(), &event.title);
    without_number(&event.id).is_some_and(|id| id == made) || event.id == made
}

/// The id that stands in the file: an event of which the id was taken has a number behind it.
pub(super) fn id_as_written<'a>(timeline: &Timeline, event: &'a Event) -> &'a str {
    without_number(&event.id).filter(|id| timeline.find(id).is_some()).unwrap_or(&event.id)
}

fn without_number(id: &str) -> Option<&str> {
    let (id, number) = id.rsplit_once('-')?;
    number.parse::<u32>().is_ok().then_some(id)
}

/// What is kept of an event to find it again: numbers that stand for its texts.
#[derive(Debug, Clone, Copy)]
struct Fingerprint {
    id: u64,
    /// All but the id.
    content: u64,
    title: u64,
    date: u64,
    has_generated_id: bool,
}

impl Fingerprint {
    fn of(timeline: &Timeline, event: &Event, hasher: &RandomState) -> Self {
        let mut content = record(timeline, event, Naming::AsWritten);
        content.0.retain(|(name, _)| name != "id");
        Self {
            id: hasher.hash_one(&event.id),
            content: hasher.hash_one(content),
            title: hasher.hash_one(&event.title),
            date: hasher.hash_one((event.date.as_written(), event.date.end_as_written())),
            has_generated_id: has_generated_id(event),
        }
    }
}

/// An event of both timelines.
#[derive(Debug, Clone, Copy)]
pub(super) struct EventPair {
    pub(super) old: EventIndex,
    pub(super) new: EventIndex,
    /// Whether both have the same id.
    pub(super) shares_id: bool,
    /// Whether both say the same, but for the id.
    pub(super) is_same: bool,
}

/// Which events belong together.
#[derive(Debug)]
pub(super) struct EventMatch {
    pub(super) pairs: Vec<EventPair>,
    pub(super) removed: Vec<EventIndex>,
    pub(super) added: Vec<EventIndex>,
}

impl EventMatch {
    /// Finds each event of the old timeline in the new one: by all that it says, else by its id, else, where its id is made of
    /// date and title, by its title, or by its date and a title that is nearly the same.
    pub(super) fn between(old: &Timeline, new: &Timeline) -> Self {
        let hasher = RandomState::new();
        let prints = |timeline: &Timeline| -> Vec<Fingerprint> {
            timeline.events().map(|event| Fingerprint::of(timeline, &event, &hasher)).collect()
        };
        let mut matching = Matching::new(prints(old), prints(new));
        matching.pair_by(|print| Some((print.id, print.content)));
        matching.pair_by(|print| Some((print.content, 0)));
        matching.pair_by(|print| Some((print.id, 0)));
        matching.pair_by(|print| Some((print.title, print.date)));
        matching.pair_by(|print| print.has_generated_id.then_some((print.title, 0)));
        matching.pair_alike(old, new);
        matching.finish()
    }
}

struct Matching {
    old: Vec<Fingerprint>,
    new: Vec<Fingerprint>,
    new_of: Vec<Option<usize>>,
    is_paired: Vec<bool>,
}

impl Matching {
    fn new(old: Vec<Fingerprint>, new: Vec<Fingerprint>) -> Self {
        Self { new_of: vec![None; old.len()], is_paired: vec![false; new.len()], old, new }
    }

    /// The new events that are left, by a key, in order of time.
    fn left(&self, key: impl Fn(&Fingerprint) -> Option<(u64, u64)>) -> HashMap<(u64, u64), VecDeque<usize>> {
        let mut left: HashMap<(u64, u64), VecDeque<usize>> = HashMap::new();
        let free = self.new.iter().zip(&self.is_paired).enumerate().filter(|(_, (_, paired))| !**paired);
        for (at, (print, _)) in free {
            if let Some(key) = key(print) {
                left.entry(key).or_default().push_back(at);
            }
        }
        left
    }

    /// Pairs those that are left and have the same key, in order of time.
    fn pair_by(&mut self, key: impl Fn(&Fingerprint) -> Option<(u64, u64)>) {
        let mut left = self.left(&key);
        for (print, pair) in self.old.iter().zip(&mut self.new_of).filter(|(_, pair)| pair.is_none()) {
            *pair = key(print).and_then(|key| left.get_mut(&key)?.pop_front());
            if let Some(paired) = pair.and_then(|at| self.is_paired.get_mut(at)) {
                *paired = true;
            }
        }
    }

    /// Pairs those that are left and have one date and titles that are nearly the same.
    fn pair_alike(&mut self, old: &Timeline, new: &Timeline) {
        let by_date = |print: &Fingerprint| print.has_generated_id.then_some((print.date, 0));
        let mut left = self.left(by_date);
        for (at, print) in self.old.iter().enumerate() {
            let (Some(pair @ None), Some(key)) = (self.new_of.get_mut(at), by_date(print)) else { continue };
            let Some(candidates) = left.get_mut(&key) else { continue };
            let Some(event) = old.event(EventIndex::new(at)) else { continue };
            let alike = candidates.iter().take(MAX_COMPARED).enumerate().filter_map(|(place, at)| {
                let other = new.event(EventIndex::new(*at))?;
                Some((place, likeness(&event.title, &other.title)))
            });
            let best = alike.filter(|(_, likeness)| *likeness >= MIN_LIKENESS).max_by(|a, b| a.1.total_cmp(&b.1));
            *pair = best.and_then(|(place, _)| candidates.remove(place));
            if let Some(paired) = pair.and_then(|at| self.is_paired.get_mut(at)) {
                *paired = true;
            }
        }
    }

    fn finish(self) -> EventMatch {
        let (mut pairs, mut removed) = (Vec::new(), Vec::new());
        for (at, (print, pair)) in self.old.iter().zip(&self.new_of).enumerate() {
            let old = EventIndex::new(at);
            let Some((new, other)) = pair.and_then(|at| Some((EventIndex::new(at), self.new.get(at)?))) else {
                removed.push(old);
                continue;
            };
            let (shares_id, is_same) = (print.id == other.id, print.content == other.content);
            pairs.push(EventPair { old, new, shares_id, is_same });
        }
        let left = self.is_paired.iter().enumerate().filter(|(_, paired)| !**paired);
        EventMatch { pairs, removed, added: left.map(|(at, _)| EventIndex::new(at)).collect() }
    }
}
