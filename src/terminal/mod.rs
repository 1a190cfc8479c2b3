//! The terminal: taking it, drawing on it, hearing from it, and giving it back exactly as it was found.
//!
//! What is drawn and what a key means is decided elsewhere.

mod caps;
mod guard;
mod handle;
mod input;
mod lock;
mod output;
mod panic;
mod session;
mod signals;
mod tmux;
mod tty;

pub use caps::{Background, Caps, Charset, ColorSupport};
pub use guard::run_guard;
pub use input::{Input, Waker};
pub use session::{CopyOutcome, Options, Session, StopTarget, SuspendOutcome};
