//! Changing the filter.

use crate::query::{Field, Query, run};

use super::{App, Before};

impl App {
    /// Takes a new filter, keeps the wanted event selected if it can, and brings the selection into view.
    pub fn set_query(&mut self, query: Query) {
        self.shown = if query.is_empty() {
            self.timeline.indices().collect()
        } else {
            run(&query, &self.timeline, self.haystack())
        };
        self.query = query;
        self.settle();
        self.reveal();
    }

    /// Asks for a value or excludes it, or takes that back.
    pub(super) fn toggle(&mut self, field: Field, value: &str, excludes: bool) {
        let mut query = self.query.clone();
        query.toggle(field, value, excludes);
        self.set_query(query);
    }

    pub(super) fn drop_last_term(&mut self) {
        let mut query = self.query.clone();
        query.terms.pop();
        self.set_query(query);
    }

    pub(super) fn before(&self) -> Before {
        Before { query: self.query.clone(), window: self.window, list_top: self.list_top, detail_top: self.detail_top }
    }

    pub(super) fn restore(&mut self, before: Before) {
        self.set_query(before.query);
        (self.window, self.list_top, self.detail_top) = (before.window, before.list_top, before.detail_top);
        self.follow_selection();
    }
}
