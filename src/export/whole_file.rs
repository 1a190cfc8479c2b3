//! Writing a file as a whole or not at all: it is written beside and renamed, so that whatever happens either the old one
//! is there or the new one.

use std::{
    fs, io,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::ExportError;
use crate::{
    messages::{LocalizedText, files},
    platform::{has_other_names, is_of_somebody_else, new_file_permissions},
};

/// Writes a file: all that is written is there in the end, or nothing of it. Into what is no file, such as a pipe, it is written
/// as it comes.
///
/// # Errors
///
/// The file is there and is not to be written over, it cannot be written, or what the writer says.
pub fn write_whole<T>(
    path: &Path,
    overwrite: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    let fails = |error| ExportError::Io { path: path.to_owned(), error };
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(fails(io::ErrorKind::IsADirectory.into())),
        // A pipe or a device has nothing that could be kept.
        Ok(found) if !found.is_file() => {
            let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(path).map_err(fails)?);
            let written = write(&mut out)?;
            return out.flush().map_err(fails).map(|()| written);
        }
        Ok(_) if !overwrite => return Err(ExportError::Exists { path: path.to_owned() }),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(fails(error)),
    }
    // The link that a file may be stays.
    let target: PathBuf = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let found = fs::metadata(&target).ok();
    let mut beside = beside(folder, found.as_ref()).map_err(fails)?;
    let mut out = BufWriter::new(beside.as_file_mut());
    let written = write(&mut out)?;
    out.flush().map_err(fails)?;
    drop(out);
    if let Some(found) = found {
        beside.as_file().set_permissions(found.permissions()).map_err(fails)?;
    }
    beside.as_file().sync_all().map_err(fails)?;
    let kept = if overwrite { beside.persist(&target) } else { beside.persist_noclobber(&target) };
    match kept {
        Ok(_) => Ok(written),
        // Somebody else was faster.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(ExportError::Exists { path: path.to_owned() })
        }
        Err(error) => Err(fails(error.error)),
    }
}

/// A file that is nobody's yet: with the rights that a new file gets, or to be read by its owner alone until it is in place of
/// another.
fn beside(folder: &Path, replaced: Option<&fs::Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".annalist-");
    if let Some(usual) = new_file_permissions().filter(|_| replaced.is_none()) {
        builder.permissions(usual);
    }
    builder.tempfile_in(folder)
}

/// Sees to it that a file can be written in place of itself: nobody else has it under another name or as its owner, and it may be
/// written to.
///
/// # Errors
///
/// It cannot; which of these is so.
pub fn require_own(path: &Path) -> Result<(), ExportError> {
    let fails = |error| ExportError::Io { path: path.to_owned(), error };
    let file = fs::OpenOptions::new().write(true).open(path).map_err(fails)?;
    let found = file.metadata().map_err(fails)?;
    if found.is_file() && has_other_names(&found) {
        return Err(fails(io::Error::other(LocalizedText::of(files::hard_link))));
    }
    if found.is_file() && is_of_somebody_else(&found) {
        return Err(fails(io::Error::other(LocalizedText::of(files::of_somebody_else))));
    }
    Ok(())
}
