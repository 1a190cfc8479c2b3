//! Every way out of the program and back, by every kind of terminal: what was set is taken back, and the shell finds its
//! terminal as it was. And what the environment says of a terminal, seen in what is written to it.

use std::{os::unix::process::ExitStatusExt as _, process::ExitStatus};

use pty_process::blocking::Command;
use rustix::process::Signal;

use crate::support::{
    editor::editor,
    gnu_screen::GnuScreen,
    pty::{ATTRIBUTES, CLEAR, ENTER, JOB, LEAVE, LIGHT, Program, command, count, shell},
    tmux::Tmux,
};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (100, 30);
/// What the first frame says of the timeline that comes along, in ASCII as well.
const TITLE: &str = "cyber cooperation";
/// The terminals that are drawn on; `dumb` is only printed on.
const TERMS: [&str; 5] = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"];

/// A way out, which has to leave the terminal as it was.
type WayOut = fn(&str);

const WAYS_OUT: [(&str, WayOut); 7] = [
    ("q", |term| assert_eq!(left_by(term, "q").code(), Some(0))),
    ("Ctrl-c", |term| assert_eq!(left_by(term, "\x03").code(), Some(0))),
    ("a signal", is_ended_by_signals),
    ("an error", fails),
    ("a terminal that closes", is_hung_up),
    ("a stop, and back", stops_and_comes_back),
    ("an editor, and back", edits_and_comes_back),
];

#[test]
fn every_way_out_leaves_every_terminal_as_it_was() {
    for (name, leave) in WAYS_OUT {
        for term in TERMS {
            println!("{name} in {term}");
            leave(term);
        }
    }
}

#[test]
fn nothing_is_set_in_a_dumb_terminal_whatever_ends_the_program() {
    let nowhere = command(BINARY).arg("/nowhere.toml");
    for (command, code) in [(command(BINARY), 0), (nowhere, 2)] {
        let mut program = Program::start_in(command.env("TERM", "dumb").env("CLICOLOR_FORCE", "1"), SIZE, b"q");
        assert_eq!(program.end().code(), Some(code));
        assert!(!program.output.contains(&0x1b), "{}", program.log());
        program.assert_given_back();
    }
}

fn annalist(term: &str) -> Command {
    command(BINARY).env("TERM", term).arg("--fresh")
}

/// The program behind its first frame, in a terminal that owes it no answer.
fn started(command: Command) -> Program {
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(|screen| screen.contents().contains(TITLE));
    // What has no colours is asked for the keyboard alone.
    program.wait_output(b"\x1b[c", 1);
    program.send(ATTRIBUTES);
    program.assert_taken();
    program
}

fn left_by(term: &str, keys: &str) -> ExitStatus {
    let mut program = started(annalist(term));
    program.send(keys);
    let status = program.end();
    program.assert_given_back();
    status
}

fn is_ended_by_signals(term: &str) {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut program = started(annalist(term));
        program.signal(signal);
        assert_eq!(program.end().signal(), Some(signal.as_raw()));
        program.assert_given_back();
    }
}

/// Nothing can be read in a file so long that its reading goes on behind the first frame.
fn fails(term: &str) {
    let line = "{\"date\":\"someday\",\"title\":\"Talks of many people\"}\n";
    let file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
    std::fs::write(file.path(), line.repeat(30_000)).unwrap();
    let mut program = Program::start_in(annalist(term).arg(file.path()), SIZE, b"");
    assert_eq!(program.end().code(), Some(1), "{}", program.log());
    assert_eq!(count(&program.output, ENTER), count(&program.output, LEAVE));
    program.assert_given_back();
}

fn is_hung_up(term: &str) {
    let mut program = started(annalist(term));
    program.hang_up();
    let status = program.end();
    assert!(status.code() == Some(0) || status.signal() == Some(Signal::HUP.as_raw()), "{status}");
}

fn stops_and_comes_back(term: &str) {
    let mut program = started(shell(JOB, BINARY).env("TERM", term));
    program.send("\x1a");
    program.wait_output(b"stopped", 1);
    program.assert_given_back();
    program.send("\n");
    program.wait_output(CLEAR, 2);
    program.assert_taken();
    program.send(format!("{ATTRIBUTES}q"));
    program.wait_output(b"ended with 0", 1);
    program.end();
    program.assert_given_back();
}

fn edits_and_comes_back(term: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    std::fs::write(&file, format!("[[event]]\ndate = \"2023\"\ntitle = \"{TITLE}\"\n")).unwrap();
    let editor = editor(folder.path(), "vi", "echo editing; read line");
    let mut program = started(annalist(term).arg(&file).env("EDITOR", &editor).env("VISUAL", ""));
    program.send("E");
    program.wait_output(b"editing", 1);
    program.assert_given_back();
    program.send("\n");
    program.wait_output(CLEAR, 2);
    program.assert_taken();
    program.send(format!("{ATTRIBUTES}q"));
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

/// Colours that are chosen, and not only taken back.
fn has_colours(program: &Program) -> bool {
    let text = String::from_utf8_lossy(&program.output).into_owned();
    let styles = text.split("\x1b[").filter_map(|rest| rest.split_once('m').map(|(style, _)| style.to_owned()));
    let numbers = |style: String| style.split(';').filter_map(|number| number.parse().ok()).collect::<Vec<u8>>();
    styles.flat_map(numbers).any(|number| matches!(number, 30..=38 | 40..=48 | 90..=107))
}

#[test]
fn the_environment_decides_on_colours_and_letters() {
    // Variables, whether there are colours, and whether there is more than ASCII.
    type Case = (&'static [(&'static str, &'static str)], bool, bool);
    let cases: [Case; 9] = [
        (&[("TERM", "xterm-256color")], true, true),
        (&[("TERM", "linux")], true, true),
        (&[("TERM", "vt100")], false, true),
        (&[("TERM", "vt100"), ("CLICOLOR_FORCE", "1")], true, true),
        (&[("TERM", "xterm-256color"), ("CLICOLOR", "0")], false, true),
        (&[("TERM", "xterm-256color"), ("NO_COLOR", "1")], false, true),
        (&[("TERM", "linux"), ("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false, true),
        (&[("TERM", "xterm-256color"), ("LC_ALL", "C")], true, false),
        (&[("TERM", "vt100"), ("LANG", "POSIX")], false, false),
    ];
    for (variables, colours, letters) in cases {
        let command = variables.iter().fold(command(BINARY).arg("--fresh"), |it, (name, value)| it.env(name, value));
        let mut program = started(command);
        for key in ["j", "?"] {
            program.send(key);
        }
        program.wait(|screen| !screen.contents().contains(TITLE) || screen.contents().contains("Esc"));
        // Behind what a screen in ASCII says of the events' own words.
        let is_ascii = program.screen().contents().chars().all(|c| !matches!(c, '─'..='╿' | '■'..='◿' | '…'));
        assert_eq!((has_colours(&program), !is_ascii), (colours, letters), "{variables:?}: {}", program.log());
        program.send("\x03");
        assert_eq!(program.end().code(), Some(0));
        program.assert_given_back();
    }
}

#[test]
fn terminals_that_answer_late_or_never_are_left_as_they_were() {
    for answer in [None, Some(format!("{LIGHT}{ATTRIBUTES}"))] {
        for term in TERMS {
            let mut program = Program::start_in(annalist(term), SIZE, b"");
            program.wait(|screen| screen.contents().contains(TITLE));
            program.wait_output(b"\x1b[c", 1);
            program.send("q");
            program.wait_output(LEAVE, 1);
            if let Some(answer) = &answer {
                program.send(answer);
            } else {
                // Whoever does not want to wait need not.
                program.send("\x03");
            }
            assert_eq!(program.end().code(), Some(0), "{term}");
            program.assert_given_back();
            assert!(!program.screen().contents().contains("rgb:"), "{}", program.screen().contents());
        }
    }
}

/// How a mouse is reported: by numbers, and by bytes where a terminal knows no numbers.
#[test]
fn a_click_is_heard_however_it_is_reported() {
    let report = |column: u8, row: u8| {
        let bytes = [b"\x1b[M ".as_slice(), &[column + 32, row + 32], b"\x1b[M#", &[column + 32, row + 32]].concat();
        [bytes, format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m").into_bytes()]
    };
    for form in 0..2 {
        let mut program = started(annalist("xterm-256color"));
        // The hint that opens the help.
        let rows: Vec<String> = program.screen().rows(0, SIZE.0).collect();
        let last = rows.last().unwrap();
        let column = annalist::text::width(&last[..last.find("? help").unwrap()]) + 1;
        program.send(&report(u8::try_from(column).unwrap(), u8::try_from(rows.len()).unwrap())[form]);
        program.wait(|screen| !screen.contents().contains("? help"));
        program.send("\x03");
        assert_eq!(program.end().code(), Some(0));
        program.assert_given_back();
    }
}

/// What a shell in a multiplexer does: the program once, and its status and the line discipline behind it.
fn script(way: &str) -> String {
    format!(
        "stty -g > before; {way} '{BINARY}' --fresh; echo \"ended with $?\"; stty -g | cmp - before && echo same; cat"
    )
}

#[test]
fn tmux_is_left_as_it_was() {
    let flags =
        "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{mouse_button_flag} #{mouse_sgr_flag} #{keypad_flag}";
    for (keys, status) in [(["q", ""], 0), (["C-c", ""], 0), (["?", "C-c"], 0), (["TERM", ""], 143)] {
        let folder = tempfile::tempdir().unwrap();
        let line = format!("cd '{}'; {}", folder.path().display(), script("sh -c 'echo $$ > pid; exec \"$0\" \"$@\"'"));
        let Some(tmux) = Tmux::start(&format!("sh -c {}", shlex::try_quote(&line).unwrap())) else { return };
        tmux.wait(|screen| screen.contains(TITLE));
        assert!(tmux.run(&["display-message", "-p", flags]).starts_with("1 0 1"), "it is taken");
        if keys[0] == "TERM" {
            let pid = std::fs::read_to_string(folder.path().join("pid")).unwrap().trim().parse().unwrap();
            rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), Signal::TERM).unwrap();
        } else {
            keys.iter().filter(|key| !key.is_empty()).for_each(|key| drop(tmux.run(&["send-keys", key])));
        }
        tmux.wait(|screen| screen.contains(&format!("ended with {status}")) && screen.contains("same"));
        assert_eq!(tmux.run(&["display-message", "-p", flags]).trim(), "0 1 0 0 0 0", "{keys:?}");
    }
}

#[test]
fn gnu_screen_is_left_as_it_was_and_hands_on_the_mouse() {
    for leave in ["q", "\x03"] {
        let folder = tempfile::tempdir().unwrap();
        let line = format!("cd '{}'; {}", folder.path().display(), script(""));
        let Some(mut screen) = GnuScreen::start(&line, SIZE) else { return };
        screen.program.wait(|screen| screen.contents().contains(TITLE));
        screen.program.wait_output(b"\x1b[?1002h", 1);
        let rows: Vec<String> = screen.program.screen().rows(0, SIZE.0).collect();
        let row = rows.iter().position(|row| row.contains("? help")).unwrap();
        let column = annalist::text::width(&rows[row][..rows[row].find("? help").unwrap()]) + 1;
        let (column, row) = (column, row + 1);
        screen.program.send(format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
        screen.program.wait(|screen| !screen.contents().contains("? help"));
        screen.program.send("\x1b");
        screen.program.wait(|screen| screen.contents().contains("? help"));
        screen.program.send(leave);
        screen.program.wait(|screen| screen.contents().contains("ended with 0") && screen.contents().contains("same"));
        assert!(!screen.program.screen().hide_cursor());
        assert_eq!(screen.program.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert!(!screen.program.screen().bracketed_paste());
    }
}
