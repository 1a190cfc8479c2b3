//! Moving the window of time. The selection follows into view, and the timeline is never lost.

use crate::{
    axis::Window,
    model::{EventIx, Moment},
};

use super::App;

/// How much of the window a small pan moves: one part in so many.
const SMALL_PAN: i64 = 8;

impl App {
    /// Moves the window as little as brings the selected event into it.
    pub(super) fn reveal(&mut self) {
        if let Some(moment) = self.selected.and_then(|ix| self.moment(ix)) {
            self.window = self.window.reveal(moment, self.viewport.axis_columns);
        }
    }

    pub(super) fn zoom_in(&mut self) {
        self.window = self.window.zoom_in(self.zoom_anchor(), self.viewport.axis_columns);
    }

    pub(super) fn zoom_out(&mut self) {
        self.window = self.window.zoom_out(self.zoom_anchor(), self.limit());
    }

    pub(super) fn fit(&mut self) {
        self.window = self.home;
        self.follow_window(false);
    }

    pub(super) fn pan(&mut self, parts: i64, of: Option<i64>) {
        let seconds = (self.window.seconds() / of.unwrap_or(SMALL_PAN)).max(1).saturating_mul(parts);
        self.window = self.window.pan(seconds);
        if let Some(extent) = self.timeline.extent() {
            self.window = self.window.held(extent);
        }
        self.follow_window(parts < 0);
    }

    /// The moment that keeps its place while zooming: that of the selected event if it is on screen.
    fn zoom_anchor(&self) -> Moment {
        let selected = self.selected.and_then(|ix| self.moment(ix)).filter(|&moment| self.window.contains(moment));
        selected.unwrap_or_else(|| self.window.start().plus(self.window.seconds() / 2))
    }

    /// As far out as zooming goes.
    fn limit(&self) -> Window {
        self.timeline.extent().map_or(self.home, Window::limit)
    }

    /// Selects an event on screen if the selected one has left it: the first, or the last after a move to earlier
    /// times; one that starts in the window before one that only stands there. Where the window shows none, the
    /// selection stays.
    fn follow_window(&mut self, towards_earlier: bool) {
        let on_screen = |ix: &EventIx| self.moment(*ix).is_some_and(|moment| self.window.contains(moment));
        if self.selected.as_ref().is_some_and(on_screen) {
            return;
        }
        let (first, end) = self.in_window();
        let find = |events: &[EventIx]| {
            let mut events = events.iter();
            if towards_earlier { events.rfind(|ix| on_screen(ix)) } else { events.find(|ix| on_screen(ix)) }.copied()
        };
        let found = self.shown.get(first..end).and_then(find).or_else(|| find(&self.shown));
        if let Some(ix) = found {
            self.wanted = Some(ix);
            self.settle();
        }
    }

    /// The places in `shown` of the first event that starts in the window and of the first that starts after it.
    fn in_window(&self) -> (usize, usize) {
        let before = |moment: Moment| self.shown.partition_point(|&ix| self.anchor(ix).is_some_and(|m| m < moment));
        (before(self.window.start()), before(self.window.end()))
    }

    /// How many shown events start before and after the window.
    pub fn outside_counts(&self) -> (usize, usize) {
        let (first, end) = self.in_window();
        (first, self.shown.len().saturating_sub(end))
    }
}
