//! A file to start with.

use std::path::Path;

use super::{
    exit_status::{ExitStatus, print, print_error},
    language::locale,
};
use crate::export::{ExportError, write_whole};

/// A timeline with comments and two events.
const STARTING_FILE: &str = include_str!("../../assets/new.toml");

/// Writes a file to start with, or prints it.
pub(super) fn new(file: &Path, overwrites: bool) -> ExitStatus {
    if file == Path::new("-") {
        return print(STARTING_FILE).unwrap_or(ExitStatus::Fine);
    }
    let unwritten = |error| ExportError::Io { path: file.to_owned(), error };
    match write_whole(file, overwrites, |out| out.write_all(STARTING_FILE.as_bytes()).map_err(unwritten)) {
        Ok(()) => ExitStatus::Fine,
        Err(error) => {
            print_error(&error.told(locale()));
            ExitStatus::Unwritten
        }
    }
}
