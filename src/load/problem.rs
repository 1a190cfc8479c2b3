//! What is wrong with a file: facts with their places, and the one place of their wording.

use std::{fmt, ops::Range};

use crate::model::DateError;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Everything was read, though perhaps not as meant.
    Warning,
    /// Something was left out.
    Error,
}

/// Something wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The bytes of the source that it is about.
    pub span: Range<usize>,
    /// What it is.
    pub fault: Fault,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A byte that is not UTF-8.
    NotUtf8,
    /// Not TOML.
    Syntax {
        /// What the reader of TOML says.
        message: String,
    },
    /// Nothing to show.
    NoEvents,
    /// A field that must be there is not.
    Missing {
        /// The kind of table that needs it.
        table: &'static str,
        /// The field.
        field: &'static str,
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
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A value that is none of those that its field takes.
    WrongValue {
        /// The field.
        field: &'static str,
        /// The value.
        value: String,
        /// The values that it takes.
        expected: &'static str,
        /// The value that was probably meant.
        near: Option<String>,
    },
    /// A field that no table of this kind has.
    UnknownField {
        /// The field.
        field: String,
        /// The field that was probably meant.
        near: Option<String>,
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
    /// A text that does not end.
    OpenText {
        /// Its quotation marks.
        mark: &'static str,
    },
    /// A text, or a date that is none of TOML's own, without quotation marks.
    Unquoted {
        /// The text.
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
    NotWeb {
        /// The address.
        url: String,
    },
    /// Characters that do not show, or that would command a terminal.
    Control {
        /// The field.
        field: &'static str,
    },
    /// A mark that would break the columns.
    NotOneColumn {
        /// The field.
        field: &'static str,
        /// The mark.
        mark: String,
    },
}

impl Problem {
    /// A problem at these bytes, as bad as such problems are.
    pub fn new(span: Range<usize>, fault: Fault) -> Self {
        Self { severity: fault.severity(), span, fault }
    }

    /// The line and the column of its start in the source, both from 1; columns are characters.
    pub fn position(&self, source: &str) -> (usize, usize) {
        let before = source.get(..self.span.start).unwrap_or(source);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        (line, before.get(line_start..).unwrap_or("").chars().count() + 1)
    }
}

impl Fault {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownField { .. }
            | Self::UnknownTable { near: None, .. }
            | Self::NoSuchEvent { .. }
            | Self::Undeclared { .. }
            | Self::Control { .. }
            | Self::NotOneColumn { .. }
            | Self::WrongValue { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What was expected at that place, in a few words; `None` where the message says it all.
    pub fn expected(&self) -> Option<String> {
        match self {
            Self::NotUtf8 => Some("not UTF-8 from here".to_owned()),
            Self::Missing { table, field } => Some(format!("this {table} has no `{field}`")),
            Self::OpenText { .. } => Some("it starts here".to_owned()),
            Self::Empty { .. } => Some("expected a text".to_owned()),
            Self::WrongType { expected, .. } | Self::WrongValue { expected, .. } => {
                Some(format!("expected {expected}"))
            }
            Self::NoSuchSource { sources: 0, .. } => Some("the event has no sources".to_owned()),
            Self::NoSuchSource { sources, .. } => Some(format!("expected a number from 1 to {sources}")),
            Self::NotWeb { .. } => Some("expected http:// or https://".to_owned()),
            Self::NotOneColumn { .. } => Some("expected one character, one column wide".to_owned()),
            _ => None,
        }
    }

    /// The way out, as one sentence; `None` where there is nothing to suggest.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NotUtf8 => Some("save the file as UTF-8; what could be read is shown".to_owned()),
            Self::NoEvents => Some("[[event]]\ndate = \"2023-01-06\"\ntitle = \"What happened\"".to_owned()),
            Self::Missing { field: "date", .. } => Some("add a line like `date = \"2023-01-06\"`".to_owned()),
            Self::Missing { field, .. } => Some(format!("add a line like `{field} = \"…\"`")),
            Self::WrongType { field: "event", .. } => Some("each event starts with a line `[[event]]`".to_owned()),
            Self::WrongValue { near: Some(near), .. }
            | Self::UnknownField { near: Some(near), .. }
            | Self::UnknownTable { near: Some(near), .. }
            | Self::NoSuchEvent { near: Some(near), .. }
            | Self::Undeclared { near, .. } => Some(format!("did you mean `{near}`?")),
            Self::OpenText { mark } => Some(format!("close it with `{mark}`")),
            Self::Unquoted { text } => Some(format!("write `\"{text}\"`")),
            Self::DuplicateId { .. } => Some("give one of them another id".to_owned()),
            Self::Control { .. } => Some("they are shown as \u{FFFD}; retype the text without them".to_owned()),
            _ => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => write!(f, "the file is not UTF-8"),
            Self::Syntax { message } => f.write_str(message),
            Self::NoEvents => write!(f, "no events: an event needs a date and a title"),
            Self::Missing { table, field } => {
                let (a, an) = (article(table), article(field));
                write!(f, "{a} {table} needs {an} {field}")
            }
            Self::Empty { field } => write!(f, "the {field} is empty"),
            Self::WrongType { field, found, .. } => write!(f, "`{field}` holds {found}"),
            Self::WrongValue { field, value, .. } => write!(f, "`{value}` is no value of `{field}`"),
            Self::UnknownField { field, .. } => write!(f, "unknown field `{field}`"),
            Self::UnknownTable { table, .. } => write!(f, "unknown table `{table}`"),
            Self::Repeated { table } => write!(f, "a second `[{table}]`; only the first counts"),
            Self::OpenText { .. } => write!(f, "a text that does not end"),
            Self::Unquoted { .. } => write!(f, "a text without quotation marks"),
            Self::Date(error) => error.fmt(f),
            Self::DuplicateId { id, first } => write!(f, "the id `{id}` is taken since line {first}"),
            Self::NoSuchEvent { id, .. } => write!(f, "no event has the id `{id}`"),
            Self::NoSuchSource { number, .. } => write!(f, "no source {number}"),
            Self::Undeclared { what, id, .. } => write!(f, "{what} `{id}` is not declared"),
            Self::NotWeb { url } => write!(f, "`{url}` is no address of the web"),
            Self::Control { field } => write!(f, "the {field} holds invisible or control characters"),
            Self::NotOneColumn { mark, .. } => write!(f, "the mark `{mark}` is not one column wide"),
        }
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}
