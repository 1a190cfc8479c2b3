//! The built program in a real pseudo-terminal: the terminal is given back as it was found, whatever ends the program;
//! frames come whole; what the terminal says never becomes a key, and what a file says never becomes a command to it.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

use crate::support::pty::{ATTRIBUTES, CLEAR, ENTER, JOB, LEAVE, LIGHT, Program, QUERY, command, count, shell};
use pty_process::blocking::Command;
use rustix::process::Signal;

/// The title of the built-in timeline, and an event of it that the tests go to.
const TITLE: &str = "US/UK–Japan cyber cooperation";
const EVENT: &str = "2023-01-06-dhs-meti-moc";
const SIZE: (u16, u16) = (100, 30);
/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";
const BINARY: &str = env!("CARGO_BIN_EXE_annalist");

/// All that these tests expect of what the program shows.
mod shows {
    /// The first frame is there.
    pub(crate) fn start(screen: &vt100::Screen) -> bool {
        first_line(screen).contains(super::TITLE)
    }

    /// A frame from the first column to the last but one, and from the first row to the last.
    pub(crate) fn whole(columns: u16) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| {
            let title = first_line(screen).trim_end().chars().count();
            first_line(screen).contains("US/UK")
                && title + 1 == usize::from(columns)
                && !last_line(screen).trim().is_empty()
        }
    }

    /// The words are anywhere.
    pub(crate) fn words(words: &str) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| screen.contents().contains(words)
    }

    /// A query is being typed, and this is it.
    pub(crate) fn query(text: &str) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| last_line(screen).trim_start().starts_with(&format!("/{text}"))
    }

    /// No query is being typed.
    pub(crate) fn no_query(screen: &vt100::Screen) -> bool {
        start(screen) && !query("")(screen)
    }

    /// The background behind the selected row is of this kind: the only one that a theme sets, in a list.
    pub(crate) fn light(screen: &vt100::Screen) -> Option<bool> {
        cells(screen).find_map(|cell| match cell.bgcolor() {
            vt100::Color::Rgb(red, green, blue) => Some([red, green, blue].iter().all(|part| *part > 127)),
            _ => None,
        })
    }

    /// The rows that have a cell in reverse.
    pub(crate) fn reversed(screen: &vt100::Screen) -> Vec<String> {
        let (rows, columns) = size(screen);
        let marked = |row| (0..columns).any(|column| screen.cell(row, column).is_some_and(vt100::Cell::inverse));
        (0..rows).filter(|row| marked(*row)).map(|row| line(screen, row.into())).collect()
    }

    pub(crate) fn first_line(screen: &vt100::Screen) -> String {
        line(screen, 0)
    }

    pub(crate) fn last_line(screen: &vt100::Screen) -> String {
        line(screen, size(screen).0.saturating_sub(1).into())
    }

    fn line(screen: &vt100::Screen, row: usize) -> String {
        screen.rows(0, size(screen).1).nth(row).unwrap_or_default()
    }

    fn size(screen: &vt100::Screen) -> (u16, u16) {
        let (rows, columns) = screen.size();
        (rows.get(), columns.get())
    }

    fn cells(screen: &vt100::Screen) -> impl Iterator<Item = &vt100::Cell> {
        let (rows, columns) = size(screen);
        (0..rows).flat_map(move |row| (0..columns).filter_map(move |column| screen.cell(row, column)))
    }
}

fn annalist() -> Command {
    command(BINARY)
}

/// The program on its own timeline, at the event that the tests know.
fn started() -> Program {
    with_first_frame(annalist().args(["--select", EVENT]))
}

fn with_first_frame(command: Command) -> Program {
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(shows::start);
    program.wait_output(END, 1);
    program
}

/// A file of this text, under a name that the program can open.
fn file_of(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(".toml").tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

/// Presses a key that changes the screen, and waits for the whole frame in which it does.
fn press(program: &mut Program, key: &str) {
    let frames = count(&program.output, END);
    program.send(key);
    program.wait_output(END, frames + 1);
}

#[test]
fn it_opens_the_built_in_timeline_in_the_alternate_screen() {
    let mut program = Program::start_in(annalist(), SIZE, b"");
    program.wait(shows::start);
    program.assert_taken();
    assert!(program.output.starts_with(ENTER));
}

#[test]
fn a_key_that_quits_gives_the_terminal_back() {
    for key in ["q", "\x03"] {
        let mut program = started();
        program.assert_taken();
        program.send(key);
        assert_eq!(program.end().code(), Some(0));
        program.assert_given_back();
        assert!(program.output.ends_with(b"\x1b[?1049l"), "nothing is written over the shell's screen");
    }
}

#[test]
fn a_signal_gives_the_terminal_back_and_is_what_the_program_dies_of() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut program = started();
        program.wait_output(QUERY, 1);
        program.send(ATTRIBUTES);
        program.assert_taken();
        program.signal(signal);
        assert_eq!(program.end().signal(), Some(signal.as_raw()));
        program.assert_given_back();
    }
}

/// The guards of a process that stand ready, each in a session of its own.
#[cfg(target_os = "linux")]
fn guards_of(pid: rustix::process::Pid) -> usize {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let stands = |entry: &std::fs::DirEntry| {
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // Behind the name: state, parent, group, session.
        let behind: Vec<&str> = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().collect();
        behind.get(1) == Some(&pid.to_string().as_str()) && behind.get(3).copied() == entry.file_name().to_str()
    };
    processes.filter(stands).count()
}

#[test]
#[cfg(target_os = "linux")]
fn a_program_that_is_killed_or_aborted_leaves_a_message_and_a_terminal_that_works() {
    for signal in [Signal::KILL, Signal::ABORT] {
        let mut program = started();
        program.assert_taken();
        let pid = program.pid();
        program.wait_for(|_| guards_of(pid) == 1);
        program.is_quiet(Duration::from_millis(50));
        program.signal(signal);
        assert_eq!(program.end().signal(), Some(signal.as_raw()));
        program.wait(shows::words("for want of memory"));
        program.assert_given_back();
    }
}

#[test]
fn the_guard_says_nothing_where_the_program_ends_at_once() {
    for _ in 0..10 {
        let mut program = Program::start_in(annalist(), SIZE, b"q");
        program.wait_output(QUERY, 1);
        program.send(ATTRIBUTES);
        assert_eq!(program.end().code(), Some(0));
        assert!(program.is_quiet(Duration::from_millis(50)));
        assert_eq!(count(&program.output, LEAVE), 1, "{}", program.log());
    }
}

#[test]
#[cfg(target_os = "linux")]
fn the_guard_says_nothing_where_the_program_has_given_the_terminal_back() {
    let mut program = started();
    program.send(ATTRIBUTES);
    let pid = program.pid();
    program.wait_for(|_| guards_of(pid) == 1);
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    assert_eq!(guards_of(pid), 0, "it goes with the program");
    assert_eq!(count(&program.output, LEAVE), 1);
    assert!(!program.log().contains("want of memory"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_long_timeline_stays_below_the_memory_that_the_system_grants() {
    let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
    let line =
        |number: usize| format!("{{\"date\":\"{}\",\"title\":\"The {number}th of many\"}}\n", 1000 + number % 900);
    file.write_all((0..400_000).map(line).collect::<String>().as_bytes()).unwrap();
    let script = format!(r#"ulimit -v 200000; exec "$0" --fresh '{}'"#, file.path().display());
    let mut program = Program::start_in(shell(&script, BINARY), SIZE, b"");
    program.wait(shows::words("memory limit reached after"));
    program.send("/many\r2");
    program.wait(|screen| shows::last_line(screen).contains("many"));
    program.send(format!("{ATTRIBUTES}q"));
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

#[test]
fn ctrl_z_returns_to_the_shell_and_fg_comes_back() {
    for stops_by_key in [true, false] {
        let mut program = Program::start_in(shell(JOB, BINARY), SIZE, b"");
        program.wait(shows::start);
        program.send("/quad");
        program.wait(shows::query("quad"));
        let raw = program.line();
        if stops_by_key {
            program.send("\x1a");
        } else {
            program.signal_job(Signal::TSTP);
        }
        program.continue_job();
        program.wait_output(CLEAR, 2);
        program.wait(shows::query("quad"));
        assert!(program.screen().alternate_screen());
        assert_eq!(program.line(), raw);
        program.send("\x1b");
        program.wait(shows::no_query);
        program.send("q");
        program.wait_output(b"ended with 0", 1);
        program.end();
        assert_eq!(count(&program.output, LEAVE), count(&program.output, ENTER), "{}", program.log());
        assert_eq!(count(&program.output, CLEAR), 2, "painted once on return: {}", program.log());
        program.assert_given_back();
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let mut program = started();
    program.hang_up();
    let status = program.end();
    assert!(status.code() == Some(0) || status.signal() == Some(Signal::HUP.as_raw()), "{status}");

    let mut deaf = with_first_frame(shell(r#"trap '' HUP; "$0""#, BINARY));
    deaf.hang_up();
    deaf.end();
}

#[test]
fn frames_are_synchronized_and_nothing_else_is_written() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    for key in ["j", "k", "/", "\x1b", "?", "\x1b"] {
        press(&mut program, key);
    }
    let text = String::from_utf8(program.output.clone()).unwrap();
    let (enter, frames) = text.split_once("\x1b[?2026h").unwrap();
    assert!(enter.starts_with("\x1b[?1049h"));
    let behind: String = frames
        .split("\x1b[?2026h")
        .map(|frame| frame.split_once("\x1b[?2026l").expect("a frame ends before the next").1)
        .collect();
    assert_eq!(behind.as_bytes(), [b"\x1b[?u", QUERY].concat(), "{}", program.log());
}

#[test]
#[cfg(target_os = "linux")]
fn a_frame_is_one_write() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send(ATTRIBUTES);
    // It is told once that the terminal is taken.
    let pid = program.pid();
    program.wait_for(|_| guards_of(pid) == 1);
    program.is_quiet(Duration::from_millis(50));
    let writes = |program: &Program| -> u64 {
        let counts = std::fs::read_to_string(format!("/proc/{}/io", program.pid())).unwrap();
        counts.lines().find_map(|line| line.strip_prefix("syscw: ")).unwrap().parse().unwrap()
    };
    let before = writes(&program);
    for key in ["j", "k", "j", "k", "h", "l", "+", "-"] {
        press(&mut program, key);
    }
    assert!(program.is_quiet(Duration::from_millis(50)));
    assert_eq!(writes(&program) - before, 8);
}

/// Over a slow line each of these bytes is waited for.
#[test]
fn moving_the_selection_takes_few_bytes() {
    const KEYS: usize = 40;
    const MAX_BYTES_PER_KEY: usize = 1800;
    let mut program = started();
    program.wait_output(QUERY, 1);
    let before = program.output.len();
    for _ in 0..KEYS {
        press(&mut program, "j");
    }
    let bytes = (program.output.len() - before) / KEYS;
    assert!(bytes <= MAX_BYTES_PER_KEY, "{bytes} bytes a key");
}

#[test]
fn an_idle_program_writes_nothing() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    assert!(program.is_quiet(Duration::from_millis(300)), "{}", program.log());
    program.send(ATTRIBUTES);
    assert!(program.is_quiet(Duration::from_millis(300)), "{}", program.log());
}

#[test]
fn a_new_size_is_drawn_on_at_once() {
    let mut program = started();
    for (columns, rows) in [(140, 40), (60, 20), (100, 30)] {
        let paintings = count(&program.output, CLEAR);
        program.resize(columns, rows);
        program.wait_output(CLEAR, paintings + 1);
        program.wait(shows::whole(columns));
    }
    program.resize(1, 1);
    program.is_quiet(Duration::from_millis(50));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

#[test]
fn no_colour_means_none_at_all_and_the_selection_is_still_marked() {
    let mut program =
        with_first_frame(annalist().args(["--select", EVENT]).env("NO_COLOR", "1").env("COLORTERM", "truecolor"));
    let marked = shows::reversed(program.screen());
    assert!(marked.iter().any(|row| row.contains("06 Jan")), "{marked:?}");
    for key in ["j", "/", "\x1b", "?", "\x1b", "f", "\x1b", "\r"] {
        press(&mut program, key);
    }
    for sequence in sequences(&program.output) {
        let Some(style) = sequence.strip_prefix("[").and_then(|rest| rest.strip_suffix('m')) else { continue };
        let coloured = style.split([';', ':']).filter_map(|number| number.parse::<u8>().ok()).any(is_colour);
        assert!(!coloured, "{sequence}");
    }
    assert_eq!(count(&program.output, QUERY), 0, "the background does not matter without colours");
}

/// Whether this parameter of SGR chooses a colour; to go back to the terminal's own is none.
fn is_colour(parameter: u8) -> bool {
    matches!(parameter, 30..=38 | 40..=48 | 58 | 90..=107)
}

#[test]
fn an_answer_in_time_switches_to_the_light_theme() {
    let mut program = with_first_frame(annalist().env("COLORTERM", "truecolor"));
    assert_eq!(shows::light(program.screen()), Some(false));
    program.wait_output(QUERY, 1);
    program.send(LIGHT);
    program.send(ATTRIBUTES);
    program.wait(|screen| shows::light(screen) == Some(true));
    assert!(shows::no_query(program.screen()));
}

#[test]
fn an_answer_that_is_late_or_comes_in_parts_is_no_key() {
    let answer = format!("{LIGHT}{ATTRIBUTES}");
    for cut in [0, 1, 2, 3, 5, 20, LIGHT.len() - 1, LIGHT.len(), LIGHT.len() + 1, LIGHT.len() + 2, LIGHT.len() + 3] {
        let mut program = started();
        program.wait_output(QUERY, 1);
        // Where each character of the answer would be seen, were it a key.
        program.send("/a");
        program.wait(shows::query("a"));
        assert!(program.is_quiet(Duration::from_millis(200)));
        let (first, second) = answer.split_at(cut);
        program.send(first);
        assert!(program.is_quiet(Duration::from_millis(700)), "cut at {cut}: {}", program.log());
        program.send(format!("{second}z"));
        program.wait(shows::query("az"));
    }
}

#[test]
fn a_terminal_that_does_not_answer_is_not_waited_for() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send("/a");
    program.wait(shows::query("a"));
    program.send("\x1b");
    program.wait(shows::no_query);
}

#[test]
fn an_esc_never_costs_the_keyboard() {
    for typed in ["\x1b]", "\x1bPx", "\x1b\x1b", "\x1b[", "\x1bO", "\x1b]11;"] {
        let mut program = started();
        program.wait_output(QUERY, 1);
        program.send(ATTRIBUTES);
        program.send("/quad");
        program.wait(shows::query("quad"));
        program.send(typed);
        program.wait(shows::no_query);
        // Time for a second Esc to be a key by itself.
        while !program.is_quiet(Duration::from_millis(100)) {}
        program.send("q");
        assert_eq!(program.end().code(), Some(0), "{typed:?}");
    }
}

#[test]
fn what_is_typed_before_the_first_frame_is_kept() {
    let mut program = Program::start_in(annalist(), SIZE, b"/meti");
    program.wait(shows::query("meti"));
}

#[test]
fn a_timeline_from_a_pipe_leaves_the_keys_to_the_terminal() {
    let file = file_of("[[event]]\ndate = \"2023\"\ntitle = \"Out of a pipe\"\n");
    let mut program = Program::start_in(annalist().arg("-").stdin(File::open(file.path()).unwrap()), SIZE, b"");
    program.wait(shows::words("Out of a pipe"));
    program.assert_taken();
    program.send("/pipe");
    program.wait(shows::query("pipe"));
    program.send("\x1b");
    program.wait(|screen| !shows::query("")(screen));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

#[test]
fn nothing_that_a_file_says_reaches_the_terminal_as_control() {
    let evil = r"\u001b]0;x\u0007 \u001b[2J \u202e \u009b31m \u0085 \u200b";
    let file = file_of(&format!(
        "[timeline]\ntitle = \"begin {evil} end\"\n\n[[event]]\ndate = \"2023\"\nid = \"{evil}\"\ntitle = \"begin {evil} end\"\nlane = \"{evil}\"\nplace = \"{evil}\"\nsummary = \"{evil}\"\nnote = \"{evil}\"\n\n[[event.quote]]\ntext = \"{evil}\"\nspeaker = \"{evil}\"\n"
    ));
    let mut program = Program::start_in(annalist().arg(file.path()), SIZE, b"");
    program.wait(|screen| shows::first_line(screen).contains("begin"));
    program.wait_output(QUERY, 1);
    program.send(ATTRIBUTES);
    for key in ["?", "\x1b", "!", "\x1b", "f", "\x1b", "\r", "\x1b"] {
        press(&mut program, key);
    }
    program.send("q");
    assert!(program.end().code().is_some());

    let text = std::str::from_utf8(&program.output).expect("nothing but UTF-8 is written");
    assert!(text.contains("begin"));
    let stray: BTreeSet<char> = text
        .chars()
        .filter(|c| {
            c.is_control() && *c != '\x1b'
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .collect();
    assert_eq!(stray, BTreeSet::from(['\x07']), "only the question for the background has one");
    assert_eq!(count(&program.output, b"\x07"), count(&program.output, QUERY));
    assert_eq!(count(&program.output, CLEAR), 1);
    let foreign: BTreeSet<&str> =
        sequences(&program.output).into_iter().filter(|sequence| !is_our_own(sequence)).collect();
    assert_eq!(foreign, BTreeSet::new());
}

/// Whether the program itself uses this sequence, which is given without its Esc.
fn is_our_own(sequence: &str) -> bool {
    let style_or_place = sequence.strip_prefix('[').is_some_and(|rest| {
        let parameters = rest.trim_end_matches(['m', 'H', 'C', 'K', 'X']);
        rest.len() == parameters.len() + 1 && parameters.bytes().all(|byte| byte.is_ascii_digit() || byte == b';')
    });
    let mode = ["[?1049", "[?25", "[?2004", "[?1004", "[?2026", "[?1002", "[?1006"]
        .iter()
        .any(|mode| sequence.strip_prefix(mode).is_some_and(|end| end == "h" || end == "l"));
    style_or_place || mode || matches!(sequence, "[2J" | "[c" | "[?u" | "]11;?\x07")
}

/// Every sequence in these bytes without its Esc: of control sequences up to the final byte, of others up to BEL.
fn sequences(bytes: &[u8]) -> Vec<&str> {
    let text = std::str::from_utf8(bytes).expect("nothing but UTF-8 is written");
    let whole = |rest: &str| match rest.strip_prefix('[') {
        Some(parameters) => parameters.find(|c| matches!(c, '@'..='~')).map(|at| at + 2),
        None => rest.find('\x07').map(|at| at + 1),
    };
    text.split('\x1b').skip(1).map(|rest| rest.get(..whole(rest).unwrap_or(rest.len())).unwrap_or(rest)).collect()
}

#[test]
fn a_paste_is_a_search_of_one_line() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send("\x1b[200~quad\r\nq\x1b[31mcyber\x03\x1b[201~");
    program.wait(shows::query("quad"));
    let line = shows::last_line(program.screen());
    assert!(line.contains("cyber"), "{line}");
    assert!(program.is_quiet(Duration::from_millis(50)));
    // Nothing of it was a key: the first Esc leaves the line, and the program is still there.
    program.send("\x1b");
    program.wait(shows::no_query);
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn keys_typed_ahead_of_a_view_are_heard_by_it() {
    let filtered = |program: &mut Program| {
        program.wait(shows::words(" of 130 events"));
        shows::first_line(program.screen())
    };
    let mut program = started();
    program.send("2");
    program.wait(shows::words("all, each once"));
    program.send("jjl");
    program.is_quiet(Duration::from_millis(50));
    program.send("\r");
    let expected = filtered(&mut program);
    let mut program = started();
    program.send("2jjl\r");
    assert_eq!(filtered(&mut program), expected);
}

#[test]
fn an_esc_and_a_key_that_follows_are_two_keys_while_an_answer_is_owed() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send("/a");
    program.wait(shows::query("a"));
    program.send("\x1b");
    program.is_quiet(Duration::from_millis(200));
    program.send("/b");
    program.wait(shows::query("b"));
}

#[test]
fn a_ctrl_c_ends_the_program_whatever_came_before_it() {
    for before in
        ["\x1b", "\x1b[", "\x1b]", "\x1b]11;rgb", "\x1b[<0;1", "\x1b[1;5", "/a\x1b", "\x1b[200~abc", "\x1b[200~\x1b"]
    {
        let mut program = started();
        program.wait_output(QUERY, 1);
        program.send(ATTRIBUTES);
        program.send(format!("{before}\x03"));
        assert_eq!(program.end().code(), Some(0), "{before:?}");
        program.assert_given_back();
    }
    // Keys that are taken for the rest of a paste without an end do not hold it up.
    let mut program = started();
    program.send(ATTRIBUTES);
    for key in ["\x1b[200~abc", "q", "j", "\x03"] {
        program.send(key);
        program.is_quiet(Duration::from_millis(50));
    }
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn the_mouse_is_heard_unless_it_is_not_wanted() {
    const HEARD: &[u8] = b"\x1b[?1002h";
    const LEFT: &[u8] = b"\x1b[?1002l";
    let mut program = started();
    assert_eq!(count(&program.output, HEARD), 1);
    program.send("M");
    program.wait(|screen| shows::last_line(screen).contains("select text with the mouse"));
    assert_eq!(count(&program.output, LEFT), 1);
    program.send("M");
    program.wait_output(HEARD, 2);
    program.send("q");
    assert!(program.end().success());
    assert_eq!(count(&program.output, LEFT), 2);
    let mut program = with_first_frame(annalist().args(["--mouse", "off", "--select", EVENT]));
    program.send("q");
    assert!(program.end().success());
    assert_eq!(count(&program.output, HEARD), 0);
}

#[test]
fn a_copied_text_goes_to_the_clipboard_whole() {
    let mut program = started();
    press(&mut program, "y");
    program.send("i");
    // The id of the event in base 64.
    program.wait_output(b"\x1b]52;c;MjAyMy0wMS0wNi1kaHMtbWV0aS1tb2M=\x1b\\", 1);
    program.send("q");
    assert!(program.end().success());
}

#[test]
fn queries_and_views_are_remembered_if_they_are_wanted() {
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join("state");
    let run = |arguments: &[&str]| {
        let command = annalist().env("XDG_STATE_HOME", &state).args(["--select", EVENT]).args(arguments);
        with_first_frame(command)
    };
    let mut program = run(&[]);
    program.send("/meti kind:agreement\r3");
    program.wait(|screen| screen.contents().contains("quotes match"));
    program.send("q");
    assert!(program.end().success());
    let mut program = run(&[]);
    assert!(!program.screen().contents().contains("kind:agreement"), "only on demand");
    press(&mut program, "/");
    program.send("\x1b[A");
    program.wait(|screen| shows::last_line(screen).contains("/meti kind:agreement"));
    program.send("\x03");
    program.end();
    let restored = |arguments: &[&str]| {
        let mut program = Program::start_in(annalist().env("XDG_STATE_HOME", &state).args(arguments), SIZE, b"");
        program.wait(|screen| shows::first_line(screen).contains("Timeline"));
        program.wait(|screen| shows::last_line(screen).contains("search"));
        let is_back = shows::last_line(program.screen()).contains("meti  off:kind:agreement");
        program.send("q");
        program.end();
        is_back
    };
    let mut program = run(&[]);
    program.send("/meti kind:agreement\r");
    program.wait(|screen| shows::last_line(screen).contains("kind:agreement"));
    // What is switched off is a part of the view.
    program.send(", q");
    program.end();
    assert!(restored(&["--restore"]));
    assert!(!restored(&["--fresh"]));
}

#[test]
fn the_command_line_of_a_view_opens_just_that_view() {
    use base64::Engine as _;
    let mut program = started();
    program.send("/kind:agreement 2021..\r++lL4");
    program.wait(|screen| shows::first_line(screen).contains("件中"));
    program.wait(|screen| screen.contents().contains("つながりのある出来事"));
    let then = |screen: &vt100::Screen| screen.contents();
    let wanted = then(program.screen());
    program.send("Y");
    program.wait(|screen| shows::last_line(screen).contains("端末に送信：annalist"));
    let output = String::from_utf8_lossy(&program.output).into_owned();
    let encoded = output.rsplit_once("\x1b]52;c;").unwrap().1.split('\x1b').next().unwrap().to_owned();
    let command = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
    let words = shlex::split(std::str::from_utf8(&command).unwrap()).unwrap();
    program.send("q");
    program.end();
    let mut again = Program::start_in(annalist().args(&words[1..]), SIZE, b"");
    again.wait(|screen| {
        shows::last_line(screen).contains("kind:agreement") && then(screen).lines().count() == wanted.lines().count()
    });
    let head = |text: &str| text.lines().take(9).map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(head(&then(again.screen())), head(&wanted));
    again.send("q");
    again.end();
}

/// What is on screen where an option was heeded.
type Heeded = fn(&vt100::Screen) -> bool;

#[test]
fn the_environment_decides_the_language() {
    let japanese = |screen: &vt100::Screen| shows::words("ヘルプ")(screen) && shows::words("日米")(screen);
    let english = |screen: &vt100::Screen| shows::words("? help")(screen) && !shows::words("日米")(screen);
    let both = |screen: &vt100::Screen| shows::words("ヘルプ")(screen) && shows::words("US–Japan")(screen);
    type Variables = &'static [(&'static str, &'static str)];
    let cases: [(Variables, &[&str], Heeded); 5] = [
        (&[("LANG", "ja_JP.UTF-8")], &[], japanese),
        (&[("LC_ALL", "ja_JP.UTF-8"), ("LANG", "en_US.UTF-8")], &[], japanese),
        (&[("LANG", "ja_JP.UTF-8")], &["--lang", "en"], english),
        (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C.UTF-8")], &[], english),
        (&[("LANG", "ja_JP.UTF-8")], &["--lang", "both"], both),
    ];
    for (variables, arguments, heeded) in cases {
        let command = variables.iter().fold(annalist(), |command, (name, value)| command.env(name, value));
        let mut program = Program::start_in(command.args(arguments), SIZE, b"");
        program.wait_output(END, 1);
        program.wait(heeded);
        program.send(format!("{ATTRIBUTES}q"));
        assert_eq!(program.end().code(), Some(0), "{variables:?} {arguments:?}");
    }
}

#[test]
fn what_the_options_ask_for_is_on_the_screen() {
    let file = file_of("[[event]]\ndate = \"2023\"\ntitle = \"Talks\"\ntitle_ja = \"協議\"\nlane = \"a\"\n");
    let path = file.path().to_str().unwrap();
    let cases: [(&[&str], Heeded); 14] = [
        (&["--theme", "light"], |screen| shows::light(screen) == Some(true)),
        (&["--theme", "dark"], |screen| shows::light(screen) == Some(false)),
        (&["--theme", "mono"], |screen| shows::words("search")(screen) && shows::light(screen).is_none()),
        (&["--lang", "en"], |screen| shows::words("? help")(screen) && !shows::words("日米")(screen)),
        (&["--lang", "ja"], |screen| shows::words("年表")(screen) && shows::words("日米")(screen)),
        (&["--lang", "both", path], |screen| shows::words("Talks")(screen) && shows::words("協議")(screen)),
        (&["-q", "lane:uk-japan kind:agreement"], |screen| shows::last_line(screen).contains("lane:uk-japan")),
        (&["-w", "2022-10/2023-01"], |screen| shows::first_line(screen).contains("2022-10 – 2023-01")),
        (&["--view", "matrix"], |screen| shows::words("all, each once")(screen)),
        (&["--view", "quotes"], |screen| shows::words("quotes of")(screen)),
        (&["--view", "threads"], |screen| shows::words("events in threads")(screen)),
        (&["--view", "compare", "--compare", "area:defense vs lane:uk-japan"], |screen| {
            // Sides go by the names of what they ask for; no lane of the whole is called Defence.
            shows::words("5 Compare")(screen) && shows::words(" Defence ")(screen)
        }),
        (&["--select", EVENT], |screen| shows::words("6 January 2023")(screen)),
        (&["--ascii", path], |screen| shows::words("Talks")(screen) && screen.contents().is_ascii()),
    ];
    for (arguments, heeded) in cases {
        let mut program = Program::start_in(annalist().env("COLORTERM", "truecolor").args(arguments), SIZE, b"");
        program.wait_output(END, 1);
        program.wait(heeded);
        program.send(format!("{ATTRIBUTES}q"));
        assert_eq!(program.end().code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn what_is_configured_is_on_the_screen_and_under_the_keys() {
    let file = file_of(
        "[[event]]\ndate = \"2023\"\ntitle = \"Talks\"\ntitle_ja = \"kyogi\"\n\n[[event]]\ndate = 2024-04-04T00:10:00Z\ntitle = \"Log\"\n",
    );
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("annalist");
    std::fs::create_dir(&folder).unwrap();
    let config = "theme = \"light\"\nlang = \"en\"\nzone = \"+09:00\"\nascii = true\nmouse = false\n\
                  [queries]\n\"the talks\" = \"talks\"\n[keys.browse]\nnext = [\"W\"]\n";
    std::fs::write(folder.join("config.toml"), config).unwrap();
    let command = annalist().env("XDG_CONFIG_HOME", home.path()).env("COLORTERM", "truecolor").arg(file.path());
    let mut program = Program::start_in(command, SIZE, b"");
    program.wait(|screen| shows::words("Talks")(screen) && shows::light(screen) == Some(true));
    assert!(shows::first_line(program.screen()).contains("UTC+9"), "{}", program.screen().contents());
    assert!(program.screen().contents().is_ascii());
    assert_eq!(count(&program.output, b"\x1b[?1002h"), 0, "the mouse is not heard");
    program.send("W");
    program.wait(shows::words("4 April 2024, 09:10 (UTC+9)"));
    program.send("s");
    program.wait(shows::words("the talks"));
    program.send("\r");
    program.wait(|screen| shows::last_line(screen).trim_end().ends_with("talks"));
    program.send(format!("{ATTRIBUTES}q"));
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn a_filter_is_saved_into_the_configuration_and_nothing_else_changes_there() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("annalist")).unwrap();
    let (file, link) = (home.path().join("dotfiles.toml"), home.path().join("annalist/config.toml"));
    let config = "# mine\r\nlang = 'en' # for now\r\n[queries]\r\n# none yet\r\n\r\n[keys.browse]\r\nnext = ['W']\r\n";
    std::fs::write(&file, config).unwrap();
    let mode = |mode: u32| std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o640);
    symlink(&file, &link).unwrap();
    let mut program = Program::start_in(annalist().env("XDG_CONFIG_HOME", home.path()), SIZE, b"");
    program.wait(|screen| shows::first_line(screen).contains("Timeline"));
    let save = |program: &mut Program, name: &str| {
        program.send("S");
        program.wait(|screen| shows::last_line(screen).contains("save as"));
        program.send(format!("{name}\r"));
    };
    program.send("/nisc\r");
    program.wait(|screen| shows::last_line(screen).trim_end().ends_with("nisc"));
    save(&mut program, "the centre");
    program.wait(shows::words("saved: the centre"));
    let saved = config.replace("[queries]\r\n", "[queries]\r\n\"the centre\" = \"nisc\"\r\n");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), saved);
    assert!(link.is_symlink());
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    mode(0o440);
    save(&mut program, "another");
    program.wait(shows::words("this file is read-only"));
    mode(0o640);
    std::fs::write(&file, saved.replace("'en'", "'fr'")).unwrap();
    save(&mut program, "another");
    program.wait(shows::words("line 2, column 8"));
    std::fs::write(&file, &saved).unwrap();
    program.send("s");
    program.wait(shows::words("the centre"));
    program.send("\x1b[3~");
    program.wait(shows::words("delete it"));
    program.send("d");
    program.wait(shows::words("deleted: the centre"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), config);
    std::fs::remove_file(&file).unwrap();
    save(&mut program, "nowhere");
    program.wait(shows::words("this link leads nowhere"));
    std::fs::remove_dir_all(home.path().join("annalist")).unwrap();
    save(&mut program, "anew");
    program.wait(shows::words("saved: anew"));
    assert_eq!(std::fs::read_to_string(&link).unwrap(), "[queries]\nanew = \"nisc\"\n");
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
}

#[test]
fn a_file_in_which_nothing_can_be_read_ends_with_the_reason() {
    let line = "{\"date\":\"someday\",\"title\":\"Talks of many people\"}\n";
    // One that is read before the first frame, and one that is read beside it.
    for count in [3, 30_000] {
        let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
        file.write_all(line.repeat(count).as_bytes()).unwrap();
        let mut program = Program::start_in(annalist().arg(file.path()), SIZE, b"");
        assert_eq!(program.end().code(), Some(1), "{count}: {}", program.log());
        assert!(program.screen().contents().contains("someday: a date has digits"), "{}", program.screen().contents());
        program.assert_given_back();
    }
}
