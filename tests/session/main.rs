//! The session in a real pseudo-terminal, by a program that shows what it has heard (`program.rs`): no key is lost and
//! none is made up, frames come whole, and the terminal can be lent and stopped.
//!
//! The tests and that program are one executable, so that whoever runs the tests has built the program too.

#![allow(
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    reason = "a test that fails here has failed"
)]

mod program;
#[path = "../it/support/pty.rs"]
mod pty;
mod runner;

use std::os::unix::process::ExitStatusExt;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use pty::{ATTRIBUTES, CLEAR, ENTER, JOB, LEAVE, LIGHT, Program, QUERY, TERMS, command, count, shell};
use pty_process::blocking::Command;
use rustix::process::Signal;

/// All that these tests expect of what the program shows.
mod shows {
    /// The first frame is there.
    pub(crate) fn start(screen: &vt100::Screen) -> bool {
        screen.contents().contains("keys ")
    }

    /// A frame for a terminal of this size is there.
    pub(crate) fn size(columns: u16, rows: u16) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| line(screen, "size ") == format!("{columns}x{rows}")
    }

    /// So many keys were heard.
    pub(crate) fn keys(count: usize) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| line(screen, "keys ") == count.to_string()
    }

    /// This key was heard last.
    pub(crate) fn last(key: &str) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| line(screen, "last ") == key
    }

    /// So many bytes were pasted.
    pub(crate) fn paste(bytes: usize) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| line(screen, "paste ") == bytes.to_string()
    }

    /// This background is known; nothing if it is not.
    pub(crate) fn background(name: &str) -> impl Fn(&vt100::Screen) -> bool {
        move |screen| line(screen, "background ") == name
    }

    fn line(screen: &vt100::Screen, name: &str) -> String {
        let contents = screen.contents();
        let line = contents.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().trim_end().to_owned()
    }
}

/// Set for the executable to be the program that is tested.
const IS_PROGRAM: &str = "SESSION_TEST_PROGRAM";

fn main() -> ExitCode {
    if std::env::var_os(IS_PROGRAM).is_some() {
        return program::main();
    }
    runner::run(tests())
}

/// Lists the tests. One that is not listed is never used, which the compiler says.
macro_rules! tests {
    ($($(#[$condition:meta])? $test:ident,)*) => {
        /// The tests of this file.
        fn tests() -> Vec<runner::Test> {
            vec![$($(#[$condition])? (stringify!($test), $test as fn()),)*]
        }
    };
}

tests! {
    ctrl_z_returns_to_the_shell_and_fg_comes_back,
    ctrl_z_stops_a_script_that_waits_for_the_program,
    a_script_that_no_shell_could_continue_is_not_stopped,
    what_the_terminal_owes_is_waited_for_and_never_typed_into_the_shell,
    what_the_terminal_owes_is_waited_for_where_a_signal_or_a_panic_ends_the_program,
    a_terminal_that_hangs_up_or_owes_an_answer_for_ever_does_not_hold_up_a_signal,
    a_panic_gives_the_terminal_back_before_its_message,
    a_terminal_that_owes_an_answer_for_ever_is_left_all_the_same,
    any_signal_that_ends_a_program_gives_the_terminal_back,
    the_shell_finds_a_clean_row_where_there_is_no_alternate_screen,
    #[cfg(target_os = "linux")]
    it_is_said_where_there_is_no_controlling_terminal,
    a_child_has_the_terminal_and_its_ctrl_c_to_itself,
    an_enhanced_keyboard_is_lent_to_nobody,
    a_child_is_stopped_and_continued_together_with_the_program,
    without_a_shell_there_is_no_stopping,
    a_terminal_that_goes_away_ends_the_program_even_if_nobody_says_so,
    #[cfg(target_os = "linux")]
    a_terminal_that_takes_no_output_does_not_keep_the_program_alive,
    frames_are_synchronized_and_nothing_else_is_written,
    #[cfg(target_os = "linux")]
    a_frame_is_one_write,
    an_answer_in_time_tells_the_background,
    a_late_answer_is_no_key_and_changes_nothing,
    an_answer_cut_in_two_is_no_key_wherever_it_is_cut,
    what_is_typed_ahead_is_heard,
    many_keys_at_once_are_all_heard,
    a_paste_is_text_and_a_long_one_is_cut,
    a_new_size_is_drawn_on,
    a_terminal_of_no_size_is_taken_for_a_usual_one,
    the_smallest_terminal_is_drawn_on,
    an_esc_never_swallows_what_follows,
    a_sequence_may_come_in_parts,
    #[cfg(target_os = "linux")]
    an_idle_program_does_not_wake,
}

fn program() -> Command {
    command(std::env::current_exe().unwrap()).env(IS_PROGRAM, "")
}

/// A shell that runs this script, in which `$0` is the program.
fn in_shell(script: &str) -> Command {
    shell(script, std::env::current_exe().unwrap()).env(IS_PROGRAM, "")
}

fn started() -> Program {
    let mut program = Program::start(program());
    program.wait(shows::start);
    program
}

fn ctrl_z_returns_to_the_shell_and_fg_comes_back() {
    for stop in ["\x1a", "TSTP", "STOP"] {
        let mut program = Program::start(in_shell(JOB));
        program.wait(shows::start);
        program.send("jj");
        program.wait(shows::keys(2));
        let raw = program.line();
        match stop {
            "TSTP" => program.signal_job(Signal::TSTP),
            "STOP" => program.signal_job(Signal::STOP),
            key => program.send(key),
        }
        program.wait_output(b"stopped", 1);
        // An uncatchable stop leaves the modes, and what the shell itself restores is its own matter.
        if stop != "STOP" {
            program.assert_given_back();
        }
        program.send("\n");
        program.wait_output(CLEAR, 2);
        program.wait(shows::keys(2));
        program.assert_taken();
        assert_eq!(program.line(), raw);
        program.send("j");
        program.wait(shows::keys(3));
        program.send("q");
        program.wait_output(b"ended with 0", 1);
        program.end();
        let entered = count(&program.output, ENTER);
        assert_eq!(count(&program.output, LEAVE), entered, "left as often: {}", program.log());
        assert_eq!(count(&program.output, CLEAR), 2, "painted once on return: {}", program.log());
        program.assert_given_back();
    }
}

fn ctrl_z_stops_a_script_that_waits_for_the_program() {
    const SCRIPT: &str =
        r#"set -m; sh -c '"$0"; echo "after $?"' "$0"; echo stopped; read line; fg; echo "ended with $?""#;
    let mut program = Program::start(in_shell(SCRIPT));
    program.wait(shows::start);
    for times in 1..=2 {
        program.send("j");
        program.wait(shows::keys(times));
        program.send("\x1a");
        // The first time the shell goes on with its script, the second time it is back in it.
        program.wait_output(LEAVE, times);
        if times == 1 {
            program.wait_output(b"stopped", 1);
            program.send("\n");
        } else {
            program.wait_output(b"ended with", 1);
            return;
        }
        program.wait_output(CLEAR, times + 1);
        program.wait(shows::keys(times));
        program.assert_taken();
    }
}

fn a_script_that_no_shell_could_continue_is_not_stopped() {
    let mut program = Program::start(in_shell(r#""$0"; echo "after $?""#));
    program.wait(shows::start);
    program.send("\x1aj");
    program.wait(shows::keys(1));
    program.send("q");
    program.wait_output(b"after 0", 1);
}

fn what_the_terminal_owes_is_waited_for_and_never_typed_into_the_shell() {
    const SCRIPT: &str = r#""$0"; echo ended; read line; echo "typed <$line>""#;
    for delay in [0, 150, 700] {
        let mut program = Program::start(in_shell(SCRIPT));
        program.wait_output(QUERY, 1);
        program.send("q");
        program.wait_output(LEAVE, 1);
        program.is_quiet(Duration::from_millis(delay));
        assert_eq!(count(&program.output, b"ended"), 0, "{}", program.log());
        let (first, second) = LIGHT.split_at(3);
        program.send(first);
        // One that has begun to answer is waited for longer.
        program.is_quiet(Duration::from_millis(delay));
        program.send(format!("{second}{ATTRIBUTES}"));
        program.wait_output(b"ended", 1);
        program.send("line\n");
        program.wait_output(b"typed <line>", 1);
        program.end();
        program.assert_given_back();
    }
}

fn what_the_terminal_owes_is_waited_for_where_a_signal_or_a_panic_ends_the_program() {
    // The shell takes the terminal back from a job of its own.
    const SCRIPT: &str = r#"set -m; "$0"; echo "ended with $?"; read line; echo "typed <$line>""#;
    type End = fn(&mut Program);
    let ends: [(End, &[u8]); 4] = [
        (|program| program.signal_job(Signal::TERM), b"ended with 143"),
        (|program| program.signal_job(Signal::QUIT), b"ended with 131"),
        (|program| program.send("p"), b"ended with 101"),
        (|program| program.send("!"), b"ended with 101"),
    ];
    for (end, status) in ends {
        let mut program = Program::start(in_shell(SCRIPT));
        program.wait_output(QUERY, 1);
        end(&mut program);
        program.is_quiet(Duration::from_millis(100));
        assert_eq!(count(&program.output, b"ended"), 0, "the answer is waited for: {}", program.log());
        let (first, second) = LIGHT.split_at(3);
        program.send(first);
        program.is_quiet(Duration::from_millis(20));
        let answered = Instant::now();
        program.send(format!("{second}{ATTRIBUTES}"));
        program.wait_output(status, 1);
        assert!(
            answered.elapsed() < Duration::from_secs(2),
            "it ends once it has the answer: {:?}",
            answered.elapsed()
        );
        program.send("line\n");
        program.wait_output(b"typed <line>", 1);
        program.end();
        program.assert_given_back();
        assert!(!program.log().contains("62;4c"), "the shell echoes none of it: {}", program.log());
    }
}

fn a_terminal_that_hangs_up_or_owes_an_answer_for_ever_does_not_hold_up_a_signal() {
    for (signal, limit) in [(Signal::HUP, 1000), (Signal::TERM, 2500)] {
        let mut program = started();
        program.wait_output(QUERY, 1);
        let begun = Instant::now();
        program.signal(signal);
        assert_eq!(program.end().signal(), Some(signal.as_raw()));
        assert!(begun.elapsed() < Duration::from_millis(limit), "{signal:?}: {:?}", begun.elapsed());
        program.assert_given_back();
    }
}

fn a_panic_gives_the_terminal_back_before_its_message() {
    for (term, thread) in TERMS.into_iter().flat_map(|term| [(term, "p"), (term, "!")]) {
        let mut program = Program::start(program().env("TERM", term));
        program.wait_output(QUERY, 1);
        program.assert_taken();
        program.send(format!("{ATTRIBUTES}{thread}"));
        assert_eq!(program.end().code(), Some(101), "{term} {thread}");
        program.assert_given_back();
        assert_eq!(count(&program.output, ENTER), 1, "a session had begun");
        let message = program.screen().contents();
        assert!(message.contains("forced"), "the message is to be read in the shell: {message}");
    }
}

fn a_terminal_that_owes_an_answer_for_ever_is_left_all_the_same() {
    // How long it has been silent before, whether somebody waits for it, and how long that takes, in milliseconds.
    for (silence, is_impatient, limit) in [(0, false, 2500), (0, true, 1000), (1300, false, 1000)] {
        let mut program = started();
        program.wait_output(QUERY, 1);
        program.is_quiet(Duration::from_millis(silence));
        let begun = Instant::now();
        program.send("q");
        if is_impatient {
            program.wait_output(LEAVE, 1);
            program.send("\x03");
        }
        assert_eq!(program.end().code(), Some(0));
        assert!(begun.elapsed() < Duration::from_millis(limit), "{silence} {is_impatient}: {:?}", begun.elapsed());
        program.assert_given_back();
    }
}

fn any_signal_that_ends_a_program_gives_the_terminal_back() {
    let signals = [
        Signal::USR1,
        Signal::USR2,
        Signal::ALARM,
        Signal::VTALARM,
        Signal::PROF,
        Signal::XCPU,
        Signal::XFSZ,
        Signal::SYS,
        Signal::TRAP,
        Signal::IO,
    ];
    for signal in signals {
        let mut program = started();
        program.wait_output(QUERY, 1);
        program.send(format!("{ATTRIBUTES}j"));
        program.wait(shows::keys(1));
        program.assert_taken();
        program.signal(signal);
        let status = program.end();
        let code = status.code().map(|code| code - 128);
        assert_eq!(status.signal().or(code), Some(signal.as_raw()), "{signal:?}");
        program.assert_given_back();
    }
}

fn the_shell_finds_a_clean_row_where_there_is_no_alternate_screen() {
    let mut program = Program::start(in_shell(r#""$0"; printf "prompt""#));
    program.wait(shows::start);
    program.send(format!("{ATTRIBUTES}q"));
    program.wait_output(b"prompt", 1);
    program.end();
    let output = String::from_utf8(program.output.clone()).unwrap();
    let mut plain = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    plain.process(output.replace("\x1b[?1049h", "").replace("\x1b[?1049l", "").as_bytes());
    let rows: Vec<String> = plain.screen().rows(0, 80).collect();
    assert!(rows.iter().any(|row| row.starts_with("keys ")), "the last frame stays: {rows:?}");
    assert_eq!(rows.iter().filter(|row| row.contains("prompt")).collect::<Vec<_>>(), ["prompt"], "{rows:?}");
}

#[cfg(target_os = "linux")]
fn it_is_said_where_there_is_no_controlling_terminal() {
    let script = r#"setsid -w "$0" </dev/null; echo "ended with $?""#;
    let mut program = Program::start(in_shell(script));
    program.wait_output(b"ended with 1", 1);
    assert!(program.screen().contents().replace('\n', "").contains("no controlling terminal"), "{}", program.log());
    program.end();
    program.assert_given_back();
}

fn a_child_has_the_terminal_and_its_ctrl_c_to_itself() {
    let mut program = started();
    program.send("je");
    program.wait_output(b"child", 1);
    program.assert_given_back();
    program.send("\x03");
    program.wait_output(CLEAR, 2);
    program.wait(shows::keys(1));
    program.assert_taken();
    program.send("jq");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

fn an_enhanced_keyboard_is_lent_to_nobody() {
    const PUSH: &[u8] = b"\x1b[>5u";
    const POP: &[u8] = b"\x1b[<1u";
    for (term, thread) in TERMS.into_iter().flat_map(|term| [(term, "p"), (term, "!")]) {
        let mut program = Program::start(program().env("TERM", term));
        program.wait_output(QUERY, 1);
        program.send(format!("\x1b[?0u{ATTRIBUTES}"));
        program.wait_output(PUSH, 1);
        program.send("\x1b[105;5u");
        program.wait(shows::last("Ctrl-i"));
        program.send("\x1b[27u");
        program.wait(shows::last("Esc"));
        program.send("e");
        program.wait_output(b"child", 1);
        assert_eq!((count(&program.output, PUSH), count(&program.output, POP)), (1, 1));
        program.assert_given_back();
        program.send("\x03");
        program.wait_output(PUSH, 2);
        program.send(thread);
        assert_eq!(program.end().code(), Some(101));
        assert_eq!((count(&program.output, PUSH), count(&program.output, POP)), (2, 2), "{}", program.log());
        program.assert_given_back();
    }
}

fn a_child_is_stopped_and_continued_together_with_the_program() {
    let mut program = Program::start(in_shell(JOB));
    program.wait(shows::start);
    program.send("e");
    program.wait_output(b"child", 1);
    program.send("\x1a");
    program.continue_job();
    program.wait_output(b"again", 1);
    program.send("\x03");
    program.wait_output(CLEAR, 2);
    program.send("j");
    program.wait(shows::keys(1));
    program.send("q");
    program.wait_output(b"ended with 0", 1);
    program.end();
    program.assert_given_back();
    assert_eq!(count(&program.output, CLEAR), 2, "painted once on return: {}", program.log());
}

fn without_a_shell_there_is_no_stopping() {
    let mut program = started();
    program.send("\x1aj");
    program.wait(shows::keys(1));
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

fn a_terminal_that_goes_away_ends_the_program_even_if_nobody_says_so() {
    let mut program = Program::start(in_shell(r#"trap '' HUP; "$0""#));
    program.wait(shows::start);
    program.hang_up();
    program.end();
}

#[cfg(target_os = "linux")]
fn a_terminal_that_takes_no_output_does_not_keep_the_program_alive() {
    use rustix::termios::{Action, tcflow};

    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send(ATTRIBUTES);
    let line = std::fs::File::options().write(true).open(format!("/proc/{}/fd/1", program.pid())).unwrap();
    tcflow(&line, Action::OOff).unwrap();
    program.send("j");
    assert!(program.is_quiet(Duration::from_millis(100)), "the output is stopped");
    program.signal(Signal::TERM);
    assert_eq!(program.end().signal(), Some(Signal::TERM.as_raw()));
    assert_eq!(program.line(), program.found);
}

fn frames_are_synchronized_and_nothing_else_is_written() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    for count in 1..=5 {
        program.send("j");
        program.wait(shows::keys(count));
    }
    let text = String::from_utf8(program.output.clone()).unwrap();
    let (enter, mut frames) = text.split_once("\x1b[?2026h").unwrap();
    assert!(enter.starts_with("\x1b[?1049h"));
    frames = frames.trim_end_matches("\x1b[?2026l");
    let between: Vec<&str> = frames
        .split("\x1b[?2026h")
        .filter_map(|frame| frame.split_once("\x1b[?2026l"))
        .map(|(_, behind)| behind)
        .collect();
    let asked = String::from_utf8([b"\x1b[?u", QUERY].concat()).unwrap();
    assert_eq!(between, [&*asked, "", "", "", ""], "{}", program.log());
}

#[cfg(target_os = "linux")]
fn a_frame_is_one_write() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    let writes = |program: &Program| -> u64 {
        let counts = std::fs::read_to_string(format!("/proc/{}/io", program.pid())).unwrap();
        counts.lines().find_map(|line| line.strip_prefix("syscw: ")).unwrap().parse().unwrap()
    };
    let before = writes(&program);
    for count in 1..=10 {
        program.send("j");
        program.wait(shows::keys(count));
    }
    assert_eq!(writes(&program) - before, 10);
}

fn an_answer_in_time_tells_the_background() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send("j");
    program.send(LIGHT);
    program.send(ATTRIBUTES);
    program.send("k");
    program.wait(shows::last("k"));
    assert!(shows::keys(2)(program.screen()));
    assert!(shows::background("Light")(program.screen()));
}

fn a_late_answer_is_no_key_and_changes_nothing() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    assert!(program.is_quiet(Duration::from_millis(300)));
    program.send(LIGHT);
    program.send(ATTRIBUTES);
    assert!(program.is_quiet(Duration::from_millis(100)), "{}", program.log());
    program.send("j");
    program.wait(shows::last("j"));
    assert!(shows::keys(1)(program.screen()));
    assert!(shows::background("")(program.screen()));
}

fn an_answer_cut_in_two_is_no_key_wherever_it_is_cut() {
    let answer = format!("{LIGHT}{ATTRIBUTES}");
    for cut in 1..answer.len() {
        let (first, second) = answer.split_at(cut);
        let mut program = started();
        program.wait_output(QUERY, 1);
        // Too late to change anything.
        assert!(program.is_quiet(Duration::from_millis(200)));
        program.send(first);
        // Longer than a key may take.
        assert!(program.is_quiet(Duration::from_millis(100)), "cut at {cut}");
        program.send(format!("{second}j"));
        program.wait(shows::last("j"));
        assert!(shows::keys(1)(program.screen()), "cut at {cut}: {}", program.screen().contents());
    }
}

fn what_is_typed_ahead_is_heard() {
    let mut program = Program::start_in(program(), (80, 24), b"jjk");
    program.wait(shows::keys(3));
    assert!(shows::last("k")(program.screen()));
}

fn many_keys_at_once_are_all_heard() {
    let mut program = started();
    program.send("j".repeat(4000));
    program.wait(shows::keys(4000));
}

fn a_paste_is_text_and_a_long_one_is_cut() {
    let mut program = started();
    program.send("\x1b[200~q\rj\x1b[201~");
    program.wait(shows::paste(3));
    let long = format!("\x1b[200~{}\x1b[201~j", "x".repeat(100_000));
    program.send(long);
    program.wait(shows::keys(1));
    assert!(shows::paste(3 + 64 * 1024)(program.screen()));
}

fn a_new_size_is_drawn_on() {
    let mut program = started();
    assert!(shows::size(80, 24)(program.screen()));
    for (columns, rows) in [(120, 40), (30, 10), (80, 24)] {
        program.resize(columns, rows);
        program.wait(shows::size(columns, rows));
    }
}

fn a_terminal_of_no_size_is_taken_for_a_usual_one() {
    let mut program = Program::start_in(program(), (0, 0), b"");
    program.wait_output(b"80x24", 1);
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
}

fn the_smallest_terminal_is_drawn_on() {
    let mut program = Program::start_in(program(), (1, 1), b"");
    program.wait_output(QUERY, 1);
    program.send("q");
    assert_eq!(program.end().code(), Some(0));
    program.assert_given_back();
}

fn an_esc_never_swallows_what_follows() {
    for (typed, keys, last) in [
        ("\x1b", 1, "Esc"),
        ("\x1b]", 2, "]"),
        ("\x1bP", 2, "P"),
        ("\x1bPx", 3, "x"),
        ("\x1b\x1b", 2, "Esc"),
        ("\x1b[", 2, "["),
        ("\x1b[j", 3, "j"),
        ("\x1bO", 2, "O"),
        ("\x1b]\x1b]", 4, "]"),
        ("\x1bb", 1, "Alt-b"),
        ("\x1b[A", 1, "Up"),
        ("\x1b\x1b[A", 2, "Up"),
    ] {
        let mut program = started();
        program.wait_output(QUERY, 1);
        program.send(ATTRIBUTES);
        program.send(typed);
        program.wait(shows::keys(keys));
        assert!(shows::last(last)(program.screen()), "{typed:?}: {}", program.screen().contents());
        program.send("j");
        program.wait(shows::keys(keys + 1));
        assert!(shows::last("j")(program.screen()));
    }
}

fn a_sequence_may_come_in_parts() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    // A report is waited for; the parts of a key would have to come within its time on any machine.
    for part in ["\x1b", "[<0;", "20;12", "M"] {
        program.send(part);
        assert!(program.is_quiet(Duration::from_millis(5)) || part == "M", "nothing is heard before its end: {part}");
    }
    program.wait(shows::last("Down(Left) 19 11"));
    assert!(shows::keys(0)(program.screen()));
}

#[cfg(target_os = "linux")]
fn an_idle_program_does_not_wake() {
    let mut program = started();
    program.wait_output(QUERY, 1);
    program.send(format!("{ATTRIBUTES}\x1b]"));
    program.wait(shows::keys(2));
    let switches = |program: &Program| -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", program.pid())).unwrap();
        status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).unwrap().trim().parse().unwrap()
    };
    assert!(program.is_quiet(Duration::from_millis(50)));
    let before = switches(&program);
    assert!(program.is_quiet(Duration::from_millis(500)));
    assert_eq!(switches(&program), before);
}
