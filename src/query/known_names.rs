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
    names: HashMap<String, Option<&'a KnownPerson>>,
    needle: &'a Needle,
}

impl<'a> KnownMatches<'a> {
    pub(super) fn new(needle: &'a Needle, timeline: &'a Timeline) -> Self {
        let stands = |text: &str| needle.stands_in(&fold(text));
        let words = &timeline.vocabularies;
        let mut names = HashMap::new();
        for (_, body) in words.organisations.iter() {
            if body.names().any(|name| stands(name)) || body.about.as_deref().is_some_and(stands) {
                names.extend(body.names().map(|name| (fold(name), None)));
            }
        }
        for person in words.persons.iter() {
            let is_named = person.names().any(|name| stands(name));
            let in_post =
                || person.posts.iter().any(|post| stands(&post.role) || post.role_ja.as_deref().is_some_and(stands));
            if is_named || in_post() {
                names.extend(person.names().map(|name| (fold(name), (!is_named).then_some(person))));
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
