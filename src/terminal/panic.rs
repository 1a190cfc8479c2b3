//! A panic gives the terminal back before its message is printed, and ends the program whatever thread it was on.

use std::sync::Arc;
use std::{panic, process, thread};

use super::input::Reader;
use super::screen::{Owner, Screen};

/// The exit status of a program that has panicked, as the Rust runtime gives it.
const PANICKED: i32 = 101;

/// Puts a hook before the present one, for a session that belongs to the calling thread.
///
/// A panic on that thread unwinds as usual after it; one on another thread would leave the program running without a
/// terminal, and ends it.
pub(super) fn guard(screen: Arc<Screen>, reader: Arc<Reader>) {
    let previous = panic::take_hook();
    let home = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        // What comes later would be taken for something typed.
        if screen.owner() == Owner::Session {
            reader.await_answer();
        }
        let owner = screen.rescue();
        previous(info);
        if owner != Owner::Shell && thread::current().id() != home {
            process::exit(PANICKED);
        }
    }));
}
