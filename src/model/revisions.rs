//! What is new in a timeline, and what says something else than in an older version of it.

use std::collections::BTreeMap;

use super::{EventIndex, EventRowId, Timeline};

/// How an event differs from an older version of its timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Revision {
    /// It was not there.
    New,
    /// It said something else.
    Changed,
}

/// The events of a timeline that an older version did not have, or not so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revisions {
    by_row: BTreeMap<EventRowId, Revision>,
}

impl Revisions {
    /// How the event at a place of its timeline differs; `None` where it does not.
    pub fn of(&self, timeline: &Timeline, ix: EventIndex) -> Option<Revision> {
        if self.by_row.is_empty() {
            return None;
        }
        self.by_row.get(&timeline.row_of_index(ix)?).copied()
    }

    /// Whether nothing is known to differ.
    pub fn is_empty(&self) -> bool {
        self.by_row.is_empty()
    }

    /// The events that differ, in the order of reading.
    pub fn iter(&self) -> impl Iterator<Item = (EventRowId, Revision)> {
        self.by_row.iter().map(|(row, revision)| (*row, *revision))
    }
}

impl FromIterator<(EventRowId, Revision)> for Revisions {
    fn from_iter<I: IntoIterator<Item = (EventRowId, Revision)>>(events: I) -> Self {
        Self { by_row: events.into_iter().collect() }
    }
}
