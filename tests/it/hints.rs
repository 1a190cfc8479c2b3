//! Dates as people write them: each is answered with a spelling that is a date and means the same.

use annalist::model::{DateFault, EventDate};
use proptest::prelude::*;

/// The spellings that are proposed for a text; the text itself if it is a date.
fn proposed(text: &str) -> Vec<String> {
    match EventDate::parse(text).map_err(|error| error.fault) {
        Ok(_) => vec![text.to_owned()],
        Err(DateFault::Misspelled { instead, .. }) => vec![instead],
        Err(DateFault::Ambiguous { readings }) => readings,
        Err(_) => Vec::new(),
    }
}

/// Texts with what they mean.
const MEANT: &[(&str, &str)] = &[
    ("Feb 2024", "2024-02"),
    ("February, 2024", "2024-02"),
    ("Feb. 2024", "2024-02"),
    ("2024 Feb", "2024-02"),
    ("4 April 2024", "2024-04-04"),
    ("4th of April, 2024", "2024-04-04"),
    ("the 4th April 2024", "2024-04-04"),
    ("Apr 4, 2024", "2024-04-04"),
    ("April 4th, 2024", "2024-04-04"),
    ("Thursday, 4 April 2024", "2024-04-04"),
    ("04-Apr-2024", "2024-04-04"),
    ("2024-Apr-04", "2024-04-04"),
    ("4. April 2024", "2024-04-04"),
    ("Sept 2024", "2024-09"),
    ("13/05/2024", "2024-05-13"),
    ("05/13/2024", "2024-05-13"),
    ("04/04/2024", "2024-04-04"),
    ("31.12.2024", "2024-12-31"),
    ("10/2022", "2022-10"),
    ("2024/4/4", "2024-04-04"),
    ("2024. 4. 4", "2024-04-04"),
    ("20240404", "2024-04-04"),
    ("20240404T081343Z", "2024-04-04T08:13:43Z"),
    ("c. 1900", "1900~"),
    ("ca 1900", "1900~"),
    ("circa 1900", "1900~"),
    ("about 1900", "1900~"),
    ("around March 1900", "1900-03~"),
    ("1900年頃", "1900~"),
    ("約1900年", "1900~"),
    ("753 BC", "-0752"),
    ("753 BCE", "-0752"),
    ("753 B.C.", "-0752"),
    ("44BC", "-0043"),
    ("15 March 44 BC", "-0043-03-15"),
    ("紀元前753年", "-0752"),
    ("前753年", "-0752"),
    ("AD 12", "0012"),
    ("12 AD", "0012"),
    ("A.D. 1066", "1066"),
    ("西暦2024年", "2024"),
    ("1960s", "196X"),
    ("the 1960's", "196X"),
    ("1960年代", "196X"),
    ("19th century", "[1801..1900]"),
    ("21世紀", "[2001..2100]"),
    ("before 1900", "[..1899]"),
    ("before May 1900", "[..1900-04]"),
    ("before 1 March 1900", "[..1900-02-28]"),
    ("after 1900", "[1901..]"),
    ("by 1900", "[..1900]"),
    ("no later than 1900", "[..1900]"),
    ("1900 or later", "[1900..]"),
    ("1900年以前", "[..1900]"),
    ("1900年以降", "[1900..]"),
    ("since 2019", "2019/.."),
    ("2019–present", "2019/.."),
    ("2019 - ", "2019/.."),
    ("between 1900 and 1905", "[1900..1905]"),
    ("1900 or 1901", "[1900,1901]"),
    ("2024年4月4日", "2024-04-04"),
    ("２０２４年４月４日", "2024-04-04"),
    ("２０２４-０４-０４", "2024-04-04"),
    ("２０２４／４／４", "2024-04-04"),
    ("2024年4月4日（木）", "2024-04-04"),
    ("2024年4月4日 木曜日", "2024-04-04"),
    ("2024年4月4日 8時13分", "2024-04-04T08:13"),
    ("2024年4月4日 午後3時5分", "2024-04-04T15:05"),
    ("2024年秋", "2024-23"),
    ("2024年度", "2024-04/2025-03"),
    ("2024年上半期", "2024-40"),
    ("令和6年4月4日", "2024-04-04"),
    ("令和元年5月1日", "2019-05-01"),
    ("昭和64年1月7日", "1989-01-07"),
    ("平成3年", "1991"),
    ("令和六年四月四日", "2024-04-04"),
    ("二〇二四年十二月二十一日", "2024-12-21"),
    ("c. 1890–1910", "1890~/1910~"),
    ("R6.4.4", "2024-04-04"),
    ("H31/4/30", "2019-04-30"),
    ("Spring 2024", "2024-21"),
    ("Fall of 2021", "2021-23"),
    ("Q1 2024", "2024-33"),
    ("2024-Q4", "2024-36"),
    ("H2 2024", "2024-41"),
    ("1490385986", "2017-03-24T20:06:26Z"),
    ("2024-04-04 to 2024-04-06", "2024-04-04/2024-04-06"),
    ("2024-04-04 - 2024-04-06", "2024-04-04/2024-04-06"),
    ("from 2019 to 2021", "2019/2021"),
    ("2019-2021", "2019/2021"),
    ("1914–18", "1914/1918"),
    ("4–6 April 2024", "2024-04-04/2024-04-06"),
    ("April 4–6, 2024", "2024-04-04/2024-04-06"),
    ("30 March - 2 April 2024", "2024-03-30/2024-04-02"),
    ("April–May 2024", "2024-04/2024-05"),
    ("2024年4月4日～6日", "2024-04-04/2024-04-06"),
    ("2024年4月から5月まで", "2024-04/2024-05"),
    ("Mon, 08 May 2017 16:33:32 GMT", "2017-05-08T16:33:32Z"),
    ("08/May/2017:16:33:32 +0200", "2017-05-08T16:33:32+02:00"),
    ("Thu Apr  4 08:13:43 UTC 2024", "2024-04-04T08:13:43Z"),
    ("Apr 4, 2024 8:13 PM", "2024-04-04T20:13"),
    ("08:13, 4 April 2024", "2024-04-04T08:13"),
    ("4 April 2024, 08:13:43", "2024-04-04T08:13:43"),
    ("2024年4月4日8時13分43秒", "2024-04-04T08:13:43"),
    ("12:30 am, Apr 4, 2024", "2024-04-04T00:30"),
    ("1984?~", "1984%"),
    ("2021/22", "2021/2022"),
    ("2019/21", "2019/2021"),
    ("199u", "199X"),
    ("1985-04/open", "1985-04/.."),
];

#[test]
fn dates_as_people_write_them_have_a_spelling() {
    let wrong: Vec<String> = MEANT
        .iter()
        .filter(|(text, meant)| proposed(text) != [*meant])
        .map(|(text, meant)| format!("{text}: {:?}, not {meant} ({:?})", proposed(text), EventDate::parse(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(MEANT.iter().all(|(_, meant)| EventDate::parse(meant).is_ok()));
}

#[test]
fn seconds_keep_their_parts_where_a_date_can_have_them() {
    for text in ["1490385986240", "1490385986240000", "1490385986240000000", "1490385986.24"] {
        let [only] = &proposed(text)[..] else { panic!("{text}") };
        assert!(["2017-03-24T20:06:26.24Z", "2017-03-24T20:06:26Z"].contains(&only.as_str()), "{text}: {only}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_has_both() {
    assert_eq!(proposed("04/05/2024"), ["2024-04-05", "2024-05-04"]);
    assert_eq!(proposed("4.5.2024"), ["2024-04-05", "2024-05-04"]);
    assert_eq!(proposed("1900s"), ["190X", "19XX"]);
    let told = EventDate::parse("04/05/2024").unwrap_err().to_string();
    assert!(told.contains("`2024-04-05` or `2024-05-04`"), "{told}");
}

#[test]
fn what_is_not_understood_has_no_spelling() {
    for text in [
        "16",
        "94",
        "24/04/05",
        "April 4",
        "4 April",
        "Apr 24",
        "May  8 16:33:32",
        "early 1960s",
        "31 April 2024",
        "2019-2021-2023",
        "2024-04-04 10:00-12:00",
        "明治3年1月5日",
        "平成40年",
        "0 BC",
        "someday",
        "2000-13",
        "n.d.",
        "-",
        "/",
        "~",
        "c.",
        "BC",
        "年月日",
        "before",
        "between and",
        "to",
    ] {
        assert_eq!(proposed(text), [""; 0], "{text}");
    }
    let told = |text: &str| EventDate::parse(text).unwrap_err().to_string();
    assert!(told("May  8 16:33:32").contains("the year is missing"));
    assert!(told("2000-13").contains("no month 13"));
    assert!(told("4 April 2024 10:00 to 4 April 2024 12:00").contains("`end`"));
}

fn day() -> impl Strategy<Value = (i32, u32, u32)> {
    (1000..3000_i32, 1..=12_u32, 1..=28_u32)
}

proptest! {
    #[test]
    fn a_proposal_is_a_date(text in "[0-9A-Za-z年月日時分秒令和平成前後約頃春秋上半期以降からまで〜～–~?/. :,'+-]{0,24}") {
        for spelling in proposed(&text) {
            prop_assert!(EventDate::parse(&spelling).is_ok(), "{text}: {spelling}");
        }
    }

    #[test]
    fn words_and_numbers_of_dates_in_any_order_never_mislead(
        words in prop::collection::vec(prop::sample::select(vec![
            "2024", "4", "12", "31", "April", "May", "Mon", "BC", "AD", "c.", "about", "before", "after", "since", "to", "-", "–",
            "/", "or", "between", "and", "1960s", "20:06", "Z", "+0900", "年", "月", "日", "令和", "頃", "以前", "Q1", "summer",
            "century", "19th", "present", "1490385986", "?", "~", ",",
        ]), 1..7),
        joint in prop::sample::select(vec!["", " "]),
    ) {
        for spelling in proposed(&words.join(joint)) {
            prop_assert!(EventDate::parse(&spelling).is_ok(), "{words:?}: {spelling}");
        }
    }

    #[test]
    fn a_day_is_found_however_it_is_written((year, month, day) in day(), other in day()) {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ];
        let (name, plain) = (names[month as usize - 1], format!("{year:04}-{month:02}-{day:02}"));
        for text in [
            format!("{day} {name} {year}"),
            format!("{name} {day}, {year}"),
            format!("{} {day} {year}", &name[..3]),
            format!("{year}年{month}月{day}日"),
            format!("{year}/{month}/{day}"),
            format!("{year}.{month}.{day}"),
            format!("{year}{month:02}{day:02}"),
        ] {
            prop_assert_eq!(proposed(&text), std::slice::from_ref(&plain), "{}", text);
        }
        let later = format!("{:04}-{:02}-{:02}", other.0, other.1, other.2);
        if later > plain {
            let text = format!("{day} {name} {year} to {} {} {}", other.2, names[other.1 as usize - 1], other.0);
            prop_assert_eq!(proposed(&text), [format!("{plain}/{later}")], "{}", text);
        }
    }
}
