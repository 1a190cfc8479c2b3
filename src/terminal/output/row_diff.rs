//! One row of a frame: what leads from what is shown to what is next.

use std::ops::Range;

use crossterm::terminal::{Clear, ClearType};
use ratatui::buffer::Cell;

use super::{
    ExtraCommand,
    cell_view::CellView,
    pen::{PenState, to_u16},
    queue,
    style::CellStyle,
};

/// The fewest blanks that are erased rather than written.
const MIN_ERASED_CELLS: usize = 10;

/// A row as it is to be shown, and as it is.
pub(super) struct RowDiff<'a> {
    y: u16,
    next: &'a [Cell],
    shown: &'a [Cell],
    /// Up to this column the terminal shows a part of a wide cell that is gone.
    dirty_until: usize,
}

impl<'a> RowDiff<'a> {
    pub(super) fn new(y: u16, next: &'a [Cell], shown: &'a [Cell]) -> Self {
        Self { y, next, shown, dirty_until: 0 }
    }

    /// Appends what brings the row up to date, from a column on. No cells differ but in these columns.
    pub(super) fn queue(mut self, from: usize, differing: Range<usize>, pen: &mut PenState, bytes: &mut Vec<u8>) {
        let last = self.next.iter().rposition(|cell| !CellView::of(cell).is_blank()).filter(|&last| last >= from);
        let end = last.map_or(from, |last| last + columns(self.next, last));
        // Blanks up to this column are written one by one.
        let mut written_until = 0;
        let (mut x, mut after) = (from, from + columns(self.next, from));
        while after <= differing.start {
            (x, after) = (after, after + columns(self.next, after));
        }
        while x < end.min(self.dirty_until.max(differing.end))
            && let (Some(cell), Some(shown)) = (self.next.get(x).map(CellView::of), self.shown.get(x).map(CellView::of))
        {
            let width = cell.columns();
            if x >= self.dirty_until && cell.looks_like(&shown) {
                x += width;
                continue;
            }
            if width == 1 {
                self.dirty_until = self.dirty_until.max(x + shown.columns());
            } else {
                self.overwrite(x..x + width);
            }
            if x >= written_until && cell.is_blank() {
                let blanks = self.blanks(x..end);
                if self.is_worth_erasing(&blanks) {
                    pen.advance_to(bytes, x, self.y, self.next);
                    pen.set_style(bytes, CellStyle::default());
                    queue(bytes, ExtraCommand::EraseChars(to_u16(blanks.len())));
                    x = blanks.end;
                    self.overwrite(blanks);
                    continue;
                }
                written_until = blanks.end;
            }
            pen.advance_to(bytes, x, self.y, self.next);
            pen.write(bytes, &cell, x + width >= self.next.len());
            x += width;
        }
        self.clear_behind(end..self.dirty_until.max(differing.end), pen, bytes);
    }

    /// Erases the rest of the row where these columns are to be blank and are not.
    fn clear_behind(&self, blank: Range<usize>, pen: &mut PenState, bytes: &mut Vec<u8>) {
        let end = blank.start;
        if blank.into_iter().take_while(|&x| x < self.next.len()).any(|x| self.shows_something(x)) {
            pen.advance_to(bytes, end, self.y, self.next);
            pen.set_style(bytes, CellStyle::default());
            queue(bytes, Clear(ClearType::UntilNewLine));
        }
    }

    /// Notes that these columns are written: what is wider loses the others.
    fn overwrite(&mut self, range: Range<usize>) {
        for x in range {
            self.dirty_until = self.dirty_until.max(x + columns(self.shown, x));
        }
    }

    /// The columns at the beginning of these that are to be blank.
    fn blanks(&self, range: Range<usize>) -> Range<usize> {
        let cells = self.next.get(range.clone()).unwrap_or_default();
        let count = cells.iter().take_while(|cell| CellView::of(cell).is_blank()).count();
        range.start..range.start + count
    }

    fn is_worth_erasing(&self, blanks: &Range<usize>) -> bool {
        let filled = blanks.clone().filter(|&x| self.shows_something(x));
        filled.take(MIN_ERASED_CELLS).count() == MIN_ERASED_CELLS
    }

    /// Whether the terminal may show anything but a blank at this column.
    fn shows_something(&self, x: usize) -> bool {
        x < self.dirty_until || self.shown.get(x).is_none_or(|cell| !CellView::of(cell).is_blank())
    }
}

/// The columns that the cell at a column takes.
fn columns(row: &[Cell], x: usize) -> usize {
    row.get(x).map_or(1, |cell| CellView::of(cell).columns())
}
