//! Changing the filter.

use std::sync::Arc;

use crate::{
    axis::Window,
    model::{Certainty, DateBounds, EventIndex},
    query::{Field, Found, Query, Question, Reply, run},
};

use super::App;

/// From so many bytes of text on, queries are run beside the interface.
const LONG: usize = 4 << 20;

impl App {
    /// Takes a new filter, keeps the wanted event selected if it can, and brings the selection into view.
    pub fn set_query(&mut self, query: Query) {
        self.query = query;
        self.filter_anew();
    }

    /// Finds out which events are shown, and settles the selection. Where that takes longer than a frame, it is asked
    /// elsewhere, and what is shown stays until there is an answer.
    pub(super) fn filter_anew(&mut self) {
        self.asking = None;
        if self.query.is_empty() {
            self.show_found(Found { events: self.timeline.indices().collect(), possible: Vec::new() });
        } else if self.haystack().bytes() > LONG {
            self.questions += 1;
            self.asking = Some(self.questions);
            self.settle();
        } else {
            let found = run(&self.query, &self.timeline, self.haystack());
            self.show_found(found);
        }
    }

    /// Finds out at once which events are shown, where that is still asked.
    pub fn finish_filter(&mut self) {
        if self.asking.take().is_some() {
            let found = run(&self.query, &self.timeline, self.haystack());
            self.show_found(found);
        }
    }

    /// Whether an event lies in a window, or may.
    pub fn is_within(&self, ix: EventIndex, window: Window) -> bool {
        let touches = |bounds: &DateBounds| bounds.touches(window.start(), window.last()) != Certainty::Out;
        self.timeline.bounds(ix).is_some_and(touches)
    }

    /// What is to be asked elsewhere: a question that has a higher number than this one.
    pub fn question(&self, after: u64) -> Option<Question> {
        let number = self.asking.filter(|&number| number > after)?;
        Some(Question {
            number,
            query: self.query.clone(),
            timeline: Arc::clone(&self.timeline),
            haystack: Arc::clone(self.haystack()),
            near: self.selected.or(self.wanted).or_else(|| self.timeline.indices().next()),
        })
    }

    /// Takes the answer to a question, if it is still asked.
    pub fn answer(&mut self, reply: Reply) {
        if self.asking != Some(reply.number) {
            return;
        }
        if reply.is_whole {
            self.asking = None;
        }
        self.show_found(reply.found);
        // Of what is found with a slip, the best comes first.
        if let (Some(best), Some(super::Layer::Query(_))) = (reply.best, self.layers.last()) {
            self.select(best);
        }
    }

    /// Whether what is shown is all that the filter keeps, rather than what it kept before, or a part.
    pub fn is_settled(&self) -> bool {
        self.asking.is_none()
    }

    fn show_found(&mut self, found: Found) {
        (self.shown, self.perhaps) = (found.events, found.possible);
        self.filter_count += 1;
        self.passed_over = 0;
        self.keep_sides();
        self.keep_threads();
        self.keep_quoted();
        self.tally_anew();
        self.find_empty();
        self.count_around_origin();
        self.settle();
        self.reveal();
    }

    /// Takes a new filter as a change that can be taken back.
    pub(super) fn change_query(&mut self, query: Query) {
        let before = self.before();
        self.set_query(query);
        self.remember(before, false);
    }

    /// Asks for a value or excludes it, or takes that back.
    pub(super) fn toggle(&mut self, field: Field, value: &str, excludes: bool) {
        let mut query = self.query.clone();
        query.toggle(field, value, excludes);
        self.change_query(query);
    }

    pub(super) fn drop_last_term(&mut self) {
        let mut query = self.query.clone();
        query.terms.pop();
        self.change_query(query);
    }
}
