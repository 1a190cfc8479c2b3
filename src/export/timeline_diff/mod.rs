//! What has changed between two timelines, for people and for programs.

mod diff_format;
mod diff_line;
mod diff_report;
mod json;
mod markdown;
mod plain;

pub use diff_format::DiffFormat;
pub use diff_report::DiffReport;
pub use plain::Emphasis;
