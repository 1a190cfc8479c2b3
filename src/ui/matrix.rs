//! The matrix: counts as bars and numbers, with sums, and the events of the cell under the cursor below.

use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    canvas::Canvas,
    list,
    matrix_geometry::{Geometry, HEADER_ROWS, TOTALS_ROWS, more, sum_place},
    matrix_heads, no_events,
    styled_text::StyledText,
};
use crate::{
    app::{App, MatrixMeasure, MatrixRow},
    input::ViewAction,
    messages::{empty, views},
    text,
};

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
    if app.matrix().table.rows.is_empty() {
        return draw_without_rows(app, canvas);
    }
    let geometry = Geometry::new(app, area);
    matrix_heads::draw(app, &geometry, canvas);
    let matrix = &app.matrix().table;
    for (y, row) in (0..geometry.count.0).zip(matrix.rows.iter().skip(geometry.first.0)) {
        draw_row(app, &geometry, y, row, canvas);
    }
    let y = area.y + HEADER_ROWS + geometry.count.0;
    let theme = &skin.theme;
    let whole = Rect { y, height: 1, ..area };
    let label = views::all_once(app.locale());
    canvas.sub(Rect { width: geometry.names, ..whole }).text((0, 1), label, theme.dim);
    for (x, total) in (0..geometry.count.1).zip(matrix.totals.iter().skip(geometry.first.1)) {
        let cell = geometry.cell(geometry.count.0, x);
        let number = if *total == 0 { String::new() } else { total.to_string() };
        let columns = usize::from(geometry.cell.saturating_sub(2));
        canvas.sub(cell).text((0, 0), &format!("{number:>columns$}"), theme.dim);
    }
    draw_sum(&geometry, geometry.count.0, &app.visible().len().to_string(), theme.strong, canvas);
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

fn draw_row(app: &App, geometry: &Geometry, y: u16, row: &MatrixRow, canvas: &mut Canvas<'_>) {
    let theme = &canvas.skin.theme;
    let whole = Rect { y: geometry.area.y + HEADER_ROWS + y, height: 1, ..geometry.area };
    let (current, column) = app.matrix().cursor_index();
    let place = geometry.first.0 + usize::from(y);
    let cursor = (current == place).then_some(column);
    let name = Rect { width: geometry.names.saturating_sub(1), ..whole };
    canvas.sub(name).text((0, 1), &row.label, if cursor.is_some() { theme.strong } else { theme.text });
    for (x, (place, &count)) in (0..geometry.count.1).zip(row.cells.iter().enumerate().skip(geometry.first.1)) {
        let cell = geometry.cell(y, x);
        let is_current = cursor == Some(place);
        let cell = &mut canvas.sub(cell);
        // A name with itself is no number.
        if app.matrix().pivot.is_paired() && app.matrix().table.columns.get(place) == Some(&row.head) {
            draw_diagonal(is_current, cell);
        } else {
            draw_cell(app, (count, place), is_current, cell);
        }
    }
    draw_sum(geometry, y, &share(app, row.sum), theme.text, canvas);
    draw_over_time(geometry, y, row, canvas);
}

/// What the sum of a row tells.
fn share(app: &App, sum: usize) -> String {
    let all = app.visible().len();
    app.matrix().measure.tell(sum, all, all)
}

fn draw_diagonal(is_current: bool, canvas: &mut Canvas<'_>) {
    let (skin, columns) = (canvas.skin, canvas.area.width);
    let under = if is_current { skin.theme.selected } else { Style::new() };
    if is_current {
        canvas.fill(" ", skin.theme.selected);
    }
    canvas.text((0, columns.saturating_sub(3)), skin.glyphs.rule, under.patch(skin.theme.faint));
}

/// How many events a row has in each part of the time of all, as bars.
fn draw_over_time(geometry: &Geometry, y: u16, row: &MatrixRow, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    if geometry.over_time == 0 {
        return;
    }
    let most = row.over_time.iter().copied().max().unwrap_or(0).max(1);
    let steps = skin.glyphs.levels.len() - 1;
    let bars: String = row
        .over_time
        .iter()
        .filter_map(|count| skin.glyphs.levels.get((count * steps).div_ceil(most)))
        .copied()
        .collect();
    let x = geometry.area.right().saturating_sub(geometry.over_time - 1);
    let place = Rect { x, y: geometry.area.y + HEADER_ROWS + y, width: geometry.over_time - 1, height: 1 };
    canvas.sub(place.intersection(geometry.area)).text((0, 0), &bars, skin.theme.accent);
}

/// Why there are no rows, and what there would be.
fn draw_without_rows(app: &App, canvas: &mut Canvas<'_>) {
    let theme = &canvas.skin.theme;
    let locale = app.locale();
    let rows = app.matrix().pivot.rows().label_of_many(locale);
    let has_too_many = app.matrix().has_too_many(app.filter());
    let why = if has_too_many { empty::too_many_for_rows(locale, rows) } else { empty::no_rows(locale, rows) };
    let key = app.key_for(ViewAction::PivotMatrix);
    let way_out = StyledText::new(&key, theme.key).push(empty::counts_something_else(locale), theme.dim);
    no_events::draw_lines(&[StyledText::new(&why, theme.text), StyledText::default(), way_out], canvas);
}

/// A count with a bar beside it, so that the eye finds the full cells without reading.
fn draw_cell(app: &App, (count, column): (usize, usize), is_current: bool, canvas: &mut Canvas<'_>) {
    let (skin, cell) = (canvas.skin, canvas.area);
    let table = &app.matrix().table;
    let (most, total) = (table.most, table.totals.get(column).copied().unwrap_or(0));
    let measure = app.matrix().measure;
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
        _ if measure != MatrixMeasure::Count => {
            (measure.tell(count, total, app.visible().len()), if level * 2 > steps { theme.strong } else { theme.text })
        }
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

fn draw_sum(geometry: &Geometry, y: u16, sum: &str, style: Style, canvas: &mut Canvas<'_>) {
    canvas.sub(sum_place(geometry, y)).text((0, 0), &format!("{sum:>6}"), style);
}
