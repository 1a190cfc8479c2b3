//! Where the terminal writes next and in which style, and what changes them.

use crossterm::cursor::{MoveRight, MoveTo};
use ratatui::buffer::Cell;

use super::{cell_view::CellView, queue, style::CellStyle, style_changes::StyleChanges};

/// The most unchanged cells that are written again: a step takes as many bytes.
const MAX_REWRITTEN_CELLS: usize = 4;

/// What the terminal writes with.
#[derive(Debug, Default)]
pub(super) struct PenState {
    style: CellStyle,
    changes: StyleChanges,
    /// Column and row; `None` where they are not sure.
    position: Option<(u16, u16)>,
}

impl PenState {
    /// Forgets the position: the cursor may stand anywhere between two frames.
    pub(super) fn forget_position(&mut self) {
        self.position = None;
    }

    /// Writes a cell; `is_last` where it ends its row.
    pub(super) fn write(&mut self, bytes: &mut Vec<u8>, cell: &CellView<'_>, is_last: bool) {
        if !(cell.is_blank() && self.style.is_invisible_on_space()) {
            self.set_style(bytes, cell.style);
        }
        bytes.extend_from_slice(cell.text.as_bytes());
        // Behind the last column a terminal may stand there still, or in the next row.
        self.position = match self.position {
            Some((x, y)) if !is_last && cell.has_unambiguous_width() => {
                Some((x.saturating_add(to_u16(cell.columns())), y))
            }
            _ => None,
        };
    }

    /// Goes to a column of a row; over a short gap by writing again what is there.
    pub(super) fn advance_to(&mut self, bytes: &mut Vec<u8>, x: usize, y: u16, row: &[Cell]) {
        let place = (to_u16(x), y);
        if self.position == Some(place) {
            return;
        }
        if let Some((column, line)) = self.position
            && line == y
            && let Some(gap) = row.get(usize::from(column)..x)
            && gap.len() <= MAX_REWRITTEN_CELLS
            && gap.iter().map(CellView::of).all(|cell| self.can_rewrite(&cell))
        {
            for cell in gap {
                bytes.extend_from_slice(cell.symbol().as_bytes());
            }
            self.position = Some(place);
        } else {
            self.move_to(bytes, place.0, place.1);
        }
    }

    /// Whether a cell can be written as it is, without another style and in one byte.
    fn can_rewrite(&self, cell: &CellView<'_>) -> bool {
        let is_blank = cell.is_blank() && self.style.is_invisible_on_space();
        cell.text.len() == 1 && (is_blank || cell.style == self.style)
    }

    /// Goes to a column and row, by the shorter command.
    pub(super) fn move_to(&mut self, bytes: &mut Vec<u8>, x: u16, y: u16) {
        match self.position {
            Some(position) if position == (x, y) => {}
            Some((column, line)) if line == y && column < x => queue(bytes, MoveRight(x - column)),
            _ => queue(bytes, MoveTo(x, y)),
        }
        self.position = Some((x, y));
    }

    pub(super) fn set_style(&mut self, bytes: &mut Vec<u8>, style: CellStyle) {
        if style != self.style {
            self.changes.queue(self.style, style, bytes);
            self.style = style;
        }
    }
}

/// Columns as the terminal counts them.
pub(super) fn to_u16(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}
