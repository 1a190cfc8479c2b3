//! Undo and redo over filter and window, a thousand changes deep. Selecting, scrolling and choosing a view are no changes.

use crate::{axis::Window, model::EventIndex, query::Query};

use super::App;

/// So many changes can be taken back.
const MAX_UNDO_STEPS: usize = 1_000;

/// What a change can be taken back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The filter.
    pub query: Query,
    /// The time on screen.
    pub window: Window,
    /// The event that was chosen last.
    pub preferred: Option<EventIndex>,
    /// The topmost event of the list, by its place.
    pub list_top: usize,
    /// The topmost line of the detail.
    pub detail_top: usize,
}

impl Snapshot {
    /// Gives the event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.preferred = self.preferred.and_then(moved);
    }
}

/// What was, and what was taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
    /// Whether the last change moved the window: moves in a row are one change.
    coalescing: bool,
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
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for snapshot in self.past.iter_mut().chain(&mut self.future) {
            snapshot.remap_events(moved);
        }
    }

    /// A move in a row of them ends here.
    pub(super) fn end_coalescing(&mut self) {
        self.coalescing = false;
    }
}

impl App {
    pub(super) fn snapshot(&self) -> Snapshot {
        Snapshot {
            query: self.filter.query.clone(),
            window: self.time.window,
            preferred: self.selection.preferred,
            list_top: self.list.top,
            detail_top: self.detail.top,
        }
    }

    /// Brings back what was.
    pub(super) fn restore_snapshot(&mut self, before: Snapshot) {
        self.selection.preferred = before.preferred;
        self.set_query(before.query);
        (self.time.window, self.list.top, self.detail.top) = (before.window, before.list_top, before.detail_top);
        self.follow_selection();
    }

    /// Remembers what was there before a change of filter or window, if there was one. Moves of the window in a row
    /// are one change.
    pub(super) fn push_undo(&mut self, before: Snapshot, moves: bool) {
        if before.query == self.filter.query && before.window == self.time.window {
            return;
        }
        if !(moves && self.history.coalescing) {
            self.history.past.push(before);
            let surplus = self.history.past.len().saturating_sub(MAX_UNDO_STEPS);
            self.history.past.drain(..surplus);
        }
        self.history.coalescing = moves;
        self.history.future.clear();
    }

    pub(super) fn undo(&mut self) {
        if let Some(before) = self.history.past.pop() {
            self.history.future.push(self.snapshot());
            self.restore_snapshot(before);
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(after) = self.history.future.pop() {
            self.history.past.push(self.snapshot());
            self.restore_snapshot(after);
        }
    }
}
