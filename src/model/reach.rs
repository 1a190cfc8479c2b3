//! How far events reach in time: from the first moment to the last, and which of them may still go on at a moment.

use super::{EventMeta, Moment};

/// How many events share one entry of `ends`.
const BLOCK_EVENTS: usize = 64;

/// How far the events of a timeline reach.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    /// The first and the last finite moment of any event.
    pub(super) extent: Option<(Moment, Moment)>,
    /// The latest end in each stretch of so many events.
    ends: Vec<Moment>,
}

impl Reach {
    /// Of these events, in order of time.
    pub(super) fn new<'a>(meta: impl Iterator<Item = &'a EventMeta>) -> Self {
        let mut reach = Self::default();
        for (place, meta) in meta.enumerate() {
            for moment in meta.bounds.finite() {
                reach.extent = Some(reach.extent.map_or((moment, moment), |(a, b)| (a.min(moment), b.max(moment))));
            }
            let end = meta.bounds.end.latest;
            match reach.ends.last_mut() {
                Some(last) if place % BLOCK_EVENTS > 0 => *last = end.max(*last),
                _ => reach.ends.push(end),
            }
        }
        reach
    }

    /// The places before this one in those stretches in which an event ends at the moment or later, or may.
    pub(super) fn places(&self, before: usize, moment: Moment) -> impl Iterator<Item = usize> + '_ {
        let ends = self.ends.iter().enumerate().take(before.div_ceil(BLOCK_EVENTS));
        let reaching = ends.filter(move |(_, end)| **end >= moment);
        reaching.flat_map(move |(stretch, _)| stretch * BLOCK_EVENTS..((stretch + 1) * BLOCK_EVENTS).min(before))
    }
}
