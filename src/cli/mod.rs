//! The command line: what is asked for, and what the exit code says.

mod arguments;
mod memory;
mod opened;
mod program;
mod state_file;
mod wanted;

pub use program::main;
