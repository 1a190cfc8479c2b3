//! The one thread that hears signals. It gives the terminal back by itself, so that a busy program can be ended too.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::screen::{Owner, Screen};
use super::source::Waker;

/// How long a terminal that takes no output may hold up the end.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long after a guest's end a signal may still be heard here of which the guest has died.
const AFTERMATH: Duration = Duration::from_millis(100);

/// What the session is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Note {
    /// The program is asked to stop.
    Suspend,
    /// The program has been continued.
    Resume,
    /// The terminal has a new size.
    Resize,
}

/// The signals, caught from now on and kept until they are [watched](Self::watch).
pub(super) struct Caught(Signals);

impl Caught {
    pub(super) fn new() -> io::Result<Self> {
        Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]).map(Self)
    }

    /// Starts the thread. It lives as long as the program.
    pub(super) fn watch(mut self, screen: Arc<Screen>, notes: Sender<Note>, waker: Waker) -> io::Result<()> {
        let watch = move || {
            for signal in self.0.forever() {
                let lent = screen.owner() == Owner::Guest;
                match signal {
                    // The guest shares the process group: it has got the signal itself.
                    SIGINT | SIGQUIT if screen.had_guest_within(AFTERMATH) => {}
                    // It goes on with the terminal, whose size is looked at when it comes back.
                    SIGCONT | SIGWINCH if lent => {}
                    // It stops as well, and nobody reads notes meanwhile.
                    SIGTSTP if lent => drop(emulate_default_handler(SIGTSTP)),
                    SIGTSTP => note(&notes, Note::Suspend, &waker),
                    SIGCONT => note(&notes, Note::Resume, &waker),
                    SIGWINCH => note(&notes, Note::Resize, &waker),
                    fatal => end(fatal, &screen),
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(watch).map(drop)
    }
}

fn note(notes: &Sender<Note>, note: Note, waker: &Waker) {
    // Without a session there is nobody to tell.
    if notes.send(note).is_ok() {
        waker.wake();
    }
}

/// Gives the terminal back and dies of the signal, as if it had never been caught.
fn end(signal: i32, screen: &Arc<Screen>) {
    let (done, left) = mpsc::channel();
    let leave = {
        let screen = Arc::clone(screen);
        move || {
            screen.leave(Owner::Shell);
            // The receiver may have lost its patience.
            let _late = done.send(());
        }
    };
    match thread::Builder::new().name("leave".to_owned()).spawn(leave) {
        Ok(_) => drop(left.recv_timeout(PATIENCE)),
        Err(_) => screen.leave(Owner::Shell),
    }
    drop(emulate_default_handler(signal));
}
