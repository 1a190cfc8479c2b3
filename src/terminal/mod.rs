//! The terminal: taken, drawn on, heard, and given back as it was found.
//!
//! What is drawn and what a key means is decided elsewhere.

mod browser;
mod caps;
mod editor;
mod guard;
mod handle;
mod input;
mod lock;
mod output;
mod panic;
mod session;
mod signals;
mod tmux;

pub use browser::{BrowserError, open_in_browser};
pub use caps::{Caps, Charset, ColorSupport};
pub use editor::{EditorError, editor_command};
pub use guard::run_guard;
#[cfg(unix)]
pub use input::decoded;
pub use input::{Input, Waker};
pub use session::{CopyOutcome, Options, Session, StopTarget, SuspendOutcome};
