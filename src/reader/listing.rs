//! The entries of an answer: how many there are, what each says, and where its number leads.

use std::sync::Arc;

use super::{event_lines, occurrence_list::OccurrenceList, sentence::sentence, value_lines};
use crate::{
    app::{App, Direction},
    model::EventIndex,
    query::{FacetValue, QuoteRef},
};

/// The entries of an answer, as far as possible by what they stand for: a million of them are not written before they are told.
#[derive(Debug, Clone)]
pub(super) enum Listing {
    /// Lines without numbers.
    Text(Vec<String>),
    /// Events.
    Events(Arc<[EventIndex]>),
    /// Events, each on its side of the comparison.
    Compared(Arc<[EventIndex]>),
    /// Events that are linked to the selected one, with the side on which they stand.
    Linked(Vec<(Direction, EventIndex)>),
    /// Quotes.
    Quotes(Vec<QuoteRef>),
    /// Places at which words stand.
    Occurrences(OccurrenceList),
    /// Values of a field.
    Values(Vec<FacetValue>),
    /// Filters, each with its name if it was saved.
    Filters(Vec<(Option<String>, String)>),
}

/// Where the number of an entry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EntryTarget {
    /// To an event.
    Event(EventIndex),
    /// To a quote.
    Quote(QuoteRef),
    /// To what has a value as well.
    Value(FacetValue),
    /// To what passes another filter.
    Filter(String),
}

impl Listing {
    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Text(lines) => lines.len(),
            Self::Events(events) | Self::Compared(events) => events.len(),
            Self::Linked(events) => events.len(),
            Self::Quotes(quotes) => quotes.len(),
            Self::Occurrences(list) => list.found.len(),
            Self::Values(values) => values.len(),
            Self::Filters(filters) => filters.len(),
        }
    }

    /// Whether its entries have numbers.
    pub(super) const fn is_numbered(&self) -> bool {
        !matches!(self, Self::Text(_))
    }

    /// Where the entry at this place leads.
    pub(super) fn target(&self, place: usize) -> Option<EntryTarget> {
        match self {
            Self::Text(_) => None,
            Self::Events(events) | Self::Compared(events) => events.get(place).copied().map(EntryTarget::Event),
            Self::Linked(events) => events.get(place).map(|&(_, ix)| EntryTarget::Event(ix)),
            Self::Quotes(quotes) => quotes.get(place).copied().map(EntryTarget::Quote),
            Self::Occurrences(list) => list.found.line_at(place).map(|(ix, _)| EntryTarget::Event(ix)),
            Self::Values(values) => values.get(place).cloned().map(EntryTarget::Value),
            Self::Filters(filters) => filters.get(place).map(|(_, query)| EntryTarget::Filter(query.clone())),
        }
    }

    /// What the entry at this place says.
    pub(super) fn line(&self, app: &App, place: usize) -> String {
        let text = match self {
            Self::Text(lines) => return lines.get(place).cloned().unwrap_or_default(),
            Self::Events(events) => events.get(place).map(|&ix| event_lines::in_list(app, ix)),
            Self::Compared(events) => events.get(place).map(|&ix| event_lines::on_side(app, ix)),
            Self::Linked(events) => events.get(place).map(|&(side, ix)| event_lines::linked(app, side, ix)),
            Self::Quotes(quotes) => quotes.get(place).map(|&quote| event_lines::quote_in_list(app, quote)),
            Self::Occurrences(list) => list.line(app, place),
            Self::Values(list) => list.get(place).map(|value| value_lines::in_list(app, value)),
            Self::Filters(filters) => filters.get(place).map(|filter| value_lines::filter_in_list(app, filter)),
        };
        format!("{}. {}", place + 1, sentence(&text.unwrap_or_default(), app.locale()))
    }
}
