//! How rows are written, with what has to be known to read each.

use super::{dialect::Dialect, log_form::LogForm};

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSyntax {
    /// Delimited text, of which the rows begin at this byte of the source.
    Delimited {
        /// How it is written.
        dialect: Dialect,
        /// Behind which byte of the source its rows begin.
        body: u64,
    },
    /// Objects of JSON.
    Objects,
    /// Records of a log of which it is known what its columns are, a line each.
    Log,
}

/// How rows are written, with what has to be known to read each.
#[derive(Debug)]
pub(super) enum RowSource {
    /// Delimited text.
    Delimited {
        dialect: Dialect,
        /// Behind which byte of the source its rows begin.
        body: u64,
        /// Whether annalist wrote the table, so that each row is a whole event.
        is_own: bool,
    },
    /// Objects of JSON.
    Objects {
        /// The name of the list that holds all of them, if they stand in one within an object.
        list: Option<Box<str>>,
    },
    /// Lines of a log.
    Log(LogForm),
}

impl RowSource {
    /// How the rows are written.
    pub(super) fn syntax(&self) -> RowSyntax {
        match *self {
            Self::Delimited { dialect, body, .. } => RowSyntax::Delimited { dialect, body },
            Self::Objects { .. } => RowSyntax::Objects,
            Self::Log(_) => RowSyntax::Log,
        }
    }
}
