//! Commands through a pipe: a script is read to its end, and its end says whether all could be done.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use super::{answers, program, reads_well, run};

#[track_caller]
fn fails(commands: &str, why: &str) {
    let output = run(&[], commands);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains(why), "{why}\n{told}");
    assert_eq!(output.status.code(), Some(1), "{told}");
    reads_well(&told);
}

#[test]
fn a_script_goes_on_behind_what_cannot_be_done_and_ends_with_1() {
    fails("frobnicate\nwhere\n", "There is no command frobnicate; help lists them.\nEvent 1 of 130. ");
    fails("qoutes\n", "There is no command qoutes; did you mean quotes?\n");
    fails("qu\n", "qu can be: quotes, quit.\n");
    fails("12\n", "The last answer has no numbered entries; list numbers the events.\n");
    fails("list\n131\n", "There is no entry 131; the last list has 130.\n");
    fails("go last tuesday\n", "last tuesday is no date: ");
    fails("find nosuchword\nread\n", "No event is shown: none passes the filter within this time.\n");
    fails("cite 99\n", "There is no source 99; this event has 5.\n");
    fails("matrix apples pears\n", "No such matrix; say two of what it can count: areas time, ");
    fails("compare one\n", "Say two filters with the word vs between them.\n");
    fails("zone mars\n", "No event has a clock time with a zone.\n");
    fails("undo\n", "Filter, time and marks are as at the start.\n");
    fails("language xx\n", "xx is no language here; say en, ja or both.\n");
    fails("export\n", "Name the file, and the format if its name does not tell: export report.md.\n");
    fails("export a.svg\n", "A picture of the screen is not made here; html makes a page.\n");
    fails("reload\n", "It is part of the program; ");
    fails("values\n", "Values of what? One of: lane, area, ");
    fails(&"a".repeat(100_000), "This line is too long to be a command.\n");
}

#[test]
fn what_is_wrong_with_a_filter_is_told_by_its_word() {
    fails(
        "find cyber are:defence\n",
        "At the word are:defence, which is word 2: no field “are”, did you mean “area”? The filter stays as it was.\n",
    );
    fails("find cyber (ministry\n", "At the word (ministry, which is word 2: ");
    fails("find date:2023-02-30\n", "At the word date:2023-02-30, which is word 1: ");
    fails("検索 サイバー lane:\n", "At the word lane:, which is word 2: ");
}

#[test]
fn blank_lines_and_comments_part_a_script() {
    let plain = answers(&[], "first\nnext\n");
    assert_eq!(answers(&[], "# The beginning\nfirst\n\n\n  \n# and on\nnext\n"), plain);
    assert_eq!(plain.lines().count(), 2);
}

#[test]
fn the_last_line_needs_no_end_and_quit_ends_before_it() {
    assert_eq!(answers(&[], "where"), answers(&[], "where\nquit\nlist\n"));
    assert_eq!(answers(&[], ""), "");
    assert_eq!(answers(&[], "WHERE\r\n"), answers(&[], "ｗｈｅｒｅ\n"));
}

#[test]
fn everything_that_is_asked_for_comes_at_once() {
    let told = answers(&[], "list\n");
    assert_eq!(told.lines().count(), 131);
    assert!(told.starts_with("130 events.\n1. 3 February 2021. "), "{told}");
    assert_eq!(answers(&[], "list 128\n").lines().count(), 4);
}

#[test]
fn the_command_line_says_where_to_begin() {
    let arguments = ["-q", "said:blinken", "--view", "quotes", "--lang", "ja"];
    let told = answers(&arguments, "where\n");
    assert!(told.starts_with("2件の出来事から引用3件。\n1. "), "{told}");
    let told = answers(&["-w", "2022", "--select", "2022-10-mayorkas-nishimura-tokyo"], "where\n");
    assert!(told.contains("October 2022. ") && told.contains("Time: 2022. "), "{told}");
}

#[test]
fn commands_and_the_timeline_cannot_both_come_through_standard_input() {
    let output = run(&["-"], "where\n");
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        errors,
        "annalist: --plain: commands come from standard input, so the timeline has to come from a file\n"
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = program(&[]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"list\n").unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    // Whether this is still read is a matter of time.
    let _ended = input.write_all("list\n".repeat(50).as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), &*output.stderr), (Some(0), &b""[..]));
}

#[test]
fn a_script_leaves_nothing_for_the_next_run() {
    let home = tempfile::tempdir().unwrap();
    let mut command = program(&[]);
    command.env("HOME", home.path()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"find cyber\nwindow 2022\n").unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
}

#[test]
fn a_long_timeline_is_read_to_its_end_before_it_is_counted() {
    let event =
        |day: usize| format!("{{\"date\":\"20{:02}-01-01\",\"title\":\"Entry {day} of a long log\"}}\n", day % 90 + 10);
    let text: String = (0..60_000).map(event).collect();
    let (_folder, path) = crate::cli::file("long.jsonl", text.as_bytes());
    let told = answers(&[path.to_str().unwrap(), "-w", "2020"], "where\nfit\nfind \"entry 59999\"\nwindow 2020\n");
    assert!(told.contains("The timeline has 60000 events."), "{told}");
    assert!(told.starts_with("Event 1 of 667. 1 January 2020. "), "{told}");
    assert!(told.contains("1 of 60000 events passes the filter."), "{told}");
    assert!(told.contains("Time: 2020. 0 events.") || told.contains("Event 1 of 1. "), "{told}");
}

#[test]
fn a_file_that_has_changed_is_read_again() {
    let event = |title: &str| format!("[[event]]\nid = \"{title}\"\ndate = \"2023\"\ntitle = \"{title}\"\n");
    let (_folder, path) = crate::cli::file("a.toml", event("Before").as_bytes());
    let mut child = program(&[path.to_str().unwrap()]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut input, mut lines) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()).lines());
    let mut ask = |command: &str| input.write_all(format!("{command}\n").as_bytes()).unwrap();
    let mut next = || lines.next().unwrap().unwrap();
    ask("where");
    assert!(next().starts_with("Event 1 of 1. 2023. Before."));
    next();
    fs::write(&path, event("Before") + &event("Behind")).unwrap();
    ask("last");
    assert_eq!(next(), "The file has changed since it was read; reload reads it again.");
    assert!(next().starts_with("Event 1 of 1. 2023. Before."));
    ask("reload");
    assert!(next().starts_with("1 added"));
    ask("last");
    assert!(next().starts_with("Event 2 of 2. 2023. Behind."));
    ask("quit");
    assert!(child.wait().unwrap().success());
}
