//! The job: who is in it, and stopping, as Ctrl-Z does, the program alone or the whole job.

use std::{
    io,
    process::{Child, Command},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rustix::{
    process::{Signal, getpgrp, kill_current_process_group},
    termios::tcgetsid,
};
use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};

use super::tty::tty;

/// Held while a program is started, and where one stops.
///
/// Starting a program waits until that runs (vfork), and cannot be interrupted. If the new program were stopped before, this
/// process would never stop, and the shell would wait for it.
static STARTING: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    STARTING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a program in this job, which is not stopped meanwhile.
///
/// # Errors
///
/// It cannot be started.
pub fn spawn(command: &mut Command) -> io::Result<Child> {
    let _turn = turn();
    command.spawn()
}

/// Returns whether there is a shell that could continue the program.
///
/// There is none if the job is that of the terminal's session. Where the terminal is not that of the program's own
/// session, there is no job either.
pub fn has_shell() -> bool {
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
pub fn stop_job() -> io::Result<()> {
    let _turn = turn();
    Ok(kill_current_process_group(Signal::STOP)?)
}

/// Stops the program alone; returns when it has been continued.
///
/// # Errors
///
/// The system does not stop it.
pub fn stop_program() -> io::Result<()> {
    let _turn = turn();
    emulate_default_handler(SIGTSTP)
}
