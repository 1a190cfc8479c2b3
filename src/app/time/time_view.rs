//! Time as the axis shows it: the window, the gaps, and what is found for both.

use std::cell::OnceCell;

use crate::{
    axis::{Scale, Window, find_gaps},
    model::{EventDate, EventIndex, Moment, Timeline, Zone},
};

use super::zone::moved_window;
use crate::app::{BeforeAfterCounts, ColumnIndex, Document, Filter, LayoutMetrics, TitleLayout, View};

/// How long empty stretches of time are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum GapMode {
    /// As long as they are.
    #[default]
    Shown,
    /// As a short break that says how long it is.
    Collapsed,
}

impl GapMode {
    /// The other way.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Shown => Self::Collapsed,
            Self::Collapsed => Self::Shown,
        }
    }
}

/// What the button holds on to while it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum DragState {
    /// The moment of the axis that stays under the pointer.
    Axis(Moment),
    /// The moment of the overview from which the window is drawn.
    Overview(Moment),
    /// The border between list and detail.
    Divider,
}

/// Time as the axis shows it.
#[derive(Debug, Clone)]
pub struct TimeView {
    /// The time on screen.
    pub window: Window,
    /// The time on screen at the start, and after `fit`.
    pub initial_window: Window,
    /// The zone that was chosen for clock times; `None` leaves that to the timeline.
    pub zone: Option<Zone>,
    /// The zone of the start.
    pub(in crate::app) first_zone: Option<Zone>,
    /// The window that was left for one that fits the shown events.
    pub(in crate::app) before_fit: Option<Window>,
    /// How long empty stretches of time are drawn.
    pub gap_mode: GapMode,
    /// The long stretches without shown events, first and last second; none as long as gaps are shown.
    pub gap_ranges: Vec<(Moment, Moment)>,
    /// The event to which all times are relative, if any.
    pub reference: Option<EventIndex>,
    /// How many shown events lie on either side of the reference.
    pub before_after: BeforeAfterCounts,
    /// Where titles stand beside their marks.
    pub title_layout: TitleLayout,
    pub(in crate::app) column_index: OnceCell<ColumnIndex>,
    pub(in crate::app) column_index_of_all: OnceCell<ColumnIndex>,
    /// Of the shown events those that each rule of colour keeps, with the place of the rule.
    pub(in crate::app) colored_columns: OnceCell<Vec<(usize, ColumnIndex)>>,
    pub(in crate::app) drag: Option<DragState>,
}

impl TimeView {
    /// The time that a timeline asks for.
    pub(in crate::app) fn new(timeline: &Timeline, zone: Option<Zone>) -> Self {
        let home = initial_window(timeline);
        Self {
            window: home,
            initial_window: home,
            zone,
            first_zone: zone.or(timeline.info.zone),
            before_fit: None,
            gap_mode: GapMode::Shown,
            gap_ranges: Vec::new(),
            reference: None,
            before_after: BeforeAfterCounts::default(),
            title_layout: TitleLayout::default(),
            column_index: OnceCell::new(),
            column_index_of_all: OnceCell::new(),
            colored_columns: OnceCell::new(),
            drag: None,
        }
    }

    /// The columns of the window, with long empty stretches collapsed if that is wanted.
    pub fn scale(&self, columns: u16) -> Scale {
        match self.gap_mode {
            GapMode::Shown => Scale::new(self.window, columns),
            GapMode::Collapsed => Scale::collapsed(self.window, columns, &self.gap_ranges),
        }
    }

    /// Whether a window is being drawn on the overview.
    pub const fn is_brushed(&self) -> bool {
        matches!(self.drag, Some(DragState::Overview(_)))
    }

    /// Takes note that other events are shown.
    pub(in crate::app) fn follow_filter(&mut self, filter: &Filter, doc: &Document, view: View) {
        self.column_index.take();
        self.colored_columns.take();
        if view == View::Compare {
            // Events stand in other lanes.
            self.column_index_of_all.take();
        }
        self.find_gap_ranges(filter, doc);
        self.count_before_after(filter, doc);
    }

    /// Takes note that another timeline is in place of the old one: all of it stays on screen, or the same instant at the
    /// left border.
    pub(in crate::app) fn follow_timeline(&mut self, old: &Timeline, new: &Timeline) {
        let is_whole = self.window == self.initial_window;
        self.initial_window = initial_window(new);
        if is_whole {
            self.window = self.initial_window;
        } else if old.base() != new.base() {
            self.window = moved_window(self.window, old.base(), new.base());
            self.before_fit = None;
        }
    }

    /// Gives every event its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.reference = self.reference.and_then(moved);
        self.title_layout = TitleLayout::default();
        self.invalidate_index();
    }

    /// Takes note that events are others, or stand in other lanes.
    pub(in crate::app) fn invalidate_index(&mut self) {
        (self.column_index, self.column_index_of_all, self.colored_columns) = Default::default();
    }

    /// Finds the long empty stretches between shown events, if they are collapsed.
    fn find_gap_ranges(&mut self, filter: &Filter, doc: &Document) {
        self.gap_ranges = match self.gap_mode {
            GapMode::Shown => Vec::new(),
            GapMode::Collapsed => find_gaps(filter.visible.iter().filter_map(|&ix| doc.timeline.bounds(ix))),
        };
    }

    /// Collapses long empty stretches, or shows them; `false` where none on screen is long enough, and none is collapsed
    /// then.
    pub(in crate::app) fn toggle_gaps(&mut self, filter: &Filter, doc: &Document, columns: u16) -> bool {
        self.gap_mode = self.gap_mode.other();
        self.find_gap_ranges(filter, doc);
        let does = self.gap_mode == GapMode::Shown || self.scale(columns).collapsed_gaps().next().is_some();
        if !does {
            self.gap_mode = GapMode::Shown;
            self.find_gap_ranges(filter, doc);
        }
        does
    }

    /// All the time that there is to see: all events and the window of the start. `None` for a timeline without any finite
    /// time.
    pub fn whole(&self, timeline: &Timeline) -> Option<Window> {
        let (first, last) = timeline.extent()?;
        let (first, last) = (first.min(self.initial_window.start()), last.max(self.initial_window.last()));
        (first < Moment::DISTANT_FUTURE).then(|| Window::new(first, last))
    }

    /// The places among the shown events of the first that starts in the window and of the first that starts after it.
    pub(in crate::app) fn in_window(&self, filter: &Filter, doc: &Document) -> (usize, usize) {
        let before =
            |moment: Moment| filter.visible.partition_point(|&ix| doc.sort_key(ix).is_some_and(|start| start < moment));
        (before(self.window.start()), before(self.window.end()))
    }
}

/// The window that a timeline asks for, or all of its events; this century where there is neither.
fn initial_window(timeline: &Timeline) -> Window {
    let placed = |date: &EventDate| *date.clone().placed(timeline.zone(), timeline.base()).bounds();
    let asked = timeline.info.window.as_ref().map(placed).and_then(|bounds| {
        let (first, last) = (bounds.start.earliest, bounds.end.latest);
        (first.is_finite() && last.is_finite()).then(|| Window::new(first, last))
    });
    let year = |year| Moment::day(year, 1, 1).unwrap_or(Moment::FIRST);
    asked
        .or_else(|| timeline.extent().map(|extent| Window::fit(extent, LayoutMetrics::default().axis_columns)))
        .unwrap_or_else(|| Window::new(year(2000), year(2100)))
}
