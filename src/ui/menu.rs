//! The menus of facets and of values: each entry with its letter, its count and a bar.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    canvas::{Canvas, Skin},
    field::draw_field,
};
use crate::{
    app::{App, Direction, FacetItem, FacetMenu, PickEffect, PickKind, PickMenu, Side},
    messages::{Locale, menus, themes},
    query::{FacetState, Field},
    text,
};

/// A menu is at most so wide, in columns.
const MAX_COLUMNS: u16 = 52;
/// A menu that shows texts is at most so wide, in columns.
const WIDE_MAX_COLUMNS: u16 = 90;
/// The label of such an entry is at most so wide, in columns, or as two fifths of the screen.
const MAX_LABEL_COLUMNS: usize = 24;
/// Columns of the longest bar.
const BAR_COLUMNS: usize = 8;
/// Columns that what is typed has at least beside a title.
const MIN_FILTER_COLUMNS: u16 = 10;
/// From so many columns entries have bars; below, their names need the room.
const MIN_COLUMNS_WITH_BARS: usize = 44;

/// How wide a menu may be, in columns: of what changes the screen at once one wants to see something besides the menu.
const fn widest(offer: PickKind) -> u16 {
    match offer {
        PickKind::Themes | PickKind::Columns => MAX_COLUMNS,
        _ => WIDE_MAX_COLUMNS,
    }
}

/// The menu of facets.
pub(super) fn draw_facets(app: &App, cursor: usize, canvas: &mut Canvas<'_>) {
    let (skin, room) = (canvas.skin, canvas.area);
    let title = menus::filter_by(app.locale());
    let top = facets_top(room, cursor);
    let area = panel(&Panel { entries: Field::FACETS.len(), top, widest: MAX_COLUMNS, title }, canvas);
    for (row, (place, (letter, field))) in (0..area.height).zip(Field::FACETS.into_iter().enumerate().skip(top)) {
        let line = Line::from(vec![
            Span::styled(format!(" {letter}  "), skin.theme.key),
            Span::styled(field.label(app.locale()), skin.theme.text),
        ]);
        draw_entry(place == cursor, row, &line, &mut canvas.sub(area));
    }
}

/// The topmost facet on screen: the first, unless the cursor stands too low for that.
pub(super) fn facets_top(room: Rect, cursor: usize) -> usize {
    let area = inner(outer(room, Field::FACETS.len(), MAX_COLUMNS));
    (cursor + 1).saturating_sub(usize::from(area.height))
}

/// The menu of values.
pub(super) fn draw_values(app: &App, menu: &FacetMenu, canvas: &mut Canvas<'_>) -> Option<Position> {
    let skin = canvas.skin;
    let title = match menu.field() {
        Some(field) => field.label(app.locale()),
        None => menus::similar_events(app.locale()),
    };
    let panel = Panel { entries: menu.items.len(), top: menu.cursor.top, widest: MAX_COLUMNS, title };
    let area = self::panel(&panel, canvas);
    let values = ValueLines {
        app,
        skin,
        columns: usize::from(area.width),
        most: menu.items.iter().map(|item| item.facet.count).max().unwrap_or(0),
        with_field: menu.field().is_none(),
        has_letters: menu.filter_input.is_none(),
    };
    let rows = menu.items.iter().enumerate().skip(menu.cursor.top);
    for (row, (place, item)) in (0..area.height).zip(rows) {
        draw_entry(place == menu.cursor.place, row, &values.line(item), &mut canvas.sub(area));
    }
    if menu.items.is_empty() {
        let words = match menu.filter_input {
            Some(_) => menus::nothing_by_name(app.locale()),
            None => menus::no_event_has_any(app.locale()),
        };
        canvas.sub(area).text((0, 1), words, skin.theme.dim);
    }
    draw_typed(menu, &panel, &mut canvas.sub(area))
}

/// What is typed to find an entry, on the title line; gives the place of the cursor.
fn draw_typed(menu: &FacetMenu, panel: &Panel<'_>, canvas: &mut Canvas<'_>) -> Option<Position> {
    let (skin, area) = (canvas.skin, canvas.area);
    let editor = menu.filter_input.as_ref()?;
    let line = Rect { y: area.y.saturating_sub(1), height: area.height.min(1), ..area };
    let line = Rect { width: line.width.saturating_sub(text::columns(&panel.more(skin, area)) + 1), ..line };
    // The title gives way where it would leave no room to type in.
    let from = text::columns(panel.title).saturating_add(3);
    let from = if line.width < from.saturating_add(MIN_FILTER_COLUMNS) { 0 } else { from };
    let field = Rect { x: line.x.saturating_add(from), width: line.width.saturating_sub(from), ..line };
    if field.width < 4 {
        return None;
    }
    let mut canvas = canvas.sub(field);
    canvas.fill(" ", skin.theme.popup);
    canvas.text((0, 0), "/", skin.theme.key);
    let column = draw_field(editor, 1, &mut canvas);
    Some(Position::new(field.x + column, field.y))
}

/// A menu of things of which one is done.
pub(super) fn draw_pick(app: &App, choice: &PickMenu, canvas: &mut Canvas<'_>) {
    let skin = canvas.skin;
    let theme = &skin.theme;
    let title = title_of(choice.offer, app.locale());
    let labels = choice.items.iter().map(|item| text::width(&item.label)).max().unwrap_or(0);
    let labels = labels.min(MAX_LABEL_COLUMNS.max(usize::from(canvas.area.width) * 2 / 5));
    let has_counts = choice.items.iter().any(|item| item.count.is_some());
    let area = panel(
        &Panel { entries: choice.items.len(), top: choice.cursor.top, widest: widest(choice.offer), title },
        canvas,
    );
    let rows = choice.items.iter().enumerate().skip(choice.cursor.top);
    for (row, (place, item)) in (0..area.height).zip(rows) {
        let key = item.key.map_or_else(|| "   ".to_owned(), |key| format!(" {key} "));
        let label = text::truncate(&item.label, labels, skin.glyphs.ellipsis);
        let sign = match &item.effect {
            PickEffect::Column(name) if app.has_list_column(name) => format!("{} ", skin.glyphs.included),
            PickEffect::Column(_) => "  ".to_owned(),
            _ => " ".to_owned(),
        };
        let line = Line::from(vec![
            Span::styled(key, theme.key),
            Span::styled(sign, theme.accent),
            Span::styled(text::pad(&label, labels).into_owned(), theme.text),
            Span::styled(if has_counts { counted(item.count) } else { String::new() }, theme.text),
            Span::raw("  "),
            Span::styled(item.detail.clone(), theme.dim),
        ]);
        draw_entry(place == choice.cursor.place, row, &line, &mut canvas.sub(area).without_right(1));
    }
}

/// What a menu offers.
const fn title_of(offer: PickKind, locale: Locale) -> &'static str {
    match offer {
        PickKind::Cluster => menus::events_here(locale),
        PickKind::Copies => menus::copy(locale),
        PickKind::Queries => menus::saved_queries(locale),
        PickKind::Delete => menus::delete_query(locale),
        PickKind::Pivots => menus::count(locale),
        PickKind::Columns => menus::list_columns(locale),
        PickKind::Sources => menus::open_in_browser(locale),
        PickKind::Formats => menus::write_as(locale),
        PickKind::Overwrite => menus::file_is_there(locale),
        PickKind::Targets(Direction::Next) => menus::what_follows(locale),
        PickKind::Targets(Direction::Previous) => menus::what_it_follows(locale),
        PickKind::Side(Side::Left) => menus::left_side(locale),
        PickKind::Side(Side::Right) => menus::right_side(locale),
        PickKind::Themes => themes::menu(locale),
    }
}

/// How many events an entry keeps, in a column of its own.
fn counted(count: Option<usize>) -> String {
    format!(" {:>6}", count.map_or_else(String::new, |count| count.to_string()))
}

/// What decides over the lines of values, besides each value.
struct ValueLines<'a> {
    app: &'a App,
    skin: &'a Skin,
    columns: usize,
    /// The count that has the longest bar.
    most: usize,
    /// Whether each value says of what field it is.
    with_field: bool,
    /// Whether letters choose values; while one types, they choose nothing.
    has_letters: bool,
}

impl ValueLines<'_> {
    fn line(&self, item: &FacetItem) -> Line<'static> {
        let Self { app, skin, columns, most, with_field, has_letters } = *self;
        let theme = &skin.theme;
        let facet = &item.facet;
        let (sign, style) = match facet.state {
            FacetState::Included => (skin.glyphs.included, theme.accent),
            FacetState::Excluded => (skin.glyphs.excluded, theme.warning),
            FacetState::Neutral if facet.count == 0 => (" ", theme.faint),
            FacetState::Neutral => (" ", theme.text),
        };
        let key = item.key.filter(|_| has_letters).map_or_else(|| "   ".to_owned(), |key| format!(" {key} "));
        let count = facet.count.to_string();
        let longest = if columns < MIN_COLUMNS_WITH_BARS { 0 } else { BAR_COLUMNS };
        let filled = (facet.count * longest).div_ceil(most.max(1)).min(longest);
        let bar = format!("{}{}", skin.glyphs.count_bar.repeat(filled), " ".repeat(longest - filled));
        let field = if with_field { facet.field.label(app.locale()) } else { "" };
        let field_columns = if with_field { 8 } else { 0 };
        let label_columns = columns.saturating_sub(5 + field_columns + 1 + longest + 1 + 6);
        let label = text::truncate(&facet.value.label, label_columns, skin.glyphs.ellipsis);
        Line::from(vec![
            Span::styled(key, theme.key),
            Span::styled(format!("{sign} "), style),
            Span::styled(text::pad(field, field_columns).into_owned(), theme.dim),
            Span::styled(text::pad(&label, label_columns).into_owned(), style),
            Span::raw(" "),
            Span::styled(bar, theme.dim),
            Span::styled(format!(" {count:>5}"), if facet.count == 0 { theme.faint } else { theme.text }),
        ])
    }
}

fn draw_entry(is_current: bool, row: u16, line: &Line<'_>, canvas: &mut Canvas<'_>) {
    let mut line = line.clone();
    if is_current {
        let style = canvas.skin.theme.selected;
        canvas.row(row).fill(" ", style);
        line = line.style(style);
    }
    canvas.line((row, 0), &line);
}

/// The place of the entry of a menu of things at a place of the screen; `None` beside the entries.
pub(super) fn hit_pick(room: Rect, menu: &PickMenu, place: Position) -> Option<usize> {
    hit_entry(outer(room, menu.items.len(), widest(menu.offer)), menu.items.len(), menu.cursor.top, place)
}

/// The same of a menu of facets or values.
pub(super) fn hit(room: Rect, entries: usize, top: usize, place: Position) -> Option<usize> {
    hit_entry(outer(room, entries, MAX_COLUMNS), entries, top, place)
}

fn hit_entry(outer: Rect, entries: usize, top: usize, place: Position) -> Option<usize> {
    let area = inner(outer);
    let row = usize::from(place.y.checked_sub(area.y)?);
    (area.contains(place) && top + row < entries).then_some(top + row)
}

/// Where a menu lies. One without entries says so.
fn outer(room: Rect, entries: usize, widest: u16) -> Rect {
    let width = room.width.min(widest);
    let rows = u16::try_from(entries.max(1)).unwrap_or(u16::MAX).saturating_add(1).min(room.height);
    Rect { x: room.right() - width, y: room.bottom() - rows, width, height: rows }
}

/// The room for its entries.
fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x + area.width.min(1),
        y: area.y + area.height.min(1),
        width: area.width.saturating_sub(1),
        height: area.height.saturating_sub(1),
    }
}

/// What a menu says above its entries.
struct Panel<'a> {
    entries: usize,
    /// The place of the topmost entry on screen.
    top: usize,
    widest: u16,
    title: &'a str,
}

impl Panel<'_> {
    /// How many entries lie above and below those that have room.
    fn more(&self, skin: &Skin, area: Rect) -> String {
        more(skin, self.top, self.entries.saturating_sub(self.top + usize::from(area.height)))
    }
}

/// How many entries lie above and below those on screen; empty if none do.
pub(super) fn more(skin: &Skin, above: usize, below: usize) -> String {
    let side = |count: usize, sign: &str| (count > 0).then(|| format!("{count} {sign}"));
    let sides = [side(above, skin.glyphs.up), side(below, skin.glyphs.down)];
    sides.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A panel at the lower right with a title line; gives the room for its entries.
fn panel(panel: &Panel<'_>, canvas: &mut Canvas<'_>) -> Rect {
    let (skin, room) = (canvas.skin, canvas.area);
    let theme = &skin.theme;
    let mut outer = canvas.sub(outer(room, panel.entries, panel.widest)).clear(theme.popup);
    let area = inner(outer.area);
    draw_head(panel.title, &panel.more(skin, area), &mut outer);
    let side = Rect { width: outer.area.width.min(1), ..outer.area };
    outer.sub(side).fill(skin.glyphs.divider, theme.popup.patch(theme.rule));
    area
}

/// The line above entries: what they are, and how many have no room; the title gives way to that.
pub(super) fn draw_head(title: &str, more: &str, canvas: &mut Canvas<'_>) {
    let (skin, area) = (canvas.skin, canvas.area);
    let theme = &skin.theme;
    let head = Rect { height: area.height.min(1), ..area };
    let mut canvas = canvas.sub(head);
    canvas.fill(skin.glyphs.rule, theme.popup.patch(theme.rule));
    let column = head.width.saturating_sub(text::columns(more) + 1);
    let room = if more.is_empty() { head.width } else { column.saturating_sub(1) };
    canvas.sub(Rect { width: room, ..head }).text((0, 2), &format!(" {title} "), theme.heading);
    canvas.text((0, column), more, theme.dim);
}
