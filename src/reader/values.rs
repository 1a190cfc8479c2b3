//! The values of a field, each with how many events have it, and filters of before.

use super::{
    listing::Listing,
    mode::ReaderMode,
    response::Response,
    sentence::{capitalized, enumerated, sentences},
};
use crate::{
    messages::{Locale, reader},
    query::{FacetValue, Field, values},
    text::fold,
};

/// So many filters of before are told.
const MAX_FILTERS: usize = 50;

impl ReaderMode<'_> {
    /// The values of a field among the events that pass the filter.
    pub(super) fn list_values(&mut self, argument: &str) -> Response {
        let locale = self.locale();
        let names = Field::FACETS.map(|(_, field)| field.name());
        let which = || reader::which_values(locale, &enumerated(names, locale));
        if argument.is_empty() {
            return Response::failed(which());
        }
        let Some(field) = field_named(argument).or_else(|| Field::named_in(argument, self.app.timeline())) else {
            return Response::failed(sentences([reader::no_such_field(locale, argument), which()], locale));
        };
        let found = values(field, self.app.query(), self.app.timeline(), self.app.text_index(), self.app.lang());
        let head = reader::values_of(locale, &capitalized(field.label_of_many(locale)), found.len());
        Response::listed(head, Listing::Values(found))
    }

    /// Asks for a value as well, or no longer.
    pub(super) fn toggle_value(&mut self, value: &FacetValue) -> Response {
        let mut query = self.app.query().clone();
        query.toggle(value.field, &value.value.id, false);
        self.filter_by(query)
    }

    /// The filters that were saved, and those that were used, the latest first.
    pub(super) fn list_filters(&mut self) -> Response {
        let locale = self.locale();
        let saved = self.app.prefs().saved_queries.iter().map(|(name, query)| (Some(name.clone()), query.clone()));
        let used = self.app.filter().query_history.iter().rev().take(MAX_FILTERS).map(|query| (None, query.clone()));
        let filters: Vec<_> = saved.chain(used).collect();
        if filters.is_empty() {
            return Response::told(reader::no_filters(locale));
        }
        Response::listed(reader::filters(locale, filters.len()), Listing::Filters(filters))
    }
}

/// The field of this name, or of what several of its values are called.
fn field_named(name: &str) -> Option<Field> {
    let name = fold(name);
    let is_named = |field: &Field| {
        let many = Locale::ALL.map(|locale| field.label_of_many(locale));
        let one = Locale::ALL.map(|locale| field.label(locale));
        let all = [field.name()].into_iter().chain(many).chain(one);
        all.into_iter().any(|known| fold(known) == name || format!("{}s", fold(known)) == name)
    };
    Field::ALL.into_iter().find(is_named)
}
