//! Changing the filter.

use std::sync::Arc;

use crate::{
    axis::Window,
    model::{Certainty, DateBounds, EventIndex, Timeline},
    query::{Field, Found, Query, Question, Reply, run},
};

use super::App;

/// From so many bytes of text on, queries are run beside the interface.
const MIN_BACKGROUND_SEARCH_BYTES: usize = 4 << 20;

/// The filter, and the events that it keeps.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// What is asked for.
    pub query: Query,
    /// The events that pass, in order of time.
    pub visible: Vec<EventIndex>,
    /// Those of them of which it is not certain that they pass, as their date is not known that exactly.
    pub possible: Vec<EventIndex>,
    /// How many events pass and are left out by the view all the same: of quotes those that have none, of threads those
    /// that are linked to no other.
    pub excluded_by_view: usize,
    /// The queries of before, the newest last.
    pub query_history: Vec<String>,
    /// How many times other events were found.
    pub(super) revision: u64,
    /// The number of the search of which `visible` is not yet the whole answer.
    pub(super) pending_request: Option<u64>,
    pub(super) next_request: u64,
}

impl Filter {
    /// Keeps all events.
    pub(super) fn new(timeline: &Timeline, query_history: Vec<String>) -> Self {
        Self { visible: timeline.indices().collect(), query_history, ..Self::default() }
    }
}

impl App {
    /// Takes a new filter, keeps the wanted event selected if it can, and brings the selection into view.
    pub fn set_query(&mut self, query: Query) {
        self.filter.query = query;
        self.refilter();
    }

    /// Finds out which events are shown, and settles the selection. Where that takes longer than a frame, it is asked
    /// elsewhere, and what is shown stays until there is an answer.
    pub(super) fn refilter(&mut self) {
        self.filter.pending_request = None;
        if self.filter.query.is_empty() {
            self.set_results(Found { events: self.doc.timeline.indices().collect(), possible: Vec::new() });
        } else if self.haystack().bytes() > MIN_BACKGROUND_SEARCH_BYTES {
            self.filter.next_request += 1;
            self.filter.pending_request = Some(self.filter.next_request);
            self.resolve_selection();
        } else {
            let found = run(&self.filter.query, &self.doc.timeline, self.haystack());
            self.set_results(found);
        }
    }

    /// Finds out at once which events are shown, where that is still asked.
    pub fn finish_filter(&mut self) {
        if self.filter.pending_request.take().is_some() {
            let found = run(&self.filter.query, &self.doc.timeline, self.haystack());
            self.set_results(found);
        }
    }

    /// Whether an event lies in a window, or may.
    pub fn is_within(&self, ix: EventIndex, window: Window) -> bool {
        let touches = |bounds: &DateBounds| bounds.touches(window.start(), window.last()) != Certainty::Out;
        self.doc.timeline.bounds(ix).is_some_and(touches)
    }

    /// What is to be asked elsewhere: a question that has a higher number than this one.
    pub fn search_request(&self, after: u64) -> Option<Question> {
        let number = self.filter.pending_request.filter(|&number| number > after)?;
        Some(Question {
            number,
            query: self.filter.query.clone(),
            timeline: Arc::clone(&self.doc.timeline),
            haystack: Arc::clone(self.haystack()),
            near: self.selection.selected.or(self.selection.preferred).or_else(|| self.doc.timeline.indices().next()),
        })
    }

    /// Takes the answer to a question, if it is still asked.
    pub fn apply_search_response(&mut self, reply: Reply) {
        if self.filter.pending_request != Some(reply.number) {
            return;
        }
        if reply.is_whole {
            self.filter.pending_request = None;
        }
        self.set_results(reply.found);
        // Of what is found with a slip, the best comes first.
        if let (Some(best), Some(super::Overlay::Query(_))) = (reply.best, self.overlays.last()) {
            self.select(best);
        }
    }

    /// Whether what is shown is all that the filter keeps, rather than what it kept before, or a part.
    pub fn is_search_complete(&self) -> bool {
        self.filter.pending_request.is_none()
    }

    fn set_results(&mut self, found: Found) {
        (self.filter.visible, self.filter.possible) = (found.events, found.possible);
        self.filter.revision += 1;
        self.filter.excluded_by_view = 0;
        self.retain_compared();
        self.retain_linked();
        self.retain_quoted();
        self.invalidate_index();
        self.find_gap_ranges();
        self.count_before_after();
        self.resolve_selection();
        self.reveal();
    }

    /// Takes a new filter as a change that can be taken back.
    pub(super) fn set_query_undoable(&mut self, query: Query) {
        let before = self.snapshot();
        self.set_query(query);
        self.push_undo(before, false);
    }

    /// Asks for a value or excludes it, or takes that back.
    pub(super) fn toggle(&mut self, field: Field, value: &str, excludes: bool) {
        let mut query = self.filter.query.clone();
        query.toggle(field, value, excludes);
        self.set_query_undoable(query);
    }

    pub(super) fn drop_last_term(&mut self) {
        let mut query = self.filter.query.clone();
        query.terms.pop();
        self.set_query_undoable(query);
    }
}
