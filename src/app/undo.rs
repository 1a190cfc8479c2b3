//! Taking changes back, and making them again.

use super::{App, Effect, Snapshot, history::UndoStep};

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

    /// Remembers what was there before a change of filter or window, if there was one.
    pub(super) fn push_undo(&mut self, before: Snapshot, moves: bool) {
        if before.query == self.filter.query && before.window == self.time.window {
            return;
        }
        self.history.push_view(before, moves);
    }

    pub(super) fn undo(&mut self) -> Option<Effect> {
        let step = self.history.past.pop()?;
        let (now, effect) = self.take_back(step);
        self.history.future.push(now);
        effect
    }

    pub(super) fn redo(&mut self) -> Option<Effect> {
        let step = self.history.future.pop()?;
        let (now, effect) = self.take_back(step);
        self.history.past.push(now);
        effect
    }

    /// Brings back what was; what leads forward again comes back.
    fn take_back(&mut self, step: UndoStep) -> (UndoStep, Option<Effect>) {
        match step {
            UndoStep::View(before) => {
                let now = self.snapshot();
                self.restore_snapshot(before);
                (UndoStep::View(now), None)
            }
            UndoStep::Marks(before) => {
                let (now, effect) = self.set_annotations(before);
                (UndoStep::Marks(now), effect)
            }
        }
    }
}
