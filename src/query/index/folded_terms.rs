//! The terms of vocabularies by their folded names.

use super::folded_list::FoldedList;
use crate::model::{Lang, Timeline, Vocabulary};

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
            for (_, term) in vocabulary.iter() {
                let side_by_side = term.label(Lang::Both);
                list.push(term.names().map(|name| &**name).chain([&*side_by_side]));
            }
            list
        }
        let words = &timeline.vocabularies;
        Self { lanes: of(&words.lanes), kinds: of(&words.kinds), areas: of(&words.areas), parties: of(&words.parties) }
    }
}
