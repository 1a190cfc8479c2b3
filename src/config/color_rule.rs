//! Which events have a style of their own: the tables `[[colour]]` of the configuration.

use std::ops::Range;

use toml::de::{DeArray, DeTable, DeValue};

use super::{ConfigError, ConfigErrorKind};
use crate::{
    messages::ExpectedValue,
    query::{FaultKind, ParsedQuery, QueryFault},
    text::{byte_in_string, line_and_column, sanitize, suggest},
    themes::StyleWords,
};

/// What a table may say.
const FIELDS: [&str; 2] = ["query", "style"];

/// The events that a query keeps have this style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColorRule {
    /// The query, harmless to show.
    pub query: String,
    /// The style.
    pub style: StyleWords,
    /// How the query is written, quotation marks included.
    written: String,
    /// The line and column of that.
    position: (usize, usize),
}

impl ColorRule {
    /// Returns line and column of a byte of the query in the configuration, both from 1; the column in characters.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let at = byte_in_string(&self.written, &(0..self.written.len()), byte);
        let ((line, column), (first, before)) = (line_and_column(&self.written, at), self.position);
        (first + line - 1, if line == 1 { before + column - 1 } else { column })
    }

    /// Reads the rules of a configuration, in their order.
    ///
    /// A field that a query asks for may be one that a timeline has besides: so it is no fault here.
    ///
    /// # Errors
    ///
    /// The first fault.
    pub(super) fn read(rules: &DeArray<'_>, text: &str) -> Result<Vec<Self>, ConfigError> {
        let rule = |rule: &toml::Spanned<DeValue<'_>>| match rule.get_ref() {
            DeValue::Table(table) => Self::of(table, &rule.span(), text),
            _ => Err(ConfigError::new(rule.span(), ConfigErrorKind::Expected(ExpectedValue::ColorRule))),
        };
        rules.iter().map(rule).collect()
    }

    fn of(table: &DeTable<'_>, span: &Range<usize>, text: &str) -> Result<Self, ConfigError> {
        if let Some((unknown, _)) = table.iter().find(|(name, _)| !FIELDS.contains(&name.get_ref().as_ref())) {
            let near = suggest(unknown.get_ref(), FIELDS);
            return Err(ConfigError::new(
                unknown.span(),
                ConfigErrorKind::Unknown(unknown.get_ref().to_string(), near),
            ));
        }
        let string = |name: &str, missing: ExpectedValue| -> Result<(String, Range<usize>), ConfigError> {
            let value =
                table.get(name).ok_or_else(|| ConfigError::new(span.clone(), ConfigErrorKind::Expected(missing)))?;
            let words = value.get_ref().as_str();
            let words =
                words.ok_or_else(|| ConfigError::new(value.span(), ConfigErrorKind::Expected(ExpectedValue::Text)))?;
            Ok((words.to_owned(), value.span()))
        };
        let (query, place) = string("query", ExpectedValue::RuleWithQuery)?;
        let is_of_timeline = |fault: &QueryFault| matches!(fault.kind, FaultKind::UnknownField(..));
        if let Some(wrong) = ParsedQuery::parse(&query).faults.into_iter().find(|fault| !is_of_timeline(fault)) {
            let [start, end] = [wrong.span.start, wrong.span.end].map(|byte| byte_in_string(text, &place, byte));
            return Err(ConfigError::new(start..end, ConfigErrorKind::Query(Box::new(wrong))));
        }
        let (words, style_place) = string("style", ExpectedValue::RuleWithStyle)?;
        let style = StyleWords::parse(&words).map_err(|unknown| {
            let at = byte_in_string(text, &style_place, unknown.at);
            ConfigError::new(at..at + unknown.word.len(), ConfigErrorKind::Style(unknown.word))
        })?;
        Ok(Self {
            query: sanitize(&query).into_owned(),
            style,
            position: line_and_column(text, place.start),
            written: text.get(place).unwrap_or_default().to_owned(),
        })
    }
}
