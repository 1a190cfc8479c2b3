//! Reading timelines: bytes in, a timeline and the problems found out. Nothing here opens a file or writes to a screen.
//!
//! What can be read is read: one broken event costs itself alone, and every problem knows its place.

mod assemble;
mod fields;
mod format;
mod json;
mod json_lines;
mod node;
mod part;
mod pieces;
mod problem;
mod report;
mod schema;
mod tables;
mod toml;

/// The timeline that comes with annalist, as TOML.
pub const BUILT_IN: &str = include_str!("../../events.toml");

pub use assemble::made_id;
pub use format::{Format, Loaded, timeline, timeline_in};
pub use part::Part;
pub use problem::{Fault, Problem, Severity};
pub use report::{Colour, report};
pub use schema::is_web;
