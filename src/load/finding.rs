//! What a file can ask to be checked, and what is found then, or in any file. The wording is in `wording`.

use crate::model::ColumnNote;

/// What can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    /// Each source bears some fact, or is further reading.
    Sources,
    /// Each event has an official source, or a note that says why there is none.
    Official,
    /// What is quoted from the middle of a sentence is marked.
    Quotes,
    /// Where a host has https, no address of it is without.
    Https,
    /// No organisation stands among the people.
    People,
    /// All that is said in English is said in Japanese, and quotes are translated the other way.
    Japanese,
    /// Each quote names its source.
    Attribution,
    /// Each source has a date.
    Dated,
    /// No two names are nearly the same.
    Names,
    /// No two events of one day or the next have nearly the same title.
    Duplicates,
}

/// How a file asks for each of them.
pub const CHECK_NAMES: [&str; 10] = [
    Check::Sources.name(),
    Check::Official.name(),
    Check::Quotes.name(),
    Check::Https.name(),
    Check::People.name(),
    Check::Japanese.name(),
    Check::Attribution.name(),
    Check::Dated.name(),
    Check::Names.name(),
    Check::Duplicates.name(),
];

impl Check {
    /// All checks.
    pub(super) const ALL: [Self; 10] = [
        Self::Sources,
        Self::Official,
        Self::Quotes,
        Self::Https,
        Self::People,
        Self::Japanese,
        Self::Attribution,
        Self::Dated,
        Self::Names,
        Self::Duplicates,
    ];

    /// How a file asks for it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Official => "official",
            Self::Quotes => "quotes",
            Self::Https => "https",
            Self::People => "people",
            Self::Japanese => "japanese",
            Self::Attribution => "attribution",
            Self::Dated => "dated",
            Self::Names => "names",
            Self::Duplicates => "duplicates",
        }
    }
}

/// What a check has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A source that bears no fact, and is not further reading.
    BearsNothing,
    /// A source that is further reading and bears facts.
    FurtherReadingBears,
    /// A source bears a field that the event does not have, or a person whom it does not name.
    NothingToBear {
        /// What the source is said to bear.
        support: String,
    },
    /// An event without an official source, and without a note that says why.
    NoOfficialSource,
    /// A quote that begins in mid-sentence without a mark.
    UnmarkedFragment,
    /// An address without https of a host that has it.
    InsecureUrl {
        /// The host.
        host: String,
    },
    /// An organisation among the people.
    BodyAmongPeople {
        /// Its name.
        name: String,
    },
    /// A text that is there in English only.
    NoJapanese {
        /// The kind of table.
        table: &'static str,
        /// The field in English.
        field: &'static str,
    },
    /// A Japanese quote without a translation into English.
    NoTranslation,
    /// A quote that names no source.
    UnattributedQuote,
    /// A source without a date.
    UndatedSource,
    /// A name that is nearly another one.
    NearName {
        /// What they are names of.
        what: &'static str,
        /// The name.
        name: String,
        /// The other one, which is used more often, or earlier.
        usual: String,
    },
    /// An event that may be there already.
    NearDuplicate {
        /// The title of the other one.
        title: String,
        /// Its line, from 1.
        first: usize,
    },
    /// A link to a later event, or to itself.
    FollowsLater {
        /// The id.
        id: String,
    },
    /// What all dates of a file together show.
    Dates(ColumnNote),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_check_can_be_asked_for() {
        assert_eq!(CHECK_NAMES, Check::ALL.map(Check::name));
    }
}
