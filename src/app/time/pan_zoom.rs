//! Moving the window of time. The selection follows into view, and the timeline is never lost.

use crate::{
    axis::Window,
    model::{DateBounds, EventIndex, Moment},
};

use crate::app::{App, Direction, DisabledReason};

/// How much of the window a small pan moves: one part in so many.
const PAN_FRACTION: i64 = 8;

impl App {
    /// Moves the window as little as brings the selected event into it.
    pub(in crate::app) fn reveal(&mut self) {
        if let Some(moment) = self.selection.selected.and_then(|ix| self.doc.display_moment(ix)) {
            let window = self.time.window.reveal(moment, self.metrics.axis_columns);
            if window != self.time.window {
                self.time.window = self.kept_in_time(window);
            }
        }
    }

    pub(in crate::app) fn zoom_in(&mut self) -> Result<(), DisabledReason> {
        let window = self.time.window.zoom_in(self.zoom_anchor(), self.metrics.axis_columns);
        if self.change_window(window) { Ok(()) } else { Err(DisabledReason::NoCloser) }
    }

    pub(in crate::app) fn zoom_out(&mut self) -> Result<(), DisabledReason> {
        let window = self.zoomed_out(self.zoom_anchor());
        if self.change_window(window) { Ok(()) } else { Err(DisabledReason::NoWider) }
    }

    /// Shows all of the timeline, as at the start.
    pub(in crate::app) fn fit(&mut self) {
        let before = self.snapshot();
        self.time.window = self.time.initial_window;
        self.follow_window(Direction::Next);
        self.push_undo(before, false);
    }

    /// Fits the window to the shown events, or gives back the one that was left for that.
    pub(in crate::app) fn toggle_fit(&mut self) -> Result<(), DisabledReason> {
        let extent = self.shown_extent().ok_or(DisabledReason::NothingShown)?;
        let fitting = Window::fit(extent, self.metrics.axis_columns);
        let before = self.snapshot();
        if self.time.window == fitting {
            self.time.window = self.time.before_fit.take().ok_or(DisabledReason::Fits)?;
        } else {
            self.time.before_fit = Some(self.time.window);
            self.time.window = fitting;
        }
        self.follow_window(Direction::Next);
        self.push_undo(before, false);
        Ok(())
    }

    /// The first and the last finite moment of the shown events.
    fn shown_extent(&self) -> Option<(Moment, Moment)> {
        if self.filter.visible.len() == self.doc.timeline.len() {
            return self.doc.timeline.extent();
        }
        let bounds = self.filter.visible.iter().filter_map(|&ix| self.doc.timeline.bounds(ix));
        bounds.flat_map(DateBounds::finite).fold(None, |extent, moment| match extent {
            None => Some((moment, moment)),
            Some((first, last)) => Some((moment.min(first), moment.max(last))),
        })
    }

    /// Moves the window by a little.
    pub(in crate::app) fn pan(&mut self, direction: Direction) -> Result<(), DisabledReason> {
        self.pan_by_fraction(direction, PAN_FRACTION)
    }

    /// Moves the window by half its length.
    pub(in crate::app) fn pan_half(&mut self, direction: Direction) -> Result<(), DisabledReason> {
        self.pan_by_fraction(direction, 2)
    }

    fn pan_by_fraction(&mut self, direction: Direction, fraction: i64) -> Result<(), DisabledReason> {
        let seconds = (self.time.window.seconds() / fraction).max(1);
        self.pan_or_refuse(direction, if direction == Direction::Next { seconds } else { -seconds })
    }

    /// Moves the window by one unit of zoom, so that one unit stands where its neighbour stood.
    pub(in crate::app) fn shift_by_unit(&mut self, direction: Direction) -> Result<(), DisabledReason> {
        let unit = self.unit();
        let start = unit.floor(self.time.window.start());
        let there = match direction {
            Direction::Next => unit.next(start),
            Direction::Previous => unit.previous(start),
        };
        self.pan_or_refuse(direction, there.map_or(0, |there| there.seconds().saturating_sub(start.seconds())))
    }

    fn pan_or_refuse(&mut self, direction: Direction, seconds: i64) -> Result<(), DisabledReason> {
        let before = (self.time.window, self.selection.selected);
        self.pan_by(seconds);
        match direction {
            _ if before != (self.time.window, self.selection.selected) => Ok(()),
            Direction::Next => Err(DisabledReason::NoLater),
            Direction::Previous => Err(DisabledReason::NoEarlier),
        }
    }

    /// Moves the window by so many seconds, to the end of the timeline at most; the selection follows.
    pub(in crate::app) fn pan_by(&mut self, seconds: i64) {
        let before = self.snapshot();
        let window = self.kept_in_time(self.time.window.pan(seconds));
        let moved = window.start().seconds().saturating_sub(before.window.start().seconds());
        // A window that lies beyond the end already goes no further, and not back either.
        if moved.signum() == seconds.signum() {
            self.time.window = window;
        }
        self.follow_window(if seconds < 0 { Direction::Previous } else { Direction::Next });
        self.push_undo(before, true);
    }

    /// Brings a moment into the middle of the window.
    pub(in crate::app) fn center_on(&mut self, moment: Moment) {
        let middle = self.time.window.start().seconds() + self.time.window.seconds() / 2;
        self.pan_by(moment.seconds().saturating_sub(middle));
    }

    /// Shows the time from the column of one moment of the overview to that of another.
    pub(in crate::app) fn brush(&mut self, one: Moment, other: Moment) {
        let Some(whole) = self.time.whole(&self.doc.timeline).filter(|_| one != other) else { return };
        let half_a_column = whole.seconds() / i64::from(self.metrics.axis_columns.max(1)) / 2;
        let window = Window::new(one.min(other).plus(-half_a_column), one.max(other).plus(half_a_column));
        let before = self.snapshot();
        self.time.window = self.kept_in_time(window);
        self.follow_window(Direction::Next);
        self.push_undo(before, true);
    }

    /// Halves the window around a moment, or doubles it.
    pub(in crate::app) fn zoom_around(&mut self, moment: Moment, is_in: bool) {
        let window =
            if is_in { self.time.window.zoom_in(moment, self.metrics.axis_columns) } else { self.zoomed_out(moment) };
        self.change_window(window);
        self.follow_window(Direction::Next);
    }

    /// Moved as little as brings it within all the time that there is to see.
    pub(in crate::app) fn kept_in_time(&self, window: Window) -> Window {
        self.time.whole(&self.doc.timeline).map_or(window, |whole| window.kept_within(whole))
    }

    /// Twice the window around a moment, but no more than all the time that there is to see.
    fn zoomed_out(&self, anchor: Moment) -> Window {
        let whole = self.time.whole(&self.doc.timeline).unwrap_or(self.time.initial_window);
        let window = self.time.window.zoom_out(anchor, whole);
        if window == self.time.window { window } else { self.kept_in_time(window) }
    }

    /// Shows another window; `false` if it is the same.
    fn change_window(&mut self, window: Window) -> bool {
        let before = self.snapshot();
        let changes = before.window != window;
        self.time.window = window;
        self.push_undo(before, false);
        changes
    }

    /// Collapses long gaps, or shows them again.
    pub(in crate::app) fn toggle_gaps(&mut self) -> Result<(), DisabledReason> {
        let does = self.time.toggle_gaps(&self.filter, &self.doc, self.metrics.axis_columns);
        if does { Ok(()) } else { Err(DisabledReason::NoGaps) }
    }

    /// The moment that keeps its place while zooming: that of the selected event if it is on screen.
    fn zoom_anchor(&self) -> Moment {
        let selected = self
            .selection
            .selected
            .and_then(|ix| self.doc.display_moment(ix))
            .filter(|&moment| self.time.window.contains(moment));
        selected.unwrap_or_else(|| self.time.window.start().plus(self.time.window.seconds() / 2))
    }

    /// Selects an event on screen if the selected one has left it: the first, or the last after a move to earlier
    /// times; one that starts in the window before one that only stands there. Where the window shows none, the
    /// selection stays.
    fn follow_window(&mut self, direction: Direction) {
        let on_screen =
            |ix: &EventIndex| self.doc.display_moment(*ix).is_some_and(|moment| self.time.window.contains(moment));
        if self.selection.selected.as_ref().is_some_and(on_screen) {
            return;
        }
        let (first, end) = self.time.in_window(&self.filter, &self.doc);
        let find = |events: &[EventIndex]| {
            let mut events = events.iter();
            match direction {
                Direction::Next => events.find(|ix| on_screen(ix)).copied(),
                Direction::Previous => events.rfind(|ix| on_screen(ix)).copied(),
            }
        };
        let found = self.filter.visible.get(first..end).and_then(find).or_else(|| find(&self.filter.visible));
        if let Some(ix) = found {
            self.selection.preferred = Some(ix);
            self.resolve_selection();
        }
    }

    /// How many shown events start before and after the window.
    pub fn outside_counts(&self) -> (usize, usize) {
        let (first, end) = self.time.in_window(&self.filter, &self.doc);
        (first, self.filter.visible.len().saturating_sub(end))
    }

    /// The shown events that may have a glyph in the window: one of unknown day starts before it.
    pub(in crate::app) fn up_to_window(&self) -> &[EventIndex] {
        let (_, end) = self.time.in_window(&self.filter, &self.doc);
        self.filter.visible.get(..end).unwrap_or_default()
    }
}
