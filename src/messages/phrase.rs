//! Words that are the same however often they are said.

use super::Locale;

/// Words in each language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Phrase {
    /// In English.
    pub english: &'static str,
    /// In Japanese.
    pub japanese: &'static str,
}

impl Phrase {
    /// The words in one language.
    pub const fn text(self, locale: Locale) -> &'static str {
        match locale {
            Locale::English => self.english,
            Locale::Japanese => self.japanese,
        }
    }
}
