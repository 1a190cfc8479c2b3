//! The matrix: how many shown events there are of each area in each time, or of each party and kind.

use crate::{
    axis::{Period, Window, moment_text},
    model::{EventIndex, Lang},
    query::{Field, Query},
};

use super::{
    App, Snapshot, View,
    matrix_axis::{MatrixKey, MatrixPivot},
    matrix_counts::{CellLocator, MatrixCounts, in_cell},
};

/// A row with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// What it stands for.
    pub head: MatrixKey,
    /// Its name.
    pub label: String,
    /// How many events each column has of it.
    pub cells: Vec<usize>,
    /// How many events it has in all: each once, whatever the column.
    pub sum: usize,
}

/// The matrix, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    made_for: Option<MatrixCacheKey>,
    collected_for: Option<MatrixCursor>,
    /// The columns.
    pub columns: Vec<MatrixKey>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// How many events each column has in all: each once, however many rows it stands in.
    pub totals: Vec<usize>,
    /// The most events of any cell.
    pub most: usize,
    /// The events of the cell that the cursor stands on, in order of time.
    pub under_cursor: Vec<EventIndex>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MatrixCacheKey {
    window: Window,
    room: usize,
    turn: MatrixPivot,
    lang: Lang,
    filter: u64,
}

/// Where the cursor stands, by what the row and the column stand for: so it stays when time moves.
pub type MatrixCursor = (MatrixKey, MatrixKey);

/// What Esc goes back to after a cell was filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPoint {
    pub(super) before: Snapshot,
}

impl App {
    /// Counts anew if anything that matters has changed.
    pub(super) fn count_matrix(&mut self) {
        if self.view != View::Matrix {
            return;
        }
        let made_for = MatrixCacheKey {
            window: self.window,
            room: self.metrics.matrix_columns,
            turn: self.matrix_pivot,
            lang: self.lang,
            filter: self.filter_revision,
        };
        if self.matrix.made_for != Some(made_for) {
            self.matrix = Matrix { made_for: Some(made_for), ..self.counted(made_for.room) };
        }
        if self.matrix.collected_for != Some(self.matrix_cursor) {
            self.matrix.under_cursor = self.in_cell();
            self.matrix.collected_for = Some(self.matrix_cursor);
        }
    }

    /// The events of the cell that the cursor stands on.
    fn in_cell(&self) -> Vec<EventIndex> {
        let (row, column) = self.cursor_index();
        let Matrix { rows, columns, .. } = &self.matrix;
        let Some(row) = rows.get(row).filter(|_| !columns.is_empty()) else { return Vec::new() };
        in_cell(&self.timeline, &self.visible, self.matrix_pivot, columns, (row.head, column))
    }

    fn counted(&self, room: usize) -> Matrix {
        let columns = self.matrix_columns(room);
        let names = self.matrix_rows();
        let MatrixCounts { cells, sums, totals } =
            MatrixCounts::of(&self.timeline, &self.visible, self.matrix_pivot, names.len(), &columns);
        let counted = names.into_iter().zip(cells.into_iter().zip(sums));
        let mut rows: Vec<MatrixRow> =
            counted.map(|((head, label), (cells, sum))| MatrixRow { head, label, cells, sum }).collect();
        // Columns at the sides are there only if there is anything in them.
        let kept = |place: usize| {
            let is_needed = totals.get(place).is_some_and(|&total| total > 0);
            is_needed
                || !matches!(
                    columns.get(place),
                    Some(MatrixKey::Earlier | MatrixKey::Later | MatrixKey::Ambiguous | MatrixKey::Unassigned)
                )
        };
        for row in &mut rows {
            row.cells = row.cells.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, cell)| *cell).collect();
        }
        rows.retain(|row| row.sum > 0 || row.head != MatrixKey::Unassigned);
        let most = rows.iter().flat_map(|row| row.cells.iter().copied()).max().unwrap_or(0);
        let keep = |(place, _): &(usize, &MatrixKey)| kept(*place);
        let new_totals = totals.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, total)| *total).collect();
        let new_columns = columns.iter().enumerate().filter(keep).map(|(_, head)| *head).collect();
        Matrix { columns: new_columns, rows, totals: new_totals, most, ..Matrix::default() }
    }

    fn matrix_columns(&self, room: usize) -> Vec<MatrixKey> {
        match self.matrix_pivot {
            MatrixPivot::AreasByTime | MatrixPivot::LanesByTime => {
                let (first, last) = (self.window.start(), self.window.last());
                let unit = Period::unit_for(first, last, room.max(1));
                let periods = Period::touching(unit, first, last).map(MatrixKey::Period);
                [MatrixKey::Earlier]
                    .into_iter()
                    .chain(periods)
                    .chain([MatrixKey::Later, MatrixKey::Ambiguous])
                    .collect()
            }
            MatrixPivot::PartiesByKind => (0..self.timeline.vocabularies.kinds.len())
                .map(MatrixKey::Term)
                .chain([MatrixKey::Unassigned])
                .collect(),
        }
    }

    /// What the rows stand for, with their names; the last is for events without any.
    fn matrix_rows(&self) -> Vec<(MatrixKey, String)> {
        let words = &self.timeline.vocabularies;
        let lang = if self.lang == Lang::Both { Lang::En } else { self.lang };
        let labels: Vec<String> = match self.matrix_pivot {
            MatrixPivot::AreasByTime => words.areas.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            MatrixPivot::LanesByTime => words.lanes.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
            MatrixPivot::PartiesByKind => words.parties.iter().map(|(_, term)| term.label(lang).into_owned()).collect(),
        };
        let without = if lang == Lang::Ja { "（なし）" } else { "(none)" };
        let heads = (0..labels.len()).map(MatrixKey::Term).chain([MatrixKey::Unassigned]);
        heads.zip(labels.into_iter().chain([without.to_owned()])).collect()
    }

    /// Shows the matrix with the cursor on the cell of the selected event.
    pub(super) fn enter_matrix(&mut self) {
        if let Some((facts, chunk)) = self.selected.and_then(|ix| self.timeline.facts_with_chunk(ix)) {
            let columns = self.matrix_columns(self.metrics.matrix_columns);
            let mut cells = CellLocator::new(self.matrix_pivot, &columns);
            let mut rows = Vec::new();
            cells.rows(facts, chunk, |head| rows.push(head));
            let first = rows.into_iter().min_by_key(|head| if let MatrixKey::Term(place) = head { *place } else { 0 });
            let column = columns.get(cells.column(facts)).copied();
            self.matrix_cursor = (first.unwrap_or(MatrixKey::Unassigned), column.unwrap_or(MatrixKey::Ambiguous));
        }
    }

    /// Where the cursor stands in the matrix as it is counted: in the nearest cell if its own is not there.
    pub fn cursor_index(&self) -> (usize, usize) {
        let Matrix { rows, columns, .. } = &self.matrix;
        let row = rows.iter().position(|row| row.head == self.matrix_cursor.0).unwrap_or(0);
        let at = |head: &MatrixKey| match head {
            MatrixKey::Period(period) => Some(period.first),
            _ => None,
        };
        let column = columns.iter().position(|head| *head == self.matrix_cursor.1).or_else(|| {
            let moment = at(&self.matrix_cursor.1)?;
            let later =
                columns.iter().position(|head| matches!(head, MatrixKey::Period(period) if moment <= period.last));
            later.or_else(|| columns.iter().rposition(|head| matches!(head, MatrixKey::Period(_))))
        });
        (row, column.unwrap_or(0))
    }

    /// Moves the cursor by rows and columns.
    pub(super) fn move_cursor(&mut self, down: isize, right: isize) {
        let (row, column) = self.cursor_index();
        self.set_cursor(row.saturating_add_signed(down), column.saturating_add_signed(right));
    }

    /// Puts the cursor on a cell, or on the nearest that there is.
    pub fn set_cursor(&mut self, row: usize, column: usize) {
        let Matrix { rows, columns, .. } = &self.matrix;
        let (last_row, last_column) = (rows.len().saturating_sub(1), columns.len().saturating_sub(1));
        if let (Some(row), Some(&column)) = (rows.get(row.min(last_row)), columns.get(column.min(last_column))) {
            self.matrix_cursor = (row.head, column);
        }
    }

    pub(super) fn next_pivot(&mut self) {
        self.matrix_pivot = self.matrix_pivot.next();
        self.enter_matrix();
    }

    /// Filters by what the cell stands for and shows the timeline; Esc comes back.
    pub(super) fn filter_to_cell(&mut self) {
        let (row, column) = self.cursor_index();
        let heads = (self.matrix.rows.get(row).map(|row| row.head), self.matrix.columns.get(column).copied());
        let (Some(row), Some(column)) = heads else { return };
        let before = self.snapshot();
        let mut query = self.query.clone();
        query.terms.extend(self.terms_of(self.matrix_pivot.rows(), row).terms);
        query.terms.extend(self.terms_of(Field::Kind, column).terms);
        self.set_query_undoable(query);
        self.switch_view(View::Timeline);
        self.return_point = Some(ReturnPoint { before });
    }

    /// Back from the events of a cell, with the filter as it was; what was chosen among them stays chosen.
    pub(super) fn return_to_matrix(&mut self) {
        let Some(ReturnPoint { before }) = self.return_point.take() else { return };
        let (cell, now) = (self.matrix_cursor, self.snapshot());
        let chosen = self.preferred.filter(|_| self.preferred != before.wanted);
        self.switch_view(View::Matrix);
        self.restore_snapshot(before);
        if let Some(ix) = chosen {
            self.select(ix);
        }
        self.push_undo(now, false);
        self.matrix_cursor = cell;
    }

    /// The filter that a head stands for; an empty one where there is none.
    fn terms_of(&self, field: Field, head: MatrixKey) -> Query {
        let words = &self.timeline.vocabularies;
        let periods = || {
            self.matrix.columns.iter().filter_map(|head| match head {
                MatrixKey::Period(period) => Some(period),
                _ => None,
            })
        };
        let text = match head {
            MatrixKey::Term(place) => {
                let id = match field {
                    Field::Area => words.areas.iter().nth(place).map(|(_, term)| &term.id),
                    Field::Lane => words.lanes.iter().nth(place).map(|(_, term)| &term.id),
                    Field::Party => words.parties.iter().nth(place).map(|(_, term)| &term.id),
                    _ => words.kinds.iter().nth(place).map(|(_, term)| &term.id),
                };
                let mut query = Query::default();
                if let Some(id) = id {
                    query.toggle(field, id, false);
                }
                return query;
            }
            MatrixKey::Unassigned => format!("-has:{}", field.name()),
            MatrixKey::Period(period) => format!("start:{}", period.written()),
            MatrixKey::Earlier => {
                periods().next().map(|period| format!("start:<{}", moment_text(period.first))).unwrap_or_default()
            }
            MatrixKey::Later => {
                periods().next_back().map(|period| format!("start:>{}", moment_text(period.last))).unwrap_or_default()
            }
            MatrixKey::Ambiguous => String::new(),
        };
        Query::parse(&text)
    }
}
