//! Reading timelines: bytes in, a timeline and the problems found out. Nothing here opens a file or writes to a screen.
//!
//! What can be read is read: one broken event costs itself alone, and every problem knows its place.

mod assemble;
mod fields;
mod format;
mod json;
mod json_lines;
mod meaning;
mod node;
mod part;
mod pieces;
mod places;
mod problem;
mod problems;
mod report;
mod schema;
mod shorter;
mod tables;
mod toml;
mod wording;

/// The timeline that comes with annalist, as TOML.
pub const BUILT_IN: &str = include_str!("../../events.toml");

pub use self::toml::MAX_UNTRIED;
pub use assemble::made_id;
pub use format::{Format, Loaded, timeline, timeline_in};
pub use part::Part;
pub use places::{Place, located};
pub use problem::{Fault, Problem, Severity, Shape};
pub use problems::{Problems, counts};
pub use report::{Colour, lines, report};
pub use schema::is_web;
