//! Undo and redo over filter and window, a thousand changes deep. Selecting, scrolling and choosing a view are no changes.

use crate::{axis::Window, model::EventIndex, query::Query};

use super::App;

/// So many changes can be taken back.
const KEPT: usize = 1_000;

/// What a change can be taken back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The filter.
    pub query: Query,
    /// The time on screen.
    pub window: Window,
    /// The event that was chosen last.
    pub wanted: Option<EventIndex>,
    /// The topmost event of the list, by its place.
    pub list_top: usize,
    /// The topmost line of the detail.
    pub detail_top: usize,
}

/// What was, and what was taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Before>,
    future: Vec<Before>,
    /// Whether the last change moved the window: moves in a row are one change.
    moving: bool,
}

impl History {
    /// Whether there is anything to take back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is anything to make again.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Gives every event its new place.
    pub(super) fn move_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for before in self.past.iter_mut().chain(&mut self.future) {
            before.wanted = before.wanted.and_then(moved);
        }
    }

    /// A move in a row of them ends here.
    pub(super) fn pause(&mut self) {
        self.moving = false;
    }
}

impl App {
    pub(super) fn before(&self) -> Before {
        Before {
            query: self.query.clone(),
            window: self.window,
            wanted: self.wanted,
            list_top: self.list_top,
            detail_top: self.detail_top,
        }
    }

    /// Brings back what was.
    pub(super) fn restore(&mut self, before: Before) {
        self.wanted = before.wanted;
        self.set_query(before.query);
        (self.window, self.list_top, self.detail_top) = (before.window, before.list_top, before.detail_top);
        self.follow_selection();
    }

    /// Remembers what was there before a change of filter or window, if there was one. Moves of the window in a row
    /// are one change.
    pub(super) fn remember(&mut self, before: Before, moves: bool) {
        if before.query == self.query && before.window == self.window {
            return;
        }
        if !(moves && self.history.moving) {
            self.history.past.push(before);
            let surplus = self.history.past.len().saturating_sub(KEPT);
            self.history.past.drain(..surplus);
        }
        self.history.moving = moves;
        self.history.future.clear();
    }

    pub(super) fn undo(&mut self) {
        if let Some(before) = self.history.past.pop() {
            self.history.future.push(self.before());
            self.restore(before);
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(after) = self.history.future.pop() {
            self.history.past.push(self.before());
            self.restore(after);
        }
    }
}
