//! Asking all events at once, leaf by leaf and on all cores, as long as the answer is wanted.

use std::{
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use fixedbitset::FixedBitSet;

use super::{
    Haystack,
    answer::Answer,
    haystack::{Known, Within},
    in_parts::cores,
};
use crate::{
    model::{Certainty, Chunk, EventIndex, EventMeta, EventRowId, Timeline, Vocabulary},
    text::fold,
};

/// Up to so many bytes of text or events one core is quicker than several.
const SMALL_TEXT: usize = 1 << 20;
const SMALL_TIMELINE: usize = 50_000;

/// One asking of a query.
#[derive(Clone)]
pub struct Search<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) haystack: &'a Haystack,
    /// The leaves that are asked; all others answer no.
    leaves: Range<usize>,
    is_over: Option<&'a (dyn Fn() -> bool + Sync)>,
}

impl<'a> Search<'a> {
    /// Asks all events of a timeline, of which the texts are in the haystack.
    pub fn new(timeline: &'a Timeline, haystack: &'a Haystack) -> Self {
        Self { timeline, haystack, leaves: 0..haystack.leaves().len(), is_over: None }
    }

    /// Asks until `is_over` says that nobody wants the answer any more.
    #[must_use]
    pub fn until(self, is_over: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self { is_over: Some(is_over), ..self }
    }

    /// Asks only the events that lie near this one in the order of reading, of so many bytes of text in all.
    #[must_use]
    pub fn near(self, ix: EventIndex, bytes: usize) -> Self {
        let all = self.haystack.leaves();
        let middle = self.timeline.row_of_index(ix).map_or(0, EventRowId::chunk).min(all.len().saturating_sub(1));
        let mut leaves = middle..middle;
        let mut taken = 0;
        let size = |place: usize| all.get(place).map_or(0, |leaf| leaf.bytes());
        while taken < bytes && (leaves.start > 0 || leaves.end < all.len()) {
            if leaves.end < all.len() {
                taken += size(leaves.end);
                leaves.end += 1;
            }
            if leaves.start > 0 && taken < bytes {
                leaves.start -= 1;
                taken += size(leaves.start);
            }
        }
        Self { leaves, ..self }
    }

    /// Whether only a part of the events is asked.
    pub fn is_partial(&self) -> bool {
        self.leaves.len() < self.haystack.leaves().len()
    }

    pub(super) fn is_over(&self) -> bool {
        self.is_over.is_some_and(|is_over| is_over())
    }

    /// The events in whose text or vocabulary the folded needle stands.
    pub(super) fn find(&self, needle: &str, within: Within) -> FixedBitSet {
        let known = self.haystack.known(needle, within);
        if let Some(known) = known.as_ref().filter(|known| known.needle == needle) {
            return self.joined(known.found.iter().enumerate());
        }
        // Where most events are left it is quicker to go through all of the text.
        let narrows = |known: &Known| known.count * 3 < self.timeline.len() || self.timeline.len() < SMALL_TIMELINE;
        let known = known.filter(narrows);
        let terms = (within == Within::All).then(|| Terms::with(needle, self.timeline)).filter(|terms| terms.are_any);
        let found = self.each_leaf(|place, found| {
            let among = known.as_ref().and_then(|known| known.found.get(place));
            let Some(leaf) = self.haystack.leaves().get(place) else { return };
            leaf.find(needle, within, among, found);
            if let (Some(terms), Some(chunk)) = (&terms, self.timeline.chunk(place)) {
                for (local, _) in chunk.facts().iter().enumerate().filter(|(_, facts)| terms.hold(facts, chunk)) {
                    found.insert(local);
                }
            }
        });
        let joined = self.joined(found.iter().map(|(place, bits)| (*place, bits)));
        if !self.is_partial() && !self.is_over() {
            let found = Arc::new(found.into_iter().map(|(_, bits)| bits).collect());
            let count = joined.count_ones(..);
            self.haystack.remember(Known { within, needle: needle.to_owned(), found, count });
        }
        joined
    }

    /// The events of which this holds by their facts.
    pub(super) fn ask_facts(&self, holds: impl Fn(&EventMeta, &Chunk) -> bool + Sync) -> FixedBitSet {
        self.joined_leaves(|place, found| {
            let Some(chunk) = self.timeline.chunk(place) else { return };
            found.extend(
                chunk.facts().iter().enumerate().filter(|(_, facts)| holds(facts, chunk)).map(|(local, _)| local),
            );
        })
    }

    /// What the events answer by their facts.
    pub(super) fn ask_certainty(&self, holds: impl Fn(&EventMeta) -> Certainty + Sync) -> Answer {
        Answer {
            certain: self.ask_facts(|facts, _| holds(facts) == Certainty::Certain),
            possible: self.ask_facts(|facts, _| holds(facts) != Certainty::Out),
        }
    }

    /// The events whose places `ask` marks in their leaves.
    pub(super) fn joined_leaves(&self, ask: impl Fn(usize, &mut FixedBitSet) + Sync) -> FixedBitSet {
        self.joined(self.each_leaf(ask).iter().map(|(place, bits)| (*place, bits)))
    }

    /// Asks each leaf: `ask` marks the places of its events that answer yes. In the order of the leaves.
    pub(super) fn each_leaf(&self, ask: impl Fn(usize, &mut FixedBitSet) + Sync) -> Vec<(usize, FixedBitSet)> {
        let answer = |place: usize| {
            let size = self.haystack.leaves().get(place).map_or(0, |leaf| leaf.len());
            let mut found = FixedBitSet::with_capacity(size);
            if !self.is_over() {
                ask(place, &mut found);
            }
            (place, found)
        };
        let is_small = self.haystack.bytes() < SMALL_TEXT && self.timeline.len() < SMALL_TIMELINE;
        let workers = if is_small { 1 } else { cores().min(self.leaves.len()) };
        if workers < 2 {
            return self.leaves.clone().map(answer).collect();
        }
        let next = AtomicUsize::new(self.leaves.start);
        let work = || {
            let places = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
            places.take_while(|place| *place < self.leaves.end).map(answer).collect::<Vec<_>>()
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

    /// The places in time of what was found in the leaves.
    fn joined<'b>(&self, found: impl Iterator<Item = (usize, &'b FixedBitSet)>) -> FixedBitSet {
        let mut joined = FixedBitSet::with_capacity(self.timeline.len());
        for (leaf, bits) in found {
            for local in bits.ones() {
                if let Some(ix) =
                    self.timeline.index_of_row(EventRowId::new(leaf, local)).filter(|ix| ix.index() < joined.len())
                {
                    joined.insert(ix.index());
                }
            }
        }
        joined
    }
}

/// The terms of the vocabularies in whose id or name a needle stands.
struct Terms {
    lanes: Vec<bool>,
    kinds: Vec<bool>,
    areas: Vec<bool>,
    parties: Vec<bool>,
    are_any: bool,
}

impl Terms {
    fn with(needle: &str, timeline: &Timeline) -> Self {
        fn of<V: Copy>(needle: &str, vocabulary: &Vocabulary<V>) -> Vec<bool> {
            let stands = |text: &str| fold(text).contains(needle);
            let terms = vocabulary.iter().map(|(_, term)| term);
            terms
                .map(|term| stands(&term.id) || stands(&term.name) || term.name_ja.as_deref().is_some_and(stands))
                .collect()
        }
        let words = &timeline.vocabularies;
        let (lanes, kinds) = (of(needle, &words.lanes), of(needle, &words.kinds));
        let (areas, parties) = (of(needle, &words.areas), of(needle, &words.parties));
        let are_any = [&lanes, &kinds, &areas, &parties].into_iter().flatten().any(|stands| *stands);
        Self { lanes, kinds, areas, parties, are_any }
    }

    fn hold(&self, facts: &EventMeta, chunk: &Chunk) -> bool {
        let is = |list: &[bool], place: usize| list.get(place).copied().unwrap_or(false);
        is(&self.lanes, facts.lane.index())
            || is(&self.kinds, facts.kind.index())
            || chunk.areas(facts).any(|id| is(&self.areas, id.index()))
            || chunk.parties(facts).any(|id| is(&self.parties, id.index()))
    }
}
