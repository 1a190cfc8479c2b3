//! The command line: what is asked for, and what the exit code says.

mod args;
mod check;
mod check_args;
mod completions;
mod diff;
mod exit_status;
mod explain;
mod files_read;
mod fix;
mod fmt;
mod inspect;
mod language;
mod localized;
mod man;
mod new;
mod opened;
mod output;
mod program;
mod read_args;
mod reader_mode;
mod run_mode;
mod saved_state;
mod settings_file;
mod settled;
mod startup_view;
mod state_file;
mod theme_arg;
mod timeline_files;
mod usage_error;

pub use program::main;
