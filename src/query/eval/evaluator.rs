//! Evaluation over all events, chunk by chunk and on all cores, until it is cancelled.

use std::{
    collections::HashSet,
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use fixedbitset::FixedBitSet;

use super::{ternary::TernarySet, vocabulary::MatchingTerms};
use crate::{
    model::{Certainty, Chunk, EventIndex, EventMeta, EventRowId, Timeline},
    query::{
        TextIndex, TextKind,
        index::{CachedHits, SearchScope},
        known_matches::KnownMatches,
        needle::Needle,
        par_chunks::num_threads,
    },
};

/// Bytes of text below which, with fewer events than that, one core is quicker than several.
const MIN_PARALLEL_BYTES: usize = 1 << 20;
const MIN_PARALLEL_EVENTS: usize = 50_000;

/// One asking of a query.
#[derive(Clone)]
pub struct QueryEvaluator<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) text_index: &'a TextIndex,
    /// The chunks that are evaluated; events of all others do not match.
    chunks: Range<usize>,
    is_cancelled: Option<&'a (dyn Fn() -> bool + Sync)>,
}

impl<'a> QueryEvaluator<'a> {
    /// Evaluates over all events of a timeline, of which these are the texts.
    pub fn new(timeline: &'a Timeline, text_index: &'a TextIndex) -> Self {
        Self { timeline, text_index, chunks: 0..text_index.chunks().len(), is_cancelled: None }
    }

    /// Asks until `is_over` says that nobody wants the answer any more.
    #[must_use]
    pub fn with_cancel(self, is_cancelled: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self { is_cancelled: Some(is_cancelled), ..self }
    }

    /// Limits the evaluation to the chunks around an event, in the order of reading, up to `bytes` of text.
    ///
    /// Used for the first answer within a frame.
    #[must_use]
    pub fn limited_around(self, ix: EventIndex, bytes: usize) -> Self {
        let all = self.text_index.chunks();
        let middle = self.timeline.row_of_index(ix).map_or(0, EventRowId::chunk).min(all.len().saturating_sub(1));
        let mut chunks = middle..middle;
        let mut taken = 0;
        let size = |place: usize| all.get(place).map_or(0, |text_chunk| text_chunk.bytes());
        while taken < bytes && (chunks.start > 0 || chunks.end < all.len()) {
            if chunks.end < all.len() {
                taken += size(chunks.end);
                chunks.end += 1;
            }
            if chunks.start > 0 && taken < bytes {
                chunks.start -= 1;
                taken += size(chunks.start);
            }
        }
        Self { chunks, ..self }
    }

    /// Whether the evaluation is limited to some of the events.
    pub fn is_partial(&self) -> bool {
        self.chunks.len() < self.text_index.chunks().len()
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.is_cancelled.is_some_and(|is_cancelled| is_cancelled())
    }

    /// The events in whose text or vocabulary the folded needle stands.
    pub(super) fn find(&self, needle: &str, within: SearchScope) -> FixedBitSet {
        let in_vocabulary = match within {
            SearchScope::All => Some(Needle::part(needle.to_owned())),
            SearchScope::WholeWords => Some(Needle::whole_word(needle.to_owned())),
            SearchScope::Kinds(_) | SearchScope::Whole(_) | SearchScope::Field(_) => None,
        };
        let cached = self.text_index.cached(needle, within);
        if let Some(cached) = cached.as_ref().filter(|cached| cached.needle == needle) {
            return self.to_timeline_order(cached.found.iter().enumerate());
        }
        // Where most events are left it is quicker to go through all of the text.
        let narrows =
            |cached: &CachedHits| cached.count * 3 < self.timeline.len() || self.timeline.len() < MIN_PARALLEL_EVENTS;
        let cached = cached.filter(narrows);
        let terms = in_vocabulary.as_ref().map(|needle| MatchingTerms::new(needle, self.timeline, self.text_index));
        let terms = terms.filter(|terms| terms.are_any);
        let known = in_vocabulary.as_ref().map(|needle| KnownMatches::new(needle, self.timeline, self.text_index));
        let known = known.filter(|known| !known.are_none());
        let found = self.each_chunk(|place, found| {
            let among = cached.as_ref().and_then(|cached| cached.found.get(place));
            let Some(text_chunk) = self.text_index.chunks().get(place) else { return };
            text_chunk.find(needle, within, among, found);
            if let (Some(terms), Some(chunk)) = (&terms, self.timeline.chunk(place)) {
                for (local, _) in chunk.meta().iter().enumerate().filter(|(_, meta)| terms.hold(meta, chunk)) {
                    found.insert(local);
                }
            }
            if let (Some(known), Some(chunk)) = (&known, self.timeline.chunk(place)) {
                let bounds = |event: usize| chunk.meta().get(event).map(|meta| &meta.bounds);
                let mentions = self.text_index.mentions(place, self.timeline).iter();
                let of_them =
                    mentions.filter(|it| bounds(it.event()).is_some_and(|bounds| known.hold(it.whom(), bounds)));
                found.extend(of_them.map(|mention| mention.event()));
            }
        });
        let to_timeline_order = self.to_timeline_order(found.iter().map(|(place, bits)| (*place, bits)));
        if !self.is_partial() && !self.is_cancelled() {
            let found = Arc::new(found.into_iter().map(|(_, bits)| bits).collect());
            let count = to_timeline_order.count_ones(..);
            self.text_index.cache(CachedHits { within, needle: needle.to_owned(), found, count });
        }
        to_timeline_order
    }

    /// The events that have one of these names as a whole text of one of these kinds.
    pub(super) fn find_names(&self, names: &HashSet<&str>, kinds: &'static [TextKind]) -> FixedBitSet {
        if names.is_empty() {
            return FixedBitSet::with_capacity(self.timeline.len());
        }
        self.filter_chunks(|place, found| {
            let Some(text_chunk) = self.text_index.chunks().get(place) else { return };
            found.extend(text_chunk.texts(kinds).filter(|(_, name)| names.contains(name)).map(|(event, _)| event));
        })
    }

    /// The events of which this holds by their metadata.
    pub(super) fn filter_by_meta(&self, holds: impl Fn(&EventMeta, &Chunk) -> bool + Sync) -> FixedBitSet {
        self.filter_chunks(|place, found| {
            let Some(chunk) = self.timeline.chunk(place) else { return };
            found
                .extend(chunk.meta().iter().enumerate().filter(|(_, meta)| holds(meta, chunk)).map(|(local, _)| local));
        })
    }

    /// What the events answer by their metadata.
    pub(super) fn evaluate_meta(&self, holds: impl Fn(&EventMeta) -> Certainty + Sync) -> TernarySet {
        TernarySet {
            certain: self.filter_by_meta(|meta, _| holds(meta) == Certainty::Certain),
            possible: self.filter_by_meta(|meta, _| holds(meta) != Certainty::Out),
        }
    }

    /// The events whose places in their chunks `ask` inserts.
    pub(super) fn filter_chunks(&self, ask: impl Fn(usize, &mut FixedBitSet) + Sync) -> FixedBitSet {
        self.to_timeline_order(self.each_chunk(ask).iter().map(|(place, bits)| (*place, bits)))
    }

    /// The places that `ask` inserts for each chunk, in the order of the chunks.
    pub(super) fn each_chunk(&self, ask: impl Fn(usize, &mut FixedBitSet) + Sync) -> Vec<(usize, FixedBitSet)> {
        let answer = |place: usize| {
            let size = self.text_index.chunks().get(place).map_or(0, |text_chunk| text_chunk.len());
            let mut found = FixedBitSet::with_capacity(size);
            if !self.is_cancelled() {
                ask(place, &mut found);
            }
            (place, found)
        };
        let is_small = self.text_index.bytes() < MIN_PARALLEL_BYTES && self.timeline.len() < MIN_PARALLEL_EVENTS;
        let workers = if is_small { 1 } else { num_threads().min(self.chunks.len()) };
        if workers < 2 {
            return self.chunks.clone().map(answer).collect();
        }
        let next = AtomicUsize::new(self.chunks.start);
        let work = || {
            let places = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
            places.take_while(|place| *place < self.chunks.end).map(answer).collect::<Vec<_>>()
        };
        let mut answers: Vec<(usize, FixedBitSet)> = thread::scope(|scope| {
            let others: Vec<_> =
                (1..workers).filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok()).collect();
            let mut answers = work();
            for other in others {
                // A panic of a worker has ended the program by now.
                answers.extend(other.join().unwrap_or_default());
            }
            answers
        });
        answers.sort_by_key(|(place, _)| *place);
        answers
    }

    /// The events of these places in chunks, by their indices in time.
    fn to_timeline_order<'b>(&self, found: impl Iterator<Item = (usize, &'b FixedBitSet)>) -> FixedBitSet {
        let mut to_timeline_order = FixedBitSet::with_capacity(self.timeline.len());
        for (text_chunk, bits) in found {
            for local in bits.ones() {
                if let Some(ix) = self
                    .timeline
                    .index_of_row(EventRowId::new(text_chunk, local))
                    .filter(|ix| ix.index() < to_timeline_order.len())
                {
                    to_timeline_order.insert(ix.index());
                }
            }
        }
        to_timeline_order
    }
}
