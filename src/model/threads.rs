//! Threads: which events follow from which.

use std::collections::{HashMap, HashSet};

use super::EventIndex;

/// The links between events, both ways.
#[derive(Debug, Clone, Default)]
pub(super) struct Threads {
    earlier: HashMap<EventIndex, Vec<EventIndex>>,
    later: HashMap<EventIndex, Vec<EventIndex>>,
}

impl Threads {
    /// Links each event with those that it follows from, the one that matters most first.
    pub(super) fn link(&mut self, mut links: Vec<(EventIndex, Vec<EventIndex>)>) {
        links.sort_by_key(|(index, _)| *index);
        for (index, before) in links {
            let mut seen = HashSet::from([index]);
            let found: Vec<EventIndex> = before.into_iter().filter(|before| seen.insert(*before)).collect();
            for before in &found {
                self.later.entry(*before).or_default().push(index);
            }
            if !found.is_empty() {
                self.earlier.insert(index, found);
            }
        }
    }

    /// The same links where events have other places.
    pub(super) fn moved(&self, place: impl Fn(EventIndex) -> Option<EventIndex>) -> Self {
        let moved = |links: &HashMap<EventIndex, Vec<EventIndex>>| -> HashMap<_, Vec<_>> {
            let link = |(index, others): (&EventIndex, &Vec<EventIndex>)| {
                Some((place(*index)?, others.iter().copied().filter_map(&place).collect()))
            };
            links.iter().filter_map(link).collect()
        };
        let (earlier, mut later) = (moved(&self.earlier), moved(&self.later));
        for events in later.values_mut() {
            events.sort_unstable();
        }
        Self { earlier, later }
    }

    /// The events that this one follows from, the one that matters most first.
    pub(super) fn earlier(&self, index: EventIndex) -> &[EventIndex] {
        self.earlier.get(&index).map_or(&[], Vec::as_slice)
    }

    /// The events that follow from this one, in order of time.
    pub(super) fn later(&self, index: EventIndex) -> &[EventIndex] {
        self.later.get(&index).map_or(&[], Vec::as_slice)
    }

    /// Whether the event is linked to another.
    pub(super) fn is_linked(&self, index: EventIndex) -> bool {
        self.earlier.contains_key(&index) || self.later.contains_key(&index)
    }
}
