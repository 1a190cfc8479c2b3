//! Loading: what is read from a file, what is said of its faults and where, and that a fault costs no more than itself.

use annalist::{
    load::{self, ColorChoice, DiagnosticKind, Loaded, Position, Severity},
    model::{Confidence, Lang},
};
use proptest::prelude::*;

fn load(text: &str) -> Loaded {
    load::timeline(text.as_bytes().to_vec())
}

/// The problems of a file, a line each: place, severity, message, way out.
fn problems(text: &str) -> Vec<String> {
    let loaded = load(text);
    let problems = loaded.problems.iter().map(|problem| {
        let Position { line, column } = problem.position(&loaded.source);
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        let help = problem
            .fault
            .help(loaded.format.syntax(), annalist::messages::Locale::English)
            .map(|help| format!(" ({help})"))
            .unwrap_or_default();
        format!(
            "{line}:{column} {severity}: {}{help}",
            problem.fault.message(loaded.format.syntax(), annalist::messages::Locale::English)
        )
    });
    problems.collect()
}

fn titles(text: &str) -> Vec<String> {
    load(text).timeline.events().map(|event| event.title.to_string()).collect()
}

/// A file of two sound events with one more between them, whose fields these are; they start in line 5.
fn between(fields: &str) -> String {
    format!(
        "[[event]]\ndate = \"2021\"\ntitle = \"before\"\n[[event]]\n{fields}\n[[event]]\ndate = \"2024\"\ntitle = \"after\"\n"
    )
}

const WHOLE: &str = r##"
# The vocabularies stand behind the events.
[[event]]
id = "talks"
date = 2022-10-17
title = "Talks in Tokyo"

[[event]]
id = "memorandum"
date = "2023-01-06"
end = "2023-01-07"
title = "A memorandum"
title_ja = "覚書"
lane = "us-japan"
kind = "agreement"
parties = ["US", "JP", "EU"]
place = "Washington, D.C."
place_ja = "ワシントン"
areas = ["skills"]
summary = """
Two lines
of text."""
summary_ja = "概要"
people = [{ name = "A. Mayorkas", name_ja = "マヨルカス", role = "Secretary", party = "US" }]
organisations = ["DHS"]
follows = ["talks"]
context = true
confidence = "high"
note = "か\u3099 is put together"
differs = [{ field = "date", value = "2023-01-08", source = 2 }]

[[event.quote]]
text = "words"
speaker = "A. Mayorkas"
role = "Secretary"
lang = "en"
translation = "言葉"
source = 1
as_reported = true
note = "so"

[[event.source]]
title = "Page"
publisher = "DHS"
url = "https://example.org/a"
date = 2023-01-07
lang = "en"
primary = true

[[event.source]]
url = "HTTP://example.org/b"

[[lane]]
id = "us-japan"
name = "US–Japan"
name_ja = "日米"
about = "a"
about_ja = "b"

[[kind]]
id = "agreement"
mark = "◆"
ascii = "#"

[[area]]
id = "skills"

[[party]]
id = "US"
short_ja = "米"

[timeline]
title = "T"
title_ja = "題"
description = "d"
description_ja = "説"
window = "2021/2024-02"
updated = 2026-11-22
"##;

#[test]
fn a_whole_file_is_read_without_complaint() {
    assert_eq!(problems(WHOLE), [""; 0]);
    let timeline = load(WHOLE).timeline;
    let about = &timeline.info;
    assert_eq!((about.title.as_ref(), about.updated.as_deref()), ("T", Some("2026-11-22")));
    assert_eq!(about.window.as_ref().unwrap().as_written(), "2021/2024-02");
    let [talks, event] = &timeline.events().collect::<Vec<_>>()[..] else { panic!("two events") };
    assert_eq!(timeline.vocabularies.lanes.label(talks.lane, Lang::En), "", "no lane is the lane without a name");
    assert_eq!(timeline.vocabularies.lanes.label(event.lane, Lang::Ja), "日米");
    assert_eq!(timeline.vocabularies.kinds.get(event.kind).unwrap().mark.as_deref(), Some("◆"));
    assert_eq!(event.date.long(Lang::En), "6–7 January 2023");
    assert_eq!(event.summary.as_deref(), Some("Two lines\nof text."));
    assert_eq!(event.note.as_deref(), Some("が is put together"), "in NFC");
    assert_eq!(event.confidence, Some(Confidence::High));
    assert!(event.context && event.quotes[0].as_reported && event.sources[0].primary);
    assert_eq!((event.quotes[0].source, event.differs[0].source), (Some(0), Some(1)));
    assert_eq!(event.sources[0].date.as_deref(), Some("2023-01-07"));
    let parties: Vec<_> = event.parties.iter().map(|&id| timeline.vocabularies.parties.label(id, Lang::En)).collect();
    assert_eq!(parties, ["US", "JP", "EU"], "what is not declared is taken in");
    assert_eq!(timeline.earlier_in_thread(timeline.find("memorandum").unwrap()), [timeline.find("talks").unwrap()]);
}

#[test]
fn two_lines_are_enough() {
    let loaded = load("[[event]]\ndate = \"2021-03\"\ntitle = \"The quick, brown fox: a story\"\n");
    assert_eq!(loaded.problems, []);
    assert_eq!(loaded.timeline.events().next().unwrap().id, "2021-03-the-quick-brown-fox-a-story");
}

#[test]
fn every_spelling_of_toml_is_read() {
    let event = "date = \"2021\"\ntitle = \"x\"\n";
    for header in ["[[event]]", "[[ event ]]", "  [[event]]  # comment", "[[\"event\"]]", "[['event']]"] {
        assert_eq!(titles(&format!("{header}\n{event}{header}\n{event}")), ["x", "x"], "{header}");
    }
    assert_eq!(
        titles("event = [{ date = 2021-01-01, title = \"x\" }, { date = \"2022\", title = \"y\" }]"),
        ["x", "y"]
    );
    assert_eq!(titles(&format!("\u{FEFF}[[event]]\r\n{}", event.replace('\n', "\r\n"))), ["x"]);
    let clock = load("[[event]]\ndate = 2023-03-28 10:00:00z\ntitle = \"x\"");
    assert_eq!(clock.timeline.events().next().unwrap().date.as_written(), "2023-03-28T10:00:00Z");
}

#[test]
fn a_header_inside_a_text_is_text() {
    let text = between(
        "date = \"2022\"\ntitle = \"x\"\nsummary = '''\n[[event]]\ndate = 3\n[[event]]\n[timeline]\n'''\nplace = \"y\"",
    );
    assert_eq!(problems(&text), [""; 0]);
    let loaded = load(&text);
    let event = &loaded.timeline.events().nth(1).unwrap();
    assert_eq!(event.summary.as_deref(), Some("[[event]]\ndate = 3\n[[event]]\n[timeline]"));
    assert_eq!(event.place.as_deref(), Some("y"));
}

/// Fields of an event, what is said of them, and whether the event is shown all the same.
const FAULTS: &[(&str, &[&str], bool)] = &[
    ("date = \"2023-02-30\"\ntitle = \"x\"", &["5:17 error: 2023-02-30: February 2023 has 28 days"], false),
    ("date = 2023-02-30\ntitle = \"x\"", &["5:16 error: 2023-02-30: February 2023 has 28 days"], false),
    ("date = 2023-02\ntitle = \"x\"", &["5:8 error: unquoted string (write `\"2023-02\"`)"], false),
    (
        "date = \"2021-03 / 2021-04\"\ntitle = \"x\"",
        &["5:16 error: 2021-03 / 2021-04: a date has no spaces inside (write `2021-03/2021-04`)"],
        false,
    ),
    ("title = \"x\"", &["4:1 error: an event needs a date (add `date = \"2023-01-06\"`)"], false),
    ("date = \"2023\"", &["4:1 error: an event needs a title (add `title = \"…\"`)"], false),
    (
        "date = \"2023\"\nlabel = \"x\"\ncolour = 3",
        &["4:1 error: an event needs a title; this one has `label`, `colour` (rename `label` to `title`)"],
        false,
    ),
    ("date = \"2023\"\ntitle = \" \"", &["6:9 error: the title is empty (write `title = \"…\"`)"], false),
    ("date = \"2023\"\ntitle = 5", &["6:9 error: `title` holds a number"], false),
    (
        "date = 5\ntitle = \"x\"",
        &["5:8 error: 5: year must have exactly four digits (or X); expected a date like 2023-01-06, 2023-01 or 2023"],
        false,
    ),
    ("date = 2022\ntitle = \"x\"", &[], true),
    ("date = \"2023\"\ntitle = \"x\"\nparties = [\"US\", 3]", &["7:18 error: `parties` holds a number"], true),
    ("date = \"2023\"\ntitle = \"x\"\nareas = 3", &["7:9 error: `areas` holds a number"], true),
    ("date = \"2023\"\ntitle = \"x\"\ncontext = \"yes\"", &["7:11 error: `context` holds a text"], true),
    ("date = \"2023\"\ntitle = \"x\"\nquote = 1", &["7:9 error: `quote` holds a number"], true),
    ("date = \"2023\"\ntitle = \"x\"\npeople = [3]", &["7:11 error: `people` holds a number"], true),
    (
        "date = \"2023\"\ntitle = \"x\"\ntytle_ja = \"y\"\nevidence = 1",
        &["7:1 warning: unknown field `tytle_ja` (did you mean `title_ja`?)", "8:1 warning: unknown field `evidence`"],
        true,
    ),
    ("date = \"2023\"\nend = \"2022\"\ntitle = \"x\"", &["6:8 error: the end 2022 is before the start 2023"], false),
    ("date = \"2023\"\ntitle = \"x\"\nfollows = [\"nobody\"]", &["7:12 warning: no event has the id `nobody`"], true),
    (
        "date = \"2023\"\ntitle = \"x\"\nfollows = [\"2021-befor\"]",
        &["7:12 warning: no event has the id `2021-befor` (did you mean `2021-before`?)"],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\nconfidence = \"hihg\"",
        &["7:14 warning: invalid value `hihg` for `confidence` (did you mean `high`?)"],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\n[[event.quote]]\ntext = \"t\"\nsource = 2\n[[event.source]]\ntitle = \"s\"",
        &["9:10 error: no source 2"],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\n[[event.quote]]\nspeaker = \"t\"",
        &["7:1 error: a quote needs a text; this one has `speaker` (add `text = \"…\"`)"],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\ndiffers = [{ field = \"date\", value = \"2022\", source = 0 }]",
        &["7:55 error: no source 0"],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\n[[event.source]]\nurl = \"javascript:alert(1)\"",
        &["8:7 error: `javascript:alert(1)` is not an http(s) URL"],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\nplace = \"\\u001b[31m\"",
        &[
            "7:9 warning: the place holds invisible or control characters (they are shown as \u{FFFD}; retype the text without them)",
        ],
        true,
    ),
    (
        "date = \"2023\"\ntitle = \"x\"\nplace = Tokyo # here",
        &["7:9 error: unquoted string (write `\"Tokyo\"`)"],
        false,
    ),
    ("date = \"2023\"\ntitle = \"x", &["6:9 error: unterminated string (close it with `\"`)"], false),
    ("date = \"2023\"\ntitle = \"\"\"x", &["6:9 error: unterminated string (close it with `\"\"\"`)"], false),
    ("date = \"2023\"\ntitle = \"x\"\ntitle = \"y\"", &["7:1 error: duplicate key"], false),
    ("date = = 1\ntitle = x\nplace = [", &["5:8 error: extra `=`, expected nothing"], false),
];

#[test]
fn faults_are_told_at_their_place_and_cost_themselves_alone() {
    for &(fields, expected, shown) in FAULTS {
        let text = between(fields);
        assert_eq!(problems(&text), expected, "{fields}");
        let found = titles(&text);
        assert_eq!(found.len(), if shown { 3 } else { 2 }, "{fields}: {found:?}");
        assert!(found.contains(&"before".to_owned()) && found.contains(&"after".to_owned()), "{fields}: {found:?}");
    }
}

#[test]
fn a_broken_header_costs_one_event() {
    for header in ["[[event]", "[event]]", "[[event", "[[Event]]", "[[evnt]]", "[[event]] x", "[[ event ]"] {
        let text = between("date = \"2022\"\ntitle = \"x\"").replacen("\n[[event]]", &format!("\n{header}"), 1);
        assert_eq!(titles(&text), ["before", "after"], "{header}");
        let problems = problems(&text);
        assert_eq!(problems.len(), 1, "{header}: {problems:?}");
        assert!(problems[0].starts_with("4:"), "{header}: {problems:?}");
    }
}

#[test]
fn two_events_with_one_id_are_both_kept() {
    let text = "[[event]]\nid = \"a\"\ndate = \"2021\"\ntitle = \"x\"\n\n[[event]]\nid = \"a\"\ndate = \"2022\"\ntitle = \"y\"\n";
    assert_eq!(problems(text), ["7:6 error: duplicate id `a` (first on line 2) (give one of them another id)"]);
    let loaded = load(text);
    let ids: Vec<String> = loaded.timeline.events().map(|event| event.id.to_string()).collect();
    assert_eq!(ids, ["a", "a-2"]);
}

#[test]
fn a_link_to_a_broken_event_is_not_called_wrong() {
    let link = "[[event]]\ndate = \"2022\"\ntitle = \"x\"\nfollows = [\"a\"]\n";
    assert_eq!(problems(&format!("[[event]]\nid = \"a\"\ndate = \"2021\"\n{link}")).len(), 1);
    assert_eq!(problems(&format!("[[event]]\nid = \"a\"\ndate = \"2021\"\ntitle = x\n{link}")).len(), 1);
}

#[test]
fn near_misses_of_what_is_declared_are_told() {
    let event = "[[event]]\ndate = \"2022\"\ntitle = \"x\"\nlane = \"us-japn\"\nkind = \"treaty\"\n";
    let lanes = "[[lane]]\nid = \"us-japan\"\n[[lane]]\nid = \"uk-japan\"\n[[lane]]\nid = \"uk-japan\"\n";
    let kinds = "[[kind]]\nid = \"speech\"\nmark = \"合\"\nascii = \"◆\"\n";
    assert_eq!(problems(event), [""; 0], "nothing is declared");
    assert_eq!(
        problems(&format!("{event}{lanes}{kinds}")),
        [
            "4:8 warning: lane `us-japn` is not declared (did you mean `us-japan`?)",
            "11:6 error: duplicate id `uk-japan` (first on line 9) (give one of them another id)",
            "14:8 warning: the mark `合` is not one column wide",
            "15:9 warning: the mark `◆` is not one column wide",
        ]
    );
}

#[test]
fn great_vocabularies_are_looked_up_in_no_time() {
    let started = std::time::Instant::now();
    let lane = |n: usize| format!("[[lane]]\nid = \"lane-{n}\"\n");
    let event = |n: usize| format!("[[event]]\ndate = \"2023\"\ntitle = \"x\"\nlane = \"lane {n}\"\n");
    let text: String = (0..20_000).map(lane).chain((0..20_000).map(event)).collect();
    assert_eq!(load(&text).timeline.len(), 20_000);
    assert!(started.elapsed() < std::time::Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn what_is_no_timeline_says_so_once() {
    let example = "[[event]]\ndate = \"2023-01-06\"\ntitle = \"What happened\"";
    for text in ["", "# nothing\n", "[timeline]\ntitle = \"T\"\n"] {
        let expected = format!("error: no events: an event needs a date and a title ({example})");
        assert!(problems(text)[0].ends_with(&expected), "{text}: {:?}", problems(text));
        assert_eq!(problems(text).len(), 1);
    }
    assert_eq!(titles(example), ["What happened"], "the example is an event");
    let single = problems("event = 3\n");
    assert_eq!(single, ["1:9 error: `event` holds a number (each event starts with a line `[[event]]`)"]);
    assert_eq!(problems("[[evnt]]\nx = 1\n"), ["1:3 error: unknown table `evnt` (did you mean `event`?)"]);
    assert_eq!(problems("[mine]\nx = 1\n")[0], "1:2 warning: unknown table `mine`");
    assert_eq!(problems("[timeline]\n[timeline]\n")[0], "2:1 error: a second `[timeline]`; only the first counts");
    assert_eq!(problems("{\"title\": 1}").len(), 1);
}

#[test]
fn bytes_that_are_not_utf8_are_read_around() {
    let mut bytes = between("date = \"2022\"\ntitle = \"x\"").into_bytes();
    let at = bytes.iter().position(|&byte| byte == b'x').unwrap();
    bytes[at] = 0xFF;
    let loaded = load::timeline(bytes);
    assert_eq!(loaded.timeline.events().nth(1).unwrap().title, "\u{FFFD}");
    let [problem] = loaded.problems.as_slice() else { panic!("{:?}", loaded.problems) };
    assert_eq!(
        (&problem.fault, problem.position(&loaded.source)),
        (&DiagnosticKind::NotUtf8, Position { line: 6, column: 10 })
    );

    let binary = load::timeline(vec![0x7F, b'E', b'L', b'F', 0xFF, 0xFE, b'[', b'\n', b'=']);
    assert_eq!(binary.problems.len(), 1);
    assert_eq!(binary.problems[0].position(&binary.source), Position { line: 1, column: 5 });
}

#[test]
fn a_report_shows_the_line_and_the_way_out() {
    let text = "[[event]]\ndate = \"2023-02-30\"\ntitle = \"x\"\n\n[[event]]\ndate = \"2023\"\ntitle = \"日本\"\n\tplace = \"日本\" \n\ttytle = 1\n";
    let loaded = load(text);
    insta::assert_snapshot!(crate::support::report("my.toml", &loaded, ColorChoice::Plain), @r#"
error[no-such-day]: 2023-02-30: February 2023 has 28 days
 --> my.toml:2:17
  |
2 | date = "2023-02-30"
  |                 ^^

warning[unknown-field]: unknown field `tytle`
 --> my.toml:9:2
  |
9 |  tytle = 1
  |  ^^^^^
  |
  = help: did you mean `title`?
"#);
    let empty = load("");
    insta::assert_snapshot!(crate::support::report("-", &empty, ColorChoice::Plain), @r#"
error[no-events]: no events: an event needs a date and a title
 --> -:1:1
  |
1 |
  | ^
  |
  = help: [[event]]
          date = "2023-01-06"
          title = "What happened"
"#);
}

#[test]
fn a_report_holds_no_command_of_the_file() {
    let hostile = "[[event]]\ndate = \"2023\"\ntitle = \"x\"\n\"\\u001b]0;a\\u0007\" = \"\u{9b}31m\u{202e}\"\nplace = \u{1b}[31m\n\n[[event]]\ndate = \"2023\\u001b[2J\"\ntitle = \"\\u009b\"\n";
    let loaded = load(hostile);
    assert!(loaded.problems.len() >= 2, "{:?}", loaded.problems);
    let report = crate::support::report("a\u{1b}[31m\n\u{202e}.toml", &loaded, ColorChoice::Plain);
    let harmful =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    assert!(!report.contains(harmful), "{report:?}");
    for event in loaded.timeline.events() {
        assert!(!format!("{}{}", event.title, event.id).contains(char::is_control));
    }
    let coloured = crate::support::report("a", &loaded, ColorChoice::Ansi);
    assert!(coloured.contains("\u{1b}["));
}

/// A file of six events and vocabularies, as pieces.
fn pieces() -> Vec<String> {
    let event = |number: usize| {
        format!(
            "[[event]]\nid = \"e{number}\"\ndate = \"202{number}-01-0{number}\"\ntitle = \"title {number}\"\nlane = \"日本\"\n\
             summary = \"\"\"\nlines of\ntext {number}\"\"\"\nparties = [\n  \"US\",\n  \"JP\",\n]\n[[event.quote]]\n\
             text = 'q{number}'\nsource = 1\n[[event.source]]\nurl = \"https://example.org/{number}\"\n"
        )
    };
    let mut pieces = vec!["[timeline]\ntitle = \"T\"\n[[lane]]\nid = \"日本\"\n".to_owned()];
    pieces.extend((1..=6).map(event));
    pieces
}

#[derive(Debug, Clone)]
enum Damage {
    Insert(&'static str),
    Delete(usize),
    Cut,
}

fn damage() -> impl Strategy<Value = Damage> {
    let bits = vec![
        "\"",
        "'",
        "\"\"\"",
        "'''",
        "[",
        "]",
        "{",
        "}",
        "=",
        "\n",
        "\\",
        "[[",
        "]]",
        "[event]",
        "\n[[event]]\n",
        "\n[[event\n",
        "#",
        "\u{0}",
        "\u{1b}",
        "é",
        "日",
        " = ",
        ".",
        ",",
        "date = 1\n",
        "\r",
        "\n[timeline]\n",
        "X",
    ];
    prop_oneof![
        4 => prop::sample::select(bits).prop_map(Damage::Insert),
        2 => (1..20_usize).prop_map(Damage::Delete),
        1 => Just(Damage::Cut),
    ]
}

fn damaged(piece: &str, at: prop::sample::Index, damage: &Damage) -> String {
    let (header, body) = piece.split_once('\n').unwrap_or((piece, ""));
    let body = body.trim_end();
    let at = at.index(body.chars().count() + 1);
    let (before, after): (String, String) = (body.chars().take(at).collect(), body.chars().skip(at).collect());
    match damage {
        Damage::Insert(bit) => format!("{header}\n{before}{bit}{after}\n"),
        Damage::Delete(count) => format!("{header}\n{before}{}\n", after.chars().skip(*count).collect::<String>()),
        Damage::Cut => format!("{header}\n{before}\n"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let loaded = load::timeline(bytes);
        let report = crate::support::report("x", &loaded, ColorChoice::Plain);
        prop_assert_eq!(report.is_empty(), loaded.problems.is_empty());
    }

    #[test]
    fn a_damaged_event_costs_itself_alone(
        which in 1..=6_usize,
        damages in prop::collection::vec((any::<prop::sample::Index>(), damage()), 1..4),
    ) {
        let mut pieces = pieces();
        for (at, damage) in damages {
            pieces[which] = damaged(&pieces[which], at, &damage);
        }
        let text = pieces.concat();
        let loaded = load(&text);
        for number in (1..=6).filter(|&number| number != which) {
            let Some(ix) = loaded.timeline.find(&format!("e{number}")) else {
                return Err(TestCaseError::fail(format!("lost event {number}:\n{text}")));
            };
            prop_assert_eq!(&loaded.timeline.event(ix).unwrap().title, &format!("title {number}"), "{}", text);
        }
        for problem in &loaded.problems {
            prop_assert!(loaded.source.get(problem.place.clone()).is_some(), "{problem:?}");
        }
        crate::support::report("x", &loaded, ColorChoice::Ansi);
    }

    #[test]
    fn mutated_files_never_panic(
        at in any::<prop::sample::Index>(),
        change in prop::collection::vec(any::<u8>(), 0..4),
        length in 0..6_usize,
    ) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        let from = at.index(bytes.len());
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, change);
        let loaded = load::timeline(bytes);
        for problem in &loaded.problems {
            prop_assert!(loaded.source.get(problem.place.clone()).is_some(), "{problem:?}");
            let Position { line, column } = problem.position(&loaded.source);
            prop_assert!(line >= 1 && column >= 1);
        }
        crate::support::report("x", &loaded, ColorChoice::Plain);
    }
}

/// What is no TOML at all is told by its beginning, in a file of any length; what is long and sound is read whole.
#[test]
fn what_is_no_toml_is_known_by_its_beginning() {
    let garbage = "x\n".repeat(2_000_000);
    let text = format!("[[event]]\ndate = \"2023\"\ntitle = \"kept\"\n\n[[event]]\n{garbage}");
    let loaded = load::timeline_in(load::Format::Toml, text.into_bytes());
    assert_eq!((loaded.timeline.len(), load::counts(&loaded.problems).0), (1, 1));
    let words = "many words and ".repeat(20_000);
    let long =
        format!("[[event]]\ndate = \"2023\"\ntitle = \"long\"\nsummary = \"\"\"\n{words}\n[[event]]\n{words}\"\"\"\n");
    let loaded = load::timeline_in(load::Format::Toml, long.into_bytes());
    assert_eq!((loaded.timeline.len(), load::counts(&loaded.problems).0), (1, 0));
    let late = format!("[[event]]\ndate = \"2023\"\ntitle = \"late\"\nsummary = \"{words}\"\nnote = x\n");
    let loaded = load::timeline_in(load::Format::Toml, late.into_bytes());
    assert_eq!((loaded.timeline.len(), load::counts(&loaded.problems).0), (0, 1));
}
