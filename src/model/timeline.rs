//! A timeline: its events in order of time, its vocabularies, and the threads between events.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use super::{
    AreaId, Chunk, DateBounds, Elapsed, Event, EventIndex, EventMeta, EventRef, EventRowId, EventStore, ExtraFields,
    Id, Language, Moment, PartyId, TimelineInfo, Vocabularies, Vocabulary, Zone,
    event_store::CachedStore,
    order::{Order, rows_of},
    placement::Placement,
    reach::Reach,
    records::Records,
    threads::Threads,
};

/// Events in order of time, with what they refer to.
///
/// What can be asked of all events at once is their [`EventMeta`]. The events themselves are in memory, or are read from
/// where they lie when they are looked at.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// What the file says of it as a whole.
    pub info: TimelineInfo,
    /// The named things that events refer to.
    pub vocabularies: Vocabularies,
    languages: Vocabulary<Language>,
    extra_fields: Arc<ExtraFields>,
    pub(super) placed: Placement,
    pub(super) order: Order,
    pub(super) records: Records,
    threads: Threads,
    reach: Reach,
}

/// What a timeline is made of besides the events themselves.
#[derive(Debug)]
pub struct TimelineParts {
    /// What the file says of it as a whole.
    pub info: TimelineInfo,
    /// The named things that events refer to.
    pub vocabularies: Vocabularies,
    /// The languages of quotes.
    pub languages: Vocabulary<Language>,
    /// The names of fields that annalist does not know.
    pub extra_fields: Arc<ExtraFields>,
    /// The metadata of all events.
    pub chunks: Vec<Arc<Chunk>>,
    /// The rows in an order that is near that of time by UTC; `None` where that is the order in which they were read.
    pub rows: Option<Vec<EventRowId>>,
}

impl Timeline {
    /// Puts events in order and links their threads.
    ///
    /// They go by earliest start, then the longer span first, then the order given. Clock times with a zone are instants,
    /// placed by the clock of the timeline's own zone. A link to an id that does not exist is left out; of two events with one id the first is found by it.
    pub fn new(info: TimelineInfo, vocabularies: Vocabularies, events: impl Into<Cow<'static, [Event]>>) -> Self {
        let events = events.into();
        let mut by_id = HashMap::with_capacity(events.len());
        for (index, event) in events.iter().enumerate() {
            by_id.entry(event.id.clone()).or_insert(index);
        }
        let mut languages = Vocabulary::default();
        let chunks = events.chunks(Chunk::MAX_EVENTS).map(|events| {
            let mut chunk = Chunk::default();
            for event in events {
                chunk.push(event, &mut languages);
            }
            Arc::new(chunk)
        });
        let chunks = chunks.collect();
        let extra_fields = Arc::new(ExtraFields::of(&events));
        let parts = TimelineParts { info, vocabularies, languages, extra_fields, chunks, rows: None };
        let mut timeline = Self::from_parts(parts, Records::InMemory { events, by_id, lines: Vec::new() });
        let links = timeline.links();
        timeline.link_threads(links);
        timeline
    }

    /// The threads of events that are in memory.
    fn links(&self) -> Vec<(EventIndex, Vec<EventIndex>)> {
        let Records::InMemory { events, .. } = &self.records else { return Vec::new() };
        let linked = events.iter().zip(rows_of(self.placed.chunks())).filter(|(event, _)| !event.follows.is_empty());
        linked
            .filter_map(|(event, row)| {
                Some((self.index_of_row(row)?, event.follows.iter().filter_map(|id| self.find(id)).collect()))
            })
            .collect()
    }

    /// Returns a timeline of which the events lie in a store.
    pub fn with_store(parts: TimelineParts, store: Arc<dyn EventStore>) -> Self {
        Self::from_parts(parts, Records::Stored(CachedStore::new(store, (Zone::AsWritten, Zone::UTC))))
    }

    fn from_parts(parts: TimelineParts, records: Records) -> Self {
        let TimelineParts { info, vocabularies, languages, extra_fields, chunks, rows } = parts;
        let rows = rows.unwrap_or_else(|| rows_of(&chunks));
        let mut timeline = Self {
            placed: Placement::new(chunks, info.zone),
            info,
            vocabularies,
            languages,
            extra_fields,
            order: Order::default(),
            records,
            threads: Threads::default(),
            reach: Reach::default(),
        };
        timeline.settle(rows);
        timeline
    }

    /// Puts events, of these rows, in order as the clock of the zone shows them.
    fn settle(&mut self, mut rows: Vec<EventRowId>) {
        self.records.place((self.placed.zone, self.placed.base));
        let order = |a: &EventRowId, b: &EventRowId| self.placed.order(*a, *b);
        if !rows.is_sorted_by(|a, b| order(a, b).is_le()) {
            rows.sort_by(order);
        }
        self.order = Order::new(rows, self.placed.chunks());
        self.reach = Reach::new(self.all_meta());
    }

    /// Returns the same events as the clock of another zone shows them.
    ///
    /// Those that are no instants stay where they are.
    #[must_use]
    pub fn in_zone(&self, zone: Zone) -> Self {
        let mut timeline = Self { placed: self.placed.in_zone(zone), ..self.clone() };
        timeline.settle(self.order.rows.clone());
        timeline.threads = self.threads.moved(|ix| self.row_of_index(ix).and_then(|row| timeline.index_of_row(row)));
        timeline
    }

    /// The same events in this zone, as they are where there is none.
    #[must_use]
    pub fn told_in(self, zone: Option<Zone>) -> Self {
        match zone {
            Some(zone) if zone != self.zone() => self.in_zone(zone),
            _ => self,
        }
    }

    /// The zone in which clock times are told.
    pub const fn zone(&self) -> Zone {
        self.placed.zone
    }

    /// Returns the zone by whose clock instants are placed.
    ///
    /// That in which they are told, if it has a clock, else that in which
    /// all of them were written, else UTC.
    pub const fn base(&self) -> Zone {
        self.placed.base
    }

    /// Whether some event is an instant, so that the zone makes a difference.
    pub fn has_instants(&self) -> bool {
        self.placed.has_instants()
    }

    /// Returns how much later the second event started than the first.
    ///
    /// By the instants if both are instants; `None` if a start
    /// is not known on one side.
    pub fn delay(&self, first: EventIndex, second: EventIndex) -> Option<Elapsed> {
        self.placed.delay(self.row_of_index(first)?, self.row_of_index(second)?)
    }

    /// Links each event with those that it follows from.
    ///
    /// The one that matters most comes first.
    pub fn link_threads(&mut self, links: Vec<(EventIndex, Vec<EventIndex>)>) {
        self.threads.link(links);
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.order.rows.len()
    }

    /// Whether there are no events.
    pub fn is_empty(&self) -> bool {
        self.order.rows.is_empty()
    }

    /// Returns all events in order of time.
    ///
    /// Each may have to be read from a file: for what [`meta`](Self::meta) do not say.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = EventRef<'_>> + ExactSizeIterator {
        self.indices().map(|ix| self.event(ix).unwrap_or_else(|| EventRef::Loaded(Arc::new(self.placeholder(ix)))))
    }

    /// All events in the order in which they were read, as their rows have them.
    pub fn events_as_read(&self) -> impl Iterator<Item = EventRef<'_>> {
        rows_of(self.placed.chunks()).into_iter().filter_map(|row| self.event(self.index_of_row(row)?))
    }

    /// All places of events, in order of time.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = EventIndex> + ExactSizeIterator + use<> {
        (0..self.len()).map(EventIndex::new)
    }

    /// The event at this place, if there is one.
    pub fn event(&self, ix: EventIndex) -> Option<EventRef<'_>> {
        let row = *self.order.rows.get(ix.index())?;
        match &self.records {
            Records::InMemory { events, .. } => events.get(self.order.flat(row)?).map(EventRef::InMemory),
            Records::Stored(store) => {
                Some(EventRef::Loaded(store.read(row).unwrap_or_else(|| Arc::new(self.placeholder(ix)))))
            }
        }
    }

    /// What stands for an event that cannot be read any more.
    pub(super) fn placeholder(&self, ix: EventIndex) -> Event {
        let meta = self.meta(ix);
        let bounds = meta.map_or(DateBounds::point(Moment::DISTANT_PAST, Moment::DISTANT_FUTURE), |meta| meta.bounds);
        Event::lost(bounds, meta.map_or(Id::new(0), |meta| meta.lane), meta.map_or(Id::new(0), |meta| meta.kind))
    }

    /// What is known of the event at this place without reading it.
    pub fn meta(&self, ix: EventIndex) -> Option<&EventMeta> {
        self.meta_with_chunk(ix).map(|(meta, _)| meta)
    }

    /// The same, with the chunk in which its lists stand.
    pub fn meta_with_chunk(&self, ix: EventIndex) -> Option<(&EventMeta, &Chunk)> {
        let row = self.order.rows.get(ix.index())?;
        let chunk = self.placed.chunks().get(row.chunk())?;
        chunk.meta().get(row.local()).map(|meta| (meta, &**chunk))
    }

    /// What is known of all events, in order of time.
    pub fn all_meta(&self) -> impl Iterator<Item = &EventMeta> {
        self.order.rows.iter().filter_map(|row| self.placed.chunks().get(row.chunk())?.meta().get(row.local()))
    }

    /// When the event at this place was.
    pub fn bounds(&self, ix: EventIndex) -> Option<&DateBounds> {
        self.meta(ix).map(|meta| &meta.bounds)
    }

    /// The areas of the event at this place.
    pub fn areas(&self, ix: EventIndex) -> impl Iterator<Item = AreaId> + '_ {
        self.meta_with_chunk(ix).into_iter().flat_map(|(meta, chunk)| chunk.areas(meta))
    }

    /// The parties of the event at this place.
    pub fn parties(&self, ix: EventIndex) -> impl Iterator<Item = PartyId> + '_ {
        self.meta_with_chunk(ix).into_iter().flat_map(|(meta, chunk)| chunk.parties(meta))
    }

    /// The languages of the quotes of the event at this place.
    pub fn languages(&self, ix: EventIndex) -> impl Iterator<Item = Id<Language>> + '_ {
        self.meta_with_chunk(ix).into_iter().flat_map(|(meta, chunk)| chunk.languages(meta))
    }

    /// The names of fields that annalist does not know.
    pub fn extra_fields(&self) -> &ExtraFields {
        &self.extra_fields
    }

    /// All languages of quotes.
    pub fn all_languages(&self) -> &Vocabulary<Language> {
        &self.languages
    }

    /// The event of this id, if there is one.
    pub fn find(&self, id: &str) -> Option<EventIndex> {
        match &self.records {
            Records::InMemory { by_id, .. } => {
                let flat = *by_id.get(id)?;
                self.index_of_row(EventRowId::new(flat / Chunk::MAX_EVENTS, flat % Chunk::MAX_EVENTS))
            }
            Records::Stored(store) => self.index_of_row(store.find(id)?),
        }
    }

    /// The rows of all events of each of many ids, several where files share one; one way through the ids of a long timeline.
    pub fn find_rows(&self, ids: &[&str]) -> Vec<Vec<EventRowId>> {
        let row = |id: &&str| self.find(id).and_then(|ix| self.row_of_index(ix)).into_iter().collect();
        match &self.records {
            Records::InMemory { .. } => ids.iter().map(row).collect(),
            Records::Stored(store) => store.find_all(ids),
        }
    }

    /// The row of the event at this place.
    pub fn row_of_index(&self, ix: EventIndex) -> Option<EventRowId> {
        self.order.rows.get(ix.index()).copied()
    }

    /// The place of the event of this row.
    pub fn index_of_row(&self, row: EventRowId) -> Option<EventIndex> {
        self.order.place(row)
    }

    /// Returns the events that this one follows from, as it names them.
    ///
    /// The one that matters most comes first.
    pub fn earlier_in_thread(&self, ix: EventIndex) -> &[EventIndex] {
        self.threads.earlier(ix)
    }

    /// The events that follow from this one, in order of time.
    pub fn later_in_thread(&self, ix: EventIndex) -> &[EventIndex] {
        self.threads.later(ix)
    }

    /// Whether the event is linked to another.
    pub fn is_linked(&self, ix: EventIndex) -> bool {
        self.threads.is_linked(ix)
    }

    /// Returns the first and the last finite moment of any event, if any has one.
    pub fn extent(&self) -> Option<(Moment, Moment)> {
        self.reach.extent
    }

    /// Returns the place of the first event that starts after this moment.
    ///
    /// It starts after it whatever its exact date.
    pub fn starting_after(&self, moment: Moment) -> EventIndex {
        let starts_by = |row: &EventRowId| {
            let meta = self.placed.chunks().get(row.chunk()).and_then(|chunk| chunk.meta().get(row.local()));
            meta.is_none_or(|meta| meta.bounds.start.earliest <= moment)
        };
        EventIndex::new(self.order.rows.partition_point(starts_by))
    }

    /// Whether all events are in memory.
    pub fn is_in_memory(&self) -> bool {
        matches!(self.records, Records::InMemory { .. })
    }

    /// Returns the events before a place that end at this moment or later.
    ///
    /// Those that may are among them. They are in order of time. What ends earlier is passed
    /// over by the stretch.
    pub fn overlapping_before(&self, before: EventIndex, moment: Moment) -> impl Iterator<Item = EventIndex> + '_ {
        let reaches = move |ix: &EventIndex| self.bounds(*ix).is_some_and(|bounds| bounds.end.latest >= moment);
        self.reach.places(before.index(), moment).map(EventIndex::new).filter(reaches)
    }
}
