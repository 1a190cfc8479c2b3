//! Two filters side by side, told one event after the other.

use super::{
    listing::Listing,
    mode::ReaderMode,
    response::Response,
    sentence::{quoted, sentences},
};
use crate::{
    app::{Comparison, ComparisonErrorKind, Side},
    messages::{exports, reader},
    model::EventIndex,
};

/// In so many areas it is told how the sides differ.
const MAX_AREAS: usize = 5;

impl ReaderMode<'_> {
    /// Compares two filters; without any those that were compared last, or the first two lanes.
    pub(super) fn compare(&mut self, argument: &str) -> Response {
        let locale = self.locale();
        let comparison = if argument.is_empty() {
            self.app.comparison().clone()
        } else {
            match Comparison::read(argument, self.app.timeline(), true) {
                Ok(comparison) => comparison,
                Err(ComparisonErrorKind::NotTwo) => return Response::failed(reader::two_filters(locale)),
                Err(fault) => return Response::failed(quoted(&fault.told(locale), locale)),
            }
        };
        self.app.compare(comparison);
        let compared = self.app.comparison();
        let [left, right] = Side::BOTH.map(|side| compared.events(side));
        let both = left.iter().filter(|ix| right.binary_search(ix).is_ok()).count();
        let sides = Side::BOTH.map(|side| {
            reader::side(locale, &self.app.side_name(side), &reader::events(locale, compared.events(side).len()))
        });
        let words = &self.app.timeline().vocabularies;
        let areas = compared.areas.iter().take(MAX_AREAS).map(|(area, [left, right])| {
            let name = words.areas.iter().nth(*area).map(|(_, term)| term.label(locale.into()));
            reader::left_and_right(locale, &name.unwrap_or_default(), *left, *right)
        });
        let areas = areas.collect::<Vec<_>>().join(exports::separator(locale));
        let both = (both > 0).then(|| reader::on_both(locale, &reader::events(locale, both)));
        let differ = (!areas.is_empty()).then(|| reader::differ_most(locale, &areas));
        let mut events: Vec<EventIndex> = left.iter().chain(right).copied().collect();
        events.sort_unstable();
        events.dedup();
        let head = sentences(sides.into_iter().chain(both).chain(differ), locale);
        Response::listed(head, Listing::Compared(events.into()))
    }
}
