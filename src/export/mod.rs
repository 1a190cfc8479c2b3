//! A timeline or a part of it as text for elsewhere.

mod bibliography;
mod cite;
mod csv;
mod date_parts;
mod declarations;
mod escape;
mod event_record;
mod event_selection;
mod export_error;
mod field_record;
mod html;
mod html_axis;
mod icalendar;
mod json;
mod loss;
mod markdown;
mod output_format;
mod plain;
mod timelinejs;
mod timesketch;
mod to_file;
mod toml;
mod write;

pub use cite::{bibtex, citation, event_name, markdown, quote};
pub use csv::OUTER_DAYS;
pub use event_selection::EventSelection;
pub use export_error::ExportError;
pub use loss::{Loss, Losses};
pub use output_format::OutputFormat;
pub use plain::plain;
pub use to_file::{WriteOptions, to_file, to_writer};
pub use toml::event_toml;
pub use write::write;
