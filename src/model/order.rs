//! Which event comes when: the place in time of each row, and the row at each place.

use std::sync::Arc;

use super::{Chunk, EventRowId};

/// The place of an event in its timeline: events are numbered in order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIndex(u32);

impl EventIndex {
    /// The event at this place.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The place from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Which event comes when.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    /// The row of each event, in order of time.
    pub(super) rows: Vec<EventRowId>,
    /// How many rows the chunks before each one have.
    starts: Vec<usize>,
    /// The place in time of each row; `None` where rows are in order of time already.
    places: Option<Vec<EventIndex>>,
}

/// All rows of these chunks in the order of reading.
pub(super) fn rows_of(chunks: &[Arc<Chunk>]) -> Vec<EventRowId> {
    let mut rows = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for (place, chunk) in chunks.iter().enumerate() {
        rows.extend((0..chunk.len()).map(|local| EventRowId::new(place, local)));
    }
    rows
}

impl Order {
    pub(super) fn new(rows: Vec<EventRowId>, chunks: &[Arc<Chunk>]) -> Self {
        let starts: Vec<usize> = (chunks.iter())
            .scan(0, |next, chunk| {
                let start = *next;
                *next += chunk.len();
                Some(start)
            })
            .collect();
        let mut order = Self { rows, starts, places: None };
        if !order.rows.is_sorted() {
            let mut places = vec![EventIndex::new(usize::MAX); order.rows.len()];
            for (place, row) in order.rows.iter().enumerate() {
                if let Some(entry) = order.flat(*row).and_then(|flat| places.get_mut(flat)) {
                    *entry = EventIndex::new(place);
                }
            }
            order.places = Some(places);
        }
        order
    }

    /// The place of a row in the order of reading.
    pub(super) fn flat(&self, row: EventRowId) -> Option<usize> {
        self.starts.get(row.chunk()).map(|start| start + row.local())
    }

    pub(super) fn place(&self, row: EventRowId) -> Option<EventIndex> {
        let flat = self.flat(row)?;
        match &self.places {
            Some(places) => places.get(flat).copied(),
            None => (flat < self.rows.len()).then(|| EventIndex::new(flat)),
        }
    }
}
