//! What is to be said of a source as a whole, which stands at no place in it: facts, and their wording.

use super::severity::Severity;
use crate::{
    messages::Locale,
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
        message: String,
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
    pub fn message(&self) -> String {
        match self {
            Self::GuessedEncoding { encoding } => {
                format!("read as {encoding}, which is a guess; `--encoding` says otherwise")
            }
            Self::MemoryLimit { megabytes } => {
                format!("what comes after {megabytes} MB is not read: it would take more than --memory")
            }
            Self::TooManyTerms { vocabulary, most } => {
                format!("more than {most} {vocabulary}: those that come later are one, `…`")
            }
            Self::RepeatedIds { events } => format!("{events} events have an id that an earlier one has"),
            Self::LostLinks { links } => format!("{links} links lead to no event"),
            Self::LaterLinks { links } => format!("{links} links lead to an event that is later, or to itself"),
            Self::SharedIds { events: 1, first } => {
                format!("1 event has an id that stands in another file as well, as `{first}`")
            }
            Self::SharedIds { events, first } => {
                format!("{events} events have an id that stands in another file as well, as `{first}`")
            }
            Self::NoRoom { lane } => {
                format!("{lane}: not shown, since there is no room for so many events beside those of the other files")
            }
            Self::Column { column, note, is_whole } => {
                let of_some = if *is_whole { "" } else { " (of the rows that were looked at)" };
                format!("`{column}`: {}{of_some}", note.message(Locale::English))
            }
            Self::OrderMisfit { message } => message.clone(),
            Self::OtherLists { read, others } => {
                let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
                let others = others.join(", ");
                format!("`{read}` is read, the longest list whose objects are events; not read: {others}")
            }
        }
    }
}
