//! The side of Unix.

mod files;
mod job;
mod process;
mod signals;
mod tty;
mod tty_reader;

pub use files::{
    file_identity, has_other_names, hold_folder, is_idle_for, is_of_somebody_else, is_remote, new_file_permissions,
    read_at, read_exact_at, read_on, restrict_to_owner,
};
pub use job::{has_shell, spawn, stop_job, stop_program};
pub use process::{HOME, address_limit, desktop_opener, detach, lead_session, replace_by};
pub use signals::{CaughtSignals, die_of};
pub use tty::{TtyAttrs, write_terminal};
pub use tty_reader::{READ_SIZE, TtyReader, Waker, Wakeup};
