//! A value of a field, or a filter, in one line.

use crate::{
    app::App,
    messages::reader,
    query::{FacetState, FacetValue},
};

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
