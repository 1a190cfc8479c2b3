//! Where everything of the matrix stands.

use ratatui::layout::Rect;

use super::canvas::Skin;
use crate::app::{App, MatrixUnit};

/// Columns of a cell at least and at most.
const CELL_COLUMNS: u16 = 5;
const MAX_CELL_COLUMNS: u16 = 9;
/// Columns of the sums.
pub(super) const SUM_COLUMNS: u16 = 7;
/// Columns in which a row shows how it went over time, and from how many columns of the screen on it does: where there
/// are few columns besides, or so many that they scroll, and everywhere.
const OVER_TIME_COLUMNS: u16 = 14;
const MIN_COLUMNS_WITH_OVER_TIME: u16 = 100;
const MIN_COLUMNS_WITH_ALL: u16 = 140;
/// Columns of the names of rows, at least and at most.
const NAMES: (u16, u16) = (10, 30);
/// So many periods there may be even where they have no room beside each other.
const MIN_SCROLLING_PERIODS: usize = 8;
/// Rows above the cells and below them.
pub(super) const HEADER_ROWS: u16 = 2;
pub(super) const TOTALS_ROWS: u16 = 1;
/// So many rows of events are worth their room; they have a third of it where there are more rows than have room.
const MIN_PREVIEW_ROWS: u16 = 4;
const MIN_ROWS_BESIDE_PREVIEW: u16 = 8;

/// Where everything of the matrix stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Geometry {
    pub(super) area: Rect,
    /// Columns of the names.
    pub(super) names: u16,
    /// Columns of a cell.
    pub(super) cell: u16,
    /// The first row and column on screen.
    pub(super) first: (usize, usize),
    /// How many rows and columns are on screen.
    pub(super) count: (u16, u16),
    /// Columns that show how rows went over time.
    pub(super) over_time: u16,
    /// Where the events of the cell under the cursor stand.
    pub(super) preview: Rect,
}

impl Geometry {
    pub(super) fn new(app: &App, area: Rect) -> Self {
        let matrix = &app.matrix().table;
        let names = names_width(area);
        let over_time = over_time_width(app, area);
        let room_across = area.width.saturating_sub(names + SUM_COLUMNS + over_time);
        let all = u16::try_from(matrix.columns.len()).unwrap_or(u16::MAX).max(1);
        // Names need room.
        let least = if app.matrix().pivot.is_paired() { MAX_CELL_COLUMNS } else { CELL_COLUMNS };
        let cell = (room_across / all).clamp(least, MAX_CELL_COLUMNS);
        let columns = room_across / cell;
        let wanted = u16::try_from(matrix.rows.len()).unwrap_or(u16::MAX);
        let room = area.height.saturating_sub(HEADER_ROWS + TOTALS_ROWS);
        let third = (room / 3).max(MIN_PREVIEW_ROWS) + 1;
        let has_preview = room >= wanted.min(MIN_ROWS_BESIDE_PREVIEW).saturating_add(MIN_PREVIEW_ROWS + 1);
        let rows = if room >= wanted.saturating_add(MIN_PREVIEW_ROWS + 1) || !has_preview {
            room.min(wanted)
        } else {
            room.saturating_sub(third).max(MIN_ROWS_BESIDE_PREVIEW).min(wanted)
        };
        let preview = if has_preview {
            let y = area.y + HEADER_ROWS + TOTALS_ROWS + rows + 1;
            Rect { y, height: area.bottom().saturating_sub(y), ..area }
        } else {
            Rect::default()
        };
        let (row, column) = app.matrix().cursor_index();
        let around = |at: usize, count: u16, all: usize| {
            let count = usize::from(count.max(1));
            (at + 1).saturating_sub(count.saturating_sub(count / 3)).min(all.saturating_sub(count))
        };
        let first = (around(row, rows, matrix.rows.len()), around(column, columns, matrix.columns.len()));
        let left = matrix.columns.len().saturating_sub(first.1);
        let columns = columns.min(u16::try_from(left).unwrap_or(u16::MAX));
        Self { area, names, cell, first, count: (rows, columns), over_time, preview }
    }

    pub(super) fn cell(&self, row: u16, column: u16) -> Rect {
        let x = self.area.x + self.names + column * self.cell;
        Rect { x, y: self.area.y + HEADER_ROWS + row, width: self.cell, height: 1 }.intersection(self.area)
    }
}

fn names_width(area: Rect) -> u16 {
    (area.width / 4).clamp(NAMES.0, NAMES.1).min(area.width)
}

fn over_time_width(app: &App, area: Rect) -> u16 {
    let pivot = app.matrix().pivot;
    let has_room = pivot.is_paired() || pivot.columns().is_none() && app.matrix().unit == MatrixUnit::Year;
    let least = if has_room { MIN_COLUMNS_WITH_OVER_TIME } else { MIN_COLUMNS_WITH_ALL };
    if area.width >= least { OVER_TIME_COLUMNS } else { 0 }
}

/// How many periods there are at most: as many as have room beside each other, with three columns kept for what lies
/// before, after and nowhere; on a narrow screen so many that the table scrolls.
pub(super) fn periods(app: &App, area: Rect) -> usize {
    let taken = names_width(area) + SUM_COLUMNS + over_time_width(app, area);
    usize::from((area.width.saturating_sub(taken) / CELL_COLUMNS).saturating_sub(3)).max(MIN_SCROLLING_PERIODS)
}

pub(super) fn sum_place(geometry: &Geometry, y: u16) -> Rect {
    let x = geometry.area.x + geometry.names + geometry.count.1 * geometry.cell;
    let y = geometry.area.y + HEADER_ROWS + y;
    Rect { x, y, width: SUM_COLUMNS, height: 1 }.intersection(geometry.area)
}

/// How much lies beyond the borders of the table.
pub(super) fn more(app: &App, skin: &Skin, geometry: &Geometry) -> String {
    let (rows, columns) = (app.matrix().table.rows.len(), app.matrix().table.columns.len());
    let signs: Vec<String> = [
        (geometry.first.0, skin.glyphs.up),
        (rows.saturating_sub(geometry.first.0 + usize::from(geometry.count.0)), skin.glyphs.down),
        (geometry.first.1, skin.glyphs.earlier),
        (columns.saturating_sub(geometry.first.1 + usize::from(geometry.count.1)), skin.glyphs.later),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, sign)| format!("{count}{sign}"))
    .collect();
    signs.join(" ")
}
