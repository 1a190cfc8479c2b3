//! What is made of each row: a mapping whose columns have been found, with the forms of their dates.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
};

use super::{
    mapping::{Mapping, MappingFault},
    row::Row,
    target::Target,
    template::{Template, TemplatePiece},
};
use crate::{
    model::{ColumnForm, ExtraField, ExtraFields},
    text::suggest,
};

/// A template whose columns have been found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ResolvedTemplate {
    pieces: Vec<ResolvedPiece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ResolvedPiece {
    Text(String),
    Column(ExtraField),
}

/// A column of dates, and how they are to be read.
#[derive(Debug, Clone)]
pub(super) struct DateColumn {
    /// How the mapping writes it.
    pub(super) name: String,
    pub(super) template: ResolvedTemplate,
    pub(super) form: ColumnForm,
}

/// What is made of each row.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    pub(super) dates: Vec<DateColumn>,
    pub(super) end: Option<DateColumn>,
    texts: BTreeMap<Target, Vec<ResolvedTemplate>>,
    /// The columns of which something is made: all others are kept as they are.
    used: HashSet<ExtraField>,
}

impl ResolvedTemplate {
    /// Finds the columns of a template among these.
    pub(super) fn of(template: &Template, columns: &[ExtraField], fields: &ExtraFields) -> Result<Self, MappingFault> {
        let piece = |piece: &TemplatePiece| match piece {
            TemplatePiece::Text(text) => Ok(ResolvedPiece::Text(text.clone())),
            TemplatePiece::Column(name) => column(name, columns, fields).map(ResolvedPiece::Column),
        };
        Ok(Self { pieces: template.pieces().iter().map(piece).collect::<Result<_, _>>()? })
    }

    /// The text of one column.
    pub(super) fn column(field: ExtraField) -> Self {
        Self { pieces: vec![ResolvedPiece::Column(field)] }
    }

    /// Its columns.
    pub(super) fn columns(&self) -> impl Iterator<Item = ExtraField> + '_ {
        self.pieces.iter().filter_map(|piece| match piece {
            ResolvedPiece::Column(field) => Some(*field),
            ResolvedPiece::Text(_) => None,
        })
    }

    /// What it makes of a row; `None` where nothing stands in any of its columns.
    ///
    /// A column in which nothing stands takes the text before it along, and so does the first one the text behind it. A
    /// number of one digit behind a hyphen, as the month of a date, gets its zero.
    pub(super) fn text<'a>(&self, row: &Row<'a>) -> Option<Cow<'a, str>> {
        if let [ResolvedPiece::Column(field)] = self.pieces.as_slice() {
            return row.cell(*field).map(|cell| cell.text.clone());
        }
        let mut text = String::new();
        let (mut between, mut is_first, mut has_column) = ("", true, false);
        for piece in &self.pieces {
            match piece {
                ResolvedPiece::Text(words) => between = words,
                ResolvedPiece::Column(field) => {
                    let said = row.cell(*field).map_or("", |cell| cell.text.trim());
                    if !said.is_empty() {
                        text.push_str(if is_first || has_column { between } else { "" });
                        let is_digit = said.len() == 1 && said.bytes().all(|byte| byte.is_ascii_digit());
                        text.push_str(if is_digit && has_column && between == "-" { "0" } else { "" });
                        text.push_str(said);
                        has_column = true;
                    }
                    (between, is_first) = ("", false);
                }
            }
        }
        text.push_str(between);
        has_column.then_some(Cow::Owned(text))
    }
}

/// The column of this name, or of this number.
fn column(name: &str, columns: &[ExtraField], fields: &ExtraFields) -> Result<ExtraField, MappingFault> {
    let named = fields.named(name);
    if let Some(field) = named.iter().find(|field| columns.contains(field)) {
        return Ok(*field);
    }
    let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    if let Some(field) = number.and_then(|place| columns.get(place)) {
        return Ok(*field);
    }
    let names: Vec<_> = columns.iter().map(|field| fields.name(*field)).collect();
    let near = suggest(name, names.iter().map(AsRef::as_ref)).map(str::to_owned);
    Err(MappingFault::NoColumn(name.to_owned(), near))
}

impl Plan {
    /// Finds the columns of all texts of a mapping; dates are added with their forms.
    pub(super) fn of(mapping: &Mapping, columns: &[ExtraField], fields: &ExtraFields) -> Result<Self, MappingFault> {
        let mut plan = Self::default();
        for (target, templates) in mapping.fields() {
            let templates = templates.iter().map(|template| ResolvedTemplate::of(template, columns, fields));
            let templates: Vec<ResolvedTemplate> = templates.collect::<Result<_, _>>()?;
            plan.used.extend(templates.iter().flat_map(ResolvedTemplate::columns));
            if !matches!(target, Target::Date | Target::End) {
                plan.texts.insert(target, templates);
            }
        }
        Ok(plan)
    }

    /// What a field is made of.
    pub(super) fn templates(&self, target: Target) -> &[ResolvedTemplate] {
        self.texts.get(&target).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing is made of a column.
    pub(super) fn is_extra(&self, field: ExtraField) -> bool {
        !self.used.contains(&field)
    }
}
