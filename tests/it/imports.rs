//! Timelines of other programs: TimelineJS, results of SPARQL.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use annalist::{
    load::{self, Format, Loaded},
    model::Event,
};
use proptest::prelude::*;

fn read(text: &str, format: Format) -> Loaded {
    assert_eq!(Format::of("anything.txt", text.as_bytes()), format);
    load::timeline_in(format, text.as_bytes().to_vec())
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

fn told(loaded: &Loaded) -> Vec<String> {
    crate::support::lines("a", loaded)
}

fn more<'a>(event: &'a Event, name: &str) -> Option<&'a str> {
    event.more.iter().find(|extra| extra.name == name).map(|extra| extra.value.as_ref())
}

fn lane(loaded: &Loaded, event: &Event) -> String {
    loaded.timeline.vocabularies.lanes.get(event.lane).unwrap().id.to_string()
}

fn slides(slides: &str) -> Loaded {
    read(
        &format!(
            "{{\"title\": {{\"text\": {{\"headline\": \"<b>All</b>\", \"text\": \"About\"}}}},\n\"events\": [\n{slides}\n]}}"
        ),
        Format::TimelineJs,
    )
}

fn slide(fields: &str) -> Loaded {
    slides(&format!("{{{fields}, \"text\": {{\"headline\": \"A\"}}}}"))
}

#[test]
fn the_parts_of_a_slide_become_a_date() {
    for (fields, expected) in [
        (r#""start_date": {"year": 2020}"#, "2020"),
        (r#""start_date": {"year": "2020", "month": "3", "day": ""}"#, "2020-03"),
        (r#""start_date": {"year": 2020, "month": 3, "day": 4, "hour": null}"#, "2020-03-04"),
        (r#""start_date": {"year": 2020, "month": 3, "day": 4, "hour": 9}"#, "2020-03-04T09:00"),
        (
            r#""start_date": {"year": 2020, "month": 3, "day": 4, "hour": 9, "minute": 5, "second": 7, "millisecond": 20}"#,
            "2020-03-04T09:05:07.020",
        ),
        (r#""start_date": {"year": -44, "month": 3, "day": 15}"#, "-0043-03-15"),
        (r#""start_date": {"year": 2020}, "end_date": {"year": "", "month": ""}"#, "2020"),
        (r#""start_date": {"year": 2020}, "end_date": """#, "2020"),
        (r#""start_date": {"year": 2020}, "end_date": null"#, "2020"),
        (r#""start_date": {"year": 2020}, "end_date": {"year": 2021, "month": 2}"#, "2020/2021-02"),
        (
            r#""start_date": {"year": 2020, "month": 1, "day": 1, "hour": 1, "minute": 2}, "end_date": {"year": 2020, "month": 1, "day": 2}"#,
            "2020-01-01T01:02/2020-01-02",
        ),
        (r#""start_date": {"year": 1680}, "display_date": "c. 1680""#, "1680"),
        (r#""start_date": {"year": 2022, "month": 10, "day": 1}, "display_date": "October 2022""#, "2022-10"),
    ] {
        let loaded = slide(fields);
        assert_eq!(dates(&loaded), [expected], "{fields} {:?}", told(&loaded));
        assert!(loaded.problems.is_empty(), "{fields} {:?}", told(&loaded));
    }
}

#[test]
fn a_slide_that_cannot_be_read_costs_itself_and_says_where() {
    let loaded = slides(
        "{\"start_date\": {\"year\": 2020, \"month\": 2, \"day\": 31}},\n{\"start_date\": {\"year\": \"c. 1677\"}},\n\
         {\"text\": {\"headline\": \"No date\"}},\n{\"start_date\": {\"year\": 2020}, \"end_date\": {\"year\": 2019}},\n\
         {\"start_date\": {\"year\": 2021}, \"display_date\": \"March 1999\"},",
    );
    assert_eq!(dates(&loaded), ["2021"]);
    let told = told(&loaded);
    for (told, expected) in told.iter().zip([
        "a:3:16: 2020-2-31: February 2020 has 29 days",
        "a:4:25: c. 1677: what is not exact has `~` behind it; write `1677~`",
        "a:5:1: an event needs a start_date",
        "a:6:44: the end 2019 is before the start 2020",
        "a:7:48: the date is 2021, and `March 1999` is shown",
    ]) {
        assert!(told.starts_with(expected), "{told}");
    }
    assert_eq!(told.len(), 5, "{told:?}");
}

#[test]
fn what_a_slide_shows_becomes_text_and_sources() {
    let loaded = slides(
        r#"{"start_date": {"year": 2020}, "unique_id": "one", "group": "Talks", "event_types": ["a", "b"], "display_date": "Early 2020",
            "text": {"headline": "Talks &amp; <i>more</i>", "text": "<p>First <a href=\"https://example.org/a\">here</a>.</p><p>Second.</p>"},
            "media": {"url": "https://example.org/pic.jpg", "caption": "A <b>picture</b>", "credit": "By <a href='https://example.org/by'>B</a>"},
            "location": {"name": "Tokyo", "lat": 35}},
           {"start_date": {"year": 2021}, "text": {"headline": ""}, "media": {"url": "<blockquote>Said so</blockquote>", "caption": "Only this"}}"#,
    );
    assert!(loaded.problems.is_empty(), "{:?}", told(&loaded));
    assert_eq!(loaded.timeline.info.title, "All");
    assert_eq!(loaded.timeline.info.description.as_deref(), Some("About"));
    let events = events(&loaded);
    let first = &events[0];
    assert_eq!(
        (first.title.as_ref(), first.id.as_ref(), lane(&loaded, first).as_str()),
        ("Talks & more", "one", "Talks")
    );
    assert!(first.summary.as_deref().unwrap().contains("Second."), "{:?}", first.summary);
    assert_eq!(first.place.as_deref(), Some("Tokyo"));
    assert_eq!((more(first, "event_types"), more(first, "display_date")), (Some("a, b"), Some("Early 2020")));
    let urls: Vec<&str> = first.sources.iter().filter_map(|source| source.url.as_deref()).collect();
    assert_eq!(urls, ["https://example.org/pic.jpg", "https://example.org/a", "https://example.org/by"]);
    let shown = &first.sources[0];
    assert_eq!((shown.title.as_deref(), shown.publisher.as_deref()), (Some("A picture"), Some("By B")));
    assert_eq!((events[1].title.as_ref(), more(&events[1], "media")), ("Only this", Some("Said so")));
}

#[test]
fn days_that_were_filled_into_slides_are_said() {
    let slide = |year: usize| {
        format!("{{\"start_date\": {{\"year\": {year}, \"month\": 1, \"day\": 1}}, \"text\": {{\"headline\": \"A\"}}}}")
    };
    let loaded = slides(&(2001..2007).map(slide).collect::<Vec<_>>().join(","));
    assert!(told(&loaded)[0].contains("6 of 6 dates are 1 January of 6 years"), "{:?}", told(&loaded));
}

#[test]
fn eras_are_events_in_the_background() {
    let loaded = read(
        r#"{"events": [{"start_date": {"year": 2020}, "text": {"headline": "A"}}],
            "eras": [{"start_date": {"year": 2010}, "end_date": {"year": 2030}, "text": {"headline": "Era"}}]}"#,
        Format::TimelineJs,
    );
    let found: Vec<(String, bool)> =
        events(&loaded).iter().map(|event| (event.title.to_string(), event.context)).collect();
    assert_eq!(found, [("Era".to_owned(), true), ("A".to_owned(), false)]);
}

#[test]
fn the_first_version_is_read_too_and_out_of_its_script() {
    let json = r#"{"timeline": {"headline": "Old", "type": "default", "text": "About",
        "date": [{"startDate": "2011,12,10", "endDate": "", "headline": "A", "text": "T", "tag": "x", "asset": {"media": "https://example.org/m", "credit": "C", "caption": "D"}},
            {"startDate": "2012,1", "endDate": "2012,3", "headline": "B"}, {"startDate": "1/31/2013", "headline": "C"},
            {"startDate": "2012,2,30", "headline": "D"}], "era": []}}"#;
    for text in [json.to_owned(), format!("storyjs_jsonp_data = {json}")] {
        let loaded = read(&text, Format::TimelineJs);
        assert_eq!(loaded.timeline.info.title, "Old");
        assert_eq!(dates(&loaded), ["2011-12-10", "2012-01/2012-03", "2013-01-31"]);
        let first = events(&loaded).remove(0);
        assert_eq!((lane(&loaded, &first).as_str(), first.sources[0].publisher.as_deref()), ("x", Some("C")));
        assert!(told(&loaded)[0].starts_with("a:4:27: 2012,2,30: February 2012 has 29 days"), "{:?}", told(&loaded));
    }
}

/// A solution in which every variable is a literal, but for the item.
fn solutions(solutions: &[&[(&str, &str)]]) -> Loaded {
    let value = |(name, value): &(&str, &str)| {
        let kind = if *name == "item" {
            "uri"
        } else if value.contains("genid") {
            "bnode"
        } else {
            "literal"
        };
        format!("\"{name}\": {{\"type\": \"{kind}\", \"value\": \"{value}\"}}")
    };
    let row = |values: &&[(&str, &str)]| format!("{{{}}}", values.iter().map(value).collect::<Vec<_>>().join(", "));
    let rows = solutions.iter().map(row).collect::<Vec<_>>().join(",\n");
    read(&format!("{{\"head\": {{\"vars\": []}}, \"results\": {{\"bindings\": [\n{rows}]}}}}"), Format::Sparql)
}

#[test]
fn solutions_of_a_query_are_events() {
    let item = ("item", "http://www.wikidata.org/entity/Q1");
    for (values, expected) in [
        (&[("date", "1969-07-20T00:00:00Z")][..], Some("1969-07-20")),
        (&[("date", "1969-07-20T20:17:00Z")], Some("1969-07-20T20:17:00Z")),
        (&[("date", "1969-01-01T00:00:00Z"), ("precision", "9")], Some("1969")),
        (&[("date", "1969-07-01T00:00:00Z"), ("precision", "10")], Some("1969-07")),
        (&[("date", "1960-01-01T00:00:00Z"), ("precision", "8")], Some("196X")),
        (&[("date", "2000-01-01T00:00:00Z"), ("precision", "7")], Some("[1901..2000]")),
        (&[("date", "-0450-01-01T00:00:00Z"), ("precision", "7")], Some("[-0499..-0400]")),
        (&[("date", "2147483647-01-01T00:00:00Z"), ("precision", "7")], None),
        (&[("date", "-0043-03-15T00:00:00Z"), ("datePrecision", "11")], Some("-0043-03-15")),
        (&[("startTime", "1914-07-28T00:00:00Z"), ("endTime", "1918-11-11T00:00:00Z")], Some("1914-07-28/1918-11-11")),
        (&[("date", "t123genid")], None),
    ] {
        let row = [values, &[item, ("itemLabel", "Landing"), ("other", "x")]].concat();
        let loaded = solutions(&[&row]);
        assert_eq!(dates(&loaded), expected.into_iter().collect::<Vec<_>>(), "{values:?} {:?}", told(&loaded));
        let Some(event) = events(&loaded).pop() else {
            let why = told(&loaded).remove(0);
            assert!(why.contains("no date: it is not shown") || why.contains("is beyond the calendar"), "{why}");
            continue;
        };
        assert_eq!((event.title.as_ref(), event.id.as_ref(), more(&event, "other")), ("Landing", "Q1", Some("x")));
        assert_eq!(event.sources[0].url.as_deref(), Some(item.1));
    }
}

#[test]
fn days_that_a_query_filled_in_are_said() {
    let rows: Vec<[(&str, String); 2]> = (0..6)
        .map(|year| [("date", format!("{}-01-01T00:00:00Z", 1990 + year)), ("itemLabel", format!("E{year}"))])
        .collect();
    let rows: Vec<Vec<(&str, &str)>> =
        rows.iter().map(|row| row.iter().map(|(name, value)| (*name, value.as_str())).collect()).collect();
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
    assert!(told(&solutions(&rows))[0].contains("6 of 6 dates are 1 January of 6 years"));
}

const CALENDAR: &str =
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20230101\nSUMMARY:A\nSTATUS:TENTATIVE\nEND:VEVENT\nEND:VCALENDAR\n";

#[test]
fn what_a_file_is_shows_in_what_it_holds() {
    for (begin, format) in [
        ("\u{FEFF}\nbegin:vcalendar\n", Format::ICalendar),
        ("{ \"timeline\": {\"headline\": \"\", \"date\": [{\"startDate\": \"2011\"}]}}", Format::TimelineJs),
        ("{\"events\": [{\"text\": {}, \"start_date\": {\"year\": 2020}}]}", Format::TimelineJs),
        ("{\"start_date\": \"2020\", \"events\": []}", Format::JsonLines),
        ("{\"events\": [{\"date\": \"2020\"}]}", Format::JsonLines),
        ("{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}", Format::Sparql),
        ("a|b|c|d|e|f|g|h|i|j|k\n", Format::Toml),
        ("BEGIN:VCARD\n", Format::Toml),
    ] {
        for name in ["a", "a.toml", "a.ics", "a.csv"] {
            assert_eq!(Format::of(name, begin.as_bytes()), format, "{begin}");
        }
    }
}

#[test]
fn how_a_file_is_written_can_be_said_of_each() {
    // How they begin hides what these are.
    for (format, text, expected) in [
        ("ics", format!("VERSION:2.0\n{CALENDAR}"), "2023-01-01  A\n"),
        (
            "timelinejs",
            "x {\"events\": [{\"start_date\": {\"year\": 2020}, \"text\": {\"headline\": \"A\"}}]}".to_owned(),
            "2020  A\n",
        ),
        (
            "sparql",
            "{\"results\": {\"bindings\": [{\"date\": {\"value\": \"2020\"}, \"name\": {\"value\": \"A\"}}]}}"
                .to_owned(),
            "2020  A\n",
        ),
        ("bodyfile", "x\n0|A|1|m|0|0|1|0|1337961350|0|0\n".to_owned(), "2012-05-25T15:55:50Z  m...  A\n"),
        ("zeek", "#path\tp\n#fields\tts\tmsg\n1337961350\tA\n".to_owned(), "2012-05-25T15:55:50Z  p  A\n"),
    ] {
        assert_eq!(printed(&["--input-format", format], &text), [expected; 2], "{format}");
    }
}

/// What the program prints of this text, as a file and from standard input.
fn printed(arguments: &[&str], text: &str) -> [String; 2] {
    let mut file = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_annalist"));
    let output = program.args(arguments).arg(file.path()).output().unwrap();
    let from_file = String::from_utf8(output.stdout).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_annalist"));
    let mut child = program
        .args(arguments)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    [from_file, String::from_utf8(output.stdout).unwrap()]
}

#[test]
fn what_has_no_field_is_found_by_its_words() {
    assert_eq!(printed(&["-q", "tentative"], CALENDAR), ["2023-01-01  A\n"; 2]);
    assert_eq!(printed(&["-q", "STATUS:TENTATIVE"], CALENDAR), ["2023-01-01  A\n"; 2]);
    assert_eq!(printed(&["-q", "confirmed"], CALENDAR), [""; 2]);
    assert_eq!(printed(&["--input-format", "ics", "-q", "tentative"], CALENDAR), ["2023-01-01  A\n"; 2]);
}

#[test]
fn what_could_take_more_memory_than_is_granted_is_refused() {
    let event = "BEGIN:VEVENT\nDTSTART:20230101\nSUMMARY:A\nEND:VEVENT\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.ics");
    let events = event.repeat((5 << 20) / event.len());
    std::fs::write(&path, format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")).unwrap();
    let check = |memory: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
        command.args(["check", "--memory", memory]).arg(&path).output().unwrap()
    };
    let refused = check("100");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("such a file is read as a whole"), "{refused:?}");
    assert_eq!(check("1000").status.code(), Some(0));
}

#[test]
fn what_is_read_whole_is_read_however_long_it_is() {
    let event = |place: usize| {
        format!("BEGIN:VEVENT\nUID:e{place}\nDTSTART:{}0101\nSUMMARY:Talks\nEND:VEVENT\n", 1000 + place % 1000)
    };
    let events: String = (0..30_000).map(event).collect();
    let text = format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n");
    assert!(text.len() > 1 << 20);
    for printed in printed(&["-q", "talks"], &text) {
        assert_eq!(printed.lines().count(), 30_000);
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_reader(text in "[#\\\\x09a-z|,:\"{}\\[\\]0-9.\t\n é-]{0,80}") {
        for format in [Format::TimelineJs, Format::Sparql] {
            for text in [text.clone(), format!("{{\"events\":[{{\"start_date\":{{\"year\":{text}}}}}]}}")] {
                let loaded = load::timeline_in(format, text.into_bytes());
                crate::support::report("a", &loaded, load::ColorChoice::Plain);
            }
        }
    }
}
