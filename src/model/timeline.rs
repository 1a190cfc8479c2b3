//! A timeline: its events in order of time, its vocabularies, and the threads between events.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{
    AreaId, Bounds, Chunk, Event, EventDate, EventRef, Facts, Id, Language, Moment, PartyId, Row, Shelf, Text,
    Vocabularies, Vocabulary, shelf::Cached,
};

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

/// Events in order of time, with what they refer to.
///
/// What can be asked of all events at once are their [`Facts`]. The events themselves are in memory, or are read from
/// where they lie when they are looked at.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// What the file says of it as a whole.
    pub about: About,
    /// The named things that events refer to.
    pub words: Vocabularies,
    languages: Vocabulary<Language>,
    chunks: Vec<Arc<Chunk>>,
    order: Order,
    records: Records,
    earlier: HashMap<EventIx, Vec<EventIx>>,
    later: HashMap<EventIx, Vec<EventIx>>,
    extent: Option<(Moment, Moment)>,
    /// The latest end in each stretch of so many events.
    ends: Vec<Moment>,
}

/// How many events share one entry of `ends`.
const STRETCH: usize = 64;

/// Which event comes when.
#[derive(Debug, Clone)]
struct Order {
    /// The row of each event, in order of time.
    rows: Vec<Row>,
    /// How many rows the chunks before each one have.
    starts: Vec<usize>,
    /// The place in time of each row; `None` where rows are in order of time already.
    places: Option<Vec<EventIx>>,
}

/// The events.
#[derive(Debug, Clone)]
enum Records {
    /// In memory, in order of time.
    Held { events: Cow<'static, [Event]>, by_id: HashMap<Text, EventIx> },
    /// Somewhere else.
    Shelved(Cached),
}

impl Timeline {
    /// Puts events in order (earliest start, then the longer span, then the order given) and ties their threads.
    /// A link to an id that does not exist is left out; of two events with one id the first is found by it.
    pub fn new(about: About, words: Vocabularies, events: impl Into<Cow<'static, [Event]>>) -> Self {
        let mut events = events.into();
        let order = |a: &Event, b: &Event| a.date.bounds().order(b.date.bounds());
        if !events.is_sorted_by(|a, b| order(a, b).is_le()) {
            events.to_mut().sort_by(order);
        }
        let mut by_id = HashMap::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            by_id.entry(event.id.clone()).or_insert(EventIx::new(index));
        }
        let mut languages = Vocabulary::default();
        let chunks = events.chunks(Chunk::MOST).map(|events| {
            let mut chunk = Chunk::default();
            for event in events {
                chunk.push(event, &mut languages);
            }
            Arc::new(chunk)
        });
        let chunks: Vec<Arc<Chunk>> = chunks.collect();
        let links: Vec<(EventIx, Vec<EventIx>)> = (events.iter().enumerate())
            .filter(|(_, event)| !event.follows.is_empty())
            .map(|(index, event)| {
                (EventIx::new(index), event.follows.iter().filter_map(|id| by_id.get(id).copied()).collect())
            })
            .collect();
        let rows = rows_of(&chunks);
        let records = Records::Held { events, by_id };
        let mut timeline = Self::of_parts(about, words, languages, chunks, rows, records);
        timeline.tie(links);
        timeline
    }

    /// A timeline of which the events lie on a shelf. `rows` names them in order of time; if there are none, the rows
    /// are in order of time as they were read.
    pub fn shelved(
        about: About,
        words: Vocabularies,
        languages: Vocabulary<Language>,
        chunks: Vec<Arc<Chunk>>,
        rows: Option<Vec<Row>>,
        shelf: Arc<dyn Shelf>,
    ) -> Self {
        let rows = rows.unwrap_or_else(|| rows_of(&chunks));
        Self::of_parts(about, words, languages, chunks, rows, Records::Shelved(Cached::new(shelf)))
    }

    fn of_parts(
        about: About,
        words: Vocabularies,
        languages: Vocabulary<Language>,
        chunks: Vec<Arc<Chunk>>,
        rows: Vec<Row>,
        records: Records,
    ) -> Self {
        let order = Order::new(rows, &chunks);
        let mut timeline = Self {
            about,
            words,
            languages,
            chunks,
            order,
            records,
            earlier: HashMap::new(),
            later: HashMap::new(),
            extent: None,
            ends: Vec::new(),
        };
        let mut extent: Option<(Moment, Moment)> = None;
        let mut ends = Vec::with_capacity(timeline.len().div_ceil(STRETCH));
        for (place, facts) in timeline.all_facts().enumerate() {
            let Bounds { start, end } = facts.bounds;
            for moment in [start.earliest, start.latest, end.earliest, end.latest].into_iter().filter(|m| m.is_finite())
            {
                extent = Some(extent.map_or((moment, moment), |(a, b)| (a.min(moment), b.max(moment))));
            }
            match ends.last_mut() {
                Some(last) if place % STRETCH > 0 => *last = end.latest.max(*last),
                _ => ends.push(end.latest),
            }
        }
        (timeline.extent, timeline.ends) = (extent, ends);
        timeline
    }

    /// Ties threads: each event with those that it follows from, the one that matters most first.
    pub fn tie(&mut self, links: Vec<(EventIx, Vec<EventIx>)>) {
        let mut links = links;
        links.sort_by_key(|(ix, _)| *ix);
        for (ix, before) in links {
            let mut seen = HashSet::from([ix]);
            let found: Vec<EventIx> = before.into_iter().filter(|before| seen.insert(*before)).collect();
            for before in &found {
                self.later.entry(*before).or_default().push(ix);
            }
            if !found.is_empty() {
                self.earlier.insert(ix, found);
            }
        }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.order.rows.len()
    }

    /// Whether there are no events.
    pub fn is_empty(&self) -> bool {
        self.order.rows.is_empty()
    }

    /// All events in order of time. Each may have to be read from a file: for what [`facts`](Self::facts) do not say.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = EventRef<'_>> + ExactSizeIterator {
        self.indices().map(|ix| self.event(ix).unwrap_or_else(|| EventRef::Read(Arc::new(self.lost(ix)))))
    }

    /// All places of events, in order of time.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = EventIx> + ExactSizeIterator + use<> {
        (0..self.len()).map(EventIx::new)
    }

    /// The event at this place, if there is one.
    pub fn event(&self, ix: EventIx) -> Option<EventRef<'_>> {
        match &self.records {
            Records::Held { events, .. } => events.get(ix.index()).map(EventRef::Held),
            Records::Shelved(shelf) => {
                let row = *self.order.rows.get(ix.index())?;
                Some(EventRef::Read(shelf.read(row).unwrap_or_else(|| Arc::new(self.lost(ix)))))
            }
        }
    }

    /// What stands for an event that cannot be read any more.
    fn lost(&self, ix: EventIx) -> Event {
        let facts = self.facts(ix);
        let bounds = facts.map_or(Bounds::point(Moment::DISTANT_PAST, Moment::DISTANT_FUTURE), |facts| facts.bounds);
        Event::lost(bounds, facts.map_or(Id::new(0), |facts| facts.lane), facts.map_or(Id::new(0), |facts| facts.kind))
    }

    /// What is known of the event at this place without reading it.
    pub fn facts(&self, ix: EventIx) -> Option<&Facts> {
        self.facts_with_chunk(ix).map(|(facts, _)| facts)
    }

    /// The same, with the chunk in which its lists stand.
    pub fn facts_with_chunk(&self, ix: EventIx) -> Option<(&Facts, &Chunk)> {
        let row = self.order.rows.get(ix.index())?;
        let chunk = self.chunks.get(row.chunk())?;
        chunk.facts().get(row.local()).map(|facts| (facts, &**chunk))
    }

    /// What is known of all events, in order of time.
    pub fn all_facts(&self) -> impl Iterator<Item = &Facts> {
        self.order.rows.iter().filter_map(|row| self.chunks.get(row.chunk())?.facts().get(row.local()))
    }

    /// When the event at this place was.
    pub fn bounds(&self, ix: EventIx) -> Option<&Bounds> {
        self.facts(ix).map(|facts| &facts.bounds)
    }

    /// The areas of the event at this place.
    pub fn areas(&self, ix: EventIx) -> impl Iterator<Item = AreaId> + '_ {
        self.facts_with_chunk(ix).into_iter().flat_map(|(facts, chunk)| chunk.areas(facts))
    }

    /// The parties of the event at this place.
    pub fn parties(&self, ix: EventIx) -> impl Iterator<Item = PartyId> + '_ {
        self.facts_with_chunk(ix).into_iter().flat_map(|(facts, chunk)| chunk.parties(facts))
    }

    /// The languages of the quotes of the event at this place.
    pub fn languages(&self, ix: EventIx) -> impl Iterator<Item = Id<Language>> + '_ {
        self.facts_with_chunk(ix).into_iter().flat_map(|(facts, chunk)| chunk.languages(facts))
    }

    /// All languages of quotes.
    pub fn all_languages(&self) -> &Vocabulary<Language> {
        &self.languages
    }

    /// The event of this id, if there is one.
    pub fn find(&self, id: &str) -> Option<EventIx> {
        match &self.records {
            Records::Held { by_id, .. } => by_id.get(id).copied(),
            Records::Shelved(shelf) => self.place(shelf.find(id)?),
        }
    }

    /// The row of the event at this place.
    pub fn row(&self, ix: EventIx) -> Option<Row> {
        self.order.rows.get(ix.index()).copied()
    }

    /// The place of the event of this row.
    pub fn place(&self, row: Row) -> Option<EventIx> {
        self.order.place(row)
    }

    /// The facts of one chunk, in the order of reading.
    pub fn chunk(&self, place: usize) -> Option<&Chunk> {
        self.chunks.get(place).map(|chunk| &**chunk)
    }

    /// How many rows the chunks have, in the order of reading.
    pub fn rows_of_chunks(&self) -> impl Iterator<Item = usize> + '_ {
        self.chunks.iter().map(|chunk| chunk.len())
    }

    /// The events that this one follows from, in the order in which it names them: the one that matters most first.
    pub fn earlier_in_thread(&self, ix: EventIx) -> &[EventIx] {
        self.earlier.get(&ix).map_or(&[], Vec::as_slice)
    }

    /// The events that follow from this one, in order of time.
    pub fn later_in_thread(&self, ix: EventIx) -> &[EventIx] {
        self.later.get(&ix).map_or(&[], Vec::as_slice)
    }

    /// Whether the event is linked to another.
    pub fn is_linked(&self, ix: EventIx) -> bool {
        self.earlier.contains_key(&ix) || self.later.contains_key(&ix)
    }

    /// The first and the last finite moment of any event; `None` where no event has one.
    pub fn extent(&self) -> Option<(Moment, Moment)> {
        self.extent
    }

    /// The place of the first event that starts after this moment, whatever its exact date.
    pub fn starting_after(&self, moment: Moment) -> EventIx {
        let starts_by = |row: &Row| {
            let facts = self.chunks.get(row.chunk()).and_then(|chunk| chunk.facts().get(row.local()));
            facts.is_none_or(|facts| facts.bounds.start.earliest <= moment)
        };
        EventIx::new(self.order.rows.partition_point(starts_by))
    }

    /// Whether all events are in memory.
    pub fn is_held(&self) -> bool {
        matches!(self.records, Records::Held { .. })
    }

    /// The events before a place that end at this moment or later, or may, in order of time. What ends earlier is passed
    /// over by the stretch.
    pub fn reaching(&self, before: EventIx, moment: Moment) -> impl Iterator<Item = EventIx> + '_ {
        let stretches = before.index().div_ceil(STRETCH);
        let reaches = move |(_, end): &(usize, &Moment)| **end >= moment;
        self.ends.iter().enumerate().take(stretches).filter(reaches).flat_map(move |(stretch, _)| {
            let places = stretch * STRETCH..((stretch + 1) * STRETCH).min(before.index());
            places
                .map(EventIx::new)
                .filter(move |&ix| self.bounds(ix).is_some_and(|bounds| bounds.end.latest >= moment))
        })
    }
}

/// All rows of these chunks in the order of reading.
fn rows_of(chunks: &[Arc<Chunk>]) -> Vec<Row> {
    let mut rows = Vec::with_capacity(chunks.iter().map(|chunk| chunk.len()).sum());
    for (place, chunk) in chunks.iter().enumerate() {
        rows.extend((0..chunk.len()).map(|local| Row::new(place, local)));
    }
    rows
}

impl Order {
    fn new(rows: Vec<Row>, chunks: &[Arc<Chunk>]) -> Self {
        let starts: Vec<usize> = (chunks.iter())
            .scan(0, |next, chunk| {
                let start = *next;
                *next += chunk.len();
                Some(start)
            })
            .collect();
        let mut order = Self { rows, starts, places: None };
        if !order.rows.is_sorted() {
            let mut places = vec![EventIx::new(usize::MAX); order.rows.len()];
            for (place, row) in order.rows.iter().enumerate() {
                if let Some(entry) = order.flat(*row).and_then(|flat| places.get_mut(flat)) {
                    *entry = EventIx::new(place);
                }
            }
            order.places = Some(places);
        }
        order
    }

    /// The place of a row in the order of reading.
    fn flat(&self, row: Row) -> Option<usize> {
        self.starts.get(row.chunk()).map(|start| start + row.local())
    }

    fn place(&self, row: Row) -> Option<EventIx> {
        let flat = self.flat(row)?;
        match &self.places {
            Some(places) => places.get(flat).copied(),
            None => (flat < self.rows.len()).then(|| EventIx::new(flat)),
        }
    }
}
