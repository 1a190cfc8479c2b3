//! Stopping, as Ctrl-Z does: the program alone, or its whole job.

use std::io;

use rustix::{
    process::{Signal, getpgrp, kill_current_process_group},
    termios::tcgetsid,
};
use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};

use super::tty::tty;

/// Returns whether there is a shell that could continue the program.
///
/// There is none if the job is that of the terminal's session. Where the terminal is not that of the program's own
/// session, there is no job either.
pub(in crate::terminal) fn has_shell() -> bool {
    tcgetsid(tty()).is_ok_and(|session| session != getpgrp())
}

/// Stops the job, the program and whoever else is in it at once.
///
/// `SIGTSTP` would be caught here and stop the others sooner than the program; the shell might have continued the job
/// before the program stops, and nobody would continue it again.
///
/// # Errors
///
/// The system does not send it.
pub(in crate::terminal) fn stop_job() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}

/// Stops the program alone; returns when it has been continued.
///
/// # Errors
///
/// The system does not stop it.
pub(in crate::terminal) fn stop_program() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}
