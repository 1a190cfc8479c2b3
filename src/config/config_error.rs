//! What is wrong with a configuration: facts, and the one place of their wording.

use std::{fmt, ops::Range};

use crate::{
    input::{KeymapError, KeymapErrorKind, KeymapWarning, KeymapWarningKind},
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
    Expected(&'static str),
    /// This is no name of a theme.
    Theme(ThemeNameError),
    /// The query of a rule of colour is wrong.
    Query(Box<QueryFault>),
    /// The style of a rule of colour has a word that means nothing.
    Style(String),
    /// A mapping is wrong: what there should be.
    Mapping(String),
    /// The keys are wrong.
    Keys(KeymapErrorKind),
    /// The keys hold, and something has to be known of them.
    KeyWarning(KeymapWarningKind),
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
            Self::KeyWarning(warning) => warning.fmt(f),
        }
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
    pub fn describe(&self, name: &str, text: &str) -> String {
        let (line, column) = self.position(text);
        let first = self.other.as_ref().map(|other| line_and_column(text, other.start));
        let first = first.map(|(line, column)| format!("; first at {name}:{line}:{column}")).unwrap_or_default();
        format!("{name}:{line}:{column}: {}{first}", self.fault)
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
