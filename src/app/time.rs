//! Moving the window of time. The selection follows into view, and the timeline is never lost.

use crate::{
    axis::Window,
    model::{EventIndex, Moment},
};

use super::{App, GapMode};

/// How much of the window a small pan moves: one part in so many.
const PAN_FRACTION: i64 = 8;

impl App {
    /// Moves the window as little as brings the selected event into it.
    pub(super) fn reveal(&mut self) {
        if let Some(moment) = self.selected.and_then(|ix| self.display_moment(ix)) {
            self.window = self.window.reveal(moment, self.metrics.axis_columns);
        }
    }

    pub(super) fn zoom_in(&mut self) {
        self.change_window(self.window.zoom_in(self.zoom_anchor(), self.metrics.axis_columns));
    }

    pub(super) fn zoom_out(&mut self) {
        self.change_window(self.window.zoom_out(self.zoom_anchor(), self.max_window()));
    }

    pub(super) fn fit(&mut self) {
        let before = self.snapshot();
        self.window = self.initial_window;
        self.follow_window(false);
        self.push_undo(before, false);
    }

    pub(super) fn pan(&mut self, parts: i64, of: Option<i64>) {
        let seconds = (self.window.seconds() / of.unwrap_or(PAN_FRACTION)).max(1).saturating_mul(parts);
        self.pan_by(seconds);
    }

    /// Moves the window by one unit of zoom, so that one unit stands where its neighbour stood.
    pub(super) fn shift_by_unit(&mut self, later: bool) {
        let unit = self.unit();
        let start = unit.floor(self.window.start());
        let there = if later { unit.next(start) } else { unit.previous(start) };
        let Some(there) = there else { return };
        self.pan_by(there.seconds().saturating_sub(start.seconds()));
    }

    /// Moves the window by so many seconds; the timeline stays in view, and the selection follows.
    pub(super) fn pan_by(&mut self, seconds: i64) {
        let before = self.snapshot();
        self.window = self.clamped_to_timeline(self.window.pan(seconds));
        self.follow_window(seconds < 0);
        self.push_undo(before, true);
    }

    /// Brings a moment into the middle of the window.
    pub(super) fn center_on(&mut self, moment: Moment) {
        let middle = self.window.start().seconds() + self.window.seconds() / 2;
        self.pan_by(moment.seconds().saturating_sub(middle));
    }

    /// Halves the window around a moment, or doubles it.
    pub(super) fn zoom_around(&mut self, moment: Moment, is_in: bool) {
        let window = if is_in {
            self.window.zoom_in(moment, self.metrics.axis_columns)
        } else {
            self.window.zoom_out(moment, self.max_window())
        };
        self.change_window(window);
        self.follow_window(false);
    }

    /// Moved back as little as keeps the timeline in view.
    pub(super) fn clamped_to_timeline(&self, window: Window) -> Window {
        self.timeline.extent().map_or(window, |extent| window.clamped_to(extent))
    }

    fn change_window(&mut self, window: Window) {
        let before = self.snapshot();
        self.window = window;
        self.push_undo(before, false);
    }

    /// Folds long empty stretches, or unfolds them; says so where there is none, and folds nothing later either.
    pub(super) fn fold_gaps(&mut self) {
        self.gaps = self.gaps.other();
        self.find_gap_ranges();
        if self.gaps == GapMode::Collapsed && self.scale(self.metrics.axis_columns).collapsed_gaps().next().is_none() {
            self.gaps = GapMode::Shown;
            self.find_gap_ranges();
            self.status_message = Some("no stretch on screen is empty for long enough to be folded".to_owned());
        }
    }

    /// The moment that keeps its place while zooming: that of the selected event if it is on screen.
    fn zoom_anchor(&self) -> Moment {
        let selected =
            self.selected.and_then(|ix| self.display_moment(ix)).filter(|&moment| self.window.contains(moment));
        selected.unwrap_or_else(|| self.window.start().plus(self.window.seconds() / 2))
    }

    /// As far out as zooming goes.
    fn max_window(&self) -> Window {
        self.timeline.extent().map_or(self.initial_window, Window::limit)
    }

    /// Selects an event on screen if the selected one has left it: the first, or the last after a move to earlier
    /// times; one that starts in the window before one that only stands there. Where the window shows none, the
    /// selection stays.
    fn follow_window(&mut self, towards_earlier: bool) {
        let on_screen = |ix: &EventIndex| self.display_moment(*ix).is_some_and(|moment| self.window.contains(moment));
        if self.selected.as_ref().is_some_and(on_screen) {
            return;
        }
        let (first, end) = self.in_window();
        let find = |events: &[EventIndex]| {
            let mut events = events.iter();
            if towards_earlier { events.rfind(|ix| on_screen(ix)) } else { events.find(|ix| on_screen(ix)) }.copied()
        };
        let found = self.visible.get(first..end).and_then(find).or_else(|| find(&self.visible));
        if let Some(ix) = found {
            self.preferred = Some(ix);
            self.resolve_selection();
        }
    }

    /// The places in `shown` of the first event that starts in the window and of the first that starts after it.
    fn in_window(&self) -> (usize, usize) {
        let before = |moment: Moment| self.visible.partition_point(|&ix| self.sort_key(ix).is_some_and(|m| m < moment));
        (before(self.window.start()), before(self.window.end()))
    }

    /// The places in `shown` of events that may have a glyph in the window: one of unknown day starts before it.
    pub(super) fn around_window(&self) -> (usize, usize) {
        (0, self.in_window().1)
    }

    /// How many shown events start before and after the window.
    pub fn outside_counts(&self) -> (usize, usize) {
        let (first, end) = self.in_window();
        (first, self.visible.len().saturating_sub(end))
    }
}
