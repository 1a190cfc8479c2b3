//! Changing the filter.

use std::sync::Arc;

use crate::{
    axis::Window,
    model::{Certainty, DateBounds, EventIndex},
    query::{Field, Query, QueryResult, SearchRequest, SearchResponse, run},
};

use super::App;

/// From so many bytes of text on, queries are run beside the interface.
const MIN_BACKGROUND_SEARCH_BYTES: usize = 4 << 20;

impl App {
    /// Takes a new filter, keeps the wanted event selected if it can, and brings the selection into view.
    pub fn set_query(&mut self, query: Query) {
        self.query = query;
        self.refilter();
    }

    /// Finds out which events are shown, and settles the selection. Where that takes longer than a frame, it is asked
    /// elsewhere, and what is shown stays until there is an answer.
    pub(super) fn refilter(&mut self) {
        self.pending_request = None;
        if self.query.is_empty() {
            self.set_results(QueryResult { events: self.timeline.indices().collect(), possible: Vec::new() });
        } else if self.haystack().bytes() > MIN_BACKGROUND_SEARCH_BYTES {
            self.next_request += 1;
            self.pending_request = Some(self.next_request);
            self.resolve_selection();
        } else {
            let found = run(&self.query, &self.timeline, self.haystack());
            self.set_results(found);
        }
    }

    /// Finds out at once which events are shown, where that is still asked.
    pub fn finish_filter(&mut self) {
        if self.pending_request.take().is_some() {
            let found = run(&self.query, &self.timeline, self.haystack());
            self.set_results(found);
        }
    }

    /// Whether an event lies in a window, or may.
    pub fn is_within(&self, ix: EventIndex, window: Window) -> bool {
        let touches = |bounds: &DateBounds| bounds.touches(window.start(), window.last()) != Certainty::Out;
        self.timeline.bounds(ix).is_some_and(touches)
    }

    /// What is to be asked elsewhere: a question that has a higher number than this one.
    pub fn search_request(&self, after: u64) -> Option<SearchRequest> {
        let number = self.pending_request.filter(|&number| number > after)?;
        Some(SearchRequest {
            number,
            query: self.query.clone(),
            timeline: Arc::clone(&self.timeline),
            text_index: Arc::clone(self.haystack()),
            near: self.selected.or(self.preferred).or_else(|| self.timeline.indices().next()),
        })
    }

    /// Takes the answer to a question, if it is still asked.
    pub fn apply_search_response(&mut self, reply: SearchResponse) {
        if self.pending_request != Some(reply.number) {
            return;
        }
        if reply.is_complete {
            self.pending_request = None;
        }
        self.set_results(reply.found);
        // Of what is found with a slip, the best comes first.
        if let (Some(best), Some(super::Overlay::Query(_))) = (reply.best, self.overlays.last()) {
            self.select(best);
        }
    }

    /// Whether what is shown is all that the filter keeps, rather than what it kept before, or a part.
    pub fn is_search_complete(&self) -> bool {
        self.pending_request.is_none()
    }

    fn set_results(&mut self, found: QueryResult) {
        (self.visible, self.possible) = (found.events, found.possible);
        self.filter_revision += 1;
        self.excluded_by_view = 0;
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
        let mut query = self.query.clone();
        query.toggle(field, value, excludes);
        self.set_query_undoable(query);
    }

    pub(super) fn drop_last_term(&mut self) {
        let mut query = self.query.clone();
        query.terms.pop();
        self.set_query_undoable(query);
    }
}
