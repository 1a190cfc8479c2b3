//! What the tests of the built program share.

pub(crate) mod pty;
#[allow(dead_code, reason = "only some of the tests need it")]
pub(crate) mod tmux;
