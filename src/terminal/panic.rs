//! A panic gives the terminal back before its message is printed.

use std::sync::Arc;
use std::{panic, process, thread};

use super::{
    handle::{Owner, TerminalHandle},
    input::InputReader,
};

/// The exit status of a program that has panicked, as the Rust runtime gives it.
const PANIC_STATUS: i32 = 101;

/// Puts a hook before the present one, for a session of the calling thread.
///
/// A panic on that thread unwinds as usual after it; one on another thread would leave the program running without a
/// terminal, and ends it.
pub(super) fn install_hook(handle: Arc<TerminalHandle>, reader: Arc<InputReader>) {
    let previous = panic::take_hook();
    let home = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if handle.owner() == Owner::Session {
            reader.await_reply();
        }
        let owner = handle.try_restore();
        previous(info);
        if owner != Owner::Shell && thread::current().id() != home {
            process::exit(PANIC_STATUS);
        }
    }));
}
