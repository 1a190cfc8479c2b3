//! What a frame is drawn from besides the selected event: as long as it stays the same, most of the screen does.

use super::{App, GapMode, NonMatching, Pane, ThemeName, View};
use crate::{
    axis::Window,
    model::{EventIndex, Lang, Zone},
    query::Query,
};

/// All that title, axis and list are drawn from, apart from which event is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaticInputs {
    query: Query,
    filter_count: u64,
    is_settled: bool,
    events: usize,
    zone: Zone,
    window: Window,
    home: Window,
    has_titles: bool,
    focus: Pane,
    expanded: bool,
    outside: NonMatching,
    gaps: GapMode,
    origin: Option<EventIndex>,
    lang: Lang,
    theme: (ThemeName, bool),
    problems: usize,
    list_top: usize,
}

impl App {
    /// What the present state has behind its selection; `None` where another view or a menu is on screen, which show the
    /// selection in ways of their own.
    ///
    /// Every field of the state is named here, so that none is forgotten.
    pub fn backdrop(&self) -> Option<StaticInputs> {
        let Self {
            query,
            filter_revision: filter_count,
            pending_request: asking,
            timeline,
            window,
            initial_window: home,
            title_layout: packing,
            focus,
            expanded,
            non_matching: outside,
            gaps,
            reference: origin,
            lang,
            theme,
            theme_auto: _,
            background: _,
            problems,
            list_top,
            view,
            overlays: layers,
            // Found by the filter, which is counted.
            haystack: _,
            visible: _,
            possible: _,
            excluded_by_view: _,
            gap_ranges: _,
            before_after: _,
            column_index: _,
            column_index_of_all: _,
            // The selection, and what is read of it.
            preferred: _,
            selected: _,
            detail_top: _,
            match_line: _,
            quote: _,
            match_request: _,
            // Drawn anew in any case: the last line.
            status_message: _,
            progress: _,
            // On screen in other views only.
            comparison: _,
            matrix: _,
            matrix_pivot: _,
            matrix_cursor: _,
            thread_graph: _,
            return_point: _,
            // That of the timeline shows.
            zone: _,
            // Never on screen, or only in a menu.
            first_zone: _,
            file: _,
            default_lang: _,
            keymap: _,
            mouse_capture: _,
            metrics: _,
            history: _,
            jumps: _,
            query_history: _,
            saved_queries: _,
            drag: _,
            scroll_mode: _,
            preferred_list_top: _,
            next_request: _,
            pending_select_id: _,
        } = self;
        (*view == View::Timeline && layers.is_empty()).then(|| StaticInputs {
            query: query.clone(),
            filter_count: *filter_count,
            is_settled: asking.is_none(),
            events: timeline.len(),
            zone: timeline.zone(),
            window: *window,
            home: *home,
            has_titles: packing.has_titles(),
            focus: *focus,
            expanded: *expanded,
            outside: *outside,
            gaps: *gaps,
            origin: *origin,
            lang: *lang,
            theme: (*theme, self.paints_background()),
            problems: problems.len(),
            list_top: *list_top,
        })
    }
}
