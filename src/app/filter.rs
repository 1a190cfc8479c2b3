//! Changing the filter.

use std::{mem, sync::Arc};

use crate::{
    model::{EventIndex, Timeline},
    query::{
        Explanation, Field, FoundEvents, Query, QueryEvaluator, QueryResult, QuoteRef, SearchGoal, SearchRequest,
        SearchResponse, run,
    },
};

use super::{App, Document, Passages, ThreadGraph, View};

/// So many queries are remembered.
pub const MAX_QUERY_HISTORY: usize = 500;
/// In a longer timeline nothing is explained.
const MAX_EVENTS_TO_EXPLAIN: usize = 20_000;
/// From so many bytes of text on, queries are run beside the interface.
pub(super) const MIN_BACKGROUND_SEARCH_BYTES: usize = 4 << 20;

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
    /// Why the query keeps all or nothing; `None` where there is nothing to say, and where finding out would take longer than
    /// a frame.
    pub explanation: Option<Explanation>,
    /// Which quotes the query is about; `None` where it asks nothing of quotes, and in the other views.
    pub passages: Option<Passages>,
    /// Whether the view of quotes lists the other quotes of the events as well.
    pub shows_other_quotes: bool,
    /// The queries of before, the newest last.
    pub query_history: Vec<String>,
    /// How many times other events were found, or the timeline was another.
    pub revision: u64,
    /// The number of the search of which `visible` is not yet the whole answer.
    pub(super) pending_request: Option<u64>,
    pub(super) next_request: u64,
}

impl Filter {
    /// Keeps all events.
    pub(super) fn new(timeline: &Timeline, query_history: Vec<String>) -> Self {
        Self { visible: timeline.indices().collect(), query_history, ..Self::default() }
    }

    /// The events that pass; `None` where finding them takes longer than a frame, so that it is to be
    /// [asked for](App::search_request) beside the interface.
    fn find(&mut self, doc: &Document) -> Option<QueryResult> {
        self.pending_request = None;
        if self.query.is_empty() {
            return Some(QueryResult { events: doc.timeline.indices().collect(), possible: Vec::new() });
        }
        if doc.text_index().bytes() > MIN_BACKGROUND_SEARCH_BYTES {
            self.pending_request = Some(self.take_request_number());
            return None;
        }
        Some(run(&self.query, &doc.timeline, doc.text_index()))
    }

    /// The number of a request that is new.
    pub(super) const fn take_request_number(&mut self) -> u64 {
        self.next_request += 1;
        self.next_request
    }

    /// Whether all events that pass are found, rather than those that passed the filter before, or a part.
    pub const fn is_complete(&self) -> bool {
        self.pending_request.is_none()
    }

    /// Where among the shown events this one stands; `None` if it is not shown.
    pub fn position(&self, ix: EventIndex) -> Option<usize> {
        self.visible.binary_search(&ix).ok()
    }

    /// Keeps of the shown events those that the view is about, and counts the others.
    pub(super) fn retain_in_view(&mut self, is_in_view: impl Fn(EventIndex) -> bool) {
        let found = self.visible.len();
        self.visible.retain(|&ix| is_in_view(ix));
        self.excluded_by_view = found - self.visible.len();
    }

    /// Forgets which events and quotes are shown, until it is found out again; gives what it was.
    pub(super) fn take_shown(&mut self) -> (Vec<EventIndex>, Vec<EventIndex>, Option<Passages>) {
        (mem::take(&mut self.visible), mem::take(&mut self.possible), self.passages.take())
    }

    /// Whether just these events and quotes are shown.
    fn shows(&self, (visible, possible, passages): &(Vec<EventIndex>, Vec<EventIndex>, Option<Passages>)) -> bool {
        (&self.visible, &self.possible, &self.passages) == (visible, possible, passages)
    }

    /// Gives every event its new place in another timeline.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.revision += 1;
        for events in [&mut self.visible, &mut self.possible] {
            *events = events.iter().filter_map(|&ix| moved(ix)).collect();
            events.sort_unstable();
        }
        if let Some(passages) = &mut self.passages {
            passages.remap_events(moved);
        }
    }

    /// Remembers the query, if there is one, as the newest.
    pub(super) fn push_query_history(&mut self) {
        let text = self.query.to_string();
        if text.is_empty() {
            return;
        }
        self.query_history.retain(|known| *known != text);
        self.query_history.push(text);
        let surplus = self.query_history.len().saturating_sub(MAX_QUERY_HISTORY);
        self.query_history.drain(..surplus);
    }
}

impl App {
    /// Takes a new filter, keeps the wanted event selected if it can, and brings the selection into view.
    pub fn set_query(&mut self, query: Query) {
        self.filter.query = query;
        self.settle_chips();
        self.refilter();
    }

    /// Finds out which events are shown, and settles the selection. Where that takes longer than a frame, what is shown
    /// stays until there is an answer.
    pub(super) fn refilter(&mut self) {
        match self.filter.find(&self.doc) {
            Some(found) => {
                let passages = self.find_passages(&found);
                self.set_results(found, passages);
            }
            None => self.resolve_selection(),
        }
    }

    /// Finds out at once which events are shown, where that is still asked.
    pub fn finish_filter(&mut self) {
        if self.filter.pending_request.take().is_some() {
            let found = run(&self.filter.query, &self.doc.timeline, self.doc.text_index());
            let passages = self.find_passages(&found);
            self.set_results(found, passages);
        }
    }

    /// Which quotes the filter is about, where that is on screen.
    fn find_passages(&self, found: &QueryResult) -> Option<Vec<QuoteRef>> {
        if self.panes.view != View::Quotes || !self.filter.query.asks_of_quotes() {
            return None;
        }
        QueryEvaluator::new(&self.doc.timeline, self.doc.text_index()).passages(&self.filter.query, &found.events)
    }

    /// What is to be asked beside the interface: a search of a higher number than this one.
    pub fn search_request(&self, after: u64) -> Option<SearchRequest> {
        if self.filter.is_complete() {
            return self.concordance_request(after);
        }
        let number = self.filter.pending_request.filter(|&number| number > after)?;
        Some(self.request(number, SearchGoal::Events { with_passages: self.panes.view == View::Quotes }))
    }

    pub(super) fn request(&self, number: u64, goal: SearchGoal) -> SearchRequest {
        SearchRequest {
            number,
            query: self.filter.query.clone(),
            timeline: Arc::clone(&self.doc.timeline),
            text_index: Arc::clone(self.doc.text_index()),
            goal,
            near: self.selection.selected.or(self.selection.preferred).or_else(|| self.doc.timeline.indices().next()),
        }
    }

    /// Takes the answer to a question, if it is still asked.
    pub fn apply_search_response(&mut self, reply: SearchResponse) {
        match reply {
            SearchResponse::Events(found) => self.apply_found(found),
            SearchResponse::Concordance { number, terms, found } => self.apply_concordance(number, terms, found),
        }
    }

    fn apply_found(&mut self, reply: FoundEvents) {
        if self.filter.pending_request != Some(reply.number) {
            return;
        }
        if reply.is_complete {
            self.filter.pending_request = None;
        }
        self.set_results(reply.found, reply.passages);
        // Of what is found with a slip, the best comes first.
        if let (Some(best), Some(super::Overlay::Query(_))) = (reply.best, self.overlays.last()) {
            self.select(best);
        }
    }

    fn set_results(&mut self, found: QueryResult, passages: Option<Vec<QuoteRef>>) {
        // The text is folded when it is first asked for: a start without a query does without.
        let is_short = !self.filter.query.is_empty()
            && self.doc.timeline.len() <= MAX_EVENTS_TO_EXPLAIN
            && self.doc.text_index().bytes() <= MIN_BACKGROUND_SEARCH_BYTES;
        let explanation =
            || Explanation::of(&self.filter.query, found.events.len(), &self.doc.timeline, self.doc.text_index());
        self.filter.explanation = if is_short { explanation() } else { None };
        let before = self.filter.take_shown();
        (self.filter.visible, self.filter.possible) = (found.events, found.possible);
        self.filter.excluded_by_view = 0;
        self.thread_graph = ThreadGraph::default();
        match self.panes.view {
            View::Compare => self.comparison.retain(&mut self.filter, &self.doc),
            View::Threads => self.thread_graph = ThreadGraph::retain_linked(&mut self.filter, &self.doc.timeline),
            View::Quotes => self.filter.retain_quotes(passages, &self.doc),
            View::Timeline | View::Matrix | View::Concordance => {}
        }
        self.filter.revision += u64::from(!self.filter.shows(&before));
        self.find_chosen();
        self.time.follow_filter(&self.filter, &self.doc, self.panes.view);
        self.count_concordance();
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
}
