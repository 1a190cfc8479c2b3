//! What readers are told of a field: what it asks for, and how that is written.

use super::Field;
use crate::messages::{Locale, query_fields};

impl Field {
    /// What it asks for, in a few words.
    pub const fn about(self, locale: Locale) -> &'static str {
        match self {
            Self::Lane => query_fields::lane(locale),
            Self::Area => query_fields::area(locale),
            Self::Kind => query_fields::kind(locale),
            Self::Party => query_fields::party(locale),
            Self::Year => query_fields::year(locale),
            Self::Person => query_fields::person(locale),
            Self::Speaker => query_fields::speaker(locale),
            Self::Org => query_fields::org(locale),
            Self::Place => query_fields::place(locale),
            Self::Source => query_fields::source(locale),
            Self::Lang => query_fields::lang(locale),
            Self::Quote => query_fields::quote(locale),
            Self::Title => query_fields::title(locale),
            Self::Id => query_fields::id(locale),
            Self::Thread => query_fields::thread(locale),
            Self::Tag => query_fields::tag(locale),
            Self::Note => query_fields::note(locale),
            Self::Has => query_fields::has(locale),
            Self::Is => query_fields::is(locale),
            Self::Extra(_) => query_fields::extra(locale),
        }
    }

    /// A term that asks for it, with a value that there may be.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Lane => "lane:us-japan",
            Self::Area => "area:skills,norms",
            Self::Kind => "-kind:statement",
            Self::Party => "party:JP",
            Self::Year => "year:2022",
            Self::Person => "person:西村",
            Self::Speaker => "said:Sullivan",
            Self::Org => "org:NISC",
            Self::Place => "place:\"Washington, D.C.\"",
            Self::Source => "source:example.org",
            Self::Lang => "lang:ja",
            Self::Quote => "quote:運用",
            Self::Title => "title:talks",
            Self::Id => "id:2023-01",
            Self::Thread => "thread:first-meeting",
            Self::Tag => "tag:check",
            Self::Note => "note:annex",
            Self::Has => "has:quote",
            Self::Is => "is:contested",
            Self::Extra(_) => "EventID:4624",
        }
    }
}
