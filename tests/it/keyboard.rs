//! The keyboard of a real terminal: what a terminal with the kitty keyboard protocol tells apart, and what a configuration
//! makes of keys, seen on the screen of the built program.

use std::io::Write as _;
use std::time::Duration;

use crate::support::pty::{ATTRIBUTES, LEAVE, LIGHT, Program, command, count, shell};
use pty_process::blocking::Command;

const TITLE: &str = "US/UK–Japan cyber";
const SIZE: (u16, u16) = (100, 30);
const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
/// What asks for the protocol, the answer of a terminal that has it, and what sets and takes it back.
const ASK: &[u8] = b"\x1b[?u";
const HAS_PROTOCOL: &str = "\x1b[?0u";
const PUSH: &[u8] = b"\x1b[>5u";
const POP: &[u8] = b"\x1b[<1u";

fn started(command: Command) -> Program {
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(|screen| screen.contents().contains(TITLE));
    program.wait_output(ASK, 1);
    program
}

/// A program in a terminal that has the protocol.
fn enhanced(command: Command) -> Program {
    let mut program = started(command);
    program.send(format!("{HAS_PROTOCOL}{LIGHT}{ATTRIBUTES}"));
    program.wait_output(PUSH, 1);
    program
}

fn last_line(screen: &vt100::Screen) -> String {
    screen.rows(0, SIZE.0).last().unwrap_or_default().trim().to_owned()
}

fn configured(config: &str) -> (tempfile::NamedTempFile, Command) {
    let mut file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    file.write_all(config.as_bytes()).unwrap();
    let command = command(BINARY).arg("--config").arg(file.path());
    (file, command)
}

#[test]
fn a_terminal_without_the_protocol_is_left_alone() {
    let mut program = started(command(BINARY));
    program.send(ATTRIBUTES);
    program.send("/a");
    program.wait(|screen| last_line(screen).starts_with("/a"));
    program.send("\x1b");
    program.wait(|screen| !last_line(screen).starts_with('/'));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    assert_eq!((count(&program.output, PUSH), count(&program.output, POP)), (0, 0), "{}", program.log());
    program.assert_given_back();
}

#[test]
fn a_terminal_with_the_protocol_is_asked_behind_the_first_frame_and_given_back() {
    let mut program = enhanced(command(BINARY));
    let asked = program.output.windows(ASK.len()).position(|window| window == ASK).unwrap();
    assert!(count(&program.output[..asked], b"\x1b[?2026l") == 1, "the frame is first: {}", program.log());
    // What writes text comes as text, what does not by its number.
    program.send("\x1b[27u");
    program.send("/a\x1b[65;2u");
    program.wait(|screen| last_line(screen).starts_with("/aA"));
    program.send("\x1b[27u");
    program.wait(|screen| !last_line(screen).starts_with('/'));
    program.send("\x1b[99;5u");
    assert_eq!(program.end().code(), Some(0), "Ctrl-c");
    assert_eq!((count(&program.output, PUSH), count(&program.output, POP)), (1, 1), "{}", program.log());
    program.assert_given_back();
}

#[test]
fn ctrl_i_is_not_tab_where_the_terminal_tells_them_apart() {
    let (_file, command) = configured("[keys.browse]\ngo-to-date = \"Ctrl-i\"\n");
    let mut program = enhanced(command);
    program.send("\x1b[105;5u");
    program.wait(|screen| last_line(screen).contains("go to"));
    program.send("\x1b[27u");
    program.wait(|screen| !last_line(screen).contains("go to"));
    // Tab goes to the detail, where other keys are.
    program.send("\t");
    program.wait(|screen| last_line(screen).contains("item"));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn the_protocol_is_taken_back_wherever_the_terminal_is() {
    use rustix::process::Signal;
    // A signal.
    let mut program = enhanced(command(BINARY));
    program.signal(Signal::TERM);
    program.end();
    assert_eq!(count(&program.output, POP), 1, "{}", program.log());
    program.assert_given_back();
    // A stop, and back.
    let mut program = enhanced(shell(crate::support::pty::JOB, BINARY));
    program.send("\x1b[122;5u");
    program.continue_job();
    program.wait_output(PUSH, 2);
    program.send("q");
    program.wait_output(b"ended with 0", 1);
    program.end();
    assert_eq!((count(&program.output, PUSH), count(&program.output, POP)), (2, 2), "{}", program.log());
    program.assert_given_back();
}

#[test]
#[cfg(target_os = "linux")]
fn the_guard_takes_the_protocol_back_where_the_program_is_killed() {
    let mut program = enhanced(command(BINARY));
    // Time for the guard to be told.
    while !program.is_quiet(Duration::from_millis(300)) {}
    program.signal(rustix::process::Signal::KILL);
    program.end();
    program.wait(|screen| screen.contents().contains("for want of memory"));
    assert_eq!((count(&program.output, POP), count(&program.output, LEAVE)), (1, 1), "{}", program.log());
    program.assert_given_back();
}

#[test]
fn an_answer_that_comes_late_or_in_parts_is_no_key_and_is_heeded() {
    for cut in 1..HAS_PROTOCOL.len() {
        let mut program = started(command(BINARY));
        program.send("/a");
        program.wait(|screen| last_line(screen).starts_with("/a"));
        let (first, second) = HAS_PROTOCOL.split_at(cut);
        program.send(first);
        program.is_quiet(Duration::from_millis(150));
        program.send(format!("{second}{ATTRIBUTES}z"));
        program.wait(|screen| last_line(screen).starts_with("/az"));
        program.wait_output(PUSH, 1);
        program.send("\x1b[27u\x1b[99;5u");
        assert_eq!(program.end().code(), Some(0));
        program.assert_given_back();
    }
}

#[test]
fn keys_of_ones_own_move_and_are_on_the_screen() {
    let config = "[keys.browse]\nnext = [\"n\", \"Down\"]\nprevious = [\"e\", \"Up\"]\nfirst = \"g g\"\n";
    let (_file, command) = configured(config);
    let mut program = started(command.args(["--select", "2023-01-06-dhs-meti-moc"]));
    program.send(ATTRIBUTES);
    program.wait(|screen| screen.contents().contains("6 January 2023"));
    program.wait(|screen| last_line(screen).contains("n e event"));
    program.send("n");
    program.wait(|screen| !screen.contents().contains("6 January 2023"));
    program.send("e");
    program.wait(|screen| screen.contents().contains("6 January 2023"));
    program.send("j");
    program.wait(|screen| last_line(screen).contains("no key `j` here"));
    program.send("g");
    program.wait(|screen| last_line(screen).trim_end().ends_with(" g"));
    program.send("g");
    program.wait(|screen| !screen.contents().contains("6 January 2023"));
    // What lost its key is named with its place, among the problems.
    program.send("!");
    program.wait(|screen| screen.contents().contains(":2:9: `next-match` has no key in browse any more"));
    program.send("\x1b");
    program.wait(|screen| !screen.contents().contains("next-match") && last_line(screen).contains("n e event"));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn a_keymap_is_chosen_by_a_line() {
    let (_file, command) = configured("keymap = \"emacs\"\n");
    let mut program = started(command);
    program.send(ATTRIBUTES);
    program.wait(|screen| last_line(screen).contains("Ctrl-n Ctrl-p event"));
    program.send("\x13nisc");
    program.wait(|screen| last_line(screen).starts_with("/nisc"));
    program.send("\x07");
    program.wait(|screen| last_line(screen).contains("Ctrl-n Ctrl-p event"));
    program.send("\x18");
    program.wait(|screen| last_line(screen).trim_end().ends_with("Ctrl-x"));
    program.send("\x03");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}
