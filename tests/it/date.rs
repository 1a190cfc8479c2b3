//! Dates: what their texts mean (four bounds), how they are worded, and how wrong ones are explained.

use annalist::model::{DateBounds, DateFault, EventDate, Lang, Moment, Zone};
use proptest::prelude::*;

/// Bounds in words: `earliest…latest` of a point, or of both ends of a span; days as far as they are whole.
fn shown(bounds: &DateBounds) -> String {
    let edge = |moment: Moment, whole: &str| match moment {
        Moment::DISTANT_PAST => "-∞".to_owned(),
        Moment::DISTANT_FUTURE => "∞".to_owned(),
        _ => moment.civil().format("%Y-%m-%dT%H:%M:%S").to_string().trim_end_matches(whole).to_owned(),
    };
    let end = |b: annalist::model::MomentRange| {
        if b.earliest == b.latest {
            edge(b.earliest, "")
        } else {
            let (from, to) = (edge(b.earliest, "T00:00:00"), edge(b.latest, "T23:59:59"));
            if from == to { from } else { format!("{from}…{to}") }
        }
    };
    if bounds.is_point() { end(bounds.start) } else { format!("{} → {}", end(bounds.start), end(bounds.end)) }
}

/// Text, bounds, in full in English and Japanese, in a row in English and Japanese.
const DATES: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("2023-01-06", "2023-01-06", "6 January 2023", "2023年1月6日", "06 Jan", "1月6日"),
    ("2024-02-29", "2024-02-29", "29 February 2024", "2024年2月29日", "29 Feb", "2月29日"),
    ("2022-10", "2022-10-01…2022-10-31", "October 2022", "2022年10月", "Oct", "10月"),
    ("2019", "2019-01-01…2019-12-31", "2019", "2019年", "year", "年内"),
    ("2019~", "2019-01-01…2019-12-31", "c. 2019", "2019年頃", "~year", "~年内"),
    ("2019?", "2019-01-01…2019-12-31", "2019 (uncertain)", "2019年（不確実）", "year?", "年内?"),
    ("2021-04%", "2021-04-01…2021-04-30", "c. April 2021 (uncertain)", "2021年4月頃（不確実）", "~Apr?", "~4月?"),
    ("2021-04-15~", "2021-04-15", "c. 15 April 2021", "2021年4月15日頃", "~15 Apr", "~4月15日"),
    ("2021-04-?15", "2021-04-15", "15 April 2021 (uncertain)", "2021年4月15日（不確実）", "15 Apr?", "4月15日?"),
    ("?2021-04-15", "2021-04-15", "15 April 2021 (uncertain)", "2021年4月15日（不確実）", "15 Apr?", "4月15日?"),
    (
        "2022-10-17/2022-10-28",
        "2022-10-17 → 2022-10-28",
        "17–28 October 2022",
        "2022年10月17日～28日",
        "17–28 Oct",
        "10/17–28",
    ),
    (
        "2022-03-28/2022-04-02",
        "2022-03-28 → 2022-04-02",
        "28 March – 2 April 2022",
        "2022年3月28日～4月2日",
        "28 Mar –",
        "3月28日～",
    ),
    (
        "2022-12-30/2023-01-02",
        "2022-12-30 → 2023-01-02",
        "30 December 2022 – 2 January 2023",
        "2022年12月30日～2023年1月2日",
        "30 Dec –",
        "12月30日～",
    ),
    ("2021-03-08/2021-03-08", "2021-03-08", "8 March 2021", "2021年3月8日", "08 Mar", "3月8日"),
    (
        "2021-03/2021-04",
        "2021-03-01…2021-03-31 → 2021-04-01…2021-04-30",
        "March–April 2021",
        "2021年3月～4月",
        "Mar–Apr",
        "3–4月",
    ),
    (
        "2021-03/2021-04-02",
        "2021-03-01…2021-03-31 → 2021-04-02",
        "March 2021 – 2 April 2021",
        "2021年3月～2021年4月2日",
        "Mar –",
        "3月～",
    ),
    (
        "2021-11/2022-02",
        "2021-11-01…2021-11-30 → 2022-02-01…2022-02-28",
        "November 2021 – February 2022",
        "2021年11月～2022年2月",
        "Nov –",
        "11月～",
    ),
    ("2021/2022", "2021-01-01…2021-12-31 → 2022-01-01…2022-12-31", "2021–2022", "2021年～2022年", "year –", "年～"),
    (
        "2021/2021-03",
        "2021-01-01…2021-03-31 → 2021-03-01…2021-03-31",
        "2021 – March 2021",
        "2021年～2021年3月",
        "year –",
        "年～",
    ),
    (
        "2021-06/2021",
        "2021-06-01…2021-06-30 → 2021-06-01…2021-12-31",
        "June 2021 – 2021",
        "2021年6月～2021年",
        "Jun –",
        "6月～",
    ),
    (
        "2021~/2022?",
        "2021-01-01…2021-12-31 → 2022-01-01…2022-12-31",
        "c. 2021 – 2022 (uncertain)",
        "2021年頃～2022年（不確実）",
        "~year –?",
        "~年～?",
    ),
    ("2021-04/..", "2021-04-01…2021-04-30 → ∞", "since April 2021", "2021年4月～", "Apr –", "4月～"),
    ("2021-04-01/..", "2021-04-01 → ∞", "since 1 April 2021", "2021年4月1日～", "01 Apr –", "4月1日～"),
    ("2021-04/", "2021-04-01…2021-04-30 → 2021-04-01…∞", "April 2021 – unknown", "2021年4月～不明", "Apr –", "4月～"),
    ("../2022", "-∞ → 2022-01-01…2022-12-31", "until 2022", "～2022年", "– year", "～年"),
    ("/2022", "-∞…2022-12-31 → 2022-01-01…2022-12-31", "unknown – 2022", "不明～2022年", "– year", "～年"),
    ("2021-XX", "2021-01-01…2021-12-31", "one month in 2021", "2021年のある月", "year", "年内"),
    ("2021-03-XX", "2021-03-01…2021-03-31", "one day in March 2021", "2021年3月のある日", "Mar", "3月"),
    ("2021-XX-XX", "2021-01-01…2021-12-31", "one day in 2021", "2021年のある日", "year", "年内"),
    ("2021-03-1X", "2021-03-10…2021-03-19", "one day in March 2021", "2021年3月のある日", "Mar", "3月"),
    ("202X", "2020-01-01…2029-12-31", "a year in the 2020s", "2020年代のある年", "2020s", "2020年代"),
    ("20XX", "2000-01-01…2099-12-31", "a year from 2000 to 2099", "2000年～2099年のある年", "years", "年"),
    ("202X~", "2020-01-01…2029-12-31", "c. a year in the 2020s", "2020年代のある年頃", "~2020s", "~2020年代"),
    (
        "[2023-11-26,2023-11-27]",
        "2023-11-26…2023-11-27",
        "one of 26, 27 November 2023",
        "2023年11月26日、27日のいずれか",
        "26/27 Nov",
        "11/26,27",
    ),
    (
        "[2023-11-26,2023-12-03]",
        "2023-11-26…2023-12-03",
        "one of 26 November 2023, 3 December 2023",
        "2023年11月26日、2023年12月3日のいずれか",
        "26 Nov /",
        "11月26日～",
    ),
    ("[2021-03-01..2021-03-31]", "2021-03-01…2021-03-31", "one day in March 2021", "2021年3月のある日", "Mar", "3月"),
    (
        "[2024-02-01..2024-02-28]",
        "2024-02-01…2024-02-28",
        "one of 1–28 February 2024",
        "2024年2月1日～28日のいずれか",
        "01–28 Feb",
        "2/1–28",
    ),
    ("[2021-01-01..2021-12-31]", "2021-01-01…2021-12-31", "one day in 2021", "2021年のある日", "year", "年内"),
    ("[2021-01..2021-12]", "2021-01-01…2021-12-31", "one month in 2021", "2021年のある月", "year", "年内"),
    (
        "[2021-03..2021-05]",
        "2021-03-01…2021-05-31",
        "one of March–May 2021",
        "2021年3月～5月のいずれか",
        "Mar–May",
        "3–5月",
    ),
    ("[2020..2029]", "2020-01-01…2029-12-31", "a year in the 2020s", "2020年代のある年", "2020s", "2020年代"),
    ("[2021,2023]", "2021-01-01…2023-12-31", "one of 2021, 2023", "2021年、2023年のいずれか", "year /", "年～"),
    ("[2021]", "2021-01-01…2021-12-31", "2021", "2021年", "year", "年内"),
    ("[..2021-03-01]", "-∞…2021-03-01", "one of 1 March 2021 or earlier", "2021年3月1日以前", "≤ 01 Mar", "～3月1日"),
    ("[2021-03-01..]", "2021-03-01…∞", "one of 1 March 2021 or later", "2021年3月1日以降", "≥ 01 Mar", "3月1日～"),
    ("2021-21", "2021-03-01…2021-05-31", "spring 2021", "2021年春", "spring", "春"),
    ("2021-22", "2021-06-01…2021-08-31", "summer 2021", "2021年夏", "summer", "夏"),
    ("2021-23", "2021-09-01…2021-11-30", "autumn 2021", "2021年秋", "autumn", "秋"),
    ("2021-24", "2021-12-01…2022-02-28", "winter 2021", "2021年冬", "winter", "冬"),
    ("2021-33", "2021-01-01…2021-03-31", "first quarter of 2021", "2021年第1四半期", "Q1", "Q1"),
    ("2021-36", "2021-10-01…2021-12-31", "fourth quarter of 2021", "2021年第4四半期", "Q4", "Q4"),
    ("2021-40", "2021-01-01…2021-06-30", "first half of 2021", "2021年上半期", "H1", "上半期"),
    ("2021-41", "2021-07-01…2021-12-31", "second half of 2021", "2021年下半期", "H2", "下半期"),
    ("0476", "0476-01-01…0476-12-31", "476", "476年", "year", "年内"),
    ("-0475", "-0475-01-01…-0475-12-31", "476 BC", "紀元前476年", "year", "年内"),
    ("0000", "0000-01-01…0000-12-31", "1 BC", "紀元前1年", "year", "年内"),
    ("-0043-03-15", "-0043-03-15", "15 March 44 BC", "紀元前44年3月15日", "15 Mar", "3月15日"),
    (
        "-0100/0050",
        "-0100-01-01…-0100-12-31 → 0050-01-01…0050-12-31",
        "101 BC – AD 50",
        "紀元前101年～50年",
        "year –",
        "年～",
    ),
    ("Y17000", "+17000-01-01…+17000-12-31", "17000", "17000年", "year", "年内"),
    ("Y-17000", "-17000-01-01…-17000-12-31", "17001 BC", "紀元前17001年", "year", "年内"),
    (
        "2023-03-28T10:00:00+09:00",
        "2023-03-28T01:00:00",
        "28 March 2023, 10:00 (UTC+9)",
        "2023年3月28日 10:00（UTC+9）",
        "28 Mar",
        "3月28日",
    ),
    (
        "2023-03-28T10:00:30Z",
        "2023-03-28T10:00:30",
        "28 March 2023, 10:00:30 (UTC)",
        "2023年3月28日 10:00:30（UTC）",
        "28 Mar",
        "3月28日",
    ),
    (
        "2023-03-28T23:30:00-03:30",
        "2023-03-29T03:00:00",
        "28 March 2023, 23:30 (UTC-3:30)",
        "2023年3月28日 23:30（UTC-3:30）",
        "28 Mar",
        "3月28日",
    ),
    ("2023-03-28T10:00:00", "2023-03-28T10:00:00", "28 March 2023, 10:00", "2023年3月28日 10:00", "28 Mar", "3月28日"),
    (
        "2016-12-31T23:59:60Z",
        "2016-12-31T23:59:59",
        "31 December 2016, 23:59:60 (UTC)",
        "2016年12月31日 23:59:60（UTC）",
        "31 Dec",
        "12月31日",
    ),
];

#[test]
fn dates_mean_and_read() {
    for &(text, bounds, en, ja, row_en, row_ja) in DATES {
        let date = EventDate::parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(shown(date.bounds()), bounds, "bounds of {text}");
        assert_eq!(date.long(Lang::En), en, "{text}");
        assert_eq!(date.long(Lang::Ja), ja, "{text}");
        assert_eq!(date.long(Lang::Both), format!("{en} · {ja}"));
        assert_eq!(date.short(Lang::En), row_en, "{text}");
        assert_eq!(date.short(Lang::Ja), row_ja, "{text}");
        assert_eq!(date.as_written(), text);
    }
}

/// Text, what is said of it, and the byte that it is said of.
const REFUSED: &[(&str, &str, usize)] = &[
    ("2023-02-30", "February 2023 has 28 days", 8),
    ("2024-02-30", "February 2024 has 29 days", 8),
    ("2021-04-31", "April 2021 has 30 days", 8),
    ("2021-04-00", "no day 00; days start at 01", 8),
    ("2021-13", "no month 13; months are 01 to 12", 5),
    ("2021-00-01", "no month 00; months are 01 to 12", 5),
    ("2021-03-01/2021-02-30", "February 2021 has 28 days", 19),
    ("2021-03 / 2021-04", "a date has no spaces inside; write `2021-03/2021-04`", 7),
    (" 2021", "a date has no spaces inside; write `2021`", 0),
    ("2023-03-28T10", "a clock time has two digits for hours, minutes and seconds, like 09:05 or 09:05:00", 13),
    ("2023-03-28 9:05", "a clock time is written like T08:13:43; write `2023-03-28T09:05`", 0),
    ("2023-03-28T10:5", "a clock time is written like T08:13:43; write `2023-03-28T10:05`", 0),
    ("2023-03-28T24:01", "no hour 24; hours are 00 to 23", 11),
    ("2023-03-28T10:60Z", "no minute 60; minutes are 00 to 59", 14),
    ("2023-03-28T10:00:61+09:00", "no second 61; seconds are 00 to 59", 17),
    ("2023-03-28T10:00:60", "no second 60; seconds are 00 to 59", 17),
    ("2023-03-28T10:00:00.", "a fraction of a second has 1 to 9 digits", 20),
    ("2023-03-28T10:00:00.1234567890Z", "a fraction of a second has 1 to 9 digits", 20),
    ("2023-03-28T10:00:00+9:0", "no such offset from UTC; expected one like +09:00 or -0330", 19),
    ("2023-03-28T10:00:00+25:00", "no such offset from UTC; expected one like +09:00 or -0330", 19),
    ("2023-03-28T10:00:00 JST", "a clock time is written like T08:13:43; write `2023-03-28T10:00:00+09:00`", 0),
    ("2023-03-28T10:00:00 sharp", "behind a clock time only its zone may stand: Z, UTC, +09:00", 20),
    ("2023-02-30T10:00:00Z", "February 2023 has 28 days", 8),
    ("6 January 2023", "a month is a number; write `2023-01-06`", 0),
    ("2021~2022", "a span is written with a slash; write `2021/2022`", 4),
    ("2021–2022", "a span is written with a slash; write `2021/2022`", 4),
    ("2021-03..2021-04", "a span is written with a slash; write `2021-03/2021-04`", 7),
    ("2021/03/08", "year, month and day are joined by hyphens; write `2021-03-08`", 4),
    ("2021/3", "year, month and day are joined by hyphens; write `2021-03`", 4),
    ("2021年3月8日", "year, month and day are joined by hyphens; write `2021-03-08`", 4),
    ("2021-3-8", "a year has four digits, a month and a day two; write `2021-03-08`", 0),
    ("2021-3/2021-4", "a year has four digits, a month and a day two; write `2021-03/2021-04`", 0),
    ("476", "a year has four digits, a month and a day two; write `0476`", 0),
    ("-43", "a year has four digits, a month and a day two; write `-0043`", 0),
    ("202x", "the letters of a date are capitals; write `202X`", 3),
    ("{2021,2022}", "a set of several dates, {…}: not supported", 0),
    ("Y17E3", "a year with an exponent: not supported", 3),
    ("1950S2", "a year with significant digits: not supported", 4),
    ("156X-12-25", "digits after an unknown digit X: not supported", 3),
    ("2021-XX-25", "digits after an unknown digit X: not supported", 5),
    ("2021-37", "part 37 of a year (only seasons 21–24, quarters 33–36 and halves 40–41): not supported", 5),
    ("2021/2022..", "`..` joined to the date of an end: not supported", 9),
    ("Y170000002", "the year 170000002 is beyond the calendar (±262,000 years)", 0),
    (
        "2024-06-11 23:30-05:00",
        "this can be an end or a zone; write `2024-06-11T23:30-05:00`, or put the end in a field of its own, `end`",
        16,
    ),
    (
        "2023-03-28T10:00:00/2023-03-28T12:00:00",
        "a span of clock times is no EDTF; put the end in a field of its own, `end`",
        19,
    ),
];

#[test]
fn refusals_say_why_and_where() {
    for &(text, message, offset) in REFUSED {
        let error = EventDate::parse(text).unwrap_err();
        assert_eq!(error.to_string(), format!("{text}: {message}"));
        assert_eq!(error.offset, offset, "{text}");
    }
    let backwards = EventDate::parse("2022/2021").unwrap_err();
    assert_eq!((backwards.to_string().as_str(), backwards.offset), ("the end 2021 is before the start 2022", 5));
    assert_eq!(EventDate::parse("").unwrap_err().fault, DateFault::Empty);
    assert_eq!(EventDate::parse("soon").unwrap_err().text, "soon");
}

/// A clock time, its seconds in UTC or by its own clock, the part of a second, and how it is told to its precision.
const CLOCKS: &[(&str, &str, Option<u32>, bool, &str)] = &[
    ("2024-04-04T08:13:43.431583", "2024-04-04T08:13:43", Some(431_583_000), false, "04 Apr 08:13:43.431583"),
    ("2024-04-04T08:13:43,5Z", "2024-04-04T08:13:43", Some(500_000_000), true, "04 Apr 08:13:43.5"),
    ("2024-04-04T08:13:43.123456789Z", "2024-04-04T08:13:43", Some(123_456_789), true, "04 Apr 08:13:43.123456789"),
    ("2024-04-04 08:13:43", "2024-04-04T08:13:43", None, false, "04 Apr 08:13:43"),
    ("2024-04-04 08:13:43.431 +00:00", "2024-04-04T08:13:43", Some(431_000_000), true, "04 Apr 08:13:43.431"),
    ("2024-04-04t08:13:43z", "2024-04-04T08:13:43", None, true, "04 Apr 08:13:43"),
    ("2024-04-04T08:13:43+0900", "2024-04-03T23:13:43", None, true, "04 Apr 08:13:43"),
    ("2024-04-04T08:13:43-05", "2024-04-04T13:13:43", None, true, "04 Apr 08:13:43"),
    ("2024-04-04T08:13:43\u{2212}05:00", "2024-04-04T13:13:43", None, true, "04 Apr 08:13:43"),
    ("2024-04-04 08:13:43 UTC", "2024-04-04T08:13:43", None, true, "04 Apr 08:13:43"),
    ("2024-04-04T08:13:00Z", "2024-04-04T08:13:00", None, true, "04 Apr 08:13:00"),
    ("2024-04-04T08:13", "2024-04-04T08:13:00…2024-04-04T08:13:59", None, false, "04 Apr 08:13"),
    ("2024-04-04T08:13+09:00", "2024-04-03T23:13:00…2024-04-03T23:13:59", None, true, "04 Apr 08:13"),
    ("2024-04-04T24:00:00Z", "2024-04-05T00:00:00", None, true, "04 Apr 24:00:00"),
    ("-0043-03-15T12:00:00", "-0043-03-15T12:00:00", None, false, "15 Mar 12:00:00"),
];

#[test]
fn clock_times_are_read_as_machines_and_people_write_them() {
    for &(text, bounds, nanos, is_instant, row) in CLOCKS {
        let date = EventDate::parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(shown(date.bounds()), bounds, "{text}");
        assert_eq!((date.nanos(), date.is_instant()), (nanos, is_instant), "{text}");
        assert_eq!(date.in_row(Lang::En, true, 40), row, "{text}");
        assert_eq!(date.as_written(), text);
    }
}

#[test]
fn a_clock_time_is_told_by_the_clock_of_a_zone() {
    let date = |zone| EventDate::parse("2024-06-11T23:30:00.25+09:00").unwrap().placed(zone, zone);
    let told = |zone| (date(zone).full(Lang::En), date(zone).in_row(Lang::En, true, 40), shown(date(zone).bounds()));
    let told_as = |zone, full: &str, row: &str, at: &str| {
        assert_eq!(told(zone), (full.to_owned(), row.to_owned(), at.to_owned()), "{zone}");
    };
    told_as(Zone::UTC, "Tue 11 June 2024, 14:30:00.25 (UTC)", "11 Jun 14:30:00.25", "2024-06-11T14:30:00");
    told_as(Zone::Fixed(630), "Wed 12 June 2024, 01:00:00.25 (UTC+10:30)", "12 Jun 01:00:00.25", "2024-06-12T01:00:00");
    let written = EventDate::parse("2024-06-11T23:30:00.25+09:00").unwrap().placed(Zone::AsWritten, Zone::Fixed(540));
    assert_eq!(written.long(Lang::Ja), "2024年6月11日 23:30:00.25（UTC+9）");
    assert_eq!(shown(written.bounds()), "2024-06-11T23:30:00");
    let day = EventDate::parse("2024-06-11").unwrap();
    assert_eq!(day.clone().placed(Zone::Fixed(540), Zone::Fixed(540)).bounds(), day.bounds(), "a day has no clock");
}

/// Text, columns, and what a row says of it with clock times.
const ROWS: &[(&str, Option<&str>, usize, &str, &str)] = &[
    ("2022-10-31/2022-11-01", None, 20, "31 Oct – 1 Nov", "10月31日～11月1日"),
    ("2022-10-31/2022-11-01", None, 13, "31 Oct –", "10月31日～"),
    ("2022-10-17/2022-10-28", None, 20, "17–28 Oct", "10/17–28"),
    ("2022-12-30/2023-01-02", None, 20, "30 Dec – 2 Jan 2023", "12月30日～"),
    ("2019/2021", None, 20, "2019–2021", "2019年～2021年"),
    ("-0100/0050", None, 20, "101 BC – AD 50", "紀元前101年～50年"),
    ("2021-04/..", None, 20, "Apr –", "4月～"),
    ("2024-03-28T10:00Z", Some("2024-03-28T12:30Z"), 30, "28 Mar 10:00–12:30", "3月28日 10:00～12:30"),
    ("2024-03-28T10:00Z", Some("2024-03-29T12:30Z"), 30, "28 Mar 10:00 – 29 Mar 12:30", "3月28日 10:00～3月29日 12:30"),
    ("2024-04-04T08:13:43.431583Z", None, 15, "08:13:43.431583", "08:13:43.431583"),
    ("2024-04-04T08:13:43.431583Z", None, 8, "04 Apr", "4月4日"),
];

#[test]
fn a_row_says_all_that_it_has_room_for() {
    for &(text, end, columns, en, ja) in ROWS {
        let date = end.map_or_else(|| EventDate::parse(text), |end| EventDate::from_start_end(text, end)).unwrap();
        assert_eq!(date.in_row(Lang::En, true, columns), en, "{text}");
        assert_eq!(date.in_row(Lang::Ja, true, columns), ja, "{text}");
    }
}

/// Years before 100 and before Christ, in full in English and Japanese.
const EARLY: &[(&str, &str, &str)] = &[
    ("0012-08/0019-01", "August AD 12 – January AD 19", "12年8月～19年1月"),
    ("0094", "AD 94", "94年"),
    ("0014-08-19", "19 August AD 14", "14年8月19日"),
    ("0001", "AD 1", "1年"),
    ("0000", "1 BC", "紀元前1年"),
    ("-0043-03-15", "15 March 44 BC", "紀元前44年3月15日"),
    ("-0100/-0043", "101–44 BC", "紀元前101年～紀元前44年"),
    ("0012/0019", "AD 12 – AD 19", "12年～19年"),
    ("-0043-03/-0043-05", "March–May 44 BC", "紀元前44年3月～5月"),
    ("-0043-03-14/-0043-03-15", "14–15 March 44 BC", "紀元前44年3月14日～15日"),
    ("-0043/0012", "44 BC – AD 12", "紀元前44年～12年"),
    ("0520~", "c. 520", "520年頃"),
];

#[test]
fn years_have_one_notation() {
    for &(text, en, ja) in EARLY {
        let date = EventDate::parse(text).unwrap();
        assert_eq!((date.long(Lang::En).as_str(), date.long(Lang::Ja).as_str()), (en, ja), "{text}");
    }
}

#[test]
fn ends_may_be_given_apart() {
    let date = EventDate::from_start_end("2023-03-28T10:00:00+09:00", "2023-03-28T12:00:00+09:00").unwrap();
    assert_eq!(shown(date.bounds()), "2023-03-28T01:00:00 → 2023-03-28T03:00:00");
    assert_eq!(date.long(Lang::En), "28 March 2023, 10:00–12:00 (UTC+9)");
    assert_eq!(date.long(Lang::Ja), "2023年3月28日 10:00～12:00（UTC+9）");
    assert_eq!(
        (date.as_written(), date.end_as_written()),
        ("2023-03-28T10:00:00+09:00", Some("2023-03-28T12:00:00+09:00"))
    );

    let zones = EventDate::from_start_end("2023-03-28T10:00:00+09:00", "2023-03-28T03:00:00Z").unwrap();
    assert_eq!(shown(zones.bounds()), "2023-03-28T01:00:00 → 2023-03-28T03:00:00", "one clock for both");
    let by_start = EventDate::from_start_end("2023-03-28T10:00:00+09:00", "2023-03-28T12:00").unwrap();
    assert_eq!(shown(by_start.bounds()), "2023-03-28T01:00:00 → 2023-03-28T03:00:00…2023-03-28T03:00:59");
    let whole_day = EventDate::from_start_end("2023-03-28T10:00:00+09:00", "2023-03-29").unwrap();
    assert_eq!(shown(whole_day.bounds()), "2023-03-28T01:00:00 → 2023-03-28T15:00:00…2023-03-29T14:59:59");

    let days = EventDate::from_start_end("2023-03-28", "2023-04").unwrap();
    assert_eq!(shown(days.bounds()), "2023-03-28 → 2023-04-01…2023-04-30");

    let error = EventDate::from_start_end("2023-03-28", "2023-03-27").unwrap_err();
    assert_eq!(error.to_string(), "the end 2023-03-27 is before the start 2023-03-28");
    assert_eq!(EventDate::from_start_end("2023", "2024/2025").unwrap_err().fault, DateFault::NotOneDate);
    assert_eq!(EventDate::from_start_end("2023", "2024-02-30").unwrap_err().text, "2024-02-30");
}

#[test]
fn dates_answer_what_drawing_asks() {
    let date = |text| EventDate::parse(text).unwrap();
    assert_eq!(date("2023-01-06").weekday(Lang::En).as_deref(), Some("Fri"));
    assert_eq!(date("2023-01-06").weekday(Lang::Ja).as_deref(), Some("金"));
    assert_eq!(date("2023-01-06T10:00:00Z").weekday(Lang::En).as_deref(), Some("Fri"));
    assert_eq!(date("2023-01").weekday(Lang::En), None);
    assert!(date("2021%").is_approximate() && date("2021%").is_uncertain() && !date("2021").is_uncertain());
}

fn in_order(bounds: &DateBounds) -> bool {
    let (start, end) = (bounds.start, bounds.end);
    start.earliest <= start.latest
        && end.earliest <= end.latest
        && start.earliest <= end.earliest
        && start.latest <= end.latest
}

fn one_date() -> impl Strategy<Value = String> {
    let plain = (-9999..=9999_i32, 1..=12_u32, 1..=28_u32, 0..3_u32).prop_map(|(year, month, day, parts)| {
        let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        match parts {
            0 => year,
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    });
    (plain, prop::sample::select(vec!["", "~", "?", "%"])).prop_map(|(date, mark)| date + mark)
}

fn valid_date() -> impl Strategy<Value = String> {
    prop_oneof![
        one_date(),
        (one_date(), prop::sample::select(vec!["/..", "/"])).prop_map(|(date, end)| date + end),
        (one_date(), prop::sample::select(vec!["../", "/"])).prop_map(|(date, start)| start.to_owned() + &date),
        "[0-9]{1,3}X{1,3}".prop_filter("four digits", |text| text.len() == 4),
        "[12][0-9]{3}-(2[1-4]|3[3-6]|4[01]|XX|0[1-9]-XX|0[1-9]-1X|XX-XX)",
        prop::collection::vec(one_date(), 1..4).prop_map(|dates| format!("[{}]", dates.join(","))),
    ]
}

proptest! {
    #[test]
    fn any_text_is_a_date_or_an_error(text in "\\PC{0,24}|[0-9XTZY/~?%.,+:{}\\[\\]年月日 -]{0,32}") {
        match EventDate::parse(&text) {
            Ok(date) => {
                prop_assert_eq!(date.as_written(), &text);
                prop_assert!(in_order(date.bounds()));
                prop_assert!(!date.long(Lang::Both).is_empty() && !date.short(Lang::Ja).is_empty());
            }
            Err(error) => {
                prop_assert!(error.offset <= text.len() && text.is_char_boundary(error.offset));
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn valid_dates_have_bounds_in_order(text in valid_date()) {
        let date = EventDate::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(in_order(date.bounds()), "{:?}", date.bounds());
        prop_assert_eq!(date.as_written(), &text);
        prop_assert!(date.long(Lang::Ja).contains(['年', '～']), "{}", date.long(Lang::Ja));
    }

    #[test]
    fn any_two_ends_make_a_span_or_an_error(start in one_date(), end in one_date()) {
        if let Ok(date) = EventDate::from_start_end(&start, &end) {
            prop_assert!(in_order(date.bounds()));
        }
    }

    #[test]
    fn a_suggestion_is_a_date(text in "[0-9]{1,4}[-/.~ ][0-9]{1,2}([-/.][0-9]{1,2})?") {
        if let Err(error) = EventDate::parse(&text)
            && let DateFault::Misspelled { instead, .. } = error.fault
        {
            prop_assert!(EventDate::parse(&instead).is_ok(), "{} → {}", text, instead);
        }
    }
}

#[test]
fn a_prompt_takes_what_the_screen_prints() {
    let early = EARLY.iter().map(|&(text, ..)| text);
    // Four digits of a fraction look like a year.
    let fractions = (1..=9).flat_map(|digits| {
        let fraction = &"125067890"[..digits];
        let days = ["2021-03-08", "-0043-03-08", "0012-03-08", "0621-03-08"];
        days.map(|day| ["", "Z", "+09:00", "-05:30"].map(|zone| format!("{day}T14:30:15.{fraction}{zone}")))
    });
    let fractions: Vec<String> = fractions.flatten().collect();
    for text in DATES.iter().map(|&(text, ..)| text).chain(early).chain(fractions.iter().map(String::as_str)) {
        let date = EventDate::parse(text).unwrap();
        let told = [Lang::En, Lang::Ja].map(|lang| [(lang, date.long(lang)), (lang, date.full(lang))]);
        for (lang, told) in told.into_iter().flatten() {
            let meant = EventDate::parse_lenient(&told).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(meant.long(lang), date.long(lang), "{told}, read as {}", meant.as_written());
        }
    }
    for (text, edtf) in [
        ("44 BC", "-0043"),
        ("AD 12", "0012"),
        ("12年", "0012"),
        ("autumn 22 BC", "-0021-23"),
        ("since 123387", "Y123387/.."),
        ("unknown – a year from 800 to 899", "/08XX"),
        ("since 200 (uncertain)", "0200?/.."),
        ("since first quarter of 2021", "2021-33/.."),
        ("123387 to 123390", "Y123387/Y123390"),
        ("winter AD 9", "0009-24"),
        ("Feb 2024", "2024-02"),
        ("c. 1900", "1900~"),
    ] {
        assert_eq!(EventDate::parse_lenient(text).unwrap().as_written(), edtf);
    }
    for text in ["", "12", "soon", "04/05/2024", "one of ", "first quarter of ", "～", "2023-02-30", "6 January"] {
        assert!(EventDate::parse_lenient(text).is_err(), "{text}");
    }
}
