//! Writing a file as a whole or not at all: it is written beside and renamed, so that whatever happens either the old one
//! is there or the new one.

use std::{
    fs, io,
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{EventSelection, ExportError, Losses, OutputFormat, write};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WriteOptions {
    /// Whether a file that is there is written over.
    pub overwrite: bool,
    /// Whether nothing is written where the format cannot hold all.
    pub strict: bool,
}

/// Writes events to a file.
///
/// Returns what the format could not hold.
///
/// # Errors
///
/// The file is there and is not to be written over, it cannot be written, or the format cannot hold all and must.
pub fn to_file(
    selection: EventSelection<'_>,
    format: OutputFormat,
    path: &Path,
    options: WriteOptions,
) -> Result<Losses, ExportError> {
    let fails = |error| ExportError::Io { path: path.to_owned(), error };
    match fs::metadata(path) {
        // A pipe or a device has nothing that could be kept.
        Ok(found) if !found.is_file() => {
            if found.is_dir() {
                return Err(fails(io::ErrorKind::IsADirectory.into()));
            }
            refuse_losses(selection, format, options)?;
            let mut out = BufWriter::new(fs::OpenOptions::new().write(true).open(path).map_err(fails)?);
            return write(selection, format, &mut out).map_err(fails);
        }
        Ok(_) if !options.overwrite => return Err(ExportError::Exists { path: path.to_owned() }),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(fails(error)),
    }
    beside_and_renamed(path, options.overwrite, |file| {
        let losses = write(selection, format, &mut BufWriter::new(file)).map_err(fails)?;
        if options.strict && !losses.is_empty() {
            return Err(ExportError::Lossy { format, losses });
        }
        Ok(losses)
    })
}

/// Writes a text over a file that is there.
///
/// # Errors
///
/// It cannot be written.
pub fn replace_file(path: &Path, text: &str) -> Result<(), ExportError> {
    let fails = |error| ExportError::Io { path: path.to_owned(), error };
    beside_and_renamed(path, true, |file| file.write_all(text.as_bytes()).map_err(fails))
}

/// Writes a file beside and renames it, so that it is whole or as it was; it keeps its rights.
fn beside_and_renamed<T>(
    path: &Path,
    overwrite: bool,
    fill: impl FnOnce(&mut fs::File) -> Result<T, ExportError>,
) -> Result<T, ExportError> {
    let fails = |error| ExportError::Io { path: path.to_owned(), error };
    // The link that a file may be stays.
    let target: PathBuf = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = beside(folder).map_err(fails)?;
    let filled = fill(beside.as_file_mut())?;
    if let Ok(found) = fs::metadata(&target) {
        beside.as_file().set_permissions(found.permissions()).map_err(fails)?;
    }
    beside.as_file().sync_all().map_err(fails)?;
    let kept = if overwrite { beside.persist(&target) } else { beside.persist_noclobber(&target) };
    match kept {
        Ok(_) => Ok(filled),
        // Somebody else was faster.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(ExportError::Exists { path: path.to_owned() })
        }
        Err(error) => Err(fails(error.error)),
    }
}

/// Writes events to where nothing can be taken back, such as standard output.
///
/// # Errors
///
/// Those of the writer, and that the format cannot hold all and must; nothing is written then.
pub fn to_writer(
    selection: EventSelection<'_>,
    format: OutputFormat,
    out: &mut dyn io::Write,
    options: WriteOptions,
) -> Result<Losses, ExportError> {
    refuse_losses(selection, format, options)?;
    let mut out = BufWriter::with_capacity(64 << 10, out);
    write(selection, format, &mut out).map_err(|error| ExportError::Io { path: "standard output".into(), error })
}

fn refuse_losses(
    selection: EventSelection<'_>,
    format: OutputFormat,
    options: WriteOptions,
) -> Result<(), ExportError> {
    if options.strict {
        let losses = write(selection, format, &mut io::sink()).unwrap_or_default();
        if !losses.is_empty() {
            return Err(ExportError::Lossy { format, losses });
        }
    }
    Ok(())
}

/// A file that is nobody's yet, with the rights that a new file gets.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".annalist-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
