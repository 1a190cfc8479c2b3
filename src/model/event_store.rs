//! Where the texts of events are: in memory, or in a file from which an event is read when it is looked at.

use std::{
    collections::HashMap,
    fmt,
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
};

use super::{Event, Zone};

/// The place of an event in the order of reading: its chunk, and its place there. It stays while a timeline grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventRowId(u32);

/// The bits of a row that say the place in a chunk.
const LOCAL: u32 = 20;

impl EventRowId {
    /// The event at a place of a chunk, both from 0; there are at most 4,096 chunks of [`Chunk::MAX_EVENTS`](super::Chunk::MAX_EVENTS)
    /// events.
    pub fn new(chunk: usize, local: usize) -> Self {
        let chunk = u32::try_from(chunk).unwrap_or(u32::MAX).min((1 << (32 - LOCAL)) - 1);
        let local = u32::try_from(local).unwrap_or(u32::MAX).min((1 << LOCAL) - 1);
        Self(chunk << LOCAL | local)
    }

    /// The chunk, from 0.
    pub const fn chunk(self) -> usize {
        (self.0 >> LOCAL) as usize
    }

    /// The place in it, from 0.
    pub const fn local(self) -> usize {
        (self.0 & ((1 << LOCAL) - 1)) as usize
    }
}

/// Something that events can be read from again, one by one.
pub trait EventStore: fmt::Debug + Send + Sync {
    /// Reads an event. `None` if it cannot be read any more, such as from a file that has changed.
    fn read(&self, row: EventRowId) -> Option<Event>;

    /// The first event of this id, in the order of reading.
    fn find(&self, id: &str) -> Option<EventRowId>;

    /// All events of each of many ids, in the order of reading: several where an id stands in several files.
    fn find_all(&self, ids: &[&str]) -> Vec<Vec<EventRowId>> {
        ids.iter().map(|id| self.find(id).into_iter().collect()).collect()
    }

    /// Where an event begins in the files that were read; `None` if that is not known.
    fn line_of(&self, row: EventRowId) -> Option<SourceLine>;
}

/// A line of one of the files that a timeline was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceLine {
    /// Which of the files, from 0.
    pub file: usize,
    /// The line, from 1.
    pub line: usize,
}

/// An event to look at.
#[derive(Debug, Clone)]
pub enum EventRef<'a> {
    /// One that is in memory anyway.
    InMemory(&'a Event),
    /// One that was read for the purpose.
    Loaded(Arc<Event>),
}

impl<'a> EventRef<'a> {
    /// The event for as long as its timeline lives; `None` if it was read for the purpose.
    pub fn held(self) -> Option<&'a Event> {
        match self {
            Self::InMemory(event) => Some(event),
            Self::Loaded(_) => None,
        }
    }
}

impl Deref for EventRef<'_> {
    type Target = Event;

    fn deref(&self) -> &Event {
        match self {
            Self::InMemory(event) => event,
            Self::Loaded(event) => event,
        }
    }
}

/// So many events are remembered: more than any screen shows.
const MAX_CACHED_EVENTS: usize = 2048;

/// A store with the events that were read from it last.
#[derive(Debug, Clone)]
pub(super) struct CachedStore {
    store: Arc<dyn EventStore>,
    /// The zones in which events are told and placed.
    zones: (Zone, Zone),
    read: Arc<Mutex<HashMap<EventRowId, Arc<Event>>>>,
}

impl CachedStore {
    pub(super) fn new(store: Arc<dyn EventStore>, zones: (Zone, Zone)) -> Self {
        Self { store, zones, read: Arc::default() }
    }

    /// The same store, with its events in other zones.
    pub(super) fn in_zones(&self, zones: (Zone, Zone)) -> Self {
        Self::new(Arc::clone(&self.store), zones)
    }

    pub(super) fn read(&self, row: EventRowId) -> Option<Arc<Event>> {
        let read = || self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read().get(&row) {
            return Some(Arc::clone(known));
        }
        // Several threads may read at once.
        let event = Arc::new(self.read_once(row)?);
        let mut cached = read();
        let outdated = if cached.len() < MAX_CACHED_EVENTS { HashMap::new() } else { std::mem::take(&mut *cached) };
        cached.insert(row, Arc::clone(&event));
        drop(cached);
        // Nobody waits for so much to be given back.
        drop(outdated);
        Some(event)
    }

    /// The same without remembering it.
    pub(super) fn read_once(&self, row: EventRowId) -> Option<Event> {
        let mut event = self.store.read(row)?;
        event.date = event.date.placed(self.zones.0, self.zones.1);
        Some(event)
    }

    pub(super) fn find(&self, id: &str) -> Option<EventRowId> {
        self.store.find(id)
    }

    pub(super) fn find_all(&self, ids: &[&str]) -> Vec<Vec<EventRowId>> {
        self.store.find_all(ids)
    }

    pub(super) fn line_of(&self, row: EventRowId) -> Option<SourceLine> {
        self.store.line_of(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_both_its_parts() {
        for (chunk, local) in [(0, 0), (3, 7), (4095, (1 << 20) - 1)] {
            assert_eq!((EventRowId::new(chunk, local).chunk(), EventRowId::new(chunk, local).local()), (chunk, local));
        }
    }
}
