//! The lanes: how many events stand in each column, and of which kind.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::canvas::{Look, draw_text};
use crate::{
    app::{App, Outside},
    axis::{Edge, Mark, Scale, Stretch, Unit},
    model::{Bounds, DAY, EventIx, LaneId},
};

/// What stands in one column of a lane.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// Shown events whose glyph stands here.
    count: u32,
    /// One of them: the selected one if it is among them.
    event: Option<EventIx>,
    /// A sign under the glyphs: of a span, of a stretch of possible days, of an event that is left out.
    ground: Option<(&'static str, bool)>,
}

/// How many columns stand for a start or an end of which nothing is known.
const UNKNOWN: u16 = 2;

/// Draws as many lanes as there are rows, around that of the selected event; gives how many are left out.
pub(super) fn draw(app: &App, look: &Look, scale: &Scale, area: Rect, names: u16, buf: &mut Buffer) -> usize {
    let lanes = &app.timeline.words.lanes;
    let rows = usize::from(area.height);
    let selected_lane = app.selected_event().map(|event| event.lane);
    let middle = selected_lane.map_or(0, LaneId::index).saturating_sub(rows / 2);
    let top = middle.min(lanes.len().saturating_sub(rows));
    let cells = fill(app, look, scale, top, rows.min(lanes.len()));
    for ((row, line), (lane, term)) in (0..area.height).zip(&cells).zip(lanes.iter().skip(top)) {
        let hue = look.theme.lane(lane.index());
        let name = app.lang.pick(&term.name, term.name_ja.as_deref());
        let name_area = Rect { width: names.saturating_sub(1), ..area };
        let bold = if selected_lane == Some(lane) { Modifier::BOLD } else { Modifier::empty() };
        draw_text(buf, name_area, (row, 1), name, hue.add_modifier(bold), look);
        for (column, cell) in (names..area.width).zip(line) {
            draw_cell(app, look, cell, hue, Rect { x: area.x + column, y: area.y + row, width: 1, height: 1 }, buf);
        }
    }
    lanes.len().saturating_sub(rows)
}

fn draw_cell(app: &App, look: &Look, cell: &Cell, hue: Style, area: Rect, buf: &mut Buffer) {
    let kind =
        cell.event.and_then(|ix| app.timeline.event(ix)).and_then(|event| app.timeline.words.kinds.get(event.kind));
    let digit;
    let (sign, style) = match (cell.count, cell.ground) {
        (0, None) => return,
        (0, Some((sign, true))) if sign == look.glyphs.possible => (sign, look.theme.faint),
        (0, Some((sign, true))) => (sign, hue),
        (0, Some((sign, false))) => (sign, look.theme.faint),
        (1, _) => (look.glyphs.mark(kind), hue),
        (count @ 2..=9, _) => {
            digit = count.to_string();
            (digit.as_str(), hue)
        }
        _ => ("+", hue),
    };
    let selected = cell.count > 0 && cell.event.is_some() && cell.event == app.selected;
    let style = if selected { look.theme.accent.add_modifier(Modifier::REVERSED) } else { style };
    draw_text(buf, area, (0, 0), sign, style, look);
}

/// What stands in each column of so many lanes from a top one.
fn fill(app: &App, look: &Look, scale: &Scale, top: usize, rows: usize) -> Vec<Vec<Cell>> {
    let mut cells = vec![vec![Cell::default(); usize::from(scale.columns())]; rows];
    let mut shown = app.shown.iter().copied().peekable();
    let by_the_hour = Unit::for_scale(scale) < Unit::Day;
    for ix in app.timeline.indices() {
        let is_shown = shown.next_if_eq(&ix).is_some();
        let Some(event) = app.timeline.event(ix) else { continue };
        let Some(line) = event.lane.index().checked_sub(top).and_then(|row| cells.get_mut(row)) else { continue };
        if !is_shown && app.outside == Outside::Hide {
            continue;
        }
        let Some(mark) = Mark::of(event.date.bounds(), scale) else { continue };
        if is_shown {
            if !is_a_day(event.date.bounds()) || by_the_hour {
                lay_ground(line, look, &mark);
            }
            lay_glyph(line, app, &mark, ix);
        } else if let Some(cell) = glyph(&mark).and_then(|column| line.get_mut(usize::from(column))) {
            cell.ground.get_or_insert((look.glyphs.faint, false));
        }
    }
    cells
}

/// Whether this is a day: as long as no hours are shown, no doubt is left to be shaded.
fn is_a_day(bounds: &Bounds) -> bool {
    bounds.is_point() && bounds.start.latest.seconds().saturating_sub(bounds.start.earliest.seconds()) < DAY
}

fn glyph(mark: &Mark) -> Option<u16> {
    match *mark {
        Mark::Point { glyph, .. } | Mark::Span { glyph, .. } => glyph,
    }
}

fn lay_glyph(line: &mut [Cell], app: &App, mark: &Mark, ix: EventIx) {
    if let Some(cell) = glyph(mark).and_then(|column| line.get_mut(usize::from(column))) {
        cell.count += 1;
        if cell.event.is_none() || app.selected == Some(ix) {
            cell.event = Some(ix);
        }
    }
}

/// Draws what lies around the glyph of a mark: shaded columns where it may lie, a bar where a span is certain.
fn lay_ground(line: &mut [Cell], look: &Look, mark: &Mark) {
    let glyphs = &look.glyphs;
    let mut lay = |(first, last): Stretch, sign: &'static str| {
        for cell in line.iter_mut().take(usize::from(last) + 1).skip(usize::from(first)) {
            cell.ground = Some((sign, true));
        }
    };
    match *mark {
        Mark::Point { possible: (first, last), .. } if first == last => {}
        Mark::Point { possible, .. } => lay(possible, glyphs.possible),
        Mark::Span { glyph, possible: (first, last), certain, left, right } => {
            // Where it is certain, else where it begins: what is unknown is drawn from there, and only a little of it.
            let (from, to) = certain.or(glyph.map(|column| (column, column))).unwrap_or((first, last));
            match left {
                Edge::Unknown => lay((first.max(from.saturating_sub(UNKNOWN)), from), glyphs.span_unknown),
                _ => lay((first, from), glyphs.possible),
            }
            match right {
                Edge::Unknown => lay((to, last.min(to.saturating_add(UNKNOWN))), glyphs.span_unknown),
                _ => lay((to, last), glyphs.possible),
            }
            if let Some(certain) = certain {
                lay(certain, glyphs.span);
            }
            match right {
                Edge::Closed => lay((last, last), glyphs.span_end),
                Edge::Open => lay((last, last), glyphs.span_open),
                Edge::Unknown | Edge::Beyond => {}
            }
        }
    }
}
