//! What a query says: terms that must all hold. It prints as the text that reads back as the same terms.

use std::fmt;

use super::{DatePredicate, plain_date};
use crate::{
    query::Field,
    text::{narrow, narrowed},
};

/// A filter: every term must hold. No term keeps everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The terms in the order in which they were written.
    pub terms: Vec<QueryTerm>,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryTerm {
    /// Whether it excludes what it describes.
    pub excludes: bool,
    /// What it describes.
    pub predicate: Predicate,
}

/// What one term looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Predicate {
    /// Words that stand somewhere in the event, as they were written.
    Text(String),
    /// Words that stand in a title or a name with one error for every four of their letters at most.
    Fuzzy(String),
    /// A field that has one of these values.
    Field(Field, Vec<String>),
    /// A time.
    Date(DatePredicate),
    /// One of several alternatives, of each of which all terms must hold. Never a single term by itself.
    AnyOf(Vec<Vec<QueryTerm>>),
}

impl From<Predicate> for QueryTerm {
    fn from(predicate: Predicate) -> Self {
        Self { excludes: false, predicate }
    }
}

impl Query {
    /// What its last term was read as, if that is a time.
    pub fn last_date(&self) -> Option<&DatePredicate> {
        let Predicate::Date(date) = &self.terms.last()?.predicate else { return None };
        Some(date)
    }

    /// Whether it keeps everything.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_all(f, &self.terms)
    }
}

impl fmt::Display for QueryTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.excludes {
            f.write_str("-")?;
        }
        match &self.predicate {
            Predicate::Text(words) => write_quoted(f, words, words_need_quotes(words)),
            Predicate::Fuzzy(word) => {
                f.write_str("~")?;
                write_quoted(f, word, word.is_empty() || has_sign(word))
            }
            Predicate::Field(field, values) => {
                write!(f, "{}:", field.name())?;
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        f.write_str(",")?;
                    }
                    write_quoted(f, value, value.is_empty() || value.contains([',', '，']) || has_sign(value))?;
                }
                Ok(())
            }
            Predicate::Date(date) => write!(f, "{date}"),
            Predicate::AnyOf(alternatives) => {
                f.write_str("(")?;
                for (index, terms) in alternatives.iter().enumerate() {
                    if index > 0 {
                        f.write_str(" | ")?;
                    }
                    write_all(f, terms)?;
                }
                f.write_str(")")
            }
        }
    }
}

fn write_all(f: &mut fmt::Formatter<'_>, terms: &[QueryTerm]) -> fmt::Result {
    let mut written: Vec<String> = terms.iter().map(ToString::to_string).collect();
    // Words and a number beside each other must not read as a date: `"may" 2022`.
    for place in 0..written.len() {
        while let Some(at) = word_of_date(terms, &written, place) {
            let Some((term, written)) = terms.get(at).zip(written.get_mut(at)) else { break };
            *written = quoted(term);
        }
    }
    f.write_str(&written.join(" "))
}

/// The first word that has no quotation marks, of those which with others behind them read as a date from this place on.
fn word_of_date(terms: &[QueryTerm], written: &[String], place: usize) -> Option<usize> {
    let rest = written.get(place..)?.join(" ");
    let sign = usize::from(terms.get(place)?.excludes);
    let (_, end) = plain_date::leading(rest.get(sign..)?)?;
    let mut start = 0;
    for (at, (term, written)) in terms.iter().zip(written).enumerate().skip(place) {
        if start >= sign + end {
            return None;
        }
        if matches!(term.predicate, Predicate::Text(_)) && !written.contains('"') {
            return Some(at);
        }
        start += written.len() + 1;
    }
    None
}

fn quoted(term: &QueryTerm) -> String {
    let sign = if term.excludes { "-" } else { "" };
    match &term.predicate {
        Predicate::Text(words) => format!("{sign}\"{words}\""),
        _ => term.to_string(),
    }
}

/// Whether something in the text would end it or be taken for something else.
fn has_sign(text: &str) -> bool {
    text.contains(|c: char| c.is_whitespace() || matches!(narrow(c), '"' | '\\' | '(' | ')' | '|'))
}

fn words_need_quotes(words: &str) -> bool {
    let names_a_field = |(field, _): (&str, &str)| !field.is_empty() && field.bytes().all(|b| b.is_ascii_alphabetic());
    let narrowed = narrowed(words);
    words.is_empty()
        || narrowed.starts_with(['-', '~'])
        || has_sign(words)
        || narrowed.split_once(':').is_some_and(names_a_field)
        || DatePredicate::from_bare_word(&narrowed).is_some()
        || plain_date::leading(words).is_some()
}

fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str, quotes: bool) -> fmt::Result {
    if !quotes {
        return f.write_str(text);
    }
    f.write_str("\"")?;
    for c in text.chars() {
        if matches!(narrow(c), '"' | '\\') {
            f.write_str("\\")?;
        }
        write!(f, "{c}")?;
    }
    f.write_str("\"")
}
