//! What a date says, taken apart for wording: units of the calendar, marks of doubt, ends. No language, no arithmetic.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement, Time, TimeShift};

use super::{
    accept::{self, last_day},
    event_date::Precision,
};

/// A stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
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

/// A clock time; `zone` in minutes east of Greenwich.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) zone: Option<i16>,
}

/// One date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) unit: Unit,
    pub(super) clock: Option<Clock>,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
}

/// One end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Date(Named),
    Open,
    Unknown,
}

/// One of the dates of which one is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Date(Named),
    Within(Named, Named),
    OrEarlier(Named),
    OrLater(Named),
}

/// A whole date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    One(Named),
    Span(End, End),
    OneOf(Vec<Choice>),
}

impl Reading {
    /// Takes a text apart; `None` if it is no date.
    pub(super) fn of(text: &str) -> Option<Self> {
        if let Some(day) = accept::plain_day(text) {
            return Some(Self::One(Named::day(day)));
        }
        match accept::edtf(text).ok()? {
            Edtf::Date(date) => Some(Self::One(Named::of(&date)?)),
            Edtf::DateTime(time) => {
                Some(Self::One(Named { clock: Some(Clock::of(time.time)), ..Named::of(&time.date)? }))
            }
            Edtf::Interval(interval) => Some(Self::Span(End::of(&interval.start)?, End::of(&interval.end)?)),
            Edtf::Set(set) => {
                let choices = set.elements.iter().map(Choice::of).collect::<Option<Vec<_>>>()?;
                Some(match choices.as_slice() {
                    [Choice::Date(only)] => Self::One(*only),
                    [Choice::Within(first, last)] => match whole(first.unit, last.unit) {
                        Some(unit) => Self::One(Named { unit, ..*first }),
                        None => Self::OneOf(choices),
                    },
                    _ => Self::OneOf(choices),
                })
            }
        }
    }

    /// The span of two dates; `None` if one of them is not a single date.
    pub(super) fn joined(start: Self, end: Self) -> Option<Self> {
        match (start, end) {
            (Self::One(start), Self::One(end)) => Some(Self::Span(End::Date(start), End::Date(end))),
            _ => None,
        }
    }

    pub(super) fn precision(&self) -> Precision {
        match self {
            Self::One(Named { clock: Some(_), .. }) => Precision::Second,
            Self::One(named) => named.unit.precision(),
            Self::Span(..) => Precision::Span,
            Self::OneOf(_) => Precision::OneOf,
        }
    }
}

impl Named {
    fn day(day: NaiveDate) -> Self {
        let unit = Unit::Day { year: day.year(), month: day.month(), day: day.day() };
        Self { unit, clock: None, approximate: false, uncertain: false }
    }

    fn of(date: &Date) -> Option<Self> {
        let (approximate, uncertain) = (date.is_approximate(), date.is_uncertain());
        Some(Self { unit: Unit::of(date)?, clock: None, approximate, uncertain })
    }

    /// Whether it can share the words of its neighbour: no clock, no doubt.
    pub(super) const fn is_plain(&self) -> bool {
        self.clock.is_none() && !self.approximate && !self.uncertain
    }
}

impl Unit {
    fn of(date: &Date) -> Option<Self> {
        let Some(year) = date.year.value() else {
            let bounds = Edtf::Date(*date).bounds();
            let (edtf_core::Bound::Date(first), edtf_core::Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
                return None;
            };
            let (first, last) = (i32::try_from(first.year).ok()?, i32::try_from(last.year).ok()?);
            return Some(Self::YearIn { first, last });
        };
        let year = i32::try_from(year).ok()?;
        let Some(month) = date.month else { return Some(Self::Year { year }) };
        Some(match (month.value(), date.day.map(edtf_core::DateField::value)) {
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

    const fn precision(self) -> Precision {
        match self {
            Self::Day { .. } => Precision::Day,
            Self::Month { .. } | Self::DayInMonth { .. } => Precision::Month,
            Self::Season { .. } => Precision::Season,
            Self::Quarter { .. } => Precision::Quarter,
            Self::Half { .. } => Precision::Half,
            Self::Year { .. } | Self::DayInYear { .. } | Self::MonthInYear { .. } => Precision::Year,
            Self::YearIn { first, last } if last.saturating_sub(first) < 10 => Precision::Decade,
            Self::YearIn { .. } => Precision::Century,
        }
    }
}

impl Clock {
    fn of(time: Time) -> Self {
        let zone = time.shift.map(|shift| match shift {
            TimeShift::Utc => 0,
            TimeShift::Offset { minutes, .. } => minutes,
        });
        Self { hour: time.hour, minute: time.minute, second: time.second, zone }
    }

    /// The hands: "10:00", with seconds only if there are any.
    pub(super) fn hands(self) -> String {
        let Self { hour, minute, second, .. } = self;
        if second == 0 { format!("{hour:02}:{minute:02}") } else { format!("{hour:02}:{minute:02}:{second:02}") }
    }

    /// The zone, "UTC+9"; `None` where the source gives none.
    pub(super) fn zone_name(self) -> Option<String> {
        let zone = self.zone?;
        let sign = if zone < 0 { '-' } else { '+' };
        let (hours, minutes) = (zone.unsigned_abs() / 60, zone.unsigned_abs() % 60);
        Some(match (hours, minutes) {
            (0, 0) => "UTC".to_owned(),
            (_, 0) => format!("UTC{sign}{hours}"),
            _ => format!("UTC{sign}{hours}:{minutes:02}"),
        })
    }
}

impl End {
    fn of(end: &IntervalEndpoint) -> Option<Self> {
        match end {
            IntervalEndpoint::Date(date) => Named::of(date).map(Self::Date),
            IntervalEndpoint::Open => Some(Self::Open),
            IntervalEndpoint::Unknown => Some(Self::Unknown),
            IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => None,
        }
    }
}

impl Choice {
    fn of(element: &SetElement) -> Option<Self> {
        Some(match element {
            SetElement::Date(date) => Self::Date(Named::of(date)?),
            SetElement::Range(first, last) => Self::Within(Named::of(first)?, Named::of(last)?),
            SetElement::OnOrBefore(date) => Self::OrEarlier(Named::of(date)?),
            SetElement::OnOrAfter(date) => Self::OrLater(Named::of(date)?),
        })
    }
}

/// The name of "one of these" where they fill a month or a year.
fn whole(first: Unit, last: Unit) -> Option<Unit> {
    match (first, last) {
        (Unit::Day { year, month: 1, day: 1 }, Unit::Day { year: end, month: 12, day: 31 }) if year == end => {
            Some(Unit::DayInYear { year })
        }
        (Unit::Day { year, month, day: 1 }, Unit::Day { year: y, month: m, day })
            if (year, month) == (y, m) && last_day(year, month) == Some(day) =>
        {
            Some(Unit::DayInMonth { year, month })
        }
        (Unit::Month { year, month: 1 }, Unit::Month { year: end, month: 12 }) if year == end => {
            Some(Unit::MonthInYear { year })
        }
        (Unit::Year { year: first }, Unit::Year { year: last }) => Some(Unit::YearIn { first, last }),
        _ => None,
    }
}
