//! The one thread that hears signals. It gives the terminal back by itself, so that a busy program can be ended too.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;
use std::{process, thread};

use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::input::Reader;
use super::screen::{Owner, Screen};
use super::source::Waker;

/// How long a terminal that takes no output may hold up the end.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long after a guest's end a signal may still be heard here of which the guest has died.
const AFTERMATH: Duration = Duration::from_millis(100);

/// All that end a program unless it catches them, but for those that say that it cannot go on (`SIGABRT`, `SIGSEGV`).
const FATAL: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGSYS,
    SIGTRAP,
];
/// Of Linux there are two more: a fault of the coprocessor, and of the power.
const FATAL_HERE: &[i32] = if cfg!(target_os = "linux") { &[16, 30] } else { &[] };

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
        let others = [SIGTSTP, SIGCONT, SIGWINCH];
        Signals::new(FATAL.iter().chain(FATAL_HERE).chain(&others)).map(Self)
    }

    /// Starts the thread. It lives as long as the program.
    pub(super) fn watch(mut self, screen: Arc<Screen>, reader: Arc<Reader>, notes: Sender<Note>) -> io::Result<()> {
        let waker = reader.waker();
        let watch = move || {
            for signal in self.0.forever() {
                let owner = screen.owner();
                let lent = owner == Owner::Guest;
                match signal {
                    // The guest shares the process group: it has got the signal itself.
                    SIGINT | SIGQUIT if screen.had_guest_within(AFTERMATH) => {}
                    // It goes on with the terminal, whose size is looked at when it comes back.
                    SIGCONT | SIGWINCH if lent => {}
                    // The guest stops as well, or the whole job does; nobody reads notes meanwhile.
                    SIGTSTP if owner != Owner::Session => drop(emulate_default_handler(SIGTSTP)),
                    SIGTSTP => note(&notes, Note::Suspend, &waker),
                    SIGCONT => note(&notes, Note::Resume, &waker),
                    SIGWINCH => note(&notes, Note::Resize, &waker),
                    fatal => {
                        // What comes later would be taken for something typed; behind a hang-up nothing comes.
                        if fatal != SIGHUP && owner == Owner::Session {
                            reader.await_answer();
                        }
                        end(fatal, &screen);
                    }
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
    // It is not known there, or taken for one that is ignored.
    process::exit(128 + signal);
}
