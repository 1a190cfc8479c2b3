//! What a date says, taken apart for wording: units of the calendar, marks of doubt, ends. No language, no arithmetic.

use chrono::{Datelike, NaiveDate, Timelike};
use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement};

use super::{
    super::{Moment, Zone},
    clock::Clock,
    edtf::{self, DateTime},
    named_period::{NamedPeriod, covering_period},
};

/// One date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QualifiedDate {
    pub(super) period: NamedPeriod,
    pub(super) clock: Option<Clock>,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
}

/// One end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Endpoint {
    Date(QualifiedDate),
    Open,
    Unknown,
}

/// One of the dates of which one is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SetMember {
    Date(QualifiedDate),
    Range(QualifiedDate, QualifiedDate),
    OnOrBefore(QualifiedDate),
    OnOrAfter(QualifiedDate),
}

/// A whole date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DateExpr {
    Single(QualifiedDate),
    /// From a start to an end, each possibly open or unknown.
    Interval(Endpoint, Endpoint),
    /// One of several dates.
    OneOf(Vec<SetMember>),
}

impl DateExpr {
    /// Takes a text apart; `None` if it is no date.
    pub(super) fn of(text: &str) -> Option<Self> {
        if let Some(day) = edtf::plain_day(text) {
            return Some(Self::Single(QualifiedDate::day(day)));
        }
        if let Some(clocked) = DateTime::parse(text) {
            let DateTime { day, clock, .. } = clocked.ok()?;
            return Some(Self::Single(QualifiedDate { clock: Some(clock), ..QualifiedDate::day(day) }));
        }
        match edtf::parse(text).ok()? {
            Edtf::Date(date) => Some(Self::Single(QualifiedDate::of(&date)?)),
            // Clock times are read above.
            Edtf::DateTime(_) => None,
            Edtf::Interval(interval) => {
                Some(Self::Interval(Endpoint::of(&interval.start)?, Endpoint::of(&interval.end)?))
            }
            Edtf::Set(set) => {
                let choices = set.elements.iter().map(SetMember::of).collect::<Option<Vec<_>>>()?;
                Some(match choices.as_slice() {
                    [SetMember::Date(only)] => Self::Single(*only),
                    [SetMember::Range(first, last)] => match covering_period(first.period, last.period) {
                        Some(period) => Self::Single(QualifiedDate { period, ..*first }),
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
            (Self::Single(start), Self::Single(end)) => {
                Some(Self::Interval(Endpoint::Date(start), Endpoint::Date(end)))
            }
            _ => None,
        }
    }

    /// The same with every clock time that has a zone told by the clock of this one.
    #[must_use]
    pub(super) fn in_zone(self, zone: Zone) -> Self {
        match self {
            _ if zone == Zone::AsWritten => self,
            Self::Single(date) => Self::Single(date.in_zone(zone)),
            Self::Interval(start, end) => Self::Interval(start.in_zone(zone), end.in_zone(zone)),
            Self::OneOf(_) => self,
        }
    }
}

/// The clock times alone, to the precision of the source: "08:13:43.5", "10:00–12:00"; empty if there are none.
pub(super) fn format_times(expr: &DateExpr) -> String {
    match expr {
        DateExpr::Single(QualifiedDate { clock: Some(clock), .. }) => clock.format_time_exact(),
        DateExpr::Interval(
            Endpoint::Date(QualifiedDate { clock: Some(start), .. }),
            Endpoint::Date(QualifiedDate { clock: Some(end), .. }),
        ) => {
            format!("{}–{}", start.format_time_exact(), end.format_time_exact())
        }
        DateExpr::Interval(Endpoint::Date(QualifiedDate { clock: Some(start), .. }), _) => {
            format!("{}–", start.format_time_exact())
        }
        _ => String::new(),
    }
}

impl QualifiedDate {
    fn day(day: NaiveDate) -> Self {
        let period = NamedPeriod::Day { year: day.year(), month: day.month(), day: day.day() };
        Self { period, clock: None, approximate: false, uncertain: false }
    }

    fn of(date: &Date) -> Option<Self> {
        let (approximate, uncertain) = (date.is_approximate(), date.is_uncertain());
        Some(Self { period: NamedPeriod::of(date)?, clock: None, approximate, uncertain })
    }

    /// As the clock of a zone shows it; the same if there is no clock time, or no zone behind it.
    fn in_zone(self, zone: Zone) -> Self {
        let (NamedPeriod::Day { year, month, day }, Some(clock @ Clock { zone: Some(minutes), .. })) =
            (self.period, self.clock)
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
        Self { clock: Some(clock), ..Self { period: Self::day(shown.date()).period, ..self } }
    }

    /// Adds the clock time to a name of the date, if that is asked for.
    pub(super) fn with_clock(&self, name: String, with_clock: bool) -> String {
        match self.clock.filter(|_| with_clock) {
            Some(clock) => format!("{name} {}", clock.format_time_exact()),
            None => name,
        }
    }

    /// Whether it can share the words of its neighbour: no clock, no doubt.
    pub(super) const fn is_plain(&self) -> bool {
        self.clock.is_none() && !self.approximate && !self.uncertain
    }
}

impl Endpoint {
    fn in_zone(self, zone: Zone) -> Self {
        match self {
            Self::Date(date) => Self::Date(date.in_zone(zone)),
            Self::Open | Self::Unknown => self,
        }
    }

    fn of(end: &IntervalEndpoint) -> Option<Self> {
        match end {
            IntervalEndpoint::Date(date) => QualifiedDate::of(date).map(Self::Date),
            IntervalEndpoint::Open => Some(Self::Open),
            IntervalEndpoint::Unknown => Some(Self::Unknown),
            IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => None,
        }
    }
}

impl SetMember {
    fn of(element: &SetElement) -> Option<Self> {
        Some(match element {
            SetElement::Date(date) => Self::Date(QualifiedDate::of(date)?),
            SetElement::Range(first, last) => Self::Range(QualifiedDate::of(first)?, QualifiedDate::of(last)?),
            SetElement::OnOrBefore(date) => Self::OnOrBefore(QualifiedDate::of(date)?),
            SetElement::OnOrAfter(date) => Self::OnOrAfter(QualifiedDate::of(date)?),
        })
    }
}
