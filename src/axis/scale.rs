//! Which column a moment falls on, and which moments a column holds. Time is laid out evenly, but for stretches in which
//! nothing happens: those can be folded into a few columns each, and the others share the room.

use std::sync::Arc;

use super::{Window, linear_scale::LinearScale};
use crate::model::Moment;

/// The columns of a folded stretch.
pub const COLLAPSED_COLUMNS: u16 = 9;
/// A stretch is folded only where it would take so many columns at least.
const MIN_COLLAPSIBLE_COLUMNS: u16 = 2 * COLLAPSED_COLUMNS;

/// A window of time laid over so many columns.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scale {
    window: Window,
    columns: u16,
    /// The pieces from left to right, each laid out evenly by itself; none where all is even.
    pieces: Option<Arc<[Segment]>>,
    /// The longest part that is not folded; all of them are laid out alike, but for rounding.
    unfolded: LinearScale,
}

/// A part of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Segment {
    /// Its first column.
    left: u16,
    even: LinearScale,
    is_folded: bool,
}

/// A folded stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CollapsedGap {
    /// The first column.
    pub column: u16,
    /// How many columns.
    pub columns: u16,
    /// The time that is folded, as far as it lies in the window.
    pub window: Window,
}

impl Scale {
    /// The window evenly over so many columns; none at all is allowed, and then holds nothing.
    pub const fn new(window: Window, columns: u16) -> Self {
        Self { window, columns, pieces: None, unfolded: LinearScale::new(window, columns) }
    }

    /// The window with these stretches (first and last second, in order and apart from each other) folded, as far as
    /// they are long enough for it to save any room.
    pub fn collapsed(window: Window, columns: u16, empty: &[(Moment, Moment)]) -> Self {
        let whole = LinearScale::new(window, columns);
        let in_view = empty.iter().filter_map(|&(first, last)| {
            let (first, last) = (first.max(window.start()), last.min(window.last()));
            (first < last).then(|| Window::new(first, last))
        });
        let long: Vec<Window> =
            in_view.filter(|gap| whole.columns_in(gap.seconds()) >= i64::from(MIN_COLLAPSIBLE_COLUMNS)).collect();
        let pieces = pieces(window, columns, &long);
        let Some(pieces) = pieces else { return Self::new(window, columns) };
        let stretches = pieces.iter().filter(|piece| !piece.is_folded).map(|piece| piece.even);
        let unfolded = stretches.max_by_key(LinearScale::columns).unwrap_or(whole);
        Self { window, columns, pieces: Some(Arc::from(pieces)), unfolded }
    }

    /// The time that is laid out.
    pub const fn window(&self) -> Window {
        self.window
    }

    /// How many columns there are.
    pub const fn columns(&self) -> u16 {
        self.columns
    }

    /// The folded stretches in view.
    pub fn collapsed_gaps(&self) -> impl Iterator<Item = CollapsedGap> {
        self.pieces().filter(|piece| piece.is_folded).map(|piece| CollapsedGap {
            column: piece.left,
            columns: piece.even.columns(),
            window: piece.even.window(),
        })
    }

    /// The parts that are not folded, each as a scale of its own, with their first columns.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (u16, Self)> {
        let stretches = self.pieces().filter(|piece| !piece.is_folded);
        stretches.map(|piece| (piece.left, Self::new(piece.even.window(), piece.even.columns())))
    }

    /// The column of a moment, from 0; `None` if it lies outside the window.
    pub fn column(&self, moment: Moment) -> Option<u16> {
        (self.columns > 0 && self.window.contains(moment)).then(|| self.clamped_column(moment))
    }

    /// The column of a moment, from 0; for one outside the window the first or the last column.
    pub fn clamped_column(&self, moment: Moment) -> u16 {
        let piece = self.piece_of(moment);
        piece.left + piece.even.clamped_column(moment)
    }

    /// The first and the last column that a stretch of time touches, both its ends included; `None` if none of it is
    /// in view. Where a second is wider than a column, all the columns of its last second belong to it.
    pub fn range(&self, first: Moment, last: Moment) -> Option<(u16, u16)> {
        if self.columns == 0 || first > last || last < self.window.start() || first > self.window.last() {
            return None;
        }
        if self.pieces.is_none() {
            return self.unfolded.range(first, last);
        }
        let (from, to) = (self.piece_of(first), self.piece_of(last));
        let (left, _) = from.even.range(first, last)?;
        let (_, right) = to.even.range(first, last)?;
        Some((from.left + left, to.left + right))
    }

    /// The first and the last second that lie in a column. `None` if there is no such column, or if it holds no
    /// second, as happens where a second is wider than a column.
    pub fn moments(&self, column: u16) -> Option<(Moment, Moment)> {
        let piece = self.piece_at(column);
        piece.even.moments(column.checked_sub(piece.left)?)
    }

    /// The second in the middle of a column, or the one that is going on there if the column holds none; columns past
    /// the last count as the last.
    pub fn middle(&self, column: u16) -> Moment {
        let piece = self.piece_at(column);
        piece.even.middle(column.saturating_sub(piece.left))
    }

    /// How many whole columns so many seconds are wide, at least, where nothing is folded.
    pub(super) fn columns_in(&self, seconds: i64) -> i64 {
        self.unfolded.columns_in(seconds)
    }

    /// How long so many columns are where nothing is folded, in seconds, at least one.
    pub fn seconds_in(&self, columns: u16) -> i64 {
        let (seconds, all) = (self.unfolded.window().seconds(), self.unfolded.columns().max(1));
        let seconds = match seconds.checked_mul(columns.into()) {
            Some(product) => product / i64::from(all),
            None => i64::try_from(i128::from(seconds) * i128::from(columns) / i128::from(all)).unwrap_or(i64::MAX),
        };
        seconds.max(1)
    }

    fn pieces(&self) -> impl Iterator<Item = Segment> {
        let whole = Segment { left: 0, even: LinearScale::new(self.window, self.columns), is_folded: false };
        let all = self.pieces.is_none().then_some(whole).into_iter();
        all.chain(self.pieces.iter().flat_map(|pieces| pieces.iter().copied()))
    }

    fn piece_of(&self, moment: Moment) -> Segment {
        let whole = Segment { left: 0, even: LinearScale::new(self.window, self.columns), is_folded: false };
        let Some(pieces) = &self.pieces else { return whole };
        let after = pieces.partition_point(|piece| piece.even.window().start() <= moment);
        pieces.get(after.saturating_sub(1)).copied().unwrap_or(whole)
    }

    fn piece_at(&self, column: u16) -> Segment {
        let whole = Segment { left: 0, even: LinearScale::new(self.window, self.columns), is_folded: false };
        self.pieces().take_while(|piece| piece.left <= column).last().unwrap_or(whole)
    }
}

/// The pieces of a window around its folded stretches; `None` if nothing is folded, or if there is no room for all.
fn pieces(window: Window, columns: u16, folded: &[Window]) -> Option<Vec<Segment>> {
    let count = u16::try_from(folded.len()).ok().filter(|&count| count > 0)?;
    let room = i128::from(columns.checked_sub(count.checked_mul(COLLAPSED_COLUMNS)?)?);
    let gone: i64 = folded.iter().map(Window::seconds).sum();
    let left_over = i128::from(window.seconds() - gone).max(1);
    let mut pieces = Vec::new();
    let (mut start, mut seen, mut given, mut left) = (window.start(), 0_i128, 0_i128, 0_u16);
    let ends = folded.iter().map(|gap| (gap.start(), Some(*gap))).chain([(window.end(), None)]);
    for (end, gap) in ends {
        let seconds = end.seconds() - start.seconds();
        if seconds > 0 {
            seen += i128::from(seconds);
            let until = (seen * room + left_over / 2) / left_over;
            let width = u16::try_from(until - given).ok().filter(|&width| width > 0)?;
            given = until;
            let stretch = Window::new(start, Moment::from_seconds(end.seconds() - 1));
            pieces.push(Segment { left, even: LinearScale::new(stretch, width), is_folded: false });
            left += width;
        }
        if let Some(gap) = gap {
            pieces.push(Segment { left, even: LinearScale::new(gap, COLLAPSED_COLUMNS), is_folded: true });
            left += COLLAPSED_COLUMNS;
            start = gap.end();
        }
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_seconds(seconds)
    }

    #[test]
    fn a_long_empty_stretch_takes_a_few_columns() {
        let window = Window::new(at(0), at(999));
        let scale = Scale::collapsed(window, 100, &[(at(100), at(899))]);
        let breaks: Vec<CollapsedGap> = scale.collapsed_gaps().collect();
        assert_eq!(breaks.len(), 1);
        assert_eq!(breaks[0].columns, COLLAPSED_COLUMNS);
        assert_eq!(scale.column(at(0)), Some(0));
        assert_eq!(scale.column(at(999)), Some(99));
        assert!(scale.column(at(99)).unwrap() < breaks[0].column);
        assert_eq!(scale.column(at(900)), Some(breaks[0].column + COLLAPSED_COLUMNS));
        assert_eq!(scale.range(at(50), at(950)).map(|(left, right)| right > left + COLLAPSED_COLUMNS), Some(true));
    }

    #[test]
    fn a_short_stretch_is_not_worth_it() {
        let window = Window::new(at(0), at(999));
        assert_eq!(Scale::collapsed(window, 100, &[(at(100), at(150))]), Scale::new(window, 100));
        assert_eq!(Scale::collapsed(window, 8, &[(at(100), at(900))]).collapsed_gaps().count(), 0);
    }
}
