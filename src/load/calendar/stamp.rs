//! Dates and times of iCalendar (RFC 5545, sections 3.3.4 and 3.3.5), and their text as EDTF and RFC 3339 have it.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::time_zone::TimeZoneRules;
use crate::model::{DateError, DateFault, EventDate};

/// A date or a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    Day(NaiveDate),
    /// By a clock that is so many minutes east of Greenwich; `None` where nobody says where it stands.
    Time(NaiveDateTime, Option<i16>),
}

/// What stands behind the digits of a time.
const UTC: &str = "Z";

impl Stamp {
    /// Reads a value, which is a day if that is said; its times are by the clock of this zone. `None` if it is no date at all.
    pub(super) fn read(value: &str, is_day: bool, zone: Option<&TimeZoneRules>) -> Option<Result<Self, DateError>> {
        let value = value.trim();
        let (day, clock) = value.split_once(['T', 't']).unwrap_or((value, ""));
        let part = |text: &str, from: usize, to: usize| -> Option<u32> { text.get(from..to)?.parse().ok() };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if day.len() != 8 || !is_number(day) {
            return None;
        }
        let (year, month, date) = (part(day, 0, 4)?, part(day, 4, 6)?, part(day, 6, 8)?);
        let Some(day) = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, date) else {
            let text = format!("{year:04}-{month:02}-{date:02}");
            let fault = EventDate::parse(&text).err().map_or(DateFault::Empty, |error| error.fault);
            return Some(Err(DateError { text: value.to_owned(), fault, offset: 0 }));
        };
        if clock.is_empty() || is_day {
            return Some(Ok(Self::Day(day)));
        }
        let digits = clock.strip_suffix(UTC).or_else(|| clock.strip_suffix('z')).unwrap_or(clock);
        let is_utc = digits.len() < clock.len();
        if !matches!(digits.len(), 4 | 6) || !is_number(digits) {
            return None;
        }
        // A leap second is the one before it, and 24:00 no time here.
        let second = part(digits, 4, 6).unwrap_or(0).min(59);
        let time = day.and_hms_opt(part(digits, 0, 2)?, part(digits, 2, 4)?, second)?;
        let offset = if is_utc { Some(0) } else { zone.map(|zone| zone.offset(time)) };
        Some(Ok(Self::Time(time, offset)))
    }

    /// The same so many seconds later, by the clock that it is of.
    pub(super) fn plus(self, seconds: i64, zone: Option<&TimeZoneRules>) -> Option<Self> {
        let later = TimeDelta::try_seconds(seconds)?;
        match self {
            // The end of a day does not belong to it: `P1D` is one day.
            Self::Day(day) => Some(Self::Day(day.checked_add_signed(later)?)),
            Self::Time(time, offset) => {
                let time = time.checked_add_signed(later)?;
                Some(Self::Time(time, zone.map(|zone| zone.offset(time)).or(offset)))
            }
        }
    }

    /// Its day.
    pub(super) fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Time(time, _) => time.date(),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Time(time, offset) => {
                let time = time.format("%Y-%m-%dT%H:%M:%S");
                match offset {
                    None => time.to_string(),
                    Some(0) => format!("{time}{UTC}"),
                    Some(minutes) => {
                        let (sign, ahead) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
                        format!("{time}{sign}{:02}:{:02}", ahead / 60, ahead % 60)
                    }
                }
            }
        }
    }
}

/// The date of an event from its start to its end, which does not belong to it.
pub(super) fn event_date(start: Stamp, end: Option<Stamp>) -> Result<EventDate, DateError> {
    let Some(end) = end else { return EventDate::parse(&start.text()) };
    match (start, end) {
        (Stamp::Day(first), end) => {
            let end = end.day();
            // Some programs end a day where it begins.
            let last = if end > first { end.checked_sub_days(Days::new(1)).unwrap_or(end) } else { end };
            if last == first {
                return EventDate::parse(&start.text());
            }
            if last < first {
                let fault = DateFault::EndBeforeStart { start: first.to_string(), end: end.to_string() };
                return Err(DateError { text: end.to_string(), fault, offset: 0 });
            }
            EventDate::parse(&format!("{first}/{last}"))
        }
        (start, end) if start == end => EventDate::parse(&start.text()),
        (start, end) => EventDate::from_start_end(&start.text(), &end.text()),
    }
}
