//! The help: what can be done, by which keys, found by typing, run by Enter.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    draw::{Skin, clear, draw_line, draw_text, fill},
    field::draw_field,
    menu::{draw_head, more},
    styled_text::StyledText,
};
use crate::{
    app::{App, Palette},
    model::Lang,
    text,
};

/// Columns of the keys.
const KEYS_COLUMNS: usize = 24;
/// A reason that would have fewer columns is left out.
const MIN_REASON_COLUMNS: usize = 8;

/// The place of the entry at a place of the screen; `None` beside the entries.
pub(super) fn hit(app: &App, palette: &Palette, room: Rect, place: Position) -> Option<usize> {
    let row = place.y.checked_sub(room.y.saturating_add(2)).filter(|_| room.contains(place))?;
    let entry = palette.cursor.top + usize::from(row);
    (entry < app.palette_entries(palette).len()).then_some(entry)
}

/// The help over the panes; gives the place of the cursor.
pub(super) fn draw(app: &App, skin: &Skin, palette: &Palette, room: Rect, buf: &mut Buffer) -> Position {
    let theme = &skin.theme;
    let area = clear(buf, room, theme.popup);
    let entries = app.palette_entries(palette);
    let title = if app.lang() == Lang::Ja {
        "ヘルプ（入力で検索、Enterで実行）"
    } else {
        "help: type to find, Enter runs"
    };
    let below = entries.len().saturating_sub(palette.cursor.top + usize::from(area.height.saturating_sub(2)));
    draw_head(skin, area, title, &more(skin, palette.cursor.top, below), buf);
    let field = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1).min(1), ..area };
    draw_text(buf, field, (0, 2), "?", theme.key, skin);
    let cursor = draw_field(skin, &palette.editor, field, 4, buf);
    let list = Rect { y: area.y.saturating_add(2), height: area.height.saturating_sub(2), ..area };
    if entries.is_empty() {
        draw_text(buf, list, (0, 4), "No matching command. Esc closes.", theme.dim, skin);
    }
    let keys_columns = KEYS_COLUMNS.min(usize::from(list.width / 3));
    let mut group = None;
    for ((row, entry), place) in (0..list.height).zip(entries.iter().skip(palette.cursor.top)).zip(palette.cursor.top..)
    {
        let current = place == palette.cursor.place;
        let style = if entry.refusal.is_some() { theme.faint } else { theme.text };
        let keys = fitting(&entry.keys, keys_columns);
        let mut spans = vec![Span::styled(format!("  {}", text::pad(&keys, keys_columns)), theme.key), Span::raw("  ")];
        spans.extend(StyledText::new(entry.entry.help, style).line().spans);
        let right = match entry.refusal {
            Some(refusal) => refusal.to_string(),
            None if group != Some(entry.entry.group) => entry.entry.group.title().to_owned(),
            None => String::new(),
        };
        group = Some(entry.entry.group);
        let line = Line::from(spans);
        let row_area = Rect { y: list.y + row, height: 1, ..list };
        if current {
            fill(buf, row_area, " ", theme.selected);
        }
        let line = if current { line.style(theme.selected) } else { line };
        let used = draw_line(buf, row_area, 0, 0, &line, skin);
        // A reason is cut where there is little room; that of the current entry stands in the last line as well.
        let room = usize::from(row_area.width.saturating_sub(used.saturating_add(4)));
        let right = if entry.refusal.is_some() && room >= MIN_REASON_COLUMNS {
            text::truncate(&right, room, skin.glyphs.ellipsis)
        } else {
            right.as_str().into()
        };
        let columns = u16::try_from(text::width(&right)).unwrap_or(u16::MAX);
        let column = row_area.width.saturating_sub(columns.saturating_add(2));
        if column > used {
            let style = if current { theme.selected.patch(theme.dim) } else { theme.dim };
            draw_text(buf, row_area, (0, column), &right, style, skin);
        }
    }
    Position::new(field.x + cursor, field.y)
}

/// As many keys as fit whole.
fn fitting(keys: &[String], columns: usize) -> String {
    let mut shown = String::new();
    for key in keys {
        let longer = if shown.is_empty() { key.clone() } else { format!("{shown}  {key}") };
        if text::width(&longer) > columns {
            break;
        }
        shown = longer;
    }
    shown
}
