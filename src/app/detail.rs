//! The detail of the selected event: where it is read.

use super::{App, Direction};

/// Where the detail is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DetailView {
    /// The topmost line on screen.
    pub top: usize,
    /// Which quote of the selected event is read, from 0.
    pub quote: usize,
    /// The line at which a match was found last.
    pub match_line: Option<usize>,
    pub(super) match_request: Option<Direction>,
}

impl App {
    /// Scrolls the detail by lines; who reads an event has chosen it. The end is where the layout stops it.
    pub(super) fn scroll_detail(&mut self, lines: isize) {
        self.selection.prefer_selected();
        self.detail.top = self.detail.top.saturating_add_signed(lines);
    }

    /// Scrolls the detail by a page.
    pub(super) fn page_detail(&mut self, direction: Direction) {
        let rows = self.metrics.detail_rows.saturating_sub(2).max(1);
        self.scroll_detail(direction.signed(isize::try_from(rows).unwrap_or(isize::MAX)));
    }
}
