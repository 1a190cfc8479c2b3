//! The lanes: their names, and in each column what stands there.

use ratatui::{
    layout::Rect,
    style::{Modifier, Style},
};

use super::{
    canvas::{Canvas, Skin},
    event_style,
    lane_fill::{LaneCell, LaneFill},
    lane_grid::{LaneGrid, TitleLabel},
};
use crate::{
    app::{App, Side, View},
    axis::{EventGeometry, Scale},
    model::EventIndex,
    text,
};

/// Draws as many lanes as there are rows, around that of the selected event; gives how many are left out. Lanes that
/// [do not hang on the selection](is_selection_independent) may be drawn without a selected event, which [`draw_selection`] adds.
pub(super) fn draw(
    app: &App,
    scale: &Scale,
    names: u16,
    selected: Option<EventIndex>,
    canvas: &mut Canvas<'_>,
) -> usize {
    let (skin, area) = (canvas.skin, canvas.area);
    let marks = LaneGrid::new(app, skin, scale, area.height, selected);
    let names_area = Rect { width: names.saturating_sub(1), ..area };
    let columns = Rect { x: area.x + names, width: area.width.saturating_sub(names), ..area };
    for (row, line) in (0..area.height).zip(&marks.cells) {
        let hue = skin.theme.lane(marks.lane_at(row));
        for (column, cell) in (0..columns.width).zip(line).filter(|(_, cell)| !cell.is_empty()) {
            draw_cell(&marks, cell, hue, (row, column), &mut canvas.sub(columns));
        }
    }
    for label in &marks.labels {
        let place = Rect { x: columns.x + label.column, y: area.y + label.row, width: label.columns(), height: 1 };
        let style = skin.theme.background.patch(skin.theme.text);
        canvas.sub(place.intersection(columns)).clear(style).line((0, 0), &label.line);
    }
    draw_names(&marks, &mut canvas.sub(names_area));
    app.lane_count().saturating_sub(marks.shown)
}

/// Whether lanes without a selected event, in so many rows, are those with one, but for what
/// [`draw_selection`] draws: each lane has its row, there are no titles, and events are not counted by column.
pub(super) fn is_selection_independent(app: &App, rows: u16) -> bool {
    !app.time().title_layout.has_titles() && app.lane_count() <= usize::from(rows) && app.timeline().is_in_memory()
}

/// Marks the selected event, and the name of its lane, where lanes [do not hang on the selection](is_selection_independent).
pub(super) fn draw_selection(app: &App, scale: &Scale, names: u16, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let Some(ix) = app.selected() else { return };
    let column = app.timeline().event(ix).and_then(|event| EventGeometry::of(&event.date, scale)?.glyph());
    for lane in app.lanes_of(ix) {
        let Ok(row) = u16::try_from(lane) else { continue };
        draw_name(app, lane, true, row, &mut canvas.sub(Rect { width: names.saturating_sub(1), ..area }));
        if let Some(column) = column {
            let mark = Rect { x: area.x + names + column, y: area.y + row, width: 1, height: 1 };
            let style = Style::reset().patch(skin.theme.background).patch(skin.theme.text);
            canvas.sub(mark).set_style(style.patch(selected_style(skin)));
        }
    }
}

fn selected_style(skin: &Skin) -> Style {
    skin.theme.accent.add_modifier(Modifier::REVERSED)
}

/// The event whose mark or title stands at a row and column of the lanes, or beside it.
pub(super) fn hit(app: &App, skin: &Skin, scale: &Scale, area: Rect, (row, column): (u16, u16)) -> Option<EventIndex> {
    let marks = LaneGrid::new(app, skin, scale, area.height, app.selected());
    let line = marks.cells.get(usize::from(row))?;
    let at = |column: u16| line.get(usize::from(column)).filter(|cell| cell.count > 0).and_then(|cell| cell.event);
    let covers =
        |label: &&TitleLabel| label.row == row && (label.column..label.column + label.columns()).contains(&column);
    at(column)
        .or_else(|| marks.labels.iter().find(covers).map(|label| label.ix))
        .or_else(|| at(column + 1))
        .or_else(|| at(column.checked_sub(1)?))
}

/// The lane that a row belongs to.
pub(super) fn lane_at(app: &App, skin: &Skin, scale: &Scale, area: Rect, row: u16) -> usize {
    LaneGrid::new(app, skin, scale, area.height, app.selected()).lane_at(row)
}

fn draw_cell(marks: &LaneGrid<'_>, cell: &LaneCell, hue: Style, place: (u16, u16), canvas: &mut Canvas<'_>) {
    let (app, skin) = (marks.app, marks.skin);
    let kind = cell
        .event
        .and_then(|ix| app.timeline().meta(ix))
        .and_then(|meta| app.timeline().vocabularies.kinds.get(meta.kind));
    let digit;
    let (sign, style) = match (cell.count, cell.fill) {
        (0, None) => return,
        (0, Some(LaneFill::Possible)) => (skin.glyphs.possible, skin.theme.faint),
        (0, Some(LaneFill::Dimmed)) => (skin.glyphs.filtered_out, skin.theme.faint),
        (0, Some(LaneFill::Uncertainty(sign))) => (sign, skin.theme.dim),
        (0, Some(LaneFill::Folded)) => (skin.glyphs.folded, skin.theme.rule),
        (0, Some(LaneFill::Bar(sign))) => (sign, hue),
        (1, _) => (skin.glyphs.mark(kind), hue),
        (count @ 2..=9, _) => {
            digit = count.to_string();
            (digit.as_str(), hue)
        }
        _ => ("+", hue),
    };
    let style =
        cell.rule.filter(|_| cell.count > 0).map_or(style, |rule| style.patch(event_style::of_rule(skin, rule)));
    let style = if cell.is_marked && cell.count > 0 {
        style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    } else {
        style
    };
    let is_selected = cell.count > 0 && cell.event.is_some() && cell.event == marks.selected;
    let style = if is_selected { selected_style(skin) } else { style };
    canvas.glyph(place, sign, style);
}

fn draw_names(marks: &LaneGrid<'_>, canvas: &mut Canvas<'_>) {
    let (app, width) = (marks.app, canvas.area.width);
    let selected: Vec<usize> = marks.selected.map(|ix| app.lanes_of(ix).collect()).unwrap_or_default();
    for lane in marks.top..marks.top + marks.shown {
        let (start, end) = marks.rows(lane);
        draw_name(app, lane, selected.contains(&lane), start, canvas);
        let count = marks.overflow.get(lane - marks.top).copied().unwrap_or(0);
        if count > 0 {
            let sign = format!("+{count}");
            let columns = text::columns(&sign);
            let row = if end > start + 1 { start + 1 } else { start };
            canvas.text((row, width.saturating_sub(columns).max(1)), &sign, canvas.skin.theme.dim);
        }
    }
}

/// Draws the name of a lane at a row of the area for names.
fn draw_name(app: &App, lane: usize, is_selected: bool, row: u16, canvas: &mut Canvas<'_>) {
    let bold = if is_selected { Modifier::BOLD } else { Modifier::empty() };
    canvas.text((row, 1), &name(app, lane), canvas.skin.theme.lane(lane).add_modifier(bold));
}

/// What the name of a lane is.
fn name(app: &App, lane: usize) -> String {
    if app.view() == View::Compare {
        return Side::BOTH.get(lane).map(|&side| app.side_name(side)).unwrap_or_default();
    }
    let term = app.timeline().vocabularies.lanes.iter().nth(lane).map(|(_, term)| term);
    term.map(|term| term.label(app.locale().into()).into_owned()).unwrap_or_default()
}
