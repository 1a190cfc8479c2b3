//! The matrix: how many shown events there are of each area in each time, or of each party and kind.

use crate::{
    axis::{Window, moment_text},
    model::{EventIndex, Lang, Timeline},
    query::{Field, Query},
};

use super::{
    matrix_axis::{MatrixKey, MatrixPivot},
    matrix_counts::{CellLocator, MatrixCounts, in_cell},
};
use crate::app::{App, Document, Filter, Snapshot, View};

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

/// The view of the matrix.
#[derive(Debug, Clone)]
pub struct MatrixView {
    /// The matrix, counted.
    pub table: Matrix,
    /// What stands against what.
    pub pivot: MatrixPivot,
    /// Where the cursor stands.
    pub(in crate::app) cursor: MatrixCursor,
    pub(in crate::app) return_point: Option<ReturnPoint>,
}

impl Default for MatrixView {
    fn default() -> Self {
        Self {
            table: Matrix::default(),
            pivot: MatrixPivot::default(),
            cursor: (MatrixKey::Term(0), MatrixKey::Ambiguous),
            return_point: None,
        }
    }
}

/// What Esc goes back to after a cell was filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnPoint {
    pub(in crate::app) before: Snapshot,
}

impl Matrix {
    /// Counts events in these columns and in the rows of these names.
    fn new(
        doc: &Document,
        events: &[EventIndex],
        pivot: MatrixPivot,
        columns: &[MatrixKey],
        names: Vec<(MatrixKey, String)>,
    ) -> Self {
        let MatrixCounts { cells, sums, totals } = MatrixCounts::of(&doc.timeline, events, pivot, names.len(), columns);
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
        Self { columns: new_columns, rows, totals: new_totals, most, ..Self::default() }
    }
}

impl MatrixView {
    /// Counts anew if anything that matters has changed.
    pub(in crate::app) fn count(&mut self, filter: &Filter, doc: &Document, window: Window, room: usize, lang: Lang) {
        let made_for = MatrixCacheKey { window, room, turn: self.pivot, lang, filter: filter.revision };
        if self.table.made_for != Some(made_for) {
            let columns = self.pivot.columns(doc, window, room);
            let names = self.pivot.row_names(doc, lang);
            self.table =
                Matrix { made_for: Some(made_for), ..Matrix::new(doc, &filter.visible, self.pivot, &columns, names) };
        }
        if self.table.collected_for != Some(self.cursor) {
            self.table.under_cursor = self.in_cell(filter, doc);
            self.table.collected_for = Some(self.cursor);
        }
    }

    /// The events of the cell that the cursor stands on.
    fn in_cell(&self, filter: &Filter, doc: &Document) -> Vec<EventIndex> {
        let (row, column) = self.cursor_index();
        let Matrix { rows, columns, .. } = &self.table;
        let Some(row) = rows.get(row).filter(|_| !columns.is_empty()) else { return Vec::new() };
        in_cell(&doc.timeline, &filter.visible, self.pivot, columns, (row.head, column))
    }

    /// Puts the cursor on the cell of an event.
    pub(in crate::app) fn point_at(&mut self, ix: EventIndex, doc: &Document, window: Window, room: usize) {
        let Some((facts, chunk)) = doc.timeline.facts_with_chunk(ix) else { return };
        let columns = self.pivot.columns(doc, window, room);
        let mut cells = CellLocator::new(self.pivot, &columns);
        let mut rows = Vec::new();
        cells.rows(facts, chunk, |head| rows.push(head));
        let first = rows.into_iter().min_by_key(|head| if let MatrixKey::Term(place) = head { *place } else { 0 });
        let column = columns.get(cells.column(facts)).copied();
        self.cursor = (first.unwrap_or(MatrixKey::Unassigned), column.unwrap_or(MatrixKey::Ambiguous));
    }

    /// Where the cursor stands in the matrix as it is counted: in the nearest cell if its own is not there.
    pub fn cursor_index(&self) -> (usize, usize) {
        let Matrix { rows, columns, .. } = &self.table;
        let row = rows.iter().position(|row| row.head == self.cursor.0).unwrap_or(0);
        let at = |head: &MatrixKey| match head {
            MatrixKey::Period(period) => Some(period.first),
            _ => None,
        };
        let column = columns.iter().position(|head| *head == self.cursor.1).or_else(|| {
            let moment = at(&self.cursor.1)?;
            let later =
                columns.iter().position(|head| matches!(head, MatrixKey::Period(period) if moment <= period.last));
            later.or_else(|| columns.iter().rposition(|head| matches!(head, MatrixKey::Period(_))))
        });
        (row, column.unwrap_or(0))
    }

    /// Moves the cursor by rows and columns.
    pub(in crate::app) fn move_cursor(&mut self, down: isize, right: isize) {
        let (row, column) = self.cursor_index();
        self.set_cursor(row.saturating_add_signed(down), column.saturating_add_signed(right));
    }

    /// Puts the cursor on a cell, or on the nearest that there is.
    pub fn set_cursor(&mut self, row: usize, column: usize) {
        let Matrix { rows, columns, .. } = &self.table;
        let (last_row, last_column) = (rows.len().saturating_sub(1), columns.len().saturating_sub(1));
        if let (Some(row), Some(&column)) = (rows.get(row.min(last_row)), columns.get(column.min(last_column))) {
            self.cursor = (row.head, column);
        }
    }

    /// The filter that the cell stands for on which the cursor is; `None` where the matrix has no cells.
    fn cell_query(&self, timeline: &Timeline) -> Option<Query> {
        let (row, column) = self.cursor_index();
        let (row, column) = (self.table.rows.get(row)?.head, *self.table.columns.get(column)?);
        let mut query = self.query_of(self.pivot.rows(), row, timeline);
        query.terms.extend(self.query_of(Field::Kind, column, timeline).terms);
        Some(query)
    }

    /// The filter that a head stands for; an empty one where there is none.
    fn query_of(&self, field: Field, head: MatrixKey, timeline: &Timeline) -> Query {
        let words = &timeline.vocabularies;
        let periods = || {
            self.table.columns.iter().filter_map(|head| match head {
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

    /// Gives every event its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        if let Some(ReturnPoint { before }) = &mut self.return_point {
            before.remap_events(moved);
        }
    }
}

impl App {
    /// Counts the matrix anew if it is on screen and anything that matters has changed.
    pub(in crate::app) fn count_matrix(&mut self) {
        if self.panes.view == View::Matrix {
            let (window, room) = (self.time.window, self.metrics.matrix_columns);
            self.matrix.count(&self.filter, &self.doc, window, room, self.prefs.lang);
        }
    }

    /// Shows the matrix with the cursor on the cell of the selected event.
    pub(in crate::app) fn enter_matrix(&mut self) {
        if let Some(ix) = self.selection.selected {
            self.matrix.point_at(ix, &self.doc, self.time.window, self.metrics.matrix_columns);
        }
    }

    pub(in crate::app) fn next_pivot(&mut self) {
        self.matrix.pivot = self.matrix.pivot.next();
        self.enter_matrix();
    }

    /// Filters by what the cell stands for and shows the timeline; Esc comes back.
    pub(in crate::app) fn filter_to_cell(&mut self) {
        let Some(cell) = self.matrix.cell_query(&self.doc.timeline) else { return };
        let before = self.snapshot();
        let mut query = self.filter.query.clone();
        query.terms.extend(cell.terms);
        self.set_query_undoable(query);
        self.switch_view(View::Timeline);
        self.matrix.return_point = Some(ReturnPoint { before });
    }

    /// Back from the events of a cell, with the filter as it was; what was chosen among them stays chosen.
    pub(in crate::app) fn return_to_matrix(&mut self) {
        let Some(ReturnPoint { before }) = self.matrix.return_point.take() else { return };
        let (cell, now) = (self.matrix.cursor, self.snapshot());
        let chosen = self.selection.preferred.filter(|_| self.selection.preferred != before.preferred);
        self.switch_view(View::Matrix);
        self.restore_snapshot(before);
        if let Some(ix) = chosen {
            self.select(ix);
        }
        self.push_undo(now, false);
        self.matrix.cursor = cell;
    }
}
