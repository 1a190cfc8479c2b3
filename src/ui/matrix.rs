//! The matrix: counts as bars and numbers, with sums, and the events of the cell under the cursor below.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    list, no_events,
};
use crate::{
    app::{App, MatrixKey, MatrixPivot, MatrixRow},
    axis::Period,
    model::Lang,
    text,
};

/// Columns of a cell at least and at most.
const CELL_COLUMNS: u16 = 5;
const MAX_CELL_COLUMNS: u16 = 9;
/// Columns of the sums.
const SUM_COLUMNS: u16 = 7;
/// Columns of the names of rows, at least and at most.
const NAMES: (u16, u16) = (10, 30);
/// So many periods there may be even where they have no room beside each other.
const MIN_SCROLLING_PERIODS: usize = 8;
/// Rows above the cells and below them.
const HEADER_ROWS: u16 = 2;
const TOTALS_ROWS: u16 = 1;
/// So many rows of events are worth their room.
const MIN_PREVIEW_ROWS: u16 = 4;

/// Where everything of the matrix stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Geometry {
    area: Rect,
    /// Columns of the names.
    names: u16,
    /// Columns of a cell.
    cell: u16,
    /// The first row and column on screen.
    first: (usize, usize),
    /// How many rows and columns are on screen.
    count: (u16, u16),
    preview: Rect,
}

impl Geometry {
    fn new(app: &App, area: Rect) -> Self {
        let matrix = &app.matrix().table;
        let names = names_width(area);
        let room_across = area.width.saturating_sub(names + SUM_COLUMNS);
        let all = u16::try_from(matrix.columns.len()).unwrap_or(u16::MAX).max(1);
        let cell = (room_across / all).clamp(CELL_COLUMNS, MAX_CELL_COLUMNS);
        let columns = room_across / cell;
        let wanted = u16::try_from(matrix.rows.len()).unwrap_or(u16::MAX);
        let room = area.height.saturating_sub(HEADER_ROWS + TOTALS_ROWS);
        let has_preview = room >= wanted.saturating_add(MIN_PREVIEW_ROWS + 1);
        let rows = room.min(wanted);
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
        Self { area, names, cell, first, count: (rows, columns), preview }
    }

    fn cell(&self, row: u16, column: u16) -> Rect {
        let x = self.area.x + self.names + column * self.cell;
        Rect { x, y: self.area.y + HEADER_ROWS + row, width: self.cell, height: 1 }.intersection(self.area)
    }
}

fn names_width(area: Rect) -> u16 {
    (area.width / 4).clamp(NAMES.0, NAMES.1).min(area.width)
}

/// How many periods there are at most: as many as have room beside each other, with three columns kept for what lies
/// before, after and nowhere; on a narrow screen so many that the table scrolls.
pub(super) fn periods(area: Rect) -> usize {
    usize::from((area.width.saturating_sub(names_width(area) + SUM_COLUMNS) / CELL_COLUMNS).saturating_sub(3))
        .max(MIN_SCROLLING_PERIODS)
}

/// The row and the column of the cell at a place of the screen; `None` where there is none.
pub(super) fn hit(app: &App, area: Rect, x: u16, y: u16) -> Option<(usize, usize)> {
    let geometry = Geometry::new(app, area);
    let row = y.checked_sub(area.y + HEADER_ROWS).filter(|&row| row < geometry.count.0)?;
    let column = x.checked_sub(area.x + geometry.names)? / geometry.cell;
    (column < geometry.count.1).then_some((geometry.first.0 + usize::from(row), geometry.first.1 + usize::from(column)))
}

/// Draws the matrix.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    if app.visible().is_empty() || area.height <= HEADER_ROWS + TOTALS_ROWS {
        return no_events::draw(app, canvas);
    }
    let geometry = Geometry::new(app, area);
    draw_heads(app, &geometry, canvas);
    let matrix = &app.matrix().table;
    for (y, row) in (0..geometry.count.0).zip(matrix.rows.iter().skip(geometry.first.0)) {
        draw_row(app, &geometry, y, row, canvas);
    }
    let y = area.y + HEADER_ROWS + geometry.count.0;
    let theme = &skin.theme;
    let whole = Rect { y, height: 1, ..area };
    let label = if app.lang() == Lang::Ja { "計" } else { "all, each once" };
    canvas.sub(Rect { width: geometry.names, ..whole }).text((0, 1), label, theme.dim);
    for (x, total) in (0..geometry.count.1).zip(matrix.totals.iter().skip(geometry.first.1)) {
        let cell = geometry.cell(geometry.count.0, x);
        let number = if *total == 0 { String::new() } else { total.to_string() };
        let columns = usize::from(geometry.cell.saturating_sub(2));
        canvas.sub(cell).text((0, 0), &format!("{number:>columns$}"), theme.dim);
    }
    draw_sum(&geometry, geometry.count.0, app.visible().len(), theme.strong, canvas);
    let more = more(app, skin, &geometry);
    let columns = text::columns(&more);
    let corner = Rect { height: 1, width: geometry.names.saturating_sub(1), ..area };
    canvas.sub(corner).text((0, corner.width.saturating_sub(columns)), &more, theme.dim);
    if !geometry.preview.is_empty() {
        let rule = Rect { y: geometry.preview.y - 1, height: 1, ..area };
        canvas.sub(rule).fill(skin.glyphs.rule, theme.rule);
        list::draw_some(app, &matrix.under_cursor, &mut canvas.sub(geometry.preview));
    }
}

fn draw_heads(app: &App, geometry: &Geometry, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let (area, theme) = (geometry.area, &skin.theme);
    let lang = app.lang();
    let what = match (app.matrix().pivot, lang) {
        (MatrixPivot::AreasByTime, Lang::Ja) => "分野",
        (MatrixPivot::AreasByTime, _) => "areas",
        (MatrixPivot::LanesByTime, Lang::Ja) => "系列",
        (MatrixPivot::LanesByTime, _) => "lanes",
        (MatrixPivot::PartiesByKind, Lang::Ja) => "当事者",
        (MatrixPivot::PartiesByKind, _) => "parties",
    };
    let names = Rect { width: geometry.names.saturating_sub(1), ..area };
    canvas.sub(names).text((1, 1), what, theme.heading);
    let columns = app.matrix().table.columns.iter().skip(geometry.first.1);
    let unit = app
        .matrix()
        .table
        .columns
        .iter()
        .find_map(|head| if let MatrixKey::Period(period) = head { Some(period.unit) } else { None });
    if let Some(unit) = unit {
        let label = unit.label(lang);
        let signs = more(app, skin, geometry);
        if text::width(label) + text::width(&signs) + 2 <= usize::from(names.width) {
            canvas.sub(names).text((0, 1), label, theme.dim);
        }
    }
    // The name of a family stands where it begins, and gives way to the next.
    let mut family = String::new();
    let mut free = 0;
    for (x, head) in (0..geometry.count.1).zip(columns) {
        let cell = geometry.cell(0, x);
        let room = usize::from(geometry.cell.saturating_sub(1));
        let label = head_label(app, *head, room);
        // Names stand over the last digit of their numbers, as far as they are no wider.
        let blanks = room.saturating_sub(1).saturating_sub(text::width(&label));
        let label = format!("{}{label}", " ".repeat(blanks));
        let line = Rect { y: area.y + 1, width: geometry.cell.saturating_sub(1), ..cell };
        canvas.sub(line).text((0, 0), &label, theme.dim);
        let next = if let MatrixKey::Period(period) = head { period.parent_label(lang) } else { String::new() };
        if next != family {
            family.clone_from(&next);
            let room = Rect { y: area.y, width: area.right().saturating_sub(cell.x), ..cell };
            if x >= free && text::width(&next) <= usize::from(room.width) {
                let taken = canvas.sub(room).text((0, 1), &next, theme.strong);
                free = x + (taken + 2).div_ceil(geometry.cell);
            }
        }
    }
    let sum = if lang == Lang::Ja { "計" } else { "all" };
    let sum = format!("{}{sum}", " ".repeat(usize::from(SUM_COLUMNS - 1).saturating_sub(text::width(sum))));
    let place = Rect { y: area.y + 1, ..sum_place(geometry, 0) };
    canvas.sub(place).text((0, 0), &sum, theme.dim);
}

fn head_label(app: &App, head: MatrixKey, room: usize) -> String {
    let ja = app.lang() == Lang::Ja;
    match head {
        MatrixKey::Period(period) => Period::label(&period, app.lang()),
        MatrixKey::Earlier if ja => "以前".to_owned(),
        MatrixKey::Earlier => "<".to_owned(),
        MatrixKey::Later if ja => "以後".to_owned(),
        MatrixKey::Later => ">".to_owned(),
        MatrixKey::Ambiguous => "?".to_owned(),
        MatrixKey::Unassigned => "-".to_owned(),
        MatrixKey::Term(place) => {
            let kind = app.timeline().vocabularies.kinds.iter().nth(place).map(|(_, term)| term);
            let name =
                kind.map(|kind| kind.label(if ja { Lang::Ja } else { Lang::En }).into_owned()).unwrap_or_default();
            text::truncate_to_width(&name, room).to_owned()
        }
    }
}

fn draw_row(app: &App, geometry: &Geometry, y: u16, row: &MatrixRow, canvas: &mut Canvas<'_>) {
    let theme = &canvas.skin.theme;
    let whole = Rect { y: geometry.area.y + HEADER_ROWS + y, height: 1, ..geometry.area };
    let (current, column) = app.matrix().cursor_index();
    let cursor = (current == geometry.first.0 + usize::from(y)).then_some(column);
    let name = Rect { width: geometry.names.saturating_sub(1), ..whole };
    canvas.sub(name).text((0, 1), &row.label, if cursor.is_some() { theme.strong } else { theme.text });
    for (x, (place, &count)) in (0..geometry.count.1).zip(row.cells.iter().enumerate().skip(geometry.first.1)) {
        let cell = geometry.cell(y, x);
        let is_current = cursor == Some(place);
        draw_cell(count, app.matrix().table.most, is_current, &mut canvas.sub(cell));
    }
    draw_sum(geometry, y, row.sum, theme.text, canvas);
}

/// A count with a bar beside it, so that the eye finds the full cells without reading.
fn draw_cell(count: usize, most: usize, is_current: bool, canvas: &mut Canvas<'_>) {
    let (skin, cell) = (canvas.skin, canvas.area);
    let theme = &skin.theme;
    if is_current {
        canvas.fill(" ", theme.selected);
    }
    let under = if is_current { theme.selected } else { Style::new() };
    let steps = skin.glyphs.levels.len() - 1;
    let level = if count == 0 { 0 } else { (count * steps).div_ceil(most.max(1)).clamp(1, steps) };
    let bar = skin.glyphs.levels.get(level).copied().unwrap_or(" ");
    let (number, style) = match count {
        0 => (skin.glyphs.dot.to_owned(), theme.faint),
        1..=999 => (count.to_string(), if level * 2 > steps { theme.strong } else { theme.text }),
        _ => (format!("{}k", count / 1_000), theme.strong),
    };
    let columns = usize::from(cell.width.saturating_sub(2));
    let line = Line::from(vec![
        Span::styled(format!("{number:>columns$}"), under.patch(style)),
        Span::styled(bar, under.patch(if is_current { theme.accent } else { theme.dim })),
    ]);
    canvas.line((0, 0), &line);
}

fn sum_place(geometry: &Geometry, y: u16) -> Rect {
    let x = geometry.area.x + geometry.names + geometry.count.1 * geometry.cell;
    let y = geometry.area.y + HEADER_ROWS + y;
    Rect { x, y, width: SUM_COLUMNS, height: 1 }.intersection(geometry.area)
}

fn draw_sum(geometry: &Geometry, y: u16, sum: usize, style: Style, canvas: &mut Canvas<'_>) {
    canvas.sub(sum_place(geometry, y)).text((0, 0), &format!("{sum:>6}"), style);
}

/// How much lies beyond the borders of the table.
fn more(app: &App, skin: &Skin, geometry: &Geometry) -> String {
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
