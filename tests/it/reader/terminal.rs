//! The reader mode on a terminal: when it is on, its prompt, and answers in parts.

use std::fs;

use crate::support::pty::{Program, command};
use pty_process::blocking::Command;

fn annalist() -> Command {
    command(env!("CARGO_BIN_EXE_annalist"))
}

/// Waits for so many prompts, each of which ends what was written.
fn wait_prompt(program: &mut Program, times: usize) {
    program.wait_output(b"annalist> ", times);
    program.wait_for(|program| program.output.ends_with(b"annalist> "));
}

/// The answers so far, without what was typed.
fn told(program: &Program) -> String {
    String::from_utf8(program.output.clone()).unwrap().replace('\r', "")
}

/// Types a command, and returns its answer.
fn ask(program: &mut Program, line: &str) -> String {
    let (before, prompts) = (program.output.len(), told(program).matches("annalist> ").count());
    program.send(format!("{line}\n"));
    wait_prompt(program, prompts + 1);
    let answer = String::from_utf8(program.output[before..].to_vec()).unwrap().replace('\r', "");
    let answer = answer.strip_prefix(&format!("{line}\n")).expect("the terminal shows what is typed").to_owned();
    answer.strip_suffix("annalist> ").unwrap().to_owned()
}

#[test]
fn a_dumb_terminal_has_a_prompt_and_nothing_else() {
    let mut program = Program::start(annalist().env("TERM", "dumb"));
    wait_prompt(&mut program, 1);
    assert!(
        told(&program)
            .starts_with("US/UK–Japan cyber cooperation, 130 events. Type help for the commands, quit to leave.\n")
    );
    assert!(ask(&mut program, "go 2023-01-06").starts_with("Event 71 of 130. 6 January 2023. DHS and METI"));
    program.send("quit\n");
    assert_eq!(program.end().code(), Some(0));
    assert!(!program.output.contains(&0x1b), "{}", program.log());
    program.assert_given_back();
}

#[test]
fn long_answers_come_in_parts_and_enter_tells_more() {
    let mut program = Program::start(annalist().arg("--plain"));
    wait_prompt(&mut program, 1);
    let first = ask(&mut program, "list");
    assert_eq!(first.lines().count(), 12, "{first}");
    assert!(first.ends_with("\n10 of 130 told; Enter tells more.\n"), "{first}");
    let second = ask(&mut program, "");
    assert!(second.starts_with("11. ") && second.ends_with("\n20 of 130 told; Enter tells more.\n"), "{second}");
    assert!(ask(&mut program, "3").starts_with("Event 3 of 130. "));
    // Where nothing is left to be told, it is the next event.
    assert!(ask(&mut program, "").starts_with("Event 4 of 130. "));
    let text = ask(&mut program, "read");
    assert!(text.starts_with("Event 4 of 130. ") && text.lines().count() <= 21, "{text}");
    assert!(ask(&mut program, "frobnicate").starts_with("There is no command"));
    // The end of input ends it as `quit` does, whatever could not be done.
    program.send("\x04");
    assert_eq!(program.end().code(), Some(0));
    assert!(told(&program).ends_with("annalist> \n"), "{}", program.log());
    program.assert_given_back();
}

#[test]
fn the_configuration_and_the_environment_can_wish_for_it() {
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config.toml");
    fs::write(&config, "plain = true\n").unwrap();
    let configured = annalist().arg("--config").arg(&config);
    for command in [configured, annalist().env("ACCESSIBLE", "1")] {
        let mut program = Program::start(command);
        wait_prompt(&mut program, 1);
        program.send("quit\n");
        assert_eq!(program.end().code(), Some(0));
        assert!(!program.output.contains(&0x1b), "{}", program.log());
    }
    for no in ["", "0", "false"] {
        let mut program = Program::start(annalist().env("ACCESSIBLE", no));
        program.wait_for(|program| program.screen().alternate_screen());
    }
}

#[test]
fn what_was_looked_for_is_remembered_for_the_next_run() {
    let home = tempfile::tempdir().unwrap();
    let start = || Program::start(annalist().arg("--plain").env("HOME", home.path()).env_remove("XDG_STATE_HOME"));
    let mut program = start();
    wait_prompt(&mut program, 1);
    ask(&mut program, "find ransomware");
    program.send("quit\n");
    assert_eq!(program.end().code(), Some(0));
    let mut program = start();
    wait_prompt(&mut program, 1);
    assert!(ask(&mut program, "filters").contains("1. ransomware.\n"));
}
