//! What is wrong with the text of a query: facts, and the one place of their wording.

use std::{fmt, ops::Range};

use crate::{model::DateError, query::Field};

/// Something wrong with the text of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryFault {
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// The ways in which the text of a query can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// There is no such field; the nearest one, if one is near.
    UnknownField(String, Option<&'static str>),
    /// The field has no such value; the nearest one, if one is near.
    UnknownValue(Field, String, Option<String>),
    /// A field without a value.
    MissingValue(&'static str),
    /// A date that is none.
    Date(DateError),
    /// A part of a term that is to be switched off by itself.
    OffInside,
    /// A parenthesis that nobody closed.
    Unclosed,
    /// A parenthesis that nobody opened.
    UnmatchedClose,
    /// A word of more letters than this.
    WordTooLong(usize),
    /// More terms than this.
    TooManyTerms(usize),
    /// Parentheses in more others than this.
    TooDeep(usize),
}

impl fmt::Display for QueryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FaultKind::UnknownField(name, None) => write!(f, "no field `{name}`; quote it to look for the words"),
            FaultKind::UnknownField(name, Some(near)) => write!(f, "no field `{name}`, did you mean `{near}`?"),
            FaultKind::UnknownValue(field, value, None) => write!(f, "`{}:` knows no `{value}`", field.name()),
            FaultKind::UnknownValue(field, value, Some(near)) => {
                write!(f, "`{}:` knows no `{value}`, did you mean `{near}`?", field.name())
            }
            FaultKind::MissingValue(field) => write!(f, "`{field}:` needs a value"),
            FaultKind::Date(error) => write!(f, "{error}"),
            FaultKind::OffInside => f.write_str("`off:` stands before a whole term: `off:-nisc`, `off:(a | b)`"),
            FaultKind::Unclosed => f.write_str("unclosed `(`"),
            FaultKind::UnmatchedClose => f.write_str("unmatched `)`"),
            FaultKind::WordTooLong(most) => write!(f, "a word of more than {most} letters is not looked for"),
            FaultKind::TooManyTerms(most) => write!(f, "a query has no more than {most} terms"),
            FaultKind::TooDeep(most) => write!(f, "parentheses stand in no more than {most} others"),
        }
    }
}
