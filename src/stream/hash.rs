//! Ids and titles as numbers: a million of them are compared without being kept.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
};

/// The number of a text, the same for the whole run.
pub(super) fn hash_id(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// A shorter one, to tell whether a title is still the same.
pub(super) fn hash_title(title: &str) -> u32 {
    u32::try_from(hash_id(title) >> u32::BITS).unwrap_or(0)
}
