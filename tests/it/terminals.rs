//! Every way out of the program, and back where there is one, by every kind of terminal: what was set is taken back. And what
//! the environment says of a terminal, how it answers and how it reports the mouse, looked at by what comes of it.

use std::os::unix::process::ExitStatusExt as _;
use std::time::{Duration, Instant};

use pty_process::blocking::Command;
use rustix::process::Signal;

use crate::{
    mouse::{detail, report, rows},
    support::{
        editor::editor,
        pty::{ATTRIBUTES, CLEAR, ENTER, JOB, LEAVE, LIGHT, Program, TERMS, command, count, shell},
    },
};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (100, 30);
/// What the first frame says of the timeline that comes along, in every terminal.
const TITLE: &str = "cyber cooperation";
/// The last of what is asked behind the first frame, and what only a terminal with the kitty keyboard protocol answers.
const ASKED: &[u8] = b"\x1b[c";
const HAS_PROTOCOL: &str = "\x1b[?0u";
const PROMPT: &[u8] = b"annalist> ";
const SIGNALS: [Signal; 5] = [Signal::HUP, Signal::INT, Signal::TERM, Signal::QUIT, Signal::USR1];

fn annalist(term: &str) -> Command {
    command(BINARY).env("TERM", term).arg("--fresh")
}

/// The program behind its first frame, with all modes set, in a terminal that has answered.
fn started(command: Command, term: &str) -> Program {
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(|screen| screen.contents().contains(TITLE));
    program.wait_output(ASKED, 1);
    if term.starts_with("xterm") {
        program.send(HAS_PROTOCOL);
        program.wait_output(b"\x1b[>5u", 1);
    }
    program.send(ATTRIBUTES);
    program.assert_taken();
    program
}

/// The reader mode at its prompt, which a dumb terminal has instead.
fn started_dumb(command: Command) -> Program {
    let mut program = Program::start_in(command.env("TERM", "dumb").env("CLICOLOR_FORCE", "1"), SIZE, b"");
    program.wait_output(PROMPT, 1);
    program
}

/// Whether whoever runs the tests ignores a signal, as `nohup` does: what they start ignores it as well, unless it catches it.
fn is_ignored(signal: Signal) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    ignored.is_some_and(|ignored| ignored >> (signal.as_raw() - 1) & 1 == 1)
}

/// Nothing that acts on a terminal was written to a dumb one, which is as it was.
fn assert_untouched(program: &Program) {
    assert!(!program.output.contains(&0x1b), "{}", program.log());
    program.assert_given_back();
}

/// A file in which nothing can be read, so long that this is found out behind the first frame.
fn long_file_of_nothing() -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
    let line = "{\"date\":\"someday\",\"title\":\"Talks of many people\"}\n";
    std::fs::write(file.path(), line.repeat(30_000)).unwrap();
    file
}

#[test]
fn a_key_that_quits_leaves_every_terminal_as_it_was() {
    for term in TERMS {
        for key in ["q", "\x03"] {
            let mut program = started(annalist(term), term);
            program.send(key);
            assert_eq!(program.end().code(), Some(0), "{term} {key:?}");
            program.assert_given_back();
        }
    }
    let interrupts = (!is_ignored(Signal::INT)).then_some(("\x03", None));
    for (keys, code) in [("quit\n", Some(0)), ("\x04", Some(0))].into_iter().chain(interrupts) {
        let mut program = started_dumb(annalist("dumb"));
        program.send(keys);
        assert_eq!(program.end().code(), code, "{keys:?}");
        assert_untouched(&program);
    }
}

#[test]
fn a_signal_leaves_every_terminal_as_it_was() {
    for signal in SIGNALS {
        for term in TERMS {
            let mut program = started(annalist(term), term);
            program.signal(signal);
            assert_eq!(program.end().signal(), Some(signal.as_raw()), "{term}");
            program.assert_given_back();
        }
    }
    for signal in SIGNALS.into_iter().filter(|signal| !is_ignored(*signal)) {
        let mut program = started_dumb(annalist("dumb"));
        program.signal(signal);
        assert_eq!(program.end().signal(), Some(signal.as_raw()));
        assert_untouched(&program);
    }
}

#[test]
fn an_error_leaves_every_terminal_as_it_was() {
    let file = long_file_of_nothing();
    for term in TERMS.into_iter().chain(["dumb"]) {
        let is_drawn = usize::from(term != "dumb");
        for (path, code, entered) in [("/nowhere.toml".as_ref(), 2, 0), (file.path(), 1, is_drawn)] {
            let mut program = Program::start_in(annalist(term).arg(path), SIZE, ATTRIBUTES.as_bytes());
            assert_eq!(program.end().code(), Some(code), "{term}: {}", program.log());
            assert_eq!((count(&program.output, ENTER), count(&program.output, LEAVE)), (entered, entered), "{term}");
            program.assert_given_back();
        }
    }
}

#[test]
fn a_terminal_that_closes_ends_the_program() {
    for term in TERMS {
        let mut program = started(annalist(term), term);
        program.hang_up();
        let status = program.end();
        assert!(status.code() == Some(0) || status.signal() == Some(Signal::HUP.as_raw()), "{term}: {status}");
    }
    let mut program = started_dumb(annalist("dumb"));
    program.hang_up();
    let status = program.end();
    // Who ignores the signal finds that nothing can be written.
    assert!(status.code() == Some(3) || status.signal() == Some(Signal::HUP.as_raw()), "{status}");
}

/// The program has the terminal again after having given it away, and is left.
fn comes_back_and_quits(program: &mut Program) {
    program.wait_output(CLEAR, 2);
    program.assert_taken();
    program.send("q");
}

#[test]
fn a_stop_leaves_every_terminal_as_it_was_and_is_come_back_from() {
    for term in TERMS {
        let mut program = started(shell(JOB, BINARY).env("TERM", term), term);
        program.send("\x1a");
        program.continue_job();
        comes_back_and_quits(&mut program);
        program.wait_output(b"ended with 0", 1);
        program.end();
        program.assert_given_back();
    }
    let mut program = started_dumb(shell(JOB, BINARY));
    program.send("\x1a");
    program.wait_output(b"stopped", 1);
    program.send("\n");
    program.wait_output(b"continued", 1);
    program.send("quit\n");
    program.wait_output(b"ended with 0", 1);
    program.end();
    assert_untouched(&program);
}

#[test]
fn an_editor_finds_every_terminal_as_it_was_and_is_come_back_from() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.toml");
    std::fs::write(&file, format!("[[event]]\ndate = \"2023\"\ntitle = \"{TITLE}\"\n")).unwrap();
    let editor = editor(folder.path(), "vi", "echo editing; read line");
    for term in TERMS {
        let mut program = started(annalist(term).arg(&file).env("EDITOR", &editor).env("VISUAL", ""), term);
        program.send("E");
        program.wait_output(b"editing", 1);
        program.assert_given_back();
        program.send("\n");
        comes_back_and_quits(&mut program);
        assert_eq!(program.end().code(), Some(0), "{term}");
        program.assert_given_back();
    }
}

#[test]
fn the_environment_decides_on_colours_and_letters() {
    let file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    std::fs::write(file.path(), format!("[[event]]\ndate = \"2023\"\ntitle = \"{TITLE}\"\n")).unwrap();
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
        (&[("TERM", "xterm-256color"), ("LANG", "C")], true, false),
        (&[("TERM", "vt100"), ("LC_ALL", "POSIX")], false, false),
    ];
    for (variables, colors, letters) in cases {
        let command = variables.iter().fold(annalist("").arg(file.path()), |it, (name, value)| it.env(name, value));
        let mut program = started(command, "");
        let screen = program.screen();
        let cells = (0..SIZE.1).flat_map(|row| (0..SIZE.0).filter_map(move |column| screen.cell(row, column)));
        let has_colors = cells.into_iter().any(|cell| [cell.fgcolor(), cell.bgcolor()] != [vt100::Color::Default; 2]);
        let has_letters = !screen.contents().is_ascii();
        assert_eq!((has_colors, has_letters), (colors, letters), "{variables:?}: {}", program.log());
        program.send("q");
        assert_eq!(program.end().code(), Some(0));
        program.assert_given_back();
    }
}

#[test]
fn a_terminal_that_answers_late_or_never_types_nothing_and_is_left_soon() {
    const SCRIPT: &str = r#""$0" --fresh; echo ended; read line; echo "typed <$line>""#;
    // When it answers and when it is left, and in which time it then is, in milliseconds.
    for (answered, left, limit) in [(Some(600), 0, 1200), (Some(1000), 1300, 800), (None, 0, 2500), (None, 1300, 800)] {
        let mut program = Program::start_in(shell(SCRIPT, BINARY), SIZE, b"");
        program.wait_output(ASKED, 1);
        let asked = Instant::now();
        let answer = answered.map(|at| (at, format!("{LIGHT}{ATTRIBUTES}")));
        let mut acts: Vec<(u64, String)> = answer.into_iter().chain([(left, "q".to_owned())]).collect();
        acts.sort();
        for (at, bytes) in acts {
            let at = Duration::from_millis(at);
            while asked.elapsed() < at {
                program.is_quiet(at.saturating_sub(asked.elapsed()));
            }
            program.send(bytes);
        }
        program.wait_output(b"ended", 1);
        let waited = asked.elapsed() - Duration::from_millis(left);
        assert!(waited < Duration::from_millis(limit), "{answered:?} {left}: {waited:?}");
        program.send("line\n");
        program.wait_output(b"typed <line>", 1);
        program.end();
        program.assert_given_back();
    }
}

#[test]
fn the_mouse_is_heard_in_each_form_in_which_it_is_reported() {
    let command = annalist("xterm-256color").args(["--select", "2023-01-06-dhs-meti-moc"]);
    let mut program = Program::start_in(command, (240, 40), b"");
    program.wait(|screen| detail(screen).contains("DHS and METI sign"));
    program.wait_output(ASKED, 1);
    program.send(ATTRIBUTES);
    // Within the list, yet so far right that the column is no ASCII byte.
    const COLUMN: u8 = 100;
    let reports = |row: u8| -> [(&str, Vec<u8>); 4] {
        let (column, line) = (COLUMN + 32, row + 32);
        [
            ("SGR", report(0, (COLUMN.into(), row.into()), 'M').into_bytes()),
            ("X10", [b"\x1b[M ".as_slice(), &[column, line]].concat()),
            ("UTF-8", format!("\x1b[M {}{}", char::from(column), char::from(line)).into_bytes()),
            ("rxvt", format!("\x1b[32;{COLUMN};{row}M").into_bytes()),
        ]
    };
    for form in 0..4 {
        for words in ["US–Japan 2+2", "DHS and METI sign"] {
            let is_listed = |row: &String| row.chars().take(COLUMN.into()).collect::<String>().contains(words);
            let row = rows(program.screen()).iter().rposition(is_listed).unwrap() + 1;
            let (name, report) = &reports(row.try_into().unwrap())[form];
            program.send(report);
            program.wait(|screen| detail(screen).contains(words));
            assert!(rows(program.screen()).last().unwrap().contains("? help"), "{name}: nothing of it was a key");
        }
    }
    assert_eq!(count(&program.output, b"\x1b[?1002l"), 0, "M was not pressed");
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}
