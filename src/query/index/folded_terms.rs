//! The terms of vocabularies by their folded names.

use super::folded_list::FoldedList;
use crate::model::{Timeline, Vocabulary};

/// All that the terms of a timeline are called, folded.
#[derive(Debug)]
pub(in crate::query) struct FoldedTerms {
    pub(in crate::query) lanes: FoldedList,
    pub(in crate::query) kinds: FoldedList,
    pub(in crate::query) areas: FoldedList,
    pub(in crate::query) parties: FoldedList,
}

impl FoldedTerms {
    pub(super) fn of(timeline: &Timeline) -> Self {
        fn of<V: Copy>(vocabulary: &Vocabulary<V>) -> FoldedList {
            let mut list = FoldedList::default();
            vocabulary.iter().for_each(|(_, term)| list.push(term.names().map(|name| &**name)));
            list
        }
        let words = &timeline.vocabularies;
        Self { lanes: of(&words.lanes), kinds: of(&words.kinds), areas: of(&words.areas), parties: of(&words.parties) }
    }
}
