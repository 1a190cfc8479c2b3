//! A file to start with.

use std::path::Path;

use super::{
    exit_status::{ExitStatus, print, print_error},
    language::locale,
};
use crate::{
    export::{ExportError, write_whole},
    messages::Locale,
};

/// A timeline with comments and two events, in the language of the run.
const fn starting_file(locale: Locale) -> &'static str {
    match locale {
        Locale::English => include_str!("../../assets/new.toml"),
        Locale::Japanese => include_str!("../../assets/new.ja.toml"),
    }
}

/// Writes a file to start with, or prints it.
pub(super) fn new(file: &Path, overwrites: bool) -> ExitStatus {
    let text = starting_file(locale());
    if file == Path::new("-") {
        return print(text).unwrap_or(ExitStatus::Fine);
    }
    let unwritten = |error| ExportError::Io { path: file.to_owned(), error };
    match write_whole(file, overwrites, |out| out.write_all(text.as_bytes()).map_err(unwritten)) {
        Ok(()) => ExitStatus::Fine,
        Err(error) => {
            print_error(&error.told(locale()));
            ExitStatus::Unwritten
        }
    }
}
