//! Tables on the command line: opened, checked, mapped, refused.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

fn annalist(arguments: &[&str], input: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_annalist"));
    command.args(arguments).env("HOME", folder.path()).env_remove("XDG_CONFIG_HOME").env_remove("XDG_STATE_HOME");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that has said why it ends does not read on.
    let _read = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn written(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const TRACKER: &str =
    "Reported,Who,What,Ticket\n2021-03-04,Ann,A door stands open,17\n2021-03-05,Bob,\"Closed,\nagain\",18\n";

#[test]
fn a_table_is_opened_mapped_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "tracker.csv", TRACKER);
    let output = annalist(&[&file], "");
    assert_eq!(out(&output), "2021-03-04  A door stands open\n2021-03-05  Closed, again\n", "{}", errors(&output));
    let checked = out(&annalist(&["check", &file], ""));
    assert!(checked.starts_with("CSV, 4 columns\n  date = Reported"), "{checked}");
    assert!(checked.contains("  title = What\n") && checked.contains("kept as fields: Who, Ticket\n"), "{checked}");
    let mapped = out(&annalist(&["map", &file], ""));
    assert!(mapped.starts_with("header = [\"Reported\", \"Who\", \"What\", \"Ticket\"]\n"), "{mapped}");
    assert!(mapped.contains("date = \"Reported\"\n") && mapped.contains("title = \"What\"\n"), "{mapped}");
    let found = annalist(&[&file, "-q", "Ticket:18"], "");
    assert_eq!(out(&found).lines().count(), 1, "{}", errors(&found));
}

#[test]
fn a_mapping_is_taken_from_a_file_or_from_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "tracker.csv", TRACKER);
    let map = written(folder.path(), "map.toml", "date = \"Reported\"\ntitle = \"{Ticket} by {Who}\"\n");
    let expected = "2021-03-04  17 by Ann\n2021-03-05  18 by Bob\n";
    assert_eq!(out(&annalist(&[&file, "--map", &format!("@{map}")], "")), expected);
    let maps = "[maps.tickets]\nheader = [\"Ticket\", \"Who\"]\ntitle = \"{Ticket} by {Who}\"\n";
    let config = written(folder.path(), "config.toml", maps);
    assert_eq!(out(&annalist(&[&file, "--config", &config], "")), expected);
    for (wrong, why) in [
        ("[maps.a]\ntitle = \"x\"\n", "write `header = [...]`"),
        ("[maps.a]\nheader = [\"x\"]\ntitel = \"x\"\n", "no field `titel`, did you mean `title`?"),
    ] {
        let config = written(folder.path(), "wrong.toml", wrong);
        let output = annalist(&[&file, "--config", &config], "");
        assert!(errors(&output).contains(why), "{}", errors(&output));
    }
}

#[test]
fn lines_of_a_pipe_are_read_by_numbers() {
    let log = "2021-01-02T10:00:00+09:00\tKeller\tFix it\n2021-01-01T10:00:00+09:00\tNovak\tAdd it, too\n";
    let options = ["-", "--headless", "--map", "date=1,lane=2,title=3"];
    let output = annalist(&options, log);
    let titles: Vec<bool> =
        out(&output).lines().zip(["Add it, too", "Fix it"]).map(|(line, it)| line.ends_with(it)).collect();
    assert_eq!(titles, [true, true], "{}{}", out(&output), errors(&output));
    let mapped = out(&annalist(&["map", "--headless", "--map", "date=1,title=3,lane=-", "-"], log));
    assert!(mapped.contains("date = \"1\"") && mapped.contains("lane = \"-\""), "{mapped}");
}

#[test]
fn a_table_that_is_not_understood_ends_the_run() {
    let output = annalist(&["-", "-f", "plain"], "colour,size\nred,1\ngreen,2\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("--map 'date=colour,title=size'"), "{}", errors(&output));
    let output = annalist(&["-", "--map", "titel=x"], "a,b\n1,2\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("--map: no field `titel`, did you mean `title`?"), "{}", errors(&output));
}

#[test]
fn json_with_fields_of_any_name_is_opened() {
    let output = annalist(&["-"], "{\"when\":\"2023-05-01\",\"label\":\"Talks\"}\n");
    assert_eq!(out(&output), "2023-05-01  Talks\n", "{}", errors(&output));
}

#[test]
fn what_is_read_and_written_is_listed() {
    let listed = out(&annalist(&["formats"], ""));
    for (name, _, what) in annalist::load::INPUT_FORMATS {
        assert!(
            listed.lines().any(|line| line.contains(name) && line.contains(what(annalist::messages::Locale::English))),
            "{name} in {listed}"
        );
        let table = "date,title\n2021,a\n2022,b\n";
        let refused = annalist(&["-", "--input-format", name], table).status.code();
        assert_ne!(refused, Some(0).filter(|_| name != "csv"), "{name} is read as what it is called");
    }
    assert!(listed.contains("Hayabusa") && listed.contains("plain"), "{listed}");
    assert!(annalist(&["-", "--input-format", "csv"], "date,title\n2021,a\n").status.success());
}

#[test]
fn several_files_are_one_timeline_with_a_lane_each() {
    let folder = tempfile::tempdir().unwrap();
    let first = written(
        folder.path(),
        "first.csv",
        "date,title,EventID,id\n2021-01-01T09:00:00Z,a,7,x\n2021-01-03T00:00:00Z,c,8,y\n",
    );
    let second = written(
        folder.path(),
        "second.jsonl",
        "{\"when\":\"2021-01-02T09:00:00+09:00\",\"label\":\"b\",\"user\":\"h\",\"EventID\":7,\"uid\":\"x\"}\n",
    );
    let own = "[[event]]\ndate = \"2021-01-04\"\ntitle = \"d\"\nlane = \"mine\"\nuser = \"h\"\n\
               [[event]]\ndate = \"2021-01-05\"\ntitle = \"e\"\n";
    let own = written(folder.path(), "own.toml", own);
    let files = [first.as_str(), &second, &own];
    let ask = |arguments: &[&str]| annalist(&[&files[..], arguments].concat(), "");
    let all = ask(&[]);
    let titles: Vec<String> = out(&all).lines().filter_map(|line| line.chars().last()).map(String::from).collect();
    assert_eq!(titles.concat(), "abcde", "{}{}", out(&all), errors(&all));
    assert!(errors(&all).contains("1 event has an id that stands in another file as well, as `x`"), "{}", errors(&all));
    for (query, count) in [
        ("lane:first", 2),
        ("lane:second", 1),
        ("lane:mine", 1),
        ("EventID:7", 2),
        ("user:h", 2),
        ("EventID:8", 1),
        ("2021-01-02", 1),
    ] {
        let found = ask(&["-q", query]);
        assert_eq!(out(&found).lines().count(), count, "{query}: {}{}", out(&found), errors(&found));
    }
    assert_eq!(ask(&["no-such-file.csv"]).status.code(), Some(2));
}

#[test]
fn a_file_without_events_declares_for_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let whole = out(&annalist(&["-f", "toml"], ""));
    let (names, _) = whole.split_once("[[event]]").unwrap();
    let whole = written(folder.path(), "whole.toml", &whole);
    let names = written(folder.path(), "names.toml", names);
    // With them all that is built in comes back from a format of events alone.
    for format in ["jsonl", "csv"] {
        let events = written(folder.path(), &format!("events.{format}"), &out(&annalist(&["-f", format], "")));
        for files in [[&*names, &*events], [&*events, &*names]] {
            let back = annalist(&[&files[..], &["-f", "toml"]].concat(), "");
            assert_eq!(errors(&back), "", "{files:?}");
            let difference = annalist(&["diff", &whole, "-"], &out(&back));
            assert_eq!(errors(&difference), "", "{files:?}");
            assert_eq!((&*out(&difference), difference.status.code()), ("", Some(0)), "{files:?}");
        }
    }
    // By itself it shows nothing.
    assert!(errors(&annalist(&[&names], "")).contains("error[no-events]"));
    assert!(errors(&annalist(&[&names, &names], "")).contains("error[no-events]"));
    let empty = written(folder.path(), "empty.toml", "# nothing\n");
    assert!(errors(&annalist(&[&whole, &empty], "")).contains("error[no-events]"));
}

#[test]
fn a_field_beside_the_titles_has_to_be_one_of_the_file() {
    let table = "date,title,EventID\n2021,a,4624\n";
    let refused = annalist(&["-", "--columns", "EventIt:3"], table);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        errors(&refused).contains("--columns: no field `EventIt`; did you mean `EventID`?"),
        "{}",
        errors(&refused)
    );
    assert_eq!(annalist(&["-", "--columns", "EventID:3,place"], table).status.code(), Some(0));
}
