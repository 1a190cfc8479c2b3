//! The one thread that hears signals.
//!
//! It gives the terminal back by itself, so that a busy program can be ended too.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use super::{
    handle::{Owner, TerminalHandle},
    input::{InputReader, Waker},
};
use crate::platform::{CaughtSignals, FatalSignal, Signal, SignalEvent, die_of, stop_program};

/// How long a terminal that takes no output may hold up the end.
const OUTPUT_TIMEOUT: Duration = Duration::from_millis(500);

/// How long after a child's end the signal that ended it may be heard here.
const CHILD_SIGNAL_GRACE: Duration = Duration::from_millis(100);

/// Starts the thread. It lives as long as the program.
///
/// # Errors
///
/// The system refuses a thread.
pub(super) fn watch(
    mut signals: CaughtSignals,
    handle: Arc<TerminalHandle>,
    reader: Arc<InputReader>,
    events: Sender<SignalEvent>,
) -> io::Result<()> {
    let waker = reader.waker();
    let watch = move || {
        for signal in signals.forever() {
            let owner = handle.owner();
            match signal {
                // The child shares the process group: it has got the signal itself.
                Signal::Fatal(signal) if signal.is_typed && handle.had_child_within(CHILD_SIGNAL_GRACE) => {}
                Signal::Fatal(signal) => end(signal, &handle, &reader),
                // It goes on with the terminal, whose size is looked at when it comes back.
                Signal::Event(SignalEvent::Resume | SignalEvent::Resize) if owner == Owner::Child => {}
                // The child stops as well, or the whole job does; nobody reads events meanwhile.
                Signal::Event(SignalEvent::Suspend) if owner != Owner::Session => drop(stop_program()),
                Signal::Event(event) => send(&events, event, &waker),
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch).map(drop)
}

fn send(events: &Sender<SignalEvent>, event: SignalEvent, waker: &Waker) {
    // Without a session there is nobody to tell.
    if events.send(event).is_ok() {
        waker.wake();
    }
}

/// Gives the terminal back and dies of the signal.
fn end(signal: FatalSignal, handle: &Arc<TerminalHandle>, reader: &InputReader) {
    // Behind a hang-up nothing comes.
    if !signal.is_hang_up && handle.owner() == Owner::Session {
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
    die_of(signal)
}
