//! Terms of vocabularies in which a word stands.

use crate::{
    model::{Chunk, EventMeta, Timeline, Vocabulary},
    query::{needle::Needle, parse::other_code},
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
    pub(super) fn new(needle: &Needle, timeline: &Timeline) -> Self {
        fn of<V: Copy>(needle: &Needle, vocabulary: &Vocabulary<V>) -> Vec<bool> {
            let stands = |name: &str| needle.stands_in(&fold(name));
            vocabulary.iter().map(|(_, term)| term.names().any(|name| stands(name))).collect()
        }
        let words = &timeline.vocabularies;
        let (lanes, kinds) = (of(needle, &words.lanes), of(needle, &words.kinds));
        let (areas, mut parties) = (of(needle, &words.areas), of(needle, &words.parties));
        for (stands, (_, party)) in parties.iter_mut().zip(words.parties.iter()) {
            *stands |= other_code(&fold(&party.id)).is_some_and(|code| code == needle.text);
        }
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
