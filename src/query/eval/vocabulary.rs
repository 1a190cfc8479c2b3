//! Terms of vocabularies in which a word stands.

use fixedbitset::FixedBitSet;

use crate::{
    model::{Chunk, EventMeta, Timeline},
    query::{TextIndex, needle::Needle, parse::other_code},
    text::fold,
};

/// The terms in whose id or name a needle stands.
pub(super) struct MatchingTerms {
    lanes: FixedBitSet,
    kinds: FixedBitSet,
    areas: FixedBitSet,
    parties: FixedBitSet,
    pub(super) are_any: bool,
}

impl MatchingTerms {
    pub(super) fn new(needle: &Needle, timeline: &Timeline, text_index: &TextIndex) -> Self {
        let terms = text_index.terms(timeline);
        let (lanes, kinds) = (terms.lanes.matching(needle), terms.kinds.matching(needle));
        let (areas, mut parties) = (terms.areas.matching(needle), terms.parties.matching(needle));
        if let Some(code) = other_code(&needle.text) {
            let ids = timeline.vocabularies.parties.iter().map(|(_, party)| fold(&party.id));
            parties.extend(ids.enumerate().filter(|(_, id)| id == code).map(|(place, _)| place));
        }
        let are_any = [&lanes, &kinds, &areas, &parties].into_iter().any(|found| !found.is_clear());
        Self { lanes, kinds, areas, parties, are_any }
    }

    pub(super) fn hold(&self, meta: &EventMeta, chunk: &Chunk) -> bool {
        self.lanes.contains(meta.lane.index())
            || self.kinds.contains(meta.kind.index())
            || chunk.areas(meta).any(|id| self.areas.contains(id.index()))
            || chunk.parties(meta).any(|id| self.parties.contains(id.index()))
    }
}
