//! Why a file is left as it is.

use std::fmt;

use crate::{load::Position, text::sanitize};

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

impl fmt::Display for FormatError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { position: Position { line, column }, message } => {
                write!(out, "{line}:{column}: {}", sanitize(message.trim()))
            }
            Self::SaysOtherwise => out.write_str("in its layout it would say something else"),
        }
    }
}

impl std::error::Error for FormatError {}
