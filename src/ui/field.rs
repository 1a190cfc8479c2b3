//! A line of text that is being typed.

use ratatui::{buffer::Buffer, layout::Rect};

use super::draw::{Skin, draw_text};
use crate::{input::LineEditor, text};

/// A text field from a column on; gives the column of the cursor. Text that is too long scrolls under the cursor.
pub(super) fn draw_field(skin: &Skin, editor: &LineEditor, area: Rect, column: u16, buf: &mut Buffer) -> u16 {
    let room = room(area.width, column);
    let shown = editor.text().get(hidden(editor, room)..).unwrap_or_default();
    draw_text(buf, area, (0, column), text::truncate_to_width(shown, room), skin.theme.text, skin);
    column_of(editor, editor.cursor_byte(), area.width, column)
}

/// The column at which a byte of the text stands in a field of this width from a column on; the nearest where it is
/// scrolled away.
pub(super) fn column_of(editor: &LineEditor, byte: usize, width: u16, column: u16) -> u16 {
    let hidden = hidden(editor, room(width, column));
    let before = text::width(editor.text().get(hidden..byte).unwrap_or_default());
    column + u16::try_from(before).unwrap_or(u16::MAX).min(width.saturating_sub(column + 1))
}

fn room(width: u16, column: u16) -> usize {
    usize::from(width.saturating_sub(column + 1))
}

/// How many bytes are scrolled away at the left.
fn hidden(editor: &LineEditor, room: usize) -> usize {
    let skipped = editor.cursor_column().saturating_sub(room);
    let hidden = text::truncate_to_width(editor.text(), skipped);
    let rest = editor.text().get(hidden.len()..).unwrap_or_default();
    // A wide character that would stick out at the left goes as well.
    let first = text::graphemes(rest).next().filter(|_| text::width(hidden) < skipped);
    hidden.len() + first.map_or(0, |(_, grapheme)| grapheme.len())
}
