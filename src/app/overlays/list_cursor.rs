//! The cursor of a list that scrolls.

/// Where the cursor of a list stands, and what of the list is on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListCursor {
    /// The place of the entry that the cursor stands on.
    pub place: usize,
    /// The place of the topmost entry on screen.
    pub top: usize,
}

impl ListCursor {
    /// Moves among so many entries, of which so many have room on screen.
    pub(in crate::app) fn move_by(&mut self, by: isize, entries: usize, rows: usize) {
        self.place = self.place.saturating_add_signed(by).min(entries.saturating_sub(1));
        self.keep_in_sight(rows);
    }

    /// Scrolls to where the cursor stands, of so many entries that have room on screen.
    pub(in crate::app) fn keep_in_sight(&mut self, rows: usize) {
        self.top = self.top.clamp((self.place + 1).saturating_sub(rows), self.place);
    }

    /// Stays among so many entries.
    pub(in crate::app) fn clamp(&mut self, entries: usize) {
        self.place = self.place.min(entries.saturating_sub(1));
        self.top = self.top.min(self.place);
    }
}
