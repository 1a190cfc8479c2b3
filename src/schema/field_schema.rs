//! What is said of a table and of a field.

/// A table of a timeline file.
#[derive(Debug, PartialEq, Eq)]
pub struct TableSchema {
    /// Its name in the file.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [FieldSchema],
}

/// A field of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct FieldSchema {
    /// Its name in the file.
    pub name: &'static str,
    /// What it may hold.
    pub kind: FieldKind,
    /// Whether the table is nothing without it.
    pub is_required: bool,
    /// What it means, in a sentence or two.
    pub about: &'static str,
}

/// What a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A text of one line.
    Line,
    /// A text of one or more lines.
    Lines,
    /// A date in EDTF: a text, a number for a year, or a date of TOML.
    Date,
    /// A date that is told as it is written.
    WrittenDate,
    /// A zone of clock times.
    Zone,
    /// An address, `http` or `https`.
    Url,
    /// A sign one column wide.
    Mark,
    /// A sign one column wide, of ASCII.
    AsciiMark,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Yes or no.
    Flag,
    /// The number of a source of the event, from 1.
    SourceNumber,
    /// A list of texts, or one text.
    Texts,
    /// A list of these words.
    ListOf(&'static [&'static str]),
    /// A list of fields of the event, or of `people:` with a name.
    Supports,
    /// A list of tables, or one table.
    Tables(&'static TableSchema),
    /// A list of tables, or one; a text stands for a table with this field alone.
    TablesOrText(&'static TableSchema, &'static str),
    /// A list of tables.
    TableList(&'static TableSchema),
    /// What annalist itself wrote there.
    Noted,
}

impl FieldSchema {
    pub(super) const fn new(name: &'static str, kind: FieldKind, about: &'static str) -> Self {
        Self { name, kind, is_required: false, about }
    }

    pub(super) const fn required(name: &'static str, kind: FieldKind, about: &'static str) -> Self {
        Self { is_required: true, ..Self::new(name, kind, about) }
    }
}

impl FieldKind {
    /// The tables that the field holds; `None` if it holds values.
    pub const fn tables(self) -> Option<&'static TableSchema> {
        match self {
            Self::Tables(table) | Self::TablesOrText(table, _) | Self::TableList(table) => Some(table),
            _ => None,
        }
    }
}
