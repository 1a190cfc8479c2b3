//! Which columns are which fields of an event, as it is written on the command line and in TOML.

use std::{collections::BTreeMap, error, fmt};

use toml::{Table, Value};

use super::{target::Target, template::Template};
use crate::{
    messages::{Locale, LocalizedText, dates, detail, sources, toml_words},
    model::DateOrder,
    text::suggest,
};

/// Which columns are which fields. A field that is given without a column is left out, whatever would be guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    fields: BTreeMap<Target, Vec<Template>>,
}

/// What is wrong with a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingFault {
    /// There is no such field; the one that was probably meant.
    NoField(String, Option<&'static str>),
    /// Something without a field in front of it.
    NoEquals(String),
    /// There is no such column; the one that was probably meant.
    NoColumn(String, Option<String>),
    /// The dates of a column are not in the order that was said.
    Order {
        /// The order that was said.
        given: DateOrder,
        /// The column.
        column: String,
        /// The first of its dates.
        cell: String,
        /// The orders in which they can be read.
        read_by: Vec<DateOrder>,
    },
    /// It is no TOML; why.
    Syntax(LocalizedText),
    /// The file that holds it cannot be read; why.
    Unreadable(LocalizedText),
}

impl Mapping {
    /// Reads a mapping as the command line has it: `date=Timestamp,title={RuleTitle} {Channel},area=-`.
    ///
    /// What has no field in front of it is another column of the field before it.
    ///
    /// # Errors
    ///
    /// A field that there is not.
    pub fn parse(text: &str) -> Result<Self, MappingFault> {
        let mut mapping = Self::default();
        let mut last = None;
        for part in parts(text).into_iter().filter(|part| !part.trim().is_empty()) {
            let (target, column) = match (part.split_once('='), last) {
                (Some((name, column)), _) if !name.contains('{') => (target(name.trim())?, column),
                (_, Some(target)) => (target, part),
                _ => return Err(MappingFault::NoEquals(part.trim().to_owned())),
            };
            last = Some(target);
            mapping.push(target, column);
        }
        Ok(mapping)
    }

    /// Reads a mapping from a table of TOML: `date = "Timestamp"`, `areas = ["Tags", "Labels"]`. Its `header` is passed over.
    ///
    /// # Errors
    ///
    /// A field that there is not, or a value that names no column.
    pub fn of_table(table: &Table) -> Result<Self, MappingFault> {
        let mut mapping = Self::default();
        for (name, value) in table.iter().filter(|(name, _)| *name != "header") {
            let target = target(name)?;
            match value {
                Value::String(column) => mapping.push(target, column),
                Value::Array(columns) if columns.iter().all(Value::is_str) => {
                    columns.iter().filter_map(Value::as_str).for_each(|column| mapping.push(target, column));
                }
                _ => {
                    return Err(MappingFault::Syntax(LocalizedText::new(|locale| {
                        sources::names_no_columns(locale, name)
                    })));
                }
            }
        }
        Ok(mapping)
    }

    /// Reads a mapping from TOML.
    ///
    /// # Errors
    ///
    /// It is no TOML, or no mapping.
    pub fn of_toml(text: &str) -> Result<Self, MappingFault> {
        let table: Table = toml::from_str(text).map_err(|error| MappingFault::Syntax(no_toml(error.message())))?;
        Self::of_table(&table)
    }

    fn push(&mut self, target: Target, column: &str) {
        let columns = self.fields.entry(target).or_default();
        let template = Some(column).filter(|column| column.trim() != "-").map(Template::parse);
        columns.extend(template.filter(|template| !template.pieces().is_empty()));
    }

    /// Gives a field these columns.
    pub(super) fn set(&mut self, target: Target, columns: Vec<Template>) {
        self.fields.insert(target, columns);
    }

    /// The same, with what another mapping says instead where that says anything.
    #[must_use]
    pub fn overridden(mut self, by: &Self) -> Self {
        self.fields.extend(by.fields.clone());
        self
    }

    /// What a field is made of; nothing where it is left out, or not spoken of.
    pub fn of(&self, target: Target) -> &[Template] {
        self.fields.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Whether it says something of a field, if only that it is left out.
    pub(super) fn speaks_of(&self, target: Target) -> bool {
        self.fields.contains_key(&target)
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The fields that are made of something, each with what it is made of.
    pub fn fields(&self) -> impl Iterator<Item = (Target, &[Template])> {
        Target::ALL.into_iter().map(|target| (target, self.of(target))).filter(|(_, columns)| !columns.is_empty())
    }

    /// The mapping as TOML, with the header that it is for.
    pub fn to_toml(&self, header: &[String]) -> String {
        let text = |text: &str| Value::String(text.to_owned()).to_string();
        let header: Vec<String> = header.iter().map(|name| text(name)).collect();
        let mut toml = format!("header = [{}]\n", header.join(", "));
        for (target, columns) in &self.fields {
            let mut columns: Vec<String> = columns.iter().map(|column| text(&column.to_string())).collect();
            columns.extend(columns.is_empty().then(|| text("-")));
            let value = if columns.len() == 1 { columns.remove(0) } else { format!("[{}]", columns.join(", ")) };
            toml.extend([target.name(), " = ", &value, "\n"]);
        }
        toml
    }
}

impl fmt::Display for Mapping {
    /// As [`parse`](Self::parse) reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = |(target, columns): (&Target, &Vec<Template>)| {
            let columns: Vec<String> = columns.iter().map(ToString::to_string).collect();
            let columns = if columns.is_empty() { "-".to_owned() } else { columns.join(",") };
            format!("{}={columns}", target.name())
        };
        f.write_str(&self.fields.iter().map(field).collect::<Vec<_>>().join(","))
    }
}

/// The parts between the commas that stand in no braces.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    text.split(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
    .collect()
}

fn target(name: &str) -> Result<Target, MappingFault> {
    Target::named(name)
        .ok_or_else(|| MappingFault::NoField(name.to_owned(), suggest(name, Target::ALL.map(Target::name))))
}

/// Why a text is no TOML.
fn no_toml(english: &str) -> LocalizedText {
    LocalizedText::new(|locale| toml_words::told(english, locale))
}

impl error::Error for MappingFault {}

impl MappingFault {
    /// The fault in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::NoField(name, Some(near)) => sources::no_field_but(locale, name, near),
            Self::NoField(name, None) => {
                sources::no_field(locale, name, &Target::ALL.map(Target::name).join(detail::comma(locale)))
            }
            Self::NoEquals(part) => sources::names_no_field(locale, part),
            Self::NoColumn(name, Some(near)) => sources::no_column_but(locale, name, near),
            Self::NoColumn(name, None) => sources::no_column(locale, name),
            Self::Order { given, column, cell, read_by } => {
                let read_by: Vec<String> = read_by.iter().map(|order| format!("`--dates {}`", order.name())).collect();
                sources::order_misfit(locale, given.name(), column, cell, &read_by.join(dates::or(locale)))
            }
            Self::Syntax(why) | Self::Unreadable(why) => why.text(locale).to_owned(),
        }
    }
}

impl fmt::Display for MappingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}
