//! Changing the filter.

use crate::query::{Field, Found, Query, run};

use super::App;

impl App {
    /// Takes a new filter, keeps the wanted event selected if it can, and brings the selection into view.
    pub fn set_query(&mut self, query: Query) {
        self.query = query;
        self.filter_anew();
    }

    /// Finds out which events are shown, and settles the selection.
    pub(super) fn filter_anew(&mut self) {
        let found = if self.query.is_empty() {
            Found { events: self.timeline.indices().collect(), possible: Vec::new() }
        } else {
            run(&self.query, &self.timeline, self.haystack())
        };
        (self.shown, self.perhaps) = (found.events, found.possible);
        self.filter_count += 1;
        self.passed_over = 0;
        self.keep_sides();
        self.keep_threads();
        self.keep_quoted();
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
