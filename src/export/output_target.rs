//! In which format results are written, and where to.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{EventSelection, ExportError, Losses, OutputFormat, WriteOptions, to_file, to_writer};

/// In which format results are written, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputTarget {
    /// The format.
    pub format: OutputFormat,
    /// The file; `None` for standard output.
    pub file: Option<PathBuf>,
    /// How a file is written.
    pub options: WriteOptions,
}

impl OutputTarget {
    /// A file, or standard output, in a format; where none is named, in that which the name of the file tells.
    ///
    /// # Errors
    ///
    /// No format ends a name like this.
    pub fn new(format: Option<OutputFormat>, file: Option<&Path>, options: WriteOptions) -> Result<Self, ExportError> {
        let by_name = || OutputFormat::of_name(file?.file_name()?.to_str()?);
        let format = match (format.or_else(by_name), file) {
            (Some(format), _) => format,
            (None, None) => OutputFormat::Plain,
            (None, Some(file)) => return Err(ExportError::UnknownFormat { path: file.to_owned() }),
        };
        Ok(Self { format, file: file.map(Path::to_owned), options })
    }

    /// Writes events; what the format could not hold comes back.
    ///
    /// # Errors
    ///
    /// The file is there and is not to be written over, it cannot be written, or the format cannot hold all and must.
    pub fn write(&self, selection: EventSelection<'_>) -> Result<Losses, ExportError> {
        match &self.file {
            Some(file) => to_file(selection, self.format, file, self.options),
            None => to_writer(selection, self.format, &mut io::stdout().lock(), self.options),
        }
    }
}
