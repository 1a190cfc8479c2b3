//! Which table of a list was which before: the same one, else one of the same name, else one that says nearly the same.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
};

use super::likeness::{MIN_LIKENESS, likeness};
use crate::fields::{FieldRecord, RecordValue};

/// The fields by which a table of a list is known, that which tells most first.
const NAMING_FIELDS: [&str; 8] = ["id", "url", "text", "name", "field", "title", "role", "publisher"];
/// Those of which a text that is nearly the same is another version; two addresses of one site are two pages.
const WORDED_FIELDS: [&str; 3] = ["text", "title", "name"];
/// Of the tables that are left so many are compared with each.
const MAX_COMPARED: usize = 8;

/// What a table of a list is known by, empty where it says nothing of that sort.
pub fn item_name<'a>(item: &'a FieldRecord<'_>) -> &'a str {
    NAMING_FIELDS.into_iter().find_map(|name| text(item, name)).unwrap_or_default()
}

/// How alike the texts of two tables are, by the first of them that both have.
fn worded_alike(one: &FieldRecord<'_>, other: &FieldRecord<'_>) -> f64 {
    let both = WORDED_FIELDS.into_iter().find_map(|name| Some((text(one, name)?, text(other, name)?)));
    both.map_or(0.0, |(one, other)| likeness(one, other))
}

fn text<'a>(item: &'a FieldRecord<'_>, name: &str) -> Option<&'a str> {
    match item.get(name) {
        Some(RecordValue::Text(text)) => Some(text),
        _ => None,
    }
}

/// Finds for each old table its place in the new list; `None` for one that is gone.
pub(super) fn paired(old: &[FieldRecord<'_>], new: &[FieldRecord<'_>]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { new_of: vec![None; old.len()], is_paired: vec![false; new.len()] };
    pairs.pair_by(old, new, Some);
    for name in NAMING_FIELDS {
        pairs.pair_by(old, new, |item| text(item, name));
    }
    pairs.pair_alike(old, new);
    pairs.new_of
}

struct Pairs {
    new_of: Vec<Option<usize>>,
    is_paired: Vec<bool>,
}

impl Pairs {
    /// Pairs those that are left and have the same key, in their order.
    fn pair_by<'a, 'i: 'a, K: Eq + Hash>(
        &mut self,
        old: &'a [FieldRecord<'i>],
        new: &'a [FieldRecord<'i>],
        key: impl Fn(&'a FieldRecord<'i>) -> Option<K>,
    ) {
        let mut left: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (at, item) in new.iter().enumerate().filter(|(at, _)| !self.takes(*at)) {
            if let Some(key) = key(item) {
                left.entry(key).or_default().push_back(at);
            }
        }
        for (item, pair) in old.iter().zip(&mut self.new_of).filter(|(_, pair)| pair.is_none()) {
            *pair = key(item).and_then(|key| left.get_mut(&key)?.pop_front());
            if let Some(paired) = pair.and_then(|at| self.is_paired.get_mut(at)) {
                *paired = true;
            }
        }
    }

    /// Pairs those that are left and say nearly the same.
    fn pair_alike(&mut self, old: &[FieldRecord<'_>], new: &[FieldRecord<'_>]) {
        for (item, pair) in old.iter().zip(&mut self.new_of).filter(|(_, pair)| pair.is_none()) {
            let left = self.is_paired.iter().enumerate().filter(|(_, paired)| !**paired).map(|(at, _)| at);
            let candidates = left.take(MAX_COMPARED).filter_map(|at| Some((at, new.get(at)?)));
            let alike = candidates.map(|(at, other)| (at, worded_alike(item, other)));
            let best = alike.filter(|(_, likeness)| *likeness >= MIN_LIKENESS).max_by(|a, b| a.1.total_cmp(&b.1));
            *pair = best.map(|(at, _)| at);
            if let Some(paired) = pair.and_then(|at| self.is_paired.get_mut(at)) {
                *paired = true;
            }
        }
    }

    fn takes(&self, at: usize) -> bool {
        self.is_paired.get(at).copied().unwrap_or(true)
    }
}
