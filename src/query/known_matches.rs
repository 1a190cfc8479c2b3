//! Names under which events may have somebody whom a vocabulary knows: an id, a name, a name in Japanese.

use fixedbitset::FixedBitSet;

use super::{
    Field, TextIndex,
    index::{GroupNames, KnownNames, NameGroup},
    needle::Needle,
};
use crate::model::{DateBounds, KnownPerson, Timeline};

/// The names that the vocabulary of a field knows; none where events name what they like.
pub(super) fn known_names<'a>(field: Field, timeline: &Timeline, text_index: &'a TextIndex) -> GroupNames<'a> {
    let whose = match field {
        Field::Person => NameGroup::Persons,
        Field::Org | Field::Source => NameGroup::Bodies,
        Field::Speaker => NameGroup::All,
        _ => NameGroup::Nobody,
    };
    text_index.group_names(whose, timeline)
}

/// Who is known by something in which a needle stands: a name, the full name of a body, a post.
pub(super) struct KnownMatches<'a> {
    known: &'a KnownNames,
    /// Those whose names have it.
    named: FixedBitSet,
    /// What is said of them that has it.
    said: FixedBitSet,
    /// The first of those who are known.
    persons: Vec<&'a KnownPerson>,
}

impl<'a> KnownMatches<'a> {
    pub(super) fn new(needle: &Needle, timeline: &'a Timeline, text_index: &'a TextIndex) -> Self {
        let known = text_index.known_names(timeline);
        let persons = timeline.vocabularies.persons.iter().collect();
        Self { known, named: known.named(needle), said: known.said(needle), persons }
    }

    pub(super) fn are_none(&self) -> bool {
        self.named.is_clear() && self.said.is_clear()
    }

    /// Whether one of those who are known, mentioned by an event at this time, is one of them.
    pub(super) fn hold(&self, whom: usize, bounds: &DateBounds) -> bool {
        let mut said = self.known.said_of(whom);
        self.named.contains(whom)
            || match self.persons.get(whom) {
                // Only of the post of that time.
                Some(person) => person.place_of_post(bounds).and_then(|place| said.nth(place)),
                None => said.next(),
            }
            .is_some_and(|at| self.said.contains(at))
    }
}
