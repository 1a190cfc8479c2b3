//! What is to be said of a source as a whole, which stands at no place in it: facts, and their wording.

use super::severity::Severity;
use crate::{
    messages::{Locale, LocalizedText, detail, fields, sources},
    model::{ColumnNote, Vocabularies},
};

/// What is to be said of a source as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceFault {
    /// Its encoding is a guess.
    GuessedEncoding {
        /// The encoding, by its name in the standard.
        encoding: &'static str,
    },
    /// It is read no further, for want of memory.
    MemoryLimit {
        /// How much of it was read, in MB.
        megabytes: u64,
    },
    /// A vocabulary has more terms than can be told apart.
    TooManyTerms {
        /// What they are terms of, in the plural.
        vocabulary: &'static str,
        /// How many can be told apart.
        most: usize,
    },
    /// Events have ids that earlier ones have.
    RepeatedIds {
        /// How many events.
        events: usize,
    },
    /// Links lead to no event.
    LostLinks {
        /// How many links.
        links: usize,
    },
    /// Events follow from later ones.
    LaterLinks {
        /// How many links.
        links: usize,
    },
    /// Events have ids that stand in another file as well.
    SharedIds {
        /// How many events.
        events: usize,
        /// The first of the ids.
        first: String,
    },
    /// There is no room for its events beside those of other files.
    NoRoom {
        /// The lane that they would have.
        lane: String,
    },
    /// What the dates of a column show.
    Column {
        /// The column.
        column: String,
        /// What they show.
        note: ColumnNote,
        /// Whether all of its cells were looked at.
        is_whole: bool,
    },
    /// The dates of a column are not in the order that was said.
    OrderMisfit {
        /// What is said of it.
        message: LocalizedText,
    },
    /// Of several lists in an object one is read.
    OtherLists {
        /// The name of that list.
        read: String,
        /// The names of the others.
        others: Vec<String>,
    },
}

impl SourceFault {
    /// What is to be said of vocabularies that are full.
    pub fn of_vocabularies(words: &Vocabularies) -> impl Iterator<Item = Self> {
        words.full().map(|(vocabulary, most)| Self::TooManyTerms { vocabulary, most })
    }

    /// How bad it is.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::MemoryLimit { .. } => Severity::Error,
            Self::Column { note, .. } if !note.is_warning() => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// What is to be said.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::GuessedEncoding { encoding } => sources::guessed_encoding(locale, encoding),
            Self::MemoryLimit { megabytes } => sources::memory_limit(locale, *megabytes),
            Self::TooManyTerms { vocabulary, most } => {
                sources::too_many_terms(locale, *most, in_plural(vocabulary, locale))
            }
            Self::RepeatedIds { events } => sources::repeated_ids(locale, *events),
            Self::LostLinks { links } => sources::lost_links(locale, *links),
            Self::LaterLinks { links } => sources::later_links(locale, *links),
            Self::SharedIds { events, first } => sources::shared_ids(locale, *events, first),
            Self::NoRoom { lane } => sources::no_room(locale, lane),
            Self::Column { column, note, is_whole } => {
                let told = sources::column(locale, column, &note.message(locale));
                if *is_whole { told } else { sources::of_some_rows(locale, &told) }
            }
            Self::OrderMisfit { message } => message.text(locale).to_owned(),
            Self::OtherLists { read, others } => {
                let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
                sources::other_lists(locale, read, &others.join(detail::comma(locale)))
            }
        }
    }
}

/// What a vocabulary has terms of.
fn in_plural(english: &'static str, locale: Locale) -> &'static str {
    match english {
        "lanes" => fields::lanes(locale),
        "kinds" => fields::kinds(locale),
        "areas" => fields::areas(locale),
        "parties" => fields::parties(locale),
        "organisations" => sources::organisations(locale),
        _ => english,
    }
}
