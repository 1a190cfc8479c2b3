//! Long timelines: read by blocks on threads beside the interface, which shows at any time what there is so far.
//!
//! In memory stay the facts of all events and their folded text. The texts that a reader sees are read from the file
//! again, event by event, when they are looked at; those of a pipe, which cannot be read again, are kept as they came.

mod bytes;
mod ceiling;
mod foreign;
mod glance;
mod hash;
mod input;
mod json_splitter;
mod loader;
mod news;
mod parsed;
mod reading;
mod shelf;
mod source;
mod store;
mod watch;

pub use ceiling::{granted, spare_addresses};
pub use foreign::Foreign;
pub use input::Input;
pub use loader::{Loader, Opening};
pub use news::{Growth, News, Progress, State};
pub use source::MAX_EVENT_BYTES;
pub use watch::{Change, Watch};
