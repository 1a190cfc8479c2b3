//! Who is the same under several names: an id, a name, a name in Japanese.

use std::{
    collections::{HashMap, HashSet},
    iter,
};

use super::folded_list::FoldedList;
use crate::{
    model::{Text, Timeline},
    query::needle::Needle,
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
    /// The same one behind the other.
    listed: FoldedList,
    /// What else is said of each: the posts of a person, the full name of a body.
    said: FoldedList,
    by_name: HashMap<String, usize>,
}

impl KnownNames {
    /// Those of a group.
    pub(super) fn of(whose: NameGroup, timeline: &Timeline) -> Self {
        let words = &timeline.vocabularies;
        let mut known = Self::default();
        if matches!(whose, NameGroup::Persons | NameGroup::All) {
            for person in words.persons.iter() {
                let posts = person.posts.iter().flat_map(|post| iter::once(&post.role).chain(&post.role_ja));
                known.push(person.names(), posts);
            }
        }
        if matches!(whose, NameGroup::Bodies | NameGroup::All) {
            words.organisations.iter().for_each(|(_, body)| known.push(body.names(), body.about.iter()));
        }
        known
    }

    fn push<'a>(&mut self, names: impl Iterator<Item = &'a Text>, said: impl Iterator<Item = &'a Text>) {
        let names: Vec<String> = names.map(|name| fold(name)).collect();
        self.listed.push(names.iter().map(String::as_str));
        self.said.push(said.map(|text| &**text));
        for name in &names {
            self.by_name.entry(name.clone()).or_insert(self.names.len());
        }
        self.names.push(names);
    }

    /// The names of those in whose names, or in what else is said of them, a needle stands, each with their place and whether it stands in
    /// a name: persons in the order of their vocabulary, then bodies.
    pub(in crate::query) fn matching(&self, needle: &Needle) -> Vec<(usize, &[String], bool)> {
        let named = self.listed.matching(needle);
        let mut found = self.said.matching(needle);
        found.union_with(&named);
        let names = |at: usize| self.names.get(at).map_or(&[][..], Vec::as_slice);
        found.ones().map(|at| (at, names(at), named.contains(at))).collect()
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
        let found = self.listed.matching(&Needle::part(needle.to_owned()));
        found.ones().filter_map(|at| self.names.get(at)).flatten().map(String::as_str).collect()
    }

    /// All names of all those of whom one name is like this.
    pub(in crate::query) fn known_by(&self, is_like: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
        let found = self.names.iter().filter(move |names| names.iter().any(|name| is_like(name)));
        found.flatten().map(String::as_str)
    }
}
