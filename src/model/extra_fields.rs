//! The names of fields that annalist does not know, of all events of a timeline, each with a number.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock, RwLockReadGuard},
};

use super::{Event, Text};

/// The number of a field that annalist does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExtraField(u16);

/// So many names are told apart; all later ones are one.
const MAX_NAMES: usize = 4096;
/// No name is compared by more of its letters.
const MAX_NAME_CHARS: usize = 100;

/// The names of fields that annalist does not know. A name keeps its number for as long as its timeline is read.
#[derive(Debug, Default)]
pub struct ExtraFields(RwLock<ExtraNames>);

#[derive(Debug, Default)]
struct ExtraNames {
    all: Vec<ExtraName>,
    numbers: HashMap<Text, ExtraField>,
}

#[derive(Debug)]
struct ExtraName {
    name: Text,
    /// How a query writes it.
    written: &'static str,
    /// The field of queries by which its values are found, if it has become another field of its events.
    stands_for: Option<&'static str>,
}

impl ExtraField {
    /// Its place among all fields, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl ExtraFields {
    /// The names in these events.
    pub(super) fn of(events: &[Event]) -> Self {
        let fields = Self::default();
        events.iter().flat_map(|event| event.more.iter()).for_each(|extra| {
            fields.intern(&extra.name);
        });
        fields
    }

    /// The number of a name, which it is given if it has none.
    pub fn intern(&self, name: &str) -> ExtraField {
        if let Some(&known) = self.read().numbers.get(name) {
            return known;
        }
        let mut names = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(&known) = names.numbers.get(name) {
            return known;
        }
        let name = if names.all.len() < MAX_NAMES { Text::Owned(name.to_owned()) } else { "…".into() };
        let new = ExtraField(u16::try_from(names.all.len().min(MAX_NAMES)).unwrap_or(u16::MAX));
        if names.all.len() <= MAX_NAMES {
            // A query has its fields as plain values; there are no more names than this, of no more letters.
            let written: &'static str = Box::leak(query_name(&name).into_boxed_str());
            names.all.push(ExtraName { name: name.clone(), written, stands_for: None });
        }
        names.numbers.insert(name, new);
        new
    }

    /// The name of a field.
    pub fn name(&self, field: ExtraField) -> Text {
        self.read().all.get(field.index()).map(|extra| extra.name.clone()).unwrap_or_default()
    }

    /// How a query writes the field of this name; `None` if there is none.
    pub fn written_by_queries(&self, name: &str) -> Option<&'static str> {
        let field = *self.named(name).first()?;
        self.read().all.get(field.index()).map(|extra| extra.written).filter(|written| !written.is_empty())
    }

    /// Notes that what a column of this name holds has become another field of its events, which queries call so.
    pub fn set_stands_for(&self, field: ExtraField, of_queries: &'static str) {
        let mut names = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(extra) = names.all.get_mut(field.index()) {
            extra.stands_for.get_or_insert(of_queries);
        }
    }

    /// The field of queries by which the values of the column of this name are found; `None` where they are found by its
    /// own name, or there is no such column.
    pub fn stands_for(&self, name: &str) -> Option<&'static str> {
        let field = *self.named(name).first()?;
        self.read().all.get(field.index())?.stands_for
    }

    /// Returns the fields of this name.
    ///
    /// That which is written just so, else those of which all letters and digits are the same, in whatever case.
    pub fn named(&self, name: &str) -> Vec<ExtraField> {
        let names = self.read();
        if let Some(&field) = names.numbers.get(name) {
            return vec![field];
        }
        let wanted = plain_name(name);
        let alike =
            names.all.iter().zip(0..).filter(|(known, _)| !wanted.is_empty() && plain_name(&known.name) == wanted);
        alike.map(|(_, number)| ExtraField(number)).collect()
    }

    /// All names, by their numbers.
    pub fn names(&self) -> Vec<Text> {
        self.read().all.iter().map(|extra| extra.name.clone()).collect()
    }

    fn read(&self) -> RwLockReadGuard<'_, ExtraNames> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A name as a query writes it: its letters and digits alone, if it holds what means something to a query.
fn query_name(name: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@');
    if name.chars().all(is_word) && !name.starts_with('-') && name.chars().count() <= MAX_NAME_CHARS {
        name.to_owned()
    } else {
        plain_name(name)
    }
}

/// The letters and digits of a name, in small letters.
pub fn plain_name(name: &str) -> String {
    name.chars().take(MAX_NAME_CHARS).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
