//! Dates in digits alone: seconds since 1970, and dates without what joins their parts.

use chrono::DateTime;

use super::fault::SpellingRule;

/// What a number can mean as a date: all that makes sense, each in its forms, the most exact first.
pub(super) fn meanings(text: &str) -> Vec<(SpellingRule, Vec<String>)> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() > 20 {
        return Vec::new();
    }
    if !is_number(whole) || !is_number(fraction) {
        return compact(text).map(|form| (SpellingRule::Hyphens, vec![form])).into_iter().collect();
    }
    let compact = compact(text).map(|form| (SpellingRule::Hyphens, vec![form]));
    since_1970(whole, fraction).map(|forms| (SpellingRule::Epoch, forms)).into_iter().chain(compact).collect()
}

/// A number of seconds since 1970, or of thousandths, millionths or milliardths.
fn since_1970(whole: &str, fraction: &str) -> Option<Vec<String>> {
    let digits = match whole.len() {
        10 => 0,
        13 => 3,
        16 => 6,
        19 => 9,
        _ => return None,
    };
    let (seconds, parts) = whole.split_at(whole.len() - digits);
    let date = DateTime::from_timestamp(seconds.parse().ok()?, 0)?.format("%Y-%m-%dT%H:%M:%S");
    let parts = if digits == 0 { fraction } else { parts };
    let parts = parts.trim_end_matches('0').get(..9.min(parts.trim_end_matches('0').len()))?;
    let exact = (!parts.is_empty()).then(|| format!("{date}.{parts}Z"));
    Some(exact.into_iter().chain([format!("{date}Z")]).collect())
}

/// `20240404` and `20240404T081343Z`.
fn compact(text: &str) -> Option<String> {
    let (day, clock) = match text.split_once(['T', 't', ' ']) {
        Some((day, clock)) => (day, clock),
        None => text.split_at_checked(8)?,
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |text: &'_ str, at: usize| text.get(at..at + 2).filter(|part| digits(part)).map(str::to_owned);
    if day.len() != 8 || !digits(day) {
        return None;
    }
    let date = format!("{}-{}-{}", day.get(..4)?, part(day, 4)?, part(day, 6)?);
    if clock.is_empty() {
        return Some(date);
    }
    let time = clock.get(..clock.find(|c: char| !c.is_ascii_digit()).unwrap_or(clock.len()))?;
    let zone = clock.get(time.len()..)?;
    let zone = match (zone, zone.len()) {
        ("" | "Z" | "z", _) => zone.to_ascii_uppercase(),
        (zone, 5) if digits(zone.get(1..)?) => format!("{}:{}", zone.get(..3)?, zone.get(3..)?),
        (zone, 6 | 3) => zone.to_owned(),
        _ => return None,
    };
    match time.len() {
        4 => Some(format!("{date}T{}:{}:00{zone}", part(time, 0)?, part(time, 2)?)),
        6 => Some(format!("{date}T{}:{}:{}{zone}", part(time, 0)?, part(time, 2)?, part(time, 4)?)),
        _ => None,
    }
}
