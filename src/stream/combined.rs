//! Several timelines as one: their facts and folded texts one behind the other, their events read where they are.

use std::sync::Arc;

use super::{shared_ids::SharedIds, source_store::renumbered, store::MAX_CHUNKS};
use crate::{
    load::SourceFault,
    model::{
        Event, EventIndex, EventRowId, EventStore, ExtraField, ExtraFields, IdRemap, SourceLine, Timeline,
        TimelineInfo, TimelineParts, Vocabularies, Vocabulary,
    },
    query::TextIndex,
};

/// A timeline that becomes a part of another.
#[derive(Debug)]
pub struct TimelinePart {
    /// The lane of its events, if it declares none.
    pub lane: String,
    /// The timeline.
    pub timeline: Timeline,
    /// Its folded text.
    pub haystack: TextIndex,
}

/// A part of a timeline, with the number of its first chunk.
#[derive(Debug)]
struct StoredPart {
    timeline: Timeline,
    /// Which of the files it was read from, from 0.
    file: usize,
    /// Its vocabularies, with the lane that its events were given.
    words: Vocabularies,
    first: usize,
}

impl StoredPart {
    /// The row in the whole of a row of the part.
    fn row(&self, row: EventRowId) -> EventRowId {
        EventRowId::new(self.first + row.chunk(), row.local())
    }
}

/// The events of several timelines.
#[derive(Debug)]
struct CombinedStore {
    parts: Vec<StoredPart>,
    words: Vocabularies,
}

/// Makes one timeline of several, with its folded text, and what is to be said of them, with the place of each that it is said of.
pub fn combined(parts: Vec<TimelinePart>) -> (Timeline, TextIndex, Vec<(usize, SourceFault)>) {
    let mut ids = SharedIds::default();
    let shared = parts.iter().enumerate().filter_map(|(place, part)| Some((place, ids.add(&part.timeline)?)));
    let mut told: Vec<(usize, SourceFault)> = shared.collect();
    let fields = ExtraFields::default();
    let (mut words, mut languages) = (Vocabularies::default(), Vocabulary::default());
    let (mut chunks, mut leaves, mut stored) = (Vec::new(), Vec::new(), Vec::new());
    let zone = parts.iter().find_map(|part| part.timeline.info.zone);
    for (file, TimelinePart { lane, timeline, haystack }) in parts.into_iter().enumerate() {
        if chunks.len() + timeline.chunks_as_read().len() > MAX_CHUNKS {
            told.push((file, SourceFault::NoRoom { lane }));
            continue;
        }
        let own = with_lane(timeline.vocabularies.clone(), &lane);
        declare(&own, &mut words);
        let new = IdRemap::into((&own, timeline.all_languages()), (&mut words, &mut languages));
        let first = chunks.len();
        for chunk in timeline.chunks_as_read() {
            let mut chunk = (**chunk).clone();
            chunk.renumber(&new);
            chunks.push(Arc::new(chunk));
        }
        let numbers: Vec<ExtraField> = timeline.extra_fields().names().iter().map(|name| fields.intern(name)).collect();
        leaves.extend(haystack.with_fields(&numbers).into_iter().take(chunks.len() - first));
        leaves.resize_with(chunks.len(), Arc::default);
        stored.push(StoredPart { timeline, file, words: own, first });
    }
    let links = links(&stored);
    let info = TimelineInfo { zone, ..TimelineInfo::default() };
    let store = CombinedStore { parts: stored, words: words.clone() };
    let extra_fields = Arc::new(fields);
    let parts = TimelineParts { info, vocabularies: words, languages, extra_fields, chunks, rows: None };
    let mut timeline = Timeline::with_store(parts, Arc::new(store));
    let index = |row: &EventRowId| timeline.index_of_row(*row);
    let links =
        links.iter().filter_map(|(row, earlier)| Some((index(row)?, earlier.iter().filter_map(index).collect())));
    let links = links.collect();
    timeline.link_threads(links);
    (timeline, TextIndex::from_chunks(leaves), told)
}

/// The vocabularies of a timeline, with this lane if it has none.
fn with_lane(mut words: Vocabularies, lane: &str) -> Vocabularies {
    if words.lanes.iter().all(|(_, term)| term.id.is_empty()) {
        words.lanes = Vocabulary::default();
        words.lanes.intern(lane);
    }
    words
}

/// Takes all that a timeline declares into the vocabularies of the whole.
fn declare(own: &Vocabularies, all: &mut Vocabularies) {
    all.lanes.define(own.lanes.iter().map(|(_, term)| term.clone()).collect());
    all.kinds.define(own.kinds.iter().map(|(_, term)| term.clone()).collect());
    all.areas.define(own.areas.iter().map(|(_, term)| term.clone()).collect());
    all.parties.define(own.parties.iter().map(|(_, term)| term.clone()).collect());
    all.organisations.define(own.organisations.iter().map(|(_, term)| term.clone()).collect());
    own.persons.iter().for_each(|person| all.persons.declare(person.clone()));
}

/// The threads of all parts, by the rows of the whole.
fn links(parts: &[StoredPart]) -> Vec<(EventRowId, Vec<EventRowId>)> {
    let of_part = |part: &StoredPart| {
        let row = |ix| part.timeline.row_of_index(ix).map(|row| part.row(row));
        let linked = part.timeline.indices().filter(|ix| !part.timeline.earlier_in_thread(*ix).is_empty());
        let link =
            |ix| Some((row(ix)?, part.timeline.earlier_in_thread(ix).iter().filter_map(|ix| row(*ix)).collect()));
        linked.filter_map(link).collect::<Vec<_>>()
    };
    parts.iter().flat_map(of_part).collect()
}

impl CombinedStore {
    /// The part of a row, and the place of its event there.
    fn in_part(&self, row: EventRowId) -> Option<(&StoredPart, EventIndex)> {
        let part = self.parts.iter().rfind(|part| part.first <= row.chunk())?;
        Some((part, part.timeline.index_of_row(EventRowId::new(row.chunk() - part.first, row.local()))?))
    }
}

impl EventStore for CombinedStore {
    fn read(&self, row: EventRowId) -> Option<Event> {
        let (part, ix) = self.in_part(row)?;
        let mut event = (*part.timeline.event(ix)?).clone();
        // It is placed by the clock of its own timeline.
        event.date = event.date.reparsed();
        Some(renumbered(event, &part.words, &self.words))
    }

    fn find(&self, id: &str) -> Option<EventRowId> {
        self.parts.iter().find_map(|part| {
            let row = part.timeline.row_of_index(part.timeline.find(id)?)?;
            Some(part.row(row))
        })
    }

    fn find_all(&self, ids: &[&str]) -> Vec<Vec<EventRowId>> {
        let mut found = vec![Vec::new(); ids.len()];
        for part in &self.parts {
            for (rows, of_part) in found.iter_mut().zip(part.timeline.find_rows(ids)) {
                rows.extend(of_part.into_iter().map(|row| part.row(row)));
            }
        }
        found
    }

    fn line_of(&self, row: EventRowId) -> Option<SourceLine> {
        let (part, ix) = self.in_part(row)?;
        part.timeline.line_of(ix).map(|found| SourceLine { file: part.file, ..found })
    }
}
