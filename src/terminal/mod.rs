//! The terminal: taken, drawn on, heard, and given back as it was found.
//!
//! What is drawn and what a key means is decided elsewhere.

mod browser;
mod caps;
mod editor;
mod handle;
mod input;
mod lock;
mod output;
mod panic;
#[cfg(not(unix))]
mod portable;
mod session;
mod signal_event;
mod tmux;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
use portable as system;
#[cfg(unix)]
use unix as system;

pub use browser::{BrowserError, open_in_browser};
pub use caps::{Caps, Charset, ColorSupport};
pub use editor::{EditorError, editor_command};
#[cfg(unix)]
pub use input::decoded;
pub use input::{Input, Waker};
pub use session::{CopyOutcome, Options, Session, StopTarget, SuspendOutcome};
pub use system::run_guard;
