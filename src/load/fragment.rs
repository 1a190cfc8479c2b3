//! A part of a timeline.

use crate::model::{Declared, Event, TimelineInfo};

/// A part of a timeline, read by itself.
#[derive(Debug, Clone, Default)]
pub struct ParsedFragment {
    /// What it says of the timeline as a whole.
    pub about: Option<TimelineInfo>,
    /// What it declares.
    pub declared: Declared,
    /// The events in the order of the part, with the byte of the file where each begins, and whether its id was written by
    /// somebody.
    pub events: Vec<(usize, bool, Event)>,
}
