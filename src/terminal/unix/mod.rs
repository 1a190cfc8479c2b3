//! What only Unix has: signals, jobs, a terminal as a file, and the guard.

mod guard;
mod job;
mod signals;
mod tty;

pub use guard::run_guard;
pub(super) use guard::{Guard, TtyAttrs};
pub(super) use job::{has_shell, stop_job, stop_program};
pub(super) use signals::SignalHandler;
pub(super) use tty::write_all;
