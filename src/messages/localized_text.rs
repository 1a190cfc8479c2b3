//! Words that are made before it is known in which language they are shown.

use std::{error, fmt};

use super::{Locale, MessageFn};

/// What was said in each language of the interface, where what it was said of is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalizedText {
    english: String,
    japanese: String,
}

impl LocalizedText {
    /// What is said in each language.
    pub fn new(words: impl Fn(Locale) -> String) -> Self {
        Self { english: words(Locale::English), japanese: words(Locale::Japanese) }
    }

    /// A message into which nothing is put.
    pub fn of(message: MessageFn) -> Self {
        Self::new(|locale| message(locale).to_owned())
    }

    /// The words in one language.
    pub fn text(&self, locale: Locale) -> &str {
        match locale {
            Locale::English => &self.english,
            Locale::Japanese => &self.japanese,
        }
    }

    /// The same with something done to the words.
    #[must_use]
    pub fn map(&self, change: impl Fn(Locale, &str) -> String) -> Self {
        Self::new(|locale| change(locale, self.text(locale)))
    }
}

impl From<String> for LocalizedText {
    /// What is said alike in every language.
    fn from(words: String) -> Self {
        Self { japanese: words.clone(), english: words }
    }
}

impl fmt::Display for LocalizedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}

impl error::Error for LocalizedText {}
