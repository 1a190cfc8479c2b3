//! Reading timelines: bytes in, a timeline and the problems found out. Nothing here opens a file or writes to a screen.
//!
//! What can be read is read: one broken event costs itself alone, and every problem knows its place.

mod assemble;
mod calendar;
mod check;
mod clean;
mod declared_ids;
mod diagnostic;
mod diagnostics;
mod fields;
mod finding;
mod format;
mod fragment;
mod generated_id;
mod import_fault;
mod json;
mod json_lines;
mod markup;
mod meaning;
mod node;
mod object;
mod position;
mod raw;
mod report;
mod rows;
mod schema;
mod shorthand;
mod sparql;
mod split_tables;
mod syntax;
mod tables;
mod timelinejs;
mod toml;
mod wording;

/// The timeline that comes with annalist, as TOML. The program itself has it as data.
pub const BUILT_IN: &str = include_str!("../../events.toml");

pub use self::toml::MAX_UNTRIED_BYTES;
pub use diagnostic::{Diagnostic, DiagnosticKind, Severity, Shape};
pub use diagnostics::{Diagnostics, counts};
pub use finding::{CHECK_NAMES, Finding};
pub use format::{Format, Loaded, timeline, timeline_in};
pub use fragment::ParsedFragment;
pub use generated_id::generated_id;
pub use import_fault::ImportFault;
pub use position::{Position, locate};
pub use report::{ColorChoice, lines, report};
pub use rows::{
    Dialect, INPUT_FORMATS, InputFormat, KnownMapping, Mapping, MappingFault, MappingReport, ReadOptions, RecordReader,
    RowEvents, RowMoment, RowReader, RowSyntax, SourceLayout, SourceSample, Target, Template, TemplatePiece,
    UnmappedTable, known_tables, last_record_end,
};
pub use schema::is_http_url;
pub use syntax::Syntax;
