//! What is asked for about the reading of a source.

use encoding_rs::Encoding;

use super::mapping::Mapping;
use crate::{
    load::Format,
    messages::{MessageFn, formats},
    model::{DateOrder, plain_name},
};

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

impl ReadOptions {
    /// What is said of a table with these columns: by the known mapping that is for it, and by the mapping besides.
    pub(super) fn given(&self, header: &[String]) -> Mapping {
        let known = self.known_of(header).map(|known| known.mapping.clone());
        known.unwrap_or_default().overridden(&self.mapping)
    }

    /// The first known mapping that is for a table with these columns.
    pub(super) fn known_of(&self, header: &[String]) -> Option<&KnownMapping> {
        let plain: Vec<String> = header.iter().map(|name| plain_name(name)).collect();
        let fits =
            |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| plain.contains(&plain_name(name)));
        self.known.iter().find(|known| fits(&known.header))
    }
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
    /// In a format in which it is said what each thing is.
    Native(Format),
    /// JSON in any layout, an object an event, with any fields.
    Objects,
    /// Cells with this byte between them; whatever splits the first records alike where it is not said.
    Delimited(Option<u8>),
    /// A bodyfile of The Sleuth Kit.
    BodyFile,
    /// A log of Zeek.
    Zeek,
}

/// All that is read: how the command line calls it, and what it is.
pub const INPUT_FORMATS: [(&str, InputFormat, MessageFn); 10] = [
    ("toml", InputFormat::Native(Format::Toml), formats::native_toml),
    ("json", InputFormat::Native(Format::JsonLines), formats::native_json),
    ("jsonl", InputFormat::Objects, formats::objects),
    ("csv", InputFormat::Delimited(None), formats::delimited),
    ("tsv", InputFormat::Delimited(Some(b'\t')), formats::tabs),
    ("ics", InputFormat::Native(Format::ICalendar), formats::calendar),
    ("timelinejs", InputFormat::Native(Format::TimelineJs), formats::timelinejs_versions),
    ("sparql", InputFormat::Native(Format::Sparql), formats::sparql),
    ("bodyfile", InputFormat::BodyFile, formats::bodyfile),
    ("zeek", InputFormat::Zeek, formats::zeek),
];

impl InputFormat {
    /// What the command line calls so.
    pub fn named(name: &str) -> Option<Self> {
        INPUT_FORMATS.iter().find(|(known, ..)| *known == name).map(|(_, format, _)| *format)
    }
}
