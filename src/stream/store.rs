//! What has been read so far, as it grows: blocks are joined in the order of the source, events are put in order of time.

use std::{collections::HashMap, sync::Arc};

use super::{
    block_reader::BlockReader,
    bytes::Bytes,
    hash,
    messages::TimelineUpdate,
    parsed_block::ParsedBlock,
    source_store::{EventOffsets, SourceStore},
};
use crate::{
    load::{Diagnostic, DiagnosticKind, Diagnostics, FileDiagnostics, Position, Region, SourceFault, SourceLayout},
    model::{
        Chunk, DAY, EventMeta, EventRowId, ExtraFields, IdRemap, Language, Offsets, Text, Timeline, TimelineInfo,
        TimelineParts, Vocabularies, Vocabulary,
    },
    query::{TextChunk, TextIndex},
};

/// Small blocks, as a pipe gives them, are joined to chunks of about so many bytes of text: there can be no more than
/// 4,096 chunks.
const CHUNK_BYTES: usize = 1 << 20;
pub(super) const MAX_CHUNKS: usize = 4096;
/// Bytes that an event takes besides its metadata and its text: where it stands, its id and title as numbers, its places in
/// the orders of reading and of time, here and in the interface.
const BYTES_PER_EVENT: usize = 64;

/// Ids are compared in so many turns, each with those of which the first four bits are alike, so that they take little
/// memory besides.
const TURNS: u64 = 16;

/// All that has been read.
#[derive(Debug)]
pub(super) struct Store {
    name: String,
    layout: SourceLayout,
    fields: Arc<ExtraFields>,
    bytes: Bytes,
    about: Option<TimelineInfo>,
    words: Vocabularies,
    languages: Vocabulary<Language>,
    chunks: Vec<Arc<Chunk>>,
    leaves: Vec<Arc<TextChunk>>,
    places: Vec<Arc<EventOffsets>>,
    /// All rows in order of time, as far as they have been sorted; empty as long as that is the order of reading.
    rows: Vec<EventRowId>,
    /// How many chunks and events the rows are of.
    sorted: usize,
    events: usize,
    last: Option<EventRowId>,
    is_in_order: bool,
    follows: Vec<(EventRowId, Vec<Text>)>,
    lines: usize,
    /// How many characters stand behind the last line.
    columns: usize,
    problems: Diagnostics<Region>,
    /// What is to be said of the whole.
    of_all: Vec<SourceFault>,
    /// Events with an id that an earlier one has, and the number that makes it another.
    twins: HashMap<EventRowId, u32>,
    kept: usize,
    /// The byte at which what has been read ends.
    end: u64,
}

impl Store {
    /// An empty store of a source of this name.
    pub(super) fn new(name: &str, layout: SourceLayout, source: &BlockReader) -> Self {
        let notes = layout.reading().into_iter().flat_map(|reading| &reading.notes);
        let of_all = source.told().into_iter().chain(notes).cloned().collect();
        Self {
            name: name.to_owned(),
            layout,
            fields: Arc::clone(source.fields()),
            bytes: source.bytes(),
            about: None,
            words: Vocabularies::default(),
            languages: Vocabulary::default(),
            chunks: Vec::new(),
            leaves: Vec::new(),
            places: Vec::new(),
            rows: Vec::new(),
            sorted: 0,
            events: 0,
            last: None,
            is_in_order: true,
            follows: Vec::new(),
            lines: 0,
            columns: 0,
            problems: Diagnostics::default(),
            of_all,
            twins: HashMap::new(),
            kept: 0,
            end: 0,
        }
    }

    /// How many events there are.
    pub(super) fn events(&self) -> usize {
        self.events
    }

    /// The byte at which what has been read ends.
    pub(super) fn end(&self) -> u64 {
        self.end
    }

    /// About how many bytes of memory it takes.
    pub(super) fn memory(&self) -> usize {
        let text: usize = self.leaves.iter().map(|leaf| leaf.bytes()).sum();
        let meta: usize = self.chunks.iter().map(|chunk| chunk.bytes()).sum();
        text + meta + self.kept + self.events * BYTES_PER_EVENT
    }

    /// Whether there is no room for another block, however much memory there is.
    pub(super) fn is_full(&self) -> bool {
        self.chunks.len() >= MAX_CHUNKS
    }

    /// Joins the next block.
    pub(super) fn append_block(&mut self, mut parsed: ParsedBlock) {
        if let (Bytes::Buffered(blocks), Some(bytes)) = (&mut self.bytes, parsed.kept.take()) {
            self.kept += bytes.len();
            blocks.push((parsed.start, bytes));
        }
        if self.about.is_none() {
            self.about = parsed.about.take();
        }
        let declared = std::mem::take(&mut parsed.declared);
        self.kept += declared.bytes();
        self.words.define(declared);
        let new = IdRemap::into((&parsed.words, &parsed.languages), (&mut self.words, &mut self.languages));
        parsed.chunk.renumber(&new);
        self.push_diagnostics(std::mem::take(&mut parsed.problems), parsed.lines, parsed.columns);
        self.end = parsed.start + parsed.length;
        if !parsed.chunk.is_empty() {
            self.append(parsed);
        }
    }

    fn append(&mut self, mut parsed: ParsedBlock) {
        let has_room = match (self.leaves.last(), self.chunks.last(), self.places.last()) {
            (Some(leaf), Some(chunk), Some(places)) => {
                leaf.bytes() + parsed.leaf.bytes() <= CHUNK_BYTES
                    && chunk.len() + parsed.chunk.len() <= Chunk::MAX_EVENTS
                    && parsed.start + parsed.length - places.start < u64::from(u32::MAX)
            }
            _ => false,
        };
        if !has_room {
            self.chunks.push(Arc::default());
            self.leaves.push(Arc::default());
            self.places.push(Arc::new(EventOffsets { start: parsed.start, ..EventOffsets::default() }));
        }
        let number = self.chunks.len() - 1;
        let first = self.chunks.last().map_or(0, |chunk| chunk.len());
        let count = parsed.chunk.len();
        let (Some(chunk), Some(leaf), Some(places)) =
            (self.chunks.last_mut(), self.leaves.last_mut(), self.places.last_mut())
        else {
            return;
        };
        let (chunk, places) = (Arc::make_mut(chunk), Arc::make_mut(places));
        let (leaf, shift) = (Arc::make_mut(leaf), u32::try_from(parsed.start - places.start).unwrap_or(u32::MAX));
        chunk.append(parsed.chunk);
        leaf.append(parsed.leaf);
        if let Some(last) = first.checked_sub(1) {
            places.block_ends.push((last, places.end));
        }
        places.begins.extend(parsed.begins.iter().map(|begin| begin.saturating_add(shift)));
        places.end = shift.saturating_add(u32::try_from(parsed.length).unwrap_or(u32::MAX));
        places.ids.append(&mut parsed.ids);
        places.titles.append(&mut parsed.titles);
        self.kept +=
            parsed.follows.iter().flat_map(|(_, ids)| ids).map(|id| size_of::<Text>() + id.len()).sum::<usize>();
        let follows = parsed.follows.into_iter().map(|(local, ids)| (EventRowId::new(number, first + local), ids));
        self.follows.extend(follows);
        self.events += count;
        let rows = (first..first + count).map(|local| EventRowId::new(number, local));
        let before = self.last;
        self.last = rows.clone().next_back().or(before);
        if self.is_in_order {
            let mut order = before.into_iter().chain(rows).filter_map(|row| self.key(row));
            let mut last = order.next();
            self.is_in_order = order.all(|key| {
                let is_later = last.is_none_or(|last| last.order(key).is_le());
                last = Some(key);
                is_later
            });
        }
    }

    fn key(&self, row: EventRowId) -> Option<&EventMeta> {
        self.chunks.get(row.chunk())?.meta().get(row.local())
    }

    fn push_diagnostics(&mut self, problems: Vec<Diagnostic<Region>>, lines: usize, columns: usize) {
        let before = Position { line: self.lines, column: self.columns };
        let moved = |Position { line, column }: Position| Position {
            line: before.line + line,
            column: column + if line == 1 { before.column } else { 0 },
        };
        self.problems.extend(problems.into_iter().map(|problem| problem.map(|region| region.map(moved))));
        self.lines += lines;
        self.columns = columns + if lines == 0 { self.columns } else { 0 };
    }

    /// What was found so far.
    fn diagnostics(&self) -> FileDiagnostics {
        let mut found = FileDiagnostics::new(&self.name, self.layout.syntax());
        found.extend(self.problems.as_slice().iter().cloned());
        found.extend_whole(self.of_all.iter().cloned());
        found
    }

    /// Says that no more is taken, for want of memory.
    pub(super) fn report_memory_limit(&mut self) {
        self.of_all.push(SourceFault::MemoryLimit { megabytes: self.end >> 20 });
    }

    /// Says of what there is more than can be told apart.
    pub(super) fn report_many_terms(&mut self) {
        self.of_all.extend(SourceFault::of_vocabularies(&self.words));
    }

    /// Looks for ids that more than one event has: where somebody wrote them it is said, where they were made the later
    /// events are given another.
    pub(super) fn report_duplicate_ids(&mut self) {
        let mut written = 0;
        let mut some: Vec<(u64, EventRowId, bool)> = Vec::new();
        for turn in 0..TURNS {
            some.clear();
            for (chunk, places) in self.places.iter().enumerate() {
                let of_turn = places.ids.iter().enumerate().filter(|(_, id)| id.id() >> 60 == turn);
                some.extend(of_turn.map(|(at, id)| (id.id(), EventRowId::new(chunk, at), id.is_written())));
            }
            some.sort_unstable();
            for same in some.chunk_by(|(one, ..), (other, ..)| one == other).filter(|same| same.len() > 1) {
                self.twins.extend(same.iter().zip(1..).skip(1).map(|((_, row, _), number)| (*row, number)));
                written += same.iter().filter(|(.., is_written)| *is_written).count().saturating_sub(1);
            }
        }
        if written > 0 {
            self.of_all.push(SourceFault::RepeatedIds { events: written });
        }
    }

    /// Says that there is no event, if nothing has been said of why.
    pub(super) fn report_no_events(&mut self) {
        if self.events == 0 && self.diagnostics().counts().0 == 0 {
            let end = Position { line: self.lines + 1, column: 1 };
            self.problems.push(Region::at(end), DiagnosticKind::NoEvents);
        }
    }

    /// All that is there, to be handed over. At the end threads are tied as well.
    pub(super) fn update(&mut self, is_whole: bool) -> TimelineUpdate {
        let (timeline, text_index) = self.snapshot(is_whole);
        let reading = self.layout.reading().cloned();
        TimelineUpdate { timeline, text_index, diagnostics: self.diagnostics().into(), reading }
    }

    /// A timeline of all that is there, with its text.
    fn snapshot(&mut self, is_whole: bool) -> (Timeline, TextIndex) {
        if !self.is_in_order && self.sorted < self.events {
            let all = self.chunks.iter().enumerate();
            let all = all.flat_map(|(chunk, of)| (0..of.len()).map(move |local| EventRowId::new(chunk, local)));
            self.rows.extend(all.skip(self.rows.len().min(self.sorted)));
            self.sort();
            self.sorted = self.events;
        }
        let shelf = SourceStore {
            bytes: self.bytes.clone(),
            layout: self.layout.clone(),
            places: self.places.clone(),
            words: self.words.clone(),
            twins: Arc::new(self.twins.clone()),
        };
        let parts = TimelineParts {
            info: self.about.clone().unwrap_or_default(),
            vocabularies: self.words.clone(),
            languages: self.languages.clone(),
            extra_fields: Arc::clone(&self.fields),
            chunks: self.chunks.clone(),
            rows: (!self.is_in_order).then(|| self.rows.clone()),
        };
        let mut timeline = Timeline::with_store(parts, Arc::new(shelf));
        if is_whole && !self.follows.is_empty() {
            self.link_threads(&mut timeline);
        }
        (timeline, TextIndex::from_chunks(self.leaves.clone()))
    }

    /// What is sorted already is one run for the sorting, so that only what is new takes time.
    fn sort(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.sort_by(|&a, &b| match (self.key(a), self.key(b)) {
            (Some(one), Some(other)) => one.order(other).then(a.cmp(&b)),
            _ => a.cmp(&b),
        });
        self.rows = rows;
    }

    /// Whether an event is none that another can follow from: the same, or later by more than so many seconds of doubt.
    fn is_later(&self, event: EventRowId, other: EventRowId, doubt: i64) -> bool {
        let bounds = |row| self.key(row).map(|meta| meta.bounds);
        event == other || bounds(event).zip(bounds(other)).is_some_and(|(one, other)| one.begins_after(&other, doubt))
    }

    fn link_threads(&mut self, timeline: &mut Timeline) {
        let mut wanted: HashMap<u64, Option<EventRowId>> =
            self.follows.iter().flat_map(|(_, ids)| ids.iter().map(|id| (hash::hash_id(id), None))).collect();
        for (chunk, places) in self.places.iter().enumerate() {
            for (local, id) in places.ids.iter().enumerate() {
                if let Some(row @ None) = wanted.get_mut(&id.id()) {
                    *row = Some(EventRowId::new(chunk, local));
                }
            }
        }
        // Where there are instants, it is not known of which events.
        let has_instants = self.chunks.iter().any(|chunk| chunk.offsets() != Offsets::None);
        let doubt = if has_instants { DAY } else { 0 };
        let (mut astray, mut later) = (0_usize, 0_usize);
        let mut links = Vec::new();
        for (row, ids) in &self.follows {
            let found: Vec<_> = ids.iter().map(|id| wanted.get(&hash::hash_id(id)).copied().flatten()).collect();
            astray += found.iter().filter(|row| row.is_none()).count();
            later += found.iter().flatten().filter(|linked| self.is_later(**linked, *row, doubt)).count();
            let before = found.into_iter().flatten().filter_map(|row| timeline.index_of_row(row)).collect();
            links.extend(timeline.index_of_row(*row).map(|ix| (ix, before)));
        }
        timeline.link_threads(links);
        let lost = (astray > 0).then_some(SourceFault::LostLinks { links: astray });
        let later = (later > 0).then_some(SourceFault::LaterLinks { links: later });
        self.of_all.extend(lost.into_iter().chain(later));
    }
}
