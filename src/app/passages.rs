//! Which quotes the filter is about.

use crate::{model::EventIndex, query::QuoteRef};

/// Which quotes of the events that pass the filter it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passages {
    /// Those in which it finds what it asks for, in order.
    pub matching: Vec<QuoteRef>,
    /// How many others the events have.
    pub others: usize,
    /// How many of the events have quotes.
    pub events: usize,
}

impl Passages {
    /// The places of the quotes of an event that are among them.
    pub(super) fn of(&self, ix: EventIndex) -> impl Iterator<Item = usize> {
        let first = self.matching.partition_point(|&(of, _)| of < ix);
        let rest = self.matching.get(first..).unwrap_or_default();
        rest.iter().take_while(move |&&(of, _)| of == ix).map(|&(_, place)| place)
    }

    /// Gives every event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        let of = |&(ix, place): &QuoteRef| Some((moved(ix)?, place));
        self.matching = self.matching.iter().filter_map(of).collect();
        self.matching.sort_unstable();
    }
}
