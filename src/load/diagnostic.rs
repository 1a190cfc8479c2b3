//! What is wrong with a file: facts with their places. Their wording is in `wording`.

use std::ops::Range;

use super::{finding::Finding, import_fault::ImportFault, severity::Severity, source_fault::SourceFault};
use crate::{messages::JsonPart, model::DateError};

/// So many places besides the first are told.
const TOLD_PLACES: usize = 3;

/// Something wrong with a file, and where: once, however often it is there. Places are bytes of the source, or lines and
/// columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic<P = Range<usize>> {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub fault: DiagnosticKind,
    /// Where it is first.
    pub place: P,
    /// Where it is next, a few times; of rows without a date, many times.
    pub again: Vec<P>,
    /// How often it is there.
    pub count: usize,
    /// Whether all of these are faults of the same kind, of which this one is the first, and no longer the same fault.
    pub is_mixed: bool,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// A byte that is not UTF-8.
    NotUtf8,
    /// Not of the format.
    Syntax {
        /// What its reader says.
        message: String,
    },
    /// Something else than what JSON has at that place.
    UnexpectedJson {
        /// What may stand there.
        expected: JsonPart,
        /// What stands there; `None` at the end.
        found: Option<char>,
    },
    /// Nothing to show.
    NoEvents,
    /// Something goes on for longer than any event, and is passed over.
    TooLong {
        /// How long an event may be, in MB.
        megabytes: usize,
    },
    /// Fields that must be there are not.
    Missing {
        /// The kind of table that needs them.
        table: &'static str,
        /// The fields.
        fields: Vec<&'static str>,
        /// The first of the fields that it has instead.
        found: Vec<String>,
        /// Which of those were probably meant, for some of the fields.
        meant: Vec<(String, &'static str)>,
    },
    /// A field that must say something is empty.
    Empty {
        /// The field.
        field: &'static str,
    },
    /// A value of another type than its field has.
    WrongType {
        /// The field.
        field: &'static str,
        /// What the field takes.
        expected: Shape,
        /// What stands there.
        found: Shape,
    },
    /// A value that is none of those that its field takes.
    WrongValue {
        /// The field.
        field: &'static str,
        /// The value.
        value: String,
        /// The value that was probably meant.
        near: Option<String>,
    },
    /// A field that no table of this kind has. It is kept.
    UnknownField {
        /// The kind of table.
        table: &'static str,
        /// The field.
        field: String,
        /// The field that was probably meant.
        near: Option<&'static str>,
    },
    /// A table that no timeline has: nothing of it is read.
    UnknownTable {
        /// The table.
        table: String,
        /// The table that was probably meant.
        near: Option<String>,
    },
    /// A second `[timeline]`.
    Repeated {
        /// The table.
        table: &'static str,
    },
    /// A field that a table has twice.
    RepeatedField {
        /// The field.
        field: String,
    },
    /// A text that does not end.
    UnterminatedString {
        /// Its quotation marks.
        mark: &'static str,
    },
    /// A text, or a date that is none of TOML's own, without quotation marks.
    Unquoted {
        /// The text.
        text: String,
    },
    /// An escape that stands for no character.
    Escape {
        /// The escape as written.
        text: String,
    },
    /// A text that is no date, or a span that ends before it starts.
    Date(DateError),
    /// Two events, or two terms of a vocabulary, have one id.
    DuplicateId {
        /// The id.
        id: String,
        /// The line of the first, from 1.
        first: usize,
    },
    /// A link to an event that is not there.
    NoSuchEvent {
        /// The id.
        id: String,
        /// The id that was probably meant.
        near: Option<String>,
    },
    /// A number of a source that the event does not have.
    NoSuchSource {
        /// The number, from 1.
        number: i64,
        /// How many sources the event has.
        sources: usize,
    },
    /// A value that is not declared, and very like one that is.
    Undeclared {
        /// The vocabulary.
        what: &'static str,
        /// The value.
        id: String,
        /// The declared value that was probably meant.
        near: String,
    },
    /// An address that is not of the web.
    NotHttpUrl {
        /// The address.
        url: String,
    },
    /// Characters that do not show, or that would command a terminal.
    Control {
        /// The field.
        field: &'static str,
    },
    /// A quotation mark in delimited text that is neither in front of a cell nor within one: its line is not read.
    StrayQuote,
    /// A row with more cells than the header has.
    TooManyCells {
        /// How many it has.
        cells: usize,
        /// How many the header has.
        columns: usize,
    },
    /// A row that says of no time when it happened.
    Undated,
    /// A row without a title.
    NoTitle,
    /// Something that a check which the file asks for has found.
    Check(Finding),
    /// The checks that the file asks for are not made, as it is too long.
    ChecksSkipped,
    /// Something in a file of another program.
    Import(ImportFault),
    /// Something about the source as a whole.
    Source(SourceFault),
    /// A mark that would break the columns.
    NotOneColumn {
        /// The field.
        field: &'static str,
        /// The mark.
        mark: String,
    },
}

/// The form of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A number without a fraction.
    WholeNumber,
    /// True or false.
    Bool,
    /// A date that the format knows as such.
    Date,
    /// A list.
    List,
    /// A list of texts.
    Texts,
    /// A table, or object.
    Table,
    /// A list of tables.
    Tables,
    /// Nothing that the format knows.
    Other,
}

impl Diagnostic {
    /// A problem at these bytes, as bad as such problems are.
    pub fn new(span: Range<usize>, fault: DiagnosticKind) -> Self {
        Self::at(span, fault)
    }
}

impl<P> Diagnostic<P> {
    /// Where it is next, as often as people are told.
    pub(super) fn told_again(&self) -> &[P] {
        self.again.get(..TOLD_PLACES).unwrap_or(&self.again)
    }

    /// A problem at this place.
    pub fn at(place: P, fault: DiagnosticKind) -> Self {
        Self { severity: fault.severity(), fault, place, again: Vec::new(), count: 1, is_mixed: false }
    }

    /// The same with its places in another measure.
    pub fn map<Q>(self, place: impl Fn(P) -> Q) -> Diagnostic<Q> {
        Diagnostic {
            place: place(self.place),
            again: self.again.into_iter().map(place).collect(),
            severity: self.severity,
            fault: self.fault,
            count: self.count,
            is_mixed: self.is_mixed,
        }
    }

    /// The same among what has no place as well.
    pub fn placed(self) -> Diagnostic<Option<P>> {
        self.map(Some)
    }
}

impl DiagnosticKind {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownField { .. }
            | Self::UnknownTable { near: None, .. }
            | Self::RepeatedField { .. }
            | Self::Escape { .. }
            | Self::NoSuchEvent { .. }
            | Self::Undeclared { .. }
            | Self::Control { .. }
            | Self::NotOneColumn { .. }
            | Self::TooManyCells { .. }
            | Self::Undated
            | Self::NoTitle
            | Self::Check(_)
            | Self::ChecksSkipped
            | Self::WrongValue { .. } => Severity::Warning,
            Self::Import(fault) if !fault.is_error() => Severity::Warning,
            Self::Source(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }

    /// What two faults of a kind have in common that are the same fault.
    pub(super) fn cause(&self) -> String {
        match self {
            Self::UnknownField { table, field, .. } => format!("{table} {field}"),
            Self::Missing { table, fields, .. } => format!("{table} {fields:?}"),
            Self::Date(error) => format!("{} {:?}", error.text, error.fault),
            _ => format!("{self:?}"),
        }
    }
}
