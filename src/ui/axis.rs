//! The axis: the ruler, a row for each lane, and the strip that shows the whole timeline with the window on it. What shows
//! the selection is drawn over all that, so that the rest can be kept while the selection moves.

use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

use super::{
    canvas::{Canvas, Skin},
    lanes,
};
use crate::{
    app::{App, Pane},
    axis::{ColumnRange, Scale, Unit, bar_heights, ticks},
    messages::{Locale, units, views},
    model::{DAY, EventIndex, Lang},
    text,
};

/// Where the axis is drawn; `names` columns at the left hold the names of lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AxisArea {
    pub(super) area: Rect,
    pub(super) names: u16,
}

impl AxisArea {
    fn is_enough(self) -> bool {
        self.area.height >= 4 && self.area.width > self.names
    }

    fn columns(self) -> Rect {
        Rect { x: self.area.x + self.names, width: self.area.width - self.names, ..self.area }
    }

    fn lanes(self) -> Rect {
        Rect { y: self.area.y + 2, height: self.area.height - 3, ..self.area }
    }

    /// The strip, below the columns of the lanes.
    pub(super) fn strip(self) -> Rect {
        Rect { y: self.area.bottom() - 1, height: 1, ..self.columns() }
    }
}

/// The axis with its lanes.
pub(super) fn draw(app: &App, room: AxisArea, canvas: &mut Canvas<'_>) {
    if room.is_enough() {
        let labels = draw_static(app, room, app.selected(), canvas);
        draw_selection(app, room, &labels, canvas);
    }
}

/// The axis without what shows the selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CachedAxis {
    picture: Buffer,
    labels: Vec<ColumnRange>,
}

impl CachedAxis {
    /// `None` where the selection decides what else is on the axis: which titles, and which lanes.
    pub(super) fn new(app: &App, skin: &Skin, room: AxisArea) -> Option<Self> {
        let stands_still = room.is_enough() && lanes::is_selection_independent(app, room.lanes().height);
        stands_still.then(|| {
            let mut picture = Buffer::empty(room.area);
            let mut canvas = Canvas { buf: &mut picture, area: room.area, skin };
            canvas.set_style(skin.theme.background.patch(skin.theme.text));
            let labels = draw_static(app, room, None, &mut canvas);
            Self { picture, labels }
        })
    }

    /// The rows that the selection changes when it moves from one event to another.
    pub(super) fn changed(app: &App, room: AxisArea, events: [Option<EventIndex>; 2]) -> impl Iterator<Item = Rect> {
        let lanes = events.into_iter().flatten().flat_map(|ix| app.lanes_of(ix));
        let lanes = lanes.filter_map(move |lane| Some(room.lanes().y + u16::try_from(lane).ok()?));
        let rows = [room.area.y + 1, room.area.bottom() - 1].into_iter().chain(lanes);
        rows.map(move |y| Rect { y, height: 1, ..room.area })
    }

    /// Draws the fresh rows of it, and the selection.
    pub(super) fn draw(&self, app: &App, fresh: &[Rect], room: AxisArea, canvas: &mut Canvas<'_>) {
        for place in fresh.iter().flat_map(|fresh| fresh.intersection(room.area).positions()) {
            if let (Some(cell), Some(still)) = (canvas.buf.cell_mut(place), self.picture.cell(place)) {
                cell.clone_from(still);
            }
        }
        lanes::draw_selection(app, &app.time().scale(room.columns().width), room.names, &mut canvas.sub(room.lanes()));
        draw_selection(app, room, &self.labels, canvas);
    }
}

/// All but what shows the selection on the ruler and on the strip; gives the columns of the labels of the ruler.
fn draw_static(app: &App, room: AxisArea, selected: Option<EventIndex>, canvas: &mut Canvas<'_>) -> Vec<ColumnRange> {
    let skin = canvas.skin;
    let AxisArea { area, names } = room;
    let scale = app.time().scale(room.columns().width);
    let labels = draw_ruler(app, &scale, &mut canvas.sub(room.columns()));
    let hidden = lanes::draw(app, &scale, names, selected, &mut canvas.sub(room.lanes()));
    let theme = &skin.theme;
    let unit = Unit::for_scale(&scale).label(app.locale());
    let mut names = canvas.sub(Rect { width: names.saturating_sub(1), ..area });
    names.text((0, 1), unit, theme.dim);
    if hidden > 0 {
        names.text((1, 1), &format!("{hidden} {}", skin.glyphs.down), theme.dim);
    }
    names.text((area.height - 1, 1), views::whole(app.locale()), theme.dim);
    draw_levels(app, &mut canvas.sub(room.strip()));
    labels
}

/// The pointer on the ruler, and the place on the strip.
fn draw_selection(app: &App, room: AxisArea, labels: &[ColumnRange], canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let (theme, columns) = (&skin.theme, room.columns());
    let moment = app.selected().and_then(|ix| app.document().display_moment(ix));
    if let Some(column) = moment.and_then(|moment| app.time().scale(columns.width).column(moment)) {
        // A label that the pointer stands on gives way whole: half a number would be another number.
        if let Some(&(first, last)) = labels.iter().find(|(first, last)| (first..=last).contains(&&column)) {
            let blank = " ".repeat(usize::from(last - first) + 1);
            canvas.sub(columns).text((1, first), &blank, theme.text);
        }
        canvas.sub(columns).text((1, column), skin.glyphs.pointer, theme.accent);
    }
    mark_on_overview(app, &mut canvas.sub(room.strip()));
}

/// The date of the selected event, at the right of the rule under the axis.
pub(super) fn draw_date(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let date = selected_date(app, usize::from(area.width.saturating_sub(4)));
    let columns = text::columns(&date) + 2;
    if date.is_empty() || columns + 1 > area.width {
        return;
    }
    let style = if app.focus() == Pane::Axis { skin.theme.accent } else { skin.theme.strong };
    let place = Rect { x: area.right() - columns - 1, width: columns, height: 1, ..area };
    canvas.sub(place).clear(skin.theme.background.patch(skin.theme.text)).text((0, 1), &date, style);
}

/// The date of the selected event in full, with its weekday where it has one; in one language if both are too long.
fn selected_date(app: &App, room: usize) -> String {
    let Some(event) = app.selected_event() else { return String::new() };
    let date = event.date.full(app.lang());
    if text::width(&date) <= room || app.lang() != Lang::Both { date } else { event.date.full(app.locale().into()) }
}

/// Gives the columns of the labels between the ticks.
fn draw_ruler(app: &App, scale: &Scale, canvas: &mut Canvas<'_>) -> Vec<ColumnRange> {
    let skin = canvas.skin;
    let theme = &skin.theme;
    let ruler = ticks(scale, app.locale().into());
    for tick in &ruler.ticks {
        let (sign, style) = match (&tick.label, tick.major) {
            (Some(label), true) => (label.as_str(), theme.text),
            (Some(label), false) => (label.as_str(), theme.dim),
            (None, true) => (skin.glyphs.tick, theme.dim),
            (None, false) => (skin.glyphs.minor_tick, theme.faint),
        };
        canvas.text((1, tick.column), sign, style);
    }
    for label in &ruler.labels {
        canvas.text((0, label.column), &label.text, theme.strong);
    }
    for fold in scale.collapsed_gaps() {
        let words = duration(fold.window.seconds(), app.locale());
        let columns = text::columns(&words);
        let place = fold.column + fold.columns.saturating_sub(columns) / 2;
        canvas.text((1, place), &words, theme.dim);
    }
    let labels = ruler.ticks.iter().filter_map(|tick| Some((tick.column, text::width(tick.label.as_deref()?))));
    labels.filter_map(|(first, columns)| Some((first, first + u16::try_from(columns.checked_sub(1)?).ok()?))).collect()
}

/// How long a folded stretch is, in a few columns.
fn duration(seconds: i64, locale: Locale) -> String {
    let days = seconds / DAY;
    match days {
        ..=60 => units::days(locale, days),
        61..=730 => units::months(locale, days * 12 / 365),
        _ => units::years(locale, days * 400 / 146_097),
    }
}

/// The whole timeline over the columns of a strip; `None` for a timeline without any finite time.
pub(super) fn overview_scale(app: &App, columns: u16) -> Option<Scale> {
    app.time().whole(app.timeline()).map(|whole| Scale::new(whole, columns))
}

/// How full the whole timeline is of shown events, with the selected one marked on it, and the window where it is a part.
pub(super) fn draw_overview(app: &App, canvas: &mut Canvas<'_>) {
    draw_levels(app, canvas);
    mark_on_overview(app, canvas);
}

fn mark_on_overview(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let moment = app.selected().and_then(|ix| app.document().display_moment(ix));
    if let Some(column) = moment.and_then(|moment| overview_scale(app, area.width)?.column(moment)) {
        canvas.sub(Rect { x: area.x + column, width: 1, ..area }).set_style(skin.theme.accent);
    }
}

fn draw_levels(app: &App, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let theme = &skin.theme;
    let Some(whole) = app.time().whole(app.timeline()) else { return };
    let scale = Scale::new(whole, area.width);
    let steps = skin.glyphs.levels.len() - 1;
    let levels = bar_heights(&app.density(&scale), u8::try_from(steps).unwrap_or(u8::MAX));
    let is_part = app.window().start() > whole.start() || app.window().end() < whole.end();
    let window = scale.range(app.window().start(), app.window().last()).filter(|_| is_part);
    for (column, level) in (0..area.width).zip(levels) {
        let in_window = window.is_none_or(|(first, last)| (first..=last).contains(&column));
        let mut style = if in_window { theme.dim } else { theme.faint };
        if in_window && is_part {
            style = theme.text.patch(theme.selected).remove_modifier(Modifier::BOLD);
        }
        let sign = skin.glyphs.levels.get(usize::from(level)).copied().unwrap_or(" ");
        canvas.glyph((0, column), sign, style);
    }
}
