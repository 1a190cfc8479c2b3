//! A moment: one second of civil time, as the source writes it.
//!
//! Days of a timeline carry no zone, so an event with a clock time is placed by the time that its source states, in
//! whatever zone that is: 28 March 10:00 in Tokyo lies on 28 March. Zones are kept in the text of the date.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime};

/// Seconds in a day; civil time knows no leap seconds here.
pub const DAY: i64 = 86_400;

/// Seconds since 1970-01-01T00:00:00 of civil time (proleptic Gregorian calendar, astronomical years: 0 is 1 BC).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// Before everything: the start of a time that has no known or no finite start.
    pub const DISTANT_PAST: Self = Self(i64::MIN);
    /// After everything: the end of a time that has no known or no finite end.
    pub const DISTANT_FUTURE: Self = Self(i64::MAX);
    /// The first second that the calendar can name.
    pub const FIRST: Self = Self::at(NaiveDateTime::MIN);
    /// The last second that the calendar can name.
    pub const LAST: Self = Self::at(NaiveDateTime::MAX);

    /// The moment so many seconds after 1970-01-01T00:00:00.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// The moment of this civil date and time.
    pub const fn at(time: NaiveDateTime) -> Self {
        Self(time.and_utc().timestamp())
    }

    /// Midnight at the start of this day; `None` if there is no such day or it is beyond the calendar.
    pub fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(|date| Self::at(date.and_time(NaiveTime::MIN)))
    }

    /// Seconds since 1970-01-01T00:00:00.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// Whether this is a real moment, neither of the two infinities.
    pub fn is_finite(self) -> bool {
        self != Self::DISTANT_PAST && self != Self::DISTANT_FUTURE
    }

    /// This moment brought within what the calendar can name.
    #[must_use]
    pub fn clamped(self) -> Self {
        self.clamp(Self::FIRST, Self::LAST)
    }

    /// The civil date and time, brought within what the calendar can name.
    pub fn civil(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.clamped().0, 0).map_or(NaiveDateTime::MIN, |time| time.naive_utc())
    }

    /// The year of this moment, astronomical: 0 is 1 BC.
    pub fn year(self) -> i32 {
        self.civil().year()
    }

    /// This moment moved by so many seconds; it stops at the ends of the calendar, and the infinities stay.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        if self.is_finite() { Self(self.0.saturating_add(seconds)).clamped() } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(Moment::day(1970, 1, 2), Some(Moment::from_seconds(DAY)));
        assert_eq!(Moment::day(2023, 2, 30), None);
        assert_eq!(Moment::day(-2999, 1, 1).unwrap().year(), -2999);
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        assert_eq!(Moment::LAST.plus(1), Moment::LAST);
        assert_eq!(Moment::DISTANT_FUTURE.plus(-DAY), Moment::DISTANT_FUTURE);
        assert_eq!(Moment::DISTANT_PAST.civil(), Moment::FIRST.civil());
    }
}
