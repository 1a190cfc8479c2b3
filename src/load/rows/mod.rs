//! Rows: tables of delimited text, and objects of JSON with any fields. What their columns mean is decided once, by
//! whoever says it, by a well-known table, by names or by what stands in them; then every row is read by that.

mod bodyfile;
mod column_names;
mod dialect;
mod guess;
mod header;
mod layout;
mod log_form;
mod logs;
mod mapping;
mod mapping_report;
mod object_lists;
mod order;
mod own_row;
mod own_table;
mod plan;
mod profile;
mod quote;
mod read_options;
mod record;
mod row;
mod row_event;
mod row_moments;
mod row_reader;
mod row_source;
mod sample;
mod sniff;
mod target;
mod template;
mod unmapped;
mod zeek;

pub use dialect::Dialect;
pub use layout::{SourceLayout, SourceSample};
pub use mapping::{Mapping, MappingFault};
pub use mapping_report::MappingReport;
pub use own_row::OwnRow;
pub use profile::known_tables;
pub use read_options::{INPUT_FORMATS, InputFormat, KnownMapping, ReadOptions};
pub use record::{RecordReader, last_record_end};
pub use row_event::{RowEvents, RowMoment};
pub use row_reader::RowReader;
pub use row_source::RowSyntax;
pub use target::Target;
pub use template::{Template, TemplatePiece};
pub use unmapped::UnmappedTable;
