//! What every pane draws on: an area of a buffer with the look (theme and glyphs). A line of text that does not fit ends
//! in an ellipsis.

use ratatui::{
    buffer::{Buffer, Cell},
    layout::{Position, Rect},
    style::Style,
    text::Line,
};

use super::Glyphs;
use crate::{config::ColorRule, text, themes::Theme};

/// How things look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skin {
    /// Styles.
    pub theme: Theme,
    /// Signs.
    pub glyphs: Glyphs,
    /// The style of each rule of colour, as it looks in the theme.
    pub rule_styles: Vec<Style>,
}

impl Skin {
    /// A theme and signs, with the styles that the rules of colour have in it.
    pub fn new(theme: Theme, glyphs: Glyphs, rules: &[ColorRule]) -> Self {
        let rule_styles = rules.iter().map(|rule| theme.own_style(&rule.style)).collect();
        Self { theme, glyphs, rule_styles }
    }
}

/// An area of a buffer, and how things look there. Rows and columns are counted from its upper left corner.
pub(super) struct Canvas<'a> {
    pub(super) buf: &'a mut Buffer,
    pub(super) area: Rect,
    pub(super) skin: &'a Skin,
}

impl Canvas<'_> {
    /// Another area of the same buffer, in coordinates of the buffer.
    pub(super) const fn sub(&mut self, area: Rect) -> Canvas<'_> {
        Canvas { buf: self.buf, area, skin: self.skin }
    }

    /// The same area without so many columns at its right.
    pub(super) fn without_right(&mut self, columns: u16) -> Canvas<'_> {
        self.sub(Rect { width: self.area.width.saturating_sub(columns), ..self.area })
    }

    /// A row of the area.
    pub(super) fn row(&mut self, row: u16) -> Canvas<'_> {
        self.sub(Rect { y: self.area.y.saturating_add(row), height: 1, ..self.area })
    }

    /// Draws a line from a row and column on, no wider than the area; gives the columns that it took.
    pub(super) fn line(&mut self, (row, column): (u16, u16), line: &Line<'_>) -> u16 {
        let mut taken = 0;
        let mut spans = line.spans.iter().peekable();
        while let Some(span) = spans.next() {
            let style = line.style.patch(span.style);
            let place = (row, column + taken);
            // What is cut where one style ends and the next begins is cut all the same.
            let follows = spans.clone().any(|next| !next.content.is_empty());
            let room = usize::from(self.area.width.saturating_sub(column + taken));
            // No text has more columns than bytes.
            let may_be_last = follows && span.content.len() >= room;
            let is_last = may_be_last && text::width(text::truncate_to_width(&span.content, room + 1)) == room;
            if is_last {
                let longer = format!("{}{}", span.content, self.skin.glyphs.ellipsis);
                return taken + self.span(place, &longer, style).0;
            }
            let (columns, fits) = self.span(place, &span.content, style);
            taken += columns;
            if !fits {
                break;
            }
        }
        taken
    }

    /// Draws text in one style; see [`Self::line`].
    pub(super) fn text(&mut self, place: (u16, u16), text: &str, style: Style) -> u16 {
        self.span(place, text, style).0
    }

    /// Draws a sign of one column, of those that are spelt as they are drawn.
    pub(super) fn glyph(&mut self, (row, column): (u16, u16), sign: &str, style: Style) {
        let area = self.area;
        if row < area.height
            && column < area.width
            && let Some(cell) = self.buf.cell_mut((area.x + column, area.y + row))
        {
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// The columns that it took, and whether all of it had room.
    fn span(&mut self, (row, column): (u16, u16), text: &str, style: Style) -> (u16, bool) {
        let (area, glyphs) = (self.area, &self.skin.glyphs);
        if row >= area.height || column >= area.width {
            return (0, text.is_empty());
        }
        let left = usize::from(area.width - column);
        let (x, y) = (area.x + column, area.y + row);
        let text = glyphs.to_ascii(text);
        let fitting = text::truncate_to_width(&text, left);
        if fitting.len() < text.len() {
            let cut = text::truncate(&text, left, glyphs.ellipsis);
            return (put(self.buf, (x, y), &cut, left, style) - x, false);
        }
        (put(self.buf, (x, y), fitting, left, style) - x, true)
    }

    /// Gives the area a style.
    pub(super) fn set_style(&mut self, style: Style) {
        if style != Style::new() {
            self.cells(|cell| _ = cell.set_style(style));
        }
    }

    /// Fills the area with a sign.
    pub(super) fn fill(&mut self, sign: &str, style: Style) {
        self.cells(|cell| _ = cell.set_symbol(sign).set_style(style));
    }

    fn cells(&mut self, mut change: impl FnMut(&mut Cell)) {
        let area = self.area;
        for y in area.top()..area.bottom() {
            row_of(self.buf, area.x, y).iter_mut().take(usize::from(area.width)).for_each(&mut change);
        }
    }

    /// Makes room for something that lies over what is drawn already; gives that part of the area which lies in the
    /// buffer. Blanks the area, and the part of a wide character that is left of it where the area cuts one in two. Most
    /// are two columns wide; some scripts stack up more.
    pub(super) fn clear(mut self, style: Style) -> Self {
        let (whole, area) = (self.buf.area, self.area.intersection(self.buf.area));
        self.area = area;
        for y in area.top()..area.bottom() {
            for x in whole.left()..area.left() {
                if let Some(cell) = self.buf.cell_mut((x, y))
                    && text::width(cell.symbol()) > usize::from(area.left() - x)
                {
                    cell.set_symbol(" ");
                }
            }
        }
        self.cells(|cell| {
            cell.reset();
            cell.set_style(style);
        });
        self
    }
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
