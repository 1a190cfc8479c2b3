//! What is wrong with the text of a query: facts, and the one place of their wording.

use std::{fmt, ops::Range};

use crate::{
    messages::{Locale, queries},
    model::DateError,
    query::Field,
};

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

impl QueryFault {
    /// The fault in words.
    pub fn told(&self, locale: Locale) -> String {
        match &self.kind {
            FaultKind::UnknownField(name, None) => queries::no_field(locale, name),
            FaultKind::UnknownField(name, Some(near)) => queries::no_field_but(locale, name, near),
            FaultKind::UnknownValue(field, value, None) => queries::no_value(locale, field.name(), value),
            FaultKind::UnknownValue(field, value, Some(near)) => {
                queries::no_value_but(locale, field.name(), value, near)
            }
            FaultKind::MissingValue(field) => queries::needs_value(locale, field),
            FaultKind::Date(error) => error.told(locale),
            FaultKind::OffInside => queries::off_inside(locale).to_owned(),
            FaultKind::Unclosed => queries::unclosed(locale).to_owned(),
            FaultKind::UnmatchedClose => queries::unmatched(locale).to_owned(),
            FaultKind::WordTooLong(most) => queries::word_too_long(locale, *most),
            FaultKind::TooManyTerms(most) => queries::too_many_terms(locale, *most),
            FaultKind::TooDeep(most) => queries::too_deep(locale, *most),
        }
    }
}

impl fmt::Display for QueryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}
