//! Why events were not written.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use super::{Losses, OutputFormat};
use crate::{
    messages::{Locale, commands, files, system},
    text::sanitize,
};

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

impl ExportError {
    /// The error in words.
    pub fn told(&self, locale: Locale) -> String {
        let name = |path: &PathBuf| sanitize(&path.to_string_lossy()).into_owned();
        match self {
            Self::Exists { path } => files::exists(locale, &name(path)),
            Self::UnknownFormat { path } => files::unknown_format(locale, &name(path)),
            Self::Lossy { format, losses } => files::cannot_hold(locale, format.name(), &losses.told(locale)),
            Self::Io { path, error } if path == Path::new("-") => {
                commands::standard_output(locale, &system::error(locale, error))
            }
            Self::Io { path, error } => system::of_file(locale, &name(path), &system::error(locale, error)),
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for ExportError {}
