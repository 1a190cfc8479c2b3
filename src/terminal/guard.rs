//! A second process, which gives the terminal back where the program cannot.
//!
//! It may have been killed, or aborted for want of memory. The guard sleeps until the pipe from the program ends.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use super::output;
use crate::{
    messages::{Locale, system},
    platform::{TtyAttrs, lead_session, spawn, write_terminal},
};

/// What the guard is started with, before the line discipline to give back and what it says then.
const GUARD_ARGUMENT: &str = "--give-the-terminal-back";
/// What the program tells it: that the terminal is given back, is taken, or is taken and reports each key as itself.
const GIVEN_BACK: u8 = b'0';
const TAKEN: u8 = b'1';
const TAKEN_WITH_KEYBOARD: u8 = b'2';

/// The guard, as the program sees it.
#[derive(Debug)]
pub(super) struct Guard {
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
    pub(super) fn start(saved: &TtyAttrs, locale: Locale) -> io::Result<Self> {
        let mut command = Command::new(env::current_exe()?);
        command.args([GUARD_ARGUMENT, saved.as_text(), system::ended(locale)]).current_dir("/");
        let mut child = spawn(command.stdin(Stdio::piped()).stderr(Stdio::null()))?;
        let pipe = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Self { child, pipe })
    }

    /// Tells it whether the terminal is taken, and if so whether the keyboard is enhanced.
    pub(super) fn notify(&mut self, taken: Option<bool>) {
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
    lead_session();
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
        give_back(&saved.to_string_lossy(), state == TAKEN_WITH_KEYBOARD, &message.to_string_lossy());
    }
    true
}

fn give_back(saved: &str, enhanced_keyboard: bool, message: &str) {
    TtyAttrs::from_text(saved).iter().for_each(TtyAttrs::restore_from_raw);
    let mut bytes = output::leave(enhanced_keyboard);
    bytes.extend_from_slice(format!("{message}\r\n").as_bytes());
    let _gone = write_terminal(&bytes);
}
