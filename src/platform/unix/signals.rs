//! Signals, caught and died of.

use std::{io, process};

use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::platform::{FatalSignal, Signal, SignalEvent};

/// All that end a program unless it catches them.
///
/// But for those that say that it cannot go on (`SIGABRT`, `SIGSEGV`).
const FATAL: [i32; 14] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO, SIGSYS,
    SIGTRAP,
];
/// Of Linux there are two more: a fault of the coprocessor, and of the power.
const FATAL_ON_LINUX: &[i32] = if cfg!(target_os = "linux") { &[16, 30] } else { &[] };

/// The signals, caught from now on and kept until they are asked for.
#[derive(Debug)]
pub struct CaughtSignals(Signals);

impl CaughtSignals {
    /// Catches them.
    ///
    /// # Errors
    ///
    /// The system refuses it.
    pub fn catch() -> io::Result<Self> {
        let others = [SIGTSTP, SIGCONT, SIGWINCH];
        Signals::new(FATAL.iter().chain(FATAL_ON_LINUX).chain(&others)).map(Self)
    }

    /// Waits for one after the other, without end.
    pub fn forever(&mut self) -> impl Iterator<Item = Signal> {
        self.0.forever().map(|number| match number {
            SIGTSTP => Signal::Event(SignalEvent::Suspend),
            SIGCONT => Signal::Event(SignalEvent::Resume),
            SIGWINCH => Signal::Event(SignalEvent::Resize),
            number => Signal::Fatal(FatalSignal {
                number,
                is_typed: matches!(number, SIGINT | SIGQUIT),
                is_hang_up: number == SIGHUP,
            }),
        })
    }
}

/// Dies of a signal, as if it had never been caught.
pub fn die_of(signal: FatalSignal) -> ! {
    drop(emulate_default_handler(signal.number));
    // It is not known there, or taken for one that is ignored.
    process::exit(128 + signal.number);
}
