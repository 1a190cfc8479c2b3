//! Changing a query by its terms, as keys and menus do.

use super::{Predicate, Query, QueryTerm};
use crate::{query::Field, text::fold};

impl Query {
    /// This query without what it asks of one field.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        let terms = self.terms.iter().filter(|term| !matches!(term.predicate, Predicate::Field(of, _) if of == field));
        Self { terms: terms.cloned().collect() }
    }

    /// Whether the answer hangs on what a reader has noted.
    pub fn asks_of_marks(&self) -> bool {
        asks_of_marks(&self.terms)
    }

    /// Whether the query asks for this value or excludes it: `Some(true)` excludes.
    pub fn asks(&self, field: Field, value: &str) -> Option<bool> {
        self.terms.iter().find_map(|term| match &term.predicate {
            Predicate::Field(of, values) if *of == field && values.iter().any(|v| v == value) => Some(term.excludes),
            _ => None,
        })
    }

    /// Asks for this value as well, or excludes it; takes the value back if the query does just that already.
    pub fn toggle(&mut self, field: Field, value: &str, excludes: bool) {
        let before = self.asks(field, value);
        for term in &mut self.terms {
            if let Predicate::Field(of, values) = &mut term.predicate
                && *of == field
            {
                values.retain(|v| v != value);
            }
        }
        self.terms.retain(|term| !matches!(&term.predicate, Predicate::Field(_, values) if values.is_empty()));
        if before == Some(excludes) {
            return;
        }
        let same = self.terms.iter_mut().find_map(|term| match &mut term.predicate {
            Predicate::Field(of, values) if *of == field && term.excludes == excludes => Some(values),
            _ => None,
        });
        match same {
            Some(values) => values.push(value.to_owned()),
            None => self.terms.push(QueryTerm { excludes, predicate: Predicate::Field(field, vec![value.to_owned()]) }),
        }
    }

    /// Asks for this value besides all that is asked for; takes that back where it was asked for so.
    pub fn narrow(&mut self, field: Field, value: &str) {
        let narrower = QueryTerm::from(Predicate::Field(field, vec![value.to_owned()]));
        let had = self.terms.len();
        self.terms.retain(|term| *term != narrower);
        if self.terms.len() == had {
            self.terms.push(narrower);
        }
    }

    /// Asks of the field for this value alone; if it does so already, for nothing.
    pub fn only(&mut self, field: Field, value: &str) {
        let alone = QueryTerm::from(Predicate::Field(field, vec![value.to_owned()]));
        let is_alone = self
            .terms
            .iter()
            .filter(|term| matches!(term.predicate, Predicate::Field(of, _) if of == field))
            .eq([&alone]);
        *self = self.without(field);
        if !is_alone {
            self.terms.push(alone);
        }
    }

    /// Drops the term at a place; nothing if there is none.
    pub fn remove(&mut self, place: usize) {
        if place < self.terms.len() {
            self.terms.remove(place);
        }
    }
}

fn asks_of_marks(terms: &[QueryTerm]) -> bool {
    terms.iter().any(|term| match &term.predicate {
        Predicate::Field(Field::Tag | Field::Note, _) => true,
        Predicate::Field(Field::Is, values) => values.iter().any(|value| fold(value) == "marked"),
        Predicate::AnyOf(alternatives) => alternatives.iter().any(|terms| asks_of_marks(terms)),
        _ => false,
    })
}
