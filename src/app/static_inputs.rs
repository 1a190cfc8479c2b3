//! What a frame is drawn from besides the selected event: as long as it stays the same, most of the screen does.

use super::{App, GapMode, ListView, NonMatching, Panes, View};
use crate::{
    axis::Window,
    model::{EventIndex, Lang, Zone},
    query::Query,
};

/// All that the axis is drawn from, apart from which event is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisInputs {
    zone: Zone,
    filter_revision: u64,
    marks_revision: u64,
    coloring_revision: u64,
    window: Window,
    initial_window: Window,
    gap_mode: GapMode,
    reference: Option<EventIndex>,
    has_titles: bool,
    panes: Panes,
    lang: Lang,
    non_matching: NonMatching,
}

/// All that title, axis and list are drawn from, apart from which event is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticInputs {
    axis: AxisInputs,
    problems: usize,
    query: Query,
    is_search_complete: bool,
    list: ListView,
}

impl App {
    /// What the present axis has behind its selection; `None` where two filters are compared, or a range is being chosen,
    /// which show the selection in ways of their own.
    pub fn axis_inputs(&self) -> Option<AxisInputs> {
        let is_still = self.panes.view != View::Compare && !self.choice.has_range();
        is_still.then(|| AxisInputs {
            zone: self.doc.timeline.zone(),
            filter_revision: self.filter.revision,
            marks_revision: self.marking.revision,
            coloring_revision: self.coloring.revision,
            window: self.time.window,
            initial_window: self.time.initial_window,
            gap_mode: self.time.gap_mode,
            reference: self.time.reference,
            has_titles: self.time.title_layout.has_titles(),
            panes: self.panes,
            lang: self.prefs.lang,
            non_matching: self.prefs.non_matching,
        })
    }

    /// What the present frame has behind its selection; `None` where another view or a menu is on screen, or where
    /// [the axis](Self::axis_inputs) has none.
    pub fn static_inputs(&self) -> Option<StaticInputs> {
        let is_still = self.panes.view == View::Timeline && self.overlays.is_empty();
        self.axis_inputs().filter(|_| is_still).map(|axis| StaticInputs {
            axis,
            problems: self.doc.problems.len(),
            query: self.filter.query.clone(),
            is_search_complete: self.filter.is_complete(),
            list: ListView { preferred_top: 0, ..self.list },
        })
    }
}
