//! The state: what is explored, what of it is shown and selected, and who has the keyboard.

use crate::{
    axis::Window,
    input::{Action, KeySequence},
    messages::Locale,
    model::{EventIndex, EventRef, Lang, Timeline, Zone},
    query::Query,
};

use super::{
    Choice, Coloring, Comparison, ConcordanceView, DetailView, Document, Filter, History, LayoutMetrics, ListView,
    Marking, MatrixView, Overlay, Pane, Panes, Prefs, Selection, ThreadGraph, TimeView, View,
};

/// What is settled before the start.
#[derive(Debug, Clone)]
pub struct AppInit {
    /// What is explored.
    pub document: Document,
    /// What the person prefers.
    pub prefs: Prefs,
    /// The zone in which clock times are told; `None` leaves that to the timeline.
    pub zone: Option<Zone>,
    /// The filter.
    pub query: Query,
    /// The queries of earlier runs, the newest last.
    pub query_history: Vec<String>,
    /// The time to show; `None` for what the timeline asks for.
    pub window: Option<Window>,
    /// The view.
    pub view: View,
    /// The two filters that are compared; `None` for the first two lanes.
    pub comparison: Option<Comparison>,
    /// The id of the event to select; the first event where there is none of this id.
    pub select: Option<String>,
    /// What is to be said at once.
    pub status_message: Option<String>,
    /// Whether it is to be said what this is, until the first key.
    pub welcomes: bool,
}

impl AppInit {
    /// All of a timeline, in its first view.
    pub fn new(document: Document, prefs: Prefs) -> Self {
        Self {
            document,
            prefs,
            zone: None,
            query: Query::default(),
            query_history: Vec::new(),
            window: None,
            view: View::Timeline,
            comparison: None,
            select: None,
            status_message: None,
            welcomes: false,
        }
    }
}

/// Everything that a frame is drawn from.
#[derive(Debug, Clone)]
pub struct App {
    /// What is explored.
    pub(super) doc: Document,
    /// Which events are shown.
    pub(super) filter: Filter,
    /// Which of them is selected.
    pub(super) selection: Selection,
    /// What the reader notes, and of which events.
    pub(super) marking: Marking,
    /// Which events have a style of their own.
    pub(super) coloring: Coloring,
    /// The events that are acted on together.
    pub(super) choice: Choice,
    /// The time on screen.
    pub(super) time: TimeView,
    /// Where the list is scrolled.
    pub(super) list: ListView,
    /// Where the detail is read.
    pub(super) detail: DetailView,
    /// The matrix.
    pub(super) matrix: MatrixView,
    /// The lines beside the rows of the view of threads, one for each shown event.
    pub(super) thread_graph: ThreadGraph,
    /// The two filters that stand side by side.
    pub(super) comparison: Comparison,
    /// Where the words of the filter stand.
    pub(super) concordance: ConcordanceView,
    /// What is on screen below the overlays.
    pub(super) panes: Panes,
    /// What is open above the panes, the topmost last.
    pub(super) overlays: Vec<Overlay>,
    /// What the person prefers.
    pub(super) prefs: Prefs,
    /// What can be undone and redone.
    pub(super) history: History,
    /// The keys that were pressed and mean something only with those to follow.
    pub(super) pending_keys: Option<KeySequence>,
    /// Why the last key did nothing; gone with the next key.
    pub(super) status_message: Option<String>,
    /// Whether it is said what this is; until the first key.
    pub(super) welcomes: bool,
    /// How much of everything is on screen.
    pub(super) metrics: LayoutMetrics,
    /// Whether that has been measured.
    pub(super) is_laid_out: bool,
}

impl App {
    /// The state at the start.
    pub fn new(init: AppInit) -> Self {
        let AppInit {
            mut document,
            prefs,
            zone,
            query,
            query_history,
            window,
            view,
            comparison,
            select,
            status_message,
            welcomes,
        } = init;
        document.show_in(zone);
        let timeline = &document.timeline;
        let selection = Selection::new(timeline, select);
        let first = selection.preferred;
        let mut app = Self {
            filter: Filter::new(timeline, query_history),
            selection,
            marking: Marking::default(),
            coloring: Coloring::default(),
            choice: Choice::default(),
            time: TimeView::new(timeline, zone),
            list: ListView::default(),
            detail: DetailView::default(),
            matrix: MatrixView::default(),
            thread_graph: ThreadGraph::default(),
            comparison: comparison.unwrap_or_else(|| Comparison::of(timeline)),
            concordance: ConcordanceView::default(),
            panes: Panes::new(view),
            overlays: Vec::new(),
            prefs,
            history: History::default(),
            pending_keys: None,
            status_message,
            welcomes,
            metrics: LayoutMetrics::default(),
            is_laid_out: false,
            doc: document,
        };
        if let Some(ix) = first {
            app.select(ix);
        }
        app.set_query(query);
        if let Some(window) = window {
            app.time.window = window;
        }
        app.color_events();
        app.show_why_empty(false);
        app
    }

    /// What is explored.
    pub const fn document(&self) -> &Document {
        &self.doc
    }

    /// Which events are shown.
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// What the reader notes, and of which events.
    pub const fn marking(&self) -> &Marking {
        &self.marking
    }

    /// The time on screen.
    pub const fn time(&self) -> &TimeView {
        &self.time
    }

    /// Where the list is scrolled.
    pub const fn list(&self) -> &ListView {
        &self.list
    }

    /// Where the detail is read.
    pub const fn detail(&self) -> &DetailView {
        &self.detail
    }

    /// The matrix.
    pub const fn matrix(&self) -> &MatrixView {
        &self.matrix
    }

    /// The two filters that stand side by side.
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What is on screen below the overlays.
    pub const fn panes(&self) -> &Panes {
        &self.panes
    }

    /// What the person prefers.
    pub const fn prefs(&self) -> &Prefs {
        &self.prefs
    }

    /// What can be undone and redone.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// The same, to set it: nothing hangs on a preference but what is drawn next.
    pub const fn prefs_mut(&mut self) -> &mut Prefs {
        &mut self.prefs
    }

    /// How much of everything is on screen.
    pub const fn metrics(&self) -> &LayoutMetrics {
        &self.metrics
    }

    /// What is open above the panes, the topmost last.
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// Why the last key did nothing, or what it did that cannot be seen.
    pub fn status_message(&self) -> Option<&str> {
        self.status_message.as_deref()
    }

    /// Whether it is said what this is: nothing has been pressed yet, in the first run of all.
    pub const fn is_welcoming(&self) -> bool {
        self.welcomes
    }

    /// The timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.doc.timeline
    }

    /// The filter.
    pub const fn query(&self) -> &Query {
        &self.filter.query
    }

    /// The shown events, in order of time.
    pub fn visible(&self) -> &[EventIndex] {
        &self.filter.visible
    }

    /// The selected event; `None` only if nothing is shown.
    pub const fn selected(&self) -> Option<EventIndex> {
        self.selection.selected
    }

    /// The time on screen.
    pub const fn window(&self) -> Window {
        self.time.window
    }

    /// The view.
    pub const fn view(&self) -> View {
        self.panes.view
    }

    /// The pane that has the keyboard when no overlay is open.
    pub const fn focus(&self) -> Pane {
        self.panes.focus
    }

    /// Whether that pane has the whole screen.
    pub const fn is_expanded(&self) -> bool {
        self.panes.expanded
    }

    /// The language of labels.
    pub const fn lang(&self) -> Lang {
        self.prefs.lang
    }

    /// The keys that were pressed and mean something only with those to follow; `None` if there are none.
    pub const fn pending_keys(&self) -> Option<&KeySequence> {
        self.pending_keys.as_ref()
    }

    /// The language of the interface.
    pub const fn locale(&self) -> Locale {
        self.prefs.locale()
    }

    /// Says something in the status line, until the next key.
    pub fn tell(&mut self, message: String) {
        self.status_message = Some(message);
    }

    /// The selected event.
    pub fn selected_event(&self) -> Option<EventRef<'_>> {
        self.doc.timeline.event(self.selection.selected?)
    }

    /// The first key that does this when no menu is open, as hints write it; empty if no key does.
    pub fn key_for(&self, action: impl Into<Action>) -> String {
        let keys = self.prefs.keymap.keys(self.panes.key_context(), action.into());
        keys.first().map(ToString::to_string).unwrap_or_default()
    }

    /// Takes in how much of everything is on screen, and keeps what is selected in sight. `true` if the screen has to be
    /// laid out once more because of it.
    pub fn set_metrics(&mut self, viewport: LayoutMetrics) -> bool {
        // Before the first frame nobody knows how many columns a matrix has.
        let opens_matrix = self.panes.view == View::Matrix && !self.is_laid_out;
        (self.metrics, self.is_laid_out) = (viewport, true);
        if !self.metrics.has_axis && self.panes.focus == Pane::Axis {
            self.panes.focus = Pane::List;
        }
        if let Some(cursor) = self.overlays.last_mut().and_then(Overlay::cursor_mut) {
            cursor.keep_in_sight(self.metrics.menu_rows.max(1));
        }
        self.follow_height();
        let scrolls = self.settle_detail();
        if opens_matrix {
            self.enter_matrix();
        }
        self.count_matrix();
        self.layout_titles() || scrolls
    }
}
