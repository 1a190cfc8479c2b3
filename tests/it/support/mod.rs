//! What the tests of the built program share.

pub(crate) mod diagnostics;
pub(crate) mod pty;
pub(crate) mod tmux;
pub(crate) mod written;

pub(crate) use diagnostics::{lines, report};
