//! The names of fields as files write them, in the words of readers.

use super::{Locale, fields};

/// The name of a field of an event; as it is written, if it is none.
pub fn field_name(field: &str, locale: Locale) -> &str {
    match field {
        "date" => fields::date(locale),
        "place" => fields::place(locale),
        "parties" => fields::parties(locale),
        "people" => fields::people(locale),
        "areas" => fields::areas(locale),
        "title" => fields::title(locale),
        "summary" => fields::summary(locale),
        "note" => fields::note(locale),
        "quote" => fields::quote(locale),
        "organisations" => fields::organisations(locale),
        "kind" => fields::kind(locale),
        "role" => fields::role(locale),
        _ => field,
    }
}
