//! The help: what can be done, by which keys, found by typing, run by Enter.

use ratatui::{
    layout::{Position, Rect},
    text::{Line, Span},
};

use super::{
    canvas::Canvas,
    field::draw_field,
    menu::{draw_head, more},
    styled_text::StyledText,
};
use crate::{
    app::{App, Palette},
    messages::{empty, menus},
    text,
};

/// Columns of the keys.
const KEYS_COLUMNS: usize = 24;
/// A reason that would have fewer columns is left out.
const MIN_REASON_COLUMNS: usize = 8;

/// The place of the entry at a place of the screen; `None` beside the entries.
pub(super) fn hit(palette: &Palette, room: Rect, place: Position) -> Option<usize> {
    let row = place.y.checked_sub(room.y.saturating_add(2)).filter(|_| room.contains(place))?;
    let entry = palette.cursor.top + usize::from(row);
    (entry < palette.entries.len()).then_some(entry)
}

/// The help over the panes; gives the place of the cursor.
pub(super) fn draw(app: &App, palette: &Palette, canvas: &mut Canvas<'_>) -> Position {
    let skin = canvas.skin;
    let theme = &skin.theme;
    let mut canvas = canvas.sub(canvas.area).clear(theme.popup);
    let area = canvas.area;
    let entries = &palette.entries;
    let locale = app.locale();
    let below = entries.len().saturating_sub(palette.cursor.top + usize::from(area.height.saturating_sub(2)));
    draw_head(menus::help(locale), &more(skin, palette.cursor.top, below), &mut canvas);
    let field = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1).min(1), ..area };
    canvas.sub(field).text((0, 2), "?", theme.key);
    let cursor = draw_field(&palette.editor, 4, &mut canvas.sub(field));
    let mut list = canvas.sub(Rect { y: area.y.saturating_add(2), height: area.height.saturating_sub(2), ..area });
    if entries.is_empty() {
        list.text((0, 4), empty::no_such_command(locale), theme.dim);
    }
    let keys_columns = KEYS_COLUMNS.min(usize::from(list.area.width / 3));
    let mut group = None;
    for ((row, entry), place) in
        (0..list.area.height).zip(entries.iter().skip(palette.cursor.top)).zip(palette.cursor.top..)
    {
        let current = place == palette.cursor.place;
        let style = if entry.refusal.is_some() { theme.faint } else { theme.text };
        let keys = fitting(&entry.keys, keys_columns);
        let mut spans = vec![Span::styled(format!("  {}", text::pad(&keys, keys_columns)), theme.key), Span::raw("  ")];
        spans.extend(StyledText::new(&entry.item.help(locale), style).line().spans);
        let title = entry.item.title(locale);
        let right = match entry.refusal {
            Some(refusal) => refusal.text(locale).to_owned(),
            None if group != Some(title) => title.to_owned(),
            None => String::new(),
        };
        group = Some(title);
        let line = Line::from(spans);
        let mut canvas = list.row(row);
        if current {
            canvas.fill(" ", theme.selected);
        }
        let line = if current { line.style(theme.selected) } else { line };
        let used = canvas.line((0, 0), &line);
        // A reason is cut where there is little room; that of the current entry stands in the last line as well.
        let room = usize::from(canvas.area.width.saturating_sub(used.saturating_add(4)));
        let right = if entry.refusal.is_some() && room >= MIN_REASON_COLUMNS {
            text::truncate(&right, room, skin.glyphs.ellipsis)
        } else {
            right.as_str().into()
        };
        let columns = text::columns(&right);
        let column = canvas.area.width.saturating_sub(columns.saturating_add(2));
        if column > used {
            let style = if current { theme.selected.patch(theme.dim) } else { theme.dim };
            canvas.text((0, column), &right, style);
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
