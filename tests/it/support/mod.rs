//! What the tests of the built program share.

pub(crate) mod diagnostics;
pub(crate) mod editor;
pub(crate) mod gnu_screen;
pub(crate) mod pty;
pub(crate) mod tmux;
pub(crate) mod written;

/// The timeline that comes with annalist, as TOML.
pub(crate) const BUILT_IN: &str = include_str!("../../../events.toml");

pub(crate) use diagnostics::{all_lines, lines, report};
