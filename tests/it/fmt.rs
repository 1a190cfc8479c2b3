//! A timeline file in its one layout: nothing is lost, and what is laid out stays as it is.

use std::{collections::BTreeMap, fs};

use annalist::{
    diff::TimelineDiff,
    export::{EventSelection, OutputFormat, written},
    formatter::{FormatError, formatted},
    load,
    model::{EventIndex, Lang, Marks, Timeline},
};
use proptest::{prelude::*, strategy::ValueTree};

use crate::cli::{annalist, ends, errors, out, with_input};

fn timeline(toml: &str) -> Timeline {
    load::timeline(toml.as_bytes().to_vec()).timeline
}

const MESSY: &str = "\
#:schema ./annalist.schema.json
# Meetings of a club.

# The second one, as the file has it.
[[event]]
title='Second'   # what it was
date = 2022-03-01
[[ event . source ]]
url = 'https://example.org/'
# not read: lang = 'en'

# --- the beginning

# A quote of nobody.
[[event]]
  weather = \"rain\"
    date = \"2021\"

  # in one word
  title = \"First\"
areas = [ 'a',
  'b' ]
people = [
  # the host
  { role = 'host', name = \"A\" }, # who came late
  \"B\",
]
summary = \"\"\"
Two
  lines.\"\"\"
[[event.source]]
title = \"S\"
[[event.quote]]
text = \"Q\"
[[lane]]
name = \"L\"
id = \"l\"

# the end
";

const TIDY: &str = "\
#:schema ./annalist.schema.json
# Meetings of a club.

[[lane]]
id = \"l\"
name = \"L\"

# --- the beginning

# A quote of nobody.
[[event]]
date = \"2021\"
# in one word
title = \"First\"
areas = ['a', 'b']
summary = \"\"\"
Two
  lines.\"\"\"
people = [
  # the host
  { name = \"A\", role = 'host' }, # who came late
  \"B\",
]
weather = \"rain\"

[[event.quote]]
text = \"Q\"

[[event.source]]
title = \"S\"

# The second one, as the file has it.
[[event]]
date = 2022-03-01
title = 'Second' # what it was

[[event.source]]
url = 'https://example.org/'
# not read: lang = 'en'

# the end
";

#[test]
fn events_are_in_order_keys_in_one_order_and_comments_where_they_belong() {
    assert_eq!(formatted(MESSY).unwrap(), TIDY);
    assert_eq!(formatted(TIDY).unwrap(), TIDY);
}

#[test]
fn a_long_list_has_a_line_for_each_value_and_a_short_one_has_none() {
    let long: Vec<String> = (0..20).map(|at| format!("\"area-{at}\"")).collect();
    let event = |areas: &str| format!("[[event]]\ndate = \"2021\"\ntitle = \"T\"\nareas = {areas}\n");
    let laid_out = formatted(&event(&format!("[{}]", long.join(",")))).unwrap();
    assert_eq!(laid_out, event(&format!("[\n  {},\n]", long.join(",\n  "))));
    assert_eq!(formatted(&event("[\n  \"a\",\n  \"b\",\n]")).unwrap(), event("[\"a\", \"b\"]"));
    assert_eq!(formatted(&event("[ ]")).unwrap(), event("[]"));
}

#[test]
fn an_event_without_a_date_that_can_be_read_stays_behind_the_one_before_it() {
    let event = |date: &str| format!("[[event]]\ndate = \"{date}\"\ntitle = \"T\"\n");
    let file = [event("2023"), event("soon"), event("2021"), event("2022")].join("\n");
    let expected = [event("2021"), event("2022"), event("2023"), event("soon")].join("\n");
    assert_eq!(formatted(&file).unwrap(), expected);
}

#[test]
fn instants_are_ordered_by_what_they_are() {
    let event = |date: &str| format!("[[event]]\ndate = \"{date}\"\ntitle = \"T\"\n");
    let (late, early) = (event("2024-01-01T10:00Z"), event("2024-01-01T18:00+09:00"));
    assert_eq!(formatted(&format!("{late}\n{early}")).unwrap(), format!("{early}\n{late}"));
}

#[test]
fn the_great_example_is_laid_out_and_says_the_same_however_it_was_written() {
    assert!(formatted(crate::support::BUILT_IN).unwrap() == crate::support::BUILT_IN, "annalist fmt events.toml");
    let tables: toml::Table = crate::support::BUILT_IN.parse().unwrap();
    let written = toml::to_string(&tables).unwrap();
    let laid_out = formatted(&written).unwrap();
    assert!(TimelineDiff::between(&timeline(crate::support::BUILT_IN), &timeline(&laid_out)).is_empty());
}

#[test]
fn what_annalist_writes_is_laid_out() {
    let timeline = timeline(crate::support::BUILT_IN);
    let events: Vec<EventIndex> = timeline.indices().collect();
    let marks = Marks::default();
    let all =
        EventSelection { timeline: &timeline, events: &events, marks: &marks, lang: Lang::En, query: "", screen: None };
    let toml = written(all, OutputFormat::Toml);
    // But for the lists that are too long for a line.
    let laid_out = formatted(&toml).unwrap().replace("[\n  ", "[").replace(",\n  ", ", ").replace(",\n]", "]");
    assert!(laid_out == toml);
}

#[test]
fn line_ends_stay_and_a_byte_order_mark_goes() {
    let file = "\u{FEFF}[[event]]\r\ntitle = \"T\" \r\ndate = \"2021\"";
    assert_eq!(formatted(file).unwrap(), "[[event]]\r\ndate = \"2021\"\r\ntitle = \"T\"\r\n");
    assert_eq!(formatted("").unwrap(), "");
    assert_eq!(formatted("\n\n# nothing\n\n\n# at all\n\n").unwrap(), "# nothing\n\n# at all\n");
}

#[test]
fn what_is_no_toml_is_named_at_its_place() {
    let error = formatted("[[event]]\ndate = 2021\ntitle = \"T\n").unwrap_err();
    assert!(matches!(error, FormatError::Syntax { position, .. } if position.line == 3), "{error}");
    assert!(formatted("[timeline]\n[timeline]\n").is_err());
    let deep = format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(formatted(&deep).is_err());
}

/// A file that is written as bytes say.
struct Maker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    text: String,
    line_end: &'static str,
    /// So many values have been written: each is another one.
    values: usize,
}

impl Maker<'_> {
    fn file(bytes: &[u8]) -> String {
        let mut maker = Maker { bytes: bytes.iter(), text: String::new(), line_end: "\n", values: 0 };
        maker.line_end = maker.one(&["\n", "\n", "\r\n"]);
        let mark = maker.one(&["", "", "\u{FEFF}"]);
        let directive = maker.one(&["", "#:schema ./x.json"]);
        maker.line(directive);
        if maker.next(4) == 0 {
            maker.entry("list");
        }
        let mut has_event = false;
        let mut has_extra = true;
        for at in 0..maker.next(8) {
            match maker.next(if has_event { 7 } else { 4 }) {
                0 if at == 0 => maker.table("[timeline]", &["title", "zone", "window", "mood"]),
                0 => maker.table(&format!("[own{at}]"), &["a", "'b c'", "c.d", "c.e"]),
                1 => maker.table("[[lane]]", &["name", "id", "about", "mine"]),
                2 | 3 => {
                    maker.table(
                        "[[event]]",
                        &["title", "date", "end", "areas", "people", "more.a", "more.b", "note", "lane", "id"],
                    );
                    (has_event, has_extra) = (true, false);
                }
                4 => maker.table("[[event.quote]]", &["text", "speaker", "lang", "mine"]),
                5 => maker.table(" [[ event . source ]]", &["url", "title", "primary"]),
                _ if has_extra => maker.table("[[event.\"people\"]]", &[]),
                _ => {
                    maker.table("[event.extra]", &["x", "y"]);
                    has_extra = true;
                }
            }
        }
        maker.comment();
        format!("{mark}{}", maker.text)
    }

    fn next(&mut self, below: usize) -> usize {
        self.bytes.next().map_or(0, |byte| usize::from(*byte)) % below
    }

    fn one<'t>(&mut self, all: &[&'t str]) -> &'t str {
        all[self.next(all.len())]
    }

    fn line(&mut self, text: &str) {
        self.text += text;
        self.text += self.line_end;
    }

    /// Perhaps a comment, perhaps lines without anything.
    fn comment(&mut self) {
        for _ in 0..self.next(3) {
            let text = self.one(&["", "", "# a comment", "  # 註", "\t", "#"]);
            self.line(text);
        }
    }

    fn table(&mut self, header: &str, keys: &[&str]) {
        self.comment();
        let behind = self.one(&["", " ", " # behind the header"]);
        self.line(&format!("{header}{behind}"));
        let from = self.next(keys.len().max(1));
        for at in 0..keys.len() {
            if self.next(3) > 0 {
                self.entry(keys[(from + at) % keys.len()]);
            }
        }
        self.comment();
    }

    fn entry(&mut self, key: &str) {
        self.comment();
        let value = match key {
            "date" | "end" => self
                .one(&["\"2021\"", "2022-03-01", "1999", "\"soon\"", "2021-01-01 10:00:00Z", "'2023/..'"])
                .to_owned(),
            "zone" => "\"UTC\"".to_owned(),
            "primary" => "true".to_owned(),
            _ => self.value(2),
        };
        // Above each value stands a comment of its own.
        self.values += 1;
        let (indent, name) = (self.one(&["", "  "]), format!("# above {}", self.values));
        self.line(&format!("{indent}{name}"));
        let sign = self.one(&[" = ", "=", "   =  "]);
        let behind = self.one(&["", "  ", " # behind a value"]);
        self.line(&format!("{indent}{key}{sign}{value}{behind}"));
    }

    fn value(&mut self, depth: usize) -> String {
        let values = if depth == 0 { 8 } else { 11 };
        match self.next(values) {
            0 => "\"a # b\"".to_owned(),
            1 => "'c'".to_owned(),
            2 => "7".to_owned(),
            3 => "1979-05-27".to_owned(),
            4 => "nan".to_owned(),
            5 => format!("\"\"\"{}two  {}lines\"\"\"", self.line_end, self.line_end),
            6 => "'''\n[[lane]]\n# no comment'''".to_owned(),
            7 => "\"\"".to_owned(),
            8 => {
                let pairs: Vec<String> = ["role", "name", "z"]
                    .iter()
                    .take(self.next(4))
                    .map(|key| format!("{key} ={}", self.value(depth - 1)))
                    .collect();
                format!("{{{}}}", pairs.join(","))
            }
            _ => {
                let mut list = "[".to_owned();
                for _ in 0..self.next(5) {
                    list += self.one(&["", " ", "\n  # above a value\n", "\n", "\r\n\r\n"]);
                    list += &self.value(depth - 1);
                    list += self.one(&[",", " ,", ", # behind a value\n", " # before a comma\n,"]);
                }
                list += self.one(&["", "\n", " # at the end\n"]);
                list + "]"
            }
        }
    }
}

/// How often each comment stands in a file.
fn comments(text: &str) -> Vec<usize> {
    let all = [
        "#:schema ./x.json",
        "# a comment",
        "# 註",
        "# behind the header",
        "# behind a value",
        "# before a comma",
        "# at the end",
    ];
    let own = (1..100).map(|at| format!("# above {at}\n"));
    let text = text.replace('\r', "");
    all.into_iter().map(str::to_owned).chain(own).map(|comment| text.matches(&comment).count()).collect()
}

/// Whether a quote of an event stands below another table: it is no part of the event to the reader, but it is to TOML.
fn is_split(text: &str) -> bool {
    let mut is_event = false;
    text.lines().map(|line| line.trim().replace(' ', "")).any(|line| {
        let is_header = line.starts_with('[') && (line.ends_with(']') || line.contains("]#"));
        if is_header && !line.starts_with("[[event.") && !line.starts_with("[event.") {
            is_event = line.starts_with("[[event]]");
            return false;
        }
        is_header && !is_event
    })
}

/// Which value each comment of its own stands above.
fn owners(text: &str) -> BTreeMap<String, String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let owned = lines.iter().enumerate().filter(|(_, line)| line.starts_with("# above ") && !line.ends_with("value"));
    owned
        .map(|(at, line)| {
            let below = lines[at + 1..].iter().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap();
            ((*line).to_owned(), below.split('=').next().unwrap().trim().to_owned())
        })
        .collect()
}

/// What a file says, its events in no order.
fn said(text: &str) -> (Vec<String>, String) {
    let mut table: toml::Table = text.parse().unwrap();
    let mut events: Vec<String> = match table.remove("event") {
        Some(toml::Value::Array(events)) => events.iter().map(|event| format!("{event:?}")).collect(),
        other => vec![format!("{other:?}")],
    };
    events.sort();
    (events, format!("{table:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_what_is_laid_out_stays(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let file = Maker::file(&bytes);
        let bare = file.strip_prefix('\u{FEFF}').unwrap_or(&file);
        prop_assume!(bare.parse::<toml::Table>().is_ok());
        let laid_out = formatted(&file).unwrap();
        prop_assert_eq!(formatted(&laid_out).unwrap(), laid_out.as_str(), "{}\n---\n{}", bare, laid_out);
        prop_assert_eq!(said(bare), said(&laid_out));
        prop_assert_eq!(comments(bare), comments(&laid_out));
        prop_assert_eq!(owners(bare), owners(&laid_out));
        let (before, after) = (timeline(bare), timeline(&laid_out));
        let diff = TimelineDiff::between(&before, &after);
        prop_assert!(diff.is_empty() || is_split(bare), "{:?}\n{}\n---\n{}", diff, bare, laid_out);
        let places = after.events_as_read().map(|event| event.date.as_written().to_owned());
        let sorted = after.events().map(|event| event.date.as_written().to_owned());
        prop_assert!(places.eq(sorted), "{}", laid_out);
    }
}

#[test]
fn most_of_the_files_that_are_made_are_toml_with_events_and_comments() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let bytes = prop::collection::vec(any::<u8>(), 0..400);
    let made: Vec<String> = (0..300).map(|_| Maker::file(&bytes.new_tree(&mut runner).unwrap().current())).collect();
    let sound = made.iter().filter(|file| file.trim_start_matches('\u{FEFF}').parse::<toml::Table>().is_ok()).count();
    assert!(sound > 200, "{sound} of 300");
    for part in [
        "[[event.quote]]",
        "[event.extra]",
        "more.b",
        "# behind",
        "\r\n",
        "\u{FEFF}",
        "\"\"\"",
        "{role",
        "# before a comma",
    ] {
        assert!(made.iter().filter(|file| file.contains(part)).count() > 5, "{part:?}");
    }
}

/// A file in a folder of its own.
fn file(name: &str, text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    let name = path.to_str().unwrap().to_owned();
    (folder, name)
}

#[test]
fn a_file_is_laid_out_in_place_and_check_names_those_that_would_change() {
    let (_folder, messy) = file("messy.toml", MESSY);
    let (_other, tidy) = file("tidy.toml", TIDY);
    let output = annalist(&["fmt", "--check", &messy, &tidy]);
    ends(&output, 1);
    assert_eq!((out(&output), errors(&output)), (format!("{messy}\n"), String::new()));
    assert_eq!(fs::read_to_string(&messy).unwrap(), MESSY, "nothing is written");
    let output = annalist(&["fmt", &messy, &tidy]);
    ends(&output, 0);
    assert_eq!((out(&output), errors(&output)), (String::new(), String::new()));
    assert_eq!(fs::read_to_string(&messy).unwrap(), formatted(MESSY).unwrap());
    ends(&annalist(&["fmt", "--check", &messy, &tidy]), 0);
    ends(&annalist(&["diff", &messy, &messy]), 0);
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_its_place_and_stays_as_it_is() {
    let broken = "[[event]]\ntitle = \"T\ndate = 2021\n";
    let (_folder, name) = file("broken.toml", broken);
    let (_other, messy) = file("messy.toml", MESSY);
    let output = annalist(&["fmt", &name, &messy]);
    ends(&output, 2);
    assert!(errors(&output).contains(&format!("{name}:2:")), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&name).unwrap(), broken);
    assert_eq!(fs::read_to_string(&messy).unwrap(), formatted(MESSY).unwrap(), "the other one is laid out");
    for (name, text, what) in
        [("a.json", "[{\"date\":\"2021\",\"title\":\"T\"}]", "JSON"), ("a.ics", "BEGIN:VCALENDAR\n", "a calendar")]
    {
        let (_folder, name) = file(name, text);
        let output = annalist(&["fmt", &name]);
        ends(&output, 2);
        assert!(errors(&output).contains(&format!("fmt is for TOML, and this is {what}")), "{}", errors(&output));
    }
}

#[test]
fn it_is_a_filter_too() {
    let output = with_input(&["fmt", "-"], MESSY.as_bytes());
    ends(&output, 0);
    assert_eq!(out(&output), formatted(MESSY).unwrap());
    let output = with_input(&["fmt", "--check", "-"], MESSY.as_bytes());
    ends(&output, 1);
    assert_eq!(out(&output), "standard input\n");
}

#[test]
fn a_link_stays_a_link_and_rights_stay_as_they_are() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, name) = file("messy.toml", MESSY);
    fs::set_permissions(&name, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.toml");
    symlink(&name, &link).unwrap();
    ends(&annalist(&["fmt", link.to_str().unwrap()]), 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&name).unwrap(), formatted(MESSY).unwrap());
    assert_eq!(fs::metadata(&name).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_file_with_another_name_is_not_parted_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = (folder.path().join("a.toml"), folder.path().join("b.toml"));
    fs::write(&file, MESSY).unwrap();
    fs::hard_link(&file, &other).unwrap();
    let ended = annalist(&["fmt", file.to_str().unwrap()]);
    assert_eq!(ended.status.code(), Some(3));
    assert!(errors(&ended).contains("it has another name"), "{}", errors(&ended));
    assert_eq!(fs::read_to_string(&file).unwrap(), MESSY);
    fs::remove_file(&other).unwrap();
    assert_eq!(annalist(&["fmt", file.to_str().unwrap()]).status.code(), Some(0));
    assert_ne!(fs::read_to_string(&file).unwrap(), MESSY);
}

#[test]
fn tables_of_many_names_are_laid_out_in_time() {
    let text: String = (0..40_000).map(|at| format!("[table{at}]\nkey = 1\n")).collect();
    let begun = std::time::Instant::now();
    assert!(formatted(&text).is_ok());
    // To look at all tables before for each of them takes ten times as long.
    assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn a_comment_for_editors_that_comes_to_the_top_stays_there() {
    let text = "[[event]]\ndate = \"2022\"\ntitle = \"b\"\n\n#:schema x\n# and more\n[[event]]\ndate = \"2021\"\ntitle = \"a\"\n";
    let once = formatted(text).unwrap();
    assert!(once.starts_with("#:schema x\n"), "{once}");
    assert_eq!(formatted(&once).unwrap(), once);
}
