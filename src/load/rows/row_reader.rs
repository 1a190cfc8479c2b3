//! Reading the rows of a table, or objects with any fields, by what has been decided about their columns.

use std::{borrow::Cow, ops::Range, sync::Arc};

use super::{
    dialect::Dialect,
    mapping::Mapping,
    plan::{DateColumn, Plan, ResolvedTemplate},
    record::RecordReader,
    row::Row,
    row_event::{RowEvents, RowMoment, lines, one_line},
    target::Target,
};
use crate::{
    load::{
        diagnostic::DiagnosticKind,
        diagnostics::Diagnostics,
        json_lines,
        node::{SourceSlice, Value},
    },
    model::{CellDate, Event, EventDate, ExtraField, ExtraFields, Vocabularies},
};

/// The title of a row that has none.
const NO_TITLE: &str = "(no title)";
/// What stands between the names of columns that have one date.
const JOINT: &str = " + ";

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSyntax {
    /// Delimited text, of which the rows begin at this byte of the source.
    Delimited {
        /// How it is written.
        dialect: Dialect,
        /// Behind which byte of the source its rows begin.
        body: u64,
    },
    /// Objects of JSON.
    Objects,
}

/// What reads rows. All that has to be known of the source as a whole has been decided.
#[derive(Debug)]
pub struct RowReader {
    pub(super) syntax: RowSyntax,
    /// The columns of the header.
    pub(super) columns: Vec<ExtraField>,
    pub(super) fields: Arc<ExtraFields>,
    pub(super) plan: Plan,
    pub(super) about: Arc<MappingReport>,
}

/// How a source is read, for people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MappingReport {
    /// In one line: `CSV, 7 columns: date = Timestamp · title = RuleTitle · 3 kept as fields`.
    pub summary: String,
    /// The same in full, a line each.
    pub details: Vec<String>,
    /// What is to be known of the dates, a line each; whether it is a warning.
    pub notes: Vec<(bool, String)>,
    /// Which columns are which fields.
    pub mapping: Mapping,
    /// The names of all columns.
    pub header: Vec<String>,
}

impl RowReader {
    /// How the rows are written.
    pub fn syntax(&self) -> RowSyntax {
        self.syntax
    }

    /// The names of all columns.
    pub fn fields(&self) -> &Arc<ExtraFields> {
        &self.fields
    }

    /// How the source is read, for people.
    pub fn about(&self) -> &Arc<MappingReport> {
        &self.about
    }

    /// Reads all rows of a part of the source that starts at this byte of it. `take` is given what each says, and the byte
    /// of the part at which it begins.
    pub fn read(
        &self,
        text: &str,
        start: u64,
        problems: &mut Diagnostics,
        mut take: impl FnMut(usize, &RowEvents<'_, '_>),
    ) {
        match self.syntax {
            RowSyntax::Delimited { dialect, body } => {
                let header = usize::try_from(body.saturating_sub(start)).unwrap_or(usize::MAX).min(text.len());
                self.read_records(text, header, dialect, problems, &mut take);
            }
            RowSyntax::Objects => self.read_objects(text, problems, &mut take),
        }
    }

    /// The events of the rows of a text, each with the byte at which its row begins and whether its id was written by
    /// somebody.
    pub fn events(
        &self,
        text: &str,
        start: u64,
        words: &mut Vocabularies,
        problems: &mut Diagnostics,
    ) -> Vec<(usize, bool, Event)> {
        let mut events = Vec::new();
        self.read(text, start, problems, |begin, row| {
            for moment in &row.moments {
                events.push((begin, row.id.is_some(), row.event(moment, words, &self.fields)));
            }
        });
        events
    }

    fn read_records(
        &self,
        text: &str,
        header: usize,
        dialect: Dialect,
        problems: &mut Diagnostics,
        take: &mut impl FnMut(usize, &RowEvents<'_, '_>),
    ) {
        let mut records = RecordReader::new(text, dialect);
        records.skip_to(header);
        let mut row = Row::default();
        while records.advance() {
            if let Some(stray) = records.stray_quote() {
                problems.push(stray..stray + 1, DiagnosticKind::StrayQuote);
                continue;
            }
            row.fill_from_record(&records, &self.columns);
            let (cells, columns) = (records.len(), self.columns.len());
            if cells > columns && (columns..cells).any(|place| !records.cell(place).trim().is_empty()) {
                let surplus = records.cell_span(columns);
                problems.push(surplus, DiagnosticKind::TooManyCells { cells, columns });
            }
            if let Some(events) = self.row(&row, problems) {
                take(row.span.start, &events);
            }
        }
    }

    fn read_objects(&self, text: &str, problems: &mut Diagnostics, take: &mut impl FnMut(usize, &RowEvents<'_, '_>)) {
        let piece = SourceSlice { text, start: 0 };
        let mut row = Row::default();
        json_lines::each_value(text, problems, |node, problems| {
            let Value::Table(entries) = &node.value else {
                let found = node.value.shape();
                let fault = DiagnosticKind::WrongType { field: "event", expected: super::super::Shape::Table, found };
                return problems.push(node.span.clone(), fault);
            };
            row.fill_from_object(entries, node.span.clone(), piece, &self.fields);
            if let Some(events) = self.row(&row, problems) {
                take(row.span.start, &events);
            }
        });
    }

    /// What a row says; `None` if it has no date, or says nothing at all.
    fn row<'a, 'r>(&'r self, row: &'r Row<'a>, problems: &mut Diagnostics) -> Option<RowEvents<'a, 'r>> {
        if row.is_empty() {
            return None;
        }
        let moments = self.moments(row, problems)?;
        let line = |target| self.first(row, target).map(one_line).filter(|text| !text.is_empty());
        let text = |target| self.joined(row, target).map(lines).filter(|text| !text.is_empty());
        let list = |target| self.list(row, target);
        let title = line(Target::Title).unwrap_or_else(|| {
            problems.push(row.span.start..row.span.start + 1, DiagnosticKind::NoTitle);
            Cow::Borrowed(NO_TITLE)
        });
        Some(RowEvents {
            id: if moments.len() == 1 { line(Target::Id) } else { None },
            moments,
            title,
            title_ja: line(Target::TitleJa),
            lane: line(Target::Lane).unwrap_or_default(),
            areas: list(Target::Areas),
            parties: list(Target::Parties),
            people: list(Target::People),
            organisations: list(Target::Organisations),
            place: line(Target::Place),
            summary: text(Target::Summary),
            note: text(Target::Note),
            quote: text(Target::Quote),
            speaker: line(Target::Speaker),
            sources: list(Target::Url),
            row,
            plan: &self.plan,
        })
    }

    /// When a row happened: a moment for each of its dates that differ.
    fn moments<'a>(&self, row: &Row<'a>, problems: &mut Diagnostics) -> Option<Vec<RowMoment<'a>>> {
        let kind = self.first(row, Target::Kind).map(one_line).unwrap_or_default();
        let end = match self.plan.end.as_ref().map(|end| date(end, row, problems)) {
            Some(CellDate::Date(end)) => Some(end),
            _ => None,
        };
        let mut moments: Vec<RowMoment<'a>> = Vec::with_capacity(1);
        let (mut has_fault, several) = (false, self.plan.dates.len() > 1);
        for column in &self.plan.dates {
            let date = match date(column, row, problems) {
                CellDate::Date(date) => date,
                CellDate::Undated => continue,
                CellDate::Invalid(_) => {
                    has_fault = true;
                    continue;
                }
            };
            if !several {
                let date = with_end(date, end.as_ref(), row, problems);
                moments.push(RowMoment { date, kind: kind.clone() });
                continue;
            }
            match moments.iter_mut().find(|known| known.date.as_written() == date.as_written()) {
                Some(known) => {
                    known.kind.to_mut().push_str(JOINT);
                    known.kind.to_mut().push_str(&column.name);
                }
                None => moments.push(RowMoment { date, kind: Cow::Owned(column.name.clone()) }),
            }
        }
        if moments.is_empty() && !has_fault {
            problems.push(row.span.start..row.span.start + 1, DiagnosticKind::Undated);
        }
        (!moments.is_empty()).then_some(moments)
    }

    /// What the first column of a field says that says anything.
    fn first<'a>(&self, row: &Row<'a>, target: Target) -> Option<Cow<'a, str>> {
        self.plan.templates(target).iter().find_map(|template| template.text(row))
    }

    /// What all columns of a field say, a line each.
    fn joined<'a>(&self, row: &Row<'a>, target: Target) -> Option<Cow<'a, str>> {
        let mut texts = self.plan.templates(target).iter().filter_map(|template| template.text(row));
        let first = texts.next()?;
        Some(texts.fold(first, |all, text| Cow::Owned(format!("{all}\n{text}"))))
    }

    /// What all columns of a field say, taken apart. Addresses are told apart by blanks alone.
    fn list<'a>(&self, row: &Row<'a>, target: Target) -> Vec<Cow<'a, str>> {
        let mut parts: Vec<Cow<'a, str>> = Vec::new();
        let splits = |c: char| matches!(c, ',' | ';' | '|' | '¦' | '、');
        let mut push = |part: &str, whole: Option<Cow<'a, str>>| {
            let part = part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"' | '\''));
            if !part.is_empty() && parts.iter().all(|known| *known != part) {
                parts.push(one_line(whole.unwrap_or_else(|| Cow::Owned(part.to_owned()))));
            }
        };
        for text in self.plan.templates(target).iter().filter_map(|template: &ResolvedTemplate| template.text(row)) {
            if target == Target::Url {
                match text.split_whitespace().filter(|part| part.contains("://")).collect::<Vec<_>>().as_slice() {
                    [] | [_] => push(&text.clone(), Some(text)),
                    several => several.iter().for_each(|part| push(part.trim_end_matches([',', ';']), None)),
                }
            } else if text.contains(splits) {
                text.split(splits).for_each(|part| push(part, None));
            } else {
                push(&text, None);
            }
        }
        parts
    }
}

/// The date of a column in a row. What cannot be read is a problem.
fn date(column: &DateColumn, row: &Row<'_>, problems: &mut Diagnostics) -> CellDate {
    let date = column.template.text(row).map_or(CellDate::Undated, |text| column.form.read(&text));
    if let CellDate::Invalid(error) = &date {
        problems.push(place(column, row), DiagnosticKind::Date(error.clone()));
    }
    date
}

/// A date with its end, if that can be.
fn with_end(date: EventDate, end: Option<&EventDate>, row: &Row<'_>, problems: &mut Diagnostics) -> EventDate {
    let Some(end) = end.filter(|end| end.as_written() != date.as_written()) else { return date };
    match EventDate::from_start_end(date.as_written(), end.as_written()) {
        Ok(span) => span,
        Err(error) => {
            problems.push(row.span.start..row.span.start + 1, DiagnosticKind::Date(error));
            date
        }
    }
}

/// Where a date stands in a row: its first column.
fn place(column: &DateColumn, row: &Row<'_>) -> Range<usize> {
    let cell = column.template.columns().find_map(|field| row.cell(field));
    cell.map_or(row.span.start..row.span.start + 1, |cell| cell.span.clone())
}
