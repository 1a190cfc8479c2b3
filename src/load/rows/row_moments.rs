//! When a row happened: its dates, and what is wrong with them.

use std::{borrow::Cow, ops::Range};

use super::{
    plan::DateColumn,
    row::Row,
    row_event::{RowMoment, one_line},
    row_reader::RowReader,
    target::Target,
};
use crate::{
    load::{diagnostic::DiagnosticKind, diagnostics::Diagnostics},
    model::{CellDate, EventDate},
};

impl RowReader {
    /// When a row happened: a moment for each of its dates that differ.
    pub(super) fn moments<'a>(&self, row: &Row<'a>, problems: &mut Diagnostics) -> Option<Vec<RowMoment<'a>>> {
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
            if let Some(known) = moments.iter_mut().find(|known| known.date.as_written() == date.as_written()) {
                column.tell(known.kind.to_mut());
                continue;
            }
            let mut kind = String::new();
            column.tell(&mut kind);
            moments.push(RowMoment { date, kind: Cow::Owned(kind) });
        }
        if moments.is_empty() && !has_fault {
            problems.push(row.span.start..row.span.start + 1, DiagnosticKind::Undated);
        }
        (!moments.is_empty()).then_some(moments)
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
