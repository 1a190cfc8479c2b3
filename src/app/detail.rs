//! The detail of the selected event: where it is read.

use super::MatchDirection;

/// Where the detail is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DetailView {
    /// The topmost line on screen.
    pub top: usize,
    /// Which quote of the selected event is read, from 0.
    pub quote: usize,
    /// The line at which a match was found last.
    pub match_line: Option<usize>,
    pub(super) match_request: Option<MatchDirection>,
}
