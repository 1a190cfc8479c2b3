//! Where the events of a timeline are: in memory, or in a store that reads them when they are looked at.

use std::{borrow::Cow, collections::HashMap};

use super::{Event, Text, Zone, event_store::CachedStore};

/// The events of a timeline.
#[derive(Debug, Clone)]
pub(super) enum Records {
    /// In memory, in the order of their rows.
    InMemory {
        events: Cow<'static, [Event]>,
        by_id: HashMap<Text, usize>,
        /// The lines of its file at which events begin, from 1; none where there is no file.
        lines: Vec<usize>,
    },
    /// Somewhere else.
    Stored(CachedStore),
}

impl Records {
    /// Places events that are in memory, and those that will be read, in zones to tell them in and to place them by.
    pub(super) fn place(&mut self, zones: (Zone, Zone)) {
        match self {
            Self::InMemory { events, .. } => {
                if events.iter().any(|event| event.date.is_instant()) {
                    for event in events.to_mut().iter_mut().filter(|event| event.date.is_instant()) {
                        event.date = event.date.reparsed().placed(zones.0, zones.1);
                    }
                }
            }
            Self::Stored(store) => *store = store.in_zones(zones),
        }
    }
}
