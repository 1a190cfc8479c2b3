//! Steps of the calendar: so many months or seconds, counted from a fixed moment, so that the starts of a step never
//! depend on what is in view. Units and ticks are made of them.

use chrono::Datelike;

use crate::model::{DAY, Moment};

/// Monday, 5 January 1970, in seconds.
const EPOCH_MONDAY: i64 = 4 * DAY;

/// A regular division of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CalendarStep {
    /// So many months, counted from January of the year 0.
    Months(i32),
    /// So many seconds, counted from a Monday, midnight.
    Seconds(i64),
}

impl CalendarStep {
    /// The start of the step that holds the moment; the calendar's first second if that is before it.
    pub(super) fn floor(self, moment: Moment) -> Moment {
        self.start(moment, 0).unwrap_or(Moment::FIRST)
    }

    /// The start of the next step; `None` at the end of the calendar.
    pub(super) fn next(self, moment: Moment) -> Option<Moment> {
        self.start(moment, 1)
    }

    /// The start of the step before the one that holds the moment; `None` at the start of the calendar.
    pub(super) fn previous(self, moment: Moment) -> Option<Moment> {
        self.start(moment, -1)
    }

    /// All starts from the first to the last moment, both included.
    pub(super) fn starts(self, first: Moment, last: Moment) -> impl Iterator<Item = Moment> {
        let here = self.start(first, 0).filter(|&start| start == first.clamped());
        std::iter::successors(here.or_else(|| self.next(first)), move |&start| self.next(start))
            .take_while(move |&start| start <= last)
    }

    /// Whether the moment is the start of a step.
    pub(super) fn starts_at(self, moment: Moment) -> bool {
        self.start(moment, 0) == Some(moment)
    }

    /// Whether each of these steps begins where one of the other begins.
    pub(super) const fn is_multiple_of(self, other: Self) -> bool {
        match (self, other) {
            (Self::Months(own), Self::Months(other)) => own % other == 0,
            (Self::Seconds(own), Self::Seconds(other)) => own % other == 0,
            (Self::Months(_), Self::Seconds(other)) => DAY % other == 0,
            (Self::Seconds(_), Self::Months(_)) => false,
        }
    }

    /// The least number of seconds that such a step lasts.
    pub(super) const fn shortest(self) -> i64 {
        match self {
            Self::Months(1) => 28 * DAY,
            Self::Months(3) => 90 * DAY,
            Self::Months(6) => 181 * DAY,
            Self::Months(months) => (months / 12) as i64 * 365 * DAY + (months % 12) as i64 * 28 * DAY,
            Self::Seconds(seconds) => seconds,
        }
    }

    /// The start of the step that is so many steps after the one that holds the moment; `None` outside the calendar.
    fn start(self, moment: Moment, steps: i32) -> Option<Moment> {
        match self {
            Self::Months(length) => {
                let date = moment.civil().date();
                let months = date.year() * 12 + i32::try_from(date.month0()).unwrap_or(0);
                let first = (months.div_euclid(length) + steps) * length;
                Moment::day(first.div_euclid(12), first.rem_euclid(12).unsigned_abs() + 1, 1)
            }
            Self::Seconds(length) => {
                let since = moment.clamped().seconds() - EPOCH_MONDAY;
                let first = EPOCH_MONDAY + (since.div_euclid(length) + i64::from(steps)) * length;
                let start = Moment::from_seconds(first);
                (start == start.clamped()).then_some(start)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_run_through_the_year_0() {
        let decade = CalendarStep::Months(120);
        let day = |year| Moment::day(year, 1, 1).unwrap();
        assert_eq!(decade.floor(day(-1)), day(-10));
        assert_eq!(decade.next(day(-1)), Some(day(0)));
        assert_eq!(decade.starts(day(-25), day(10)).collect::<Vec<_>>(), [-20, -10, 0, 10].map(day));
    }

    #[test]
    fn the_calendar_ends() {
        for step in [
            CalendarStep::Months(12_000),
            CalendarStep::Months(1),
            CalendarStep::Seconds(7 * DAY),
            CalendarStep::Seconds(60),
        ] {
            assert_eq!(step.next(Moment::LAST), None);
            assert_eq!(step.previous(Moment::FIRST), None);
            assert!(step.floor(Moment::FIRST) >= Moment::FIRST);
        }
        assert_eq!(CalendarStep::Months(12_000).starts(Moment::FIRST, Moment::LAST).count(), 525);
    }
}
