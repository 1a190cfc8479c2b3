//! The text of a query as terms, with what is wrong in it.

use super::{PlainDate, Query, QueryFault, parser::Parser};
use crate::model::{ExtraFields, Timeline};

/// A text as a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParsedQuery {
    /// What the text says, without what is wrong in it.
    pub query: Query,
    /// What is wrong in it, in order.
    pub faults: Vec<QueryFault>,
    /// The dates in it that are written as people write them, in order.
    pub dates: Vec<PlainDate>,
}

impl Query {
    /// Reads a query as far as it can be read.
    ///
    /// White space separates terms; `"…"` holds words together, with `\"` and `\\` inside; `-` before a term excludes; `~` is
    /// fuzzy; `field:value` and `field:a,b` ask of a field; `a | b` is either, parentheses group; `off:` before a term switches
    /// it off; what looks like a date is one, in EDTF or as people write it.
    /// What is not closed closes at the end.
    pub fn parse(text: &str) -> Self {
        ParsedQuery::parse(text).query
    }

    /// The same; the fields that the timeline has besides are known.
    pub fn parse_in(text: &str, timeline: &Timeline) -> Self {
        ParsedQuery::parse_in(text, timeline).query
    }
}

impl ParsedQuery {
    /// Reads a text and names what is wrong in it.
    pub fn parse(text: &str) -> Self {
        Self::with(text, None, None)
    }

    /// The same; the fields that the timeline has besides are known.
    pub fn parse_in(text: &str, timeline: &Timeline) -> Self {
        Self::with(text, Some(timeline.extra_fields()), None)
    }

    /// The same; values that the timeline does not have are wrong as well.
    pub fn parse_for(text: &str, timeline: &Timeline) -> Self {
        Self::with(text, Some(timeline.extra_fields()), Some(timeline))
    }

    fn with(text: &str, fields: Option<&ExtraFields>, timeline: Option<&Timeline>) -> Self {
        let mut parser = Parser::new(text, fields, timeline);
        let query = parser.query();
        Self { query, faults: parser.faults, dates: parser.dates }
    }
}
