//! What differs from one operating system to another, behind one face: files, processes, signals, and the terminal as bytes.
//!
//! Nothing above names an interface of a system.

mod regular_file;
mod signal;
#[cfg(unix)]
mod unix;
#[cfg(not(unix))]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(not(unix))]
use windows as system;

pub use regular_file::require_regular_file;
pub use signal::{FatalSignal, Signal, SignalEvent};
pub use system::{
    CaughtSignals, HOME, TtyAttrs, address_limit, desktop_opener, detach, die_of, file_identity, has_other_names,
    has_shell, hold_folder, is_idle_for, is_of_somebody_else, is_remote, lead_session, new_file_permissions, read_at,
    read_exact_at, read_on, replace_by, restrict_to_owner, spawn, stop_job, stop_program, write_terminal,
};
#[cfg(unix)]
pub use unix::{READ_SIZE, TtyReader, Waker, Wakeup};
