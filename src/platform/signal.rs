//! What signals say, by what a program does about them.

/// What a signal tells a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignalEvent {
    /// The program is asked to stop.
    Suspend,
    /// The program has been continued.
    Resume,
    /// The terminal has a new size.
    Resize,
}

/// One that ends a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FatalSignal {
    /// Its number.
    pub number: i32,
    /// Whether a key of the terminal sends it, to all who share the job.
    pub is_typed: bool,
    /// Whether it says that the terminal has gone away.
    pub is_hang_up: bool,
}

/// A signal that was caught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// It tells something.
    Event(SignalEvent),
    /// It ends the program.
    Fatal(FatalSignal),
}
