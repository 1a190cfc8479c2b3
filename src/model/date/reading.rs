//! What a date says, taken apart for wording: units of the calendar, marks of doubt, ends. No language, no arithmetic.

use chrono::{Datelike, NaiveDate, Timelike};
use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement};

use super::{
    super::{Moment, Zone},
    calendar::last_day,
    clock::Clock,
    edtf::{self, DateTime},
    precision::Precision,
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
        if let Some(day) = edtf::plain_day(text) {
            return Some(Self::One(Named::day(day)));
        }
        if let Some(clocked) = DateTime::parse(text) {
            let DateTime { day, clock, .. } = clocked.ok()?;
            return Some(Self::One(Named { clock: Some(clock), ..Named::of(&day)? }));
        }
        match edtf::parse(text).ok()? {
            Edtf::Date(date) => Some(Self::One(Named::of(&date)?)),
            // Clock times are read above.
            Edtf::DateTime(_) => None,
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

    /// The same with every clock time that has a zone told by the clock of this one.
    #[must_use]
    pub(super) fn in_zone(self, zone: Zone) -> Self {
        match self {
            _ if zone == Zone::AsWritten => self,
            Self::One(named) => Self::One(named.in_zone(zone)),
            Self::Span(start, end) => Self::Span(start.in_zone(zone), end.in_zone(zone)),
            Self::OneOf(_) => self,
        }
    }

    pub(super) fn precision(&self) -> Precision {
        match self {
            Self::One(Named { clock: Some(Clock { second: None, .. }), .. }) => Precision::Minute,
            Self::One(Named { clock: Some(_), .. }) => Precision::Second,
            Self::One(named) => named.unit.precision(),
            Self::Span(..) => Precision::Span,
            Self::OneOf(_) => Precision::OneOf,
        }
    }
}

/// The clock times alone, to the precision of the source: "08:13:43.5", "10:00–12:00"; empty if there are none.
pub(super) fn clocks(reading: &Reading) -> String {
    match reading {
        Reading::One(Named { clock: Some(clock), .. }) => clock.exact_hands(),
        Reading::Span(End::Date(Named { clock: Some(start), .. }), End::Date(Named { clock: Some(end), .. })) => {
            format!("{}–{}", start.exact_hands(), end.exact_hands())
        }
        Reading::Span(End::Date(Named { clock: Some(start), .. }), _) => format!("{}–", start.exact_hands()),
        _ => String::new(),
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

    /// As the clock of a zone shows it; the same if there is no clock time, or no zone behind it.
    fn in_zone(self, zone: Zone) -> Self {
        let (Unit::Day { year, month, day }, Some(clock @ Clock { zone: Some(minutes), .. })) = (self.unit, self.clock)
        else {
            return self;
        };
        let Some(midnight) = Moment::day(year, month, day) else { return self };
        let instant = midnight.plus(clock.seconds().0 - i64::from(minutes) * 60);
        let offset = zone.offset(instant);
        let shown = instant.plus(offset).civil();
        let part = |part: u32| u8::try_from(part).unwrap_or(0);
        let second = clock.second.map(|second| if second == 60 { 60 } else { part(shown.second()) });
        let zone = i16::try_from(offset / 60).ok();
        let clock = Clock { hour: part(shown.hour()), minute: part(shown.minute()), second, zone, ..clock };
        Self { clock: Some(clock), ..Self { unit: Self::day(shown.date()).unit, ..self } }
    }

    /// The name of its unit, with the clock behind it if that is asked for.
    pub(super) fn clocked(&self, unit: String, with_clock: bool) -> String {
        match self.clock.filter(|_| with_clock) {
            Some(clock) => format!("{unit} {}", clock.exact_hands()),
            None => unit,
        }
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

impl End {
    fn in_zone(self, zone: Zone) -> Self {
        match self {
            Self::Date(named) => Self::Date(named.in_zone(zone)),
            Self::Open | Self::Unknown => self,
        }
    }

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
