//! How a comparison is written.

use std::io::{self, Write};

use super::{diff_report::DiffReport, json, markdown, plain};

/// How a comparison is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiffFormat {
    /// Lines for people; none where nothing has changed.
    Plain(plain::Emphasis),
    /// A report.
    Markdown,
    /// One object.
    Json,
}

impl DiffFormat {
    /// Writes a comparison.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write(self, report: DiffReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Plain(emphasis) => plain::write(report, emphasis, out),
            Self::Markdown => markdown::write(report, out),
            Self::Json => json::write(report, out),
        }
    }
}
