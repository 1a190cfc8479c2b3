//! The ids that a file declares, and which of them was probably meant by one that it does not.

use std::collections::{HashMap, HashSet};

use crate::{
    model::{KnownPerson, Text, Vocabularies, Vocabulary},
    text::suggest,
};

/// So many times an id is compared with a declared one, to find out whether it was meant.
const MAX_COMPARISONS: usize = 2_000_000;

/// The ids that a file declares, per vocabulary.
#[derive(Default)]
pub(super) struct DeclaredIds {
    pub(super) lanes: Ids,
    pub(super) kinds: Ids,
    pub(super) areas: Ids,
    pub(super) parties: Ids,
    pub(super) organisations: Ids,
    pub(super) persons: Ids,
}

impl DeclaredIds {
    /// Those of these vocabularies; of persons their names as well.
    pub(super) fn of(words: &Vocabularies) -> Self {
        Self {
            lanes: Ids::of(&words.lanes),
            kinds: Ids::of(&words.kinds),
            areas: Ids::of(&words.areas),
            parties: Ids::of(&words.parties),
            organisations: Ids::of(&words.organisations),
            persons: Ids::new(words.persons.iter().flat_map(KnownPerson::names)),
        }
    }
}

/// The ids of a vocabulary.
#[derive(Default)]
pub(super) struct Ids {
    all: HashSet<Text>,
    /// What is none of them, and which of them is very like it.
    strangers: HashMap<Text, Option<Text>>,
}

impl Ids {
    fn of<V: Copy>(vocabulary: &Vocabulary<V>) -> Self {
        Self::new(vocabulary.iter().map(|(_, term)| &term.id))
    }

    fn new<'a>(ids: impl Iterator<Item = &'a Text>) -> Self {
        Self { all: ids.cloned().collect(), strangers: HashMap::new() }
    }

    /// The id that was probably meant by one that is not declared, as long as there are not too many of either.
    pub(super) fn meant_by(&mut self, id: &Text) -> Option<Text> {
        if self.all.is_empty() || self.all.contains(id) {
            return None;
        }
        if let Some(near) = self.strangers.get(id) {
            return near.clone();
        }
        let few = self.all.len().saturating_mul(self.strangers.len() + 1) <= MAX_COMPARISONS;
        let all = self.all.iter().map(AsRef::as_ref);
        let near = few.then(|| suggest(id, all)).flatten().map(|near| Text::Owned(near.to_owned()));
        self.strangers.insert(id.clone(), near.clone());
        near
    }
}
