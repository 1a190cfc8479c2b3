//! What every pane draws with: the look (theme and glyphs), and a line of text that ends in an ellipsis where it does
//! not fit.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::Style,
    text::Line,
};

use super::{Glyphs, Theme};
use crate::text;

/// How things look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skin {
    /// Styles.
    pub theme: Theme,
    /// Signs.
    pub glyphs: Glyphs,
}

/// Draws a line at a row of an area, from a column on, no wider than the area; gives the columns that it took. A line
/// that does not fit ends in an ellipsis.
pub(super) fn draw_line(buf: &mut Buffer, area: Rect, row: u16, column: u16, line: &Line<'_>, skin: &Skin) -> u16 {
    let mut taken = 0;
    let mut spans = line.spans.iter().peekable();
    while let Some(span) = spans.next() {
        let style = line.style.patch(span.style);
        let place = (row, column + taken);
        // What is cut where one style ends and the next begins is cut all the same.
        let follows = spans.clone().any(|next| !next.content.is_empty());
        let room = area.width.saturating_sub(column + taken);
        let is_last =
            follows && text::width(text::truncate_to_width(&span.content, usize::from(room) + 1)) == usize::from(room);
        if is_last {
            let longer = format!("{}{}", span.content, skin.glyphs.ellipsis);
            return taken + draw_span(buf, area, place, &longer, style, skin).0;
        }
        let (columns, fits) = draw_span(buf, area, place, &span.content, style, skin);
        taken += columns;
        if !fits {
            break;
        }
    }
    taken
}

/// Draws text in one style; see [`draw_line`].
pub(super) fn draw_text(buf: &mut Buffer, area: Rect, place: (u16, u16), text: &str, style: Style, skin: &Skin) -> u16 {
    draw_span(buf, area, place, text, style, skin).0
}

/// Draws a sign of one column, of those that are spelt as they are drawn.
pub(super) fn draw_glyph(buf: &mut Buffer, area: Rect, place: (u16, u16), sign: &str, style: Style) {
    let (row, column) = place;
    if row < area.height
        && column < area.width
        && let Some(cell) = buf.cell_mut((area.x + column, area.y + row))
    {
        cell.set_symbol(sign).set_style(style);
    }
}

/// The columns that it took, and whether all of it had room.
fn draw_span(
    buf: &mut Buffer,
    area: Rect,
    (row, column): (u16, u16),
    text: &str,
    style: Style,
    skin: &Skin,
) -> (u16, bool) {
    if row >= area.height || column >= area.width {
        return (0, text.is_empty());
    }
    let left = usize::from(area.width - column);
    let (x, y) = (area.x + column, area.y + row);
    let text = skin.glyphs.to_ascii(text);
    let fitting = text::truncate_to_width(&text, left);
    if fitting.len() < text.len() {
        let cut = text::truncate(&text, left, skin.glyphs.ellipsis);
        return (put(buf, (x, y), &cut, left, style) - x, false);
    }
    (put(buf, (x, y), fitting, left, style) - x, true)
}

/// Writes text into the cells from a place on, no wider than so many columns; gives the column behind it. The cells that
/// a wide sign covers are blank.
fn put(buf: &mut Buffer, (mut x, y): (u16, u16), text: &str, mut left: usize, style: Style) -> u16 {
    if is_plain(text) {
        let cells = row_of(buf, x, y).iter_mut().take(left);
        for (cell, at) in cells.zip(0..text.len()) {
            cell.set_symbol(text.get(at..=at).unwrap_or(" ")).set_style(style);
            x = x.saturating_add(1);
        }
        return x;
    }
    for (_, grapheme) in text::graphemes(text) {
        let columns = text::grapheme_width(grapheme);
        let Some(rest) = left.checked_sub(columns) else { break };
        left = rest;
        for covered in 0..columns {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.set_symbol(if covered == 0 { grapheme } else { " " }).set_style(style);
            }
            x = x.saturating_add(1);
        }
    }
    x
}

/// Whether every byte is a sign of one column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The cells of a row from a column on; none outside the buffer.
fn row_of(buf: &mut Buffer, x: u16, y: u16) -> &mut [Cell] {
    let area = buf.area;
    if !area.contains(Position::new(x, y)) {
        return &mut [];
    }
    let start = usize::from(y - area.y) * usize::from(area.width) + usize::from(x - area.x);
    let length = usize::from(area.right() - x);
    buf.content.get_mut(start..start + length).unwrap_or_default()
}

/// Gives an area a style.
pub(super) fn set_style(buf: &mut Buffer, area: Rect, style: Style) {
    if style == Style::new() {
        return;
    }
    for y in area.top()..area.bottom() {
        for cell in row_of(buf, area.x, y).iter_mut().take(usize::from(area.width)) {
            cell.set_style(style);
        }
    }
}

/// Fills a row of an area with a sign.
pub(super) fn fill(buf: &mut Buffer, area: Rect, sign: &str, style: Style) {
    for y in area.top()..area.bottom() {
        for cell in row_of(buf, area.x, y).iter_mut().take(usize::from(area.width)) {
            cell.set_symbol(sign).set_style(style);
        }
    }
}

/// Makes room for something that lies over what is drawn already: blanks the area, and the part of a wide character
/// that is left of it where the area cuts one in two. Most are two columns wide; some scripts stack up more.
pub(super) fn clear(buf: &mut Buffer, area: Rect, style: Style) -> Rect {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        for x in buf.area.left()..area.left() {
            if let Some(cell) = buf.cell_mut((x, y))
                && text::width(cell.symbol()) > usize::from(area.left() - x)
            {
                cell.set_symbol(" ");
            }
        }
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
    area
}
