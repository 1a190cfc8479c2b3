//! Why events were not written.

use std::{fmt, io, path::PathBuf};

use super::{Losses, OutputFormat};
use crate::text::sanitize;

/// Why events were not written.
#[derive(Debug)]
pub enum ExportError {
    /// The file is there, and is not to be written over.
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// The format cannot hold all, and it was to hold all.
    Lossy {
        /// The format.
        format: OutputFormat,
        /// What it cannot hold.
        losses: Losses,
    },
    /// No format ends a name like this, and none was named.
    UnknownFormat {
        /// The file.
        path: PathBuf,
    },
    /// It cannot be written.
    Io {
        /// Where to.
        path: PathBuf,
        /// Why not.
        error: io::Error,
    },
}

impl ExportError {
    /// Whether nobody reads any more what is written, which is no fault.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Io { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |path: &PathBuf| sanitize(&path.to_string_lossy()).into_owned();
        match self {
            Self::Exists { path } => write!(out, "{}: the file is there already", name(path)),
            Self::UnknownFormat { path } => {
                write!(out, "{}: no format ends a name like this: name one with --format", name(path))
            }
            Self::Lossy { format, losses } => write!(out, "{} cannot hold all: {losses}", format.name()),
            Self::Io { path, error } => write!(out, "{}: {error}", name(path)),
        }
    }
}

impl std::error::Error for ExportError {}
