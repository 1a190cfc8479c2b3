//! Real files of other programs, each read to what stands in it.

use std::{collections::BTreeSet, path::Path};

use annalist::{load::ReadOptions, model::Event, stream::TimelineUpdate};

use super::{events, extra, opened, seen};

fn sample(name: &str) -> TimelineUpdate {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/imports");
    opened(&folder.join(name), &ReadOptions::default()).unwrap()
}

fn dates(update: &TimelineUpdate) -> Vec<String> {
    events(update).iter().map(|event| event.date.as_written().to_owned()).collect()
}

fn lane(update: &TimelineUpdate, event: &Event) -> String {
    update.timeline.vocabularies.lanes.get(event.lane).unwrap().id.to_string()
}

fn kind(update: &TimelineUpdate, event: &Event) -> String {
    update.timeline.vocabularies.kinds.get(event.kind).unwrap().id.to_string()
}

#[test]
fn numbers_since_1970_are_read_by_their_digits_and_that_is_said() {
    let update = sample("ts-epoch-units.csv");
    assert_eq!(
        seen(&update),
        [
            "2022-07-24T19:01:01Z seconds_timestamp",
            "2022-07-24T19:01:01.123Z milliseconds_timestamp",
            "2022-07-24T19:01:01.123456Z microseconds_timestamp",
        ]
    );
    assert_eq!(update.diagnostics.counts(), (0, 1));
    assert!(
        crate::support::all_lines(&update.diagnostics)[0].contains("seconds")
            && crate::support::all_lines(&update.diagnostics)[0].contains("milliseconds")
    );
}

#[test]
fn microseconds_are_put_in_order_and_a_user_is_no_id() {
    let update = sample("ts-epoch-micros.csv");
    let dates = dates(&update);
    assert_eq!((dates.len(), crate::support::all_lines(&update.diagnostics).len()), (4, 0));
    assert_eq!(dates[0], "2024-08-09T14:33:09.468712Z");
    assert_eq!(dates[3], "2025-07-01T05:58:27.214025Z");
    let events = events(&update);
    assert_eq!(extra(&events[0], "uid"), Some("mustermann"));
    assert_eq!(extra(&events[0], "query"), None, "an empty cell says nothing");
}

#[test]
fn a_wrong_date_is_named_and_costs_itself() {
    let update = sample("ts-invalid-datetime.csv");
    assert_eq!(dates(&update), ["2017-07-24T19:01:01", "2017-09-24 19:01:01", "2017-10-24 19:01:01"]);
    assert!(!update.timeline.has_instants(), "no zone is stated");
    assert_eq!(update.diagnostics.counts().0, 1);
    assert!(
        crate::support::all_lines(&update.diagnostics)
            .iter()
            .any(|line| line.contains(":5:") && line.contains("1234 19:01:01"))
    );
    assert!(events(&update).iter().all(|event| extra(event, "timestamp").is_some()));
}

#[test]
fn the_zero_of_a_clock_is_kept_and_warned_about() {
    let update = sample("ts-out-of-range.csv");
    assert_eq!(dates(&update), ["1601-01-01T00:00:00Z", "2227-12-31T23:01:01+00:00"]);
    assert_eq!(update.diagnostics.counts(), (0, 1));
}

#[test]
fn rows_without_a_date_are_counted_apart_with_their_lines() {
    let update = sample("ts-blank-datetime.csv");
    assert_eq!(update.timeline.len(), 3);
    assert_eq!(update.diagnostics.counts(), (0, 2));
    assert!(
        crate::support::all_lines(&update.diagnostics)[0].contains(":2:")
            && crate::support::all_lines(&update.diagnostics)[0].contains("line 3"),
        "{:?}",
        crate::support::all_lines(&update.diagnostics)
    );
}

#[test]
fn the_date_that_is_meant_is_taken_of_two() {
    let update = sample("ts-sigma.jsonl");
    let dates = dates(&update);
    assert_eq!((dates.len(), crate::support::all_lines(&update.diagnostics).len()), (5, 0));
    assert_eq!(dates[0], "2015-07-24T19:01:01+00:00");
    assert_eq!(dates[4], "2022-01-22T23:07:43.502205+00:00");
    assert_eq!(extra(&events(&update)[0], "timestamp"), Some("123456789"));
}

#[test]
fn cells_of_many_lines_are_one_and_the_fraction_makes_the_order() {
    let update = sample("ts-evtx-part.csv");
    let dates = dates(&update);
    assert_eq!((dates.len(), crate::support::all_lines(&update.diagnostics).len()), (13, 0));
    assert_eq!(dates[0], "2012-03-14 04:17:38.276340+00:00");
    assert_eq!(dates[12], "2012-03-14 04:17:43.354563+00:00");
    assert!(dates.is_sorted());
    let events = events(&update);
    assert!(extra(&events[0], "xml_string").unwrap().lines().count() > 5);
    assert!(events.iter().all(|event| extra(event, "event_identifier").is_some()));
}

#[test]
fn an_offset_is_an_instant_and_json_in_json_stays_a_text() {
    let update = sample("plaso-aws-cloudtrail.jsonl");
    let events = events(&update);
    assert_eq!((events.len(), crate::support::all_lines(&update.diagnostics).len()), (6, 0));
    let last = events.last().unwrap();
    assert_eq!(last.date.as_written(), "2022-02-08 09:23:37+11:00");
    assert!(update.timeline.has_instants());
    assert_eq!(last.title, "DescribeInstances");
    assert!(extra(last, "CloudTrailEvent").unwrap().starts_with("{\"eventVersion\""));
}

#[test]
fn the_journal_has_its_time_as_a_text_of_digits() {
    let update = sample("lnav-journald.json");
    assert_eq!(dates(&update), ["2018-08-21T14:04:21.221373Z"; 2]);
    assert_eq!(crate::support::all_lines(&update.diagnostics).len(), 0);
    let events = events(&update);
    assert_eq!(lane(&update, &events[0]), "python");
    assert!(events[0].id.starts_with("s=e991dd57"));
}

#[test]
fn a_name_with_dots_stands_beside_what_is_nested() {
    let update = sample("lnav-ecs.jsonl");
    let dates = dates(&update);
    assert_eq!((dates.len(), crate::support::all_lines(&update.diagnostics).len()), (5, 0));
    assert_eq!((dates[0].as_str(), dates[4].as_str()), ("2025-01-13T09:58:13.631Z", "2025-01-13T09:58:13.634Z"));
    let events = events(&update);
    assert_eq!(extra(&events[0], "log.level"), Some("debug"));
    assert_eq!(extra(&events[0], "log.origin.file.line"), Some("42"));
}

#[test]
fn a_bulk_load_is_no_spike_and_what_is_due_is_no_end() {
    let update = sample("cisa-kev.csv");
    let events = events(&update);
    assert_eq!((events.len(), crate::support::all_lines(&update.diagnostics).len()), (1404, 0));
    assert_eq!((events[0].date.as_written(), events[1403].date.as_written()), ("2021-11-03", "2025-08-25"));
    assert_eq!(events.iter().filter(|event| event.date.as_written() == "2021-11-03").count(), 287);
    let vendors: BTreeSet<String> = events.iter().map(|event| lane(&update, event)).collect();
    assert_eq!(vendors.len(), 230);
    let notes = events.iter().filter_map(|event| extra(event, "notes"));
    assert_eq!(notes.map(|notes| notes.matches("://").count()).sum::<usize>(), 2240);
    assert!(events.iter().all(|event| event.date.as_written().len() == 10), "no date has an end");
    let found = update.timeline.find("CVE-2025-48384").and_then(|ix| update.timeline.event(ix)).unwrap();
    assert_eq!((found.date.as_written(), found.title.as_ref()), ("2025-08-25", "Git Link Following Vulnerability"));
}

#[test]
fn doubled_quotation_marks_are_one() {
    let update = sample("dfir-ransomware.csv");
    let events = events(&update);
    assert_eq!((events.len(), crate::support::all_lines(&update.diagnostics).len()), (20, 0));
    assert_eq!(events[0].date.as_written(), "2026-02-27T09:14:00");
    assert_eq!(events[19].date.as_written(), "2026-03-11T09:19:04.860000");
    for (name, count) in [("CRITICAL", 10), ("HIGH", 2), ("MEDIUM", 2), ("INFO", 6)] {
        assert_eq!(events.iter().filter(|event| kind(&update, event) == name).count(), count, "{name}");
    }
    assert!(
        events.iter().any(|event| extra(event, "detail").is_some_and(|detail| detail.starts_with("\"OUTLOOK.EXE\"")))
    );
}
