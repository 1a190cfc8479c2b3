//! Fields beside the titles of the list.

use ratatui::style::Style;

use super::canvas::Canvas;
use crate::{
    app::{App, LIST_COLUMN_GAP},
    text,
};

/// Draws what stands in the fields beside the title, in the first row at the right.
pub(super) fn draw_fields<'a>(app: &App, texts: impl Iterator<Item = &'a str>, canvas: &mut Canvas<'_>, style: Style) {
    let area = canvas.area;
    let mut column = area.width.saturating_sub(app.list_columns_width(area.width));
    for (field, said) in app.list_columns(area.width).iter().zip(texts) {
        column += LIST_COLUMN_GAP;
        let said = text::truncate(said, usize::from(field.width), canvas.skin.glyphs.ellipsis);
        canvas.text((0, column), &said, style);
        column += field.width;
    }
}
