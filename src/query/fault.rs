//! What is wrong with the text of a query: facts, and the one place of their wording.

use std::{fmt, ops::Range};

use super::Field;
use crate::model::DateError;

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
    NoField(String, Option<&'static str>),
    /// The field has no such value; the nearest one, if one is near.
    NoValue(Field, String, Option<String>),
    /// A field without a value.
    ValueMissing(&'static str),
    /// A date that is none.
    Date(DateError),
    /// A parenthesis that nobody closed.
    Open,
    /// A parenthesis that nobody opened.
    Stray,
    /// A word of more letters than this.
    LongWord(usize),
    /// More terms than this.
    ManyTerms(usize),
    /// Parentheses in more others than this.
    Deep(usize),
}

impl fmt::Display for QueryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FaultKind::NoField(name, None) => write!(f, "no field `{name}`; quote it to look for the words"),
            FaultKind::NoField(name, Some(near)) => write!(f, "no field `{name}`, did you mean `{near}`?"),
            FaultKind::NoValue(field, value, None) => write!(f, "`{}:` knows no `{value}`", field.name()),
            FaultKind::NoValue(field, value, Some(near)) => {
                write!(f, "`{}:` knows no `{value}`, did you mean `{near}`?", field.name())
            }
            FaultKind::ValueMissing(field) => write!(f, "`{field}:` wants a value"),
            FaultKind::Date(error) => write!(f, "{error}"),
            FaultKind::Open => f.write_str("a parenthesis is open"),
            FaultKind::Stray => f.write_str("this parenthesis closes nothing"),
            FaultKind::LongWord(most) => write!(f, "a word of more than {most} letters is not looked for"),
            FaultKind::ManyTerms(most) => write!(f, "a query has no more than {most} terms"),
            FaultKind::Deep(most) => write!(f, "parentheses stand in no more than {most} others"),
        }
    }
}
