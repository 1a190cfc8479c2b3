//! Keys of the guide, typed into the built program in a terminal.
//!
//! A block begins with the command that opens the program. A line of keys, or a further command at another prompt, is
//! followed by texts that are on the screen then, of which one was not there before; where none follows, the program has
//! ended.

use std::path::Path;
use std::time::Duration;

use annalist::input::Key;

use super::commands::{PROMPT, environment, run};
use crate::support::pty::{Program, command};

/// What begins a text that is on the screen.
const SHOWN: &str = "> ";
/// What stands around a frame.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
const SIZE: (u16, u16) = (100, 36);
/// Longer than the program waits for the rest of what Esc may begin.
const AFTER_ESC: Duration = Duration::from_millis(150);

/// Runs a block of keys.
pub(super) fn type_into_program(block: &str, folder: &Path) {
    let mut lines = block.lines().map(without_remark).peekable();
    let opening = lines.next().and_then(|line| line.strip_prefix(PROMPT)).expect("a command opens the program");
    let mut shell = command("sh");
    for (name, value) in environment(folder) {
        shell = shell.env(name, value);
    }
    let mut program = Program::start_in(shell.args(["-c", opening]).current_dir(folder), SIZE, b"");
    program.wait(|screen| screen.alternate_screen() && !screen.contents().trim().is_empty());
    let mut shown_before = String::new();
    let mut step = opening;
    loop {
        let texts: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| line.starts_with(SHOWN))).collect();
        for text in texts.iter().filter_map(|text| text.strip_prefix(SHOWN)) {
            println!("waiting for `{text}`");
            program.wait(|screen| screen.contents().contains(text));
        }
        program.wait_for(|program| last(&program.output, FRAME_BEGINS) <= last(&program.output, FRAME_ENDS));
        let is_new = |text: &&str| !shown_before.contains(text.trim_start_matches(SHOWN));
        let is_opening = step == opening && texts.is_empty();
        let is_end = texts.is_empty() && lines.peek().is_none();
        assert!(
            is_opening || texts.iter().any(is_new) || is_end && program.end().success(),
            "`{step}` shows nothing that was not there:\n{shown_before}"
        );
        let Some(line) = lines.next() else { break };
        shown_before = program.screen().contents();
        match line.strip_prefix(PROMPT) {
            Some(command) => assert_eq!(run(command, folder), "", "{command}"),
            None => line.split_whitespace().for_each(|word| press(&mut program, word)),
        }
        step = line;
    }
}

/// Where these bytes stand for the last time.
fn last(output: &[u8], bytes: &[u8]) -> Option<usize> {
    output.windows(bytes.len()).rposition(|window| window == bytes)
}

/// The keys of a line that names some, each as it is written.
pub(super) fn keys(line: &str) -> Vec<&str> {
    let is_keys = !line.starts_with(PROMPT) && !line.starts_with(SHOWN);
    if is_keys { without_remark(line).split_whitespace().collect() } else { Vec::new() }
}

/// A line without what is said of it at its end.
fn without_remark(line: &str) -> &str {
    line.split_once("  # ").map_or(line, |(keys, _)| keys).trim_end()
}

/// Whether a word is the name of a key, as annalist writes it.
pub(super) fn is_key(word: &str) -> bool {
    word.parse::<Key>().is_ok_and(|key| key.to_string() == word)
}

/// Presses a key, or types a word that is none.
fn press(program: &mut Program, word: &str) {
    program.send(if is_key(word) { bytes_of(word) } else { word.to_owned() });
    if word == "Esc" {
        while !program.is_quiet(AFTER_ESC) {}
    }
}

/// What a terminal sends for a key.
fn bytes_of(key: &str) -> String {
    if let Some(key) = key.strip_prefix("Alt-") {
        return format!("\x1b{}", bytes_of(key));
    }
    let sent = match key {
        "Space" => " ",
        "Enter" => "\r",
        "Esc" => "\x1b",
        "Tab" => "\t",
        "Shift-Tab" => "\x1b[Z",
        "Backspace" => "\x7f",
        "Del" => "\x1b[3~",
        "PgUp" => "\x1b[5~",
        "PgDn" => "\x1b[6~",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "Right" => "\x1b[C",
        "Left" => "\x1b[D",
        "Ctrl-Right" => "\x1b[1;5C",
        "Ctrl-Left" => "\x1b[1;5D",
        "F2" => "\x1bOQ",
        _ => match key.strip_prefix("Ctrl-").and_then(|letter| letter.bytes().next()) {
            Some(letter) => return char::from(letter & 0x1f).to_string(),
            None => key,
        },
    };
    assert!(sent.chars().count() == 1 || sent.starts_with('\x1b'), "what does a terminal send for {key}?");
    sent.to_owned()
}
