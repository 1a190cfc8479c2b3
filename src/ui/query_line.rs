//! The query line: what is typed, with what is wrong in it and what could come next above it.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Modifier,
    text::{Line, Span},
};

use super::{
    canvas::{Look, clear, draw_line, draw_rule, draw_text},
    count::count,
    field::draw_field,
};
use crate::{
    app::{App, QueryPrompt},
    text,
};

/// Where the text of the query line starts, in columns.
const START: u16 = 2;
/// Columns between the line and the count.
const GAP: u16 = 3;
/// Columns that the line keeps at least.
const LEAST: u16 = 20;
/// The most rows of the offer.
const OFFERED: usize = 8;
/// Columns of the offer at most.
const WIDEST: u16 = 48;

/// The line itself; gives the place of the cursor.
pub(super) fn draw(app: &App, look: &Look, prompt: &QueryPrompt, area: Rect, buf: &mut Buffer) -> Position {
    let theme = &look.theme;
    let count = count(app, look);
    let right = u16::try_from(text::width(&count)).unwrap_or(u16::MAX);
    let has_count = area.width > right.saturating_add(LEAST);
    let field = Rect { width: area.width.saturating_sub(if has_count { right + GAP } else { 0 }), ..area };
    draw_text(buf, area, (0, 1), "/", theme.key, look);
    let column = draw_field(look, &prompt.editor, field, START, buf);
    if has_count {
        let style = if app.shown.is_empty() { theme.warning } else { theme.dim };
        draw_text(buf, area, (0, area.width.saturating_sub(right + 1)), &count, style, look);
    }
    // What is wrong stands out in the line too.
    if let Some(fault) = prompt.faults.first().filter(|_| prompt.completion.items.is_empty()) {
        let from = column_of(prompt, fault.span.start, field.width);
        let to = column_of(prompt, fault.span.end, field.width).max(from + 1);
        let place = Rect { x: area.x + from, width: (to - from).min(field.width.saturating_sub(from)), ..area };
        buf.set_style(place, theme.warning.add_modifier(Modifier::UNDERLINED));
    }
    Position::new(area.x + column, area.y)
}

/// What is wrong, or what could come next, in the room above the line.
pub(super) fn draw_above(look: &Look, prompt: &QueryPrompt, room: Rect, buf: &mut Buffer) {
    if let Some(fault) = prompt.faults.first().filter(|_| prompt.completion.items.is_empty()) {
        let row = Rect { y: room.bottom().saturating_sub(1), height: room.height.min(1), ..room };
        let row = clear(buf, row, look.theme.overlay);
        let words = fault.to_string();
        let at = column_of(prompt, fault.span.start, row.width);
        let columns = u16::try_from(text::width(&words)).unwrap_or(u16::MAX);
        // The words stand right of their pointer, or left of it where there is no room.
        let from = if at.saturating_add(columns + 2) <= row.width { at + 2 } else { at.saturating_sub(columns + 1) };
        draw_text(buf, row, (0, from), &words, look.theme.warning, look);
        draw_text(buf, row, (0, at), look.glyphs.pointer, look.theme.warning, look);
        return;
    }
    draw_offer(look, prompt, room, buf);
}

/// The place of the offered item at a place of the screen; `None` beside them.
pub(super) fn hit(prompt: &QueryPrompt, room: Rect, place: Position) -> Option<usize> {
    let items = prompt.completion.items.len();
    let rows = items.min(OFFERED).min(usize::from(room.height));
    let first = prompt.chosen.map_or(0, |chosen| (chosen + 1).saturating_sub(rows));
    let top = room.bottom().saturating_sub(u16::try_from(rows).unwrap_or(u16::MAX));
    let row = usize::from(place.y.checked_sub(top)?);
    (room.contains(place) && row < rows).then_some(first + row)
}

fn draw_offer(look: &Look, prompt: &QueryPrompt, room: Rect, buf: &mut Buffer) {
    let items = &prompt.completion.items;
    let rows = items.len().min(OFFERED).min(usize::from(room.height));
    if rows == 0 {
        return;
    }
    let theme = &look.theme;
    let first = prompt.chosen.map_or(0, |chosen| (chosen + 1).saturating_sub(rows));
    let visible = || items.iter().enumerate().skip(first).take(rows);
    let label = |text: &str, label: &str| {
        if label == text.trim_matches('"') || text.ends_with(':') { String::new() } else { label.to_owned() }
    };
    let texts = visible().map(|(_, item)| text::width(&item.text)).max().unwrap_or(0);
    let labels = visible().map(|(_, item)| text::width(&label(&item.text, &item.label))).max().unwrap_or(0);
    let needed = u16::try_from(texts + labels + 12).unwrap_or(u16::MAX);
    let width = needed.min(WIDEST.max(room.width / 2)).min(room.width);
    let at = column_of(prompt, prompt.completion.replaces.start, room.width).saturating_sub(1);
    let height = u16::try_from(rows).unwrap_or(u16::MAX);
    let x = room.x + at.min(room.width.saturating_sub(width));
    let area = Rect { x, y: room.bottom().saturating_sub(height), width, height };
    let area = clear(buf, area, theme.overlay);
    for (row, (place, item)) in (0..area.height).zip(visible()) {
        let is_chosen = prompt.chosen == Some(place);
        let count = item.count.map_or_else(String::new, |count| count.to_string());
        let texts = texts.min(usize::from(area.width).saturating_sub(9));
        let label_room = usize::from(area.width).saturating_sub(texts + 4 + 6);
        let label = label(&item.text, &item.label);
        let label = text::truncate(&label, label_room, look.glyphs.ellipsis);
        let cut = text::truncate(&item.text, texts, look.glyphs.ellipsis);
        let line = Line::from(vec![
            Span::styled(text::pad(&cut, texts).into_owned(), theme.text),
            Span::raw("  "),
            Span::styled(text::pad(&label, label_room).into_owned(), theme.dim),
            Span::styled(format!("{count:>6} "), theme.dim),
        ]);
        let whole = Rect { y: area.y + row, height: 1, ..area };
        let line = if is_chosen {
            draw_rule(buf, whole, " ", theme.selected);
            line.style(theme.selected)
        } else {
            line
        };
        draw_line(buf, area, row, 1, &line, look);
    }
}

/// The column at which a byte of the typed text stands on the line, which scrolls under its cursor.
fn column_of(prompt: &QueryPrompt, byte: usize, width: u16) -> u16 {
    let columns = text::width(prompt.editor.text().get(..byte).unwrap_or_default());
    let room = usize::from(width.saturating_sub(START + 1));
    let skipped = prompt.editor.cursor_column().saturating_sub(room);
    START + u16::try_from(columns.saturating_sub(skipped)).unwrap_or(u16::MAX).min(width.saturating_sub(START + 1))
}
