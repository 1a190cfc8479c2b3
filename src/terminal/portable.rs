//! In place of signals, jobs and the guard of Unix: there are none.

use std::io::{self, Write};
use std::sync::{Arc, mpsc::Sender};

use crate::messages::Locale;

use super::{handle::TerminalHandle, input::InputReader, signal_event::SignalEvent};

/// Writes all of it at once.
pub(super) fn write_all(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// Returns that this process is none.
pub fn run_guard() -> bool {
    false
}

/// A guard, which is never started.
#[derive(Debug)]
pub(super) struct Guard;

impl Guard {
    pub(super) fn start(_saved: &TtyAttrs, _locale: Locale) -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn notify(&mut self, _taken: Option<bool>) {}
}

/// A line discipline, which there is none of.
#[derive(Debug, Clone)]
pub(super) struct TtyAttrs;

impl TtyAttrs {
    pub(super) fn current() -> Option<Self> {
        None
    }

    pub(super) fn restore(&self) {}
}

/// The signals, of which there are none.
pub(super) struct SignalHandler;

impl SignalHandler {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn watch(
        self,
        _handle: Arc<TerminalHandle>,
        _reader: Arc<InputReader>,
        _events: Sender<SignalEvent>,
    ) -> io::Result<()> {
        Ok(())
    }
}

/// Returns that no shell could continue the program.
pub(super) fn has_shell() -> bool {
    false
}

pub(super) fn stop_job() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) fn stop_program() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
