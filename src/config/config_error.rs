//! What is wrong with a configuration: facts, and the one place of their wording.

use std::{fmt, ops::Range};

use crate::{
    input::KeymapErrorKind,
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
}

/// The ways in which a configuration can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// It is no TOML; the words are the reader's.
    Syntax(String),
    /// There is no such setting; the nearest one, if one is near.
    Unknown(String, Option<&'static str>),
    /// The setting is something else: what it should be.
    Expected(&'static str),
    /// This is no name of a theme.
    Theme(ThemeNameError),
    /// The query of a rule of colour is wrong.
    Query(QueryFault),
    /// The style of a rule of colour has a word that means nothing.
    Style(String),
    /// A mapping is wrong: what there should be.
    Mapping(String),
    /// The keys are wrong.
    Keys(KeymapErrorKind),
    /// An action has another name now: the old and the new one.
    Outdated(String, &'static str),
}

impl fmt::Display for ConfigErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => f.write_str(message),
            Self::Unknown(name, None) => write!(f, "there is no setting `{name}`"),
            Self::Unknown(name, Some(near)) => write!(f, "there is no setting `{name}`; did you mean `{near}`?"),
            Self::Expected(what) => write!(f, "this should be {what}"),
            Self::Theme(error) => write!(f, "{error}"),
            Self::Query(fault) => write!(f, "{fault}"),
            Self::Style(word) => write!(f, "{}", ThemeFault::Word(word.clone())),
            Self::Mapping(what) => write!(f, "this should be {what}"),
            Self::Keys(fault) => write!(f, "{fault}"),
            Self::Outdated(old, new) => write!(f, "the action `{old}` is called `{new}` now"),
        }
    }
}

impl ConfigError {
    /// Returns line and column of the fault, both from 1; the column in characters.
    pub fn position(&self, text: &str) -> (usize, usize) {
        line_and_column(text, self.span.start)
    }
}
