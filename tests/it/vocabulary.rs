//! Persons and bodies that a file declares once: what events show of them, how they are found, and what is checked.

use std::io::Write as _;

use annalist::{
    load::{Format, SourceLayout, Syntax, timeline_in},
    model::{Lang, Timeline},
    query::{Field, Query, TextIndex, run, values},
    stream::{OpenedStream, TimelineSource},
};

const FILE: &str = r#"
[[person]]
id = "ruiz"
name = "Ana Ruiz"
name_ja = "アナ・ルイス"
party = "EU"
roles = [
  { role = "deputy director", role_ja = "副局長" },
  { role = "director", role_ja = "局長", from = "2023-05-10" },
]

[[person]]
name = "Bo Li"
role = "envoy"

[[organisation]]
id = "SCO"
name = "Space Office"
name_ja = "宇宙庁"
about = "Federal Office of Orbits"

[[event]]
id = "first"
date = "2023-05-09"
title = "One"
people = ["ruiz", "Carl Ode"]
organisations = ["SCO"]

[[event]]
id = "second"
date = "2023-05-10"
title = "Two"
people = ["Ana Ruiz", { name = "Bo Li", role = "guest", role_ja = "来賓" }]
[[event.quote]]
text = "Onwards"
lang = "en"
speaker = "SCO"
[[event.source]]
title = "Page"
publisher = "SCO / Daily Orbit"

[[event]]
id = "third"
date = "2023-06"
title = "Three"
[[event.quote]]
text = "Words"
lang = "en"
speaker = "ruiz"
"#;

fn ids(timeline: &Timeline, text: &TextIndex, query: &str) -> Vec<String> {
    let found = run(&Query::parse(query), timeline, text).events;
    found.into_iter().map(|ix| timeline.event(ix).unwrap().id.to_string()).collect()
}

/// The file read at once, and the same read as a long one is.
fn both_ways() -> Vec<(Timeline, TextIndex)> {
    let whole = timeline_in(Format::Toml, FILE.into()).timeline;
    let mut file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    file.write_all(FILE.as_bytes()).unwrap();
    let mut input = TimelineSource::File(file.reopen().unwrap());
    let (begin, _) = input.peek(600, None, None).unwrap();
    let opened = OpenedStream::new("file.toml", input, SourceLayout::Native(Format::Toml), begin, usize::MAX).unwrap();
    let streamed = opened.loader.finish().unwrap();
    let text = TextIndex::new(&whole);
    vec![(whole, text), (streamed.timeline, streamed.text_index)]
}

#[test]
fn a_person_has_the_post_of_the_day() {
    for (timeline, _) in both_ways() {
        let words = &timeline.vocabularies;
        let mut seen = Vec::new();
        for event in timeline.events() {
            for person in event.people.iter() {
                let person = words.person(person, &event.date);
                let (name, role) = (person.name(Lang::Ja), person.role(Lang::Ja).unwrap_or("-"));
                seen.push(format!("{} {} {name} {role}", person.name(Lang::En), person.role(Lang::En).unwrap_or("-")));
            }
            for quote in event.quotes.iter() {
                let speaker = words.speaker(quote, &event.date).unwrap();
                seen.push(format!("{}: {}", speaker.name(Lang::Ja), speaker.role(Lang::En).unwrap_or("-")));
            }
        }
        assert_eq!(
            seen,
            [
                "Ana Ruiz deputy director アナ・ルイス 副局長",
                "Carl Ode - Carl Ode -",
                "Ana Ruiz director アナ・ルイス 局長",
                "Bo Li guest Bo Li 来賓",
                "宇宙庁: -",
                "アナ・ルイス: director",
            ]
        );
    }
}

#[test]
fn a_person_and_a_body_are_found_by_every_name() {
    for (timeline, text) in both_ways() {
        for (query, expected) in [
            ("person:ruiz", &["first", "second", "third"][..]),
            ("person:\"Ana Ruiz\"", &["first", "second", "third"]),
            ("person:ルイス", &["first", "second", "third"]),
            ("person:ode", &["first"]),
            ("アナ", &["first", "second", "third"]),
            ("ruiz", &["first", "second", "third"]),
            ("org:SCO", &["first"]),
            ("org:\"space office\"", &["first"]),
            ("org:宇宙庁", &["first"]),
            ("source:宇宙", &["second"]),
            ("source:\"daily orbit\"", &["second"]),
            ("宇宙庁", &["first", "second"]),
            ("orbits", &["first", "second"]),
            // A post is found where it was held: of the first event the deputy's.
            ("deputy", &["first"]),
            ("局長", &["first", "second", "third"]),
            ("副局長", &["first"]),
        ] {
            assert_eq!(ids(&timeline, &text, query), expected, "{query}");
        }
    }
}

#[test]
fn a_name_that_two_have_is_found_by_what_is_known_of_either() {
    const SHARED: &str = "[[person]]\nname = 'Amber'\nrole = 'pilot'\n\
        [[organisation]]\nid = 'Amber'\nname = 'Amber Group'\nabout = 'Makers of lamps'\n\
        [[event]]\nid = 'it'\ndate = '2020'\ntitle = 'One'\npeople = ['Amber']\n\
        [[event]]\nid = 'other'\ndate = '2021'\ntitle = 'Two'\n";
    let timeline = timeline_in(Format::Toml, SHARED.into()).timeline;
    let text = TextIndex::new(&timeline);
    for word in ["amber", "pilot", "group", "lamps"] {
        assert_eq!(ids(&timeline, &text, word), ["it"], "{word}");
    }
}

#[test]
fn a_facet_counts_a_person_once_and_no_body_among_persons() {
    for (timeline, text) in both_ways() {
        let counted = |field, lang| -> Vec<(String, String, usize)> {
            let found = values(field, &Query::default(), &timeline, &text, lang);
            found.into_iter().map(|facet| (facet.value.id, facet.value.label, facet.count)).collect()
        };
        let of = |id: &str, label: &str, count| (id.to_owned(), label.to_owned(), count);
        assert_eq!(
            counted(Field::Person, Lang::Ja),
            [of("Ana Ruiz", "アナ・ルイス", 3), of("Bo Li", "Bo Li", 1), of("Carl Ode", "Carl Ode", 1)]
        );
        assert_eq!(counted(Field::Org, Lang::En), [of("SCO", "Space Office", 1)]);
        assert_eq!(counted(Field::Source, Lang::Ja), [of("Daily Orbit", "Daily Orbit", 1), of("SCO", "宇宙庁", 1)]);
        let event = timeline.events().nth(1).unwrap();
        let written = event.sources[0].publisher.as_deref().unwrap();
        assert_eq!(timeline.vocabularies.publisher(written, Lang::Ja), "宇宙庁 / Daily Orbit");
    }
}

#[test]
fn a_slip_in_a_name_is_named_and_a_new_name_is_not() {
    let text = FILE.replace("\"Carl Ode\"", "\"Carl Ode\", \"Ana Ruis\"");
    let loaded = timeline_in(Format::Toml, text.into());
    let messages: Vec<String> = loaded
        .problems
        .iter()
        .map(|problem| problem.fault.message(Syntax::Toml, annalist::messages::Locale::English))
        .collect();
    assert_eq!(messages, ["person `Ana Ruis` is not declared"]);
}

/// What the checks of a file find, in one line each.
fn found(text: &str) -> Vec<String> {
    let loaded = timeline_in(Format::Toml, text.into());
    crate::support::lines("t.toml", &loaded).into_iter().map(|line| line.replacen("t.toml:", "", 1)).collect()
}

const CHECKED: &str = r#"
[timeline]
checks = ["sources", "official", "quotes", "https", "people", "japanese"]
[[organisation]]
id = "SCO"
[[event]]
date = "2023"
title = "One"
title_ja = "一"
people = ["SCO", { name = "Ana Ruiz", role = "envoy" }]
[[event.quote]]
text = "and so it goes"
lang = "en"
source = 1
[[event.quote]]
text = "言葉"
lang = "ja"
[[event.source]]
url = "http://example.org/a"
[[event.source]]
url = "https://example.org/b"
[[event.source]]
url = "https://example.org/c"
supports = ["place", "people:Ruiz"]
further_reading = true
"#;

#[test]
fn a_file_is_checked_for_what_it_asks_for() {
    let all = found(CHECKED);
    let expected = [
        "6:1: no source is official, and no note says why; mark it as `primary`, or say why there is none, with the word “official”",
        "10:11: `SCO` is an organisation, and stands among the people; write it into `organisations`",
        "10:27: the person has `role`, and no Japanese for it; write `role_ja`",
        "12:8: the quote begins in mid-sentence, and nothing says so; say so in a `note`, or begin the quote with “…”",
        "12:8: the quote has `text`, and no Japanese for it; write `translation_ja`",
        "16:8: the quote has no translation into English; write `translation`",
        "18:1: `http://example.org`, though the same host stands with https elsewhere; write `https://example.org`",
        "20:1: the source bears no fact of the event; name what it bears, `supports = [\"date\", \"people:NAME\"]`, or say `further_reading = true`",
        "22:1: the source is further reading, and bears facts of the event",
        "22:1: the event has nothing that `place` could mean",
    ];
    assert_eq!(all, expected);
    let silent = CHECKED.lines().filter(|line| !line.starts_with("checks")).collect::<Vec<_>>().join("\n");
    assert_eq!(found(&silent), [""; 0]);
    for (check, count) in [("sources", 3), ("official", 1), ("quotes", 1), ("https", 1), ("people", 1), ("japanese", 3)]
    {
        let one = silent.replace("[timeline]", &format!("[timeline]\nchecks = [\"{check}\"]"));
        assert_eq!(found(&one).len(), count, "{check}");
    }
}

#[test]
fn of_a_long_file_it_is_said_that_no_checks_are_made() {
    let mut file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    let long = "[[event]]\ndate = \"2023\"\ntitle = \"Filler\"\nnote = \"".to_owned() + &"x".repeat(1000) + "\"\n";
    write!(file, "{CHECKED}{}", long.repeat(1100)).unwrap();
    let out =
        std::process::Command::new(env!("CARGO_BIN_EXE_annalist")).arg("check").arg(file.path()).output().unwrap();
    let said = String::from_utf8(out.stderr).unwrap() + &String::from_utf8(out.stdout).unwrap();
    assert!(said.contains("warning[checks-skipped]: the checks are not made") && said.contains(":3:11"), "{said}");
}

#[test]
fn what_is_mended_is_found_no_more() {
    let mended = [
        ("title = \"One\"", "title = \"One\"\nnote = \"No official text was read.\"\nnote_ja = \"公式文書は未読。\""),
        (
            "\"SCO\", { name = \"Ana Ruiz\", role = \"envoy\" }",
            "{ name = \"Ana Ruiz\", role = \"envoy\", role_ja = \"特使\" }",
        ),
        (
            "text = \"and so it goes\"",
            "text = \"and so it goes\"\nnote = \"Second half.\"\nnote_ja = \"後半。\"\ntranslation_ja = \"そうして続く\"",
        ),
        ("text = \"言葉\"", "text = \"言葉\"\ntranslation = \"words\""),
        ("http://", "https://"),
        ("example.org/b\"", "example.org/b\"\nsupports = [\"date\"]"),
        ("supports = [\"place\", \"people:Ruiz\"]\nfurther", "further"),
    ];
    let text = mended.into_iter().fold(CHECKED.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    assert_eq!(found(&text), [""; 0]);
    let wrong = text.replace("\"official\"", "\"offical\"").replace("[\"date\"]", "[\"dates\"]");
    let lines = found(&wrong).concat();
    assert!(lines.contains("invalid value `offical` for `checks`; did you mean `official`?"), "{lines}");
    assert!(lines.contains("invalid value `dates` for `supports`; did you mean `date`?"), "{lines}");
}
