//! Several timelines as one: their facts and folded texts one behind the other, their events read where they are.

use std::{collections::HashMap, sync::Arc};

use super::{shared_ids::SharedIds, source_store::renumbered, store::MAX_CHUNKS};
use crate::{
    fields::declarations,
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
    pub text_index: TextIndex,
}

impl TimelinePart {
    /// Whether it has no event, and says what the events of others are: what they make together, who and what they name.
    pub fn only_declares(&self) -> bool {
        self.timeline.is_empty() && !declarations(&self.timeline, None).0.is_empty()
    }
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
    let mut meanings: HashMap<ExtraField, Option<&'static str>> = HashMap::new();
    let (mut words, mut languages) = (Vocabularies::default(), Vocabulary::default());
    let (mut chunks, mut text_chunks, mut stored) = (Vec::new(), Vec::new(), Vec::new());
    let zone = parts.iter().find_map(|part| part.timeline.info.zone);
    // Wherever they stand, their order is that of the whole.
    let declaring: Vec<&Timeline> =
        parts.iter().filter(|part| part.only_declares()).map(|part| &part.timeline).collect();
    for timeline in &declaring {
        declare(&timeline.vocabularies, &mut words);
    }
    let about = declaring.first().map(|timeline| timeline.info.clone());
    let info = TimelineInfo { zone, ..about.unwrap_or_default() };
    for (file, TimelinePart { lane, timeline, text_index }) in parts.into_iter().enumerate() {
        if chunks.len() + timeline.chunks_as_read().len() > MAX_CHUNKS {
            told.push((file, SourceFault::NoRoom { lane }));
            continue;
        }
        let own = timeline.vocabularies.clone();
        let own = if timeline.is_empty() { own } else { with_lane(own, &lane) };
        declare(&own, &mut words);
        let new = IdRemap::into((&own, timeline.all_languages()), (&mut words, &mut languages));
        let first = chunks.len();
        for chunk in timeline.chunks_as_read() {
            let mut chunk = (**chunk).clone();
            chunk.renumber(&new);
            chunks.push(Arc::new(chunk));
        }
        let names = timeline.extra_fields().names();
        let numbers: Vec<ExtraField> = names.iter().map(|name| fields.intern(name)).collect();
        for (name, number) in names.iter().zip(&numbers) {
            let meant = timeline.extra_fields().stands_for(name);
            meanings.entry(*number).and_modify(|known| *known = known.filter(|_| *known == meant)).or_insert(meant);
        }
        text_chunks.extend(text_index.with_fields(&numbers).into_iter().take(chunks.len() - first));
        text_chunks.resize_with(chunks.len(), Arc::default);
        stored.push(StoredPart { timeline, file, words: own, first });
    }
    // A column by which one file finds another field is found by its own name if any other file has it as it is.
    for (field, meant) in meanings {
        if let Some(meant) = meant {
            fields.set_stands_for(field, meant);
        }
    }
    let links = links(&stored);
    let store = CombinedStore { parts: stored, words: words.clone() };
    let extra_fields = Arc::new(fields);
    let parts = TimelineParts { info, vocabularies: words, languages, extra_fields, chunks, rows: None };
    let mut timeline = Timeline::with_store(parts, Arc::new(store));
    let index = |row: &EventRowId| timeline.index_of_row(*row);
    let links =
        links.iter().filter_map(|(row, earlier)| Some((index(row)?, earlier.iter().filter_map(index).collect())));
    let links = links.collect();
    timeline.link_threads(links);
    (timeline, TextIndex::from_chunks(text_chunks), told)
}

/// The vocabularies of a timeline, with this lane if it has none.
fn with_lane(mut words: Vocabularies, lane: &str) -> Vocabularies {
    if words.lanes.iter().all(|(_, term)| term.id.is_empty()) {
        words.lanes = Vocabulary::default();
        words.lanes.intern(lane);
    }
    words
}

/// Takes all that a timeline declares into the vocabularies of the whole; of what was declared before nothing is taken.
fn declare(own: &Vocabularies, all: &mut Vocabularies) {
    all.lanes.define(own.lanes.iter().map(|(_, term)| term.clone()).collect());
    all.kinds.define(own.kinds.iter().map(|(_, term)| term.clone()).collect());
    all.areas.define(own.areas.iter().map(|(_, term)| term.clone()).collect());
    all.parties.define(own.parties.iter().map(|(_, term)| term.clone()).collect());
    all.organisations.define(own.organisations.iter().map(|(_, term)| term.clone()).collect());
    for person in own.persons.iter() {
        if all.persons.find(&person.id).is_none_or(|known| known.id != person.id) {
            all.persons.declare(person.clone());
        }
    }
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
