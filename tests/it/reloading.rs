//! The loop of editor and viewer: files that are edited, saved and read again while they are open, in a real terminal.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use pty_process::blocking::Command;
use tempfile::TempDir;

use crate::support::{
    editor::editor,
    pty::{ATTRIBUTES, ENTER, LEAVE, Program, QUERY, command},
};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (110, 30);

/// An event of this day of March 2020, with an id of its day.
fn event(day: usize) -> String {
    format!("[[event]]\nid = \"d{day}\"\ndate = \"2020-03-{day:02}\"\ntitle = \"Day {day:02}\"\n\n")
}

fn events(days: &[usize]) -> String {
    days.iter().map(|day| event(*day)).collect()
}

fn folder_with(name: &str, text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    (folder, path)
}

fn start(command: Command, words: &str) -> Program {
    let mut program = Program::start_in(command, SIZE, b"");
    shows(&mut program, words);
    program
}

fn watching(path: &Path, words: &str) -> Program {
    start(command(BINARY).arg("--watch").arg(path), words)
}

fn contents(program: &Program) -> String {
    program.screen().contents()
}

fn shows(program: &mut Program, words: &str) {
    program.wait(|screen| screen.contents().contains(words));
}

fn shows_no_longer(program: &mut Program, words: &str) {
    program.wait(|screen| !screen.contents().contains(words));
}

fn quits(mut program: Program) {
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

/// The row of the list that is selected, by its sign.
fn selected_row(program: &Program) -> String {
    let contents = contents(program);
    contents.lines().find(|line| line.contains('▌')).unwrap_or_default().to_owned()
}

#[test]
fn what_is_saved_is_read_and_what_has_changed_is_said() {
    let (_folder, path) = folder_with("a.toml", &events(&[1, 5, 9]));
    let mut program = watching(&path, "Day 05");
    let changed = events(&[1, 5, 9, 12]).replace("Day 05", "Day five") + &event(14);
    fs::write(&path, changed).unwrap();
    shows(&mut program, "2 added, 1 changed (R goes to them)");
    shows(&mut program, "Day five");
    // Each of them has its sign, and is a key away.
    for (row, sign) in [("Day five", '~'), ("Day 12", '+'), ("Day 14", '+')] {
        program.send("R");
        program.wait(|screen| {
            let contents = screen.contents();
            contents.lines().any(|line| line.contains(row) && line.contains(sign) && line.contains('▌'))
        });
    }
    program.send("/is:new\r");
    shows_no_longer(&mut program, "Day five");
    shows(&mut program, "Day 12");
    quits(program);
}

#[test]
fn what_was_chosen_stays_chosen_whatever_comes_before_it() {
    let (_folder, path) = folder_with("a.toml", &events(&[5, 9, 12]));
    let mut program = watching(&path, "Day 05");
    program.send("/day\rjm");
    shows(&mut program, "marked");
    assert!(selected_row(&program).contains("Day 09"), "{}", contents(&program));
    fs::write(&path, events(&[1, 2, 3, 5, 9, 12])).unwrap();
    shows(&mut program, "3 added");
    let row = selected_row(&program);
    assert!(row.contains("Day 09") && row.contains('⚑'), "{}", contents(&program));
    // One that is gone leaves the selection where it was in time.
    fs::write(&path, events(&[1, 2, 3, 5, 12])).unwrap();
    shows(&mut program, "1 removed");
    assert!(selected_row(&program).contains("Day 12"), "{}", contents(&program));
    // The filter is as it was, and what is undone is the same as before.
    assert!(contents(&program).contains("day"), "{}", contents(&program));
    program.send("u");
    quits(program);
}

#[test]
fn a_broken_save_keeps_the_timeline_and_says_what_is_wrong_until_it_is_mended() {
    let (_folder, path) = folder_with("a.toml", &events(&[1, 5]));
    let mut program = watching(&path, "Day 05");
    fs::write(&path, events(&[1]) + "[[event]]\ndate = \"2020-03-07\"\ntitle = \"No end\n").unwrap();
    shows(&mut program, "not shown: ");
    shows(&mut program, "unterminated string");
    program.send("j");
    program.wait(|screen| screen.contents().contains("Day 05") && screen.contents().contains("not shown: "));
    // All that is wrong is a key away.
    program.send("!");
    shows(&mut program, ":8:9: unterminated string");
    program.send("q");
    shows_no_longer(&mut program, "what is wrong");
    fs::remove_file(&path).unwrap();
    shows(&mut program, "file not found");
    assert!(contents(&program).contains("Day 05"), "{}", contents(&program));
    fs::write(&path, events(&[1, 5, 7])).unwrap();
    shows(&mut program, "Day 07");
    shows_no_longer(&mut program, "not shown");
    quits(program);
}

#[test]
fn every_way_of_saving_ends_in_the_last_valid_save_and_no_work_is_done_between() {
    let (folder, path) = folder_with("a.toml", &events(&[1]));
    let other = folder.path().join("other");
    let mut program = watching(&path, "Day 01");
    // A sequence without a pattern that is the same each time.
    let mut random = 12_345_u32;
    let mut next = |below: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) % below
    };
    for save in 0..200 {
        let valid = format!("[[event]]\ndate = \"2020-03-02\"\ntitle = \"Save {save:03}\"\n");
        match next(5) {
            0 => fs::write(&path, &valid).unwrap(),
            1 => {
                fs::write(&other, &valid).unwrap();
                fs::rename(&other, &path).unwrap();
            }
            2 => fs::write(&path, &valid[..valid.len() - 3]).unwrap(),
            3 => fs::write(&path, b"").unwrap(),
            _ => {
                fs::remove_file(&path).unwrap();
                fs::write(&path, &valid).unwrap();
            }
        }
        // Some come at once, one behind the other.
        let pause = Duration::from_millis(u64::from(next(3) * 20));
        program.is_quiet(pause);
        let contents = contents(&program);
        assert!(contents.contains("Day 01") || contents.contains("Save "), "nothing on screen:\n{contents}");
    }
    fs::write(&path, "[[event]]\ndate = \"2020-03-02\"\ntitle = \"The very last\"\n").unwrap();
    shows(&mut program, "The very last");
    shows_no_longer(&mut program, "not shown");
    let before = program.cpu_time();
    assert!(program.is_quiet(Duration::from_millis(700)), "something is drawn though nothing happens");
    // A clock tick or two may be counted to it.
    assert!(program.cpu_time() - before <= Duration::from_millis(30), "{:?}", program.cpu_time() - before);
    quits(program);
}

#[test]
fn rows_of_a_table_are_watched_as_well_and_survive_a_cut() {
    let (_folder, path) = folder_with("a.csv", "date,title\n2020-03-01,Day 01\n2020-03-05,Day 05\n");
    let mut program = watching(&path, "Day 05");
    // What was read is shown though the bytes are gone from the file.
    File::create(&path).unwrap();
    shows(&mut program, "not shown: ");
    program.send("j");
    program.wait(|screen| screen.contents().contains("Day 05") && !screen.contents().contains("changed"));
    fs::write(&path, "date,title\n2020-03-01,Day 01\n2020-03-07,Day 07\n").unwrap();
    shows(&mut program, "Day 07");
    quits(program);
}

#[test]
fn a_key_reads_the_file_again() {
    let (_folder, path) = folder_with("a.toml", &events(&[1, 5]));
    let mut program = start(command(BINARY).arg(&path), "Day 05");
    program.send("r");
    shows(&mut program, "nothing has changed");
    fs::write(&path, events(&[1, 5, 7])).unwrap();
    program.send("j");
    shows(&mut program, "r reads it");
    program.send("r");
    shows(&mut program, "Day 07");
    shows(&mut program, "1 added");
    shows_no_longer(&mut program, "r reads it");
    quits(program);
}

#[test]
fn what_is_typed_before_the_editor_has_the_terminal_is_kept() {
    let (_folder, path) = folder_with("a.toml", &events(&[1, 5]));
    let mut program = start(command(BINARY).arg(&path).env("EDITOR", "true").env_remove("VISUAL"), "Day 05");
    // The terminal owes its answer, which is waited for first.
    program.wait_output(QUERY, 1);
    program.send("E");
    program.wait_output(LEAVE, 1);
    program.send("r");
    assert!(program.is_quiet(Duration::from_millis(200)));
    program.send(ATTRIBUTES);
    shows(&mut program, "nothing has changed");
    quits(program);
}

#[test]
fn a_ctrl_c_that_cuts_the_wait_for_the_editor_short_does_not_quit() {
    let (_folder, path) = folder_with("a.toml", &events(&[1, 5]));
    let mut program = start(command(BINARY).arg(&path).env("EDITOR", "true").env_remove("VISUAL"), "Day 05");
    program.wait_output(QUERY, 1);
    program.send("E");
    program.wait_output(LEAVE, 1);
    program.send("\x03");
    // It comes back before the answer would have been given up.
    program.wait_output(ENTER, 2);
    shows(&mut program, "Day 05");
    program.send(format!("{ATTRIBUTES}r"));
    shows(&mut program, "nothing has changed");
    quits(program);
}

#[test]
fn what_cannot_be_read_again_says_so() {
    let mut program = start(command(BINARY).arg("--fresh"), "Timeline");
    for key in ["r", "E"] {
        program.send(key);
        shows(&mut program, "it is part of the program");
        program.send("j");
        shows_no_longer(&mut program, "it is part of the program");
    }
    quits(program);
}

#[test]
fn the_editor_opens_at_the_line_of_the_event_and_what_it_saves_is_shown() {
    for (name, options, expected) in [
        ("vim", "", "+11 FILE"),
        ("nano", "", "+11 FILE"),
        ("hx", "", "FILE:11"),
        ("code", " --wait", "--wait --goto FILE:11"),
        ("unknown", " -x", "-x FILE"),
    ] {
        let (folder, path) = folder_with("a.toml", &events(&[1, 5, 9]));
        let heard = folder.path().join("heard");
        let script =
            format!("echo \"$@\" > {}; test -t 0 && echo '{}' >> {}", heard.display(), event(3), path.display());
        let editor = editor(folder.path(), name, &script);
        let named = format!("{}{options}", editor.display());
        let mut program =
            start(command(BINARY).arg("--fresh").arg(&path).env("EDITOR", named).env("VISUAL", ""), "Day 09");
        program.send("GE");
        shows(&mut program, "1 added");
        shows(&mut program, "Day 03");
        assert!(selected_row(&program).contains("Day 09"), "{}", contents(&program));
        let expected = expected.replace("FILE", path.to_str().unwrap());
        assert_eq!(fs::read_to_string(&heard).unwrap().trim(), expected, "{name}");
        quits(program);
    }
}

#[test]
fn the_line_is_that_of_the_file_as_it_is_now() {
    let (folder, path) = folder_with("a.toml", &events(&[1, 5]));
    let heard = folder.path().join("heard");
    let editor = editor(folder.path(), "vi", &format!("echo \"$@\" > {}", heard.display()));
    let mut program =
        start(command(BINARY).arg("--fresh").arg(&path).env("EDITOR", &editor).env("VISUAL", ""), "Day 05");
    let other = folder.path().join("other");
    fs::write(&other, events(&[1, 2, 5])).unwrap();
    fs::rename(&other, &path).unwrap();
    program.send("GE");
    program.wait_for(|_| fs::read_to_string(&heard).is_ok_and(|heard| heard.starts_with("+11 ")));
    quits(program);
}

#[test]
fn the_editor_opens_where_the_file_is_broken() {
    let (folder, path) = folder_with("a.toml", &events(&[1, 5, 9]));
    let heard = folder.path().join("heard");
    let editor = editor(folder.path(), "vi", &format!("echo \"$@\" > {}", heard.display()));
    let mut program =
        start(command(BINARY).arg("--watch").arg(&path).env("EDITOR", &editor).env("VISUAL", ""), "Day 09");
    fs::write(&path, events(&[1, 5]) + "[[event]]\ndate = \"2020-03-07\"\ntitle = \"No end\n").unwrap();
    shows(&mut program, "not shown: ");
    shows(&mut program, "broken save");
    program.send("!E");
    program.wait_for(|_| fs::read_to_string(&heard).is_ok_and(|heard| heard.starts_with("+13 ")));
    program.send("q");
    shows_no_longer(&mut program, "what is wrong");
    quits(program);
}

#[test]
fn an_editor_that_fails_or_is_not_there_leaves_the_terminal_as_it_was() {
    let (folder, path) = folder_with("a.toml", &events(&[1, 5]));
    let crashing = editor(folder.path(), "vim", "stty raw -echo; printf '\\033[?1049h\\033[?25l'; kill -SEGV $$");
    let failing = editor(folder.path(), "nano", "exit 3");
    for (editor, words) in [
        (crashing.to_str().unwrap(), "signal: 11"),
        (failing.to_str().unwrap(), "exit status: 3"),
        ("/nowhere/at/all", "/nowhere/at/all: not found"),
        ("vim 'x", "is no command"),
        ("", "set $VISUAL or $EDITOR"),
    ] {
        let mut program =
            start(command(BINARY).arg("--fresh").arg(&path).env("EDITOR", editor).env("VISUAL", ""), "Day 05");
        program.send("E");
        shows(&mut program, words);
        program.send("j");
        shows_no_longer(&mut program, words);
        assert!(selected_row(&program).contains("Day 05"), "{}", contents(&program));
        quits(program);
    }
}

#[test]
fn a_growing_file_is_followed_at_its_end_if_one_is_there() {
    let line = |day: usize| format!("{{\"date\":\"2020-03-{day:02}\",\"title\":\"Day {day:02}\"}}\n");
    let row = |day: usize| format!("2020-03-{day:02},Day {day:02}\n");
    let header = || "date,title\n".to_owned();
    for (name, head, record) in
        [("a.jsonl", String::new(), &line as &dyn Fn(usize) -> String), ("a.csv", header(), &row)]
    {
        let (_folder, path) = folder_with(name, &(head + &record(1) + &record(2)));
        let mut file = OpenOptions::new().append(true).open(&path).unwrap();
        let mut program = start(command(BINARY).args(["--fresh", "--follow"]).arg(&path), "Day 02");
        assert!(selected_row(&program).contains("Day 02"), "{}", contents(&program));
        file.write_all(record(3).as_bytes()).unwrap();
        program.wait(|screen| screen.contents().lines().any(|line| line.contains('▌') && line.contains("Day 03")));
        // Who looks at another event stays there.
        program.send("k");
        program.wait(|screen| screen.contents().lines().any(|line| line.contains('▌') && line.contains("Day 02")));
        file.write_all(record(4).as_bytes()).unwrap();
        shows(&mut program, "Day 04");
        assert!(selected_row(&program).contains("Day 02"), "{}", contents(&program));
        quits(program);
    }
}

#[test]
fn a_followed_file_that_is_cut_or_put_in_place_of_another_is_read_from_its_beginning() {
    let line = |day: usize| format!("{{\"date\":\"2020-03-{day:02}\",\"title\":\"Day {day:02}\"}}\n");
    let (folder, path) = folder_with("a.jsonl", &(line(1) + &line(2)));
    let mut program = start(command(BINARY).args(["--fresh", "--follow"]).arg(&path), "Day 02");
    OpenOptions::new().write(true).open(&path).unwrap().set_len(0).unwrap();
    fs::write(&path, line(3)).unwrap();
    shows(&mut program, "Day 03");
    let other = folder.path().join("other");
    fs::write(&other, line(4)).unwrap();
    fs::rename(&other, &path).unwrap();
    shows(&mut program, "Day 04");
    OpenOptions::new().append(true).open(&path).unwrap().write_all(line(5).as_bytes()).unwrap();
    shows(&mut program, "Day 05");
    assert!(contents(&program).contains("Day 01"), "{}", contents(&program));
    quits(program);
}

#[test]
fn a_followed_table_may_begin_with_its_header_alone() {
    let (_folder, path) = folder_with("a.csv", "date,title\n");
    let mut program = start(command(BINARY).args(["--fresh", "--follow"]).arg(&path), "Timeline");
    let mut file = OpenOptions::new().append(true).open(&path).unwrap();
    file.write_all(b"2020-03-01,Day 01\n2020-03-02,Day 02\n").unwrap();
    shows(&mut program, "Day 02");
    quits(program);
}

#[test]
fn what_is_new_since_an_older_version_is_marked() {
    let (folder, path) = folder_with("new.toml", &(events(&[1, 5]).replace("Day 05", "Day five") + &event(9)));
    let old = folder.path().join("old.toml");
    fs::write(&old, events(&[1, 2, 5])).unwrap();
    let mut program = start(command(BINARY).arg("--fresh").arg("--against").arg(&old).arg(&path), "Day five");
    let has_sign = |screen: &vt100::Screen, row: &str, sign: char| {
        screen.contents().lines().any(|line| line.contains(row) && line.contains(sign))
    };
    program.wait(|screen| has_sign(screen, "Day five", '~') && has_sign(screen, "Day 09", '+'));
    shows(&mut program, "1 added, 1 changed (R goes to them), 1 removed");
    program.send("/is:changed\r");
    shows_no_longer(&mut program, "Day 09");
    shows(&mut program, "Day five");
    quits(program);
}

#[test]
fn what_is_saved_is_on_screen_at_once() {
    let (_folder, path) = folder_with("a.toml", &events(&[1]));
    let mut program = watching(&path, "Day 01");
    let mut delays = Vec::new();
    for day in 2..12 {
        fs::write(&path, events(&[1, day])).unwrap();
        let saved = Instant::now();
        shows(&mut program, &format!("Day {day:02}"));
        delays.push(saved.elapsed());
    }
    delays.sort_unstable();
    // The others may have met a busy machine.
    assert!(delays[0] <= Duration::from_millis(200), "{delays:?}");
    quits(program);
}

#[test]
fn what_cannot_be_watched_or_compared_is_refused() {
    let (folder, path) = folder_with("a.toml", &events(&[1]));
    let long = folder.path().join("long.jsonl");
    fs::write(&long, "{\"date\":\"2020\",\"title\":\"One of many\"}\n".repeat(20_001)).unwrap();
    let broken = folder.path().join("broken.toml");
    fs::write(&broken, "[[event]]\ntitle = \"No date\"\n").unwrap();
    let (path, long, broken) = (path.to_str().unwrap(), long.to_str().unwrap(), broken.to_str().unwrap());
    for (arguments, words) in [
        (&["--watch"][..], "--watch: name a file"),
        (&["--watch", "-"], "--watch: what comes through a pipe cannot be read again"),
        (&["--follow"], "--follow: name a file"),
        (&["--follow", path, path], "--follow: one file or pipe"),
        (&["--against", long, path], "more than 20,000 events are not compared"),
        (&["--against", "/nowhere", path], "/nowhere: file not found"),
        (&["--against", broken, path], "broken.toml:1:1"),
        (&["--against", "-", "-"], "only one of the two"),
    ] {
        let output =
            std::process::Command::new(BINARY).args(arguments).stdin(std::process::Stdio::null()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && told.contains(words), "{arguments:?}: {told}");
    }
}
