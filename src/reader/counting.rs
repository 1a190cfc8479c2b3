//! The matrix, told row by row: how many events there are of what, when or with whom.

use super::{
    mode::ReaderMode,
    period_name::period_name,
    response::Response,
    sentence::{capitalized, enumerated, sentence, sentences},
};
use crate::{
    app::{App, Matrix, MatrixKey, MatrixMeasure, MatrixPivot, MatrixRow, MatrixUnit, MatrixView},
    messages::{Locale, empty, exports, reader},
    query::Field,
    text::fold,
};

/// What can be said for what is counted: its rows and its columns.
const PIVOTS: [(&str, &str, MatrixPivot); 7] = [
    ("areas", "time", MatrixPivot::AreasByTime),
    ("lanes", "time", MatrixPivot::LanesByTime),
    ("bodies", "time", MatrixPivot::BodiesByTime),
    ("people", "time", MatrixPivot::PeopleByTime),
    ("parties", "kinds", MatrixPivot::PartiesByKind),
    ("people", "people", MatrixPivot::PeopleByPeople),
    ("bodies", "bodies", MatrixPivot::BodiesByBodies),
];
/// What can be said for the unit of time, and for what is told of each cell.
const UNITS: [(&[&str], MatrixUnit); 3] = [
    (&["years", "year", "年"], MatrixUnit::Year),
    (&["quarters", "quarter", "四半期"], MatrixUnit::Quarter),
    (&["months", "month", "月"], MatrixUnit::Month),
];
const SHARES: [&str; 4] = ["shares", "share", "%", "割合"];
const SHARES_OF_ALL: [&str; 2] = ["all", "全体"];

/// What a matrix is asked to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MatrixRequest {
    pivot: MatrixPivot,
    unit: MatrixUnit,
    measure: MatrixMeasure,
}

impl MatrixRequest {
    /// Reads what is said: rows, columns, and what is told of each cell; without any, areas by time.
    fn read(text: &str) -> Option<Self> {
        let (mut names, mut unit, mut measure) = (Vec::new(), None, MatrixMeasure::Count);
        let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '、' | '×' | '，'));
        for word in words.map(fold).filter(|word| !word.is_empty() && word != "by") {
            let is = |said: &&str| fold(said) == word;
            if let Some((_, said)) = UNITS.iter().find(|(said, _)| said.iter().any(is)) {
                unit = Some(*said);
            } else if SHARES.iter().any(is) {
                measure = MatrixMeasure::ShareOfColumn;
            } else if SHARES_OF_ALL.iter().any(is) && measure == MatrixMeasure::ShareOfColumn {
                measure = MatrixMeasure::ShareOfAll;
            } else if is(&"time") || is(&"時期") {
                unit = unit.or(Some(MatrixUnit::Fitting));
            } else {
                names.push(field_of(&word)?);
            }
        }
        let pivot = match *names {
            [] => MatrixPivot::AreasByTime,
            [row] => of_fields(row, None).or_else(|| of_fields(row, Some(Field::Kind)))?,
            [row, column] if unit.is_none() => of_fields(row, Some(column))?,
            _ => return None,
        };
        Some(Self { pivot, unit: unit.unwrap_or_default(), measure })
    }
}

/// The field that a row or a column is called by.
fn field_of(word: &str) -> Option<Field> {
    let fields = [Field::Area, Field::Lane, Field::Org, Field::Person, Field::Party, Field::Kind];
    let is_named = |field: &Field| {
        let labels = Locale::ALL.into_iter().flat_map(|locale| [field.label(locale), field.label_of_many(locale)]);
        labels.chain([field.name()]).any(|known| fold(known) == *word)
    };
    fields.into_iter().find(is_named)
}

fn of_fields(row: Field, column: Option<Field>) -> Option<MatrixPivot> {
    let is_asked = |pivot: &MatrixPivot| pivot.rows() == row && pivot.columns() == column;
    PIVOTS.into_iter().map(|(_, _, pivot)| pivot).find(is_asked)
}

impl ReaderMode<'_> {
    /// Counts the shown events, and tells each row of the matrix on a line of its own.
    pub(super) fn count(&mut self, argument: &str) -> Response {
        let locale = self.locale();
        let Some(request) = MatrixRequest::read(argument) else {
            let names = enumerated(PIVOTS.map(|(rows, columns, _)| format!("{rows} {columns}")), locale);
            return Response::failed(reader::no_matrix(locale, &names));
        };
        let shown = self.shown();
        let Some(matrix) = self.app.count_for(request.pivot, request.unit) else {
            let rows = request.pivot.rows().label_of_many(locale);
            return Response::failed(empty::too_many_for_rows(locale, rows));
        };
        let telling = MatrixTelling { app: &self.app, matrix: &matrix, request, locale, all: shown.len() };
        let lines = telling.lines();
        if lines.is_empty() {
            return Response::told(reader::nothing_to_count(locale));
        }
        Response::text(lines).behind(telling.head())
    }
}

/// A matrix that is told.
struct MatrixTelling<'a> {
    app: &'a App,
    matrix: &'a MatrixView,
    request: MatrixRequest,
    locale: Locale,
    all: usize,
}

impl MatrixTelling<'_> {
    /// What is counted, of how many events, and how it is told.
    fn head(&self) -> String {
        let (locale, pivot) = (self.locale, self.request.pivot);
        let rows = pivot.rows().label_of_many(locale);
        let what = match pivot.columns() {
            _ if pivot.is_paired() => reader::who_met_whom(locale, rows),
            None => reader::by_time(locale, rows),
            Some(column) => reader::rows_and_columns(locale, rows, column.label_of_many(locale)),
        };
        let measure = match self.request.measure {
            MatrixMeasure::Count => "",
            MatrixMeasure::ShareOfColumn => reader::as_share_of_column(locale),
            MatrixMeasure::ShareOfAll => reader::as_share_of_all(locale),
        };
        let events = reader::events(locale, self.all);
        let counted = enumerated([&*reader::counts_of(locale, &capitalized(&what), &events), measure], locale);
        sentences([&*counted, reader::zeros_left_out(locale)], locale)
    }

    fn column_name(&self, place: usize) -> String {
        let (locale, table) = (self.locale, &self.matrix.table);
        match table.columns.get(place) {
            Some(MatrixKey::Period(period)) => period_name(period, locale),
            Some(MatrixKey::Earlier) => reader::earlier(locale).to_owned(),
            Some(MatrixKey::Later) => reader::later(locale).to_owned(),
            Some(MatrixKey::Ambiguous) => reader::unsure_when(locale).to_owned(),
            Some(MatrixKey::Unassigned) | None => reader::none_of_it(locale).to_owned(),
            Some(MatrixKey::Term(term)) => self.term_name(*term),
        }
    }

    /// The name of a column that stands for a name: that of the row with the same place, or of a kind.
    fn term_name(&self, term: usize) -> String {
        if self.request.pivot.is_paired() {
            return self.matrix.names.values().get(term).map(|value| value.label.clone()).unwrap_or_default();
        }
        let kind = self.app.timeline().vocabularies.kinds.iter().nth(term);
        kind.map(|(_, kind)| kind.label(self.locale.into()).into_owned()).unwrap_or_default()
    }

    fn lines(&self) -> Vec<String> {
        let table = &self.matrix.table;
        let is_any = |row: &&MatrixRow| row.sum > 0;
        let mut lines: Vec<String> = table
            .rows
            .iter()
            .filter(is_any)
            .filter_map(|row| {
                let cells = self.cells(&row.cells, table);
                // Who never met anybody is no news in who met whom.
                let says_nothing = self.request.pivot.is_paired() && cells.is_empty();
                (!says_nothing).then(|| self.row(&row.label, row.sum, &cells))
            })
            .collect();
        if !lines.is_empty() && !self.request.pivot.is_paired() && self.request.measure == MatrixMeasure::Count {
            lines.push(self.row(reader::each_once(self.locale), self.all, &self.cells(&table.totals, table)));
        }
        lines
    }

    /// The cells of a row that are not 0; of names the most frequent first.
    fn cells(&self, cells: &[usize], table: &Matrix) -> String {
        let mut counted: Vec<(usize, usize)> =
            cells.iter().copied().enumerate().filter(|(_, count)| *count > 0).collect();
        if self.request.pivot.is_paired() {
            counted.sort_by_key(|&(place, count)| (std::cmp::Reverse(count), place));
        }
        let told = counted.into_iter().map(|(place, count)| {
            let total = table.totals.get(place).copied().unwrap_or(0);
            let told = self.request.measure.tell(count, total, self.all);
            reader::cell(self.locale, &self.column_name(place), &told)
        });
        told.collect::<Vec<_>>().join(exports::separator(self.locale))
    }

    /// A row: what it is of, how many events it has in all, and its cells.
    fn row(&self, label: &str, sum: usize, cells: &str) -> String {
        let label = match self.request.measure {
            MatrixMeasure::Count => reader::cell(self.locale, label, &reader::events(self.locale, sum)),
            MatrixMeasure::ShareOfColumn | MatrixMeasure::ShareOfAll => label.to_owned(),
        };
        sentence(&reader::labelled(self.locale, &label, cells), self.locale)
    }
}
