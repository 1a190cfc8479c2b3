//! Marks of a reader on disk: what is noted of which event, a line each, in a file that only grows; and which events of a
//! timeline those are, whatever has become of its file.

mod event_key;
mod journal;
mod log;
mod record;

pub use event_key::EventKey;
pub use journal::MarkJournal;
pub use log::MarkLog;
pub use record::{MarkChange, MarkRecord};
