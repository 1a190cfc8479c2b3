//! What is asked for about the reading of a source.

use encoding_rs::Encoding;

use super::mapping::Mapping;
use crate::model::DateOrder;

/// What is asked for about the reading of a source.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Which columns are which fields, as far as it is not to be guessed.
    pub mapping: Mapping,
    /// Mappings for tables with certain columns.
    pub known: Vec<KnownMapping>,
    /// Whether the first record of delimited text is a row, and columns go by numbers.
    pub is_headless: bool,
    /// How numbers of dates stand.
    pub order: Option<DateOrder>,
    /// The encoding of the source; `None` where that is to be found out.
    pub encoding: Option<&'static Encoding>,
    /// How the source is written; `None` where that is to be found out.
    pub input: Option<InputFormat>,
}

/// A mapping for all tables that have certain columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMapping {
    /// How it is called.
    pub name: String,
    /// The columns that a table must have.
    pub header: Vec<String>,
    /// Which columns are which fields.
    pub mapping: Mapping,
}

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputFormat {
    /// TOML, with events as annalist has them.
    Toml,
    /// JSON in any layout, with events as annalist has them.
    Json,
    /// JSON in any layout, an object an event, with any fields.
    Objects,
    /// Cells with this byte between them; whatever splits the first records alike where it is not said.
    Delimited(Option<u8>),
}
