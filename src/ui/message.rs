//! What is told of a line that is being typed: in rows of its own above it, as many as it needs, so that nothing is told
//! in vain on a narrow screen.

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::draw::{Skin, clear, draw_glyph, draw_text};
use crate::text;

/// Draws words at the foot of a room. What has no room there ends in an ellipsis.
pub(super) fn draw_message(skin: &Skin, words: &str, style: Style, room: Rect, buf: &mut Buffer) {
    let lines = text::wrap(words, usize::from(room.width.saturating_sub(2)).max(1));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(room.height);
    let area = Rect { y: room.bottom().saturating_sub(rows), height: rows, ..room };
    let area = clear(buf, area, skin.theme.popup);
    let page = Rect { width: area.width.saturating_sub(1), ..area };
    for (row, line) in (0..area.height).zip(lines) {
        // The last row has all that is left, and ends in an ellipsis if that is too much.
        let end = if row + 1 == area.height { words.len() } else { line.end };
        draw_text(buf, page, (row, 1), words.get(line.start..end).unwrap_or_default().trim_end(), style, skin);
    }
}

/// The same with a sign that points at a column of the line below: beside the words where they have room on one side of
/// it, else under them.
pub(super) fn draw_error(skin: &Skin, words: &str, style: Style, at: u16, room: Rect, buf: &mut Buffer) {
    let columns = u16::try_from(text::width(words)).unwrap_or(u16::MAX);
    let foot = Rect { y: room.bottom().saturating_sub(1), height: room.height.min(1), ..room };
    let beside = if at.saturating_add(columns).saturating_add(2) <= room.width {
        Some(at + 2)
    } else {
        at.checked_sub(columns + 1)
    };
    if beside.is_none() && room.height < 2 {
        return draw_message(skin, words, style, room, buf);
    }
    let foot = clear(buf, foot, skin.theme.popup);
    match beside {
        Some(column) => {
            draw_text(buf, foot, (0, column), words, style, skin);
        }
        None => draw_message(skin, words, style, Rect { height: room.height - 1, ..room }, buf),
    }
    draw_glyph(buf, foot, (0, at), skin.glyphs.pointer, style);
}
