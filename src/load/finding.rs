//! What a file can ask to be checked, and what is found then. The wording is in `wording`.

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
}

/// How a file asks for each of them.
pub const CHECK_NAMES: [&str; 6] = [
    Check::Sources.name(),
    Check::Official.name(),
    Check::Quotes.name(),
    Check::Https.name(),
    Check::People.name(),
    Check::Japanese.name(),
];

impl Check {
    /// All checks.
    pub(super) const ALL: [Self; 6] =
        [Self::Sources, Self::Official, Self::Quotes, Self::Https, Self::People, Self::Japanese];

    /// How a file asks for it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Official => "official",
            Self::Quotes => "quotes",
            Self::Https => "https",
            Self::People => "people",
            Self::Japanese => "japanese",
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_check_can_be_asked_for() {
        assert_eq!(CHECK_NAMES, Check::ALL.map(Check::name));
    }
}
