//! Ids that stand in several files which are read as one.

use std::collections::HashSet;

use crate::{
    load::SourceFault,
    model::{Text, Timeline},
};

/// Of more events ids are not compared: each would have to be read.
const MAX_COMPARED_EVENTS: usize = 20_000;

/// The ids of the files so far.
#[derive(Debug, Default)]
pub struct SharedIds {
    seen: HashSet<Text>,
    events: usize,
}

impl SharedIds {
    /// Takes the ids of another file; what is to be said of those that an earlier one has.
    pub fn add(&mut self, timeline: &Timeline) -> Option<SourceFault> {
        self.events += timeline.len();
        if self.events > MAX_COMPARED_EVENTS {
            return None;
        }
        let ids: Vec<Text> = timeline.events().map(|event| event.id.clone()).collect();
        let mut shared = ids.iter().filter(|id| self.seen.contains(*id));
        let first = shared.next().map(ToString::to_string);
        let events = shared.count() + 1;
        self.seen.extend(ids);
        Some(SourceFault::SharedIds { events, first: first? })
    }
}
