//! The terminal as something to write on: frames go out whole, and it can be given back from any thread at any time.
//!
//! Nothing is read here, and no mode is known here but that a frame is synchronized; the modes are in `modes`.

use std::io;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rustix::termios::{self, OptionalActions, Termios};

use super::guard::Guard;
use super::lock::{lock, try_lock};
use super::modes::{self, BEGIN_FRAME, END_FRAME};
use super::output::{tty, write_all};

/// Whose the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The session's: frames are shown.
    Session,
    /// Another program's for a while, such as an editor that the session has started.
    Guest,
    /// The shell's: it has been given back.
    Shell,
}

/// The terminal on standard output, shared by the session, the signal thread and the panic hook.
///
/// `line` is never held while bytes are written, so that a terminal that takes no output (stopped with Ctrl-S) can
/// still be given its line discipline back. Where both locks are needed, `frame` is taken first.
#[derive(Debug)]
pub(super) struct Screen {
    line: Mutex<Line>,
    frame: Mutex<Frame>,
}

/// The line discipline, and who owns it.
#[derive(Debug)]
struct Line {
    owner: Owner,
    /// The state to give back; `None` while nothing has been changed.
    found: Option<Termios>,
    /// When the last guest gave the terminal back.
    guest_left: Option<Instant>,
}

/// What is to be written, and what the terminal has been told.
#[derive(Debug, Default)]
struct Frame {
    /// Bytes to send behind the next frame.
    behind: Vec<u8>,
    /// Whether the modes are set.
    entered: bool,
    /// Whether those of the mouse are among them.
    hears_mouse: bool,
    /// Who gives the terminal back where the program cannot.
    guard: Option<Guard>,
}

impl Frame {
    fn tell_guard(&mut self) {
        let is_taken = self.entered;
        if let Some(guard) = &mut self.guard {
            guard.tell(is_taken);
        }
    }
}

impl Screen {
    pub(super) fn new() -> Arc<Self> {
        let line = Line { owner: Owner::Shell, found: None, guest_left: None };
        Arc::new(Self { line: Mutex::new(line), frame: Mutex::default() })
    }

    /// Raw mode and all modes of the table, from whatever state. What was typed ahead is kept.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut frame = lock(&self.frame);
        {
            let mut line = lock(&self.line);
            let mut raw = match &line.found {
                Some(found) => found.clone(),
                None => line.found.insert(termios::tcgetattr(tty())?).clone(),
            };
            raw.make_raw();
            if line.owner == Owner::Guest {
                line.guest_left = Some(Instant::now());
            }
            line.owner = Owner::Session;
            termios::tcsetattr(tty(), OptionalActions::Now, &raw)?;
        }
        // After a stop that could not be seen coming the modes are still set: once off, the shell's cursor is saved anew.
        let off = if frame.entered { modes::leave() } else { String::new() };
        frame.entered = true;
        frame.tell_guard();
        write_all((off + &modes::enter(frame.hears_mouse)).as_bytes())
    }

    /// Gives the terminal to another owner. Safe to call again: only the first call writes, and the others wait for it.
    pub(super) fn leave(&self, to: Owner) {
        self.give_line_back(to);
        Self::take_modes_back(&mut lock(&self.frame));
    }

    /// As [`leave`](Self::leave), for a thread that may itself hold the frame or be waited for: it waits a moment only.
    ///
    /// Returns whose the terminal was.
    pub(super) fn rescue(&self) -> Owner {
        let owner = self.give_line_back(Owner::Shell);
        match try_lock(&self.frame) {
            Some(mut frame) => Self::take_modes_back(&mut frame),
            None => drop(write_all(modes::leave().as_bytes())),
        }
        owner
    }

    /// Restores the line discipline and drops frames from now on; never waits for the terminal. Returns the last owner.
    pub(super) fn give_line_back(&self, to: Owner) -> Owner {
        let mut line = lock(&self.line);
        if let Some(found) = line.found.take() {
            // A terminal that has gone away needs nothing back.
            let _gone = termios::tcsetattr(tty(), OptionalActions::Now, &found);
        }
        std::mem::replace(&mut line.owner, to)
    }

    /// Takes back the modes alone: what the terminal says is still read here, and nobody sees it.
    pub(super) fn leave_modes(&self) {
        Self::take_modes_back(&mut lock(&self.frame));
    }

    fn take_modes_back(frame: &mut Frame) {
        if std::mem::take(&mut frame.entered) {
            // As above; there is nobody left to tell.
            let _gone = write_all(modes::leave().as_bytes());
            frame.tell_guard();
        }
    }

    /// Starts the guard, on a thread: nothing waits for it.
    pub(super) fn start_guard(self: &Arc<Self>) {
        let screen = Arc::clone(self);
        let start = move || {
            let found = lock(&screen.line).found.clone();
            // Without one the terminal is as safe as the program is.
            let Some(Ok(guard)) = found.map(|found| Guard::start(&found)) else { return };
            let mut frame = lock(&screen.frame);
            frame.guard = Some(guard);
            frame.tell_guard();
        };
        drop(thread::Builder::new().name("guard".to_owned()).spawn(start));
    }

    /// Sends the guard away.
    pub(super) fn end_guard(&self) {
        drop(lock(&self.frame).guard.take());
    }

    pub(super) fn owner(&self) -> Owner {
        lock(&self.line).owner
    }

    /// Whether a guest has the terminal, or had it so short a time ago.
    pub(super) fn had_guest_within(&self, time: Duration) -> bool {
        let line = lock(&self.line);
        line.owner == Owner::Guest || line.guest_left.is_some_and(|left| left.elapsed() <= time)
    }

    /// Lets the mouse be heard, or leaves it to the terminal: from now on, or from the next taking of the terminal.
    pub(super) fn hear_mouse(&self, is_heard: bool) {
        let mut frame = lock(&self.frame);
        if std::mem::replace(&mut frame.hears_mouse, is_heard) != is_heard && frame.entered {
            frame.behind.extend_from_slice(modes::mouse(is_heard).as_bytes());
        }
    }

    /// Sends these bytes behind the next frame, in the same write.
    pub(super) fn send_behind(&self, bytes: &str) {
        lock(&self.frame).behind.extend_from_slice(bytes.as_bytes());
    }

    /// Shows a frame and sends what is to go behind it, in one write; nothing is written if both are empty.
    ///
    /// Drops them if the terminal is not the session's any more.
    pub(super) fn commit(&self, drawn: &[u8]) -> io::Result<()> {
        let mut frame = lock(&self.frame);
        let behind = std::mem::take(&mut frame.behind);
        if lock(&self.line).owner != Owner::Session {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(drawn.len() + behind.len() + BEGIN_FRAME.len() + END_FRAME.len());
        if !drawn.is_empty() {
            bytes.extend_from_slice(BEGIN_FRAME.as_bytes());
            bytes.extend_from_slice(drawn);
            bytes.extend_from_slice(END_FRAME.as_bytes());
        }
        bytes.extend_from_slice(&behind);
        write_all(&bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_that_was_never_entered_gives_nothing_back() {
        let screen = Screen::new();
        screen.leave(Owner::Shell);
        assert_eq!(screen.rescue(), Owner::Shell);
        assert_eq!(screen.owner(), Owner::Shell);
    }
}
