//! The side of Windows: there are no signals and no jobs, and a console is read by crossterm (`terminal/input/portable.rs`).

mod files;
mod process;
mod terminal;

pub use files::{
    file_identity, has_other_names, hold_folder, is_idle_for, is_of_somebody_else, is_remote, new_file_permissions,
    read_at, read_exact_at, read_on, restrict_to_owner,
};
pub use process::{HOME, address_limit, desktop_opener, detach, lead_session, replace_by, spawn};
pub use terminal::{CaughtSignals, TtyAttrs, die_of, has_shell, stop_job, stop_program, write_terminal};
