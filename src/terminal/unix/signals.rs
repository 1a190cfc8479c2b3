//! The one thread that hears signals.
//!
//! It gives the terminal back by itself, so that a busy program can be ended too.

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

use crate::terminal::{
    handle::{Owner, TerminalHandle},
    input::{InputReader, Waker},
    signal_event::SignalEvent,
};

/// How long a terminal that takes no output may hold up the end.
const OUTPUT_TIMEOUT: Duration = Duration::from_millis(500);

/// How long after a child's end the signal that ended it may be heard here.
const CHILD_SIGNAL_GRACE: Duration = Duration::from_millis(100);

/// All that end a program unless it catches them.
///
/// But for those that say that it cannot go on (`SIGABRT`, `SIGSEGV`).
const FATAL: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGSYS,
    SIGTRAP,
];
/// Of Linux there are two more: a fault of the coprocessor, and of the power.
const FATAL_ON_LINUX: &[i32] = if cfg!(target_os = "linux") { &[16, 30] } else { &[] };

/// The signals, caught from now on and kept until they are [watched](Self::watch).
pub(in crate::terminal) struct SignalHandler(Signals);

impl SignalHandler {
    /// Catches them.
    ///
    /// # Errors
    ///
    /// The system refuses it.
    pub(in crate::terminal) fn new() -> io::Result<Self> {
        let others = [SIGTSTP, SIGCONT, SIGWINCH];
        Signals::new(FATAL.iter().chain(FATAL_ON_LINUX).chain(&others)).map(Self)
    }

    /// Starts the thread. It lives as long as the program.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub(in crate::terminal) fn watch(
        mut self,
        handle: Arc<TerminalHandle>,
        reader: Arc<InputReader>,
        events: Sender<SignalEvent>,
    ) -> io::Result<()> {
        let waker = reader.waker();
        let watch = move || {
            for signal in self.0.forever() {
                let owner = handle.owner();
                match signal {
                    // The child shares the process group: it has got the signal itself.
                    SIGINT | SIGQUIT if handle.had_child_within(CHILD_SIGNAL_GRACE) => {}
                    // It goes on with the terminal, whose size is looked at when it comes back.
                    SIGCONT | SIGWINCH if owner == Owner::Child => {}
                    // The child stops as well, or the whole job does; nobody reads events meanwhile.
                    SIGTSTP if owner != Owner::Session => drop(emulate_default_handler(SIGTSTP)),
                    SIGTSTP => send(&events, SignalEvent::Suspend, &waker),
                    SIGCONT => send(&events, SignalEvent::Resume, &waker),
                    SIGWINCH => send(&events, SignalEvent::Resize, &waker),
                    fatal => end(fatal, &handle, &reader),
                }
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(watch).map(drop)
    }
}

fn send(events: &Sender<SignalEvent>, event: SignalEvent, waker: &Waker) {
    // Without a session there is nobody to tell.
    if events.send(event).is_ok() {
        waker.wake();
    }
}

/// Gives the terminal back and dies of the signal, as if it had never been caught.
fn end(signal: i32, handle: &Arc<TerminalHandle>, reader: &InputReader) {
    // Behind a hang-up nothing comes.
    if signal != SIGHUP && handle.owner() == Owner::Session {
        reader.await_reply();
    }
    let (done, left) = mpsc::channel();
    let leave = {
        let handle = Arc::clone(handle);
        move || {
            handle.leave(Owner::Shell);
            // The receiver may wait no longer.
            let _late = done.send(());
        }
    };
    match thread::Builder::new().name("leave".to_owned()).spawn(leave) {
        Ok(_) => drop(left.recv_timeout(OUTPUT_TIMEOUT)),
        Err(_) => handle.leave(Owner::Shell),
    }
    drop(emulate_default_handler(signal));
    // It is not known there, or taken for one that is ignored.
    process::exit(128 + signal);
}
