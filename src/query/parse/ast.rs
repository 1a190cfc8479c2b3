//! What a query says: terms that must all hold. It prints as the text that reads back as the same terms.

use std::fmt;

use super::{DatePredicate, plain_date};
use crate::{
    query::{Field, needle::is_acronym},
    text::{narrow, narrowed},
};

/// A filter: every term must hold. No term keeps everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The terms in the order in which they were written.
    pub terms: Vec<QueryTerm>,
    /// Terms that are switched off: they keep their places among the others, and filter nothing.
    pub(super) off: Vec<OffTerm>,
}

/// A term that is switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OffTerm {
    /// How many of the terms that are on stand before it.
    pub(super) before: usize,
    pub(super) term: QueryTerm,
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryTerm {
    /// Whether it excludes what it describes.
    pub excludes: bool,
    /// What it describes.
    pub predicate: Predicate,
}

/// What a term that is switched off begins with.
pub(super) const OFF: &str = "off";

/// A term in the row of all that were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The term.
    pub term: QueryTerm,
    /// Whether it is switched off, and filters nothing.
    pub is_off: bool,
}

/// What one term looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Predicate {
    /// Words that stand somewhere in the event, as they were written.
    Text(String),
    /// A short word in capitals that stands somewhere in the event as a whole word: `US`, `METI`.
    Acronym(String),
    /// Words that stand in a title or a name with one error for every four of their letters at most.
    Fuzzy(String),
    /// A field that has one of these values.
    Field(Field, Vec<String>),
    /// A time.
    Date(DatePredicate),
    /// One of several alternatives, of each of which all terms must hold. Never a single term by itself.
    AnyOf(Vec<Vec<QueryTerm>>),
}

impl From<Vec<QueryTerm>> for Query {
    fn from(terms: Vec<QueryTerm>) -> Self {
        Self { terms, off: Vec::new() }
    }
}

impl From<Predicate> for QueryTerm {
    fn from(predicate: Predicate) -> Self {
        Self { excludes: false, predicate }
    }
}

impl From<QueryTerm> for Chip {
    fn from(term: QueryTerm) -> Self {
        Self { term, is_off: false }
    }
}

impl Query {
    /// All terms in the order in which they were written, each with whether it is switched off.
    pub fn all_terms(&self) -> impl Iterator<Item = (&QueryTerm, bool)> {
        let mut off = self.off.iter().peekable();
        let mut on = self.terms.iter().enumerate().peekable();
        std::iter::from_fn(move || {
            // Behind the last term stand all that are left.
            let place = on.peek().map(|(place, _)| *place);
            let next_off = off.next_if(|next| place.is_none_or(|place| next.before <= place));
            next_off.map(|next| (&next.term, true)).or_else(|| on.next().map(|(_, term)| (term, false)))
        })
    }

    /// The same, by themselves.
    pub fn chips(&self) -> Vec<Chip> {
        self.all_terms().map(|(term, is_off)| Chip { term: term.clone(), is_off }).collect()
    }

    /// How many terms were written.
    pub const fn chip_count(&self) -> usize {
        self.terms.len() + self.off.len()
    }

    /// Whether any term was written, be it on or off.
    pub const fn has_chips(&self) -> bool {
        self.chip_count() > 0
    }

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
        write_chips(f, self.all_terms())
    }
}

impl fmt::Display for Chip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.term.text(self.is_off))
    }
}

impl fmt::Display for QueryTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.excludes {
            f.write_str("-")?;
        }
        match &self.predicate {
            Predicate::Text(words) => write_quoted(f, words, words_need_quotes(words)),
            Predicate::Acronym(word) => f.write_str(word),
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
                    write_chips(f, terms.iter().map(|term| (term, false)))?;
                }
                f.write_str(")")
            }
        }
    }
}

impl QueryTerm {
    /// What is written of it, be it on or off.
    pub fn text(&self, is_off: bool) -> String {
        if is_off { format!("{OFF}:{self}") } else { self.to_string() }
    }
}

/// Writes terms so that each reads back as itself.
fn write_chips<'a>(f: &mut fmt::Formatter<'_>, terms: impl Iterator<Item = (&'a QueryTerm, bool)>) -> fmt::Result {
    let terms: Vec<(&QueryTerm, bool)> = terms.collect();
    let mut written: Vec<String> = terms.iter().map(|(term, is_off)| term.text(*is_off)).collect();
    // Words and a number beside each other must not read as a date: `may (2022)`.
    for (place, (term, is_off)) in terms.iter().enumerate() {
        let rest = written.get(place..).unwrap_or_default().join(" ");
        let sign = if *is_off { OFF.len() + 1 } else { 0 } + usize::from(term.excludes);
        let date_end = rest.get(sign..).and_then(plain_date::leading).map_or(0, |(_, end)| sign + end);
        if written.get(place).is_some_and(|first| first.len() < date_end)
            && let Some(next) = written.get_mut(place + 1)
        {
            *next = match next.strip_prefix('-') {
                Some(excluded) => format!("-({excluded})"),
                None => format!("({next})"),
            };
        }
    }
    f.write_str(&written.join(" "))
}

/// Whether something in the text would end it or be taken for something else.
fn has_sign(text: &str) -> bool {
    text.contains(|c: char| c.is_whitespace() || matches!(narrow(c), '"' | '\\' | '(' | ')' | '|'))
}

fn words_need_quotes(words: &str) -> bool {
    let names_a_field = |(field, _): (&str, &str)| {
        let is_of_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-' | b'@');
        field.bytes().any(|b| b.is_ascii_alphabetic()) && field.bytes().all(is_of_name) || Field::named(field).is_some()
    };
    let narrowed = narrowed(words);
    words.is_empty()
        || narrowed.starts_with(['-', '~'])
        || has_sign(words)
        || is_acronym(&narrowed)
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
