//! Numbers of seconds since 1970, and of parts of a second, known by how many digits they have.

use std::{fmt::Write, ops::Range};

use chrono::{DateTime, Datelike, Timelike};

use super::super::{
    super::{DateBounds, Moment},
    clock::Fraction,
    column_fault::ColumnFault,
    epoch_unit::EpochUnit,
    event_date::EventDate,
    fault::DateFault,
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
    instant(seconds, fraction).map(Ok)
}

/// The instant so many seconds after 1970, in UTC; `None` beyond the calendar.
pub(super) fn instant(seconds: i64, fraction: Option<Fraction>) -> Option<EventDate> {
    let time = DateTime::from_timestamp(seconds, 0)?.naive_utc();
    let mut text = String::with_capacity("2024-04-04T08:13:43.123456789Z".len());
    // What is written to a text never fails.
    let _ = write!(text, "{:04}", time.year());
    for (sign, part) in
        [('-', time.month()), ('-', time.day()), ('T', time.hour()), (':', time.minute()), (':', time.second())]
    {
        text.push(sign);
        text.extend([part / 10, part % 10].into_iter().filter_map(|digit| char::from_digit(digit, 10)));
    }
    if let Some(fraction) = fraction {
        fraction.push_digits(&mut text);
    }
    text.push('Z');
    let moment = Moment::from_seconds(seconds);
    let date = EventDate::from_parts(text.into(), None, DateBounds::point(moment, moment));
    Some(date.clocked(Some(0), fraction.map(|fraction| fraction.nanos)))
}
