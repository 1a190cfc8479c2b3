//! What has changed between two timelines, in the terms of a timeline: events that came, went or say something else,
//! field by field, and what the files declare.

mod change;
mod event_match;
mod items;
mod likeness;
mod record_diff;
mod timeline_diff;
mod words;

pub use change::{EventChange, FieldChange, ItemChange, ValueChange};
pub use items::item_name;
pub use timeline_diff::TimelineDiff;
pub use words::{WordChange, text_changes, word_changes};
