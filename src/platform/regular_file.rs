//! What may be read to its end.

use std::{fs, io, path::Path};

use crate::messages::{LocalizedText, files};

/// Refuses whatever is no regular file: reading a pipe or a device may take for ever, and neither may be replaced. A file that
/// is not there yet is fine.
///
/// # Errors
///
/// It is something else, or the system does not say what it is.
pub fn require_regular_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(_) => Err(io::Error::other(LocalizedText::of(files::not_regular))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}
