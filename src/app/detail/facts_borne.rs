//! What of an event a source bears.

use crate::{
    messages::{Locale, detail, field_name},
    model::{Event, Source},
};

/// What the source at this place bears: facts of the event, and quotes by their numbers. `None` where the file does not say,
/// as the numbers behind its quotes are enough then.
pub fn facts_borne(event: &Event, place: usize, locale: Locale) -> Option<Vec<String>> {
    let source = event.sources.get(place)?;
    source.supports.first()?;
    let facts = source.supports.iter().filter_map(|support| match Source::supported(support)? {
        (_, Some(name)) => Some(name.to_owned()),
        (field, None) => Some(field_name(field, locale).to_owned()),
    });
    let quotes = (1_usize..).zip(event.quotes.iter()).filter(|(_, quote)| quote.source == Some(place));
    let quotes = quotes.map(|(at, _)| {
        if event.quotes.len() == 1 { detail::the_quote(locale).to_owned() } else { detail::quote_of_number(locale, at) }
    });
    Some(facts.chain(quotes).collect())
}
