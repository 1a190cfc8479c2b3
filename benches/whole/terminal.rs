//! A program in a terminal of its own, watched from outside: when it answers, with how many bytes, and what it takes.

use std::{
    fs::{self, File},
    io::{Read, Write},
    num::NonZero,
    os::fd::OwnedFd,
    process::Child,
    time::{Duration, Instant},
};

use pty_process::{Size, blocking::Command};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    process::{Pid, PidfdFlags, pidfd_open},
};

/// The questions that programs ask a terminal at their start, with its answers.
const ANSWERS: [(&[u8], &[u8]); 3] =
    [(b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"), (b"\x1b[c", b"\x1b[?62;4c"), (b"\x1b[6n", b"\x1b[1;1R")];

/// Who says nothing for so long has nothing to say.
const PATIENCE: Duration = Duration::from_millis(400);

/// A program that runs.
pub(crate) struct Terminal {
    line: File,
    child: Child,
    started: Instant,
}

/// What a program answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    /// Up to its first byte.
    pub(crate) first: Duration,
    /// Up to its last byte before it fell silent.
    pub(crate) last: Duration,
    /// How many bytes.
    pub(crate) bytes: usize,
    /// Whether it left some bytes for later: more than a millisecond after those before.
    pub(crate) pauses: usize,
}

impl Terminal {
    /// Starts a program at 120 columns and 40 rows.
    pub(crate) fn start(program: &str, arguments: &[&str]) -> Self {
        let (pty, end) = pty_process::blocking::open().unwrap();
        pty.resize(Size::new(40, 120)).unwrap();
        let line = File::from(OwnedFd::from(pty));
        let command = Command::new(program).args(arguments).env("TERM", "xterm-256color").env("COLORTERM", "truecolor");
        let started = Instant::now();
        let child = command.env_remove("NO_COLOR").spawn(end).unwrap();
        Self { line, child, started }
    }

    /// Reads on until nothing has come for so long. `None` if nothing comes at all for a while.
    fn answer(&mut self, since: Instant, quiet: Duration) -> Option<Answer> {
        let mut answer: Option<Answer> = None;
        let mut room = vec![0; 1 << 16];
        loop {
            let patience = if answer.is_some() { quiet } else { PATIENCE };
            let mut polled = [PollFd::new(&self.line, PollFlags::IN)];
            if poll(&mut polled, Some(&Timespec::try_from(patience).unwrap())).unwrap() == 0 {
                return answer;
            }
            let Ok(count @ 1..) = self.line.read(&mut room) else { return answer };
            let at = since.elapsed();
            let known = answer.get_or_insert(Answer { first: at, last: at, bytes: 0, pauses: 0 });
            known.pauses += usize::from(at.saturating_sub(known.last) > Duration::from_millis(1));
            (known.last, known.bytes) = (at, known.bytes + count);
            self.reply(&room[..count]);
        }
    }

    /// From the start to the first full frame.
    pub(crate) fn first_frame(&mut self) -> Answer {
        self.answer(self.started, Duration::from_millis(60)).unwrap()
    }

    /// Types, and waits for the frame; it is over when nothing has come for so long. `None` if the program stays silent.
    pub(crate) fn key(&mut self, keys: &str, quiet: Duration) -> Option<Answer> {
        let pressed = Instant::now();
        self.line.write_all(keys.as_bytes()).unwrap();
        self.answer(pressed, quiet)
    }

    /// Types at a steady rate without waiting; how long the screen goes on changing after the last key.
    pub(crate) fn flood(&mut self, key: &str, count: u32, rate: u32) -> Duration {
        let mut line = self.line.try_clone().unwrap();
        let key = key.to_owned();
        let typing = std::thread::spawn(move || {
            for _ in 0..count {
                line.write_all(key.as_bytes()).unwrap();
                std::thread::sleep(Duration::from_secs(1) / rate);
            }
            Instant::now()
        });
        let begun = Instant::now();
        let answer = self.answer(begun, Duration::from_millis(60)).unwrap();
        // After the last key the typist slept once more.
        (begun + answer.last + Duration::from_secs(1) / rate).saturating_duration_since(typing.join().unwrap())
    }

    /// Waits until this stands on the screen; how long that took from the start.
    pub(crate) fn until(&mut self, wanted: &str) -> Duration {
        let side = |cells| NonZero::new(cells).unwrap();
        let mut screen = vt100::Parser::new(side(40), side(120), 0);
        let mut room = vec![0; 1 << 16];
        loop {
            let count = self.line.read(&mut room).unwrap();
            let at = self.started.elapsed();
            screen.process(&room[..count]);
            if screen.screen().contents().contains(wanted) {
                return at;
            }
            self.reply(&room[..count]);
        }
    }

    /// Answers what the program asks the terminal.
    fn reply(&mut self, said: &[u8]) {
        for (question, answer) in ANSWERS {
            if memchr::memmem::find(said, question).is_some() {
                self.line.write_all(answer).unwrap();
            }
        }
    }

    /// The time that its processor has given it so far.
    pub(crate) fn work(&self) -> Duration {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap();
        let of_task = |task: std::io::Result<fs::DirEntry>| {
            let told = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            told.split_whitespace().next()?.parse::<u64>().ok()
        };
        Duration::from_nanos(tasks.filter_map(of_task).sum())
    }

    /// The most memory that it has had so far, in megabytes (10⁶ bytes).
    pub(crate) fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kilobytes: f64 = peak.split_whitespace().next().unwrap().parse().unwrap();
        kilobytes * 1024.0 / 1e6
    }

    /// Quits with `q`; how long it takes to be gone.
    pub(crate) fn quit(mut self) -> Duration {
        let process = pidfd_open(Pid::from_child(&self.child), PidfdFlags::empty()).unwrap();
        let pressed = Instant::now();
        self.line.write_all(b"q").unwrap();
        loop {
            let mut polled = [PollFd::new(&process, PollFlags::IN), PollFd::new(&self.line, PollFlags::IN)];
            poll(&mut polled, None).unwrap();
            if polled[0].revents().contains(PollFlags::IN) {
                return pressed.elapsed();
            }
            // What is still written has to be read, or the program waits for it.
            let _gone = self.line.read(&mut [0; 1 << 12]);
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _waited = self.child.wait();
    }
}
