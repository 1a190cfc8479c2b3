//! What could be read, but ought not to be left so.

use std::fmt::Write as _;

use annalist::load::{Format, timeline_in};

use super::check;

/// What is found in a file, a line each.
fn found(text: &str) -> Vec<String> {
    crate::support::lines("t", &timeline_in(Format::Toml, text.into()))
}

/// Events of these dates, with titles of their own.
fn events(dates: &[&str]) -> String {
    let mut text = String::new();
    for (number, date) in dates.iter().enumerate() {
        writeln!(text, "[[event]]\ndate = \"{date}\"\ntitle = \"Number {number}\"").unwrap();
    }
    text
}

#[test]
fn days_that_a_program_filled_in_are_found_in_every_file() {
    let first = ["1990-01-01", "1991-01-01", "1992-01-01", "1993-01-01", "1994-01-01", "1995-05-17"];
    let lines = found(&events(&first));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(
        lines[0].starts_with("t:1:1: 5 of 6 dates are 1 January of 5 years: the day may have been filled in"),
        "{lines:?}"
    );
    // The place is that of the first.
    let later: Vec<&str> = first.iter().rev().copied().collect();
    assert!(found(&events(&later))[0].starts_with("t:4:1: "));
    // Four are none too many, and what is written as a year claims no day.
    assert_eq!(found(&events(&first[2..])), [""; 0]);
    assert_eq!(found(&events(&["1990", "1991", "1992", "1993", "1994", "1995-05-17"])), [""; 0]);
    let months: Vec<String> = (1..13).map(|month| format!("2020-{month:02}-01")).collect();
    let months: Vec<&str> = months.iter().map(String::as_str).collect();
    let lines = found(&events(&months));
    assert!(lines.len() == 1 && lines[0].contains("12 of 12 dates are the first of a month"), "{lines:?}");
    let days: Vec<String> = (1..13).map(|month| format!("2020-{month:02}-{:02}", month + 3)).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    assert_eq!(found(&events(&days)), [""; 0]);
}

#[test]
fn links_that_run_against_time_are_found_in_every_file() {
    let file = |one: &str, other: &str, follows: &str| {
        format!(
            "[[event]]\nid = \"a\"\ndate = \"{one}\"\ntitle = \"A\"\nfollows = [\"{follows}\"]\n[[event]]\nid = \"b\"\ndate = \"{other}\"\ntitle = \"B\"\n"
        )
    };
    for (one, other, follows, is_found) in [
        ("2022", "2023", "b", true),
        ("2023", "2022", "b", false),
        ("2023", "2023-05", "b", false),
        ("2023", "2022", "a", true),
        ("2023-01-06T10:00Z", "2023-01-06T20:00", "b", false),
        ("2023-01-06T10:00Z", "2023-01-06T20:00Z", "b", true),
    ] {
        let text = file(one, other, follows);
        let lines = found(&text);
        assert_eq!(lines.len(), usize::from(is_found), "{text}{lines:?}");
        assert!(!is_found || lines[0].contains(&format!("it follows from `{follows}`, which is not earlier")));
    }
    // Of a file that is read by parts they are counted.
    let mut long = String::from(
        "{\"id\":\"a\",\"date\":\"2020\",\"title\":\"A\",\"follows\":[\"b\"]}\n{\"id\":\"b\",\"date\":\"2023\",\"title\":\"B\"}\n",
    );
    for number in 0..30_000 {
        writeln!(long, "{{\"date\":\"2021\",\"title\":\"Number {number}, so that the file is long\"}}").unwrap();
    }
    let report = check("a.jsonl", long.as_bytes(), &[]);
    assert!(report.contains("warning[follows-later]: 1 links lead to an event that is later"), "{report}");
}

#[test]
fn names_that_are_nearly_the_same_are_found_where_a_file_asks() {
    let asked = "[timeline]\nchecks = [\"names\"]\n[[organisation]]\nid = \"Space Office\"\n";
    let event = |fields: &str| format!("[[event]]\ndate = \"2023\"\ntitle = \"A\"\n{fields}\n");
    let text = [
        asked,
        &event("people = [\"Jake Sulivan\"]\nplace = \"Washington, D.C.\""),
        &event("people = [\"Jake Sullivan\"]\nplace = \"Washington DC\"\norganisations = [\"Space Offices\"]"),
        &event("people = [\"Jake Sullivan\"]\nareas = [\"cyber defence\"]"),
        &event("areas = [\"cyber defense\"]"),
    ]
    .concat();
    let lines = found(&text);
    let has = |text: &str| lines.iter().any(|line| line.contains(text));
    assert!(has(":8:11: the person `Jake Sulivan` is nearly `Jake Sullivan`; write `Jake Sullivan`"), "{lines:?}");
    assert!(has("the place `Washington DC` is nearly `Washington, D.C.`"), "{lines:?}");
    assert!(has("the area `cyber defense` is nearly `cyber defence`"), "{lines:?}");
    // What is like a declared name is told in every file.
    assert!(has("organisation `Space Offices` is not declared; did you mean `Space Office`?"), "{lines:?}");
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert_eq!(found(&text.replace("[\"names\"]", "[]")).len(), 1);
}

#[test]
fn events_that_may_be_one_are_found_where_a_file_asks() {
    let file = |one: (&str, &str), other: (&str, &str)| {
        let event = |(date, title): (&str, &str)| format!("[[event]]\ndate = \"{date}\"\ntitle = \"{title}\"\n");
        format!("[timeline]\nchecks = [\"duplicates\"]\n{}{}", event(one), event(other))
    };
    for (one, other, is_found) in [
        (("2023-01-06", "Memorandum signed"), ("2023-01-06", "Memorandum signed"), true),
        (("2023-01-06", "Memorandum is signed at last"), ("2023-01-07", "Memorandum signed at last"), true),
        (("2023-01-07", "Memorandum signed at last"), ("2023-01-06", "Memorandum singed at last"), true),
        (("2023-01-06", "Memorandum signed"), ("2023-01-08", "Memorandum signed"), false),
        (("2023-01-06", "Talks in Tokyo"), ("2023-01-06", "Talks in London"), false),
        (("2023-01-06", "Round 1 of the talks in Tokyo"), ("2023-01-06", "Round 2 of the talks in Tokyo"), false),
        (("2023-01", "Memorandum signed"), ("2023-01", "Memorandum signed"), false),
        (("2023-01-06", "覚書に署名"), ("2023-01-06", "覚書に署名"), true),
    ] {
        let text = file(one, other);
        let lines = found(&text);
        assert_eq!(lines.len(), usize::from(is_found), "{text}{lines:?}");
        assert!(!is_found || lines[0].starts_with("t:6:1: the event is nearly that of line 3"), "{lines:?}");
        assert_eq!(found(&text.replace("[\"duplicates\"]", "[]")), [""; 0]);
    }
}

#[test]
fn quotes_without_a_source_and_sources_without_a_date_are_found_where_a_file_asks() {
    let text = "[timeline]\nchecks = [\"attribution\", \"dated\"]\n[[event]]\ndate = \"2023\"\ntitle = \"A\"\n[[event.quote]]\ntext = \"Words\"\n[[event.source]]\nurl = \"https://example.org\"\n";
    let lines = found(text);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("t:7:8: the quote names no source; write `source = 1`"), "{lines:?}");
    assert!(lines[1].starts_with("t:8:1: the source has no date"), "{lines:?}");
    let mended = text.replace("\"Words\"", "\"Words\"\nsource = 1").replace(".org\"", ".org\"\ndate = 2023");
    assert_eq!(found(&mended), [""; 0]);
}

#[test]
fn many_findings_of_one_kind_hide_none_of_another() {
    let mut text = String::from("[timeline]\nchecks = [\"duplicates\", \"dated\", \"attribution\"]\n");
    for number in 0..30 {
        let event =
            format!("[[event]]\ndate = \"20{number:02}-05-{:02}\"\ntitle = \"Talks of the year\"\n", number % 28 + 1);
        text += &event;
        text += &event;
    }
    text += "[[event.quote]]\ntext = \"Words\"\n[[event.source]]\nurl = \"https://example.org\"\n";
    let lines = found(&text);
    let has = |text: &str| lines.iter().any(|line| line.contains(text));
    assert!(has("the quote names no source") && has("the source has no date") && has("more of the kind"), "{lines:?}");
}
