//! Writing events to a file or to standard output.

use std::{fs, io, io::BufWriter, path::Path};

use super::{EventSelection, ExportError, Losses, OutputFormat, whole_file::write_whole, write};

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
    // What is written into a pipe cannot be taken back.
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        refuse_losses(selection, format, options)?;
    }
    write_whole(path, options.overwrite, |out| {
        let losses = write(selection, format, out).map_err(|error| ExportError::Io { path: path.to_owned(), error })?;
        if options.strict && !losses.is_empty() {
            return Err(ExportError::Lossy { format, losses });
        }
        Ok(losses)
    })
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
    write(selection, format, &mut out).map_err(|error| ExportError::Io { path: "-".into(), error })
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
