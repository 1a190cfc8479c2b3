//! From text to EDTF that is supported, and from there to the four bounds. Wrong spellings are explained in `hint`.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, ParseError, SetElement, SetKind, YearKind};

use super::{
    super::{DAY, DateBounds, Moment, MomentRange, Zone},
    clock::{self, Clock, Fraction},
    fault::{DateFault, Unsupported},
};

/// The day that a text of the plain form `YYYY-MM-DD` names, without the cost of the full grammar. `None` for any
/// other form, and for a day that does not exist.
pub(super) fn plain_day(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// Why a text is no date that is supported.
pub(super) enum EdtfError {
    /// It is not EDTF, says the parser.
    Syntax(ParseError),
    /// What is wrong with it, and where, in bytes.
    Invalid(DateFault, usize),
}

/// Reads a text as EDTF of the kinds that are supported.
pub(super) fn parse(text: &str) -> Result<Edtf, EdtfError> {
    let edtf = Edtf::parse(text).map_err(EdtfError::Syntax)?;
    match unsupported(&edtf) {
        None => Ok(edtf),
        Some(what) => Err(EdtfError::Invalid(DateFault::Unsupported(what), offset_of(text, what))),
    }
}

/// Whether a text is a date that is supported.
pub(super) fn is_supported(text: &str) -> bool {
    match DateTime::parse(text) {
        Some(date_time) => date_time.is_ok(),
        None => parse(text).is_ok_and(|edtf| bounds(&edtf).is_ok()),
    }
}

/// A day with a clock time on it.
pub(super) struct DateTime {
    pub(super) day: NaiveDate,
    pub(super) clock: Clock,
}

impl DateTime {
    /// Reads a day with a clock time; `None` for a text that is nothing like that.
    pub(super) fn parse(text: &str) -> Option<Result<Self, EdtfError>> {
        let (day, time) = clock::split(text)?;
        let read = || {
            let day = match plain_day(day) {
                Some(day) => day,
                None => day_of(&parse(day)?).map_err(|fault| EdtfError::Invalid(fault, 0))?,
            };
            let before = text.len() - time.len();
            let clock = Clock::parse(time)
                .map_err(|(fault, offset)| EdtfError::Invalid(DateFault::Clock(fault), before + offset))?;
            // `10:00-12:00` behind a blank is two times to a person, and no time with its zone.
            let is_span = clock.second.is_none() && time.contains('-') && !text.contains(['T', 't', '+']);
            if is_span {
                let instant = format!("{}T{}", text.get(..before).unwrap_or_default().trim_end(), time);
                return Err(EdtfError::Invalid(DateFault::ClockOrZone { instant }, before + "10:00".len()));
            }
            Ok(Self { day, clock })
        };
        Some(read())
    }

    /// The same time by the clock of a zone, as RFC 3339 has it and to the precision of the source; `None` for times that
    /// are told as they were written, and without a zone.
    pub(super) fn in_zone(&self, zone: Zone) -> Option<String> {
        let instant = self.clock.zone.map(|_| self.bounds().start.earliest)?;
        if zone == Zone::AsWritten {
            return None;
        }
        let minutes = zone.offset(instant) / 60;
        let shown = instant.plus(zone.offset(instant)).civil();
        let seconds = match self.clock.second {
            None => String::new(),
            Some(60) => ":60".to_owned(),
            Some(_) => shown.format(":%S").to_string(),
        };
        let fraction = self.clock.fraction.map_or_else(String::new, Fraction::digits);
        let sign = if minutes < 0 { '-' } else { '+' };
        let offset = match minutes.abs() {
            0 => "Z".to_owned(),
            minutes => format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60),
        };
        let year = shown.year();
        let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        Some(format!("{year}{}{seconds}{fraction}{offset}", shown.format("-%m-%dT%H:%M")))
    }

    /// Its bounds: in UTC if it has a zone, else by its own clock.
    pub(super) fn bounds(&self) -> DateBounds {
        let (first, last) = self.clock.seconds();
        let zone = self.clock.zone.map_or(0, |minutes| i64::from(minutes) * 60);
        let midnight = Moment::at(self.day.into());
        DateBounds::point(midnight.plus(first - zone), midnight.plus(last - zone))
    }
}

/// The day behind which a clock time stands.
fn day_of(edtf: &Edtf) -> Result<NaiveDate, DateFault> {
    let Edtf::Date(day) = edtf else { return Err(DateFault::Spaced) };
    Ok(between(day)?.earliest.civil().date())
}

/// Where a form that is not supported stands in its text, in bytes.
fn offset_of(text: &str, what: Unsupported) -> usize {
    let offset = match what {
        Unsupported::AllMembers => text.find('{'),
        Unsupported::ExponentialYear => text.find('E'),
        Unsupported::SignificantDigits => text.find('S'),
        Unsupported::DigitsAfterX => text.find('X'),
        Unsupported::VagueEnd => text.find(".."),
        Unsupported::PartOfYear { code } => text.find(&format!("-{code}")).map(|hyphen| hyphen + 1),
    };
    offset.unwrap_or(0)
}

fn unsupported(edtf: &Edtf) -> Option<Unsupported> {
    match edtf {
        Edtf::Date(date) => unsupported_part(date),
        // Clock times are read before it comes to EDTF.
        Edtf::DateTime(_) => None,
        Edtf::Interval(Interval { start, end }) => [start, end].into_iter().find_map(|end| match end {
            IntervalEndpoint::Date(date) => unsupported_part(date),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
            IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => Some(Unsupported::VagueEnd),
        }),
        Edtf::Set(set) if set.kind == SetKind::AllMembers => Some(Unsupported::AllMembers),
        Edtf::Set(set) => set.elements.iter().find_map(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                unsupported_part(date)
            }
            SetElement::Range(first, last) => unsupported_part(first).or_else(|| unsupported_part(last)),
        }),
    }
}

fn unsupported_part(date: &Date) -> Option<Unsupported> {
    if date.year.significant_digits.is_some() {
        return Some(Unsupported::SignificantDigits);
    }
    let year = match date.year.kind {
        YearKind::Exponential { .. } => return Some(Unsupported::ExponentialYear),
        YearKind::Standard { digits, .. } => digits,
        YearKind::Big { .. } => [Some(0); 4],
    };
    if let Some(code) =
        date.month.and_then(edtf_core::DateField::value).filter(|code| matches!(code, 25..=32 | 37..=39))
    {
        return Some(Unsupported::PartOfYear { code });
    }
    let parts = [date.month, date.day].into_iter().flatten().flat_map(|part| part.digits);
    let known_after_unknown = year.into_iter().chain(parts).skip_while(Option::is_some).any(|digit| digit.is_some());
    known_after_unknown.then_some(Unsupported::DigitsAfterX)
}

/// The four bounds of a date.
pub(super) fn bounds(edtf: &Edtf) -> Result<DateBounds, DateFault> {
    match edtf {
        Edtf::Date(date) => between(date).map(|b| DateBounds::point(b.earliest, b.latest)),
        Edtf::DateTime(time) => between(&time.date).map(|b| DateBounds::point(b.earliest, b.latest)),
        Edtf::Interval(interval) => interval_bounds(interval),
        Edtf::Set(set) => {
            let mut hull: Option<MomentRange> = None;
            for element in &set.elements {
                let next = match element {
                    SetElement::Date(date) => between(date)?,
                    SetElement::OnOrBefore(date) => MomentRange { earliest: Moment::DISTANT_PAST, ..between(date)? },
                    SetElement::OnOrAfter(date) => MomentRange { latest: Moment::DISTANT_FUTURE, ..between(date)? },
                    SetElement::Range(first, last) => {
                        MomentRange { earliest: between(first)?.earliest, latest: between(last)?.latest }
                    }
                };
                hull = Some(hull.map_or(next, |h| MomentRange {
                    earliest: h.earliest.min(next.earliest),
                    latest: h.latest.max(next.latest),
                }));
            }
            hull.map(|h| DateBounds::point(h.earliest, h.latest)).ok_or(DateFault::Empty)
        }
    }
}

/// The bounds of a span with these ends; an end does not lie before its start, whatever their precision.
pub(super) fn span(start: MomentRange, end: MomentRange) -> DateBounds {
    DateBounds {
        start: MomentRange { latest: start.latest.min(end.latest), ..start },
        end: MomentRange { earliest: end.earliest.max(start.earliest), ..end },
    }
}

fn interval_bounds(interval: &Interval) -> Result<DateBounds, DateFault> {
    let dated = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date) => between(date).map(Some),
        _ => Ok(None),
    };
    let always = |moment| MomentRange { earliest: moment, latest: moment };
    let start = match dated(&interval.start)? {
        Some(start) => start,
        None if interval.start == IntervalEndpoint::Open => always(Moment::DISTANT_PAST),
        None => MomentRange { earliest: Moment::DISTANT_PAST, latest: Moment::DISTANT_FUTURE },
    };
    let end = match dated(&interval.end)? {
        Some(end) => end,
        None if interval.end == IntervalEndpoint::Open => always(Moment::DISTANT_FUTURE),
        None => MomentRange { earliest: Moment::DISTANT_PAST, latest: Moment::DISTANT_FUTURE },
    };
    Ok(span(start, end))
}

fn between(date: &Date) -> Result<MomentRange, DateFault> {
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return Err(DateFault::BeyondCalendar { year: date.year.value().unwrap_or(i64::MAX) });
    };
    Ok(MomentRange { earliest: midnight(first)?, latest: midnight(last)?.plus(DAY - 1) })
}

fn midnight(day: BoundDate) -> Result<Moment, DateFault> {
    i32::try_from(day.year)
        .ok()
        .and_then(|year| Moment::day(year, day.month.into(), day.day.into()))
        .ok_or(DateFault::BeyondCalendar { year: day.year })
}
