//! The terminal: taking it, drawing on it, hearing from it, and giving it back exactly as it was found.
//!
//! Everything that is particular to Unix stays in here. What is drawn and what a key means is decided elsewhere.

mod caps;
mod cut;
mod escape;
mod guard;
mod ink;
mod input;
mod key;
mod lock;
mod modes;
mod mouse;
mod output;
mod painter;
mod panic;
mod screen;
mod session;
mod signals;
mod source;
mod tmux;

pub use caps::{Background, Caps, Charset, Colour};
pub use guard::stand_guard;
pub use input::Input;
pub use session::{Copied, Options, Session, Stopping, Suspension};
pub use source::Waker;
