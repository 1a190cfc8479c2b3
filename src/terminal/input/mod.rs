//! What is heard from the terminal, in batches.
//!
//! On Unix by a reader of its own, elsewhere by crossterm's; ARCHITECTURE.md says why.

mod event;
#[cfg(not(unix))]
mod portable;
#[cfg(unix)]
mod tty;

#[cfg(unix)]
pub use crate::platform::Waker;
pub use event::Input;
#[cfg(not(unix))]
pub use portable::Waker;
#[cfg(unix)]
pub use tty::decoded;

#[cfg(not(unix))]
pub(super) use portable::InputReader;
#[cfg(unix)]
pub(super) use tty::InputReader;
