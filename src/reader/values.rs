//! The values of a field, each with how many events have it, and filters of before.

use super::{
    answer::Answer,
    listing::Listing,
    reader_state::Reader,
    sentence::{capitalized, enumerated, sentences},
};
use crate::{
    app::App,
    messages::{Locale, reader},
    query::{FacetState, FacetValue, Field, values},
    text::fold,
};

/// So many filters of before are told.
const MAX_FILTERS: usize = 50;

/// A value with how many events have it.
pub(super) fn in_list(app: &App, value: &FacetValue) -> String {
    let locale = app.locale();
    let events = reader::events(locale, value.count);
    match value.state {
        FacetState::Neutral => reader::value(locale, &value.value.label, &events),
        FacetState::Included => reader::value_asked(locale, &value.value.label, &events),
        FacetState::Excluded => reader::value_excluded(locale, &value.value.label, &events),
    }
}

/// A filter, with its name if it was saved.
pub(super) fn filter_in_list(app: &App, (name, query): &(Option<String>, String)) -> String {
    match name {
        Some(name) => reader::saved_filter(app.locale(), name, query),
        None => query.clone(),
    }
}

impl Reader<'_> {
    /// The values of a field among the events that pass the filter.
    pub(super) fn list_values(&mut self, argument: &str) -> Answer {
        let locale = self.locale();
        let names = Field::FACETS.map(|(_, field)| field.name());
        let which = || reader::which_values(locale, &enumerated(names, locale));
        if argument.is_empty() {
            return Answer::failed(which());
        }
        let Some(field) = field_named(argument).or_else(|| Field::named_in(argument, self.app.timeline())) else {
            return Answer::failed(sentences([reader::no_such_field(locale, argument), which()], locale));
        };
        let found = values(field, self.app.query(), self.app.timeline(), self.app.haystack(), self.app.lang());
        let head = reader::values_of(locale, &capitalized(field.label_of_many(locale)), found.len());
        Answer::listed(head, Listing::Values(found))
    }

    /// Asks for a value as well, or no longer.
    pub(super) fn toggle_value(&mut self, value: &FacetValue) -> Answer {
        let mut query = self.app.query().clone();
        query.toggle(value.field, &value.value.id, false);
        self.filter_by(query)
    }

    /// The filters that were saved, and those that were used, the latest first.
    pub(super) fn list_filters(&mut self) -> Answer {
        let locale = self.locale();
        let saved = self.app.prefs().saved_queries.iter().map(|(name, query)| (Some(name.clone()), query.clone()));
        let used = self.app.filter().query_history.iter().rev().take(MAX_FILTERS).map(|query| (None, query.clone()));
        let filters: Vec<_> = saved.chain(used).collect();
        if filters.is_empty() {
            return Answer::told(reader::no_filters(locale));
        }
        Answer::listed(reader::filters(locale, filters.len()), Listing::Filters(filters))
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
