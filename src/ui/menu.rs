//! The menus of facets and of values: each entry with its letter, its count and a bar.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    draw::{Skin, clear, draw_line, draw_text, fill},
    field::draw_field,
};
use crate::{
    app::{App, FacetItem, FacetMenu, PickKind, PickMenu},
    model::Lang,
    query::{FacetState, Field},
    text,
};

/// A menu is at most so wide, in columns.
const MAX_COLUMNS: u16 = 52;
/// A menu that shows texts is at most so wide, in columns.
const WIDE_MAX_COLUMNS: u16 = 90;
/// Columns of the longest bar.
const BAR_COLUMNS: usize = 8;
/// Columns that what is typed has at least beside a title.
const MIN_FILTER_COLUMNS: u16 = 10;
/// From so many columns entries have bars; below, their names need the room.
const MIN_COLUMNS_WITH_BARS: usize = 44;

/// The menu of facets.
pub(super) fn draw_facets(app: &App, skin: &Skin, cursor: usize, room: Rect, buf: &mut Buffer) {
    let title = if app.lang == Lang::Ja { "絞り込み" } else { "filter by" };
    let top = facets_top(room, cursor);
    let area = panel(skin, room, &Panel { entries: Field::FACETS.len(), top, widest: MAX_COLUMNS, title }, buf);
    for (row, (place, (letter, field))) in (0..area.height).zip(Field::FACETS.into_iter().enumerate().skip(top)) {
        let line = Line::from(vec![
            Span::styled(format!(" {letter}  "), skin.theme.key),
            Span::styled(field_name(field, app.lang), skin.theme.text),
        ]);
        draw_entry(skin, place == cursor, area, row, &line, buf);
    }
}

/// The topmost facet on screen: the first, unless the cursor stands too low for that.
pub(super) fn facets_top(room: Rect, cursor: usize) -> usize {
    let area = inner(outer(room, Field::FACETS.len(), MAX_COLUMNS));
    (cursor + 1).saturating_sub(usize::from(area.height))
}

/// The menu of values.
pub(super) fn draw_values(app: &App, skin: &Skin, menu: &FacetMenu, room: Rect, buf: &mut Buffer) -> Option<Position> {
    let title = match menu.field() {
        Some(field) => field_name(field, app.lang),
        None if app.lang == Lang::Ja => "このような出来事",
        None => "events like this",
    };
    let panel = Panel { entries: menu.items.len(), top: menu.top, widest: MAX_COLUMNS, title };
    let area = self::panel(skin, room, &panel, buf);
    let most = menu.items.iter().map(|item| item.facet.count).max().unwrap_or(0);
    let rows = menu.items.iter().enumerate().skip(menu.top);
    for (row, (place, item)) in (0..area.height).zip(rows) {
        let with_field = menu.field().is_none();
        let line = entry(app, skin, item, most, (with_field, menu.typed.is_none()), usize::from(area.width));
        draw_entry(skin, place == menu.cursor, area, row, &line, buf);
    }
    if menu.items.is_empty() {
        let words = match (menu.typed.is_some(), app.lang) {
            (true, Lang::Ja) => "一致なし",
            (true, _) => "nothing by that name",
            (false, Lang::Ja) => "該当する値なし",
            (false, _) => "no event has any",
        };
        draw_text(buf, area, (0, 1), words, skin.theme.dim, skin);
    }
    draw_typed(skin, menu, &panel, area, buf)
}

/// What is typed to find an entry, on the title line; gives the place of the cursor.
fn draw_typed(skin: &Skin, menu: &FacetMenu, panel: &Panel<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let editor = menu.typed.as_ref()?;
    let line = Rect { y: area.y.saturating_sub(1), height: area.height.min(1), ..area };
    let line = Rect { width: line.width.saturating_sub(columns_of(&panel.more(skin, area)) + 1), ..line };
    // The title gives way where it would leave no room to type in.
    let from = columns_of(panel.title).saturating_add(3);
    let from = if line.width < from.saturating_add(MIN_FILTER_COLUMNS) { 0 } else { from };
    let field = Rect { x: line.x.saturating_add(from), width: line.width.saturating_sub(from), ..line };
    if field.width < 4 {
        return None;
    }
    fill(buf, field, " ", skin.theme.popup);
    draw_text(buf, field, (0, 0), "/", skin.theme.key, skin);
    let column = draw_field(skin, editor, field, 1, buf);
    Some(Position::new(field.x + column, field.y))
}

/// A menu of things of which one is done.
pub(super) fn draw_choice(app: &App, skin: &Skin, choice: &PickMenu, room: Rect, buf: &mut Buffer) {
    let theme = &skin.theme;
    let title = match (choice.offer, app.lang) {
        (PickKind::Cluster, Lang::Ja) => "ここにある出来事",
        (PickKind::Cluster, _) => "events here",
        (PickKind::Copies, Lang::Ja) => "コピー",
        (PickKind::Copies, _) => "copy",
        (PickKind::Queries, Lang::Ja) => "保存した絞り込み",
        (PickKind::Queries, _) => "saved queries",
    };
    let labels = choice.items.iter().map(|item| text::width(&item.label)).max().unwrap_or(0).min(24);
    let area = panel(
        skin,
        room,
        &Panel { entries: choice.items.len(), top: choice.top, widest: WIDE_MAX_COLUMNS, title },
        buf,
    );
    let rows = choice.items.iter().enumerate().skip(choice.top);
    for (row, (place, item)) in (0..area.height).zip(rows) {
        let key = item.key.map_or_else(|| "   ".to_owned(), |key| format!(" {key} "));
        let label = text::truncate(&item.label, labels, skin.glyphs.ellipsis);
        let line = Line::from(vec![
            Span::styled(key, theme.key),
            Span::raw(" "),
            Span::styled(text::pad(&label, labels).into_owned(), theme.text),
            Span::raw("  "),
            Span::styled(item.detail.clone(), theme.dim),
        ]);
        draw_entry(skin, place == choice.cursor, Rect { width: area.width.saturating_sub(1), ..area }, row, &line, buf);
    }
}

/// The name of a field for readers.
fn field_name(field: Field, lang: Lang) -> &'static str {
    let (en, ja) = match field {
        Field::Lane => ("lane", "系列"),
        Field::Area => ("area", "分野"),
        Field::Kind => ("kind", "種類"),
        Field::Party => ("party", "当事者"),
        Field::Year => ("year", "年"),
        Field::Person => ("person", "人物"),
        Field::Org => ("body", "機関"),
        Field::Place => ("place", "場所"),
        Field::Source => ("publisher", "発行元"),
        Field::Lang => ("language", "言語"),
        Field::Quote | Field::Title | Field::Id | Field::Thread | Field::Has | Field::Is => {
            (field.name(), field.name())
        }
    };
    if lang == Lang::Ja { ja } else { en }
}

fn entry(
    app: &App,
    skin: &Skin,
    item: &FacetItem,
    most: usize,
    (with_field, has_letters): (bool, bool),
    columns: usize,
) -> Line<'static> {
    let theme = &skin.theme;
    let facet = &item.facet;
    let (sign, style) = match facet.state {
        FacetState::Included => (skin.glyphs.included, theme.accent),
        FacetState::Excluded => (skin.glyphs.excluded, theme.warning),
        FacetState::Neutral if facet.count == 0 => (" ", theme.faint),
        FacetState::Neutral => (" ", theme.text),
    };
    // While one types, letters choose nothing.
    let key = item.key.filter(|_| has_letters).map_or_else(|| "   ".to_owned(), |key| format!(" {key} "));
    let count = facet.count.to_string();
    let longest = if columns < MIN_COLUMNS_WITH_BARS { 0 } else { BAR_COLUMNS };
    let filled = (facet.count * longest).div_ceil(most.max(1)).min(longest);
    let bar = format!("{}{}", skin.glyphs.count_bar.repeat(filled), " ".repeat(longest - filled));
    let field = if with_field { field_name(facet.field, app.lang) } else { "" };
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

fn draw_entry(skin: &Skin, is_current: bool, area: Rect, row: u16, line: &Line<'_>, buf: &mut Buffer) {
    let mut line = line.clone();
    if is_current {
        let whole = Rect { y: area.y + row, height: 1, ..area };
        fill(buf, whole, " ", skin.theme.selected);
        line = line.style(skin.theme.selected);
    }
    draw_line(buf, area, row, 0, &line, skin);
}

/// The place of the entry of a menu at a place of the screen; `None` beside the entries.
pub(super) fn hit(room: Rect, entries: usize, is_wide: bool, top: usize, place: Position) -> Option<usize> {
    let area = inner(outer(room, entries, if is_wide { WIDE_MAX_COLUMNS } else { MAX_COLUMNS }));
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
fn panel(skin: &Skin, room: Rect, panel: &Panel<'_>, buf: &mut Buffer) -> Rect {
    let theme = &skin.theme;
    let outer = outer(room, panel.entries, panel.widest);
    let outer = clear(buf, outer, theme.popup);
    let area = inner(outer);
    draw_head(skin, outer, panel.title, &panel.more(skin, area), buf);
    let side = Rect { width: outer.width.min(1), ..outer };
    fill(buf, side, skin.glyphs.divider, theme.popup.patch(theme.rule));
    area
}

/// The line above entries: what they are, and how many have no room; the title gives way to that.
pub(super) fn draw_head(skin: &Skin, area: Rect, title: &str, more: &str, buf: &mut Buffer) {
    let theme = &skin.theme;
    let head = Rect { height: area.height.min(1), ..area };
    fill(buf, head, skin.glyphs.rule, theme.popup.patch(theme.rule));
    let column = head.width.saturating_sub(columns_of(more) + 1);
    let room = if more.is_empty() { head.width } else { column.saturating_sub(1) };
    draw_text(buf, Rect { width: room, ..head }, (0, 2), &format!(" {title} "), theme.heading, skin);
    draw_text(buf, head, (0, column), more, theme.dim, skin);
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}
