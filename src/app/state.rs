//! The state: one timeline, one filter, one window of time, one selected event, and who has the keyboard.

use std::{cell::OnceCell, sync::Arc};

use crate::{
    axis::Window,
    input::{Action, Keymap},
    model::{EventDate, EventIndex, EventRef, Lang, Moment, Timeline, Zone},
    query::{Query, TextIndex},
    stream::Progress,
};

use super::{
    BeforeAfterCounts, ColumnIndex, Comparison, FileName, GraphRow, History, JumpList, LayoutMetrics, MatchDirection,
    Matrix, MatrixCursor, MatrixKey, MatrixPivot, Overlay, ReturnPoint, ThemeName, TitleLayout, View,
};
use super::{list::ScrollMode, mouse::DragState};

/// A pane of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Events as rows.
    List,
    /// One event.
    Detail,
    /// Time as lanes.
    Axis,
}

/// What happens to events that the filter leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NonMatching {
    /// They stay on the axis, faintly.
    Dim,
    /// They are off the axis, and the list counts them in its gaps.
    Hide,
}

/// How long empty stretches of time are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GapMode {
    /// As long as they are.
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

/// What is settled before the start.
#[derive(Debug, Clone)]
pub struct AppInit {
    /// The timeline.
    pub timeline: Timeline,
    /// Its folded text, if it is there already.
    pub haystack: Option<TextIndex>,
    /// The zone in which clock times are told; `None` leaves that to the timeline.
    pub zone: Option<Zone>,
    /// The keys.
    pub keymap: Keymap,
    /// The language of labels.
    pub lang: Lang,
    /// The language of labels where the command line does not say.
    pub default_lang: Lang,
    /// What is to be said at once.
    pub status_message: Option<String>,
    /// The first theme.
    pub theme: ThemeName,
    /// Whether the theme follows what the terminal says of its background.
    pub theme_auto: bool,
    /// The theme for which the terminal's background is made; `None` as long as that is not known.
    pub background: Option<ThemeName>,
    /// What is wrong with the file, a line each.
    pub problems: Vec<String>,
    /// The file as the command line names it; `None` for the built-in timeline.
    pub file: Option<FileName>,
    /// The filter.
    pub query: Query,
    /// The queries of earlier runs, the newest last.
    pub query_history: Vec<String>,
    /// Queries that were saved, by their names.
    pub saved_queries: Vec<(String, String)>,
    /// Whether the mouse is heard at first.
    pub mouse_capture: bool,
    /// The time to show; `None` for what the timeline asks for.
    pub window: Option<Window>,
    /// The view.
    pub view: View,
    /// The two sides that are compared; `None` for the first two lanes.
    pub comparison: Option<Comparison>,
    /// The id of the event to select; the first event where there is none of this id.
    pub select: Option<String>,
}

impl AppInit {
    /// The timeline as it is, in English, for dark backgrounds.
    pub fn new(timeline: Timeline, keymap: Keymap) -> Self {
        Self {
            timeline,
            haystack: None,
            zone: None,
            keymap,
            lang: Lang::En,
            default_lang: Lang::En,
            status_message: None,
            theme: ThemeName::Dark,
            theme_auto: false,
            background: None,
            problems: Vec::new(),
            file: None,
            query: Query::default(),
            query_history: Vec::new(),
            saved_queries: Vec::new(),
            mouse_capture: true,
            window: None,
            view: View::Timeline,
            comparison: None,
            select: None,
        }
    }
}

/// Everything that a frame is drawn from.
#[derive(Debug, Clone)]
pub struct App {
    /// What is explored.
    pub timeline: Arc<Timeline>,
    /// The zone that was chosen for clock times; `None` leaves that to the timeline.
    pub zone: Option<Zone>,
    /// The zone of the start.
    pub(super) first_zone: Option<Zone>,
    /// The file as the command line names it; `None` for the built-in timeline.
    pub file: Option<FileName>,
    /// The keys.
    pub keymap: Keymap,
    /// The filter.
    pub query: Query,
    /// The events that the filter keeps, in order of time.
    pub visible: Vec<EventIndex>,
    /// Those of them of which it is not certain that they pass, as their date is not known that exactly.
    pub possible: Vec<EventIndex>,
    /// The event that was chosen last. It stays when a filter leaves it out, so that the selection comes back to it.
    pub preferred: Option<EventIndex>,
    /// The selected event: the shown one nearest to the wanted one; `None` only if nothing is shown.
    pub selected: Option<EventIndex>,
    /// The view.
    pub view: View,
    /// The time on screen.
    pub window: Window,
    /// The time on screen at the start, and after `fit`.
    pub initial_window: Window,
    /// The pane that has the keyboard when no layer is open.
    pub focus: Pane,
    /// Whether the pane with the keyboard has the whole screen.
    pub expanded: bool,
    /// What is open above the panes, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What happens to events that the filter leaves out.
    pub non_matching: NonMatching,
    /// How long empty stretches of time are drawn.
    pub gaps: GapMode,
    /// The event from which all times are counted, if any.
    pub reference: Option<EventIndex>,
    /// How many shown events lie on either side of the origin.
    pub before_after: BeforeAfterCounts,
    /// The two filters that stand side by side.
    pub comparison: Comparison,
    /// Whether the mouse is heard, or left to the terminal.
    pub mouse_capture: bool,
    /// The language of labels.
    pub lang: Lang,
    /// The language of labels where the command line does not say.
    pub default_lang: Lang,
    /// The theme.
    pub theme: ThemeName,
    /// Whether the theme follows what the terminal says of its background.
    pub theme_auto: bool,
    /// The theme for which the terminal's background is made; `None` as long as that is not known.
    pub background: Option<ThemeName>,
    /// What is wrong with the file, a line each.
    pub problems: Vec<String>,
    /// The place in `shown` of the topmost event of the list.
    pub list_top: usize,
    /// The topmost line of the detail on screen.
    pub detail_top: usize,
    /// Why the last key did nothing; gone with the next key.
    pub status_message: Option<String>,
    /// Where titles stand beside their marks.
    pub title_layout: TitleLayout,
    /// The long stretches without shown events, first and last second; none as long as they are not folded.
    pub gap_ranges: Vec<(Moment, Moment)>,
    /// How much of everything is on screen.
    pub metrics: LayoutMetrics,
    /// What can be taken back and made again.
    pub history: History,
    /// The queries of before, the newest last.
    pub query_history: Vec<String>,
    /// The matrix, counted.
    pub matrix: Matrix,
    /// What stands against what in the matrix.
    pub matrix_pivot: MatrixPivot,
    /// Where the cursor of the matrix stands.
    pub matrix_cursor: MatrixCursor,
    pub(super) match_request: Option<MatchDirection>,
    /// The line of the detail at which a match was found last.
    pub match_line: Option<usize>,
    pub(super) thread_graph: Vec<GraphRow>,
    /// How many events pass the filter and are left out by the view all the same: of quotes those that have none, of
    /// threads those that are linked to no other.
    pub excluded_by_view: usize,
    pub(super) return_point: Option<ReturnPoint>,
    pub(super) drag: Option<DragState>,
    /// How the list keeps the selection on screen.
    pub(super) scroll_mode: ScrollMode,
    /// The topmost event of the list as it was when the selection moved last.
    pub(super) preferred_list_top: usize,
    /// How many times the filter has found other events.
    pub(super) filter_revision: u64,
    /// Queries that were saved, by their names.
    pub saved_queries: Vec<(String, String)>,
    /// Which quote of the selected event is read, from 0.
    pub quote: usize,
    pub(super) jumps: JumpList,
    /// How far the reading of the timeline has come; `None` for one that was read at once.
    pub progress: Option<Progress>,
    /// The number of the question to which `shown` is not yet the whole answer.
    pub(super) pending_request: Option<u64>,
    pub(super) next_request: u64,
    /// The id of the event to select as soon as it has been read.
    pub(super) pending_select_id: Option<String>,
    pub(super) haystack: OnceCell<Arc<TextIndex>>,
    pub(super) column_index: OnceCell<ColumnIndex>,
    pub(super) column_index_of_all: OnceCell<ColumnIndex>,
}

impl App {
    /// The state at the start.
    pub fn new(setup: AppInit) -> Self {
        let AppInit {
            timeline,
            haystack,
            zone,
            keymap,
            lang,
            default_lang: usual_lang,
            status_message: notice,
            theme,
            theme_auto: theme_follows,
            background,
            problems,
            file,
            query,
            query_history: past_queries,
            saved_queries,
            mouse_capture: hears_mouse,
            window,
            view,
            comparison: sides,
            select,
        } = setup;
        let timeline = timeline.told_in(zone);
        let first_zone = zone.or(timeline.info.zone);
        let home = home(&timeline);
        let first = timeline.indices().next();
        let shown = timeline.indices().collect();
        let found = select.as_deref().and_then(|id| timeline.find(id));
        let sought = select.filter(|_| found.is_none());
        let wanted = found.or(first);
        let sides = sides.unwrap_or_else(|| Comparison::of(&timeline));
        let mut app = Self {
            timeline: Arc::new(timeline),
            zone,
            first_zone,
            file,
            keymap,
            query: Query::default(),
            visible: shown,
            possible: Vec::new(),
            preferred: None,
            selected: None,
            view,
            window: home,
            initial_window: home,
            focus: Pane::List,
            expanded: false,
            overlays: Vec::new(),
            non_matching: NonMatching::Dim,
            gaps: GapMode::Shown,
            reference: None,
            before_after: BeforeAfterCounts::default(),
            comparison: sides,
            mouse_capture: hears_mouse,
            drag: None,
            scroll_mode: ScrollMode::Margin,
            preferred_list_top: 0,
            lang,
            default_lang: usual_lang,
            theme,
            theme_auto: theme_follows,
            background,
            problems,
            list_top: 0,
            detail_top: 0,
            status_message: notice,
            title_layout: TitleLayout::default(),
            gap_ranges: Vec::new(),
            metrics: LayoutMetrics::default(),
            history: History::default(),
            query_history: past_queries,
            saved_queries,
            matrix: Matrix::default(),
            matrix_pivot: MatrixPivot::default(),
            matrix_cursor: (MatrixKey::Term(0), MatrixKey::Ambiguous),
            match_request: None,
            match_line: None,
            thread_graph: Vec::new(),
            excluded_by_view: 0,
            return_point: None,
            filter_revision: 0,
            quote: 0,
            jumps: JumpList::default(),
            column_index: OnceCell::new(),
            column_index_of_all: OnceCell::new(),
            progress: None,
            pending_request: None,
            next_request: 0,
            pending_select_id: sought,
            haystack: haystack.map(Arc::new).map_or_else(OnceCell::new, OnceCell::from),
        };
        if let Some(ix) = wanted {
            app.select(ix);
        }
        app.set_query(query);
        if let Some(window) = window {
            app.window = window;
        }
        app.show_why_empty(false);
        app
    }

    /// The selected event.
    pub fn selected_event(&self) -> Option<EventRef<'_>> {
        self.timeline.event(self.selected?)
    }

    /// The moment by which an event is ordered: its earliest start.
    pub fn sort_key(&self, ix: EventIndex) -> Option<Moment> {
        self.timeline.bounds(ix)?.sort_key()
    }

    /// The moment at which an event stands on the axis.
    pub fn display_moment(&self, ix: EventIndex) -> Option<Moment> {
        self.timeline.facts(ix)?.display_moment()
    }

    /// The first key that does this when no menu is open, as hints write it; empty if no key does.
    pub fn key_for(&self, action: Action) -> String {
        self.keymap.keys(self.pane_context(), action).first().map(ToString::to_string).unwrap_or_default()
    }

    /// Takes in how much of everything is on screen, and keeps what is selected in sight. `true` if the screen has to be
    /// laid out once more because of it.
    pub fn set_metrics(&mut self, viewport: LayoutMetrics) -> bool {
        self.metrics = viewport;
        if !viewport.has_axis && self.focus == Pane::Axis {
            self.focus = Pane::List;
        }
        self.follow_height();
        self.detail_top = self.detail_top.min(viewport.detail_lines.saturating_sub(viewport.detail_rows));
        self.count_matrix();
        self.layout_titles()
    }
}

/// The window that a timeline asks for, or all of its events; this century where there is neither.
pub(super) fn home(timeline: &Timeline) -> Window {
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
