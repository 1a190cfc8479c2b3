//! Changes that are given whole, as commands say them: a filter or a window at once rather than a key or a letter at a time.
//! The window stays as it was said, whatever is selected.

use crate::{
    axis::Window,
    input::MarkAction,
    model::{Certainty, EventIndex, EventRowId, Moment},
    query::Query,
};

use super::{App, Comparison, Direction, DisabledReason, Effect, Filter, MatrixPivot, MatrixUnit, MatrixView};

/// So many periods stand side by side where none are asked for: as many as one follows by ear.
const MAX_PERIODS: usize = 6;

impl App {
    /// The shown events that lie in the window, or may; all of them where it is that of the start.
    pub fn events_in_window(&self) -> Vec<EventIndex> {
        let window = Some(self.time.window).filter(|window| *window != self.time.initial_window);
        let is_in = |ix: &EventIndex| window.is_none_or(|window| self.doc.is_within(*ix, window));
        self.filter.visible.iter().copied().filter(is_in).collect()
    }

    /// Takes another filter, as a change that can be taken back.
    pub fn filter_by(&mut self, query: Query) {
        let before = self.snapshot();
        self.set_query(query);
        self.settle_filter(before.window);
        self.filter.push_query_history();
        self.push_undo(before, false);
    }

    /// Finds all events that pass the filter, and leaves this window.
    pub fn settle_filter(&mut self, window: Window) {
        self.finish_filter();
        self.time.window = window;
    }

    /// Takes another window, as a change that can be taken back.
    pub fn show_window(&mut self, window: Window) {
        let before = self.snapshot();
        self.time.window = window;
        self.push_undo(before, false);
    }

    /// Selects an event; `jumps` where there is to be a way back to the one before.
    pub fn select_by_command(&mut self, ix: EventIndex, jumps: bool) {
        let from = self.selection.selected;
        self.selection.preferred = Some(ix);
        self.history.end_coalescing();
        self.resolve_selection();
        if jumps {
            self.selection.jumped_from(from);
        }
    }

    /// Selects the event from which the last jump was made, if that is among these.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn jump_back(&mut self, events: &[EventIndex]) -> Result<(), DisabledReason> {
        let back = self.selection.jump(Direction::Previous, &self.filter).filter(|ix| events.contains(ix));
        let ix = back.ok_or(DisabledReason::NoWayBack)?;
        self.selection.return_to(Direction::Previous, ix);
        self.select_by_command(ix, false);
        Ok(())
    }

    /// Of these events the one nearest to a time: one that certainly touches it before one that may.
    pub fn nearest_among(&self, events: &[EventIndex], first: Moment, last: Moment) -> Option<EventIndex> {
        let touching = |wanted: Certainty| {
            let touches = |ix: &&EventIndex| {
                self.doc.timeline.bounds(**ix).is_some_and(|bounds| bounds.touches(first, last) == wanted)
            };
            events.iter().find(touches).copied()
        };
        let distance = |ix: &&EventIndex| {
            self.doc.sort_key(**ix).map_or(u64::MAX, |moment| moment.seconds().abs_diff(first.seconds()))
        };
        touching(Certainty::Certain)
            .or_else(|| touching(Certainty::Possible))
            .or_else(|| events.iter().min_by_key(distance).copied())
    }

    /// Takes the last change of filter, window or marks back, or makes it again.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn step_in_history(&mut self, direction: Direction) -> Result<Option<Effect>, DisabledReason> {
        let (has_any, reason) = match direction {
            Direction::Previous => (self.history.has_past(), DisabledReason::NothingToUndo),
            Direction::Next => (self.history.has_future(), DisabledReason::NothingToRedo),
        };
        if !has_any {
            return Err(reason);
        }
        let effect = match direction {
            Direction::Previous => self.undo(),
            Direction::Next => self.redo(),
        };
        self.settle_filter(self.time.window);
        Ok(effect)
    }

    /// Marks the selected event, or takes its mark away; `None` where nothing changes.
    pub fn set_marked(&mut self, is_marked: bool) -> Option<Effect> {
        let noted = self.selection.selected.and_then(|ix| self.doc.annotation(ix));
        let changes = noted.is_some_and(|noted| noted.is_marked) != is_marked;
        if changes { self.perform(MarkAction::Toggle) } else { None }
    }

    /// Notes the tags and the note of a line of the selected event; an empty line takes both away.
    pub fn note(&mut self, line: &str) -> Option<Effect> {
        let row: EventRowId = self.doc.timeline.row_of_index(self.selection.selected?)?;
        self.annotate_from(&[row], line)
    }

    /// Compares two filters among the events of the window.
    pub fn compare(&mut self, comparison: Comparison) {
        let mut filter = Filter { visible: self.events_in_window(), ..Filter::default() };
        self.comparison = comparison;
        self.comparison.retain(&mut filter, &self.doc);
    }

    /// The matrix of the events of the window; no unit is the one of which few periods stand side by side. `None` where there are
    /// too many events to look for names in all of them.
    pub fn count_for(&self, pivot: MatrixPivot, unit: MatrixUnit) -> Option<MatrixView> {
        let filter = Filter { visible: self.events_in_window(), revision: 1, ..Filter::default() };
        let mut matrix = MatrixView { pivot, unit, ..MatrixView::default() };
        if matrix.has_too_many(&filter) {
            return None;
        }
        matrix.count(&filter, &self.doc, self.time.window, MAX_PERIODS, &self.prefs);
        Some(matrix)
    }
}
