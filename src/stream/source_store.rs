//! Reading one event again from where it stands.

use std::{collections::HashMap, sync::Arc};

use super::{
    bytes::Bytes,
    fast_path::BorrowedEvent,
    hash::{self, IdNumber},
};
use crate::{
    load::{Diagnostics, Format, SourceLayout},
    model::{Event, EventRowId, EventStore, Id, List, Person, SourceLine, Vocabularies, Vocabulary},
};

/// Where the events of a chunk stand in the source, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct EventOffsets {
    /// The byte of the source from which the others are counted.
    pub(super) start: u64,
    /// Where each event begins.
    pub(super) begins: Vec<u32>,
    /// Where the last ends.
    pub(super) end: u32,
    /// Of the last event of each block but the last, where that block ends: what comes behind it belongs to no event.
    pub(super) block_ends: Vec<(usize, u32)>,
    /// The numbers of their ids.
    pub(super) ids: Vec<IdNumber>,
    /// The numbers of their titles.
    pub(super) titles: Vec<u32>,
}

impl EventOffsets {
    fn end_of(&self, local: usize) -> u32 {
        let of_block = self.block_ends.binary_search_by_key(&local, |(last, _)| *last).ok();
        let end = of_block.and_then(|at| self.block_ends.get(at)).map(|(_, end)| *end);
        let own = self.begins.get(local);
        let later = || self.begins.get(local + 1..)?.iter().find(|begin| Some(*begin) != own).copied();
        end.or_else(later).unwrap_or(self.end)
    }

    /// How many events of the same row stand before this one: a row may tell of several moments.
    fn before_of_row(&self, local: usize) -> usize {
        let own = self.begins.get(local);
        let before = self.begins.get(..local).unwrap_or_default();
        before.iter().rev().take_while(|begin| Some(*begin) == own).count()
    }
}

/// A source with the places of its events.
#[derive(Debug)]
pub(super) struct SourceStore {
    pub(super) bytes: Bytes,
    pub(super) layout: SourceLayout,
    pub(super) places: Vec<Arc<EventOffsets>>,
    pub(super) words: Vocabularies,
    /// Events with an id that an earlier one has, and the number that makes it another.
    pub(super) twins: Arc<HashMap<EventRowId, u32>>,
}

impl EventStore for SourceStore {
    fn read(&self, row: EventRowId) -> Option<Event> {
        let event = self.read_again(row);
        if event.is_none() {
            self.bytes.lose();
        }
        event
    }

    fn find(&self, id: &str) -> Option<EventRowId> {
        self.first_of(id, |id| {
            let wanted = hash::hash_id(id);
            self.places.iter().enumerate().flat_map(move |(chunk, places)| {
                let hits = places.ids.iter().enumerate().filter(move |(_, number)| number.id() == wanted);
                hits.map(move |(local, _)| EventRowId::new(chunk, local))
            })
        })
    }

    fn find_all(&self, ids: &[&str]) -> Vec<Vec<EventRowId>> {
        if ids.is_empty() {
            return Vec::new();
        }
        let twins = ids.iter().filter_map(|id| twin_of(id)).map(|(name, _)| name);
        let mut rows: HashMap<u64, Vec<EventRowId>> =
            ids.iter().copied().chain(twins).map(|id| (hash::hash_id(id), Vec::new())).collect();
        for (chunk, places) in self.places.iter().enumerate() {
            for (local, number) in places.ids.iter().enumerate() {
                if let Some(rows) = rows.get_mut(&number.id()) {
                    rows.push(EventRowId::new(chunk, local));
                }
            }
        }
        let rows = |id: &str| rows.get(&hash::hash_id(id)).map_or(&[][..], Vec::as_slice).iter().copied();
        ids.iter().map(|id| self.first_of(id, rows).into_iter().collect()).collect()
    }

    fn line_of(&self, row: EventRowId) -> Option<SourceLine> {
        let places = self.places.get(row.chunk())?;
        let begin = places.start + u64::from(*places.begins.get(row.local())?);
        Some(SourceLine { file: 0, line: self.bytes.line_ends_before(begin)? + 1 })
    }
}

/// The id that an event would have, and its number among those that would, if it has been given another one.
fn twin_of(id: &str) -> Option<(&str, u32)> {
    let (name, number) = id.rsplit_once('-')?;
    Some((name, number.parse().ok()?))
}

impl SourceStore {
    /// The first event of an id; `rows` are those whose ids have the number of a text.
    fn first_of<R: Iterator<Item = EventRowId>>(&self, id: &str, rows: impl Fn(&str) -> R) -> Option<EventRowId> {
        let is_it = |row: &EventRowId| self.read(*row).is_some_and(|event| event.id == id);
        let twin = || {
            let (name, number) = twin_of(id)?;
            rows(name).filter(|row| self.twins.get(row) == Some(&number)).find(is_it)
        };
        rows(id).find(is_it).or_else(twin)
    }

    /// The event of this row, if it stands where it stood.
    fn read_again(&self, row: EventRowId) -> Option<Event> {
        let places = self.places.get(row.chunk())?;
        let begin = *places.begins.get(row.local())?;
        let end = places.end_of(row.local());
        let text = self.bytes.text(places.start + u64::from(begin), usize::try_from(end.checked_sub(begin)?).ok()?)?;
        let quick =
            if let SourceLayout::Native(format) = &self.layout { self.parse_quickly(&text, *format) } else { None };
        let mut event = quick.or_else(|| self.parse(&text, places.before_of_row(row.local())))?;
        // Something else may stand there by now.
        let is_it = places.ids.get(row.local()).map(|number| number.id()) == Some(hash::hash_id(&event.id))
            && places.titles.get(row.local()) == Some(&hash::hash_title(&event.title));
        if !is_it {
            return None;
        }
        if let Some(number) = self.twins.get(&row) {
            event.id = format!("{}-{number}", event.id).into();
        }
        Some(event)
    }

    /// The event of a text in which all is as it should be; `None` for any other.
    fn parse_quickly(&self, text: &str, format: Format) -> Option<Event> {
        let (borrowed, date) = BorrowedEvent::parse(format.event(text), format)?;
        borrowed.into_event(date, &self.words)
    }

    /// The event of any text, or of several that it tells of the one behind so many.
    fn parse(&self, text: &str, before: usize) -> Option<Event> {
        let mut own = Vocabularies::default();
        let mut unheard = Diagnostics::unheard();
        let events = match &self.layout {
            SourceLayout::Native(format) => format.part(text, 0, &mut own, &mut unheard).events,
            SourceLayout::Rows(reader) => reader.events(text, u64::MAX, &mut own, &mut unheard),
        };
        let (_, _, event) = events.into_iter().nth(before)?;
        Some(renumbered(event, &own, &self.words))
    }
}

/// An event with the ids that the whole timeline has for what it refers to.
pub(super) fn renumbered(mut event: Event, own: &Vocabularies, all: &Vocabularies) -> Event {
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
