//! What is wrong with a theme: facts, and the one place of their wording.

use std::fmt;

use super::{ThemeName, ThemeNameError};
use crate::messages::{ExpectedValue, Locale, LocalizedText, commands, settings, system, themes, toml_words};

/// What is wrong with a theme, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeError {
    /// In which theme.
    pub theme: ThemeName,
    /// Line and column, both from 1, the column in characters; `None` where it is in no place.
    pub position: Option<(usize, usize)>,
    /// What is wrong.
    pub fault: ThemeFault,
}

/// The ways in which a theme can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeFault {
    /// There is none of this name.
    NotFound,
    /// Its file cannot be read; the words are the system's.
    Unreadable(LocalizedText),
    /// It is no TOML; the words are the reader's.
    Syntax(String),
    /// There is no such role; the nearest one, if one is near.
    UnknownRole(String, Option<&'static str>),
    /// The value is something else: what it should be.
    Expected(ExpectedValue),
    /// A style has a word that means nothing.
    Word(String),
    /// The name of what is inherited is none.
    Name(ThemeNameError),
    /// There is no theme of this name to inherit.
    Inherits(ThemeName),
    /// It inherits what inherits it.
    Circular,
}

impl ThemeFault {
    /// The fault in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::NotFound => themes::not_found(locale).to_owned(),
            Self::Unreadable(why) => why.text(locale).to_owned(),
            Self::Syntax(message) => toml_words::told(message, locale),
            Self::UnknownRole(name, near) => themes::no_role(locale, name, &commands::meant(locale, *near)),
            Self::Expected(what) => settings::should_be(locale, what.text(locale)),
            Self::Word(word) if word.is_empty() => themes::no_color(locale).to_owned(),
            Self::Word(word) => themes::unknown_word(locale, word),
            Self::Name(error) => error.told(locale).to_owned(),
            Self::Inherits(name) => themes::no_base(locale, name.as_str()),
            Self::Circular => themes::circular(locale).to_owned(),
        }
    }
}

impl ThemeError {
    /// The error in words, with the file and the place.
    pub fn told(&self, locale: Locale) -> String {
        let place = self.position.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        system::of_file(locale, &(self.theme.file_name() + &place), &self.fault.told(locale))
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for ThemeError {}
