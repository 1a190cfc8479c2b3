//! What is wrong with a theme: facts, and the one place of their wording.

use std::fmt;

use super::{ThemeName, ThemeNameError};

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
    Unreadable(String),
    /// It is no TOML; the words are the reader's.
    Syntax(String),
    /// There is no such role; the nearest one, if one is near.
    UnknownRole(String, Option<&'static str>),
    /// The value is something else: what it should be.
    Expected(&'static str),
    /// A style has a word that means nothing.
    Word(String),
    /// The name of what is inherited is none.
    Name(ThemeNameError),
    /// There is no theme of this name to inherit.
    Inherits(ThemeName),
    /// It inherits what inherits it.
    Circular,
}

impl fmt::Display for ThemeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("there is no such theme"),
            Self::Unreadable(message) | Self::Syntax(message) => f.write_str(message),
            Self::UnknownRole(name, None) => write!(f, "a theme has no `{name}`"),
            Self::UnknownRole(name, Some(near)) => write!(f, "a theme has no `{name}`; did you mean `{near}`?"),
            Self::Expected(what) => write!(f, "this should be {what}"),
            Self::Word(word) if word.is_empty() => f.write_str("a colour should stand here"),
            Self::Word(word) => write!(f, "`{word}` is neither a colour nor a way to write"),
            Self::Name(error) => write!(f, "{error}"),
            Self::Inherits(name) => write!(f, "there is no theme `{name}`"),
            Self::Circular => f.write_str("this theme inherits itself"),
        }
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.theme.file_name())?;
        if let Some((line, column)) = self.position {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl std::error::Error for ThemeError {}
