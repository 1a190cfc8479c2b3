//! Reading one event again from where it stands.

use std::sync::Arc;

use super::{bytes::Bytes, hash};
use crate::{
    load::{Format, Problems},
    model::{Event, Id, List, Person, Row, Shelf, Vocabularies, Vocabulary},
};

/// Where the events of a chunk stand in the source, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// The byte of the source from which the others are counted.
    pub(super) start: u64,
    /// Where each event begins.
    pub(super) begins: Vec<u32>,
    /// Where the last ends.
    pub(super) end: u32,
    /// Of the last event of each block but the last, where that block ends: what comes behind it belongs to no event.
    pub(super) block_ends: Vec<(usize, u32)>,
    /// The numbers of their ids.
    pub(super) ids: Vec<u64>,
    /// The numbers of their titles.
    pub(super) titles: Vec<u32>,
}

impl Places {
    fn end_of(&self, local: usize) -> u32 {
        let of_block = self.block_ends.binary_search_by_key(&local, |(last, _)| *last).ok();
        let end = of_block.and_then(|at| self.block_ends.get(at)).map(|(_, end)| *end);
        end.or_else(|| self.begins.get(local + 1).copied()).unwrap_or(self.end)
    }
}

/// A source with the places of its events.
#[derive(Debug)]
pub(super) struct SourceShelf {
    pub(super) bytes: Bytes,
    pub(super) format: Format,
    pub(super) places: Vec<Arc<Places>>,
    pub(super) words: Vocabularies,
}

impl Shelf for SourceShelf {
    fn read(&self, row: Row) -> Option<Event> {
        let event = self.read_again(row);
        if event.is_none() {
            self.bytes.lose();
        }
        event
    }

    fn find(&self, id: &str) -> Option<Row> {
        let wanted = hash::of_id(id);
        self.places.iter().enumerate().find_map(|(chunk, places)| {
            let hits = places.ids.iter().enumerate().filter(|(_, number)| hash::of_noted(**number) == wanted);
            let mut rows = hits.map(|(local, _)| Row::new(chunk, local));
            rows.find(|&row| self.read(row).is_some_and(|event| event.id == id))
        })
    }
}

impl SourceShelf {
    /// The event of this row, if it stands where it stood.
    fn read_again(&self, row: Row) -> Option<Event> {
        let places = self.places.get(row.chunk())?;
        let begin = *places.begins.get(row.local())?;
        let end = places.end_of(row.local());
        let text = self.bytes.text(places.start + u64::from(begin), usize::try_from(end.checked_sub(begin)?).ok()?)?;
        let mut own = Vocabularies::default();
        let (_, _, event) = self.format.part(&text, 0, &mut own, &mut Problems::unheard()).events.into_iter().next()?;
        // Something else may stand there by now.
        let is_it = places.ids.get(row.local()).map(|number| hash::of_noted(*number)) == Some(hash::of_id(&event.id))
            && places.titles.get(row.local()) == Some(&hash::of_title(&event.title));
        is_it.then(|| renumbered(event, &own, &self.words))
    }
}

/// An event with the ids that the whole timeline has for what it refers to.
fn renumbered(mut event: Event, own: &Vocabularies, all: &Vocabularies) -> Event {
    fn new<V: Copy>(id: Id<V>, own: &Vocabulary<V>, all: &Vocabulary<V>) -> Id<V> {
        own.get(id).and_then(|term| all.find(&term.id)).unwrap_or(id)
    }
    event.lane = new(event.lane, &own.lanes, &all.lanes);
    event.kind = new(event.kind, &own.kinds, &all.kinds);
    event.areas = event.areas.iter().map(|&id| new(id, &own.areas, &all.areas)).collect();
    event.parties = event.parties.iter().map(|&id| new(id, &own.parties, &all.parties)).collect();
    let person = |person: &Person| Person {
        party: person.party.map(|id| new(id, &own.parties, &all.parties)),
        ..person.clone()
    };
    event.people = List::Owned(event.people.iter().map(person).collect());
    event
}
