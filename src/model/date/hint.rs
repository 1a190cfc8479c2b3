//! What was meant by a text that is no EDTF: the common misspellings, each with the right spelling. A suggestion is made
//! only if it reads as a date.

use edtf_core::ParseError;
use unicode_normalization::UnicodeNormalization;

use super::{
    calendar::last_day,
    clock, digits,
    edtf::{EdtfError, is_supported},
    fault::{ClockFault, DateError, DateFault, SpellingRule},
    fields::Meaning,
    span_words,
    tokens::tokens,
    words,
};

/// A longer text is not looked into.
const MAX_BYTES: usize = 200;

/// Says why a text is no date that is supported.
pub(super) fn explain(text: &str, error: EdtfError) -> DateError {
    match error {
        // Of a day with a clock time, what is read as EDTF is the day.
        EdtfError::Syntax(why) => {
            let day = clock::split(text).map_or(text, |(day, _)| day);
            DateError { text: text.to_owned(), ..explain_syntax(day, &why) }
        }
        EdtfError::Invalid(fault, offset) => DateError { text: text.to_owned(), fault, offset },
    }
}

/// Says why a text is not EDTF, in the terms of whoever wrote it.
fn explain_syntax(text: &str, refusal: &ParseError) -> DateError {
    let error = |fault, offset| DateError { text: text.to_owned(), fault, offset };
    if text.trim().is_empty() {
        return error(DateFault::Empty, 0);
    }
    if let Some(fault) = no_such_day(text, refusal.offset) {
        return error(fault, refusal.offset);
    }
    if text.len() > MAX_BYTES {
        return error(DateFault::Unreadable { why: refusal.message }, refusal.offset.min(text.len()));
    }
    if let Some((rule, instead, offset)) = misspelled(text) {
        return error(DateFault::Misspelled { rule, instead }, offset);
    }
    if let Some((start, end)) = text.split_once('/').filter(|(start, end)| is_supported(start) && is_supported(end)) {
        if start.contains('T') || end.contains('T') {
            return error(DateFault::ClockSpan, start.len());
        }
        let fault = DateFault::EndBeforeStart { start: start.to_owned(), end: end.to_owned() };
        return error(fault, start.len() + 1);
    }
    if let Some(fault) = diagnose(text) {
        return error(fault, 0);
    }
    if let Some(offset) = text.find(char::is_whitespace) {
        return error(DateFault::Spaced, offset);
    }
    if !text.contains(|c: char| c.is_numeric()) {
        return error(DateFault::NoDigits, 0);
    }
    error(DateFault::Unreadable { why: refusal.message }, refusal.offset.min(text.len()))
}

/// The same error of a clock time, or what was meant by it if that is clear.
pub(super) fn explain_clock(error: DateError) -> DateError {
    match diagnose(&error.text) {
        Some(fault @ DateFault::Misspelled { .. })
            if matches!(error.fault, DateFault::Clock(ClockFault::Form | ClockFault::Behind)) =>
        {
            DateError { fault, offset: 0, ..error }
        }
        _ => error,
    }
}

/// What a text says that is written as people write dates.
pub(super) fn diagnose(text: &str) -> Option<DateFault> {
    let taken = |forms: Vec<String>| forms.into_iter().find(|form| is_supported(form));
    let mut digits = digits::meanings(text).into_iter().filter_map(|(rule, forms)| Some((rule, taken(forms)?)));
    match (digits.next(), digits.next()) {
        (Some((rule, instead)), None) => return Some(DateFault::Misspelled { rule, instead }),
        (Some((_, one)), Some((_, other))) => return Some(DateFault::Ambiguous { readings: vec![one, other] }),
        _ => {}
    }
    let tokens = tokens(text);
    let meaning = words::parts(&tokens).map_or_else(|| span_words::meaning(&tokens), |parts| parts.meaning());
    match meaning? {
        Meaning::Is(rule, forms) => Some(DateFault::Misspelled { rule, instead: taken(forms)? }),
        Meaning::OneOf(all) => {
            Some(DateFault::Ambiguous { readings: all.into_iter().map(taken).collect::<Option<Vec<_>>>()? })
        }
        Meaning::NoYear => Some(DateFault::NoYear),
        Meaning::ClockSpan => Some(DateFault::ClockSpan),
    }
}

fn misspelled(text: &str) -> Option<(SpellingRule, String, usize)> {
    let white = text.find(char::is_whitespace);
    let first = |wanted: fn(char) -> bool| text.find(wanted).unwrap_or(0);
    let found = |rule, instead: String, offset| is_supported(&instead).then_some((rule, instead, offset));
    if let Some(offset) = white {
        let close: String = text.split_whitespace().collect();
        let clock = text.split_whitespace().collect::<Vec<_>>().join("T");
        return found(SpellingRule::NoSpaces, close, offset).or_else(|| found(SpellingRule::NoSpaces, clock, offset));
    }
    let plain: String = text.nfkc().collect();
    let draft =
        text.replace("open", "..").replace("unknown", "").replace("?~", "%").replace("~?", "%").replace('u', "X");
    found(SpellingRule::Capitals, text.to_ascii_uppercase(), first(|c| c.is_ascii_lowercase()))
        .or_else(|| found(SpellingRule::Plain, plain, first(|c| !c.is_ascii())))
        .or_else(|| found(SpellingRule::Draft, draft, 0))
        .or_else(|| found(SpellingRule::Digits, school_year(text)?, "2021/".len()))
        .or_else(|| found(SpellingRule::Hyphens, hyphenated(text)?, first(|c| matches!(c, '/' | '.' | '年'))))
        .or_else(|| {
            let (start, end) = text.split_once(['~', '〜', '～', '–', '—']).or_else(|| text.split_once(".."))?;
            let is_span = !start.is_empty() && !end.is_empty();
            let span = is_span.then(|| Some(format!("{}/{}", padded(start)?, padded(end)?)))??;
            found(SpellingRule::Slash, span, start.len())
        })
        .or_else(|| {
            let parts: Option<Vec<String>> = text.split('/').map(padded).collect();
            found(SpellingRule::Digits, parts?.join("/"), 0)
        })
}

/// `2021/3/8`, `2021.03.08` and `2021年3月8日` with hyphens; `None` if it is nothing like that.
fn hyphenated(text: &str) -> Option<String> {
    let text = text.trim_end_matches(['日', '月', '年']);
    let parts: Vec<&str> = text.split(['/', '.', '年', '月']).collect();
    let (year, rest) = parts.split_first()?;
    let short = rest.iter().all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    // `2021/22` are two years; `2021-22` would be a season.
    let is_month = rest.first().is_none_or(|part| part.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month)));
    (year.len() == 4 && short && is_month && rest.len() <= 2).then(|| padded(&parts.join("-")))?
}

/// `2021/22` in full, if the second year comes after the first and cannot be a month; `None` for anything else.
fn school_year(text: &str) -> Option<String> {
    let (first, last) = text.split_once('/').filter(|(first, last)| first.len() == 4 && last.len() == 2)?;
    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let whole = first / 100 * 100 + last;
    (last > 12 && whole > first).then(|| format!("{first:04}/{whole:04}"))
}

/// A date with its parts filled up to four and two digits; `None` where the year may be none, or one of another century.
fn padded(date: &str) -> Option<String> {
    let (sign, digits) = date.strip_prefix('-').map_or(("", date), |digits| ("-", digits));
    let mut parts = digits.split('-');
    let year = parts.next()?;
    let is_number = year.bytes().all(|b| b.is_ascii_digit());
    if is_number && sign.is_empty() && year.len() < 3 {
        return None;
    }
    let year = if is_number { format!("{year:0>4}") } else { year.to_owned() };
    Some(parts.fold(format!("{sign}{year}"), |text, part| text + "-" + &format!("{part:0>2}")))
}

/// A month or a day of two digits that the calendar does not have, at the place where reading stopped.
fn no_such_day(text: &str, offset: usize) -> Option<DateFault> {
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok())?
    };
    let hyphen = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    let last = number(offset, offset.checked_add(2)?)?;
    let before = offset.checked_sub(1).filter(|&at| hyphen(at))?;
    let month = before.checked_sub(3).filter(|&at| hyphen(at)).and_then(|at| Some((at, number(at + 1, before)?)));
    match month {
        Some((at, month)) => {
            let year = i32::try_from(number(at.checked_sub(4)?, at)?).ok()?;
            let days = last_day(year, month)?;
            (last == 0 || last > days).then_some(DateFault::NoSuchDay { year, month, day: last, last: days })
        }
        None => number(before.checked_sub(4)?, before)
            .and((!(1..=12).contains(&last)).then_some(()))
            .map(|()| DateFault::NoSuchMonth { month: last }),
    }
}
