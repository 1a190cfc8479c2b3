//! A line of text that is being typed.

use ratatui::{buffer::Buffer, layout::Rect};

use super::canvas::{Look, draw_text};
use crate::{input::LineEditor, text};

/// A text field from a column on; gives the column of the cursor. Text that is too long scrolls under the cursor.
pub(super) fn draw_field(look: &Look, editor: &LineEditor, area: Rect, column: u16, buf: &mut Buffer) -> u16 {
    let room = usize::from(area.width.saturating_sub(column + 1));
    let cursor = editor.cursor_column();
    let skipped = cursor.saturating_sub(room);
    let hidden = text::take(editor.text(), skipped);
    let mut hidden_columns = text::width(hidden);
    let mut shown = editor.text().get(hidden.len()..).unwrap_or_default();
    if hidden_columns < skipped {
        // A wide character would stick out at the left: it goes as well.
        let first = text::graphemes(shown).next().map_or("", |(_, grapheme)| grapheme);
        hidden_columns += text::width(first);
        shown = shown.get(first.len()..).unwrap_or_default();
    }
    let shown = text::take(shown, room);
    draw_text(buf, area, (0, column), shown, look.theme.text, look);
    column
        + u16::try_from(cursor.saturating_sub(hidden_columns))
            .unwrap_or(u16::MAX)
            .min(area.width.saturating_sub(column + 1))
}
