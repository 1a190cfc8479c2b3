//! Where the detail is read.

use super::DetailItem;
use crate::app::{App, Direction, Pane};
use crate::model::EventIndex;

/// Where the detail is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DetailView {
    /// The topmost line on screen.
    pub top: usize,
    /// Which quote of the selected event is read in the view of quotes, from 0.
    pub quote: usize,
    /// The line at which a match was found last.
    pub match_line: Option<usize>,
    pub(in crate::app) match_request: Option<Direction>,
    /// The item on which the cursor stands.
    pub(in crate::app) cursor: Option<DetailItem>,
    pub(in crate::app) follows: Follows,
    /// Whether lines and items of this event have been measured.
    pub(in crate::app) is_measured: bool,
}

/// What follows what when the detail is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) enum Follows {
    /// The cursor stays on screen: the text was scrolled.
    #[default]
    Screen,
    /// The screen shows the item under the cursor, which was moved this way.
    Cursor(Direction),
}

impl DetailView {
    /// Puts the cursor on an item, which comes on screen.
    pub(in crate::app) const fn put_cursor(&mut self, item: DetailItem, direction: Direction) {
        self.cursor = Some(item);
        self.follows = Follows::Cursor(direction);
    }

    /// Gives the event under the cursor its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        if let Some(DetailItem::Link(ix)) = self.cursor {
            self.cursor = moved(ix).map(DetailItem::Link);
        }
    }
}

impl App {
    /// Whether the detail has the keyboard, or would have it if no overlay were open.
    pub fn is_in_detail(&self) -> bool {
        self.panes.focus == Pane::Detail
    }

    /// Scrolls the detail by lines; who reads an event has chosen it. The end is where the layout stops it.
    pub(in crate::app) fn scroll_detail(&mut self, lines: isize) {
        self.selection.prefer_selected();
        self.detail.top = self.detail.top.saturating_add_signed(lines);
        self.detail.follows = Follows::Screen;
    }

    /// Scrolls the detail by a page.
    pub(in crate::app) fn page_detail(&mut self, direction: Direction) {
        let rows = self.metrics.detail_rows.saturating_sub(2).max(1);
        self.scroll_detail(direction.signed(isize::try_from(rows).unwrap_or(isize::MAX)));
    }

    /// Puts the cursor of the detail on its first item if it stands on none.
    pub(in crate::app) fn enter_detail(&mut self) {
        self.selection.prefer_selected();
        // It may get another place on screen.
        self.detail.is_measured = false;
        if self.detail.cursor.is_none() && self.detail.top == 0 {
            self.detail.cursor = self.detail_items().first().copied();
            self.detail.follows = Follows::Screen;
        }
    }
}
