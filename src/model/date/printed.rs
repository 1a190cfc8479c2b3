//! What the screen prints, back to EDTF, so that a prompt takes it: "first quarter of 2021", "6 January 2023, 10:00
//! (UTC+9)", 「2021年3月のある日」. Dates that people write in words are read by `hint`.

use super::{super::zone::offset_minutes, edtf::is_supported, fault::DateFault, hint, year::read_year};

/// What stands before or behind the name of a longer time, in both languages, and what EDTF has behind that time.
const PARTS: [(&str, &str, &str); 15] = [
    ("first quarter of ", "", "-33"),
    ("second quarter of ", "", "-34"),
    ("third quarter of ", "", "-35"),
    ("fourth quarter of ", "", "-36"),
    ("first half of ", "", "-40"),
    ("second half of ", "", "-41"),
    ("", "第1四半期", "-33"),
    ("", "第2四半期", "-34"),
    ("", "第3四半期", "-35"),
    ("", "第4四半期", "-36"),
    ("", "上半期", "-40"),
    ("", "下半期", "-41"),
    ("one month in ", "", "-XX"),
    ("", "のある月", "-XX"),
    ("a year in the ", "", ""),
];

/// So many 「～」 has a span at most: 「1000年～1999年のある年～2000年～2999年のある年」.
const MAX_JOINTS: usize = 3;
/// What is printed is a date in so few others: one of several spans, of which an end is about, uncertain, a part of a year.
const MAX_NESTED: usize = 8;

/// A form of what is printed, with how many others may still be inside of it.
type Form = fn(&str, usize) -> Option<String>;

/// The date that was printed so; `None` for any other text.
pub(super) fn edtf(text: &str) -> Option<String> {
    nested(text, MAX_NESTED)
}

fn nested(text: &str, inside: usize) -> Option<String> {
    let inside = inside.checked_sub(1)?;
    let text = without_weekday(text.trim());
    let forms: [Form; 10] = [
        open_span,
        |text, _| plain(text),
        part,
        day_in,
        marked,
        zoned,
        span,
        |text, _| years(text),
        |text, _| before_christ(text),
        one_of,
    ];
    forms.into_iter().find_map(|form| form(&text, inside).filter(|edtf| is_supported(edtf)))
}

/// The text without the day of the week, which follows from the date.
fn without_weekday(text: &str) -> String {
    let days = ["Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "];
    let text = days.into_iter().find_map(|day| text.strip_prefix(day)).unwrap_or(text);
    let days = ["（月）", "（火）", "（水）", "（木）", "（金）", "（土）", "（日）"];
    days.into_iter().fold(text.to_owned(), |text, day| text.replace(day, ""))
}

/// A span without an end, or without a start.
fn open_span(text: &str, inside: usize) -> Option<String> {
    if let Some(start) = text.strip_prefix("since ") {
        return Some(format!("{}/..", nested(start, inside)?));
    }
    Some(format!("../{}", nested(text.strip_prefix("until ").or_else(|| text.strip_prefix('～'))?, inside)?))
}

/// EDTF, a year with its era, or a date as people write it.
fn plain(text: &str) -> Option<String> {
    if is_supported(text) {
        return Some(text.to_owned());
    }
    // One or two digits are a day or a month to most people.
    let is_bare = text.len() < 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(year) = read_year(text).filter(|_| !is_bare) {
        let (sign, digits) = (if year < 0 { "-" } else { "" }, year.unsigned_abs());
        return Some(if digits > 9999 { format!("Y{sign}{digits}") } else { format!("{sign}{digits:04}") });
    }
    // A year before 100 has no era in Japanese: 「12年8月」.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_early = digits < 3 && text.get(digits..).is_some_and(|rest| rest.starts_with('年'));
    let with_era = || is_early.then(|| hint::diagnose(&format!("西暦{text}")))?;
    match hint::diagnose(text).or_else(with_era)? {
        DateFault::Misspelled { instead, .. } => Some(instead),
        _ => None,
    }
}

fn part(text: &str, inside: usize) -> Option<String> {
    PARTS.into_iter().find_map(|(before, behind, code)| {
        let whole = text.strip_prefix(before)?.strip_suffix(behind)?;
        Some(nested(whole, inside)? + code)
    })
}

/// One day in a month or a year, or one year of several.
fn day_in(text: &str, inside: usize) -> Option<String> {
    let within = text.strip_prefix("one day in ").or_else(|| text.strip_suffix("のある日"));
    if let Some(within) = within {
        let whole = nested(within, inside)?;
        let is_year = whole.len() == 4;
        return Some(whole + if is_year { "-XX-XX" } else { "-XX" });
    }
    let years = text.strip_prefix("a year from ").and_then(|years| years.split_once(" to "));
    if let Some((first, last)) = years {
        return Some(year_within(&nested(first, inside)?, &nested(last, inside)?));
    }
    let years = text.strip_suffix("のある年")?;
    match years.split_once('～') {
        Some((first, last)) => Some(year_within(&nested(first, inside)?, &nested(last, inside)?)),
        None => nested(years, inside),
    }
}

/// One of several years, which have a form of their own where they share all but their last digits.
fn year_within(first: &str, last: &str) -> String {
    for places in (1..=first.len()).rev() {
        let shared = first.strip_suffix(&*"0".repeat(places));
        let shared = shared.filter(|shared| last.strip_suffix(&*"9".repeat(places)) == Some(shared));
        if let Some(shared) = shared.filter(|shared| shared.len() + places == 4) {
            return format!("{shared}{}", "X".repeat(places));
        }
    }
    format!("[{first}..{last}]")
}

/// A date with marks of doubt.
fn marked(text: &str, inside: usize) -> Option<String> {
    if let Some(date) = text.strip_suffix(" (uncertain)").or_else(|| text.strip_suffix("（不確実）")) {
        return with_mark(date, '?', inside);
    }
    with_mark(text.strip_prefix("c. ").or_else(|| text.strip_suffix('頃'))?, '~', inside)
}

fn with_mark(date: &str, mark: char, inside: usize) -> Option<String> {
    let date = nested(date, inside).filter(|date| !date.contains(['/', '[']))?;
    Some(match date.strip_suffix(['~', '?']) {
        Some(bare) => format!("{bare}%"),
        None => format!("{date}{mark}"),
    })
}

/// A clock time with its zone in parentheses.
fn zoned(text: &str, inside: usize) -> Option<String> {
    let (time, zone) = match text.strip_suffix(')') {
        Some(text) => text.rsplit_once(" (UTC")?,
        None => text.strip_suffix('）')?.rsplit_once("（UTC")?,
    };
    let minutes = if zone.is_empty() { 0 } else { offset_minutes(zone)? };
    let sign = if minutes < 0 { '-' } else { '+' };
    Some(format!("{}{sign}{:02}:{:02}", nested(time, inside)?, minutes.abs() / 60, minutes.abs() % 60))
}

/// A span of which both ends are told in full, or one of them is not known.
fn span(text: &str, inside: usize) -> Option<String> {
    let side = |text: &str, open: &str| match text {
        "unknown" | "不明" => Some(String::new()),
        "…" | "" => Some(open.to_owned()),
        text => nested(text, inside),
    };
    let span = |(start, end): (&str, &str)| Some(format!("{}/{}", side(start, "..")?, side(end, "..")?));
    if let Some(ends) = text.split_once(" – ") {
        return span(ends);
    }
    let joints = text.match_indices('～');
    if joints.clone().count() > MAX_JOINTS {
        return None;
    }
    // Without a start it is an open span.
    let ends = joints
        .filter(|(at, _)| *at > 0)
        .filter_map(|(at, joint)| Some((text.get(..at)?, text.get(at + joint.len()..)?)));
    ends.filter_map(span).find(|edtf| is_supported(edtf))
}

/// A span of years of which one has more or fewer digits than four: "112–102025".
fn years(text: &str) -> Option<String> {
    let (start, end) = text.split_once('–')?;
    let year = |text: &str| plain(text).filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    Some(format!("{}/{}", year(start)?, year(end)?))
}

/// A span of years before Christ, of which the last one says so: "101–44 BC".
fn before_christ(text: &str) -> Option<String> {
    let (start, end) = text.strip_suffix(" BC")?.split_once('–')?;
    let year = |year: &str| plain(&format!("{} BC", year.trim()));
    Some(format!("{}/{}", year(start)?, year(end)?))
}

/// One of several dates. What they share is said by the last one, in Japanese by the first.
fn one_of(text: &str, inside: usize) -> Option<String> {
    let ja = text.strip_suffix("のいずれか");
    let list = ja.or_else(|| text.strip_prefix("one of ")).unwrap_or(text);
    let bound = |before: &str, behind: &str| {
        let date = list.strip_suffix(before).or_else(|| list.strip_suffix(behind))?;
        nested(date, inside)
    };
    if let Some(last) = bound(" or earlier", "以前") {
        return Some(format!("[..{last}]"));
    }
    if let Some(first) = bound(" or later", "以降") {
        return Some(format!("[{first}..]"));
    }
    if list == text {
        return None;
    }
    let (parts, shared): (Vec<&str>, &str) = if ja.is_some() {
        let shared = list.find('月').and_then(|at| list.get(..at + '月'.len_utf8()));
        (list.split('、').collect(), shared.unwrap_or_default())
    } else {
        (list.split(", ").collect(), list.rsplit(", ").next()?.split_once(' ').map_or("", |(_, shared)| shared))
    };
    let date = |part: &&str| {
        // A bound by itself is a set.
        let span = || nested(part, inside).map(|span| span.trim_matches(['[', ']']).replace('/', ".."));
        let whole = if ja.is_some() { format!("{shared}{part}") } else { format!("{part} {shared}") };
        let day = part.trim_end_matches('日');
        let is_day = day.len() < 3 && day.bytes().all(|byte| byte.is_ascii_digit()) && !shared.is_empty();
        if is_day { nested(&whole, inside) } else { span() }
    };
    Some(format!("[{}]", parts.iter().map(date).collect::<Option<Vec<_>>>()?.join(",")))
}
