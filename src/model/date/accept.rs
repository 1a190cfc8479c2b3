//! From text to EDTF that annalist takes, and from there to the four bounds. Wrong spellings are explained in `hint`.

use chrono::{Datelike, NaiveDate};
use edtf_core::{Bound, BoundDate, Date, Edtf, Interval, IntervalEndpoint, SetElement, SetKind, YearKind};

use super::{
    super::{DAY, DateBounds, Moment, MomentRange, Zone},
    clock::{self, Clock, Fraction},
    fault::{DateError, DateFault, Unsupported},
    hint,
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

/// Reads a text as EDTF of the kinds that annalist takes.
pub(super) fn edtf(text: &str) -> Result<Edtf, DateError> {
    let edtf = Edtf::parse(text).map_err(|refusal| hint::explain(text, &refusal))?;
    match unsupported(&edtf) {
        None => Ok(edtf),
        Some(what) => Err(DateError {
            text: text.to_owned(),
            offset: hint::place_of(text, what),
            fault: DateFault::Unsupported(what),
        }),
    }
}

/// Whether a text is a date that annalist takes.
pub(super) fn is_taken(text: &str) -> bool {
    match clocked(text) {
        Some(clocked) => clocked.is_ok(),
        None => Edtf::parse(text).is_ok_and(|edtf| unsupported(&edtf).is_none() && bounds(&edtf).is_ok()),
    }
}

/// A day with a clock time on it.
pub(super) struct Clocked {
    pub(super) day: Date,
    pub(super) clock: Clock,
    midnight: Moment,
}

/// Reads a day with a clock time; `None` for a text that is nothing like that.
pub(super) fn clocked(text: &str) -> Option<Result<Clocked, DateError>> {
    let (day, time) = clock::split(text)?;
    let error = |fault, offset| DateError { text: text.to_owned(), fault, offset };
    let read = || {
        let day = edtf(day).map_err(|why| error(why.fault, why.offset))?;
        let Edtf::Date(day) = day else { return Err(error(DateFault::Spaced, 0)) };
        let midnight = between(&day).map_err(|fault| error(fault, 0))?.earliest;
        let before = text.len() - time.len();
        let clock = Clock::parse(time).map_err(|(fault, offset)| error(DateFault::Clock(fault), before + offset))?;
        // `10:00-12:00` behind a blank is two times to a person, and no time with its zone.
        let is_span = clock.second.is_none() && time.contains('-') && !text.contains(['T', 't', '+']);
        if is_span {
            let instant = format!("{}T{}", text.get(..before).unwrap_or_default().trim_end(), time);
            return Err(error(DateFault::ClockOrZone { instant }, before + "10:00".len()));
        }
        Ok(Clocked { day, clock, midnight })
    };
    Some(read())
}

impl Clocked {
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
        DateBounds::point(self.midnight.plus(first - zone), self.midnight.plus(last - zone))
    }
}

fn unsupported(edtf: &Edtf) -> Option<Unsupported> {
    match edtf {
        Edtf::Date(date) => refused(date),
        // Clock times are read before it comes to EDTF.
        Edtf::DateTime(_) => None,
        Edtf::Interval(Interval { start, end }) => [start, end].into_iter().find_map(|end| match end {
            IntervalEndpoint::Date(date) => refused(date),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
            IntervalEndpoint::OnOrBefore(_) | IntervalEndpoint::OnOrAfter(_) => Some(Unsupported::VagueEnd),
        }),
        Edtf::Set(set) if set.kind == SetKind::AllMembers => Some(Unsupported::AllMembers),
        Edtf::Set(set) => set.elements.iter().find_map(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => refused(date),
            SetElement::Range(first, last) => refused(first).or_else(|| refused(last)),
        }),
    }
}

fn refused(date: &Date) -> Option<Unsupported> {
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

/// The last day of a month; `None` for a month that does not exist.
pub(super) fn last_day(year: i32, month: u32) -> Option<u32> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(chrono::Months::new(1))?.pred_opt().map(|day| day.day())
}
