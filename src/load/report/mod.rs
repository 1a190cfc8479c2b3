//! What was found in files, written down: for people, and for programs.

mod human;
mod json;
mod sarif;

pub use human::{ColorChoice, human_report};
pub use json::json_report;
pub use sarif::sarif_report;
