//! The vocabulary of persons: each once, with the posts held one after the other.

use std::{borrow::Cow, collections::HashMap};

use super::{DateBounds, Lang, List, Moment, Text};

/// A person whom events name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// What events may write in place of the name.
    pub id: Text,
    /// The name in Latin letters.
    pub name: Text,
    /// The name in Japanese.
    pub name_ja: Option<Text>,
    /// The id of the party for whom the person acts.
    pub party: Option<Text>,
    /// The posts, in order of time.
    pub posts: List<Post>,
}

/// A post that a person holds until the next begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// When it was taken up; `None` for one that was held from before all events.
    pub from: Option<Moment>,
    /// What it is.
    pub role: Text,
    /// The same in Japanese.
    pub role_ja: Option<Text>,
}

impl KnownPerson {
    /// The post that is held when something begins.
    pub fn post(&self, bounds: &DateBounds) -> Option<&Post> {
        self.posts.get(self.place_of_post(bounds)?)
    }

    /// Where that post stands among all of them.
    pub fn place_of_post(&self, bounds: &DateBounds) -> Option<usize> {
        let start = bounds.start.latest;
        self.posts.iter().rposition(|post| post.from.is_none_or(|from| from <= start))
    }

    /// All names, that which filters write first.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        [Some(&self.name), Some(&self.id), self.name_ja.as_ref()].into_iter().flatten()
    }

    /// The name in this language; for both languages the two side by side.
    pub fn label(&self, lang: Lang) -> Cow<'_, str> {
        lang.label(&self.name, self.name_ja.as_deref())
    }

    /// About how many bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        let posts = self.posts.iter().map(|post| post.role.len() + post.role_ja.as_ref().map_or(0, |role| role.len()));
        size_of::<Self>() + self.names().map(|name| name.len()).sum::<usize>() + posts.sum::<usize>()
    }
}

/// The persons that a timeline declares, found by id and by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownPersons {
    persons: Vec<KnownPerson>,
    by_name: HashMap<Text, usize>,
}

impl KnownPersons {
    /// Takes in persons.
    pub fn define(&mut self, persons: Vec<KnownPerson>) {
        self.persons.reserve(persons.len());
        self.by_name.reserve(persons.iter().map(|person| person.names().count()).sum());
        for person in persons {
            self.declare(person);
        }
    }

    /// Takes in a person; of two that have one id or name the first is found by it.
    pub fn declare(&mut self, person: KnownPerson) {
        for name in person.names() {
            self.by_name.entry(name.clone()).or_insert(self.persons.len());
        }
        self.persons.push(person);
    }

    /// The person of this id or name.
    pub fn find(&self, name: &str) -> Option<&KnownPerson> {
        self.persons.get(*self.by_name.get(name)?)
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &KnownPerson> {
        self.persons.iter()
    }
}
