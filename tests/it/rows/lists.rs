//! Objects in a list of any name, within the one object that a file is.

use annalist::load::{InputFormat, ReadOptions};

use super::{events, extra, read, seen};

const ONE: &str = r#"{"when":"2021-01-02","label":"one","n":1}"#;
const TWO: &str = r#"{"when":"2021-01-03","label":"two","inner":{"list":[{"when":"2001","label":"no"}]}}"#;

#[test]
fn a_list_of_any_name_is_read() {
    for text in [
        format!("{{\"Records\":[{ONE},{TWO}]}}"),
        format!("{{\"count\": 2, \"next\": null, \"results\": [\n  {ONE},\n  {TWO}\n], \"took\": 3}}\n"),
        format!(
            "{{\n  \"meta\": {{\"at\": [1]}},\n  \"some \\\" data\": 1,\n  \"features\": [\n    {ONE},\n    {TWO}\n  ]\n}}\n"
        ),
        format!("\u{FEFF}{{\"few\":[{{\"a\":1}}],\"many\":[{ONE},{TWO}]}}"),
    ] {
        for input in [None, Some(InputFormat::Objects)] {
            let options = ReadOptions { input, ..ReadOptions::default() };
            let (update, _file) = read(".json", text.as_bytes(), &options).unwrap();
            assert_eq!(seen(&update), ["2021-01-02 one", "2021-01-03 two"], "{text}");
            assert_eq!(update.diagnostics.counts().0, 0, "{:?}", crate::support::all_lines(&update.diagnostics));
            assert!(extra(&events(&update)[1], "inner.list").is_some(), "{text}");
        }
    }
}

#[test]
fn which_list_is_read_is_said() {
    let text = format!("{{\"few\":[{ONE}],\"many\":[{ONE},{TWO}],\"none\":[1]}}");
    let (update, _file) = read(".json", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(update.timeline.len(), 2);
    let about = update.reading.unwrap();
    assert!(about.summary.to_string().starts_with("list `many` of JSON, "), "{}", about.summary);
    assert!(
        crate::support::all_lines(&update.diagnostics)[0]
            .contains("`many` is read, the longest list whose objects are events; not read: `few`")
    );
    let text = format!(
        "{{\"others\":[{{\"a\":1}},{{\"a\":2}},{{\"a\":3}},{{\"a\":\"{}\"}}],\"few\":[{ONE}]}}",
        "x".repeat(99)
    );
    let (update, _file) = read(".json", text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(seen(&update), ["2021-01-02 one"], "what is longer has no dates");
    let error = read(".json", br#"{"few":[{"colour":"red"}]}"#, &ReadOptions::default()).unwrap_err();
    assert!(error.contains("colour: red"), "{error}");
}

#[test]
fn an_event_that_holds_a_list_is_an_event() {
    let event = r#"{"date":"2021-05-06","name":"Talks","refs":[{"date":"2020","name":"Before"},{"date":"2019","name":"More"}]}"#;
    for text in [format!("{event}\n"), format!("{event}\n{event}\n"), format!("[{event}]")] {
        let (update, _file) = read(".json", text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(seen(&update)[0], "2021-05-06 Talks", "{text}");
        assert!(seen(&update).iter().all(|event| event.ends_with("Talks")), "{text}");
    }
}

#[test]
fn a_long_list_is_read_in_parts() {
    let note = "so it goes ".repeat(20);
    let row = |at: usize| {
        format!(
            "{{\"when\":\"2021-01-02\",\"label\":\"Row {at}\",\"note\":\"{note}\",\"of\":{{\"items\":[{{\"x\":1}}]}}}}"
        )
    };
    for (joint, end) in [(",", ""), (",\n", "\n"), (",\n    ", "\n  ")] {
        let rows = (0..8000).map(row).collect::<Vec<_>>().join(joint);
        let text = format!("{{\"count\":8000,{end}\"items\":[{end}{rows}{end}],{end}\"next\":null}}{end}");
        let (update, _file) = read(".json", text.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(
            (update.timeline.len(), crate::support::all_lines(&update.diagnostics).len()),
            (8000, 0),
            "{:?}",
            crate::support::all_lines(&update.diagnostics)
        );
        let all = events(&update);
        assert!(all.iter().enumerate().all(|(at, event)| event.title == format!("Row {at}")));
        assert_eq!(extra(&all[7999], "of.items"), Some("[{\"x\":1}]"));
    }
}
