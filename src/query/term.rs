//! What a query says: terms that must all hold. It prints as the text that reads back as the same terms.

use std::fmt;

use super::Field;
use crate::text::fold;

/// A filter: every term must hold. No term keeps everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The terms in the order in which they were written.
    pub terms: Vec<Term>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it excludes what it describes.
    pub excludes: bool,
    /// What it describes.
    pub test: Test,
}

/// What one term looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Words that stand somewhere in the event, as they were written.
    Words(String),
    /// A field that has one of these values.
    Field(Field, Vec<String>),
}

impl Query {
    /// Whether it keeps everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The folded words that are looked for, not those that are excluded.
    pub fn needles(&self) -> Vec<String> {
        self.terms
            .iter()
            .filter(|term| !term.excludes)
            .filter_map(|term| match &term.test {
                Test::Words(words) => Some(fold(words)),
                Test::Field(..) => None,
            })
            .filter(|needle| !needle.is_empty())
            .collect()
    }

    /// This query without what it asks of one field.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        let terms = self.terms.iter().filter(|term| !matches!(term.test, Test::Field(of, _) if of == field));
        Self { terms: terms.cloned().collect() }
    }

    /// Whether the query asks for this value or excludes it: `Some(true)` excludes.
    pub fn asks(&self, field: Field, value: &str) -> Option<bool> {
        self.terms.iter().find_map(|term| match &term.test {
            Test::Field(of, values) if *of == field && values.iter().any(|v| v == value) => Some(term.excludes),
            _ => None,
        })
    }

    /// Asks for this value as well, or excludes it; takes the value back if the query does just that already.
    pub fn toggle(&mut self, field: Field, value: &str, excludes: bool) {
        let before = self.asks(field, value);
        for term in &mut self.terms {
            if let Test::Field(of, values) = &mut term.test
                && *of == field
            {
                values.retain(|v| v != value);
            }
        }
        self.terms.retain(|term| !matches!(&term.test, Test::Field(_, values) if values.is_empty()));
        if before == Some(excludes) {
            return;
        }
        let same = self.terms.iter_mut().find_map(|term| match &mut term.test {
            Test::Field(of, values) if *of == field && term.excludes == excludes => Some(values),
            _ => None,
        });
        match same {
            Some(values) => values.push(value.to_owned()),
            None => self.terms.push(Term { excludes, test: Test::Field(field, vec![value.to_owned()]) }),
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.excludes {
            f.write_str("-")?;
        }
        match &self.test {
            Test::Words(words) => write_quoted(f, words, words_need_quotes(words)),
            Test::Field(field, values) => {
                write!(f, "{}:", field.name())?;
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        f.write_str(",")?;
                    }
                    write_quoted(f, value, value_needs_quotes(value))?;
                }
                Ok(())
            }
        }
    }
}

fn words_need_quotes(words: &str) -> bool {
    words.is_empty()
        || words.starts_with('-')
        || words.contains(|c: char| c.is_whitespace() || c == '"' || c == '\\')
        || words.split_once(':').is_some_and(|(field, _)| Field::named(field).is_some())
}

fn value_needs_quotes(value: &str) -> bool {
    value.is_empty() || value.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\\' | ','))
}

fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str, quotes: bool) -> fmt::Result {
    if !quotes {
        return f.write_str(text);
    }
    f.write_str("\"")?;
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            f.write_str("\\")?;
        }
        write!(f, "{c}")?;
    }
    f.write_str("\"")
}
