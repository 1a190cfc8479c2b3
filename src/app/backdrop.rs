//! What a frame is drawn from besides the selected event: as long as it stays the same, most of the screen does.

use super::{App, Gaps, Outside, Pane, ThemeName, View};
use crate::{
    axis::Window,
    model::{EventIndex, Lang, Zone},
    query::Query,
};

/// All that title, axis and list are drawn from, apart from which event is selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backdrop {
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
    outside: Outside,
    gaps: Gaps,
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
    pub fn backdrop(&self) -> Option<Backdrop> {
        let Self {
            query,
            filter_count,
            asking,
            timeline,
            window,
            home,
            packing,
            focus,
            expanded,
            outside,
            gaps,
            origin,
            lang,
            theme,
            theme_follows: _,
            background: _,
            problems,
            list_top,
            view,
            layers,
            // Found by the filter, which is counted.
            haystack: _,
            shown: _,
            perhaps: _,
            passed_over: _,
            empty: _,
            around_origin: _,
            tally: _,
            tally_of_all: _,
            // The selection, and what is read of it.
            wanted: _,
            selected: _,
            detail_top: _,
            matched_line: _,
            quote: _,
            seek: _,
            // Drawn anew in any case: the last line.
            notice: _,
            progress: _,
            // On screen in other views only.
            sides: _,
            matrix: _,
            turn: _,
            cell: _,
            rails: _,
            came_from: _,
            // That of the timeline shows.
            zone: _,
            // Never on screen, or only in a menu.
            first_zone: _,
            file: _,
            usual_lang: _,
            keymap: _,
            hears_mouse: _,
            viewport: _,
            history: _,
            jumps: _,
            past_queries: _,
            saved_queries: _,
            grip: _,
            scrolling: _,
            list_wish: _,
            questions: _,
            sought: _,
        } = self;
        (*view == View::Timeline && layers.is_empty()).then(|| Backdrop {
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
            theme: (*theme, self.paints_ground()),
            problems: problems.len(),
            list_top: *list_top,
        })
    }
}
