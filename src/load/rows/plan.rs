//! What is made of each row: a mapping whose columns have been found, with the forms of their dates.

use std::borrow::Cow;

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
    /// The same, in brackets where it is an address with colons.
    Host(ExtraField),
}

/// A column of dates, and how they are to be read.
#[derive(Debug, Clone)]
pub(super) struct DateColumn {
    /// How the mapping writes it.
    pub(super) name: String,
    pub(super) template: ResolvedTemplate,
    pub(super) form: ColumnForm,
    /// The letter that says in the kind of a moment that it is this date, and its place there; `None` where the name says it.
    pub(super) letter: Option<(usize, u8)>,
}

/// What stands between the names of columns that have one date.
const JOINT: &str = " + ";

impl DateColumn {
    /// Says in the kind of a moment that it is this date.
    pub(super) fn tell(&self, kind: &mut String) {
        if let Some((place, letter)) = self.letter {
            let has = |at: usize| kind.as_bytes().get(at).copied().unwrap_or(b'.');
            let letters = [0, 1, 2, 3].map(|at| char::from(if at == place { letter } else { has(at) }));
            *kind = letters.into_iter().collect();
            return;
        }
        kind.push_str(if kind.is_empty() { "" } else { JOINT });
        kind.push_str(&self.name);
    }
}

/// What is made of each row.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    pub(super) dates: Vec<DateColumn>,
    pub(super) end: Option<DateColumn>,
    /// What each field is made of, by its number.
    texts: [Vec<ResolvedTemplate>; Target::COUNT],
    /// Of which columns something is made, by their numbers: all others are kept as they are.
    used: Vec<bool>,
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
            ResolvedPiece::Column(field) | ResolvedPiece::Host(field) => Some(*field),
            ResolvedPiece::Text(_) => None,
        })
    }

    /// What it makes of a row; `None` where nothing stands in any of its columns.
    ///
    /// A column in which nothing stands takes the text before it along, and so does the first one the text behind it. A
    /// number of one digit behind a hyphen, as the month of a date, gets its zero.
    pub(super) fn text<'a>(&self, row: &Row<'a>) -> Option<Cow<'a, str>> {
        match self.pieces.as_slice() {
            [ResolvedPiece::Column(field)] => return row.cell(*field).map(|cell| cell.text.clone()),
            [ResolvedPiece::Text(text)] => return Some(Cow::Owned(text.clone())),
            _ => {}
        }
        let mut text = String::new();
        let (mut between, mut is_first, mut has_column) = ("", true, false);
        for piece in &self.pieces {
            match piece {
                ResolvedPiece::Text(words) => between = words,
                ResolvedPiece::Column(field) | ResolvedPiece::Host(field) => {
                    let said = row.cell(*field).map_or("", |cell| cell.text.trim());
                    let has_brackets = matches!(piece, ResolvedPiece::Host(_)) && said.contains(':');
                    if !said.is_empty() {
                        text.push_str(if is_first || has_column { between } else { "" });
                        let is_digit = said.len() == 1 && said.bytes().all(|byte| byte.is_ascii_digit());
                        text.push_str(if is_digit && has_column && between == "-" { "0" } else { "" });
                        text.push_str(if has_brackets { "[" } else { "" });
                        text.push_str(said);
                        text.push_str(if has_brackets { "]" } else { "" });
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
            for field in templates.iter().flat_map(ResolvedTemplate::columns) {
                plan.used.resize(plan.used.len().max(field.index() + 1), false);
                plan.used.get_mut(field.index()).into_iter().for_each(|is_used| *is_used = true);
            }
            if let Some(texts) = plan.texts.get_mut(target as usize) {
                *texts = templates;
            }
        }
        Ok(plan)
    }

    /// Makes a field of this text where nothing else says anything.
    pub(super) fn push_constant(&mut self, target: Target, text: &str) {
        let constant = ResolvedTemplate { pieces: vec![ResolvedPiece::Text(text.to_owned())] };
        self.texts.get_mut(target as usize).into_iter().for_each(|texts| texts.push(constant.clone()));
    }

    /// Puts addresses of these columns into brackets where something else stands beside them.
    pub(super) fn bracket_hosts(&mut self, hosts: impl Iterator<Item = ExtraField>) {
        let hosts: Vec<ExtraField> = hosts.collect();
        let templates = self.texts.iter_mut().flatten().filter(|template| template.pieces.len() > 1);
        for piece in templates.flat_map(|template| &mut template.pieces) {
            if let ResolvedPiece::Column(field) = *piece
                && hosts.contains(&field)
            {
                *piece = ResolvedPiece::Host(field);
            }
        }
    }

    /// Notes of each column that has become a field of its own by which field queries find it. Of several dates none is
    /// found by `date` alone.
    pub(super) fn name_columns(&self, fields: &ExtraFields) {
        let is_told_apart = |target: &Target| *target != Target::Date || self.templates(Target::Date).len() == 1;
        for target in Target::ALL.into_iter().filter(is_told_apart) {
            for template in self.templates(target) {
                if let (&[ResolvedPiece::Column(field)], Some(name)) = (&*template.pieces, target.field_of_queries()) {
                    fields.set_stands_for(field, name);
                }
            }
        }
    }

    /// Keeps what stands in every column as it is, but for dates.
    pub(super) fn keep_all_but_dates(&mut self) {
        let dates: Vec<ExtraField> = self.dates.iter().flat_map(|date| date.template.columns()).collect();
        for (number, is_used) in self.used.iter_mut().enumerate() {
            *is_used = dates.iter().any(|date| date.index() == number);
        }
    }

    /// What a field is made of.
    pub(super) fn templates(&self, target: Target) -> &[ResolvedTemplate] {
        self.texts.get(target as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing is made of a column.
    pub(super) fn is_extra(&self, field: ExtraField) -> bool {
        !self.used.get(field.index()).is_some_and(|is_used| *is_used)
    }
}
