//! Long timelines, read by blocks on threads: what comes out is what reading all at once gives.

use std::{fs::File, io::Write as _, path::Path};

use annalist::{
    load::{self, Format, SourceLayout, timeline_in},
    model::{EventIndex, EventRef, Timeline},
    query::{Query, TextIndex, run},
    stream::{OpenedStream, TimelineSource, TimelineUpdate},
};

/// Events in no order of time, some in Japanese, some linked to an earlier one.
fn events(count: usize, format: Format) -> String {
    let event = |place: usize| {
        let year_of = |place: usize| 1900 + place * 7927 % 120;
        let year = year_of(place);
        let title =
            if place % 10 == 3 { format!("日米協定の署名 {place}") } else { format!("Talks no. {place}") };
        let follows = if place > 0 && place.is_multiple_of(50) && year_of(place - 1) < year {
            format!("e{}", place - 1)
        } else {
            String::new()
        };
        let area = ["trade", "health", "energy"][place % 3];
        match format {
            Format::JsonLines => format!(
                "{{\"id\":\"e{place}\",\"date\":\"{year}\",\"title\":\"{title}\",\"areas\":[\"{area}\"],\"follows\":[{}],\"quotes\":[{{\"text\":\"said {place}\",\"lang\":\"en\"}}]}}\n",
                if follows.is_empty() { String::new() } else { format!("\"{follows}\"") },
            ),
            _ => format!(
                "[[event]]\nid = \"e{place}\"\ndate = \"{year}\"\ntitle = \"{title}\"\nareas = [\"{area}\"]\nfollows = [{}]\n[[event.quote]]\ntext = \"said {place}\"\nlang = \"en\"\n\n",
                if follows.is_empty() { String::new() } else { format!("\"{follows}\"") },
            ),
        }
    };
    (0..count).map(event).collect()
}

fn streamed(path: &Path, memory: usize) -> TimelineUpdate {
    let name = path.to_string_lossy().into_owned();
    let mut input = TimelineSource::File(File::open(path).unwrap());
    let (begin, is_whole) = input.peek(1000, None, None).unwrap();
    assert!(!is_whole);
    let format = Format::of(&name, &begin);
    let opening = OpenedStream::new(&name, input, SourceLayout::Native(format), begin, memory).unwrap();
    assert!(!opening.first.timeline.is_empty(), "there is something to see at once");
    opening.loader.finish().unwrap()
}

fn file(end: &str, text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(end).tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn ids(timeline: &Timeline, query: &str, text_index: &TextIndex) -> Vec<String> {
    let found = run(&Query::parse(query), timeline, text_index).events;
    found.into_iter().map(|ix| timeline.event(ix).unwrap().id.to_string()).collect()
}

#[test]
fn a_stream_gives_what_reading_at_once_gives() {
    for (format, end) in [(Format::JsonLines, ".jsonl"), (Format::Toml, ".toml")] {
        let text = events(3000, format);
        let file = file(end, &text);
        let TimelineUpdate { timeline, text_index, diagnostics, .. } = streamed(file.path(), usize::MAX);
        let problems = crate::support::all_lines(&diagnostics);
        assert_eq!(problems, Vec::<String>::new());
        let whole = timeline_in(format, text.into_bytes()).timeline;
        let whole_text = TextIndex::new(&whole);
        assert_eq!(timeline.len(), 3000);
        for (ix, (one, other)) in timeline.indices().zip(timeline.events().zip(whole.events())) {
            assert_eq!(
                (&one.id, &one.title, &one.date, &one.quotes),
                (&other.id, &other.title, &other.date, &other.quotes)
            );
            let names = |of: &Timeline| {
                of.areas(ix).map(|id| of.vocabularies.areas.get(id).unwrap().id.to_string()).collect::<Vec<_>>()
            };
            assert_eq!(names(&timeline), names(&whole));
            assert_eq!(timeline.earlier_in_thread(ix), whole.earlier_in_thread(ix));
            assert_eq!(timeline.find(&one.id), Some(ix));
        }
        for query in ["署名", "area:trade 1950..1960", "\"said 29\" -talks", "has:thread", "lang:en title:\"no. 12\""]
        {
            let found = ids(&timeline, query, &text_index);
            assert!(!found.is_empty(), "{query}");
            assert_eq!(found, ids(&whole, query, &whole_text), "{query}");
        }
    }
}

#[test]
fn a_stream_of_toml_holds_what_toml_reads_in_it() {
    #[derive(serde::Deserialize)]
    struct File {
        event: Vec<Event>,
    }
    #[derive(serde::Deserialize)]
    struct Event {
        id: String,
        date: String,
        title: String,
        follows: Vec<String>,
        quote: Vec<Quote>,
    }
    #[derive(serde::Deserialize)]
    struct Quote {
        text: String,
    }
    let text = events(3000, Format::Toml);
    let File { mut event } = toml::from_str(&text).unwrap();
    event.sort_by(|one, other| one.date.cmp(&other.date));
    let timeline = streamed(file(".toml", &text).path(), usize::MAX).timeline;
    assert_eq!(timeline.len(), event.len());
    for (streamed, read) in timeline.events().zip(event) {
        assert_eq!((streamed.id.as_ref(), streamed.date.as_written()), (read.id.as_str(), read.date.as_str()));
        assert_eq!(streamed.title, read.title);
        assert_eq!(streamed.follows.to_vec(), read.follows);
        assert_eq!(streamed.quotes[0].text, read.quote[0].text);
    }
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let mut text = events(1000, Format::JsonLines);
    text.push_str("{\"date\":\"2023-02-30\",\"title\":\"No such day\"}\nno json\n");
    let file = file(".jsonl", &text);
    let TimelineUpdate { timeline, diagnostics, .. } = streamed(file.path(), usize::MAX);
    let problems = crate::support::all_lines(&diagnostics);
    let (errors, _) = diagnostics.counts();
    assert_eq!((timeline.len(), errors), (1000, 2));
    assert!(problems[0].contains(":1001:"), "{problems:?}");
    assert!(problems[1].contains(":1002:"), "{problems:?}");
}

#[test]
fn a_stream_tells_what_reading_at_once_tells() {
    let odd = [
        r#"{"date":"2001","title":"kept","host":"alpha","size":3}"#,
        r#"{"when":"2001","label":"lost"}"#,
        r#"{"date":"2001","title":"twice","title":"again"}"#,
        r#"{"date":"4 May 2001","title":"in words"}"#,
        r#"{"date":"2001","title":"half \ud83d"},"#,
        r#"{"date":"2001","title":"short","people":"A. Keller"}"#,
        r#"{"date":"2001","title":"twin"}"#,
        r#"{"date":"2001","title":"twin"}"#,
        "no json",
    ];
    let text = events(400, Format::JsonLines) + &odd.map(|line| format!("{line}\n")).concat().repeat(300);
    let file = file(".jsonl", &text);
    let TimelineUpdate { timeline, diagnostics, .. } = streamed(file.path(), usize::MAX);
    let problems = crate::support::all_lines(&diagnostics);
    let (errors, warnings) = diagnostics.counts();
    let whole = timeline_in(Format::JsonLines, text.into_bytes());
    assert_eq!(
        problems,
        crate::support::lines(&file.path().to_string_lossy(), &whole),
        "twins without ids of their own are none"
    );
    assert_eq!((errors, warnings), load::counts(&whole.problems));
    assert!(problems[0].contains("unknown field `host` (299 more: lines "), "{problems:?}");
    let more =
        |of: &Timeline| -> Vec<_> { of.events().map(|event| (event.title.clone(), event.more.clone())).collect() };
    assert_eq!(more(&timeline), more(&whole.timeline));
}

#[test]
fn a_list_with_an_event_a_line_is_streamed() {
    let text = format!("[\n{}\n]\n", events(1000, Format::JsonLines).trim_end().replace('\n', ",\n"));
    let TimelineUpdate { timeline, diagnostics, .. } = streamed(file(".json", &text).path(), usize::MAX);
    let problems = crate::support::all_lines(&diagnostics);
    assert_eq!((timeline.len(), problems), (1000, Vec::new()));
}

/// A timeline with events, lanes and more in every layout that JSON has, each an event to a line of `lines`.
fn layouts(lines: &str) -> Vec<(&'static str, String)> {
    let events: Vec<&str> = lines.lines().collect();
    let values: Vec<serde_json::Value> = events.iter().map(|event| serde_json::from_str(event).unwrap()).collect();
    let pretty = |value: &serde_json::Value| serde_json::to_string_pretty(value).unwrap();
    let bare = |text: String| text.lines().map(|line| line.trim_start().to_owned() + "\n").collect::<String>();
    let lanes: Vec<_> = (0..2000)
        .map(|at| serde_json::json!({"id": format!("lane{at}"), "name": "A lane", "about": "So it goes. ".repeat(60)}))
        .collect();
    let held = serde_json::json!({"timeline": {"title": "Ours"}, "lane": lanes, "events": values});
    let behind = format!(
        "{{\"events\":[{}],\"party\":[{{\"id\":\"JP\"}}],\"timeline\":{{\"title\":\"Ours\"}}}}",
        events.join(",")
    );
    let parts: Vec<String> = events.chunks(700).map(|some| format!("{{\"event\":[{}]}}", some.join(","))).collect();
    vec![
        ("one line", format!("[{}]", events.join(","))),
        ("a list over lines", pretty(&serde_json::Value::from(values.clone()))),
        ("without margin", bare(pretty(&serde_json::Value::from(values.clone())))),
        ("objects over lines", values.iter().map(|value| pretty(value) + "\n").collect()),
        ("objects without a blank", events.concat()),
        ("lines of a list", format!("[{}]", events.join(",\n"))),
        ("a sequence", events.iter().map(|event| format!("\u{1E}{event}\n")).collect()),
        ("within an object", held.to_string()),
        ("within an object over lines", pretty(&held)),
        ("before other lists", behind),
        ("lists in a list", format!("[{}]", parts.join(","))),
    ]
}

fn long_events() -> String {
    let long = " so it goes".repeat(50);
    events(3000, Format::JsonLines).replace("\",\"lang\"", &format!(" \",\"translation\":\"{long}\",\"lang\""))
}

/// All that a reader sees of a timeline, event by event.
fn seen(timeline: &Timeline) -> Vec<String> {
    let event = |(ix, event): (EventIndex, EventRef<'_>)| {
        let areas: Vec<_> =
            timeline.areas(ix).map(|id| timeline.vocabularies.areas.get(id).unwrap().id.clone()).collect();
        format!("{} {} {:?} {areas:?} {:?} {:?}", event.id, event.title, event.date, event.quotes, event.more)
    };
    timeline.indices().zip(timeline.events()).map(event).collect()
}

#[test]
fn json_in_every_layout_is_streamed() {
    for (layout, text) in layouts(&long_events()) {
        assert!(text.len() > 3 << 19, "{layout} takes more than one block");
        let TimelineUpdate { timeline, diagnostics, .. } = streamed(file(".json", &text).path(), usize::MAX);
        let problems = crate::support::all_lines(&diagnostics);
        let whole = timeline_in(Format::JsonLines, text.into_bytes());
        assert_eq!(problems, crate::support::lines("x", &whole), "{layout}");
        assert_eq!(timeline.info.title, whole.timeline.info.title, "{layout}");
        assert_eq!(timeline.vocabularies.lanes.len(), whole.timeline.vocabularies.lanes.len(), "{layout}");
        assert!(seen(&timeline) == seen(&whole.timeline), "{layout} is read as it is at once");
    }
}

#[test]
fn a_broken_object_costs_itself_alone_in_every_layout() {
    for (layout, text) in layouts(&long_events()) {
        // Of the first a bracket is left open, the second has one too many, the third a string without an end.
        let text = text.replacen(": \"said 50 ", ": [\"said 50 ", 1).replacen(":\"said 50 ", ":[\"said 50 ", 1);
        let text = text.replacen("said 1700 \"", "said 1700 \"}", 1).replacen("said 2900 \"", "said 2900 ", 1);
        let TimelineUpdate { timeline, diagnostics, .. } = streamed(file(".json", &text).path(), usize::MAX);
        let (errors, _) = diagnostics.counts();
        println!("{layout}: {} events, {errors} errors", timeline.len());
        assert!(errors > 0, "{layout}");
        // Where objects stand in lines of their own.
        if !["one line", "objects without a blank", "within an object", "before other lists", "lists in a list"]
            .contains(&layout)
        {
            assert!(timeline.len() > 2_900, "{layout}: {} events", timeline.len());
        }
    }
}

#[test]
fn a_stream_without_events_says_so() {
    let text = "{\"when\":\"2001\",\"label\":\"lost\"}\n".repeat(5000);
    let file = file(".jsonl", &text);
    let mut input = TimelineSource::File(File::open(file.path()).unwrap());
    let (begin, _) = input.peek(1000, None, None).unwrap();
    let opening = OpenedStream::new("x", input, SourceLayout::Native(Format::JsonLines), begin, usize::MAX).unwrap();
    let TimelineUpdate { timeline, diagnostics, .. } = opening.loader.finish().unwrap();
    let problems = crate::support::all_lines(&diagnostics);
    let (errors, _) = diagnostics.counts();
    assert_eq!((timeline.len(), errors, problems.len()), (0, 5000, 1));
    assert!(problems[0].contains("this one has `when`, `label`; rename `when` to `date`"), "{problems:?}");
}

#[test]
fn what_is_too_long_for_an_event_is_one_problem_and_costs_no_other() {
    let piece = "x".repeat(annalist::stream::MAX_EVENT_BYTES / 1000);
    for (end, begin, close, format) in [
        (".jsonl", "{\"date\":\"2020\",\"title\":\"", "\"}\n", Format::JsonLines),
        (".toml", "[[event]]\ndate = \"2020\"\ntitle = \"\"\"\n", "\"\"\"\n", Format::Toml),
    ] {
        let before = events(2, format);
        // More than twice as much as an event may have.
        let text =
            [&before, begin, &format!("{piece}{}", if begin.contains('\n') { "\n" } else { "" }).repeat(2500), close];
        let file = file(end, &(text.concat() + &events(40, format)));
        let TimelineUpdate { timeline, diagnostics, .. } = streamed(file.path(), usize::MAX);
        let problems = crate::support::all_lines(&diagnostics);
        let (errors, _) = diagnostics.counts();
        assert_eq!((timeline.len(), errors), (42, 1), "{problems:?}");
        let line = before.lines().count() + 1;
        assert!(problems[0].contains(&format!(":{line}:1: an event of more than 1 MB")), "{line}: {problems:?}");
        // What stands before and behind it is found again where it is.
        let is_it = |title: &str| title.contains("Talks") || title.contains("署名");
        assert!(timeline.events().all(|event| is_it(&event.title)));
    }
}

#[test]
fn no_more_is_taken_than_there_may_be() {
    let file = file(".jsonl", &events(100_000, Format::JsonLines));
    let TimelineUpdate { timeline, .. } = streamed(file.path(), 1 << 20);
    assert!((1..100_000).contains(&timeline.len()), "{}", timeline.len());
}

#[test]
fn an_event_of_a_file_that_has_changed_is_said_to_be_lost() {
    let file = file(".jsonl", &events(1000, Format::JsonLines));
    let TimelineUpdate { timeline, .. } = streamed(file.path(), usize::MAX);
    file.as_file().set_len(100).unwrap();
    let last = timeline.events().last().unwrap();
    assert!(last.title.contains("changed"), "{}", last.title);
}

#[test]
fn a_line_of_json_is_an_event_or_holds_tables() {
    let text = "\u{FEFF}".to_owned()
        + r#"{"timeline":{"title":"Ours"},"lane":[{"id":"jp","name":"Japan"}]}

{"date":"2023","title":"Talks","lane":"jp","note":null,"sources":[{"url":"https://example.org/"}],"quotes":[{"text":"日\u672c","source":1}]}
{"date":"2023","title":"More","tytle":1}
[1]
{"date":"2023""#;
    let loaded = timeline_in(Format::JsonLines, text.into_bytes());
    let timeline = &loaded.timeline;
    assert_eq!((timeline.info.title.as_ref(), timeline.len()), ("Ours", 2));
    let event = timeline.events().next().unwrap();
    assert_eq!(timeline.vocabularies.lanes.get(event.lane).unwrap().name, "Japan");
    assert_eq!((event.quotes[0].text.as_ref(), event.quotes[0].source), ("日本", Some(0)));
    assert_eq!(
        crate::support::lines("x", &loaded),
        [
            "x:4:31: unknown field `tytle`; did you mean `title`?",
            "x:5:2: `event` holds a number; each event is an object: {\"date\": \"2023-01-06\", \"title\": \"What happened\"}",
            "x:6:15: expected `,` or `}`, found the end",
        ]
    );
}
