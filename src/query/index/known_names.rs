//! Who is the same under several names: an id, a name, a name in Japanese.

use std::{
    collections::{HashMap, HashSet},
    iter,
    ops::Range,
};

use fixedbitset::FixedBitSet;

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

/// Names that vocabularies know, folded: of persons in the order of their vocabulary, then of bodies.
#[derive(Debug, Default)]
pub(in crate::query) struct KnownNames {
    /// The names of each, that which filters write first.
    names: Vec<Vec<String>>,
    /// The same one behind the other.
    listed: FoldedList,
    /// What else is said of them, one behind the other: each post of a person, the full name of a body.
    said: FoldedList,
    /// Where in `said` that of each ends.
    said_ends: Vec<usize>,
    /// Who has a name, in their order.
    by_name: HashMap<String, Vec<usize>>,
    /// How many of them are persons.
    persons: usize,
}

/// The names of one group of those who are known.
#[derive(Debug, Clone, Copy)]
pub(in crate::query) struct GroupNames<'a> {
    known: &'a KnownNames,
    /// From where up to where they stand among all.
    whom: (usize, usize),
}

impl KnownNames {
    /// All that the vocabularies of a timeline know.
    pub(super) fn of(timeline: &Timeline) -> Self {
        let words = &timeline.vocabularies;
        let mut known = Self::default();
        for person in words.persons.iter() {
            for post in person.posts.iter() {
                known.said.push(iter::once(&post.role).chain(&post.role_ja).map(|text| &**text));
            }
            known.push(person.names());
        }
        known.persons = known.names.len();
        for (_, body) in words.organisations.iter() {
            if let Some(about) = &body.about {
                known.said.push(iter::once(&**about));
            }
            known.push(body.names());
        }
        known
    }

    /// Those of a group.
    pub(super) fn group(&self, whose: NameGroup) -> GroupNames<'_> {
        let (persons, all) = (self.persons, self.names.len());
        let whom = match whose {
            NameGroup::Nobody => (0, 0),
            NameGroup::Persons => (0, persons),
            NameGroup::Bodies => (persons, all),
            NameGroup::All => (0, all),
        };
        GroupNames { known: self, whom }
    }

    fn push<'a>(&mut self, names: impl Iterator<Item = &'a Text>) {
        let names: Vec<String> = names.map(|name| fold(name)).collect();
        self.listed.push(names.iter().map(String::as_str));
        self.said_ends.push(self.said.len());
        for name in &names {
            let whose = self.by_name.entry(name.clone()).or_default();
            if whose.last() != Some(&self.names.len()) {
                whose.push(self.names.len());
            }
        }
        self.names.push(names);
    }

    /// Those in whose names a needle stands.
    pub(in crate::query) fn named(&self, needle: &Needle) -> FixedBitSet {
        self.listed.matching(needle)
    }

    /// What is said of anybody in which a needle stands.
    pub(in crate::query) fn said(&self, needle: &Needle) -> FixedBitSet {
        self.said.matching(needle)
    }

    /// The places of what is said of one: the posts of a person in order, or the full name of a body.
    pub(in crate::query) fn said_of(&self, whom: usize) -> Range<usize> {
        let end = |of: usize| self.said_ends.get(of).copied();
        whom.checked_sub(1).and_then(end).unwrap_or(0)..end(whom).unwrap_or(0)
    }

    /// Those who have this name.
    pub(super) fn who_has(&self, name: &str) -> &[usize] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }
}

impl<'a> GroupNames<'a> {
    /// All names of whoever has this one; none if nobody has it.
    pub(in crate::query) fn same_as(self, name: &str) -> &'a [String] {
        let who = self.known.who_has(name).iter().find(|&&whom| self.has(whom));
        who.and_then(|&whom| self.known.names.get(whom)).map_or(&[], Vec::as_slice)
    }

    /// The name that stands for this one.
    pub(in crate::query) fn canonical(self, name: &'a str) -> &'a str {
        self.same_as(name).first().map_or(name, String::as_str)
    }

    /// All names of all those who have one in which the needle stands.
    pub(in crate::query) fn containing(self, needle: &str) -> HashSet<&'a str> {
        let found = self.known.named(&Needle::part(needle.to_owned()));
        let found = found.ones().filter(|&whom| self.has(whom)).filter_map(|whom| self.known.names.get(whom));
        found.flatten().map(String::as_str).collect()
    }

    /// All names of all those of whom one name is like this.
    pub(in crate::query) fn known_by(self, is_like: impl Fn(&str) -> bool) -> impl Iterator<Item = &'a str> {
        let names = self.known.names.get(self.whom.0..self.whom.1).unwrap_or_default();
        let found = names.iter().filter(move |names| names.iter().any(|name| is_like(name)));
        found.flatten().map(String::as_str)
    }

    fn has(self, whom: usize) -> bool {
        (self.whom.0..self.whom.1).contains(&whom)
    }
}
