//! Several timelines as one: their facts and folded texts one behind the other, their events read where they are.

use std::{collections::HashMap, sync::Arc};

use super::{source_store::renumbered, store::MAX_CHUNKS};
use crate::{
    model::{
        Event, EventIndex, EventRowId, EventStore, ExtraField, ExtraFields, IdRemap, SourceLine, Text, Timeline,
        TimelineInfo, TimelineParts, Vocabularies, Vocabulary,
    },
    query::TextIndex,
};

/// In longer timelines ids are not compared: each event would have to be read.
const MAX_COMPARED_EVENTS: usize = 20_000;

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

/// Makes one timeline of several, with its folded text. What is to be said of them, a line each: ids that stand in two.
pub fn combined(parts: Vec<TimelinePart>) -> (Timeline, TextIndex, Vec<String>) {
    let mut told: Vec<String> = same_ids(&parts).into_iter().collect();
    let fields = ExtraFields::default();
    let (mut words, mut languages) = (Vocabularies::default(), Vocabulary::default());
    let (mut chunks, mut leaves, mut stored) = (Vec::new(), Vec::new(), Vec::new());
    let zone = parts.iter().find_map(|part| part.timeline.info.zone);
    for (file, TimelinePart { lane, timeline, haystack }) in parts.into_iter().enumerate() {
        if chunks.len() + timeline.chunks_as_read().len() > MAX_CHUNKS {
            told.push(format!(
                "{lane}: not shown, since there is no room for so many events beside those of the other files"
            ));
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

/// Says how many events have an id that stands in another of the timelines as well.
fn same_ids(parts: &[TimelinePart]) -> Option<String> {
    let count: usize = parts.iter().map(|part| part.timeline.len()).sum();
    let mut seen: HashMap<Text, usize> = HashMap::new();
    let (mut same, mut first) = (0_usize, None);
    for (place, part) in parts.iter().enumerate().filter(|_| count <= MAX_COMPARED_EVENTS) {
        for event in part.timeline.events() {
            let known = *seen.entry(event.id.clone()).or_insert(place);
            if known != place {
                same += 1;
                first.get_or_insert_with(|| event.id.to_string());
            }
        }
    }
    let first = first?;
    let events = if same == 1 { "1 event has an id".to_owned() } else { format!("{same} events have an id") };
    Some(format!("{events} that stands in another file as well, as `{first}`"))
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
