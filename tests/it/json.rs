//! JSON in every layout and with the faults that it has in the wild: what is read, what is said of the rest, and in which
//! words.

use std::time::{Duration, Instant};

use annalist::{
    load::{self, DiagnosticKind, Format, Loaded},
    query::{Query, TextIndex, run},
};
use proptest::prelude::*;

fn load(text: &str) -> Loaded {
    load::timeline_in(Format::JsonLines, text.as_bytes().to_vec())
}

fn titles(text: &str) -> Vec<String> {
    load(text).timeline.events().map(|event| event.title.to_string()).collect()
}

fn lines(text: &str) -> Vec<String> {
    crate::support::lines("x", &load(text))
}

#[test]
fn one_bad_character_costs_itself_alone() {
    let text = r#"{"date":"2023-05-01","title":"half \ud83d sign","note":"kept"}
{"date":"2023-05-02","title":"low \udc00 half"}
{"date":"2023-05-03","title":"two \ud83d\ud83d\ude00 and a half"}
{"date":"2023-05-04","title":"C:\Windows \u12"}
"#;
    assert_eq!(
        titles(text),
        ["half \u{FFFD} sign", "low \u{FFFD} half", "two \u{FFFD}😀 and a half", r"C:\Windows \u12"]
    );
    assert_eq!(load(text).timeline.events().next().unwrap().note.as_deref(), Some("kept"));
    assert_eq!(
        lines(text),
        [
            r"x:1:36: `\ud83d` is no character; it is shown as � (1 more: line 3)".to_owned(),
            r"x:2:35: `\udc00` is no character; it is shown as �".to_owned(),
            r"x:4:33: `\W` is no escape; it is shown as it stands; write `\\W`".to_owned(),
            r"x:4:42: `\u` is no character; it is shown as �".to_owned(),
        ]
    );
    assert_eq!(load::counts(&load(text).problems), (0, 5));
}

#[test]
fn a_bad_value_of_an_unknown_field_costs_a_warning() {
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    for value in ["NaN", "-Infinity", "1e999", "0123", "None", "undefined", &deep] {
        let text = format!("{{\"date\":\"2023\",\"odd\":{value},\"title\":\"still\"}}");
        assert_eq!(titles(&text), ["still"], "{value}");
        assert_eq!(lines(&text), ["x:1:16: unknown field `odd`"], "{value}");
    }
    let known = r#"{"date":"2023","context":True,"title":"still"}"#;
    assert_eq!(titles(known), ["still"]);
    assert_eq!(lines(known), ["x:1:26: `context` holds no value of the format"]);
}

#[test]
fn of_a_key_that_is_given_twice_the_last_counts() {
    let text = r#"{"date":"2023","title":"first","title":"last"}"#;
    assert_eq!(titles(text), ["last"]);
    assert_eq!(lines(text), ["x:1:32: `title` is given twice; the last one counts"]);
    assert_eq!(load::counts(&load(text).problems), (0, 1));
}

/// A timeline of three events, the second of which can be broken, in every layout.
fn layouts(second: &str) -> Vec<String> {
    let (one, three) = (r#"{"date":"2021","title":"one"}"#, r#"{"date":"2023","title":"three"}"#);
    let pretty = |object: &str, margin: &str| {
        object.replace('{', "{\n  ").replace(",\"", ",\n  \"").replace('}', "\n}").replace('\n', &format!("\n{margin}"))
    };
    let (p1, p2, p3) = (pretty(one, ""), pretty(second, ""), pretty(three, ""));
    let (q1, q2, q3) = (pretty(one, "  "), pretty(second, "  "), pretty(three, "  "));
    vec![
        format!("{one}\n{second}\n{three}\n"),
        format!("[\n{one},\n{second},\n{three}\n]\n"),
        format!("[\n{one}\n,\n{second}\n,\n{three}\n]"),
        format!("[{one},\n {second},\n {three}]"),
        format!("{one},\n{second},\n{three},\n"),
        format!("{p1}\n{p2}\n{p3}\n"),
        format!("[\n  {q1},\n  {q2},\n  {q3}\n]\n"),
        format!("\u{1E}{one}\n\u{1E}{second}\n\u{1E}{three}\n"),
        format!("\r\n{one}\r\n\r\n{second}\r\n{three}"),
    ]
}

#[test]
fn every_layout_is_read() {
    for text in layouts(r#"{"date":"2022","title":"two"}"#) {
        assert_eq!(titles(&text), ["one", "two", "three"], "{text}");
        assert_eq!(lines(&text), [""; 0], "{text}");
    }
    for text in [
        r#"[{"date":"2021","title":"one"},{"date":"2022","title":"two"},{"date":"2023","title":"three"}]"#,
        r#"{"events":[{"date":"2021","title":"one"},{"date":"2022","title":"two"},{"date":"2023","title":"three"}]}"#,
        "{\n\"event\": [\n{\n\"date\": \"2021\",\n\"title\": \"one\"\n},\n{\"date\": \"2022\",\"title\": \"two\"},{\"date\": \"2023\",\"title\": \"three\"}]}",
        "{\n\"date\": \"2021\",\n\"title\": \"one\",\n\"people\": [\n{\n\"name\": \"A\"\n}\n]\n}\n{\n\"date\": \"2022\",\n\"title\": \"two\"\n}\n{\"date\":\"2023\",\"title\":\"three\"}",
        "{\"date\":\"2021\",\"title\":\"one\",}\n{\"date\":\"2022\",\"title\":\"two\",\"areas\":[\"a\",],}\n{\"date\":\"2023\",\"title\":\"three\"}",
    ] {
        assert_eq!(titles(text), ["one", "two", "three"], "{text}");
        assert_eq!(lines(text), [""; 0], "{text}");
    }
}

#[test]
fn a_broken_object_costs_itself_alone_in_every_layout() {
    for second in [
        r#"{"date":"2022","title":"two" "#,
        r#"{"date":"2022","title":"two"#,
        r#"{"date":"2022""title":"two"}"#,
        r#"{"date":"2022","people":[{"name":"x"},"title":"two"}"#,
        r#"{date:"2022"}"#,
    ] {
        for text in layouts(second) {
            let found = titles(&text);
            assert!(found.contains(&"one".to_owned()) && found.contains(&"three".to_owned()), "{found:?} of {text}");
            assert!(!lines(&text).is_empty(), "{text}");
        }
    }
    let text = "[\n  {\n    \"date\": \"2021\",\n    \"title\": \"one\",\n    \"tytle\": 3\n  },\n  {\n    \"date\": \"2021-02-30\",\n    \"title\": \"two\"\n  }\n]\n";
    assert_eq!(
        lines(text),
        ["x:5:5: unknown field `tytle`; did you mean `title`?", "x:8:22: 2021-02-30: February 2021 has 28 days"]
    );
}

#[test]
fn the_format_is_told_by_the_text_where_that_is_plain() {
    for (name, begin, format) in [
        ("a.json", "[\n {\"date\"", Format::JsonLines),
        ("a.json", "{", Format::JsonLines),
        ("a.json", "", Format::JsonLines),
        ("a.toml", "{\"date\":", Format::JsonLines),
        ("a.txt", "  [ {", Format::JsonLines),
        ("a.jsonl", "[[event]]", Format::Toml),
        ("-", "[timeline]", Format::Toml),
        ("a.NDJSON", "x", Format::JsonLines),
        ("a.toml", "# x", Format::Toml),
    ] {
        assert_eq!(Format::of(name, begin.as_bytes()), format, "{name} {begin}");
    }
}

#[test]
fn what_goes_by_lines_is_known_by_its_beginning() {
    for (begin, goes_by_lines) in [
        ("{\"date\":\"2023\"}\n{\"da", true),
        ("[\n{\"date\":\"2023\"},\n", true),
        ("[{\"date\":\"2023\"},\n{\"date\":\"2024\"},\n", true),
        ("{\"date\":\"2023\"\n{\"date\":\"2023\"}\n", true),
        ("text\n", true),
        // As long as no line is whole nobody knows.
        ("{\"date\":\"20", false),
        ("[\n{\"date\":\"20", false),
        ("", false),
        ("[\n", false),
        ("[{\"date\":\"2023\"},{\"date\"", false),
        ("[{\"date\":\"2023\"},{\"date\":\"2024\"}]\n", false),
        ("{\n  \"date\": \"2023\"\n}\n{\n", false),
        ("[\n  {\n    \"date\": \"2023\",\n    \"people\": [\n      {\"name\": \"A\"}\n    ]\n  },\n", false),
        ("{\"events\": [\n{\"date\":\"2023\"},\n", false),
        ("{\"lane\": [{\"id\":\"a\"}], \"events\": [{\"date\":\"2023\"},\n", false),
    ] {
        assert_eq!(Format::JsonLines.goes_by_lines(begin.as_bytes()), goes_by_lines, "{begin}");
    }
    assert!(Format::Toml.goes_by_lines(b"[[event]]\n"));
}

#[test]
fn what_is_written_shorter_is_taken() {
    let text = r#"{"date":"2023","title":"a","people":"Ana Ruiz","areas":"ops","source":"whois","quote":"So it is."}
{"date":"2023","title":"b","people":["Ana Ruiz",{"name":"B. Novak","role":"judge"}],"sources":["https://example.org/x","a book"],"parties":"JP"}
{"date":"2023","title":"c","people":{"name":"C"},"source":{"url":"https://example.org/"},"follows":"2023-a","organisations":"NISC","source_note":null}
{"date":2023,"title":"d","people":"","source":" "}
"#;
    assert_eq!(lines(text), [""; 0]);
    let timeline = load(text).timeline;
    let events: Vec<_> = timeline.events().collect();
    assert_eq!((events[0].people[0].name.as_ref(), events[0].quotes[0].text.as_ref()), ("Ana Ruiz", "So it is."));
    assert_eq!(events[0].sources[0].title.as_deref(), Some("whois"));
    assert_eq!(timeline.vocabularies.areas.get(events[0].areas[0]).unwrap().id, "ops");
    assert_eq!((events[1].people.len(), events[1].people[1].role.as_deref()), (2, Some("judge")));
    assert_eq!(events[1].sources[0].url.as_deref(), Some("https://example.org/x"));
    assert_eq!(events[1].sources[1].title.as_deref(), Some("a book"));
    assert_eq!((events[2].people.len(), events[2].sources.len(), events[2].organisations.len()), (1, 1, 1));
    assert_eq!((events[3].date.as_written(), events[3].people.len(), events[3].sources.len()), ("2023", 0, 0));
    let toml = "[event]\ndate = \"2023\"\ntitle = \"a\"\npeople = [\"Ana Ruiz\"]\nsource = \"https://example.org/\"\nareas = \"ops\"\n";
    let loaded = load::timeline(toml.as_bytes().to_vec());
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.timeline.events().next().unwrap().people[0].name, "Ana Ruiz");
}

#[test]
fn fields_that_nobody_knows_are_kept_and_found() {
    let text = r#"{"date":"2023","title":"a","host":"alpha","count":3,"tags":["x","y"],"at":{"lat":1.5,"lon":-2},"people":[{"name":"A","email":"a@example.org"}]}"#;
    let timeline = load(text).timeline;
    let event = timeline.events().next().unwrap();
    let more: Vec<String> = event.more.iter().map(|extra| format!("{}={}", extra.name, extra.value)).collect();
    assert_eq!(more, ["people.email=a@example.org", "host=alpha", "count=3", "tags=x, y", "at=lat: 1.5, lon: -2"]);
    let text_index = TextIndex::new(&timeline);
    assert_eq!(run(&Query::parse("alpha"), &timeline, &text_index).events.len(), 1);
    let toml = "[[event]]\ndate = \"2023\"\ntitle = \"a\"\nhost = \"al\\u001bpha\"\nsize = 0x10\n";
    let event = load::timeline(toml.as_bytes().to_vec()).timeline;
    let event = event.events().next().unwrap();
    let more: Vec<(&str, &str)> = event.more.iter().map(|extra| (extra.name.as_ref(), extra.value.as_ref())).collect();
    assert_eq!(more, [("host", "al\u{FFFD}pha"), ("size", "0x10")], "nothing of the file reaches the screen as it is");
}

#[test]
fn a_fault_of_every_line_is_told_once() {
    let line = |n: usize| {
        format!(
            "{{\"title\":\"refused {n}\",\"ts\":{n},\"date\":\"2022\",\"kindof\":\"x\",\"host\":\"h\",\"parser\":\"p\"}}\n"
        )
    };
    let text: String = (1..=3000).map(line).collect();
    let told = lines(&text);
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(told[0], "x:1:22: unknown field `ts` (2,999 more: lines 2, 3, 4, …)");
    assert_eq!(load::counts(&load(&text).problems), (0, 12_000));
    let report = crate::support::report("x", &load(&text), load::ColorChoice::Plain);
    assert!(report.lines().count() < 40 && report.contains("note: 2,999 more: lines 2, 3, 4, …"), "{report}");
}

#[test]
fn many_faults_of_a_kind_are_told_as_such() {
    let dates: String = (1000..3000).map(|year| format!("{{\"date\":\"4 May {year}\",\"title\":\"x\"}}\n")).collect();
    let names: String = (0..3000).map(|n| format!("{{\"date\":\"2023\",\"title\":\"x\",\"field{n}\":1}}\n")).collect();
    for (text, most, count) in [(dates, 12, 2000), (names, 42, 3000)] {
        let loaded = load(&text);
        assert!(loaded.problems.len() <= most, "{}", loaded.problems.len());
        let (errors, warnings) = load::counts(&loaded.problems);
        assert_eq!(errors + warnings, count);
        let told = lines(&text);
        assert!(told.last().unwrap().contains("more of the kind: lines"), "{told:?}");
        assert!(crate::support::report("x", &loaded, load::ColorChoice::Plain).contains("more of the kind"));
    }
}

#[test]
fn json_is_never_told_to_be_toml() {
    let text = r#"{"name":"n","created_at":"2023-05-01"}
{"date":"2023"}
{"title":"x","date":["2023"]}
{"date":"2023","title":3,"people":[3],"quote":[{"speaker":"s"}],"context":"yes","source":[{"url":"ftp://x"}]}
{"date":"2023","title":"x","differs":[{"field":"date","value":"1"}],"quotes":[[]],"confidence":"hihg"}
{"date":"","title":""}
{"lane":[{"name":"n"}],"timeline":3}
{"lanes":[3],"event":[{"x":1}]}
"text"
[[1]]
42
{}
"#;
    let told = lines(text);
    for line in &told {
        for word in ["[[", " = ", "table", "add a line"] {
            let is_mapping = line.contains("jq -c") && word == " = ";
            assert!(is_mapping || !line.contains(word), "{line}");
        }
    }
    assert_eq!(
        told[0].split(" (").next().unwrap(),
        "x:1:1: an event needs a date and a title; this one has `name`, `created_at`; rename `created_at` to `date` and `name` to `title`, or: jq -c '.. | objects | select(.created_at) | .date = .created_at | .title = .name' FILE | annalist -"
    );
    assert_eq!(told[1], "x:2:1: an event needs a title; add `\"title\": \"…\"`");
    assert!(told.contains(&"x:9:1: `event` holds a text; each event is an object: {\"date\": \"2023-01-06\", \"title\": \"What happened\"}".to_owned()), "{told:#?}");
    assert!(lines("a word\n")[0].starts_with("x:1:1: this is no JSON; each event is an object: {"));
    assert_eq!(lines("")[0], "x:1:1: no events: an event needs a date and a title");
}

#[test]
fn other_names_for_fields_are_understood() {
    for (name, field) in [
        ("description", "summary"),
        ("tags", "areas"),
        ("categories", "areas"),
        ("url", "source"),
        ("href", "source"),
        ("finish", "end"),
        ("end_date", "end"),
        ("location", "place"),
        ("category", "kind"),
        ("type", "kind"),
        ("track", "lane"),
        ("group", "lane"),
        ("Comments", "note"),
    ] {
        let text = format!("{{\"date\":\"2023\",\"title\":\"x\",\"{name}\":\"2024\"}}");
        assert_eq!(lines(&text), [format!("x:1:28: unknown field `{name}`; did you mean `{field}`?")]);
    }
    for (name, field) in [
        ("label", "title"),
        ("headline", "title"),
        ("name", "title"),
        ("event", "title"),
        ("description", "title"),
        ("text", "title"),
        ("message", "title"),
        ("datetime", "date"),
        ("timestamp", "date"),
        ("time", "date"),
        ("start", "date"),
        ("startDate", "date"),
        ("when", "date"),
    ] {
        let has = if field == "date" { "\"title\":\"x\"" } else { "\"date\":\"2023\"" };
        let text = format!("{{{has},\"{name}\":\"2024\"}}");
        assert!(lines(&text)[0].contains(&format!("rename `{name}` to `{field}`")), "{:?}", lines(&text));
    }
}

#[test]
fn made_ids_are_told_apart_in_silence() {
    let text = "{\"date\":\"2023\",\"title\":\"same\"}\n".repeat(3);
    assert_eq!(lines(&text), [""; 0]);
    let ids: Vec<String> = load(&text).timeline.events().map(|event| event.id.to_string()).collect();
    assert_eq!(ids, ["2023-same", "2023-same-2", "2023-same-3"]);
    let text = "{\"id\":\"a\",\"date\":\"2023\",\"title\":\"same\"}\n".repeat(2);
    assert_eq!(lines(&text), ["x:2:7: duplicate id `a` (first on line 1); give one of them another id"]);
}

#[test]
fn what_is_said_is_never_long() {
    let long = "x".repeat(1 << 20);
    for text in [
        format!("{{\"date\":\"2023\",\"title\":\"x\",\"{long}\":1}}"),
        format!("{{\"{long}\":1}}"),
        format!("{{\"date\":\"{long}\",\"title\":\"x\"}}"),
        format!("{{\"date\":\"2023\",\"title\":\"x\",\"follows\":[\"{long}\"]}}"),
        long,
    ] {
        let told = lines(&text).concat();
        assert!((1..1000).contains(&told.len()), "{}", told.len());
        assert!(crate::support::report("x", &load(&text), load::ColorChoice::Plain).len() < 20_000);
    }
}

/// Texts that once took time by the square of their length.
#[test]
fn reading_and_telling_is_linear() {
    let n = 40_000;
    let texts = [
        "{\"date\":\"2023\",\"title\":\"x\",\"odd\":1}\n".repeat(n),
        format!(
            "{{\"date\":\"2023\",\"title\":\"x\"{}}}",
            (0..n).map(|n| format!(",\"f{n}\":{n}")).collect::<String>()
        ),
        format!("[{}]", vec!["{\"date\":\"2023\",\"titel\":\"x\"}"; n].join(",")),
        format!("{{\"date\":\"2023\",\"title\":\"x\",\"parties\":[{}]}}", vec!["\"p\",7"; n].join(",")),
        "{\"date\":\"2023\",\"title\":\"x\",\"people\":[\n".repeat(n),
        "{\"a\":[{\n".repeat(n),
        "{\"date\":\"2023\",\"title\":\"\\ud83d\"}\n".repeat(n),
        "{\n".repeat(n),
        "\"".repeat(n),
        "{\"date\":\"2023\",\"title\":\"x\",\"source\":\"x\" ".repeat(n),
    ];
    for text in texts {
        let started = Instant::now();
        let loaded = load(&text);
        crate::support::report("x", &loaded, load::ColorChoice::Plain);
        crate::support::lines("x", &loaded);
        let time = started.elapsed();
        assert!(time < Duration::from_secs(20), "{time:?} for {}", &text[..60]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_much(text in "[\\[\\]{}:,\"\\\\ua-e0-9\n \u{1E}日]{0,60}") {
        let loaded = load(&text);
        for problem in &loaded.problems {
            prop_assert!(loaded.source.get(problem.place.clone()).is_some(), "{problem:?}");
        }
        crate::support::report("x", &loaded, load::ColorChoice::Plain);
    }

    #[test]
    fn what_is_json_is_read_as_json(value in json(3)) {
        // Whatever else an event holds, it is read, and nothing but unknown fields is said.
        let line = serde_json::json!({ "date": "2023", "title": "x", "else": value });
        for text in [line.to_string(), serde_json::to_string_pretty(&line).unwrap()] {
            let loaded = load(&text);
            prop_assert_eq!(loaded.timeline.len(), 1, "{}", text);
            let unknown = |problem: &load::Diagnostic| matches!(problem.fault, DiagnosticKind::UnknownField { .. });
            prop_assert!(loaded.problems.iter().all(unknown), "{:?}", loaded.problems);
        }
    }
}

fn json(depth: u32) -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(depth, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map("[a-z\"\\\\é]{0,4}", inner, 0..4)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}
