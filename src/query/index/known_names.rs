//! Who is the same under several names: an id, a name, a name in Japanese.

use std::collections::{HashMap, HashSet};

use crate::{
    model::{Text, Timeline},
    text::fold,
};

/// Whose names are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) enum NameGroup {
    Nobody,
    Persons,
    Bodies,
    All,
}

impl NameGroup {
    /// How many groups there are.
    pub(super) const COUNT: usize = 4;
}

/// Names that vocabularies know, folded.
#[derive(Debug, Default)]
pub(in crate::query) struct KnownNames {
    /// The names of each, that which filters write first.
    names: Vec<Vec<String>>,
    by_name: HashMap<String, usize>,
}

impl KnownNames {
    /// Those of a group.
    pub(super) fn of(whose: NameGroup, timeline: &Timeline) -> Self {
        let words = &timeline.vocabularies;
        let mut known = Self::default();
        if matches!(whose, NameGroup::Persons | NameGroup::All) {
            words.persons.iter().for_each(|person| known.push(person.names()));
        }
        if matches!(whose, NameGroup::Bodies | NameGroup::All) {
            words.organisations.iter().for_each(|(_, body)| known.push(body.names()));
        }
        known
    }

    fn push<'a>(&mut self, names: impl Iterator<Item = &'a Text>) {
        let names: Vec<String> = names.map(|name| fold(name)).collect();
        for name in &names {
            self.by_name.entry(name.clone()).or_insert(self.names.len());
        }
        self.names.push(names);
    }

    /// All names of whoever has this one; none if nobody has it.
    pub(in crate::query) fn same_as(&self, name: &str) -> &[String] {
        self.by_name.get(name).and_then(|&at| self.names.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The name that stands for this one.
    pub(in crate::query) fn canonical<'a>(&'a self, name: &'a str) -> &'a str {
        self.same_as(name).first().map_or(name, String::as_str)
    }

    /// All names of all those who have one in which the needle stands.
    pub(in crate::query) fn containing(&self, needle: &str) -> HashSet<&str> {
        self.known_by(|name| name.contains(needle)).collect()
    }

    /// All names of all those of whom one name is like this.
    pub(in crate::query) fn known_by(&self, is_like: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
        let found = self.names.iter().filter(move |names| names.iter().any(|name| is_like(name)));
        found.flatten().map(String::as_str)
    }
}
