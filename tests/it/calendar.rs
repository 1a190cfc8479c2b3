//! iCalendar: folded lines, escapes, zones by the file's own rules, and faults at their places.

use annalist::{
    load::{self, Format, Loaded, Severity},
    model::Event,
};
use proptest::prelude::*;

fn read(text: impl Into<Vec<u8>>) -> Loaded {
    let bytes = text.into();
    assert_eq!(Format::of("anything.txt", &bytes), Format::ICalendar);
    load::timeline_in(Format::ICalendar, bytes)
}

/// A calendar with these lines in its only event.
fn event(lines: &str) -> Loaded {
    read(format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        lines.replace('\n', "\r\n")
    ))
}

fn only(lines: &str) -> Event {
    let loaded = event(lines);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    assert_eq!(loaded.timeline.len(), 1);
    events(&loaded).remove(0)
}

fn events(loaded: &Loaded) -> Vec<Event> {
    loaded.timeline.events().map(|event| (*event).clone()).collect()
}

fn dates(loaded: &Loaded) -> Vec<String> {
    let written = |event: &Event| match event.date.end_as_written() {
        None => event.date.as_written().to_owned(),
        Some(end) => format!("{}/{end}", event.date.as_written()),
    };
    events(loaded).iter().map(written).collect()
}

fn more<'a>(event: &'a Event, name: &str) -> Option<&'a str> {
    event.more.iter().find(|extra| extra.name == name).map(|extra| extra.value.as_ref())
}

/// Every problem in a line.
fn told(loaded: &Loaded) -> Vec<String> {
    crate::support::lines("a.ics", loaded)
}

#[test]
fn a_zone_that_the_file_defines_utc_and_no_zone_are_told_apart() {
    let loaded = read(include_str!("../fixtures/imports/ics-three-zones.ics"));
    let mut found = dates(&loaded);
    found.sort();
    assert_eq!(found, ["2021-03-02T00:00:00", "2021-03-02T00:00:00-05:00", "2021-03-02T00:00:00Z"]);
    assert!(loaded.problems.is_empty(), "{:?}", told(&loaded));
    assert!(events(&loaded).iter().all(|event| event.title == "(untitled)" && more(event, "RDATE").is_some()));
}

#[test]
fn a_date_that_is_none_costs_its_event_and_is_told_with_its_place() {
    let loaded = read(include_str!("../fixtures/imports/ics-invalid-dates.ics"));
    assert_eq!(loaded.timeline.len(), 0);
    let [only] = &told(&loaded)[..] else { panic!("{:?}", told(&loaded)) };
    assert!(only.starts_with("a.ics:6:9: `INVALID-DATE` is no date"), "{only}");
}

#[test]
fn one_bad_event_leaves_the_others() {
    let loaded = read(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20230231\nSUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20230301\nSUMMARY:B\n\
         END:VEVENT\nBEGIN:VEVENT\nSUMMARY:No date\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    assert_eq!(dates(&loaded), ["2023-03-01"]);
    let told = told(&loaded);
    assert!(told[0].starts_with("a.ics:3:9: 20230231: February 2023 has 28 days"), "{told:?}");
    assert!(told[1].starts_with("a.ics:10:1: an event needs a DTSTART"), "{told:?}");
    assert_eq!(told.len(), 2);
}

#[test]
fn days_end_before_the_day_that_is_given_as_their_end() {
    for (lines, expected) in [
        ("DTSTART;VALUE=DATE:20230328\nDTEND;VALUE=DATE:20230331", "2023-03-28/2023-03-30"),
        ("DTSTART;VALUE=DATE:20230328\nDTEND;VALUE=DATE:20230329", "2023-03-28"),
        ("DTSTART;VALUE=DATE:20230328\nDTEND;VALUE=DATE:20230328", "2023-03-28"),
        ("DTSTART:20230328\nDURATION:P3D", "2023-03-28/2023-03-30"),
        ("DTSTART;VALUE=DATE:20230328T000000Z", "2023-03-28"),
        ("DTSTART:20230328T100000Z\nDTEND:20230328T113000Z", "2023-03-28T10:00:00Z/2023-03-28T11:30:00Z"),
        ("DTSTART:20230328T100000\nDURATION:PT90M", "2023-03-28T10:00:00/2023-03-28T11:30:00"),
        ("DTSTART:20230328T100000Z\nDTEND:20230328T100000Z", "2023-03-28T10:00:00Z"),
        ("DTSTART;TZID=GMT:20230328T1000", "2023-03-28T10:00:00Z"),
    ] {
        assert_eq!(only(lines).date.written(), expected, "{lines}");
    }
    let loaded = event("DTSTART:20230328\nDTEND:20230301");
    assert!(loaded.timeline.is_empty() && told(&loaded)[0].contains("before the start"), "{:?}", told(&loaded));
}

#[test]
fn folded_lines_and_escapes_are_undone() {
    let event = only(
        "DTSTART:20230328\nUID;X=\"a:b;c\":one\nSUM\n MARY;LANGUAGE=en:Talks in Lon\n don\\, and Tok\n\tyo\\; \\\\ so\n\
         DESCRIPTION:First.\\nSecond\\, third.\nCATEGORIES:law,a\\,b\nCATEGORIES:talks\nLOCATION:Tokyo\\, Japan\n\
         URL:https://example.org/a\nSTATUS:TENTATIVE\nORGANIZER;CN=\"Keller, A.\":mailto:a@example.org\nGEO:35.6;139.7",
    );
    assert_eq!(event.title, "Talks in London, and Tokyo; \\ so");
    assert_eq!(event.id, "one");
    assert_eq!(event.summary.as_deref(), Some("First.\nSecond, third."));
    assert_eq!(event.areas.len(), 3);
    assert_eq!(event.place.as_deref(), Some("Tokyo, Japan"));
    assert_eq!(event.sources[0].url.as_deref(), Some("https://example.org/a"));
    assert_eq!(more(&event, "STATUS"), Some("TENTATIVE"));
    assert_eq!(more(&event, "ORGANIZER"), Some("Keller, A."));
    assert_eq!(more(&event, "GEO"), Some("35.6;139.7"));
}

#[test]
fn a_fault_in_a_folded_line_stands_where_the_file_has_it() {
    let loaded = event("SUMMARY:A\nDTSTART;VALUE=\n DATE:2023xx01");
    assert!(told(&loaded)[0].starts_with("a.ics:5:7: `2023xx01`"), "{:?}", told(&loaded));
}

#[test]
fn a_fold_within_a_character_loses_nothing() {
    let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20230328\r\nSUMMARY:会談\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let at = text.find('会').unwrap() + 1;
    let (before, behind) = text.as_bytes().split_at(at);
    let loaded = read([before, b"\r\n ", behind].concat());
    assert_eq!(events(&loaded)[0].title, "会談");
    assert!(loaded.problems.is_empty());
}

#[test]
fn what_repeats_is_shown_once_with_its_rule() {
    let loaded = event("DTSTART:20230328T100000Z\nSUMMARY:Weekly\nRRULE:FREQ=WEEKLY;BYDAY=MO");
    let events = events(&loaded);
    assert_eq!(events.len(), 1);
    assert_eq!(more(&events[0], "RRULE"), Some("FREQ=WEEKLY;BYDAY=MO"));
    assert!(told(&loaded)[0].contains("repeats") && loaded.problems[0].severity == Severity::Warning);
}

const LONDON: &str = "BEGIN:VTIMEZONE\nTZID:Home\nBEGIN:DAYLIGHT\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nDTSTART:19810329T010000\n\
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nBEGIN:STANDARD\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\n\
DTSTART:19961027T020000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n";

#[test]
fn a_zone_goes_by_the_rules_of_the_file() {
    for (time, offset) in [
        ("20230115T120000", "Z"),
        ("20230326T005959", "Z"),
        // Left out by the clock: as if it had not been put forward yet.
        ("20230326T013000", "Z"),
        ("20230326T020000", "+01:00"),
        ("20230701T120000", "+01:00"),
        // Shown twice: the first time.
        ("20231029T013000", "+01:00"),
        ("20231029T020000", "Z"),
        ("20231231T235959", "Z"),
        ("19700101T000000", "Z"),
    ] {
        let text = format!(
            "BEGIN:VCALENDAR\n{LONDON}BEGIN:VEVENT\nDTSTART;TZID=\"Home\":{time}\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR"
        );
        let loaded = read(text);
        assert!(dates(&loaded)[0].ends_with(&format!(":{}{offset}", &time[13..])), "{time}: {:?}", dates(&loaded));
    }
}

#[test]
fn a_zone_that_nobody_defines_is_said() {
    let loaded = event("DTSTART;TZID=Mars/Olympus:20230328T100000\nSUMMARY:A");
    assert_eq!(dates(&loaded), ["2023-03-28T10:00:00"]);
    assert!(told(&loaded)[0].contains("`Mars/Olympus`"), "{:?}", told(&loaded));
}

#[test]
fn the_date_that_a_calendar_cannot_say_is_taken_where_the_days_agree() {
    let date =
        |edtf: &str| only(&format!("DTSTART:20210401\nDTEND:20210501\nX-EDTF:{edtf}")).date.written().into_owned();
    assert_eq!(date("2021-04~"), "2021-04~");
    assert_eq!(date("2022-04~"), "2021-04-01/2021-04-30");
}

#[test]
fn calendars_have_names_and_what_is_no_event_is_passed_over() {
    let loaded = read(
        "begin:vcalendar\nX-WR-CALNAME:Meetings\nBEGIN:VEVENT\nDTSTART:20230101\nSUMMARY:A\nBEGIN:VALARM\nTRIGGER:-PT5M\n\
         DESCRIPTION:Ring\nEND:VALARM\nEND:VEVENT\nBEGIN:VTODO\nDUE:20230102\nSUMMARY:B\nEND:VTODO\nBEGIN:VFREEBUSY\n\
         DTSTART:20230103\nEND:VFREEBUSY\nEND:VCALENDAR\n",
    );
    assert_eq!(loaded.timeline.info.title, "Meetings");
    assert_eq!(dates(&loaded), ["2023-01-01", "2023-01-02"]);
    let events = events(&loaded);
    assert!(events[0].summary.is_none());
    assert_eq!(loaded.timeline.vocabularies.kinds.get(events[1].kind).unwrap().id, "to-do");
    assert!(loaded.problems.is_empty(), "{:?}", told(&loaded));
}

#[test]
fn calendars_of_one_file_are_a_lane_each() {
    let calendar = |name: &str| {
        format!("BEGIN:VCALENDAR\nNAME:{name}\nBEGIN:VEVENT\nDTSTART:20230101\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n")
    };
    let lanes = |text: String| -> Vec<String> {
        let loaded = read(text);
        let lane = |event: &Event| loaded.timeline.vocabularies.lanes.get(event.lane).unwrap().id.to_string();
        events(&loaded).iter().map(lane).collect()
    };
    assert_eq!(lanes(calendar("One") + &calendar("Two")), ["One", "Two"]);
    assert_eq!(lanes(calendar("One")), [""]);
}

#[test]
fn what_is_not_closed_and_what_is_no_property_is_said_and_the_rest_is_read() {
    let loaded = read(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20230101\nSUMMARY:A\n!\nBEGIN:VEVENT\nDTSTART:20230102\nSUMMARY:B",
    );
    assert_eq!(dates(&loaded), ["2023-01-01", "2023-01-02"]);
    let told = told(&loaded);
    assert!(told[0].starts_with("a.ics:5:1: the line does not begin"), "{told:?}");
    assert!(told[1].starts_with("a.ics:6:1: VEVENT is not closed"), "{told:?}");
}

#[test]
fn several_times_of_one_event_have_ids_of_their_own() {
    let loaded = read(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20230101\nSUMMARY:A\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\n\
         RECURRENCE-ID:20230108\nDTSTART:20230109\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    let ids: Vec<String> = events(&loaded).iter().map(|event| event.id.to_string()).collect();
    assert_eq!(ids, ["a", "a/20230108"]);
    assert!(loaded.problems.is_empty());
}

#[test]
fn html_in_a_description_becomes_text() {
    let event =
        only("DTSTART:20230101\nDESCRIPTION:<b>Bold</b> &amp\\; plain<br><a href=\"https://example.org/x\">more</a>");
    let summary = event.summary.unwrap();
    assert!(
        summary.contains("Bold & plain") && summary.contains("https://example.org/x") && !summary.contains('<'),
        "{summary}"
    );
    assert_eq!(only("DTSTART:20230101\nSUMMARY:A\nDESCRIPTION:1 < 2 & 3").summary.as_deref(), Some("1 < 2 & 3"));
}

proptest! {
    #[test]
    fn no_calendar_breaks_the_reader(text in "((BEGIN|END):(VEVENT|VCALENDAR|VTIMEZONE|STANDARD)\n|(DTSTART|DTEND|RRULE|TZID|TZOFFSETTO|DURATION)(;TZID=a|;VALUE=DATE)?:[0-9TZPDH+=;,YEARLYBMONTHSU-]{0,20}\r?\n|[ -~é会]{0,9}\n ?){0,30}") {
        let loaded = load::timeline_in(Format::ICalendar, format!("BEGIN:VCALENDAR\n{text}").into_bytes());
        crate::support::report("a.ics", &loaded, load::ColorChoice::Plain);
    }
}
