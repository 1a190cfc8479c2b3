//! The metadata of events as they were read, with instants in UTC, and as the clock of a zone shows them.

use std::{cmp::Ordering, sync::Arc};

use super::{Chunk, Elapsed, EventFlag, EventMeta, EventRowId, Offsets, Zone};

/// The metadata of all events, placed by the clock of a zone.
#[derive(Debug, Clone)]
pub(super) struct Placement {
    read: Vec<Arc<Chunk>>,
    /// The very same where the zone is UTC, and where there are no instants.
    chunks: Vec<Arc<Chunk>>,
    offsets: Offsets,
    /// The zone in which clock times are told.
    pub(super) zone: Zone,
    /// The zone by whose clock instants are placed: that in which they are told, if it has a clock, else that in which
    /// all of them were written, else UTC.
    pub(super) base: Zone,
}

impl Placement {
    /// Facts as they were read, in this zone. Without one clock times are told as they were written where all have the
    /// same offset, and in UTC where they differ.
    pub(super) fn new(read: Vec<Arc<Chunk>>, zone: Option<Zone>) -> Self {
        let offsets = read.iter().fold(Offsets::None, |offsets, chunk| offsets.and(chunk.offsets()));
        let zone = zone.unwrap_or(match offsets {
            Offsets::One(0) | Offsets::Several => Zone::UTC,
            Offsets::None | Offsets::One(_) => Zone::AsWritten,
        });
        let base = match (zone, offsets) {
            (Zone::AsWritten, Offsets::One(minutes)) => Zone::Fixed(minutes),
            (Zone::AsWritten, _) => Zone::UTC,
            (zone, _) => zone,
        };
        let is_moved = |chunk: &Chunk| base != Zone::UTC && chunk.offsets() != Offsets::None;
        let placed =
            |chunk: &Arc<Chunk>| if is_moved(chunk) { Arc::new(chunk.placed(base)) } else { Arc::clone(chunk) };
        Self { chunks: read.iter().map(placed).collect(), read, offsets, zone, base }
    }

    /// The same metadata in another zone.
    pub(super) fn in_zone(&self, zone: Zone) -> Self {
        Self::new(self.read.clone(), Some(zone))
    }

    /// The metadata by the clock of the zone, in the order of reading.
    pub(super) fn chunks(&self) -> &[Arc<Chunk>] {
        &self.chunks
    }

    /// The metadata as it was read.
    pub(super) fn as_read(&self) -> &[Arc<Chunk>] {
        &self.read
    }

    /// Whether some event is an instant.
    pub(super) fn has_instants(&self) -> bool {
        self.offsets != Offsets::None
    }

    /// The order of two rows in time.
    pub(super) fn order(&self, a: EventRowId, b: EventRowId) -> Ordering {
        let (Some(one), Some(other)) = (fact(&self.chunks, a), fact(&self.chunks, b)) else { return a.cmp(&b) };
        // In the hour that a clock repeats, instants that stand at one second still have their order.
        let instant =
            |row| fact(&self.read, row).filter(|it| it.is(EventFlag::Instant)).map(|it| it.bounds.start.earliest);
        (one.bounds.start.earliest.cmp(&other.bounds.start.earliest))
            .then_with(|| instant(a).cmp(&instant(b)))
            .then_with(|| one.order(other))
            .then(a.cmp(&b))
    }

    /// How much later the second event started than the first: by the instants if both are instants; `None` if a start
    /// is not known on one side.
    pub(super) fn delay(&self, first: EventRowId, second: EventRowId) -> Option<Elapsed> {
        let (from, to) = (fact(&self.chunks, first)?, fact(&self.chunks, second)?);
        let near = match (from.is(EventFlag::Instant), to.is(EventFlag::Instant)) {
            (true, true) => Elapsed::by_the_clock(fact(&self.read, first)?, fact(&self.read, second)?),
            (false, false) => Elapsed::by_the_clock(from, to),
            // Nobody knows how the clocks stood to each other.
            _ => None,
        };
        near.or_else(|| Elapsed::in_days(from, to))
    }
}

/// The metadata of a row.
pub(super) fn fact(chunks: &[Arc<Chunk>], row: EventRowId) -> Option<&EventMeta> {
    chunks.get(row.chunk())?.meta().get(row.local())
}
