//! What is said of what a check has found, and the way out.

use super::{finding::Finding, wording::noun};
use crate::{
    messages::{Locale, findings},
    model::ColumnNote,
};

impl Finding {
    pub(super) fn message(&self, locale: Locale) -> String {
        match self {
            Self::BearsNothing => findings::bears_nothing(locale).to_owned(),
            Self::FurtherReadingBears => findings::further_reading_bears(locale).to_owned(),
            Self::NothingToBear { support } => findings::nothing_to_bear(locale, support),
            Self::NoOfficialSource => findings::no_official_source(locale).to_owned(),
            Self::UnmarkedFragment => findings::unmarked_fragment(locale).to_owned(),
            Self::InsecureUrl { host } => findings::insecure_url(locale, host),
            Self::BodyAmongPeople { name } => findings::body_among_people(locale, name),
            Self::NoJapanese { table, field } => findings::no_japanese(locale, noun(table, locale), field),
            Self::NoTranslation => findings::no_translation(locale).to_owned(),
            Self::UnattributedQuote => findings::unattributed_quote(locale).to_owned(),
            Self::UndatedSource => findings::undated_source(locale).to_owned(),
            Self::NearName { what, name, usual } => findings::near_name(locale, noun(what, locale), name, usual),
            Self::NearDuplicate { title, first } => findings::near_duplicate(locale, *first, title),
            Self::FollowsLater { id } => findings::follows_later(locale, id),
            Self::Dates(note) => note.message(locale),
        }
    }

    pub(super) fn help(&self, locale: Locale) -> Option<String> {
        let phrase = match self {
            Self::InsecureUrl { host } => return Some(findings::write_https(locale, host)),
            Self::NoJapanese { field: "text", .. } => return Some(findings::write_field(locale, "translation_ja")),
            Self::NoJapanese { field, .. } => return Some(findings::write_field(locale, &format!("{field}_ja"))),
            Self::NoTranslation => return Some(findings::write_field(locale, "translation")),
            Self::NearName { usual, .. } => return Some(findings::usual_name(locale, usual)),
            Self::BearsNothing => findings::name_what_it_bears(locale),
            Self::NoOfficialSource => findings::mark_as_primary(locale),
            Self::UnmarkedFragment => findings::say_so_in_note(locale),
            Self::BodyAmongPeople { .. } => findings::among_organisations(locale),
            Self::UnattributedQuote => findings::number_of_source(locale),
            Self::UndatedSource => findings::date_of_source(locale),
            Self::NearDuplicate { .. } => findings::take_one_out(locale),
            Self::FollowsLater { .. } => findings::later_names_earlier(locale),
            Self::Dates(ColumnNote::SameDay { .. } | ColumnNote::FirstOfMonth { .. }) => {
                findings::only_month_or_year(locale)
            }
            Self::Dates(ColumnNote::Midnight { .. }) => findings::only_day(locale),
            Self::FurtherReadingBears | Self::NothingToBear { .. } | Self::Dates(_) => return None,
        };
        Some(phrase.to_owned())
    }
}
