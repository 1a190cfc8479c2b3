//! Long timelines: read by blocks on threads beside the interface, which shows at any time what there is so far.
//!
//! In memory stay the facts of all events and their folded text. The texts that a reader sees are read from the file
//! again, event by event, when they are looked at; those of a pipe, which cannot be read again, are kept as they came.

mod bytes;
mod ceiling;
mod glance;
mod hash;
mod loader;
mod parsed;
mod shelf;
mod source;
mod store;

pub use ceiling::{granted, spare_addresses};
pub use loader::{Growth, Loader, News, Opening, Progress, State};
pub use source::Input;
