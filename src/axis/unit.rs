//! The named units of time, from minute to millennium: their names, their starts, and which one suits a zoom.

use super::{Scale, calendar_step::CalendarStep};
use crate::messages::{Locale, units};
use crate::model::{DAY, Moment};

/// The width that the unit of zoom comes nearest to, in columns.
const TARGET_UNIT_COLUMNS: i128 = 7;

/// A unit of time. Years are astronomical and proleptic Gregorian; the century of 1900 runs from 1900 to 1999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 60 seconds.
    Minute,
    /// 60 minutes.
    Hour,
    /// 24 hours from midnight.
    Day,
    /// Seven days from Monday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// Three months from January, April, July or October.
    Quarter,
    /// Six months from January or July.
    Half,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

impl Unit {
    /// All units, the shortest first.
    pub const ALL: [Self; 11] = [
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Half,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
    ];

    /// The unit of zoom: the one that is nearest to some seven columns wide, in proportion.
    pub fn for_scale(scale: &Scale) -> Self {
        let columns = i128::from(scale.columns());
        let window = i128::from(scale.seconds_in(scale.columns()));
        let wide_enough = |unit: &Self| {
            let pair = i128::from(unit.seconds()) * i128::from(unit.parent().unwrap_or(*unit).seconds());
            pair * columns * columns >= TARGET_UNIT_COLUMNS * TARGET_UNIT_COLUMNS * window * window
        };
        Self::ALL.into_iter().find(wide_enough).unwrap_or(Self::Millennium)
    }

    /// Its name.
    pub const fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Minute => units::minute(locale),
            Self::Hour => units::hour(locale),
            Self::Day => units::day(locale),
            Self::Week => units::week(locale),
            Self::Month => units::month(locale),
            Self::Quarter => units::quarter(locale),
            Self::Half => units::half(locale),
            Self::Year => units::year(locale),
            Self::Decade => units::decade(locale),
            Self::Century => units::century(locale),
            Self::Millennium => units::millennium(locale),
        }
    }

    /// The next longer unit; `None` for the longest.
    pub fn parent(self) -> Option<Self> {
        Self::ALL.into_iter().find(|&unit| unit > self)
    }

    /// How long it is on average, in seconds.
    pub const fn seconds(self) -> i64 {
        match self.step() {
            // 146,097 days are 400 years.
            CalendarStep::Months(months) => months as i64 * (146_097 * DAY / 4_800),
            CalendarStep::Seconds(seconds) => seconds,
        }
    }

    /// The start of the unit that holds the moment; the calendar's first second if that is before it.
    #[must_use]
    pub fn floor(self, moment: Moment) -> Moment {
        self.step().floor(moment)
    }

    /// The start of the next unit; `None` at the end of the calendar.
    pub fn next(self, moment: Moment) -> Option<Moment> {
        self.step().next(moment)
    }

    /// The start of the unit before the one that holds the moment; `None` at the start of the calendar.
    pub fn previous(self, moment: Moment) -> Option<Moment> {
        self.step().previous(moment)
    }

    /// The starts of all such units from the first to the last moment, both included.
    pub fn starts(self, first: Moment, last: Moment) -> impl Iterator<Item = Moment> {
        self.step().starts(first, last)
    }

    pub(super) const fn step(self) -> CalendarStep {
        match self {
            Self::Minute => CalendarStep::Seconds(60),
            Self::Hour => CalendarStep::Seconds(3_600),
            Self::Day => CalendarStep::Seconds(DAY),
            Self::Week => CalendarStep::Seconds(7 * DAY),
            Self::Month => CalendarStep::Months(1),
            Self::Quarter => CalendarStep::Months(3),
            Self::Half => CalendarStep::Months(6),
            Self::Year => CalendarStep::Months(12),
            Self::Decade => CalendarStep::Months(120),
            Self::Century => CalendarStep::Months(1_200),
            Self::Millennium => CalendarStep::Months(12_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::axis::Window;

    fn day(year: i32, month: u32, day: u32) -> Moment {
        Moment::day(year, month, day).unwrap()
    }

    fn unit(first: Moment, last: Moment, columns: u16) -> &'static str {
        Unit::for_scale(&Scale::new(Window::new(first, last.plus(-1)), columns)).label(Locale::English)
    }

    #[test]
    fn units_start_where_the_calendar_says() {
        let moment = day(2024, 2, 29).plus(50_000);
        let starts = [(Unit::Day, day(2024, 2, 29)), (Unit::Week, day(2024, 2, 26)), (Unit::Month, day(2024, 2, 1))];
        for (unit, start) in starts.into_iter().chain([
            (Unit::Quarter, day(2024, 1, 1)),
            (Unit::Decade, day(2020, 1, 1)),
            (Unit::Century, day(2000, 1, 1)),
        ]) {
            assert_eq!(unit.floor(moment), start, "{unit:?}");
        }
        assert_eq!(Unit::Month.next(moment), Some(day(2024, 3, 1)));
        assert_eq!(Unit::Day.next(day(1900, 2, 28)), Some(day(1900, 3, 1)));
        assert_eq!(Unit::Year.previous(day(0, 6, 1)), Some(day(-1, 1, 1)));
        assert_eq!(Unit::Millennium.floor(day(-2_999, 1, 1)), day(-3_000, 1, 1));
    }

    #[test]
    fn the_unit_follows_the_zoom() {
        assert_eq!(unit(day(2021, 1, 1), day(2024, 3, 1), 108), "quarter");
        assert_eq!(unit(day(2023, 1, 1), day(2024, 1, 1), 100), "month");
        assert_eq!(unit(day(2023, 1, 1), day(2023, 2, 6), 108), "day");
        assert_eq!(unit(day(2023, 1, 1), day(2023, 1, 2), 100), "hour");
        assert_eq!(unit(day(2000, 1, 1), day(2020, 1, 1), 100), "year");
        assert_eq!(unit(day(-3_000, 1, 1), day(9_999, 1, 1), 100), "millennium");
        assert_eq!(unit(Moment::FIRST, Moment::LAST, 0), "millennium");
    }
}
