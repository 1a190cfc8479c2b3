//! Time laid evenly over columns. Whole numbers only, so that moments and columns always agree.

use super::Window;
use crate::model::Moment;

/// A window of time laid over so many columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct LinearScale {
    window: Window,
    columns: u16,
}

impl LinearScale {
    /// The window over so many columns; none at all is allowed, and then holds nothing.
    pub(super) const fn new(window: Window, columns: u16) -> Self {
        Self { window, columns }
    }

    /// The time that is laid out.
    pub(super) const fn window(&self) -> Window {
        self.window
    }

    /// How many columns there are.
    pub(super) const fn columns(&self) -> u16 {
        self.columns
    }

    /// The column of a moment, from 0; `None` if it lies outside the window.
    pub(super) fn column(&self, moment: Moment) -> Option<u16> {
        (self.columns > 0 && self.window.contains(moment)).then(|| self.clamped_column(moment))
    }

    /// The column of a moment, from 0; for one outside the window the first or the last column.
    pub(super) fn clamped_column(&self, moment: Moment) -> u16 {
        let moment = moment.clamp(self.window.start(), self.window.last());
        self.columns_before(moment).min(self.columns.saturating_sub(1))
    }

    /// The first and the last column that a stretch of time touches, both its ends included; `None` if none of it is
    /// in view. Where a second is wider than a column, all the columns of its last second belong to it.
    pub(super) fn range(&self, first: Moment, last: Moment) -> Option<(u16, u16)> {
        let (first, last) = (first.max(self.window.start()), last.min(self.window.last()));
        if first > last {
            return None;
        }
        let (left, right) = (self.column(first)?, self.column(last)?);
        let after = self.columns_before(Moment::from_seconds(last.seconds() + 1));
        Some((left, right.max(after.saturating_sub(1))))
    }

    /// The first and the last second that lie in a column. `None` if there is no such column, or if it holds no
    /// second, as happens where a second is wider than a column.
    pub(super) fn moments(&self, column: u16) -> Option<(Moment, Moment)> {
        if column >= self.columns {
            return None;
        }
        let first = self.seconds_before(u32::from(column));
        let next = self.seconds_before(u32::from(column) + 1);
        let at = |offset: i64| Moment::from_seconds(self.window.start().seconds() + offset);
        (first < next).then(|| (at(first), at(next - 1)))
    }

    /// The second in the middle of a column, or the one that is going on there if the column holds none; columns past
    /// the last count as the last.
    pub(super) fn middle(&self, column: u16) -> Moment {
        let column = column.min(self.columns.saturating_sub(1));
        if let Some((first, last)) = self.moments(column) {
            return first.plus((last.seconds() - first.seconds()) / 2);
        }
        let begun = self.seconds_before(u32::from(column) + 1).max(1) - 1;
        self.window.start().plus(begun)
    }

    /// How many whole columns so many seconds are wide, at least: two moments so far apart are never nearer.
    pub(super) fn columns_in(&self, seconds: i64) -> i64 {
        if let Some(columns) = seconds.checked_mul(i64::from(self.columns)) {
            return columns / self.window.seconds();
        }
        let columns = i128::from(seconds) * i128::from(self.columns) / i128::from(self.window.seconds());
        i64::try_from(columns).unwrap_or(i64::MAX)
    }

    /// The number of the column that a moment from the window's start to its end (included) falls on.
    fn columns_before(&self, moment: Moment) -> u16 {
        let columns = self.columns_in(moment.seconds() - self.window.start().seconds());
        u16::try_from(columns).unwrap_or(self.columns)
    }

    /// How many seconds of the window lie in the columns before this one.
    fn seconds_before(&self, column: u32) -> i64 {
        let columns = i128::from(self.columns.max(1));
        let seconds = (i128::from(column) * i128::from(self.window.seconds()) + columns - 1) / columns;
        i64::try_from(seconds).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(seconds: i64, columns: u16) -> LinearScale {
        LinearScale::new(Window::new(Moment::from_seconds(0), Moment::from_seconds(seconds - 1)), columns)
    }

    #[test]
    fn seconds_wider_than_a_column_own_the_columns_up_to_the_next() {
        let scale = scale(2, 6);
        let first = Moment::from_seconds(0);
        assert_eq!(scale.column(first), Some(0));
        assert_eq!(scale.range(first, first), Some((0, 2)));
        assert_eq!(scale.moments(0), Some((first, first)));
        assert_eq!(scale.moments(1), None);
        assert_eq!([1, 3, 5].map(|column| scale.middle(column)), [0, 1, 1].map(Moment::from_seconds));
    }

    #[test]
    fn no_columns_hold_nothing() {
        let scale = scale(100, 0);
        assert_eq!(scale.column(Moment::from_seconds(5)), None);
        assert_eq!(scale.range(Moment::DISTANT_PAST, Moment::DISTANT_FUTURE), None);
        assert_eq!(scale.moments(0), None);
        assert_eq!(scale.clamped_column(Moment::DISTANT_FUTURE), 0);
    }

    #[test]
    fn infinite_ends_reach_to_the_borders() {
        assert_eq!(scale(100, 7).range(Moment::DISTANT_PAST, Moment::DISTANT_FUTURE), Some((0, 6)));
    }
}
