//! Sources that come slowly, or not at all, and files that change while they are open, in a real terminal.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    process::Command as Process,
    time::{Duration, Instant},
};

use crate::support::pty::{Program, command, shell};
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (100, 30);
const WAITING: &str = "waiting for standard input";

fn line(number: usize) -> String {
    format!("{{\"id\":\"e{number}\",\"date\":\"{:04}-03-01\",\"title\":\"Round {number:06}\"}}\n", 1000 + number % 1000)
}

/// A folder with a named pipe in it.
fn pipe() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pipe");
    assert!(Process::new("mkfifo").arg(&path).status().unwrap().success());
    (folder, path)
}

/// The program at the end of a pipe, and the pipe.
fn at_the_end_of_a_pipe() -> (Program, File) {
    let (_folder, path) = pipe();
    let script = format!("exec \"$0\" - < {}", path.display());
    let program = Program::start_in(shell(&script, BINARY), SIZE, b"");
    let pipe = OpenOptions::new().write(true).open(&path).unwrap();
    (program, pipe)
}

fn shows(program: &mut Program, words: &str) {
    program.wait(|screen| screen.contents().contains(words));
}

fn quits(program: &mut Program, code: i32) {
    assert_eq!(program.end().code(), Some(code));
    program.assert_given_back();
}

/// A file that is too long to be held in memory, and one that is not.
fn files() -> [(TempDir, PathBuf, usize); 2] {
    [20_000, 20].map(|count| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("events.jsonl");
        fs::write(&path, (0..count).map(line).collect::<String>()).unwrap();
        (folder, path, count)
    })
}

fn opened(path: &Path, count: usize) -> Program {
    let mut program = Program::start_in(command(BINARY).arg(path), SIZE, b"");
    // All of it has been read.
    let all = if count > 1000 { "20,000" } else { "20" };
    program.wait(|screen| screen.contents().contains(all) && !screen.contents().contains("reading"));
    program
}

#[test]
fn a_pipe_that_gives_nothing_hears_the_keyboard() {
    let (mut program, pipe) = at_the_end_of_a_pipe();
    shows(&mut program, WAITING);
    program.send("?");
    shows(&mut program, "next event");
    program.send("\x1b");
    program.wait(|screen| !screen.contents().contains("next event"));
    program.send("q");
    quits(&mut program, 0);
    drop(pipe);
}

#[test]
fn half_a_line_is_no_reason_to_hang() {
    let (mut program, mut pipe) = at_the_end_of_a_pipe();
    let (half, other) = (&line(7)[..20], &line(7)[20..]);
    pipe.write_all(half.as_bytes()).unwrap();
    shows(&mut program, WAITING);
    pipe.write_all(other.as_bytes()).unwrap();
    shows(&mut program, "Round 000007");
    pipe.write_all(half.as_bytes()).unwrap();
    program.send("q");
    quits(&mut program, 0);
}

#[test]
fn a_steady_pipe_is_shown_from_its_first_line_on() {
    let (mut program, mut pipe) = at_the_end_of_a_pipe();
    let mut number = 0;
    // It never pauses for long, and never gives much.
    for words in ["Round 000001", "Round 000020"] {
        let begun = Instant::now();
        while !program.screen().contents().contains(words) {
            assert!(begun.elapsed() < Duration::from_secs(10), "{}", program.screen().contents());
            number += 1;
            pipe.write_all(line(number).as_bytes()).unwrap();
            // This is the pace of the pipe.
            program.is_quiet(Duration::from_millis(30));
        }
    }
    program.send("q");
    quits(&mut program, 0);
}

#[test]
fn a_pipe_without_events_ends_with_the_reason() {
    for (text, code, why) in [
        (&b""[..], 1, "no events"),
        (b"neither this\nnor that\n", 1, "standard input:1:"),
        (b"\xFD7zXZ\0\0\x04\xE6\xD6\xB4\x46", 2, "xzcat FILE | annalist -"),
        (b"\x1F\x8B\x08\x08\0\0\0\0\0\x03some", 2, "it cannot be unpacked"),
    ] {
        let (mut program, mut pipe) = at_the_end_of_a_pipe();
        shows(&mut program, WAITING);
        pipe.write_all(text).unwrap();
        drop(pipe);
        quits(&mut program, code);
        assert!(program.log().contains(why), "{}", program.log());
    }
}

#[test]
fn what_is_appended_leaves_what_was_read_as_it_was() {
    for (_folder, path, count) in files() {
        let mut program = opened(&path, count);
        OpenOptions::new().append(true).open(&path).unwrap().write_all(line(999).as_bytes()).unwrap();
        program.send("G");
        shows(&mut program, &format!("the file has {} bytes more", line(999).len()));
        shows(&mut program, "Round 000");
        assert!(!program.screen().contents().contains("has changed"), "{}", program.screen().contents());
        program.send("q");
        quits(&mut program, 0);
    }
}

#[test]
fn what_was_written_anew_is_never_shown_as_something_else() {
    for (_folder, path, count) in files() {
        let mut program = opened(&path, count);
        // Other events under the ids of the first, byte for byte in their places.
        let others = fs::read_to_string(&path).unwrap().replace("Round", "Other");
        OpenOptions::new().write(true).open(&path).unwrap().write_all(others.as_bytes()).unwrap();
        program.send("G");
        shows(&mut program, "the file has changed");
        program.send("gG");
        let is_known = if count > 1000 { "its file has changed" } else { "Round 000" };
        shows(&mut program, is_known);
        assert!(!program.screen().contents().contains("Other"), "{}", program.screen().contents());
        program.send("q");
        quits(&mut program, 0);
    }
}

#[test]
fn a_file_that_was_cut_says_so() {
    for (_folder, path, count) in files() {
        let mut program = opened(&path, count);
        OpenOptions::new().write(true).open(&path).unwrap().set_len(100).unwrap();
        program.send("G");
        shows(&mut program, "the file has changed");
        program.send("q");
        quits(&mut program, 0);
    }
}

#[test]
fn a_file_put_in_its_place_changes_nothing() {
    for (folder, path, count) in files() {
        let mut program = opened(&path, count);
        let other = folder.path().join("other");
        fs::write(&other, "{\"date\":\"2020\",\"title\":\"Other\"}\n").unwrap();
        fs::rename(&other, &path).unwrap();
        program.send("G");
        shows(&mut program, "Round 000");
        assert!(!program.screen().contents().contains("changed"), "{}", program.screen().contents());
        program.send("q");
        quits(&mut program, 0);
    }
}
