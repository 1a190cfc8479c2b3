//! The built program at a prompt and in pipes: what it prints where, and how it ends.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";
const GOOD: &str = "[[event]]\ndate = \"2023-01-06\"\ntitle = \"Signed\"\ntitle_ja = \"署名\"\nlane = \"a\"\n";
const IMPOSSIBLE: &str =
    "[[event]]\ndate = \"2023-02-30\"\ntitle = \"Never\"\n\n[[event]]\ndate = \"2023-03-01\"\ntitle = \"Spring\"\n";

pub(crate) fn annalist(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
    command.env_remove("HOME").env_remove("XDG_CONFIG_HOME").env_remove("XDG_STATE_HOME");
    command.args(arguments).stdin(Stdio::null()).output().unwrap()
}

pub(crate) fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[track_caller]
pub(crate) fn ends(output: &Output, code: i32) {
    assert_eq!(output.status.code(), Some(code), "{}{}", out(output), errors(output));
}

/// A file in a folder of its own, which goes with the folder.
pub(crate) fn file(name: &str, text: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    (folder, path)
}

pub(crate) fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The message is one line, without anything that a broken screen would leave.
#[track_caller]
fn one_line(output: &Output) {
    let errors = errors(output);
    assert!(errors.lines().count() == 1 && errors.starts_with("annalist: "), "{errors:?}");
    assert!(!errors.contains('\u{1b}') && output.stdout.is_empty(), "{output:?}");
}

#[test]
fn in_a_pipe_it_prints_a_line_an_event() {
    let events = annalist::load::timeline(crate::support::BUILT_IN.into()).timeline.len();
    for arguments in [&[][..], &["-f", "plain"], &["--format", "plain", "--theme", "light", "--ascii"]] {
        let output = annalist(arguments);
        ends(&output, 0);
        assert_eq!(out(&output).lines().count(), events);
        assert!(output.stderr.is_empty() && !out(&output).contains('\u{1b}'));
    }
    let printed = out(&annalist(&[]));
    let line = printed.lines().find(|line| line.starts_with("2023-01-06")).unwrap();
    assert!(line.contains("US–Japan") && line.contains("DHS and METI sign"), "{line}");
    assert!(printed.lines().any(|line| line.starts_with("2022-10 ")), "{printed}");
}

#[test]
fn it_prints_in_the_language_that_is_asked_for() {
    let japanese = out(&annalist(&["--lang", "ja"]));
    assert!(japanese.contains("日米") && japanese.contains("経産省と米国土安全保障省"), "{japanese}");
    assert!(!japanese.contains("DHS and METI sign"));
    let both = out(&annalist(&["--lang", "both"]));
    assert!(both.contains("DHS and METI sign") && both.contains("経産省と米国土安全保障省"), "{both}");
}

#[test]
fn what_is_no_text_is_named_wherever_it_comes_from() {
    let xz = [&b"\xFD7zXZ\0\0\x04\xE6\xD6\xB4\x46"[..], &[0x93, 0x01, 0xE3, 0x0A].repeat(200_000)].concat();
    let utf32: Vec<u8> =
        "\u{FEFF}{\"date\":\"2020\",\"title\":\"a\"}\n".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    for (bytes, why) in [
        (xz.as_slice(), "xz: `xzcat FILE | annalist -`"),
        (xz.get(..100).unwrap(), "xz: `xzcat FILE | annalist -`"),
        (&utf32, "UTF-32, not UTF-8: `iconv"),
        (b"PAR1\x15\x04\x15\x10\x15\x02L\x15\0\0\x01\x02", "a Parquet table (parquet); a query reads it: `duckdb"),
        (b"0 HEAD\n1 SOUR X\n", "this is GEDCOM, which is not read; write its events as CSV"),
        (&[0; 700_000], "NUL"),
        (b"\x01\x02\x03\x04\xFF".repeat(200_000).as_slice(), "a binary file"),
    ] {
        let (_folder, file) = file("events.jsonl", bytes);
        let mut all = vec![annalist(&[path(&file)]), annalist(&["check", path(&file)])];
        all.push(with_input(&["check", "-"], bytes.get(..bytes.len().min(60_000)).unwrap()));
        for output in all {
            ends(&output, 2);
            one_line(&output);
            assert!(errors(&output).contains(why), "{}", errors(&output));
        }
    }
}

#[test]
fn what_the_memory_has_no_room_for_is_said_to_be_left_out() {
    let rest = " and so on".repeat(50);
    let line = |at: usize| format!("{{\"date\":\"2020\",\"title\":\"Number {at}{rest}\"}}\n");
    let (_folder, file) = file("many.jsonl", (0..20_000).map(line).collect::<String>().as_bytes());
    for arguments in [&["--memory", "8", path(&file)][..], &["check", "--memory", "8", path(&file)]] {
        let output = annalist(arguments);
        ends(&output, 1);
        let said = out(&output) + &errors(&output);
        assert!(said.contains("is not read: it would take more than --memory"), "{}", errors(&output));
        assert!(!said.contains("20000 events") && !said.contains("Number 19999"));
    }
    ends(&annalist(&["check", path(&file)]), 0);
}

#[test]
fn of_very_many_lanes_the_late_ones_are_one_and_that_is_said() {
    // In a file that is read whole, and in one that is read in parts.
    for title in ["a", &"a".repeat(100)] {
        let line = |at: usize| format!("{{\"date\":\"2020\",\"title\":\"{title}\",\"lane\":\"{at}\"}}\n");
        let (_folder, file) = file("many.jsonl", (0..70_000).map(line).collect::<String>().as_bytes());
        let said = out(&annalist(&["check", path(&file)]));
        assert!(said.contains("more than 65535 lanes: those that come later are one, `…`"), "{said}");
    }
}

#[test]
fn nul_bytes_between_lines_cost_no_event() {
    let line = "{\"date\":\"2020\",\"title\":\"Kept\"}\n";
    let torn = [line.as_bytes(), &[0; 4096], b"\n", line.as_bytes()].concat();
    let (_folder, file) = file("torn.jsonl", &torn);
    let output = annalist(&[path(&file)]);
    ends(&output, 1);
    assert_eq!(out(&output).matches("Kept").count(), 2);
}

#[test]
fn a_reader_that_has_heard_enough_is_no_error() {
    let event = |n: usize| format!("[[event]]\ndate = \"{:04}\"\ntitle = \"Year {n} of many, told at length\"\n", n);
    let many: String = (1..8_000).map(event).collect();
    let (_folder, file) = file("many.toml", many.as_bytes());
    let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
    let mut child = command.arg(&file).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    let mut reader = BufReader::with_capacity(64, child.stdout.take().unwrap());
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let output = child.wait_with_output().unwrap();
    assert!(first.starts_with("0001  "), "{first}");
    ends(&output, 0);
    assert_eq!(errors(&output), "");
}

#[test]
fn an_event_that_is_not_there_is_wrong_use() {
    ends(&annalist(&["--select", MEMORANDUM]), 0);
    let output = annalist(&["--select", "2023-01-06-dhs-meti-mou"]);
    ends(&output, 2);
    one_line(&output);
    assert!(errors(&output).contains(&format!("did you mean `{MEMORANDUM}`?")), "{}", errors(&output));
    let output = annalist(&["--select", "zzz\u{1b}[2J"]);
    ends(&output, 2);
    one_line(&output);
    assert!(!errors(&output).contains("did you mean"));
}

#[test]
fn an_option_that_is_not_there_is_wrong_use() {
    for arguments in [&["--colour-me"][..], &["--lang", "fr"], &["-f", "pdf"], &["--theme", "../pink"]] {
        let output = annalist(arguments);
        ends(&output, 2);
        assert!(output.stdout.is_empty() && errors(&output).contains("error:"), "{arguments:?}");
    }
    assert!(errors(&annalist(&["--asci"])).contains("--ascii"));
}

#[test]
fn it_says_what_it_is() {
    let version = annalist(&["--version"]);
    ends(&version, 0);
    assert_eq!(out(&version).trim_end(), concat!("annalist ", env!("CARGO_PKG_VERSION")));
    let help = annalist(&["--help"]);
    ends(&help, 0);
    for word in ["check", "--format", "--theme", "--ascii", "--lang", "--select", "--help", "--version", "[[event]]"] {
        assert!(out(&help).contains(word), "{word} is not in\n{}", out(&help));
    }
    assert!(help.stderr.is_empty());
    ends(&annalist(&["check", "--help"]), 0);
}

#[test]
fn check_says_that_a_file_is_in_order() {
    let output = annalist(&["check"]);
    ends(&output, 0);
    assert!(out(&output).contains("0 errors, 0 warnings"), "{}", out(&output));
    let (_folder, good) = file("good.toml", GOOD.as_bytes());
    let output = annalist(&["check", path(&good)]);
    ends(&output, 0);
    assert!(out(&output).contains("good.toml: 1 event, 0 errors, 0 warnings"), "{}", out(&output));
    ends(&with_input(&["check", "-"], GOOD.as_bytes()), 0);
}

#[test]
fn check_names_place_line_and_way_out() {
    let (_folder, bad) = file("bad.toml", IMPOSSIBLE.as_bytes());
    let output = annalist(&["check", path(&bad)]);
    ends(&output, 1);
    let report = out(&output);
    for part in ["bad.toml:2:", "date = \"2023-02-30\"", "^", "1 event, 1 error, 0 warnings"] {
        assert!(report.contains(part), "{part} is not in\n{report}");
    }
    let lane = "[[lane]]\nid = \"us-japan\"\n[[event]]\ndate = \"2023\"\ntitle = \"A\"\nlane = \"us-jaapn\"\ntitel_ja = \"x\"\n";
    let output = with_input(&["check", "-"], lane.as_bytes());
    ends(&output, 0);
    let report = out(&output);
    for part in ["standard input:6:", "did you mean `us-japan`?", "standard input:7:", "did you mean `title_ja`?"] {
        assert!(report.contains(part), "{part} is not in\n{report}");
    }
}

#[test]
fn check_goes_through_all_files_and_ends_with_the_worst() {
    let (_bad_folder, bad) = file("bad.toml", IMPOSSIBLE.as_bytes());
    let (_good_folder, good) = file("good.toml", GOOD.as_bytes());
    let output = annalist(&["check", path(&bad), path(&good)]);
    ends(&output, 1);
    assert!(out(&output).contains("good.toml: 1 event"), "{}", out(&output));
    let output = annalist(&["check", "no-such-file.toml", path(&good)]);
    ends(&output, 2);
    assert!(out(&output).contains("good.toml: 1 event"));
    ends(&annalist(&["check", path(&bad), "no-such-file.toml"]), 2);
    ends(&annalist(&["check", "no-such-file.toml", path(&bad)]), 2);
}

#[test]
fn what_is_sound_is_printed_and_the_rest_is_named() {
    let (_folder, bad) = file("bad.toml", IMPOSSIBLE.as_bytes());
    let output = annalist(&[path(&bad)]);
    ends(&output, 1);
    assert_eq!(out(&output), "2023-03-01  Spring\n");
    assert!(errors(&output).contains("bad.toml:2:"), "{}", errors(&output));
}

#[test]
fn standard_input_is_a_file_too() {
    let output = with_input(&["-"], GOOD.as_bytes());
    ends(&output, 0);
    assert_eq!(out(&output), "2023-01-06  a  Signed\n");
    let output = with_input(&["-", "--lang", "ja"], GOOD.as_bytes());
    assert_eq!(out(&output), "2023-01-06  a  署名\n");
}

#[test]
fn what_is_no_timeline_gets_one_clear_message() {
    let folder = tempfile::tempdir().unwrap();
    let output = annalist(&[path(folder.path())]);
    ends(&output, 2);
    one_line(&output);
    assert!(errors(&output).contains("directory"));

    let missing = folder.path().join("missing.toml");
    let output = annalist(&[path(&missing)]);
    ends(&output, 2);
    one_line(&output);
    assert!(errors(&output).contains("missing.toml") && errors(&output).contains("file not found"));

    let (_folder, empty) = file("empty.toml", b"");
    for arguments in [&["check", path(&empty)][..], &[path(&empty)]] {
        let output = annalist(arguments);
        ends(&output, 1);
        let said = out(&output) + &errors(&output);
        assert!(said.contains("no events") && said.contains("empty.toml") && said.contains("[[event]]"), "{said}");
    }

    let (_folder, binary) = file("binary.toml", b"\xfd\xfe\x00\x01[[event]]");
    for arguments in [&["check", path(&binary)][..], &[path(&binary)]] {
        let output = annalist(arguments);
        ends(&output, 1);
        let said = out(&output) + &errors(&output);
        assert!(said.contains("not UTF-8") && said.contains("binary.toml:1:1"), "{said}");
        assert!(!said.contains('\0'), "{said:?}");
    }
}

#[test]
fn a_name_that_acts_is_written_harmlessly() {
    let name = "time\u{1b}]0;owned\u{7}\u{202E}.toml";
    let (_folder, bad) = file(name, IMPOSSIBLE.as_bytes());
    for arguments in [&["check", path(&bad)][..], &[path(&bad)], &["no\u{1b}[2Jfile"]] {
        let output = annalist(arguments);
        let said = out(&output) + &errors(&output);
        assert!(said.contains('\u{FFFD}'), "{said}");
        assert!(!said.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202E}'), "{said:?}");
    }
}

#[test]
fn an_event_without_a_date_is_named() {
    let output = with_input(&["check", "-"], b"[[event]]\ntitle = \"No date\"\n");
    ends(&output, 1);
    assert!(out(&output).contains("an event needs a date"), "{}", out(&output));
}

#[test]
fn a_query_filters_what_is_printed() {
    let output = annalist(&["-q", "lane:uk-japan has:quote 2023..", "--format", "plain"]);
    ends(&output, 0);
    let document: toml::Table = crate::support::BUILT_IN.parse().unwrap();
    let events: Vec<&toml::Value> = document["event"].as_array().unwrap().iter().collect();
    let is_late = |event: &&&toml::Value| event["date"].as_str().unwrap() >= "2023";
    let british =
        events.iter().filter(|event| event["lane"].as_str() == Some("uk-japan") && event.get("quote").is_some());
    assert_eq!(out(&output).lines().count(), british.filter(is_late).count());
    let excluded = annalist(&["--query=-has:quote"]);
    let without = events.iter().filter(|event| event.get("quote").is_none());
    assert_eq!(out(&excluded).lines().count(), without.count());
    assert_eq!(out(&annalist(&["-q", "-has:quote"])), out(&excluded));
}

#[test]
fn what_is_printed_is_what_the_view_would_show() {
    let printed = |arguments: &[&str]| {
        let output = annalist(arguments);
        ends(&output, 0);
        out(&output)
    };
    // In a window lie those that touch it: by the years that their dates begin with, 2022 has 30 and many spans.
    let of_2022 = printed(&["-w", "2022"]);
    let all = printed(&[]);
    let begins = |line: &&str| line.starts_with("2022");
    assert_eq!(of_2022.lines().filter(begins).count(), all.lines().filter(begins).count());
    let touches = |line: &str| {
        line.starts_with("2022")
            || line.split_whitespace().next().is_some_and(|date| date.contains('/') || date.len() == 4)
    };
    assert!(of_2022.lines().all(touches), "{of_2022}");
    assert_eq!(
        printed(&["-w", "2022-10/2023-01", "-f", "plain"]).lines().filter(|line| line.starts_with("2021")).count(),
        0
    );
    assert_eq!(printed(&["-w", "1900", "-f", "plain"]), "");
    // A view prints what it is about.
    assert_eq!(printed(&["--view", "quotes", "-f", "plain"]), printed(&["-q", "has:quote"]));
    assert_eq!(printed(&["--view", "matrix", "-f", "plain"]), all);
    let lane = |id: &str| printed(&["-q", &format!("lane:{id}")]).lines().count();
    let compared = printed(&["--view", "compare", "--compare", "lane:us-japan vs lane:uk-japan"]);
    assert_eq!(compared.lines().count(), lane("us-japan") + lane("uk-japan"));
    let linked = "[[event]]\ndate = \"2020\"\ntitle = \"First\"\nid = \"a\"\n[[event]]\ndate = \"2021\"\ntitle = \"Second\"\n\
                  follows = [\"a\"]\n[[event]]\ndate = \"2022\"\ntitle = \"Alone\"\n";
    let threads = with_input(&["--view", "threads", "-"], linked.as_bytes());
    assert_eq!(out(&threads), "2020  First\n2021  Second\n");
}

#[test]
fn clock_times_are_printed_in_the_zone_that_is_asked_for() {
    const LOG: &str = "{\"date\":\"2024-04-04T08:13:43.5+09:00\",\"title\":\"Nine hours ahead\"}\n\
                       {\"date\":\"2024-04-04 00:10Z\",\"title\":\"Past midnight\"}\n\
                       {\"date\":\"2024-04-04T09:00:00,25\",\"title\":\"By some clock\"}\n";
    let zoned = |arguments: &[&str]| {
        let output = with_input(arguments, LOG.as_bytes());
        ends(&output, 0);
        let line = |line: &str| line.split_once("  ").unwrap().0.trim().to_owned();
        out(&output).lines().map(line).collect::<Vec<_>>()
    };
    // Two offsets in a file: its clock is that of UTC.
    let utc = ["2024-04-03T23:13:43.5Z", "2024-04-04T00:10Z", "2024-04-04T09:00:00,25"];
    assert_eq!(zoned(&["-"]), utc);
    assert_eq!(zoned(&["-", "--zone", "UTC", "-f", "plain"]), utc);
    let tokyo = ["2024-04-04T08:13:43.5+09:00", "2024-04-04T09:00:00,25", "2024-04-04T09:10+09:00"];
    assert_eq!(zoned(&["-", "--zone", "+09:00", "-f", "plain"]), tokyo);
    let written = ["2024-04-04T08:13:43.5+09:00", "2024-04-04 00:10Z", "2024-04-04T09:00:00,25"];
    assert_eq!(zoned(&["-", "--zone", "as-written"]), written);
    assert_eq!(zoned(&["-", "--zone=-05:00"])[0], "2024-04-03T18:13:43.5-05:00");
    // What the timeline asks for comes after what the command line does; so does the configuration.
    let toml = "[timeline]\nzone = \"+09:00\"\n[[event]]\ndate = 2024-04-04T00:00:00Z\ntitle = \"A\"\n";
    assert!(out(&with_input(&["-"], toml.as_bytes())).starts_with("2024-04-04T09:00:00+09:00"));
    assert!(out(&with_input(&["-", "--zone", "UTC"], toml.as_bytes())).starts_with("2024-04-04T00:00:00Z"));
    let (_folder, config) = file("config.toml", b"zone = \"-05:00\"\n");
    assert!(
        out(&with_input(&["-", "--config", path(&config)], toml.as_bytes())).starts_with("2024-04-03T19:00:00-05:00")
    );
    let output = annalist(&["--zone", "Mars"]);
    ends(&output, 2);
    assert!(errors(&output).contains("no zone; write UTC, local, as-written or an offset such as +09:00"));
}

#[test]
fn an_impossible_query_says_why_with_a_caret() {
    let output = annalist(&["-q", "制御 are:ics"]);
    ends(&output, 2);
    let expected = "annalist: --query: no field `are`, did you mean `area`?\n  制御 are:ics\n       ^^^\n";
    assert_eq!(errors(&output), expected);
    for (text, words) in [
        ("date:2023-02-30", "February 2023 has 28 days"),
        ("area:defnse", "`area:` knows no `defnse`, did you mean `defense`?"),
        ("(nisc", "unclosed `(`"),
    ] {
        let output = annalist(&["-q", text]);
        ends(&output, 2);
        assert!(errors(&output).contains(words), "{}", errors(&output));
    }
    let output = annalist(&["--window", "2023-13"]);
    ends(&output, 2);
    assert!(errors(&output).contains("--window: 2023-13:"), "{}", errors(&output));
    ends(&annalist(&["--compare", "nisc"]), 2);
}

#[test]
fn old_names_are_read_and_named() {
    let new = annalist(&["--view", "compare", "--compare", "nisc vs dhs"]);
    let old = annalist(&["--view", "step", "--sides", "nisc vs dhs"]);
    ends(&old, 0);
    assert_eq!(out(&old), out(&new), "the old names mean the same");
    assert_eq!(errors(&new), "");
    let told = errors(&old);
    assert!(told.contains("the option `--sides` is called `--compare` now"), "{told}");
    assert!(told.contains("the view `step` is called `compare` now"), "{told}");
    ends(&annalist(&["--sides", "nisc vs dhs", "--compare", "nisc vs dhs"]), 2);
}

#[test]
fn the_configuration_is_printed_and_its_faults_are_named() {
    let output = annalist(&["config"]);
    ends(&output, 0);
    assert_eq!(out(&output), annalist::config::DEFAULT_CONFIG);
    let (_folder, file) = file("config.toml", b"theme = \"dark\"\nmouze = true\n");
    let output = annalist(&["--config", path(&file)]);
    ends(&output, 2);
    one_line(&output);
    assert!(errors(&output).contains("config.toml:2:1: there is no setting `mouze`; did you mean `mouse`?"));
    ends(&annalist(&["--config", "/no/such/file"]), 2);
}

/// Runs it with standard output on a disk that is full.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_no_success() {
    let (_folder, good) = file("good.toml", GOOD.as_bytes());
    for arguments in [
        &[][..],
        &["check"],
        &["check", path(&good)],
        &["config"],
        &["-f", "plain"],
        &[path(&good)],
        &["--help"],
        &["check", "--help"],
        &["--version"],
    ] {
        let run = |out: Stdio| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
            command.args(arguments).stdin(Stdio::null()).stdout(out).output().unwrap()
        };
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = run(full.into());
        ends(&output, 3);
        assert!(errors(&output).contains("standard output: No space left"), "{arguments:?}: {}", errors(&output));
        // A pipe that nobody reads is no error.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = run(writer.into());
        ends(&output, 0);
        assert_eq!(errors(&output), "");
    }
}

#[test]
fn what_is_typed_wrong_is_repeated_harmlessly() {
    let acts = "\u{1b}]0;owned\u{7}\u{202E}";
    for arguments in [
        &[&*format!("--{acts}")][..],
        &["--theme", acts],
        &["--view", acts],
        &["--memory", acts],
        &["check", &format!("-{acts}")],
        &[acts, "a"],
        &["--query", &format!("lane:{acts}")],
        &["--window", acts],
        &["--config", acts],
        &["--select", acts],
    ] {
        let output = annalist(arguments);
        ends(&output, 2);
        let said = errors(&output);
        assert!(said.contains('\u{FFFD}'), "{arguments:?}: {said}");
        assert!(!said.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202E}'), "{arguments:?}: {said:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_configuration_that_is_no_file_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for config in [path(&pipe), "/dev/zero", "/dev/null", path(folder.path())] {
        let output = annalist(&["--config", config]);
        ends(&output, 2);
        one_line(&output);
        assert!(errors(&output).contains("this is no regular file"), "{config}: {}", errors(&output));
    }
}

#[test]
fn a_file_in_which_nothing_can_be_read_says_why() {
    let lines = "{\"when\":\"2023-05-01\",\"label\":\"Talks\"}\n".repeat(3);
    // Which fields are meant is not to be guessed.
    let native = "--input-format=json";
    for (name, text) in [("a.jsonl", lines.as_str()), ("b.json", "[]"), ("c.toml", "# nothing\n"), ("d.jsonl", "")] {
        let (_folder, file) = file(name, text.as_bytes());
        for arguments in [&["check"][..], &[], &["-f", "plain"]] {
            let own = if name == "c.toml" { &[][..] } else { &[native] };
            let output = annalist(&[arguments, own, &[path(&file)]].concat());
            ends(&output, 1);
            let said = out(&output) + &errors(&output);
            assert!(said.contains("needs a date and a title"), "{said}");
            assert_eq!(said.contains("rename `when` to `date` and `label` to `title`"), name == "a.jsonl", "{said}");
        }
    }
}

#[test]
fn json_that_does_not_go_by_lines_is_read_however_long_it_is() {
    let event = "  {\n    \"date\": \"2023-05-01\",\n    \"title\": \"Talks in a town, told at some length\"\n  }";
    for text in [
        format!("[\n{}\n]\n", vec![event; 20_000].join(",\n")),
        format!("{{\"events\":[{}]}}", vec![event.replace('\n', ""); 20_000].join(",")),
    ] {
        let (_folder, long) = file("long.json", text.as_bytes());
        let output = annalist(&["-f", "plain", path(&long)]);
        ends(&output, 0);
        assert_eq!(out(&output).lines().count(), 20_000);
    }
}
