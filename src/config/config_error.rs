//! What is wrong with a configuration: facts, and the one place of their wording.

use std::{fmt, ops::Range};

use crate::{
    input::{KeymapError, KeymapErrorKind, KeymapWarning, KeymapWarningKind},
    messages::{ExpectedValue, Locale, LocalizedText, commands, settings, system, toml_words},
    query::QueryFault,
    text::line_and_column,
    themes::{ThemeFault, ThemeNameError},
};

/// What is wrong with a configuration, and where, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// What is wrong.
    pub fault: ConfigErrorKind,
    /// Where.
    pub span: Range<usize>,
    /// Where the other of two things stands that do not go together.
    pub other: Option<Range<usize>>,
}

/// The ways in which a configuration can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// It is no TOML; the words are the reader's.
    Syntax(String),
    /// There is no such setting; the nearest one, if one is near.
    Unknown(String, Option<&'static str>),
    /// The setting is something else: what it should be.
    Expected(ExpectedValue),
    /// This is no name of a theme.
    Theme(ThemeNameError),
    /// The query of a rule of colour is wrong.
    Query(Box<QueryFault>),
    /// The style of a rule of colour has a word that means nothing.
    Style(String),
    /// A mapping is wrong: why.
    Mapping(LocalizedText),
    /// The keys are wrong.
    Keys(KeymapErrorKind),
    /// The keys hold, and something has to be known of them.
    KeyWarning(KeymapWarningKind),
}

impl ConfigErrorKind {
    /// The fault in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Syntax(message) => toml_words::told(message, locale),
            Self::Unknown(name, near) => settings::no_setting(locale, name, &commands::meant(locale, *near)),
            Self::Expected(what) => settings::should_be(locale, what.text(locale)),
            Self::Theme(error) => error.told(locale).to_owned(),
            Self::Query(fault) => fault.told(locale),
            Self::Style(word) => ThemeFault::Word(word.clone()).told(locale),
            Self::Mapping(why) => why.text(locale).to_owned(),
            Self::Keys(fault) => fault.told(locale),
            Self::KeyWarning(warning) => warning.told(locale),
        }
    }
}

impl fmt::Display for ConfigErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl ConfigError {
    pub(super) const fn new(span: Range<usize>, fault: ConfigErrorKind) -> Self {
        Self { fault, span, other: None }
    }

    /// Returns line and column of the fault, both from 1; the column in characters.
    pub fn position(&self, text: &str) -> (usize, usize) {
        line_and_column(text, self.span.start)
    }

    /// Says it with the name of the file: each place with line and column, in which it cannot be mistaken.
    pub fn describe(&self, name: &str, text: &str) -> LocalizedText {
        let at = |span: &Range<usize>| {
            let (line, column) = line_and_column(text, span.start);
            format!("{name}:{line}:{column}")
        };
        let first =
            |locale| self.other.as_ref().map(|other| settings::first_at(locale, &at(other))).unwrap_or_default();
        LocalizedText::new(|locale| {
            system::of_file(locale, &at(&self.span), &(self.fault.told(locale) + &first(locale)))
        })
    }
}

impl From<KeymapError> for ConfigError {
    fn from(KeymapError { kind, span, other }: KeymapError) -> Self {
        Self { fault: ConfigErrorKind::Keys(kind), span, other }
    }
}

impl From<KeymapWarning> for ConfigError {
    fn from(KeymapWarning { kind, span }: KeymapWarning) -> Self {
        Self::new(span, ConfigErrorKind::KeyWarning(kind))
    }
}
