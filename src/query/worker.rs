//! Queries of long timelines, run on a thread beside the interface. The newest request ends the one before it.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use super::{
    Concordance, ConcordanceOrder, ConcordanceTerms, Query, QueryEvaluator, QueryResult, QuoteRef, TextIndex,
    best_match,
};
use crate::model::{EventIndex, Timeline};

/// A query to run.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// Its number: a later request has a higher one.
    pub number: u64,
    /// The query.
    pub query: Query,
    /// The timeline.
    pub timeline: Arc<Timeline>,
    /// Its folded text.
    pub text_index: Arc<TextIndex>,
    /// The event around which one looks first.
    pub near: Option<EventIndex>,
    /// What is to be found.
    pub goal: SearchGoal,
}

/// What is to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchGoal {
    /// The events that the query keeps.
    Events {
        /// Whether it is to be found out as well which quotes the query is about.
        with_passages: bool,
    },
    /// Where the words of the query stand in these events.
    Concordance(ConcordanceOrder),
}

/// What was found.
#[derive(Debug)]
pub enum SearchResponse {
    /// The events that the query keeps.
    Events(FoundEvents),
    /// Where its words stand.
    Concordance {
        /// The number of the request.
        number: u64,
        /// The words.
        terms: ConcordanceTerms,
        /// The lines.
        found: Concordance,
    },
}

/// The events that a query keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEvents {
    /// The number of the request.
    pub number: u64,
    /// The events.
    pub found: QueryResult,
    /// The event in which the fuzzy words of the query stand best, if it has any.
    pub best: Option<EventIndex>,
    /// The quotes that the query is about; `None` where it asks nothing of quotes, or nobody wants to know.
    pub passages: Option<Vec<QuoteRef>>,
    /// Whether all events were searched, or only some.
    pub is_complete: bool,
}

/// Bytes of text around the selected event that are searched first: what they hold can be shown within a frame.
const FIRST_RESPONSE_BYTES: usize = 32 << 20;

/// A thread that runs queries.
#[derive(Debug)]
pub struct SearchWorker {
    requests: Sender<SearchRequest>,
    responses: Receiver<SearchResponse>,
    newest: Arc<AtomicU64>,
}

impl SearchWorker {
    /// Starts the thread; each response is announced by `wake`.
    ///
    /// # Errors
    ///
    /// The system refuses threads.
    pub fn start(wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (requests, asked) = mpsc::channel::<SearchRequest>();
        let (sender, responses) = mpsc::channel();
        let newest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&newest);
        thread::Builder::new().name("searcher".to_owned()).spawn(move || {
            for request in asked {
                let is_cancelled = || current.load(Ordering::Relaxed) != request.number;
                for is_complete in [false, true] {
                    let response = match request.goal {
                        SearchGoal::Events { with_passages } => {
                            answer(&request, with_passages, is_complete, &is_cancelled).map(SearchResponse::Events)
                        }
                        SearchGoal::Concordance(order) if is_complete => concordance(&request, order, &is_cancelled),
                        SearchGoal::Concordance(_) => None,
                    };
                    let Some(response) = response else { continue };
                    if sender.send(response).is_err() {
                        return;
                    }
                    wake();
                }
            }
        })?;
        Ok(Self { requests, responses, newest })
    }

    /// Asks; what was asked before is not answered any more.
    pub fn submit(&self, request: SearchRequest) {
        self.newest.store(request.number, Ordering::Relaxed);
        // The thread lives as long as this.
        let _lives = self.requests.send(request);
    }

    /// The responses that have come.
    pub fn responses(&self) -> impl Iterator<Item = SearchResponse> + '_ {
        self.responses.try_iter()
    }
}

/// The answer of all events, or of those nearby if these are not all; `None` if nobody waits for it any more.
fn answer(
    request: &SearchRequest,
    with_passages: bool,
    is_complete: bool,
    is_cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<FoundEvents> {
    let SearchRequest { number, query, timeline, text_index, near, goal: _ } = request;
    let wants_passages = with_passages && query.asks_of_quotes();
    // Reading quotes would delay what is there to be quick.
    if wants_passages && !is_complete {
        return None;
    }
    let evaluator = QueryEvaluator::new(timeline, text_index).with_cancel(is_cancelled);
    let evaluator = if is_complete { evaluator } else { evaluator.limited_around((*near)?, FIRST_RESPONSE_BYTES) };
    if is_cancelled() || evaluator.is_partial() == is_complete {
        return None;
    }
    let found = evaluator.run(query)?;
    let best = if is_complete { best_match(query, timeline, text_index, &found.events) } else { None };
    let passages = if wants_passages { Some(evaluator.passages(query, &found.events)?) } else { None };
    Some(FoundEvents { number: *number, found, best, passages, is_complete })
}

/// The lines of the concordance; `None` where the query has no words, or nobody waits for them any more.
fn concordance(
    request: &SearchRequest,
    order: ConcordanceOrder,
    is_cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<SearchResponse> {
    let SearchRequest { number, query, timeline, text_index, .. } = request;
    let evaluator = QueryEvaluator::new(timeline, text_index).with_cancel(is_cancelled);
    let terms = ConcordanceTerms::new(query, &evaluator)?;
    let events = evaluator.run(query)?.events;
    let found = Concordance::new(&terms, timeline, text_index, &events, is_cancelled)?;
    let found = found.in_order(order, &terms, timeline, text_index);
    Some(SearchResponse::Concordance { number: *number, terms, found })
}
