//! The stretch of time that is in view, and how it moves: fit, zoom, pan, reveal. It knows the timeline only as an
//! extent (first and last moment), and columns only as a width.

use crate::model::{DAY, Moment};

/// No window is shorter than this.
const MIN_SECONDS: i64 = 60;
/// What is shown around a timeline that is one moment or one day.
const AROUND_ONE_DAY: i64 = 31 * DAY;
/// How far from the border a revealed moment stands, in columns.
const REVEAL_MARGIN: u16 = 3;

/// A stretch of time, half-open: it starts with `start` and ends before `end`. It is never empty and lies within what
/// the calendar can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    start: Moment,
    seconds: i64,
}

impl Window {
    /// From the first to the last second, both included, in whichever order they are given; brought within the
    /// calendar.
    pub fn new(first: Moment, last: Moment) -> Self {
        let (first, last) = (first.min(last).clamped(), first.max(last).clamped());
        Self { start: first, seconds: last.seconds() - first.seconds() + 1 }
    }

    /// All of the timeline: its extent (first and last moment) with a margin of 2 % or a column at either side, so
    /// that no outermost mark stands on the border. A timeline of one moment or one day gets about a month.
    pub fn fit(extent: (Moment, Moment), columns: u16) -> Self {
        let whole = Self::min_extent(extent);
        let one_column = whole.seconds / i64::from(columns).saturating_sub(2).max(1) + 1;
        let margin = one_column.max(whole.seconds / 50).min(whole.seconds / 2);
        whole.widened((whole.seconds + 2 * margin).max(shortest(columns)))
    }

    /// The first second.
    pub const fn start(&self) -> Moment {
        self.start
    }

    /// The second after the last; one past the calendar for a window that reaches to its end.
    pub const fn end(&self) -> Moment {
        Moment::from_seconds(self.start.seconds() + self.seconds)
    }

    /// The last second.
    pub const fn last(&self) -> Moment {
        Moment::from_seconds(self.start.seconds() + self.seconds - 1)
    }

    /// How many seconds it holds, at least 1.
    pub const fn seconds(&self) -> i64 {
        self.seconds
    }

    /// Whether the moment lies in it.
    pub fn contains(&self, moment: Moment) -> bool {
        self.start <= moment && moment <= self.last()
    }

    /// Half as long, with the anchor at the same relative place. No shorter than a minute, nor than a second a column.
    /// An anchor outside counts as the nearest second in view.
    #[must_use]
    pub fn zoom_in(self, anchor: Moment, columns: u16) -> Self {
        let seconds = (self.seconds - self.seconds / 2).max(shortest(columns));
        self.resized(anchor, seconds.min(self.seconds))
    }

    /// Twice as long, with the anchor at the same relative place, but no longer than the limit. Undoes
    /// [`Window::zoom_in`] around the same anchor to the second, and is undone by it exactly.
    #[must_use]
    pub fn zoom_out(self, anchor: Moment, limit: Self) -> Self {
        let seconds = self.seconds.saturating_mul(2).min(limit.seconds);
        self.resized(anchor, seconds.max(self.seconds))
    }

    /// Moved by so many seconds, as far as the calendar goes.
    #[must_use]
    pub fn pan(self, seconds: i64) -> Self {
        Self::at(self.start.seconds().saturating_add(seconds), self.seconds)
    }

    /// Moved as little as it takes to lie within another window, or around it where this one is the longer.
    #[must_use]
    pub fn kept_within(self, whole: Self) -> Self {
        let first = whole.start.seconds();
        let last = first + (whole.seconds - self.seconds);
        Self::at(self.start.seconds().clamp(first.min(last), first.max(last)), self.seconds)
    }

    /// Moved as little as it takes to bring the moment into view with a few columns beside it; unmoved if it is in
    /// view already.
    #[must_use]
    pub fn reveal(self, moment: Moment, columns: u16) -> Self {
        let moment = moment.clamped();
        if self.contains(moment) {
            return self;
        }
        let margin = self.columns_long(REVEAL_MARGIN.min(columns / 4), columns);
        let start = if moment < self.start {
            moment.seconds() - margin
        } else {
            moment.seconds() + margin - (self.seconds - 1)
        };
        Self::at(start, self.seconds)
    }

    /// The extent, or a month where that is too little to look at.
    fn min_extent(extent: (Moment, Moment)) -> Self {
        let whole = Self::new(extent.0, extent.1);
        let one_day = whole.seconds == DAY && whole.start.seconds().rem_euclid(DAY) == 0;
        if one_day || whole.seconds == 1 { whole.widened(AROUND_ONE_DAY) } else { whole }
    }

    /// So many seconds around the same middle.
    fn widened(self, seconds: i64) -> Self {
        Self::at(self.start.seconds() - (seconds - self.seconds) / 2, seconds)
    }

    /// So many seconds with the anchor at the same relative place.
    fn resized(self, anchor: Moment, seconds: i64) -> Self {
        let anchor = anchor.clamp(self.start, self.last());
        let offset = i128::from(anchor.seconds() - self.start.seconds());
        let (old, new) = (i128::from(self.seconds), i128::from(seconds));
        let kept = ((2 * offset * new + old) / (2 * old)).min(new - 1);
        let start = i128::from(anchor.seconds()) - kept;
        Self::at(i64::try_from(start).unwrap_or(self.start.seconds()), seconds)
    }

    /// How long so many columns are, in seconds.
    fn columns_long(self, count: u16, columns: u16) -> i64 {
        i64::from(count) * self.seconds / i64::from(columns.max(1))
    }

    /// A window of this length, as near to this start as the calendar allows.
    fn at(start: i64, seconds: i64) -> Self {
        let (first, last) = (Moment::FIRST.seconds(), Moment::LAST.seconds());
        let seconds = seconds.clamp(1, last - first + 1);
        Self { start: Moment::from_seconds(start.clamp(first, last - seconds + 1)), seconds }
    }
}

/// The shortest window at this width, in seconds: a column never stands for less than a second.
fn shortest(columns: u16) -> i64 {
    MIN_SECONDS.max(i64::from(columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Moment {
        Moment::day(year, month, day).unwrap()
    }

    #[test]
    fn one_day_is_shown_in_its_month() {
        let first = day(2023, 1, 6);
        let window = Window::fit((first, first.plus(DAY - 1)), 100);
        assert!(window.contains(day(2022, 12, 23)) && window.contains(day(2023, 1, 20)));
        assert!(window.seconds() < 33 * DAY);
    }

    #[test]
    fn a_log_of_ten_minutes_is_shown_as_such() {
        let first = day(2023, 1, 6);
        let window = Window::fit((first, first.plus(599)), 100);
        assert_eq!(window.seconds(), 624);
    }

    #[test]
    fn all_of_the_calendar_fits() {
        let window = Window::fit((Moment::DISTANT_PAST, Moment::DISTANT_FUTURE), 80);
        assert_eq!((window.start(), window.last()), (Moment::FIRST, Moment::LAST));
        assert_eq!(window.zoom_out(Moment::LAST, window), window);
        assert_eq!(window.pan(i64::MAX).pan(i64::MIN), window);
    }

    #[test]
    fn zoom_stops_at_a_minute() {
        let mut window = Window::new(day(2021, 1, 1), day(2024, 1, 1));
        for _ in 0..64 {
            window = window.zoom_in(day(2023, 1, 6), 50);
        }
        assert_eq!(window.seconds(), 60);
        assert!(window.contains(day(2023, 1, 6)));
    }
}
