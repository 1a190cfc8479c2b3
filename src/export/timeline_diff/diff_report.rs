//! A comparison of two timelines, with what their files are called.

use crate::{diff::TimelineDiff, model::Timeline};

/// A comparison of two timelines.
#[derive(Debug, Clone, Copy)]
pub struct DiffReport<'a> {
    /// The old timeline, and what its file is called.
    pub old: (&'a str, &'a Timeline),
    /// The new timeline, and what its file is called.
    pub new: (&'a str, &'a Timeline),
    /// What has changed.
    pub diff: &'a TimelineDiff,
}

impl DiffReport<'_> {
    /// How many events came, went and changed, in words.
    pub(super) fn counts(self) -> String {
        let (added, removed, changed) = (self.diff.added(), self.diff.removed(), self.diff.changed());
        let events = if added == 1 { "event" } else { "events" };
        format!("{added} {events} added, {removed} removed, {changed} changed")
    }
}
