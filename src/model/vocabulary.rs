//! The named things that events refer to: lanes, kinds, areas, parties. Each list keeps the order of the file, and
//! takes in what events use without its having been declared.

use std::{borrow::Cow, collections::HashMap, marker::PhantomData};

use super::{KnownPerson, KnownPersons, Lang, Text};

/// Marks the vocabulary of lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {}
/// Marks the vocabulary of kinds of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {}
/// Marks the vocabulary of areas of cooperation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {}
/// Marks the vocabulary of parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {}
/// Marks the vocabulary of organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Organisation {}

/// The place of a term in its vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<V>(u16, PhantomData<V>);

/// A lane of the axis.
pub type LaneId = Id<Lane>;
/// A kind of event.
pub type KindId = Id<Kind>;
/// An area of cooperation.
pub type AreaId = Id<Area>;
/// A party: a country or another actor.
pub type PartyId = Id<Party>;

impl<V> Id<V> {
    /// The id of the term at this place; places past 65,535 share the last.
    #[expect(clippy::cast_possible_truncation, reason = "`u16::try_from` is not for constants yet; it stops before")]
    pub const fn new(index: usize) -> Self {
        let place = if index > u16::MAX as usize { u16::MAX } else { index as u16 };
        Self(place, PhantomData)
    }

    /// The place of the term in its vocabulary, from 0, as it is kept.
    pub(super) const fn place(self) -> u16 {
        self.0
    }

    /// The place of the term in its vocabulary, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One named thing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    /// What events write.
    pub id: Text,
    /// What readers see; the id where the file gives no name.
    pub name: Text,
    /// The Japanese name, if there is one.
    pub name_ja: Option<Text>,
    /// A short form of the Japanese name, for tight places.
    pub short_ja: Option<Text>,
    /// A sentence that says what is meant.
    pub about: Option<Text>,
    /// The same sentence in Japanese.
    pub about_ja: Option<Text>,
    /// The mark that stands for it on the axis, one column wide; `None` where the file gives none.
    pub mark: Option<Text>,
    /// The same mark for terminals that know ASCII only.
    pub ascii: Option<Text>,
}

impl Term {
    /// A term that is known by its id alone.
    pub fn undeclared(id: impl Into<Text>) -> Self {
        let id = id.into();
        Self { name: id.clone(), id, ..Self::default() }
    }

    /// About how many bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        let more = [&self.name_ja, &self.short_ja, &self.about, &self.about_ja, &self.mark, &self.ascii];
        let texts = [&self.id, &self.name].into_iter().chain(more.into_iter().flatten());
        size_of::<Self>() + texts.map(|text| text.len()).sum::<usize>()
    }

    /// All that it is called, that which filters write first: its id, and its names in both languages, long and short.
    pub fn names(&self) -> impl Iterator<Item = &Text> {
        [Some(&self.id), Some(&self.name), self.name_ja.as_ref(), self.short_ja.as_ref()].into_iter().flatten()
    }

    /// The name in this language; for both languages the two side by side.
    pub fn label(&self, lang: Lang) -> Cow<'_, str> {
        lang.label(&self.name, self.name_ja.as_deref())
    }
}

/// A list of terms in the order of the file, found by id as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary<V> {
    terms: Vec<Term>,
    by_id: HashMap<Text, Id<V>>,
}

impl<V> Default for Vocabulary<V> {
    fn default() -> Self {
        Self { terms: Vec::new(), by_id: HashMap::new() }
    }
}

impl<V: Copy> Vocabulary<V> {
    /// So many terms are told apart; all that come later are one, the last.
    pub const MAX_TERMS: usize = u16::MAX as usize;

    /// Takes in a term, or finds the one that has its id already. Where there are very many, it is one with all others that
    /// come so late.
    pub fn declare(&mut self, term: Term) -> Id<V> {
        self.find(&term.id).unwrap_or_else(|| self.push(term))
    }

    /// Takes in a term of an id that there is not.
    fn push(&mut self, term: Term) -> Id<V> {
        let id = Id::new(self.terms.len().min(Self::MAX_TERMS));
        if self.terms.len() >= Self::MAX_TERMS {
            if !self.is_full() {
                self.terms.push(Term::undeclared("…"));
            }
            return id;
        }
        self.by_id.insert(term.id.clone(), id);
        self.terms.push(term);
        id
    }

    /// Takes in terms; those that have their ids already and nothing else to say become these.
    pub fn define(&mut self, terms: Vec<Term>) {
        let room = terms.len().min(Self::MAX_TERMS);
        self.by_id.reserve(room);
        self.terms.reserve(room);
        for term in terms {
            let known = self.find(&term.id).and_then(|id| self.terms.get_mut(id.index()));
            if let Some(known) = known {
                if *known == Term::undeclared(known.id.clone()) {
                    *known = term;
                }
            } else {
                self.push(term);
            }
        }
    }

    /// Finds the term of this id, or takes it in as undeclared.
    pub fn intern(&mut self, id: &str) -> Id<V> {
        self.find(id).unwrap_or_else(|| self.declare(Term::undeclared(id.to_owned())))
    }

    /// Whether there have been more terms than can be told apart.
    pub fn is_full(&self) -> bool {
        self.terms.len() > Self::MAX_TERMS
    }

    /// The term of this id, if there is one.
    pub fn find(&self, id: &str) -> Option<Id<V>> {
        self.by_id.get(id).copied()
    }

    /// The term at this place, if there is one.
    pub fn get(&self, id: Id<V>) -> Option<&Term> {
        self.terms.get(id.index())
    }

    /// The name of the term at this place, empty if there is none.
    pub fn label(&self, id: Id<V>, lang: Lang) -> Cow<'_, str> {
        self.get(id).map_or(Cow::Borrowed(""), |term| term.label(lang))
    }

    /// All terms in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Id<V>, &Term)> {
        self.terms.iter().enumerate().map(|(index, term)| (Id::new(index), term))
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// The named things that events refer to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vocabularies {
    /// Lanes, top to bottom.
    pub lanes: Vocabulary<Lane>,
    /// Kinds of event.
    pub kinds: Vocabulary<Kind>,
    /// Areas of cooperation.
    pub areas: Vocabulary<Area>,
    /// Parties.
    pub parties: Vocabulary<Party>,
    /// Bodies, as far as the file declares them; events name others as well.
    pub organisations: Vocabulary<Organisation>,
    /// Persons, as far as the file declares them; events name others as well.
    pub persons: KnownPersons,
}

/// What a part of a file declares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// Lanes.
    pub lanes: Vec<Term>,
    /// Kinds of event.
    pub kinds: Vec<Term>,
    /// Areas of cooperation.
    pub areas: Vec<Term>,
    /// Parties.
    pub parties: Vec<Term>,
    /// Bodies.
    pub organisations: Vec<Term>,
    /// Persons.
    pub persons: Vec<KnownPerson>,
}

impl Declared {
    /// Appends what the next part declares.
    pub fn append(&mut self, mut next: Self) {
        self.lanes.append(&mut next.lanes);
        self.kinds.append(&mut next.kinds);
        self.areas.append(&mut next.areas);
        self.parties.append(&mut next.parties);
        self.organisations.append(&mut next.organisations);
        self.persons.append(&mut next.persons);
    }

    /// About how many bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        let terms = [&self.lanes, &self.kinds, &self.areas, &self.parties, &self.organisations];
        terms.into_iter().flatten().map(Term::bytes).sum::<usize>()
            + self.persons.iter().map(KnownPerson::bytes).sum::<usize>()
    }
}

impl Vocabularies {
    /// Takes in what a part of a file declares.
    pub fn define(&mut self, declared: Declared) {
        self.lanes.define(declared.lanes);
        self.kinds.define(declared.kinds);
        self.areas.define(declared.areas);
        self.parties.define(declared.parties);
        self.organisations.define(declared.organisations);
        self.persons.define(declared.persons);
    }

    /// The vocabularies that have more terms than can be told apart, by their names in the plural, with how many those are.
    pub fn full(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let all = [
            ("lanes", self.lanes.is_full()),
            ("kinds", self.kinds.is_full()),
            ("areas", self.areas.is_full()),
            ("parties", self.parties.is_full()),
            ("organisations", self.organisations.is_full()),
        ];
        all.into_iter().filter(|(_, is_full)| *is_full).map(|(name, _)| (name, Vocabulary::<Lane>::MAX_TERMS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_terms_the_late_ones_are_one_and_take_no_room() {
        let mut parties = Vocabulary::<Party>::default();
        let ids: Vec<_> = (0..70_000).map(|at| parties.intern(&format!("p{at}"))).collect();
        assert_eq!((parties.len(), parties.is_full()), (Vocabulary::<Party>::MAX_TERMS + 1, true));
        assert_eq!(parties.label(ids[Vocabulary::<Party>::MAX_TERMS - 1], Lang::En), "p65534");
        assert_eq!(parties.label(ids[Vocabulary::<Party>::MAX_TERMS], Lang::En), "…");
        assert_eq!(parties.label(ids[69_999], Lang::En), "…");
        assert_eq!(parties.find("p69999"), None);
        let mut few = Vocabulary::<Party>::default();
        few.intern("p");
        assert!(!few.is_full());
    }
}
