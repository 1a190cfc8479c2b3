//! Marks on disk: that they find their events again whatever becomes of the file, and that nobody's are lost.

use std::fs;
use std::path::Path;

use annalist::load;
use annalist::marks::{EventKey, MarkChange, MarkJournal};
use annalist::model::{Annotation, Timeline};

use crate::support::pty::{Program, command};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (100, 30);

fn event(title: &str, more: &str) -> String {
    format!("[[event]]\ndate = \"2020-05-01\"\ntitle = \"{title}\"\n{more}\n")
}

fn timeline(toml: &str) -> Timeline {
    load::timeline(toml.as_bytes().to_vec()).timeline
}

/// A journal in a folder, for a timeline in this file.
fn journal(folder: &Path, file: &str) -> MarkJournal {
    MarkJournal::own(Some(folder.join("state").join("marks.jsonl")), Some(file.to_owned()))
}

/// Notes this of the event with a summary.
fn note(journal: &mut MarkJournal, timeline: &Timeline, summary: &str, line: &str) {
    let event = timeline.events().find(|event| event.summary.as_deref() == Some(summary)).unwrap();
    journal.append(vec![MarkChange { key: EventKey::of(&event), annotation: Annotation::from_line(line) }]).unwrap();
}

/// What is noted, with the summaries of its events.
fn noted(journal: &MarkJournal, timeline: &Timeline) -> Vec<(String, String)> {
    let marks = journal.marks(timeline);
    let line = |ix| Some((timeline.event(ix)?.summary.clone()?.to_string(), marks.of(timeline, ix)?.line()));
    timeline.indices().filter_map(line).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(event, line)| ((*event).to_owned(), (*line).to_owned())).collect()
}

#[test]
fn marks_survive_another_name_a_line_in_front_and_both_at_once() {
    let folder = tempfile::tempdir().unwrap();
    // None has an id of its own, and two have one day and title.
    let toml =
        event("Same", "summary = \"a\"") + &event("Same", "summary = \"b\"") + &event("Other", "summary = \"c\"");
    let before = timeline(&toml);
    let mut at_first = journal(folder.path(), "/one.toml");
    note(&mut at_first, &before, "a", "#first");
    note(&mut at_first, &before, "b", "#second");
    note(&mut at_first, &before, "c", "#third");
    let all = pairs(&[("a", "#first"), ("b", "#second"), ("c", "#third")]);
    let in_front = timeline(&(event("Same", "summary = \"new\"") + &toml));
    for (file, timeline) in
        [("/one.toml", &before), ("/two.toml", &before), ("/one.toml", &in_front), ("/two.toml", &in_front)]
    {
        let mut found = noted(&journal(folder.path(), file), timeline);
        found.sort();
        assert_eq!(found, all, "{file}, {} events", timeline.len());
    }
}

#[test]
fn an_event_that_was_changed_keeps_its_mark_in_its_own_file_and_is_another_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let id = |name: &str, summary: &str| event("Talks", &format!("id = \"{name}\"\nsummary = \"{summary}\""));
    let before = timeline(&(id("x", "old") + &id("y", "kept") + &id("z", "kept too")));
    let mut at_first = journal(folder.path(), "/one.toml");
    note(&mut at_first, &before, "old", "#x");
    let after = timeline(&(id("x", "new") + &id("y", "kept") + &id("z", "kept too")));
    assert_eq!(noted(&journal(folder.path(), "/one.toml"), &after), pairs(&[("new", "#x")]));
    assert_eq!(noted(&journal(folder.path(), "/other.toml"), &after), [], "an id alone says nothing elsewhere");
    // Where most of what was noted is there, the file is the same under another name.
    note(&mut at_first, &before, "kept", "#y");
    note(&mut at_first, &before, "kept too", "#z");
    assert_eq!(noted(&journal(folder.path(), "/other.toml"), &after).len(), 3);
    // The last decision holds, of whichever wording.
    let mut later = journal(folder.path(), "/one.toml");
    note(&mut later, &after, "new", "");
    assert_eq!(noted(&journal(folder.path(), "/one.toml"), &after).len(), 2);
    // An event that got another id says still the same.
    let renamed = timeline(&(id("x", "new") + &id("a", "kept") + &id("z", "kept too")));
    assert_eq!(noted(&journal(folder.path(), "/one.toml"), &renamed), pairs(&[("kept", "#y"), ("kept too", "#z")]));
}

#[test]
fn marks_find_their_events_in_a_file_that_is_read_by_blocks() {
    let folder = tempfile::tempdir().unwrap();
    let line = |number: usize| format!("2024-01-{:02},Login of {},{number}\n", 1 + number % 28, number % 50);
    let lines: String = (0..60_000).map(line).collect();
    let file = folder.path().join("log.csv");
    fs::write(&file, format!("date,title,record\n{lines}")).unwrap();
    let mut program = started(folder.path(), &["log.csv", "--select", "2024-01-11-login-of-10"]);
    program.send("#");
    program.wait(|screen| screen.contents().contains("tags, note"));
    program.send("#seen\r");
    program.wait(|screen| screen.contents().contains("⚑ #seen"));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    fs::write(folder.path().join("renamed.csv"), format!("date,title,record\n2024-01-11,Login of 10,new\n{lines}"))
        .unwrap();
    assert_eq!(printed(folder.path(), &["renamed.csv", "-q", "tag:seen", "-f", "jsonl"]).lines().count(), 1);
    assert!(printed(folder.path(), &["renamed.csv", "-q", "tag:seen", "-f", "jsonl"]).contains("\"record\":10"));
}

#[test]
fn of_two_files_that_share_an_id_each_keeps_its_own_marks() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["one.toml", "two.toml"];
    for (name, day) in names.iter().zip(["01", "02"]) {
        let toml = format!("[[event]]\nid = \"x\"\ndate = \"2020-05-{day}\"\ntitle = \"Of {name}\"\n");
        fs::write(folder.path().join(name), toml).unwrap();
    }
    let mut program = started(folder.path(), &names);
    program.send("Gm");
    program.wait(|screen| screen.contents().contains("⚑"));
    quit(program);
    let marked = printed(folder.path(), &["one.toml", "two.toml", "-q", "is:marked"]);
    assert!(marked.contains("Of two.toml") && !marked.contains("Of one.toml"), "{marked}");
}

#[test]
fn a_line_that_is_no_mark_is_named_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    fs::create_dir(&state).unwrap();
    let path = state.join("marks.jsonl");
    let broken = b"\xff\xfe\0\n{\"half\": \n\nno end";
    fs::write(&path, broken).unwrap();
    let toml = timeline(&event("One", "summary = \"a\""));
    let mut first = journal(folder.path(), "/one.toml");
    let problem = first.problem().unwrap().to_string();
    assert!(problem.ends_with("marks.jsonl:1: 2 lines are no marks; the file is kept as it is"), "{problem}");
    note(&mut first, &toml, "a", "#kept");
    assert!(fs::read(&path).unwrap().starts_with(broken), "nothing is written over");
    assert_eq!(noted(&journal(folder.path(), "/one.toml"), &toml), pairs(&[("a", "#kept")]));
    // What is no file is named as well, and what is noted holds for the run.
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let mut none = journal(folder.path(), "/one.toml");
    assert!(none.problem().unwrap().to_string().contains("this is no regular file"));
    let key = EventKey::of(&toml.events().next().unwrap());
    assert!(none.append(vec![MarkChange { key, annotation: Annotation::from_line("#now") }]).is_err());
    assert_eq!(noted(&none, &toml), pairs(&[("a", "#now")]));
}

#[test]
fn another_file_in_the_place_of_the_one_that_was_read_is_news() {
    let folder = tempfile::tempdir().unwrap();
    let toml = timeline(&(event("One", "summary = \"a\"") + &event("Two", "summary = \"b\"")));
    let shared = |name: &str| MarkJournal::shared(folder.path().join(name), None);
    note(&mut shared("mine"), &toml, "a", "#mine");
    note(&mut shared("theirs"), &toml, "b", "#theirs");
    let mut mine = shared("mine");
    assert!(!mine.has_news());
    fs::rename(folder.path().join("theirs"), folder.path().join("mine")).unwrap();
    assert!(mine.has_news(), "it has as many lines");
    assert_eq!(noted(&mine, &toml), pairs(&[("b", "#theirs")]));
    assert!(!mine.has_news());
    // The same where one's own mark is written behind those of the other.
    note(&mut shared("other"), &toml, "a", "#other");
    fs::rename(folder.path().join("other"), folder.path().join("mine")).unwrap();
    let key = EventKey::of(&toml.events().next().unwrap());
    assert!(mine.append(vec![MarkChange { key, annotation: Annotation::from_line("#now") }]).unwrap());
    assert_eq!(noted(&mine, &toml), pairs(&[("a", "#now")]));
    // And where nothing stood in the other.
    fs::write(folder.path().join("empty"), "").unwrap();
    fs::rename(folder.path().join("empty"), folder.path().join("mine")).unwrap();
    let key = EventKey::of(&toml.events().next().unwrap());
    assert!(mine.append(vec![MarkChange { key, annotation: Annotation::from_line("#alone") }]).unwrap());
}

#[test]
fn of_a_file_that_is_too_long_whole_lines_are_read_and_none_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let toml = timeline(&event("One", "summary = \"a\""));
    let path = folder.path().join("long");
    note(&mut MarkJournal::shared(path.clone(), None), &toml, "a", "#kept");
    let line = fs::read(&path).unwrap();
    // A line of nothing that is longer than what is read.
    fs::File::create(&path).unwrap().set_len(66 << 20).unwrap();
    let append = |bytes: &[u8]| {
        use std::io::Write;
        fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(bytes).unwrap();
    };
    append(b"\n");
    append(&line);
    let mut long = MarkJournal::shared(path.clone(), None);
    assert_eq!((long.problem(), noted(&long, &toml)), (None, pairs(&[("a", "#kept")])));
    append(b"broken\n");
    assert!(long.has_news());
    let problem = long.problem().unwrap().to_string();
    assert!(problem.ends_with("long: 1 line is no mark; the file is kept as it is"), "{problem}");
}

#[test]
fn files_of_two_people_are_put_together_and_the_later_decision_holds() {
    let folder = tempfile::tempdir().unwrap();
    let toml = timeline(&(event("One", "summary = \"a\"") + &event("Two", "summary = \"b\"")));
    let shared = |name: &str| MarkJournal::shared(folder.path().join(name), Some("/a.toml".to_owned()));
    note(&mut shared("mine"), &toml, "a", "#mine");
    note(&mut shared("theirs"), &toml, "b", "#theirs");
    std::thread::sleep(std::time::Duration::from_millis(5));
    note(&mut shared("theirs"), &toml, "a", "#later");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    for (name, text) in [("one", read("mine") + &read("theirs")), ("two", read("theirs") + &read("mine"))] {
        fs::write(folder.path().join(name), text).unwrap();
        assert_eq!(noted(&shared(name), &toml), pairs(&[("a", "#later"), ("b", "#theirs")]), "{name}");
    }
}

fn in_folder(folder: &Path, arguments: &[&str]) -> pty_process::blocking::Command {
    let (state, config) = (folder.join("state"), folder.join("config"));
    command(BINARY).env("XDG_STATE_HOME", state).env("XDG_CONFIG_HOME", config).current_dir(folder).args(arguments)
}

/// The program in a folder, with its state below it.
fn started(folder: &Path, arguments: &[&str]) -> Program {
    let mut program = Program::start_in(in_folder(folder, arguments), SIZE, b"");
    program.wait(|screen| screen.contents().contains(" event") && screen.contents().contains("search"));
    program
}

/// What the program prints in a folder.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let mut command = std::process::Command::new(BINARY);
    command.env("XDG_STATE_HOME", folder.join("state")).env("XDG_CONFIG_HOME", folder.join("config"));
    let output = command.current_dir(folder).args(arguments).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn quit(mut program: Program) {
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn two_runs_at_once_each_set_a_mark_and_both_are_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), event("One", "") + &event("Two", "")).unwrap();
    let (mut first, mut second) = (started(folder.path(), &["mine.toml"]), started(folder.path(), &["mine.toml"]));
    first.send("m");
    first.wait(|screen| screen.contents().contains("⚑"));
    second.send("Gm");
    // It sees the other's mark as well.
    second.wait(|screen| screen.contents().matches('⚑').count() == 3);
    quit(first);
    quit(second);
    assert_eq!(printed(folder.path(), &["mine.toml", "-q", "is:marked"]).lines().count(), 2);
    // They are beside the file and for their owner alone.
    let path = folder.path().join("state/annalist/marks.jsonl");
    let mode = std::os::unix::fs::MetadataExt::mode(&fs::metadata(&path).unwrap());
    assert_eq!((mode & 0o777, fs::read_to_string(&path).unwrap().lines().count()), (0o600, 2));
    assert_eq!(fs::read_to_string(folder.path().join("mine.toml")).unwrap(), event("One", "") + &event("Two", ""));
}

#[test]
fn marks_are_kept_where_they_are_asked_for_and_nowhere_in_a_fresh_run() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), event("One", "") + &event("Two", "")).unwrap();
    let mark = |arguments: &[&str]| {
        let mut program = started(folder.path(), arguments);
        program.send("m");
        program.wait(|screen| screen.contents().contains("⚑"));
        quit(program);
    };
    mark(&["mine.toml", "--fresh"]);
    assert!(!folder.path().join("state").exists());
    mark(&["mine.toml", "--marks", "case.marks"]);
    // The copied command line names it as well.
    let mut program = started(folder.path(), &["mine.toml", "--marks", "case.marks"]);
    program.send("Y");
    program.wait(|screen| screen.contents().contains("annalist mine.toml '--marks=case.marks'"));
    quit(program);
    assert!(!folder.path().join("state/annalist/marks.jsonl").exists());
    assert_eq!(printed(folder.path(), &["mine.toml", "--marks", "case.marks", "-q", "is:marked"]).lines().count(), 1);
    assert!(fs::read_to_string(folder.path().join("case.marks")).unwrap().contains("\"marked\":true"));
}

#[test]
fn a_broken_file_of_marks_is_told_on_screen_and_in_print() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), event("One", "")).unwrap();
    fs::write(folder.path().join("case.marks"), "broken\n").unwrap();
    let words = "case.marks:1: 1 line is no mark; the file is kept as it is";
    let program = started(folder.path(), &["mine.toml", "--marks", "case.marks"]);
    assert!(program.screen().contents().contains(words), "{}", program.screen().contents());
    quit(program);
    let mut command = std::process::Command::new(BINARY);
    let output = command.current_dir(folder.path()).args(["mine.toml", "--marks", "case.marks"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains(words), "{output:?}");
}

#[test]
fn what_is_written_from_inside_is_what_the_command_line_writes() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), event("One", "") + &event("Two", "")).unwrap();
    let mut program = started(folder.path(), &["mine.toml"]);
    program.send("m");
    program.wait(|screen| screen.contents().contains("⚑"));
    program.send("ej");
    let name = folder.path().file_name().unwrap().to_str().unwrap().to_owned();
    // Where it will be is said as well.
    program.wait(|screen| screen.contents().contains("as json") && screen.contents().contains(&name));
    program.send("\r");
    program.wait(|screen| screen.contents().contains("2 events are in mine-export.json"));
    quit(program);
    let written = fs::read_to_string(folder.path().join("mine-export.json")).unwrap();
    assert_eq!(written, printed(folder.path(), &["mine.toml", "-f", "json"]));
    assert!(written.contains("\"marked\":true"));
}

#[test]
fn a_source_is_opened_by_the_browser_that_is_named_without_a_shell() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let source = "[[event.source]]\nurl = \"https://example.org/?a=1;touch%20b&c=$(touch%20made)\"\n";
    fs::write(folder.path().join("mine.toml"), event("One", "") + source).unwrap();
    let browser = folder.path().join("browser");
    fs::write(&browser, "#!/bin/sh\nprintf '%s\\n' \"$@\" > asked.new\nmv asked.new asked\n").unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let named = format!("/nowhere/at/all:{} --tab", browser.display());
    let mut program = Program::start_in(in_folder(folder.path(), &["mine.toml"]).env("BROWSER", named), SIZE, b"");
    program.wait(|screen| screen.contents().contains("search"));
    program.send("o");
    let asked = folder.path().join("asked");
    program.wait(|_| asked.exists());
    let expected = "--tab\nhttps://example.org/?a=1;touch%20b&c=$(touch%20made)\n";
    assert_eq!(fs::read_to_string(&asked).unwrap(), expected);
    quit(program);
    assert!(!folder.path().join("made").exists());
}

#[test]
fn addresses_are_links_where_the_terminal_has_them_unless_they_are_not_wanted() {
    let folder = tempfile::tempdir().unwrap();
    let source = "[[event.source]]\nurl = \"https://example.org/page\"\n";
    fs::write(folder.path().join("mine.toml"), event("One", "") + source).unwrap();
    for (terminal, arguments, has) in [
        ("WezTerm", &["mine.toml"][..], true),
        ("WezTerm", &["mine.toml", "--links", "off"], false),
        ("Apple_Terminal", &["mine.toml"], false),
    ] {
        let command = in_folder(folder.path(), arguments).env("TERM_PROGRAM", terminal).env_remove("TMUX");
        let mut program = Program::start_in(command, SIZE, b"");
        program.wait(|screen| screen.contents().contains("https://example.org/page"));
        let link = b"\x1b]8;id=1;https://example.org/page\x1b\\";
        assert_eq!(program.output.windows(link.len()).any(|bytes| bytes == link), has, "{terminal} {arguments:?}");
        quit(program);
    }
}
