//! Changing a query by its terms, as keys and menus do.

use super::{Chip, Predicate, Query, QueryTerm, ast::OffTerm};
use crate::{query::Field, text::fold};

impl FromIterator<Chip> for Query {
    fn from_iter<T: IntoIterator<Item = Chip>>(chips: T) -> Self {
        let mut query = Self::default();
        for Chip { term, is_off } in chips {
            if is_off {
                query.off.push(OffTerm { before: query.terms.len(), term });
            } else {
                query.terms.push(term);
            }
        }
        query
    }
}

impl QueryTerm {
    /// Asks for the opposite.
    pub const fn negate(&mut self) {
        self.excludes = !self.excludes;
    }
}

impl Query {
    /// Changes the row of terms.
    pub fn edit_chips(&mut self, edit: impl FnOnce(&mut Vec<Chip>)) {
        let mut chips = self.chips();
        edit(&mut chips);
        *self = chips.into_iter().collect();
    }

    /// Keeps the terms for which this holds, of those that are on; the others keep their places.
    pub fn retain(&mut self, is_kept: impl Fn(&QueryTerm) -> bool) {
        self.edit_chips(|chips| chips.retain(|chip| chip.is_off || is_kept(&chip.term)));
    }

    /// What this query asks of all fields but one.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        let terms = self.terms.iter().filter(|term| !matches!(term.predicate, Predicate::Field(of, _) if of == field));
        Self::from(terms.cloned().collect::<Vec<_>>())
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
        self.retain(|term| !matches!(&term.predicate, Predicate::Field(_, values) if values.is_empty()));
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
        self.retain(|term| *term != narrower);
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
        self.retain(|term| !matches!(term.predicate, Predicate::Field(of, _) if of == field));
        if !is_alone {
            self.terms.push(alone);
        }
    }

    /// Drops the term at a place in the row of all; nothing if there is none.
    pub fn drop_chip(&mut self, place: usize) {
        self.edit_chips(|chips| {
            if place < chips.len() {
                chips.remove(place);
            }
        });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_keeps_its_place_and_filters_nothing() {
        let mut query = Query::parse("off:a b off:-lane:x,y c off:(d | e)");
        assert_eq!(Query::from(query.terms.clone()).to_string(), "b c");
        assert_eq!(query.to_string(), "off:a b off:-lane:x,y c off:(d | e)");
        query.retain(|term| term.to_string() != "b");
        assert_eq!(query.to_string(), "off:a off:-lane:x,y c off:(d | e)");
        query.edit_chips(|chips| chips.iter_mut().for_each(|chip| chip.is_off = !chip.is_off));
        assert_eq!(query.to_string(), "a -lane:x,y off:c (d | e)");
        query.terms.clear();
        assert_eq!(query.to_string(), "off:c");
    }
}
