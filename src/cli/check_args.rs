//! What can be said on the command line about the checking of files.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::read_args::ReadArgs;

/// Which files are checked, and how it is told.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// How what is found is told
    #[arg(short, long, value_enum, value_name = "FORMAT", default_value = "human", hide_default_value = true)]
    pub(super) format: ReportFormat,
    /// End as for errors where there are warnings
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(super) deny: Option<Denied>,
    /// Mend what has one reading, such as quotation marks and spellings of dates: the changes are shown, and written if you agree
    #[arg(long, conflicts_with = "format")]
    pub(super) fix: bool,
    /// Write what --fix changes without asking
    #[arg(long, requires = "fix")]
    pub(super) yes: bool,
    /// Take no more memory than this for a long timeline, in MB [default: 4096]
    #[arg(long, value_name = "MB")]
    pub(super) memory: Option<usize>,
    #[command(flatten)]
    pub(super) reading: ReadArgs,
    /// The timelines to check; - is standard input, and without any the built-in one is checked
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// With the lines of the file, for people
    Human,
    /// A problem a line, for programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Denied {
    /// All warnings
    Warnings,
}
