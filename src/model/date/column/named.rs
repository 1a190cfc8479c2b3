//! Dates with the English name of their month, as programs write them: `Tue Dec 16 2003 13:12:11`, `16 Dec 2003 13:12:11 +0900`,
//! `Jan 6, 2023`, `October 2022`. A million of them takes a moment; any other form goes the way of all words.

use chrono::NaiveDate;

use super::{
    super::{
        clock::Clock,
        event_date::EventDate,
        tokens::{is_weekday, month},
    },
    compose,
};

/// Reads a cell; `None` for any form that it does not know, and for what is no date.
pub(super) fn read(cell: &str) -> Option<EventDate> {
    let (mut named, mut day, mut year, mut clock, mut zone) = (None, None, None, None, None);
    let parts = cell.split([' ', ',']).filter(|part| !part.is_empty());
    for (place, part) in parts.enumerate() {
        match part.as_bytes() {
            [b'0'..=b'9', ..] if part.contains(':') => first(&mut clock, part)?,
            [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => first(&mut day, part.parse().ok()?)?,
            [b'0'..=b'9', _, _, b'0'..=b'9'] => first(&mut year, part.parse().ok()?)?,
            [b'+' | b'-', _, _, _, _] | b"UTC" | b"GMT" | b"Z" if clock.is_some() => first(&mut zone, part)?,
            _ if !part.bytes().all(|byte| byte.is_ascii_alphabetic()) => return None,
            _ if place == 0 && is_day_name(part) => {}
            _ => first(&mut named, month(part)?)?,
        }
    }
    let (year, named): (i32, u32) = (year?, named?);
    let Some(day) = day else { return compose::month(year, named).filter(|_| clock.is_none()) };
    let day = NaiveDate::from_ymd_opt(year, named, day)?;
    let Some(clock) = clock else { return Some(compose::day(day)) };
    let time = Clock::parse(clock).ok()?;
    let zone = match zone {
        None => time.zone,
        Some(zone) => Clock::parse_zone(zone),
    };
    Some(compose::time(day, Clock { zone, ..time }))
}

/// Keeps what was found; `None` if there is one already.
fn first<T>(place: &mut Option<T>, found: T) -> Option<()> {
    place.replace(found).is_none().then_some(())
}

fn is_day_name(word: &str) -> bool {
    let mut small = [0_u8; "wednesday".len()];
    let Some(letters) = small.get_mut(..word.len()) else { return false };
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    str::from_utf8(letters).is_ok_and(is_weekday)
}
