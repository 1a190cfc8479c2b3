//! Reading timelines: bytes in, a timeline and the problems found out. Nothing here opens a file or writes to a screen.
//!
//! What can be read is read: one broken event costs itself alone, and every problem knows its place.

mod assemble;
mod calendar;
mod check;
mod classification;
mod clean;
mod code;
mod declared_ids;
mod diagnostic;
mod diagnostics;
mod explanation;
mod fields;
mod file_diagnostics;
mod finding;
mod finding_words;
mod format;
mod fragment;
mod generated_id;
mod import_fault;
mod json;
mod json_lines;
mod markup;
mod meaning;
mod mend;
mod mended;
mod node;
mod object;
mod position;
mod raw;
mod report;
mod rows;
mod schema;
mod severity;
mod shorthand;
mod source_fault;
mod sparql;
mod split_tables;
mod syntax;
mod tables;
mod timeline_diagnostics;
mod timelinejs;
mod toml;
mod wording;

pub use self::toml::MAX_UNTRIED_BYTES;
pub use code::DiagnosticCode;
pub use diagnostic::{Diagnostic, DiagnosticKind, Shape};
pub use diagnostics::{Diagnostics, counts};
pub use explanation::Example;
pub use file_diagnostics::FileDiagnostics;
pub use finding::{CHECK_NAMES, Finding};
pub use format::{Format, Loaded, timeline, timeline_in};
pub use fragment::ParsedFragment;
pub use generated_id::generated_id;
pub use import_fault::ImportFault;
pub use mended::mended;
pub use position::{Position, Region, locate};
pub use report::{ColorChoice, human_report, json_report, sarif_report};
pub use rows::{
    Dialect, INPUT_FORMATS, InputFormat, KnownMapping, Mapping, MappingFault, MappingReport, OwnRow, ReadOptions,
    RecordReader, RowEvents, RowMoment, RowReader, RowSyntax, SourceLayout, SourceSample, Target, Template,
    TemplatePiece, UnmappedTable, known_tables, last_record_end,
};
pub use schema::is_http_url;
pub use severity::Severity;
pub use source_fault::SourceFault;
pub use syntax::Syntax;
pub use timeline_diagnostics::TimelineDiagnostics;
