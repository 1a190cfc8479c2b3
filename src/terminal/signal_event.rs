//! What signals tell a session.

/// What a session does about a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "there are no signals"))]
pub(super) enum SignalEvent {
    /// The program is asked to stop.
    Suspend,
    /// The program has been continued.
    Resume,
    /// The terminal has a new size.
    Resize,
}
