//! Queries of long timelines, run on a thread beside the interface. The newest question ends the one before it.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use super::{Found, Haystack, Query, Search, best_match};
use crate::model::{EventIndex, Timeline};

/// What is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its number: a later question has a higher one.
    pub number: u64,
    /// The query.
    pub query: Query,
    /// The timeline.
    pub timeline: Arc<Timeline>,
    /// Its folded text.
    pub haystack: Arc<Haystack>,
    /// The event around which one looks first.
    pub near: Option<EventIndex>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The number of the question.
    pub number: u64,
    /// The events.
    pub found: Found,
    /// The event in which the fuzzy words of the query stand best, if it has any.
    pub best: Option<EventIndex>,
    /// Whether all events were asked, or only some.
    pub is_whole: bool,
}

/// Around the selected event so many bytes of text are asked first: what they hold can be shown within a frame.
const FIRST: usize = 32 << 20;

/// A thread that runs queries.
#[derive(Debug)]
pub struct Searcher {
    questions: Sender<Question>,
    replies: Receiver<Reply>,
    newest: Arc<AtomicU64>,
}

impl Searcher {
    /// Starts the thread; each reply is announced by `wake`.
    ///
    /// # Errors
    ///
    /// The system refuses threads.
    pub fn start(wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (questions, asked) = mpsc::channel::<Question>();
        let (sender, replies) = mpsc::channel();
        let newest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&newest);
        thread::Builder::new().name("searcher".to_owned()).spawn(move || {
            for question in asked {
                let is_over = || current.load(Ordering::Relaxed) != question.number;
                for is_whole in [false, true] {
                    let Some(reply) = answer(&question, is_whole, &is_over) else { continue };
                    if sender.send(reply).is_err() {
                        return;
                    }
                    wake();
                }
            }
        })?;
        Ok(Self { questions, replies, newest })
    }

    /// Asks; what was asked before is not answered any more.
    pub fn ask(&self, question: Question) {
        self.newest.store(question.number, Ordering::Relaxed);
        // The thread lives as long as this.
        let _lives = self.questions.send(question);
    }

    /// The replies that have come.
    pub fn replies(&self) -> impl Iterator<Item = Reply> + '_ {
        self.replies.try_iter()
    }
}

/// The answer of all events, or of those nearby if these are not all; `None` if nobody waits for it any more.
fn answer(question: &Question, is_whole: bool, is_over: &(dyn Fn() -> bool + Sync)) -> Option<Reply> {
    let Question { number, query, timeline, haystack, near } = question;
    let search = Search::new(timeline, haystack).until(is_over);
    let search = if is_whole { search } else { search.near((*near)?, FIRST) };
    if is_over() || search.is_partial() == is_whole {
        return None;
    }
    let found = search.run(query)?;
    let best = if is_whole { best_match(query, timeline, haystack, &found.events) } else { None };
    Some(Reply { number: *number, found, best, is_whole })
}
