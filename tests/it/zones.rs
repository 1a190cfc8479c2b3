//! Instants, clock times without a zone, and days in one file: order, delays and queries agree with values that were
//! worked out by hand, in every zone.

use annalist::{
    load::{self, Format},
    model::{EventIndex, Lang, Timeline, Zone},
    query::{Query, TextIndex, run},
};

/// Ten events; the titles say the instant in UTC, worked out by hand, where there is one.
const LINES: &str = r#"
{"id":"tokyo","date":"2024-06-11T23:30:00+09:00","title":"14:30 UTC"}
{"id":"paris","date":"2024-06-11T17:00:00+02:00","title":"15:00 UTC"}
{"id":"lima","date":"2024-06-11T10:15:30-05:00","title":"15:15:30 UTC"}
{"id":"zulu","date":"2024-06-11T15:30:00Z","title":"15:30 UTC"}
{"id":"zulu-late","date":"2024-06-11T15:30:00.250Z","title":"15:30 UTC and a quarter of a second"}
{"id":"lima-late","date":"2024-06-11T23:30:00-05:00","title":"04:30 UTC on the 12th"}
{"id":"tokyo-early","date":"2024-06-11T08:00:00+09:00","title":"23:00 UTC on the 10th"}
{"id":"no-zone","date":"2024-06-11T15:10:00","title":"by a clock that nobody names"}
{"id":"day","date":"2024-06-11","title":"that day"}
{"id":"next-day","date":"2024-06-12","title":"the next day"}
"#;

fn timeline(zone: Zone) -> Timeline {
    let loaded = load::timeline_in(Format::JsonLines, LINES.trim().as_bytes().to_vec());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.timeline.in_zone(zone)
}

fn ids(timeline: &Timeline, events: impl IntoIterator<Item = EventIndex>) -> String {
    let ids = events.into_iter().map(|ix| timeline.event(ix).unwrap().id.to_string());
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_file_of_several_offsets_is_told_in_utc() {
    let loaded = load::timeline_in(Format::JsonLines, LINES.trim().as_bytes().to_vec());
    assert_eq!((loaded.timeline.zone(), loaded.timeline.base()), (Zone::UTC, Zone::UTC));
    let of = |text: &str| load::timeline_in(Format::JsonLines, text.as_bytes().to_vec()).timeline;
    let tokyo = of(r#"{"date":"2024-06-11T23:30:00+09:00","title":"a"}"#);
    assert_eq!((tokyo.zone(), tokyo.base()), (Zone::AsWritten, Zone::Fixed(540)));
    assert_eq!(of(r#"{"date":"2024-06-11T23:30:00Z","title":"a"}"#).zone(), Zone::UTC);
    assert_eq!(of(r#"{"date":"2024-06-11T23:30","title":"a"}"#).zone(), Zone::AsWritten);
    let asked = "[timeline]\nzone = \"+09:00\"\n[[event]]\ndate = 2024-06-11T14:30:00Z\ntitle = \"a\"\n";
    let asked = load::timeline_in(Format::Toml, asked.as_bytes().to_vec()).timeline;
    assert_eq!(asked.zone(), Zone::Fixed(540));
    let told = asked.events().next().unwrap().date.full(Lang::En);
    assert_eq!(told, "Tue 11 June 2024, 23:30 (UTC+9)");
}

#[test]
fn events_stand_in_the_order_of_their_instants() {
    for (zone, order) in [
        // By UTC the day begins at 00:00 and the nameless clock stands between 15:00 and 15:15:30.
        (Zone::UTC, "tokyo-early day tokyo paris no-zone lima zulu zulu-late next-day lima-late"),
        // Nine hours later: the first instant is 08:00 on the 11th, the last one 13:30 on the 12th.
        (Zone::Fixed(540), "day tokyo-early no-zone tokyo next-day paris lima zulu zulu-late lima-late"),
        // Five hours earlier: the first instant is 18:00 on the 10th, the last one 23:30 on the 11th.
        (Zone::Fixed(-300), "tokyo-early day tokyo paris lima zulu zulu-late no-zone lima-late next-day"),
        // As written several offsets have no clock in common: they are placed by UTC.
        (Zone::AsWritten, "tokyo-early day tokyo paris no-zone lima zulu zulu-late next-day lima-late"),
    ] {
        let timeline = timeline(zone);
        assert_eq!(ids(&timeline, timeline.indices()), order, "{zone}");
        let again = timeline.in_zone(Zone::Local).in_zone(Zone::UTC).in_zone(zone);
        assert_eq!(ids(&again, again.indices()), order, "{zone}, and back");
    }
}

#[test]
fn delays_are_those_of_the_instants_in_every_zone() {
    for zone in [Zone::UTC, Zone::Fixed(540), Zone::Fixed(-300), Zone::AsWritten, Zone::Local] {
        let timeline = timeline(zone);
        let delay = |first: &str, second: &str| {
            let find = |id| timeline.find(id).unwrap();
            timeline.delay(find(first), find(second)).unwrap().describe_short(Lang::En)
        };
        assert_eq!(delay("tokyo", "paris"), "+0:30", "{zone}");
        assert_eq!(delay("paris", "lima"), "+0:15:30", "{zone}");
        assert_eq!(delay("zulu", "lima"), "-0:14:30", "{zone}");
        assert_eq!(delay("zulu", "zulu-late"), "+0.250 s", "{zone}");
        assert_eq!(delay("tokyo-early", "lima-late"), "+29:30", "{zone}");
        assert_eq!(delay("day", "next-day"), "+1 d", "{zone}");
        assert_eq!(delay("no-zone", "day"), "+0 d", "{zone}: of a clock without a zone only the day is sure");
    }
    let timeline = timeline(Zone::UTC);
    let days = |first: &str, second: &str| {
        timeline.delay(timeline.find(first).unwrap(), timeline.find(second).unwrap()).unwrap().describe_short(Lang::En)
    };
    assert_eq!(days("no-zone", "lima-late"), "+1 d");
    assert_eq!(days("day", "tokyo-early"), "-1 d");
}

/// A query, a zone, what is certain, and what is possible.
const QUERIES: &[(&str, Zone, &str, &str)] = &[
    ("date:2024-06-11", Zone::UTC, "day tokyo paris no-zone lima zulu zulu-late", ""),
    ("date:2024-06-12", Zone::UTC, "next-day lima-late", ""),
    ("date:2024-06-10", Zone::UTC, "tokyo-early", ""),
    ("date:2024-06-11", Zone::Fixed(540), "day tokyo-early no-zone tokyo", ""),
    ("date:2024-06-12", Zone::Fixed(540), "next-day paris lima zulu zulu-late lima-late", ""),
    ("date:2024-06-11", Zone::Fixed(-300), "day tokyo paris lima zulu zulu-late no-zone lima-late", ""),
    // An instant is the same wherever one looks from; what has no zone may have been up to 14 hours earlier or 12 later.
    (">=2024-06-11T15:15:30Z", Zone::UTC, "lima zulu zulu-late lima-late", "day no-zone next-day"),
    (">=2024-06-12T00:15:30+09:00", Zone::Fixed(540), "lima zulu zulu-late lima-late", "day no-zone next-day"),
    (">2024-06-11T15:15:30Z", Zone::Fixed(-300), "zulu zulu-late lima-late", "day no-zone next-day"),
    ("<=2024-06-11T15:00:00Z", Zone::UTC, "tokyo-early tokyo paris", "day no-zone next-day"),
    ("date:2024-06-11T15:30:00Z", Zone::UTC, "zulu zulu-late", "day no-zone next-day"),
    ("date:2024-06-11T15:30:00.2Z", Zone::UTC, "zulu-late", "day no-zone zulu next-day"),
    (">=2024-06-11T15:30:00.250Z", Zone::UTC, "zulu-late lima-late", "day no-zone zulu next-day"),
    (">2024-06-11T15:30:00.250Z", Zone::UTC, "lima-late", "day no-zone zulu next-day"),
    ("<2024-06-11T15:30:00.250Z", Zone::UTC, "tokyo-early tokyo paris lima", "day no-zone zulu next-day"),
    // A clock time without a zone is by the clock on display.
    ("date:2024-06-11T15:00..2024-06-11T15:20", Zone::UTC, "paris lima", "day no-zone next-day"),
    ("date:2024-06-11T23:30..2024-06-12T00:16", Zone::Fixed(540), "tokyo paris lima", "day no-zone next-day"),
    ("start:2024-06-11T14:00Z..2024-06-11T15:00Z", Zone::UTC, "tokyo paris", "day no-zone next-day"),
    ("date:2024-06-20T00:00Z..2024-06-21", Zone::UTC, "", ""),
];

#[test]
fn queries_ask_for_instants_and_say_what_hangs_on_a_zone() {
    for &(text, zone, certain, possible) in QUERIES {
        let timeline = timeline(zone);
        let found = run(&Query::parse(text), &timeline, &TextIndex::new(&timeline));
        let sure = found.events.iter().copied().filter(|ix| !found.possible.contains(ix));
        assert_eq!(
            (ids(&timeline, sure).as_str(), ids(&timeline, found.possible.clone()).as_str()),
            (certain, possible),
            "{text} in {zone}"
        );
    }
}

#[test]
fn without_instants_a_clock_time_is_just_a_clock_time() {
    let lines = "{\"id\":\"a\",\"date\":\"2024-06-11T15:10:00\",\"title\":\"a\"}\n{\"id\":\"b\",\"date\":\"2024-06-11T15:40\",\"title\":\"b\"}";
    let timeline = load::timeline_in(Format::JsonLines, lines.as_bytes().to_vec()).timeline;
    let found = run(&Query::parse(">=2024-06-11T15:20"), &timeline, &TextIndex::new(&timeline));
    assert_eq!((ids(&timeline, found.events), found.possible.len()), ("b".to_owned(), 0));
}

#[test]
fn a_time_that_is_told_as_written_has_the_day_that_was_written() {
    for (text, told, row) in [
        ("2024-06-11T23:59:59-12:00", "Tue 11 June 2024, 23:59:59 (UTC-12)", "11 Jun 23:59:59-12:00"),
        ("2024-06-11T00:00:00+14:00", "Tue 11 June 2024, 00:00 (UTC+14)", "11 Jun 00:00:00+14:00"),
        ("2024-01-01T00:30:00+09:00", "Mon 1 January 2024, 00:30 (UTC+9)", "01 Jan 00:30:00+09:00"),
    ] {
        let lines =
            format!("{{\"date\":\"{text}\",\"title\":\"a\"}}\n{{\"date\":\"2024-06-11T12:00Z\",\"title\":\"b\"}}");
        let timeline = load::timeline_in(Format::JsonLines, lines.into_bytes()).timeline.in_zone(Zone::AsWritten);
        let event = timeline.events().find(|event| &*event.title == "a").unwrap();
        assert_eq!(event.date.full(Lang::En), told);
        assert_eq!(event.date.in_row_with_zone(Lang::En, 30), row);
    }
    let leap =
        load::timeline_in(Format::JsonLines, br#"{"date":"2016-12-31T23:59:60Z","title":"a"}"#.to_vec()).timeline;
    let written = |zone| leap.in_zone(zone).events().next().unwrap().date.written().into_owned();
    assert_eq!(written(Zone::UTC), "2016-12-31T23:59:60Z");
    assert_eq!(written(Zone::Fixed(540)), "2017-01-01T08:59:60+09:00");
}

#[test]
fn the_fraction_of_a_second_orders() {
    let lines = "{\"id\":\"c\",\"date\":\"2024-04-04T08:13:43.431583\",\"title\":\"c\"}\n\
                 {\"id\":\"a\",\"date\":\"2024-04-04T08:13:43.12271\",\"title\":\"a\"}\n\
                 {\"id\":\"b\",\"date\":\"2024-04-04 08:13:43,316185\",\"title\":\"b\"}";
    let timeline = load::timeline_in(Format::JsonLines, lines.as_bytes().to_vec()).timeline;
    assert_eq!(ids(&timeline, timeline.indices()), "a b c");
}
