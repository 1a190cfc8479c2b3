//! Numbers of seconds since 1970, and of parts of a second, known by how many digits they have.

use std::ops::Range;

use chrono::{DateTime, Datelike, Timelike};

use super::{
    super::{
        clock::{Clock, Fraction},
        column_fault::ColumnFault,
        epoch_unit::EpochUnit,
        event_date::EventDate,
        fault::{DateError, DateFault},
    },
    compose,
};

/// From 1990 to the end of 2099: a number of any other time is no time.
const SECONDS: Range<i64> = 631_152_000..4_102_444_800;

/// The instant of a number, given as its digits before and behind the point. `None` if no unit has so many digits.
pub(super) fn read(whole: &str, fraction: &str) -> Option<Result<EventDate, DateFault>> {
    let unit = EpochUnit::of_digits(whole.len())?;
    let (seconds, parts) = whole.split_at_checked(whole.len() - unit.digits())?;
    let seconds: i64 = seconds.parse().ok()?;
    if !SECONDS.contains(&seconds) {
        return Some(Err(DateFault::InColumn(ColumnFault::EpochRange { unit })));
    }
    let mut digits = [0_u8; 9];
    let written = parts.bytes().chain(fraction.bytes());
    let count = digits.iter_mut().zip(written).map(|(digit, byte)| *digit = byte).count();
    let fraction = digits.get(..count).and_then(|digits| Fraction::of(str::from_utf8(digits).ok()?));
    at(seconds, fraction).map(Ok)
}

/// The instant so many seconds after 1970, in UTC; `None` in a year with which no clock time is written.
fn at(seconds: i64, fraction: Option<Fraction>) -> Option<EventDate> {
    let time = DateTime::from_timestamp(seconds, 0)?.naive_utc();
    if !(0..=9999).contains(&time.year()) {
        return None;
    }
    let part = |part: u32| u8::try_from(part).ok();
    let (hour, minute, second) = (part(time.hour())?, part(time.minute())?, part(time.second())?);
    Some(compose::time(time.date(), Clock { hour, minute, second: Some(second), fraction, zone: Some(0) }))
}

/// Reads seconds since 1970-01-01T00:00:00Z, with a fraction of which nine digits count. 0 and -1 stand for no time.
///
/// # Errors
///
/// It is no number, or a time beyond the calendar.
pub(super) fn instant(text: &str) -> Result<Option<EventDate>, DateError> {
    let error = |fault| DateError { text: text.to_owned(), fault, offset: 0 };
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if !is_number(digits) || !is_number(fraction) {
        return Err(error(DateFault::NotSeconds));
    }
    if digits.is_empty() || text == "-1" || text.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
        return Ok(None);
    }
    let fraction = fraction.get(..fraction.len().min(9)).and_then(Fraction::of);
    let date = whole.parse().ok().and_then(|seconds| at(seconds, fraction));
    date.map(Some).ok_or_else(|| error(DateFault::SecondsBeyondCalendar))
}
