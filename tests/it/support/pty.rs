//! A program in a terminal of its own: keys go in, the screen and every byte come out.
//!
//! Each wait is for a condition and has a deadline. Which program it is, and what it shows, is no matter of this file.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::process::{Child, ExitStatus};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::blocking::Command;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use rustix::termios::{self, Winsize};

/// What begins a painting of the whole screen.
pub(crate) const CLEAR: &[u8] = b"\x1b[2J";
/// What enters and what leaves the alternate screen.
pub(crate) const ENTER: &[u8] = b"\x1b[?1049h";
pub(crate) const LEAVE: &[u8] = b"\x1b[?1049l";
/// The question for the background, and answers to it.
pub(crate) const QUERY: &[u8] = b"\x1b]11;?\x07\x1b[c";
pub(crate) const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
pub(crate) const ATTRIBUTES: &str = "\x1b[?62;4c";
/// What asks for every movement of the mouse.
const EVERY_MOVEMENT: &[u8] = b"\x1b[?1003h";
/// A shell with job control that starts the program, waits for Enter when that has stopped, and continues it.
pub(crate) const JOB: &str = r#"set -m; "$0"; echo stopped; read line; echo continued; fg; echo "ended with $?""#;

/// The kinds of terminals that are drawn on.
pub(crate) const TERMS: [&str; 5] = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"];

/// How long a condition may take to come true; generous, since machines are shared.
const DEADLINE: Duration = Duration::from_secs(20);
/// How long one look for new bytes lasts.
const GLANCE: Duration = Duration::from_millis(5);

/// Terminals are opened one at a time: a program started in between would keep the master of another one open.
static OPENING: Mutex<()> = Mutex::new(());

/// A program in its terminal. It is killed if the test ends before it.
pub(crate) struct Program {
    /// The terminal's own end; `None` once it has hung up.
    master: Option<File>,
    child: Child,
    screen: vt100::Parser,
    /// Every byte that was written so far.
    pub(crate) output: Vec<u8>,
    /// The line discipline as it was before the start.
    pub(crate) found: String,
}

impl Program {
    /// Starts a program in a terminal of 80 columns and 24 rows.
    pub(crate) fn start(command: Command) -> Self {
        Self::start_in(command, (80, 24), b"")
    }

    /// Starts a program in a terminal of so many columns and rows in which this has been typed already.
    ///
    /// The terminal has 256 colours, and of the environment nothing else speaks of colours or of the locale.
    pub(crate) fn start_in(command: Command, (columns, rows): (u16, u16), typed: &[u8]) -> Self {
        let turn = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
        let (pty, line) = pty_process::blocking::open().unwrap();
        pty.resize(pty_process::Size::new(rows, columns)).unwrap();
        let mut master = File::from(OwnedFd::from(pty));
        let found = line_of(&master);
        master.write_all(typed).unwrap();
        let child = command.spawn(line).unwrap();
        drop(turn);
        let screen = vt100::Parser::new(nonzero(rows), nonzero(columns), 0);
        Self { master: Some(master), child, screen, output: Vec::new(), found }
    }

    /// The process number.
    pub(crate) fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// How much time of a processor the program has taken so far, in steps of a hundredth of a second, as Linux counts it.
    #[allow(dead_code, reason = "one of the two programs of tests needs it")]
    pub(crate) fn cpu_time(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let behind_name = stat.rsplit(')').next().unwrap();
        let ticks: u64 =
            behind_name.split_whitespace().skip(11).take(2).map(|field| field.parse::<u64>().unwrap()).sum();
        Duration::from_millis(ticks * 10)
    }

    /// The screen as it stands.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// The line discipline as it stands, in a form to compare.
    pub(crate) fn line(&self) -> String {
        line_of(self.master.as_ref().expect("the terminal is there"))
    }

    /// Sends these bytes as if typed, all at once.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.master.as_mut().expect("the terminal is there").write_all(bytes.as_ref()).unwrap();
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Sends a signal to the job that has the terminal, as the terminal's keys do.
    pub(crate) fn signal_job(&self, signal: Signal) {
        let job = termios::tcgetpgrp(self.master.as_ref().expect("the terminal is there")).unwrap();
        kill_process_group(job, signal).unwrap();
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let size = Winsize { ws_col: columns, ws_row: rows, ws_xpixel: 0, ws_ypixel: 0 };
        termios::tcsetwinsize(self.master.as_ref().expect("the terminal is there"), size).unwrap();
        self.screen.set_size(nonzero(rows), nonzero(columns));
    }

    /// The terminal goes away.
    pub(crate) fn hang_up(&mut self) {
        self.master = None;
    }

    /// Waits until the screen meets the condition.
    pub(crate) fn wait(&mut self, condition: impl Fn(&vt100::Screen) -> bool) {
        self.wait_for(|program| condition(program.screen()));
    }

    /// Waits until these bytes have been written so many times.
    pub(crate) fn wait_output(&mut self, bytes: &[u8], times: usize) {
        self.wait_for(|program| count(&program.output, bytes) >= times);
    }

    /// Waits until the program, or what surrounds it, meets the condition.
    pub(crate) fn wait_for(&mut self, condition: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !condition(self) {
            assert!(Instant::now() < deadline, "in vain:\n{}\n{}", self.screen().contents(), self.log());
            self.look(GLANCE);
        }
    }

    /// Whether nothing at all is written for so long.
    pub(crate) fn is_quiet(&mut self, time: Duration) -> bool {
        !self.look(time)
    }

    /// Waits for the end of the program, and returns its status when all that it wrote has been read.
    pub(crate) fn end(&mut self) -> ExitStatus {
        let deadline = Instant::now() + DEADLINE;
        loop {
            // What is written last is there to be read once it has ended.
            let status = self.child.try_wait().unwrap();
            let more = self.look(GLANCE);
            match status {
                Some(status) if !more => return status,
                _ => assert!(Instant::now() < deadline, "no end:\n{}", self.log()),
            }
        }
    }

    /// Waits at most so long for bytes and takes them in; `false` if there were none.
    fn look(&mut self, time: Duration) -> bool {
        let Some(master) = &mut self.master else {
            thread::sleep(time);
            return false;
        };
        let mut polled = [PollFd::new(master, PollFlags::IN)];
        let timeout = Timespec::try_from(time).unwrap();
        if rustix::event::poll(&mut polled, Some(&timeout)).unwrap() == 0 {
            return false;
        }
        let mut bytes = [0; 8192];
        // An error means that no process holds the program's end any more.
        let Ok(length @ 1..) = master.read(&mut bytes) else {
            thread::sleep(time.min(GLANCE));
            return false;
        };
        let bytes = bytes.get(..length).unwrap_or_default();
        let seen = self.output.len().saturating_sub(EVERY_MOVEMENT.len());
        self.output.extend_from_slice(bytes);
        // It would wake the program all the time.
        assert_eq!(count(&self.output[seen..], EVERY_MOVEMENT), 0, "every movement of the mouse: {}", self.log());
        self.screen.process(bytes);
        true
    }

    /// The private modes that were set and not taken back, or the other way round, and what else is not as found.
    fn left_behind(&self) -> Vec<String> {
        let mut left = Vec::new();
        for sequence in self.output.split(|byte| *byte == 0x1b).filter_map(|rest| rest.strip_prefix(b"[")) {
            let length = sequence.iter().take_while(|byte| !(0x40..=0x7e).contains(*byte)).count();
            let Some((parameters, [end, ..])) = sequence.split_at_checked(length) else { continue };
            let parameters = String::from_utf8_lossy(parameters).into_owned();
            match (parameters.strip_prefix('?'), char::from(*end)) {
                // The cursor is shown to begin with.
                (Some("25"), 'l') => left.push("?25".to_owned()),
                (Some("25"), 'h') | (Some(_), 'l') => left.retain(|mode| *mode != parameters),
                (Some(_), 'h') => left.push(parameters),
                // Keyboard enhancements are pushed and popped.
                (None, 'u') if parameters.starts_with('>') => left.push("keyboard".to_owned()),
                (None, 'u') if parameters.starts_with('<') => left.retain(|mode| mode != "keyboard"),
                _ => {}
            }
        }
        if self.line() != self.found {
            left.push(format!("line discipline: {} instead of {}", self.line(), self.found));
        }
        left.dedup();
        left
    }

    /// The program has set what it needs, so that giving it back means something.
    pub(crate) fn assert_taken(&self) {
        assert!(self.screen().alternate_screen());
        assert!(self.screen().hide_cursor());
        assert!(self.screen().bracketed_paste());
        assert_eq!(self.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
        assert_ne!(self.line(), self.found);
    }

    /// The terminal is as it was before the start.
    pub(crate) fn assert_given_back(&self) {
        assert_eq!(self.left_behind(), [""; 0], "{}", self.log());
        assert!(!self.screen().alternate_screen());
        assert!(!self.screen().hide_cursor());
        assert!(!self.screen().bracketed_paste());
        assert_eq!(self.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }

    /// Has the shell of [`JOB`] go on with what has been stopped; meanwhile the terminal is as it was.
    pub(crate) fn continue_job(&mut self) {
        self.wait_output(b"stopped", 1);
        self.assert_given_back();
        self.send("\n");
    }

    /// What was written, readable.
    pub(crate) fn log(&self) -> String {
        self.output.escape_ascii().to_string()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It has most likely ended by itself.
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}

/// What speaks of colours, of the locale, or of whoever runs a program, and is taken out of its environment.
pub(crate) const UNSET: [&str; 13] = [
    "ACCESSIBLE",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "COLORFGBG",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "RUST_BACKTRACE",
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
];

/// A command in an environment that is the same everywhere.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let command = Command::new(program).env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
    UNSET.into_iter().fold(command, Command::env_remove)
}

/// A shell that runs this script, in which `$0` is the program.
pub(crate) fn shell(script: &str, program: impl AsRef<OsStr>) -> Command {
    command("sh").args(["-c", script]).arg(program)
}

fn line_of(master: &File) -> String {
    format!("{:?}", termios::tcgetattr(master).unwrap())
}

fn nonzero(side: u16) -> NonZeroU16 {
    NonZeroU16::new(side).unwrap_or(NonZeroU16::MIN)
}

/// How often these bytes contain those.
pub(crate) fn count(all: &[u8], part: &[u8]) -> usize {
    all.windows(part.len()).filter(|window| *window == part).count()
}
