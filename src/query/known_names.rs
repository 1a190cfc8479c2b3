//! Names under which events may have somebody whom a vocabulary knows: an id, a name, a name in Japanese.

use std::collections::{HashMap, HashSet};

use super::{Field, TextKind, needle::Needle};
use crate::{
    model::{DateBounds, KnownPerson, Text, Timeline},
    text::fold,
};

/// The names that the vocabulary of a field knows, folded.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    /// The names of each, that which filters write first.
    names: Vec<Vec<String>>,
    by_name: HashMap<String, usize>,
}

impl KnownNames {
    /// Those of a field; none where events name what they like.
    pub(super) fn of(field: Field, timeline: &Timeline) -> Self {
        let mut known = Self::default();
        match field {
            Field::Person => known.push_persons(timeline),
            Field::Org | Field::Source => known.push_bodies(timeline),
            Field::Speaker => {
                known.push_persons(timeline);
                known.push_bodies(timeline);
            }
            _ => {}
        }
        known
    }

    fn push_persons(&mut self, timeline: &Timeline) {
        timeline.vocabularies.persons.iter().for_each(|person| self.push(person.names()));
    }

    fn push_bodies(&mut self, timeline: &Timeline) {
        timeline.vocabularies.organisations.iter().for_each(|(_, body)| self.push(body.names()));
    }

    fn push<'a>(&mut self, names: impl Iterator<Item = &'a Text>) {
        let names: Vec<String> = names.map(|name| fold(name)).collect();
        for name in &names {
            self.by_name.entry(name.clone()).or_insert(self.names.len());
        }
        self.names.push(names);
    }

    /// All names of whoever has this one; none if nobody has it.
    pub(super) fn same_as(&self, name: &str) -> &[String] {
        self.by_name.get(name).and_then(|&at| self.names.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The name that stands for this one.
    pub(super) fn canonical<'a>(&'a self, name: &'a str) -> &'a str {
        self.same_as(name).first().map_or(name, String::as_str)
    }

    /// All names of all those who have one in which the needle stands.
    pub(super) fn containing(&self, needle: &str) -> HashSet<&str> {
        self.known_by(|name| name.contains(needle)).collect()
    }

    /// All names of all those of whom one name is like this.
    pub(super) fn known_by(&self, is_like: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
        let found = self.names.iter().filter(move |names| names.iter().any(|name| is_like(name)));
        found.flatten().map(String::as_str)
    }
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
