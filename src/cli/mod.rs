//! The command line: what is asked for, and what the exit code says.

mod args;
mod exit_status;
mod opened;
mod print;
mod program;
mod saved_state;
mod startup_view;
mod state_file;

pub use program::main;
