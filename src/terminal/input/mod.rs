//! What is heard from the terminal, in batches.
//!
//! On Unix by a reader of its own, elsewhere by crossterm's; ARCHITECTURE.md says why.

mod event;
#[cfg(not(unix))]
mod portable;
#[cfg(unix)]
mod tty;

pub use event::Input;
#[cfg(not(unix))]
pub use portable::Waker;
#[cfg(unix)]
pub use tty::{Waker, decoded};

#[cfg(not(unix))]
pub(super) use portable::InputReader;
#[cfg(unix)]
pub(super) use tty::InputReader;
