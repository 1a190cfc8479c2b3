//! A second process, which gives the terminal back where the program cannot.
//!
//! It may have been killed, or aborted for want of memory. The guard sleeps until the pipe from the program ends.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use rustix::process::setsid;
use rustix::termios::{
    ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, Termios, tcgetattr, tcsetattr,
};

use super::tty::{tty, write_all};
use crate::{
    messages::{Locale, system},
    terminal::output,
};

/// What the guard is started with, before the line discipline to give back and what it says then.
const GUARD_ARGUMENT: &str = "--give-the-terminal-back";
/// What the program tells it: that the terminal is given back, is taken, or is taken and reports each key as itself.
const GIVEN_BACK: u8 = b'0';
const TAKEN: u8 = b'1';
const TAKEN_WITH_KEYBOARD: u8 = b'2';

/// The guard, as the program sees it.
#[derive(Debug)]
pub(in crate::terminal) struct Guard {
    child: Child,
    pipe: ChildStdin,
}

impl Guard {
    /// Starts the guard of a terminal that was found like this.
    ///
    /// It does nothing until it is [notified](Self::notify).
    ///
    /// # Errors
    ///
    /// The system refuses a process.
    pub(in crate::terminal) fn start(saved: &TtyAttrs, locale: Locale) -> io::Result<Self> {
        let mut child = Command::new(env::current_exe()?)
            .args([GUARD_ARGUMENT, &saved.0, system::ended(locale)])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .current_dir("/")
            .spawn()?;
        let pipe = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self { child, pipe })
    }

    /// Tells it whether the terminal is taken, and if so whether the keyboard is enhanced.
    pub(in crate::terminal) fn notify(&mut self, taken: Option<bool>) {
        let state = match taken {
            None => GIVEN_BACK,
            Some(false) => TAKEN,
            Some(true) => TAKEN_WITH_KEYBOARD,
        };
        // One that has been killed cannot be helped.
        let _gone = self.pipe.write_all(&[state]);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // It may have gone before; in any case nothing of it stays behind.
        let _gone = self.child.kill();
        let _waited = self.child.wait();
    }
}

/// Runs as the guard until the program has ended, if this process is one.
///
/// `false`: it is none.
pub fn run_guard() -> bool {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(GUARD_ARGUMENT)) {
        return false;
    }
    // Out of the job, so that neither a hang-up nor the shell's taking of the terminal stops it.
    let _leads_already = setsid();
    // A program that ends before it has told anything has given the terminal back.
    let (mut bytes, mut state) = ([0; 64], GIVEN_BACK);
    loop {
        match io::stdin().read(&mut bytes) {
            Ok(0) => break,
            Ok(count) => state = bytes.get(count - 1).copied().unwrap_or(state),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    if state != GIVEN_BACK {
        let saved = arguments.next().unwrap_or_default();
        let message = arguments.next().unwrap_or_default();
        let saved = TtyAttrs(saved.to_string_lossy().into_owned());
        give_back(&saved, state == TAKEN_WITH_KEYBOARD, &message.to_string_lossy());
    }
    true
}

fn give_back(saved: &TtyAttrs, enhanced_keyboard: bool, message: &str) {
    // A shell that has the terminal already has set it as it needs it.
    if let Ok(mut attrs) = tcgetattr(tty())
        && !attrs.local_modes.intersects(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
        && saved.apply_to(&mut attrs).is_some()
    {
        let _gone = tcsetattr(tty(), OptionalActions::Now, &attrs);
    }
    let mut bytes = output::leave(enhanced_keyboard);
    bytes.extend_from_slice(format!("{message}\r\n").as_bytes());
    let _gone = write_all(&bytes);
}

/// What raw mode changes of a line discipline, as text for the guard.
///
/// The program itself leaves its line discipline to crossterm, which tells nobody what it keeps.
#[derive(Debug, Clone)]
pub(in crate::terminal) struct TtyAttrs(String);

impl TtyAttrs {
    /// Returns those of the terminal as it is; `None` if it has gone away.
    pub(in crate::terminal) fn current() -> Option<Self> {
        let now = tcgetattr(tty()).ok()?;
        let (input, output) = (now.input_modes.bits(), now.output_modes.bits());
        let (control, local) = (now.control_modes.bits(), now.local_modes.bits());
        Some(Self(format!("{input}:{output}:{control}:{local}")))
    }

    /// Gives them back to the terminal. One that has gone away needs nothing.
    pub(in crate::terminal) fn restore(&self) {
        if let Ok(mut attrs) = tcgetattr(tty())
            && self.apply_to(&mut attrs).is_some()
        {
            let _gone = tcsetattr(tty(), OptionalActions::Now, &attrs);
        }
    }

    /// Sets them; `None`, and nothing of use is set, where the text is something else.
    fn apply_to(&self, attrs: &mut Termios) -> Option<()> {
        let mut bits = self.0.split(':');
        attrs.input_modes = InputModes::from_bits_retain(bits.next()?.parse().ok()?);
        attrs.output_modes = OutputModes::from_bits_retain(bits.next()?.parse().ok()?);
        attrs.control_modes = ControlModes::from_bits_retain(bits.next()?.parse().ok()?);
        attrs.local_modes = LocalModes::from_bits_retain(bits.next()?.parse().ok()?);
        Some(())
    }
}
