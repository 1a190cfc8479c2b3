//! A console: it is written to, and has no line discipline, no jobs and no signals.

use std::{
    io::{self, Write},
    iter, process,
};

use crate::platform::{FatalSignal, Signal};

/// Writes all of it to the terminal at once.
///
/// # Errors
///
/// The terminal has gone away.
pub fn write_terminal(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// A line discipline, which there is none of.
#[derive(Debug, Clone)]
pub enum TtyAttrs {}

impl TtyAttrs {
    /// Returns none.
    pub fn from_text(_text: &str) -> Option<Self> {
        None
    }

    /// Returns none.
    pub fn current() -> Option<Self> {
        None
    }

    /// Returns them as text.
    pub fn as_text(&self) -> &str {
        match *self {}
    }

    /// Gives them back to the terminal.
    pub fn restore(&self) {
        match *self {}
    }

    /// Gives them back to a terminal that is still in raw mode.
    pub fn restore_from_raw(&self) {
        match *self {}
    }
}

/// The signals, of which there are none.
#[derive(Debug)]
pub struct CaughtSignals;

impl CaughtSignals {
    /// Catches none.
    ///
    /// # Errors
    ///
    /// Never.
    pub fn catch() -> io::Result<Self> {
        Ok(Self)
    }

    /// Has nothing to wait for.
    pub fn forever(&mut self) -> impl Iterator<Item = Signal> {
        iter::empty()
    }
}

/// Ends with the status that a signal would have.
pub fn die_of(signal: FatalSignal) -> ! {
    process::exit(128 + signal.number)
}

/// Returns that no shell could continue the program.
pub fn has_shell() -> bool {
    false
}

/// Stops nothing.
///
/// # Errors
///
/// Always: there are no jobs.
pub fn stop_job() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Stops nothing.
///
/// # Errors
///
/// Always: nobody could continue it.
pub fn stop_program() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
