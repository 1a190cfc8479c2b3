//! What a frame is drawn from besides the selected event: as long as it stays the same, most of the screen does.

use super::{App, GapMode, ListView, NonMatching, Panes, View};
use crate::{
    axis::Window,
    model::{EventIndex, Lang, Zone},
    query::Query,
};

/// All that title, axis and list are drawn from, apart from which event is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticInputs {
    events: usize,
    zone: Zone,
    problems: usize,
    query: Query,
    filter_revision: u64,
    marks_revision: u64,
    coloring_revision: u64,
    is_search_complete: bool,
    window: Window,
    initial_window: Window,
    gap_mode: GapMode,
    reference: Option<EventIndex>,
    has_titles: bool,
    list: ListView,
    panes: Panes,
    lang: Lang,
    non_matching: NonMatching,
}

impl App {
    /// What the present frame has behind its selection; `None` where another view or a menu is on screen, or a range is
    /// being chosen, which show the selection in ways of their own.
    pub fn static_inputs(&self) -> Option<StaticInputs> {
        let is_still = self.panes.view == View::Timeline && self.overlays.is_empty() && !self.choice.has_range();
        is_still.then(|| StaticInputs {
            events: self.doc.timeline.len(),
            zone: self.doc.timeline.zone(),
            problems: self.doc.problems.len(),
            query: self.filter.query.clone(),
            filter_revision: self.filter.revision,
            marks_revision: self.marking.revision,
            coloring_revision: self.coloring.revision,
            is_search_complete: self.filter.is_complete(),
            window: self.time.window,
            initial_window: self.time.initial_window,
            gap_mode: self.time.gap_mode,
            reference: self.time.reference,
            has_titles: self.time.title_layout.has_titles(),
            list: ListView { preferred_top: 0, ..self.list },
            panes: self.panes,
            lang: self.prefs.lang,
            non_matching: self.prefs.non_matching,
        })
    }
}
