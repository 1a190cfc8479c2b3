//! Names under which events may have somebody whom a vocabulary knows: an id, a name, a name in Japanese.

use std::collections::HashMap;

use super::{
    Field, TextIndex, TextKind,
    index::{KnownNames, NameGroup},
    needle::Needle,
};
use crate::{
    model::{DateBounds, KnownPerson, Timeline},
    text::fold,
};

/// The names that the vocabulary of a field knows; none where events name what they like.
pub(super) fn known_names<'a>(field: Field, timeline: &Timeline, text_index: &'a TextIndex) -> &'a KnownNames {
    let whose = match field {
        Field::Person => NameGroup::Persons,
        Field::Org | Field::Source => NameGroup::Bodies,
        Field::Speaker => NameGroup::All,
        _ => NameGroup::Nobody,
    };
    text_index.known_names(whose, timeline)
}

/// The texts in which somebody can be named whom a vocabulary knows.
pub(super) const NAMING_KINDS: &[TextKind] = &[TextKind::Person, TextKind::Speaker, TextKind::Org, TextKind::Publisher];

/// Who is known by something in which a needle stands: a name, the full name of a body, a post.
pub(super) struct KnownMatches<'a> {
    /// Their names, folded, each with the person of whom a post alone is like that.
    names: HashMap<&'a str, Option<&'a KnownPerson>>,
    needle: &'a Needle,
}

impl<'a> KnownMatches<'a> {
    pub(super) fn new(needle: &'a Needle, timeline: &'a Timeline, text_index: &'a TextIndex) -> Self {
        let persons: Vec<&KnownPerson> = timeline.vocabularies.persons.iter().collect();
        let mut names = HashMap::new();
        for (at, own, is_named) in text_index.known_names(NameGroup::All, timeline).matching(needle) {
            let person = persons.get(at).copied().filter(|_| !is_named);
            for name in own {
                names.entry(name.as_str()).or_insert(person);
            }
        }
        Self { names, needle }
    }

    pub(super) fn are_none(&self) -> bool {
        self.names.is_empty()
    }

    /// Whether a folded name in an event at this time is one of them.
    pub(super) fn hold(&self, name: &str, bounds: &DateBounds) -> bool {
        match self.names.get(name) {
            None => false,
            Some(None) => true,
            Some(Some(person)) => person.post(bounds).is_some_and(|post| {
                let stands = |text: &str| self.needle.stands_in(&fold(text));
                stands(&post.role) || post.role_ja.as_deref().is_some_and(stands)
            }),
        }
    }
}
