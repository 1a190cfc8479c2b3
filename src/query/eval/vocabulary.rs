//! Terms of vocabularies in which a word stands.

use crate::{
    model::{Chunk, EventMeta, Timeline, Vocabulary},
    text::fold,
};

/// The terms in whose id or name a needle stands.
pub(super) struct MatchingTerms {
    lanes: Vec<bool>,
    kinds: Vec<bool>,
    areas: Vec<bool>,
    parties: Vec<bool>,
    pub(super) are_any: bool,
}

impl MatchingTerms {
    pub(super) fn new(needle: &str, timeline: &Timeline) -> Self {
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

    pub(super) fn hold(&self, facts: &EventMeta, chunk: &Chunk) -> bool {
        let is = |list: &[bool], place: usize| list.get(place).copied().unwrap_or(false);
        is(&self.lanes, facts.lane.index())
            || is(&self.kinds, facts.kind.index())
            || chunk.areas(facts).any(|id| is(&self.areas, id.index()))
            || chunk.parties(facts).any(|id| is(&self.parties, id.index()))
    }
}
