//! A timeline: its events in order of time, its vocabularies, and the threads between events.

use std::collections::HashMap;

use super::{Area, Bounds, Event, EventDate, Kind, Lane, Moment, Party, Text, Vocabulary};

/// The place of an event in its timeline: events are numbered in order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIx(u32);

impl EventIx {
    /// The event at this place.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The place from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a file says of the timeline as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct About {
    /// The title, empty if the file gives none.
    pub title: Text,
    /// The title in Japanese.
    pub title_ja: Option<Text>,
    /// What the timeline covers.
    pub description: Option<Text>,
    /// The same in Japanese.
    pub description_ja: Option<Text>,
    /// By which rules it is made.
    pub policy: Option<Text>,
    /// The same in Japanese.
    pub policy_ja: Option<Text>,
    /// Where to report an error.
    pub corrections: Option<Text>,
    /// The time that is shown at first; `None` shows all events.
    pub window: Option<EventDate>,
    /// The day of the last revision, as written.
    pub updated: Option<Text>,
}

/// The named things that events refer to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vocabularies {
    /// Lanes, top to bottom.
    pub lanes: Vocabulary<Lane>,
    /// Kinds of event.
    pub kinds: Vocabulary<Kind>,
    /// Areas of cooperation.
    pub areas: Vocabulary<Area>,
    /// Parties.
    pub parties: Vocabulary<Party>,
}

/// Events in order of time, with what they refer to.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// What the file says of it as a whole.
    pub about: About,
    /// The named things that events refer to.
    pub words: Vocabularies,
    events: Vec<Event>,
    by_id: HashMap<Text, EventIx>,
    earlier: Vec<Vec<EventIx>>,
    later: Vec<Vec<EventIx>>,
}

impl Timeline {
    /// Puts events in order (earliest start, then the longer span, then the order given) and ties their threads.
    /// A link to an id that does not exist is left out; of two events with one id the first is found by it.
    pub fn new(about: About, words: Vocabularies, mut events: Vec<Event>) -> Self {
        events.sort_by(|a, b| a.date.bounds().order(b.date.bounds()));
        let mut by_id = HashMap::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            by_id.entry(event.id.clone()).or_insert(EventIx::new(index));
        }
        let mut later = vec![Vec::new(); events.len()];
        let earlier: Vec<Vec<EventIx>> = events
            .iter()
            .enumerate()
            .map(|(index, event)| {
                let mut found: Vec<EventIx> = Vec::new();
                for before in event.follows.iter().filter_map(|id| by_id.get(id).copied()) {
                    if before != EventIx::new(index) && !found.contains(&before) {
                        found.push(before);
                    }
                }
                for &before in &found {
                    if let Some(list) = later.get_mut(before.index()) {
                        let list: &mut Vec<EventIx> = list;
                        list.push(EventIx::new(index));
                    }
                }
                found
            })
            .collect();
        Self { about, words, events, by_id, earlier, later }
    }

    /// All events in order of time.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// All places of events, in order of time.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = EventIx> + ExactSizeIterator + use<> {
        (0..self.events.len()).map(EventIx::new)
    }

    /// The event at this place, if there is one.
    pub fn event(&self, ix: EventIx) -> Option<&Event> {
        self.events.get(ix.index())
    }

    /// The event of this id, if there is one.
    pub fn find(&self, id: &str) -> Option<EventIx> {
        self.by_id.get(id).copied()
    }

    /// The events that this one follows from, in the order in which it names them: the one that matters most first.
    pub fn earlier_in_thread(&self, ix: EventIx) -> &[EventIx] {
        self.earlier.get(ix.index()).map_or(&[], Vec::as_slice)
    }

    /// The events that follow from this one, in order of time.
    pub fn later_in_thread(&self, ix: EventIx) -> &[EventIx] {
        self.later.get(ix.index()).map_or(&[], Vec::as_slice)
    }

    /// The first and the last finite moment of any event; `None` where no event has one.
    pub fn extent(&self) -> Option<(Moment, Moment)> {
        let bounds = || self.events.iter().map(|event| event.date.bounds());
        let first = bounds().flat_map(Bounds::finite).min()?;
        let last = bounds().flat_map(Bounds::finite).max()?;
        Some((first, last))
    }
}
