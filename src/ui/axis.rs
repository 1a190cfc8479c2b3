//! The axis: the ruler, a row for each lane, and the strip that shows the whole timeline with the window on it.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};

use super::{
    canvas::{Look, draw_sign, draw_text},
    lanes,
};
use crate::{
    app::{App, Pane},
    axis::{Scale, Unit, Window, levels, ticks},
    model::{DAY, Lang, Moment},
    text,
};

/// The axis with its lanes; `names` columns at the left hold their names.
pub(super) fn draw(app: &App, look: &Look, area: Rect, names: u16, buf: &mut Buffer) {
    if area.height < 4 || area.width <= names {
        return;
    }
    let columns = Rect { x: area.x + names, width: area.width - names, ..area };
    let scale = app.scale(columns.width);
    draw_ruler(app, look, &scale, columns, buf);
    let lanes = Rect { y: area.y + 2, height: area.height - 3, ..area };
    let hidden = lanes::draw(app, look, &scale, lanes, names, buf);
    let theme = &look.theme;
    let unit = Unit::for_scale(&scale).label(app.lang);
    draw_name(look, area, 0, names, unit, theme.dim, buf);
    if hidden > 0 {
        draw_name(look, area, 1, names, &format!("{hidden} {}", look.glyphs.down), theme.dim, buf);
    }
    let bottom = Rect { y: area.bottom() - 1, height: 1, ..columns };
    let whole = if app.lang == Lang::Ja { "全体" } else { "all" };
    draw_name(look, area, area.height - 1, names, whole, theme.dim, buf);
    let date = selected_date(app, usize::from(columns.width) / 2);
    let date_columns = u16::try_from(text::width(&date)).unwrap_or(u16::MAX);
    let strip = Rect { width: strip_width(app, bottom.width), ..bottom };
    draw_strip(app, look, strip, buf);
    let style = if app.focus == Pane::Axis { theme.accent } else { theme.strong };
    draw_text(buf, bottom, (0, bottom.width.saturating_sub(date_columns + 1)), &date, style, look);
}

fn draw_name(look: &Look, area: Rect, row: u16, names: u16, name: &str, style: Style, buf: &mut Buffer) {
    let names = Rect { width: names.saturating_sub(1), ..area };
    draw_text(buf, names, (row, 1), name, style, look);
}

/// The date of the selected event in full, with its weekday where it has one; in one language if both are too long.
fn selected_date(app: &App, room: usize) -> String {
    let Some(event) = app.selected_event() else { return String::new() };
    let date = event.date.full(app.lang);
    if text::width(&date) <= room || app.lang == Lang::Ja { date } else { event.date.full(Lang::En) }
}

fn draw_ruler(app: &App, look: &Look, scale: &Scale, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let ruler = ticks(scale, app.lang);
    for tick in &ruler.ticks {
        let (sign, style) = match (&tick.label, tick.major) {
            (Some(label), true) => (label.as_str(), theme.text),
            (Some(label), false) => (label.as_str(), theme.dim),
            (None, true) => (look.glyphs.tick, theme.dim),
            (None, false) => (look.glyphs.minor_tick, theme.faint),
        };
        draw_text(buf, area, (1, tick.column), sign, style, look);
    }
    for label in &ruler.labels {
        draw_text(buf, area, (0, label.column), &label.text, theme.strong, look);
    }
    for fold in scale.breaks() {
        let words = duration(fold.window.seconds(), app.lang);
        let columns = u16::try_from(text::width(&words)).unwrap_or(u16::MAX);
        let place = fold.column + fold.columns.saturating_sub(columns) / 2;
        draw_text(buf, area, (1, place), &words, theme.dim, look);
    }
    if let Some(column) = app.selected.and_then(|ix| app.moment(ix)).and_then(|moment| scale.column(moment)) {
        // A label that the pointer stands on gives way whole: half a number would be another number.
        if let Some(label) = ruler.ticks.iter().find(|tick| covers(tick.column, tick.label.as_deref(), column)) {
            let columns = label.label.as_deref().map_or(1, text::width);
            draw_text(buf, area, (1, label.column), &" ".repeat(columns), theme.text, look);
        }
        draw_text(buf, area, (1, column), look.glyphs.pointer, theme.accent, look);
    }
}

/// How long a folded stretch is, in a few columns.
fn duration(seconds: i64, lang: Lang) -> String {
    let days = seconds / DAY;
    let (count, en, ja) = match days {
        ..=60 => (days, "d", "日"),
        61..=730 => (days * 12 / 365, "mo", "か月"),
        _ => (days * 400 / 146_097, "y", "年"),
    };
    if lang == Lang::Ja { format!("{count}{ja}") } else { format!("{count} {en}") }
}

fn covers(start: u16, label: Option<&str>, column: u16) -> bool {
    let columns = u16::try_from(label.map_or(1, text::width)).unwrap_or(u16::MAX);
    (start..start.saturating_add(columns)).contains(&column)
}

/// The columns of the strip beside the date of the selected event.
pub(super) fn strip_width(app: &App, columns: u16) -> u16 {
    let date = selected_date(app, usize::from(columns) / 2);
    columns.saturating_sub(u16::try_from(text::width(&date)).unwrap_or(u16::MAX).saturating_add(3))
}

/// The whole timeline over the columns of a strip; `None` for a timeline without any finite time.
pub(super) fn strip_scale(app: &App, columns: u16) -> Option<Scale> {
    whole(app).map(|whole| Scale::new(whole, columns))
}

/// How full the whole timeline is of shown events, with the window marked on it where it is a part.
pub(super) fn draw_strip(app: &App, look: &Look, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let Some(whole) = whole(app) else { return };
    let scale = Scale::new(whole, area.width);
    let steps = look.glyphs.levels.len() - 1;
    let levels = levels(&app.density(&scale), u8::try_from(steps).unwrap_or(u8::MAX));
    let is_part = app.window.start() > whole.start() || app.window.end() < whole.end();
    let window = scale.range(app.window.start(), app.window.last()).filter(|_| is_part);
    let selected = app.selected.and_then(|ix| app.moment(ix)).and_then(|moment| scale.column(moment));
    for (column, level) in (0..area.width).zip(levels) {
        let in_window = window.is_none_or(|(first, last)| (first..=last).contains(&column));
        let mut style = if in_window { theme.dim } else { theme.faint };
        if in_window && is_part {
            style = theme.text.patch(theme.selected).remove_modifier(Modifier::BOLD);
        }
        if selected == Some(column) {
            style = style.patch(theme.accent);
        }
        let sign = look.glyphs.levels.get(usize::from(level)).copied().unwrap_or(" ");
        draw_sign(buf, area, (0, column), sign, style);
    }
}

/// All the time that there is to see: all events and the window of the start.
fn whole(app: &App) -> Option<Window> {
    let (first, last) = app.timeline.extent()?;
    let (first, last) = (first.min(app.home.start()), last.max(app.home.last()));
    (first < Moment::DISTANT_FUTURE).then(|| Window::new(first, last))
}
