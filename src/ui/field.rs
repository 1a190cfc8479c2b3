//! A line of text that is being typed.

use super::canvas::Canvas;
use crate::{input::LineEditor, text};

/// A text field from a column on; gives the column of the cursor. Text that is too long scrolls under the cursor.
pub(super) fn draw_field(editor: &LineEditor, column: u16, canvas: &mut Canvas<'_>) -> u16 {
    let width = canvas.area.width;
    let room = room(width, column);
    let shown = editor.text().get(hidden(editor, room)..).unwrap_or_default();
    canvas.text((0, column), text::truncate_to_width(shown, room), canvas.skin.theme.text);
    column_of(editor, editor.cursor_byte(), width, column)
}

/// The column at which a byte of the text stands in a field of this width from a column on; the nearest where it is
/// scrolled away.
pub(super) fn column_of(editor: &LineEditor, byte: usize, width: u16, column: u16) -> u16 {
    let hidden = hidden(editor, room(width, column));
    let before = text::columns(editor.text().get(hidden..byte).unwrap_or_default());
    column + before.min(width.saturating_sub(column + 1))
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
