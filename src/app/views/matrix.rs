//! The matrix: how many shown events there are of each area in each time, or of each party and kind.

use crate::{
    axis::{Period, Window},
    model::{EventIndex, Lang},
    query::{EventNames, Field},
};

use super::{
    matrix_axis::{MatrixKey, MatrixPivot, MatrixUnit},
    matrix_counts::{CellLocator, MatrixCounts, in_cell},
    matrix_rows::{MatrixMeasure, MatrixOrder, MatrixRow},
};
use crate::app::{App, Document, Filter, Prefs, Snapshot, View};

/// The matrix, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    made_for: Option<MatrixCacheKey>,
    sorted_by: Option<MatrixOrder>,
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
    unit: MatrixUnit,
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
    /// In which order the rows stand.
    pub order: MatrixOrder,
    /// What the cells tell.
    pub measure: MatrixMeasure,
    /// The unit of the periods.
    pub unit: MatrixUnit,
    /// The names in rows and columns that stand for people or bodies, and what they were looked for in.
    pub names: EventNames,
    pub(in crate::app) named_for: Option<(Field, u64, usize, Lang)>,
    /// Where the cursor stands.
    pub(in crate::app) cursor: MatrixCursor,
    pub(in crate::app) return_point: Option<ReturnPoint>,
}

impl Default for MatrixView {
    fn default() -> Self {
        Self {
            table: Matrix::default(),
            pivot: MatrixPivot::default(),
            order: MatrixOrder::default(),
            measure: MatrixMeasure::default(),
            unit: MatrixUnit::default(),
            names: EventNames::default(),
            named_for: None,
            cursor: (MatrixKey::Term(0), MatrixKey::Ambiguous),
            return_point: None,
        }
    }
}

/// In more shown events than this names of people and bodies are not looked for.
const MAX_EVENTS_WITH_NAMES: usize = 20_000;

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
        (pivot, names): (MatrixPivot, &EventNames),
        columns: &[MatrixKey],
        row_names: Vec<(MatrixKey, String)>,
    ) -> Self {
        let MatrixCounts { cells, sums, totals, over_time, last } =
            MatrixCounts::of(&doc.timeline, events, (pivot, names), row_names.len(), columns);
        let counted = row_names.into_iter().zip(cells.into_iter().zip(sums)).zip(over_time.into_iter().zip(last));
        let mut rows: Vec<MatrixRow> = counted
            .enumerate()
            .map(|(declared, (((head, label), (cells, sum)), (over_time, last)))| MatrixRow {
                head,
                label,
                declared,
                cells,
                sum,
                over_time,
                last,
            })
            .collect();
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
        let has_rest = !pivot.is_paired() && (!pivot.is_named() || !names.values().is_empty());
        rows.retain(|row| row.head != MatrixKey::Unassigned || row.sum > 0 && has_rest);
        let most = rows.iter().flat_map(|row| row.cells.iter().copied()).max().unwrap_or(0);
        let keep = |(place, _): &(usize, &MatrixKey)| kept(*place);
        let new_totals = totals.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, total)| *total).collect();
        let new_columns = columns.iter().enumerate().filter(keep).map(|(_, head)| *head).collect();
        Self { columns: new_columns, rows, totals: new_totals, most, ..Self::default() }
    }
}

impl MatrixView {
    /// Counts anew if anything that matters has changed.
    pub(in crate::app) fn count(
        &mut self,
        filter: &Filter,
        doc: &Document,
        window: Window,
        room: usize,
        prefs: &Prefs,
    ) {
        let lang = prefs.lang;
        let made_for =
            MatrixCacheKey { window, room, turn: self.pivot, lang, filter: filter.revision, unit: self.unit };
        if self.table.made_for != Some(made_for) {
            self.find_names(filter, doc, lang);
            let columns = self.pivot.column_keys(doc, &self.names, (window, room, self.unit));
            let row_names = self.pivot.row_names(doc, &self.names, prefs.locale());
            let table = Matrix::new(doc, &filter.visible, (self.pivot, &self.names), &columns, row_names);
            self.table = Matrix { made_for: Some(made_for), ..table };
        }
        if self.table.sorted_by != Some(self.order) {
            self.order.sort(&mut self.table.rows);
            self.table.sorted_by = Some(self.order);
        }
        if self.table.collected_for != Some(self.cursor) {
            self.table.under_cursor = self.in_cell(filter, doc);
            self.table.collected_for = Some(self.cursor);
        }
    }

    /// Looks for the names that stand in rows or columns, if any do and others are wanted than those that are known.
    fn find_names(&mut self, filter: &Filter, doc: &Document, lang: Lang) {
        let Some((field, most)) = self.pivot.names() else { return };
        let wanted = Some((field, filter.revision, most, lang));
        if self.named_for == wanted {
            return;
        }
        self.named_for = wanted;
        let events = if self.has_too_many(filter) { &[] } else { &*filter.visible };
        self.names = EventNames::new(field, (&doc.timeline, doc.text_index()), events, lang, most);
    }

    /// Whether there are more shown events than names are looked for in.
    pub fn has_too_many(&self, filter: &Filter) -> bool {
        self.pivot.names().is_some() && filter.visible.len() > MAX_EVENTS_WITH_NAMES
    }

    /// The events of the cell that the cursor stands on.
    fn in_cell(&self, filter: &Filter, doc: &Document) -> Vec<EventIndex> {
        let (row, column) = self.cursor_index();
        let Matrix { rows, columns, .. } = &self.table;
        let Some(row) = rows.get(row).filter(|_| !columns.is_empty()) else { return Vec::new() };
        in_cell(&doc.timeline, &filter.visible, (self.pivot, &self.names), columns, (row.head, column))
    }

    /// Puts the cursor on the cell of an event.
    pub(in crate::app) fn point_at(&mut self, ix: EventIndex, doc: &Document, window: Window, room: usize) {
        let Some((meta, chunk)) = doc.timeline.meta_with_chunk(ix) else { return };
        let columns = self.pivot.column_keys(doc, &self.names, (window, room, self.unit));
        let mut cells = CellLocator::new(self.pivot, &self.names, &columns);
        let mut rows = Vec::new();
        cells.rows(ix, (meta, chunk), |head| rows.push(head));
        rows.sort_by_key(|head| if let MatrixKey::Term(place) = head { *place } else { 0 });
        let first = rows.first().copied();
        let column =
            if self.pivot.is_paired() { rows.get(1).copied() } else { columns.get(cells.column(meta)).copied() };
        self.cursor = (first.unwrap_or(MatrixKey::Unassigned), column.unwrap_or(MatrixKey::Ambiguous));
    }

    /// Puts the cursor on the first cell of those with the most events.
    fn point_at_fullest(&mut self) {
        let Matrix { rows, columns, most, .. } = &self.table;
        let fullest = rows.iter().find_map(|row| {
            let column = row.cells.iter().position(|count| count == most)?;
            Some((row.head, *columns.get(column)?))
        });
        self.cursor = fullest.unwrap_or(self.cursor);
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
            self.matrix.count(&self.filter, &self.doc, window, room, &self.prefs);
        }
    }

    /// Shows the matrix with the cursor on the cell of the selected event.
    pub(in crate::app) fn enter_matrix(&mut self) {
        if self.matrix.pivot.names().is_some() {
            self.count_matrix();
        }
        if let Some(ix) = self.selection.selected {
            self.matrix.point_at(ix, &self.doc, self.time.window, self.metrics.matrix_columns);
        }
    }

    /// Counts something else.
    pub(in crate::app) fn set_pivot(&mut self, pivot: MatrixPivot) {
        self.matrix.pivot = pivot;
        self.enter_matrix();
        if pivot.is_paired() {
            self.matrix.point_at_fullest();
        }
    }

    /// Other periods, with the cursor on that of the selected event.
    pub(in crate::app) fn next_matrix_unit(&mut self) {
        self.matrix.unit = self.matrix.unit.next();
        self.enter_matrix();
    }

    /// Whether the timeline has only a part of a period: it begins or ends within it.
    pub fn is_partial(&self, period: &Period) -> bool {
        let asked = self.doc.timeline.info.window.is_some().then_some(self.time.initial_window);
        let of_window = asked.map(|window| (window.start(), window.last()));
        of_window.or_else(|| self.doc.timeline.extent()).is_some_and(|(first, last)| {
            let holds = |moment| period.first < moment && moment <= period.last;
            holds(first) || period.first <= last && last < period.last
        })
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
