//! What is told of a line that is being typed: in rows of its own above it, as many as it needs, so that nothing is told
//! in vain on a narrow screen.

use ratatui::{layout::Rect, style::Style};

use super::canvas::Canvas;
use crate::text;

/// Draws words at the foot of a room. What has no room there ends in an ellipsis.
pub(super) fn draw_message(words: &str, style: Style, canvas: &mut Canvas<'_>) {
    let (skin, room) = (canvas.skin, canvas.area);
    let lines = text::wrap(words, usize::from(room.width.saturating_sub(2)).max(1));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(room.height);
    let area = Rect { y: room.bottom().saturating_sub(rows), height: rows, ..room };
    let mut page = canvas.sub(area).clear(skin.theme.popup);
    let height = page.area.height;
    let mut page = page.without_right(1);
    for (row, line) in (0..height).zip(lines) {
        // The last row has all that is left, and ends in an ellipsis if that is too much.
        let end = if row + 1 == height { words.len() } else { line.end };
        page.text((row, 1), words.get(line.start..end).unwrap_or_default().trim_end(), style);
    }
}

/// The same with a sign that points at a column of the line below: beside the words where they have room on one side of
/// it, else under them.
pub(super) fn draw_error(words: &str, style: Style, at: u16, canvas: &mut Canvas<'_>) {
    let (skin, room) = (canvas.skin, canvas.area);
    let columns = text::columns(words);
    let foot = Rect { y: room.bottom().saturating_sub(1), height: room.height.min(1), ..room };
    let beside = if at.saturating_add(columns).saturating_add(2) <= room.width {
        Some(at + 2)
    } else {
        at.checked_sub(columns + 1)
    };
    if beside.is_none() && room.height < 2 {
        return draw_message(words, style, canvas);
    }
    let foot = canvas.sub(foot).clear(skin.theme.popup).area;
    match beside {
        Some(column) => {
            canvas.sub(foot).text((0, column), words, style);
        }
        None => draw_message(words, style, &mut canvas.sub(Rect { height: room.height - 1, ..room })),
    }
    canvas.sub(foot).glyph((0, at), skin.glyphs.pointer, style);
}
