//! Ids and titles as numbers: a million of them are compared without being kept.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
};

/// The number of an id, and whether somebody wrote it rather than that it was made of date and title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct IdNumber(u64);

impl IdNumber {
    /// The bit that says who wrote it.
    const WRITTEN: u64 = 1;

    pub(super) fn new(id: &str, is_written: bool) -> Self {
        Self(hash_id(id) | u64::from(is_written))
    }

    pub(super) const fn is_written(self) -> bool {
        self.0 & Self::WRITTEN != 0
    }

    /// The number of the id alone.
    pub(super) const fn id(self) -> u64 {
        self.0 & !Self::WRITTEN
    }
}

/// The number of an id, the same for the whole run.
pub(super) fn hash_id(id: &str) -> u64 {
    hash(id) & !IdNumber::WRITTEN
}

/// A shorter one, to tell whether a title is still the same.
pub(super) fn hash_title(title: &str) -> u32 {
    u32::try_from(hash(title) >> u32::BITS).unwrap_or(0)
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
