//! Ids and titles as numbers: a million of them are compared without being kept.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
};

/// The number of a text, the same for the whole run.
pub(super) fn of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The last bit of a number says that somebody wrote the id.
const WRITTEN: u64 = 1;

/// The number of an id.
pub(super) fn of_id(id: &str) -> u64 {
    of(id) & !WRITTEN
}

/// The same of an id that somebody wrote, or that was made.
pub(super) fn noted(id: &str, is_written: bool) -> u64 {
    of_id(id) | u64::from(is_written)
}

/// Whether somebody wrote the id that this was noted for.
pub(super) const fn is_written(noted: u64) -> bool {
    noted & WRITTEN == WRITTEN
}

/// The number of the id that this was noted for.
pub(super) const fn of_noted(noted: u64) -> u64 {
    noted & !WRITTEN
}

/// A shorter one, to tell whether a title is still the same.
pub(super) fn of_title(title: &str) -> u32 {
    u32::try_from(of(title) >> u32::BITS).unwrap_or(0)
}
