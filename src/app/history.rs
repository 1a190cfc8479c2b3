//! What can be taken back of filter, window and marks, a thousand changes deep. Selecting, scrolling and choosing a view
//! are no changes.

use crate::{
    axis::Window,
    model::{Annotation, EventIndex, EventRowId},
    query::Query,
};

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

/// What a step back brings back.
#[derive(Debug, Clone)]
pub(super) enum UndoStep {
    /// Filter and window.
    View(Snapshot),
    /// What was noted of these events.
    Marks(Vec<(EventRowId, Annotation)>),
}

/// What was, and what was taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    pub(super) past: Vec<UndoStep>,
    pub(super) future: Vec<UndoStep>,
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
        for step in self.past.iter_mut().chain(&mut self.future) {
            if let UndoStep::View(snapshot) = step {
                snapshot.remap_events(moved);
            }
        }
    }

    /// Gives every row its new one. What was noted of events that are there no longer cannot be taken back.
    pub(super) fn remap_rows(&mut self, moved: &impl Fn(EventRowId) -> Option<EventRowId>) {
        for step in self.past.iter_mut().chain(&mut self.future) {
            if let UndoStep::Marks(marks) = step {
                let known = std::mem::take(marks).into_iter();
                *marks = known.filter_map(|(row, noted)| Some((moved(row)?, noted))).collect();
            }
        }
    }

    fn push(&mut self, step: UndoStep) {
        self.past.push(step);
        let surplus = self.past.len().saturating_sub(MAX_UNDO_STEPS);
        self.past.drain(..surplus);
        self.future.clear();
    }

    /// Remembers what was there before a change of filter or window. Moves of the window in a row are one change.
    pub(super) fn push_view(&mut self, before: Snapshot, moves: bool) {
        if moves && self.coalescing {
            self.future.clear();
        } else {
            self.push(UndoStep::View(before));
        }
        self.coalescing = moves;
    }

    /// Remembers what was noted of events before that changed.
    pub(super) fn push_marks(&mut self, before: Vec<(EventRowId, Annotation)>) {
        self.coalescing = false;
        self.push(UndoStep::Marks(before));
    }

    /// A move in a row of them ends here.
    pub(super) fn end_coalescing(&mut self) {
        self.coalescing = false;
    }
}
