//! A comparison of two timelines, with what their files are called.

use crate::{
    diff::TimelineDiff,
    messages::{Locale, diffs},
    model::Timeline,
};

/// A comparison of two timelines.
#[derive(Debug, Clone, Copy)]
pub struct DiffReport<'a> {
    /// The old timeline, and what its file is called.
    pub old: (&'a str, &'a Timeline),
    /// The new timeline, and what its file is called.
    pub new: (&'a str, &'a Timeline),
    /// What has changed.
    pub diff: &'a TimelineDiff,
    /// The language in which it is told to people.
    pub locale: Locale,
}

impl DiffReport<'_> {
    /// How many events came, went and changed, in words.
    pub(super) fn counts(self) -> String {
        diffs::counts(self.locale, self.diff.added(), self.diff.removed(), self.diff.changed())
    }
}
