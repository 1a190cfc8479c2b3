//! Ids that stand in several files which are read as one.

use std::collections::HashSet;

use crate::{
    load::{SourceFault, generated_id},
    model::{EventRef, Text, Timeline},
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
        // Nobody has written those that are made of date and title.
        let is_written = |event: &EventRef<'_>| *event.id != generated_id(event.date.as_written(), &event.title);
        let ids: Vec<Text> = timeline.events().filter(is_written).map(|event| event.id.clone()).collect();
        let mut shared = ids.iter().filter(|id| self.seen.contains(*id));
        let first = shared.next().map(ToString::to_string);
        let events = shared.count() + 1;
        self.seen.extend(ids);
        Some(SourceFault::SharedIds { events, first: first? })
    }
}
