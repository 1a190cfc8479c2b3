//! Stretches of the calendar that have a name: a day, a quarter, a year somewhere in a decade.

use edtf_core::{Bound, Date, DateField, Edtf};

use super::calendar::last_day;

/// A stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedPeriod {
    Day {
        year: i32,
        month: u32,
        day: u32,
    },
    Month {
        year: i32,
        month: u32,
    },
    Season {
        year: i32,
        season: Season,
    },
    /// `quarter` from 1.
    Quarter {
        year: i32,
        quarter: u8,
    },
    /// `half` from 1.
    Half {
        year: i32,
        half: u8,
    },
    Year {
        year: i32,
    },
    DayInMonth {
        year: i32,
        month: u32,
    },
    DayInYear {
        year: i32,
    },
    MonthInYear {
        year: i32,
    },
    YearIn {
        first: i32,
        last: i32,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl NamedPeriod {
    pub(super) fn of(date: &Date) -> Option<Self> {
        let Some(year) = date.year.value() else {
            let bounds = Edtf::Date(*date).bounds();
            let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
                return None;
            };
            let (first, last) = (i32::try_from(first.year).ok()?, i32::try_from(last.year).ok()?);
            return Some(Self::YearIn { first, last });
        };
        let year = i32::try_from(year).ok()?;
        let Some(month) = date.month else { return Some(Self::Year { year }) };
        Some(match (month.value(), date.day.map(DateField::value)) {
            (Some(month), Some(Some(day))) => Self::Day { year, month: month.into(), day: day.into() },
            (Some(month), Some(None)) => Self::DayInMonth { year, month: month.into() },
            (Some(month @ 1..=12), None) => Self::Month { year, month: month.into() },
            (Some(21), None) => Self::Season { year, season: Season::Spring },
            (Some(22), None) => Self::Season { year, season: Season::Summer },
            (Some(23), None) => Self::Season { year, season: Season::Autumn },
            (Some(24), None) => Self::Season { year, season: Season::Winter },
            (Some(code @ 33..=36), None) => Self::Quarter { year, quarter: code - 32 },
            (Some(code @ 40..=41), None) => Self::Half { year, half: code - 39 },
            (Some(_), None) => return None,
            (None, Some(_)) => Self::DayInYear { year },
            (None, None) => Self::MonthInYear { year },
        })
    }

    /// The year that it lies in; `None` if that is one of several.
    pub(super) const fn year(self) -> Option<i32> {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Season { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Year { year }
            | Self::DayInMonth { year, .. }
            | Self::DayInYear { year }
            | Self::MonthInYear { year } => Some(year),
            Self::YearIn { .. } => None,
        }
    }
}

/// The name of "one of these" where they fill a month or a year.
pub(super) fn covering_period(first: NamedPeriod, last: NamedPeriod) -> Option<NamedPeriod> {
    match (first, last) {
        (NamedPeriod::Day { year, month: 1, day: 1 }, NamedPeriod::Day { year: end, month: 12, day: 31 })
            if year == end =>
        {
            Some(NamedPeriod::DayInYear { year })
        }
        (NamedPeriod::Day { year, month, day: 1 }, NamedPeriod::Day { year: y, month: m, day })
            if (year, month) == (y, m) && last_day(year, month) == Some(day) =>
        {
            Some(NamedPeriod::DayInMonth { year, month })
        }
        (NamedPeriod::Month { year, month: 1 }, NamedPeriod::Month { year: end, month: 12 }) if year == end => {
            Some(NamedPeriod::MonthInYear { year })
        }
        (NamedPeriod::Year { year: first }, NamedPeriod::Year { year: last }) => {
            Some(NamedPeriod::YearIn { first, last })
        }
        _ => None,
    }
}

/// Whether some years are ten that are called by the first of them. The 1900s are a hundred to many.
pub(super) fn is_decade(first: i32, last: i32) -> bool {
    first > 99 && first % 10 == 0 && first % 100 != 0 && last.saturating_sub(first) == 9
}
