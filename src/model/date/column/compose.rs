//! Dates from their parts, with their text as EDTF and RFC 3339 have it.

use chrono::{Datelike, NaiveDate};

use super::super::{
    super::{DAY, DateBounds, Moment},
    calendar::last_day,
    clock::{Clock, Fraction},
    edtf::DateTime,
    event_date::EventDate,
};

/// Longer than any text that is made here.
const MAX_BYTES: usize = "-262143-04-04T08:13:43.123456789+09:00".len();

/// A day.
pub(super) fn day(day: NaiveDate) -> EventDate {
    days(text(day.year(), day.month(), Some(day.day())), day, day)
}

/// A month; `None` where there is none.
pub(super) fn month(year: i32, month: u32) -> Option<EventDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = NaiveDate::from_ymd_opt(year, month, last_day(year, month)?)?;
    Some(days(text(year, month, None), first, last))
}

/// A clock time on a day.
pub(super) fn time(day: NaiveDate, clock: Clock) -> EventDate {
    let mut text = text(day.year(), day.month(), Some(day.day()));
    push(&mut text, 'T', clock.hour.into());
    push(&mut text, ':', clock.minute.into());
    if let Some(second) = clock.second {
        push(&mut text, ':', second.into());
    }
    if let Some(fraction) = clock.fraction {
        fraction.push_digits(&mut text);
    }
    match clock.zone {
        None => {}
        Some(0) => text.push('Z'),
        Some(minutes) => {
            let ahead = u32::from(minutes.unsigned_abs());
            push(&mut text, if minutes < 0 { '-' } else { '+' }, ahead / 60);
            push(&mut text, ':', ahead % 60);
        }
    }
    let nanos = clock.fraction.map(|fraction: Fraction| fraction.nanos);
    EventDate::from_parts(text.into(), None, DateTime { day, clock }.bounds()).clocked(clock.zone, nanos)
}

fn days(text: String, first: NaiveDate, last: NaiveDate) -> EventDate {
    let bounds = DateBounds::point(Moment::at(first.into()), Moment::at(last.into()).plus(DAY - 1));
    EventDate::from_parts(text.into(), None, bounds)
}

fn text(year: i32, month: u32, day: Option<u32>) -> String {
    let mut text = String::with_capacity(MAX_BYTES);
    if let Ok(year @ 0..=9999) = u32::try_from(year) {
        two(&mut text, year / 100);
        two(&mut text, year % 100);
    } else {
        text = format!("{}{:04}", if year < 0 { "-" } else { "" }, year.unsigned_abs());
    }
    push(&mut text, '-', month);
    if let Some(day) = day {
        push(&mut text, '-', day);
    }
    text
}

fn push(text: &mut String, sign: char, part: u32) {
    text.push(sign);
    two(text, part);
}

fn two(text: &mut String, part: u32) {
    text.extend([part / 10 % 10, part % 10].into_iter().filter_map(|digit| char::from_digit(digit, 10)));
}
