//! Why a file is left as it is.

use std::fmt;

use crate::{
    load::Position,
    messages::{Locale, files, system, toml_words},
    text::sanitize,
};

/// Why a file is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// It is no TOML.
    Syntax {
        /// Where it stops being TOML.
        position: Position,
        /// What the parser says.
        message: String,
    },
    /// What would be written does not say the same. This has not been seen to happen, and nothing is lost if it does.
    SaysOtherwise,
}

impl FormatError {
    /// The error in words, its place in front as compilers have it.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Syntax { position: Position { line, column }, message } => {
                let message = toml_words::told(message.trim(), locale);
                system::of_file(locale, &format!("{line}:{column}"), &sanitize(&message))
            }
            Self::SaysOtherwise => files::says_otherwise(locale).to_owned(),
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for FormatError {}
