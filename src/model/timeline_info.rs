//! What a file says of its timeline as a whole.

use super::{EventDate, List, Text, Zone};

/// What a file says of the timeline as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TimelineInfo {
    /// The title, empty if the file gives none.
    pub title: Text,
    /// The title in Japanese.
    pub title_ja: Option<Text>,
    /// What the timeline covers.
    pub description: Option<Text>,
    /// The same in Japanese.
    pub description_ja: Option<Text>,
    /// By which rules it is made.
    pub policy: Option<Text>,
    /// The same in Japanese.
    pub policy_ja: Option<Text>,
    /// Where to report an error.
    pub corrections: Option<Text>,
    /// The same in Japanese.
    pub corrections_ja: Option<Text>,
    /// The time that is shown at first; `None` shows all events.
    pub window: Option<EventDate>,
    /// The zone in which clock times are told at first; `None` where the file leaves that to its dates.
    pub zone: Option<Zone>,
    /// The day of the last revision, as written.
    pub updated: Option<Text>,
    /// What else is to be looked at where the file is checked, by the names of checks; empty where nothing is.
    pub checks: List<Text>,
}
