//! The terminal, taken and given back from any thread; frames go out whole.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, disable_raw_mode, enable_raw_mode};

use super::{
    guard::Guard,
    lock::{lock, try_lock},
    output::{self, Modes, queue},
};
use crate::{
    messages::Locale,
    platform::{TtyAttrs, write_terminal},
};

/// Whose the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The session's: frames are shown.
    Session,
    /// Another program's for a while, such as an editor that the session has started.
    Child,
    /// The shell's: it has been given back.
    Shell,
}

/// The terminal, shared by the session, the thread of signals and the panic hook.
///
/// `line` is never held while bytes are written, so that a terminal that takes no output (stopped with Ctrl-S) can
/// still be given its line discipline back. Lock order: `output`, then `line`.
#[derive(Debug)]
pub(super) struct TerminalHandle {
    line: Mutex<LineState>,
    output: Mutex<Output>,
    /// Whether the terminal has been told to report each key as itself: known to whoever gives it back, without a lock.
    enhanced_keyboard: AtomicBool,
}

/// Who owns the line discipline, which crossterm keeps as it was found.
#[derive(Debug)]
struct LineState {
    owner: Owner,
    /// When the last child gave the terminal back.
    child_left: Option<Instant>,
    /// The line discipline as it was found, for the guard.
    saved: Option<TtyAttrs>,
}

/// What is to be written, and what the terminal has been told.
#[derive(Debug, Default)]
struct Output {
    /// Bytes to send behind the next frame.
    after_frame: Vec<u8>,
    /// Whether the modes are set.
    is_entered: bool,
    /// Whether those of the mouse are among them.
    mouse_capture: bool,
    /// Who gives the terminal back where the program cannot.
    guard: Option<Guard>,
}

impl Output {
    fn notify_guard(&mut self, enhanced_keyboard: bool) {
        let is_entered = self.is_entered;
        if let Some(guard) = &mut self.guard {
            guard.notify(is_entered.then_some(enhanced_keyboard));
        }
    }

    fn reset_modes(&mut self, enhanced_keyboard: bool) {
        if std::mem::take(&mut self.is_entered) {
            // A terminal that has gone away needs nothing back.
            let _gone = write_terminal(&output::leave(enhanced_keyboard));
            self.notify_guard(enhanced_keyboard);
        }
    }
}

impl TerminalHandle {
    pub(super) fn new() -> Arc<Self> {
        let line = LineState { owner: Owner::Shell, child_left: None, saved: None };
        Arc::new(Self { line: Mutex::new(line), output: Mutex::default(), enhanced_keyboard: AtomicBool::new(false) })
    }

    fn has_enhanced_keyboard(&self) -> bool {
        self.enhanced_keyboard.load(Ordering::SeqCst)
    }

    /// Sets raw mode and all other modes. What was typed ahead is kept.
    ///
    /// # Errors
    ///
    /// The terminal has gone away.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut output = lock(&self.output);
        // Before a stop that could not be seen coming nothing was given back.
        let was_entered = output.is_entered;
        {
            let mut line = lock(&self.line);
            if was_entered {
                disable_raw_mode()?;
            }
            if std::mem::replace(&mut line.owner, Owner::Session) == Owner::Child {
                line.child_left = Some(Instant::now());
                // One that has crashed may not have put back what it found.
                line.saved.iter().for_each(TtyAttrs::restore);
            }
            line.saved = TtyAttrs::current();
            enable_raw_mode()?;
        }
        output.is_entered = true;
        let enhanced_keyboard = self.has_enhanced_keyboard();
        output.notify_guard(enhanced_keyboard);
        // Once left, the shell's cursor is saved again.
        let mut bytes = if was_entered { output::leave(enhanced_keyboard) } else { Vec::new() };
        bytes.extend(output::enter(Modes { mouse_capture: output.mouse_capture, enhanced_keyboard }));
        write_terminal(&bytes)
    }

    /// Gives the terminal to another owner.
    ///
    /// Of several calls the first one writes, and the others wait for it.
    pub(super) fn leave(&self, to: Owner) {
        self.restore_termios(to);
        self.reset_modes();
    }

    /// Gives the terminal to the shell, and returns whose it was.
    ///
    /// For a thread that may hold it itself: it waits for a moment only.
    pub(super) fn try_restore(&self) -> Owner {
        let owner = self.restore_termios(Owner::Shell);
        match try_lock(&self.output) {
            Some(mut output) => output.reset_modes(self.has_enhanced_keyboard()),
            None => drop(write_terminal(&output::leave(self.has_enhanced_keyboard()))),
        }
        owner
    }

    /// Restores the line discipline, and returns the last owner.
    ///
    /// Frames are dropped from now on. It never waits for the terminal.
    fn restore_termios(&self, to: Owner) -> Owner {
        let mut line = lock(&self.line);
        // A terminal that has gone away needs nothing back.
        let _gone = disable_raw_mode();
        std::mem::replace(&mut line.owner, to)
    }

    /// Takes back the modes alone: what the terminal says is still read here.
    pub(super) fn reset_modes(&self) {
        lock(&self.output).reset_modes(self.has_enhanced_keyboard());
    }

    /// Starts the guard, on a thread: nothing waits for it.
    pub(super) fn start_guard(self: &Arc<Self>, locale: Locale) {
        let handle = Arc::clone(self);
        let start = move || {
            let saved = lock(&handle.line).saved.clone();
            // Without one the terminal is as safe as the program is.
            let Some(Ok(guard)) = saved.map(|saved| Guard::start(&saved, locale)) else { return };
            let mut output = lock(&handle.output);
            output.guard = Some(guard);
            output.notify_guard(handle.has_enhanced_keyboard());
        };
        drop(thread::Builder::new().name("guard".to_owned()).spawn(start));
    }

    /// Sends the guard away.
    pub(super) fn end_guard(&self) {
        drop(lock(&self.output).guard.take());
    }

    pub(super) fn owner(&self) -> Owner {
        lock(&self.line).owner
    }

    /// Returns whether a child has the terminal, or had it so short a time ago.
    pub(super) fn had_child_within(&self, time: Duration) -> bool {
        let line = lock(&self.line);
        line.owner == Owner::Child || line.child_left.is_some_and(|left| left.elapsed() <= time)
    }

    /// Has the mouse reported, or leaves it to the terminal.
    ///
    /// That is said behind the next frame, or once the terminal is taken.
    pub(super) fn set_mouse_capture(&self, is_on: bool) {
        let mut output = lock(&self.output);
        if std::mem::replace(&mut output.mouse_capture, is_on) != is_on && output.is_entered {
            output.after_frame.extend(output::set_mouse_capture(is_on));
        }
    }

    /// Has each key reported as itself from the next frame on, in a terminal that can.
    pub(super) fn enhance_keyboard(&self) {
        let mut output = lock(&self.output);
        if !self.enhanced_keyboard.swap(true, Ordering::SeqCst) && output.is_entered {
            output.after_frame.extend(output::enhance_keyboard());
            output.notify_guard(true);
        }
    }

    /// Sends a command behind the next frame, in the same write.
    pub(super) fn queue_after_frame(&self, command: impl crossterm::Command) {
        queue(&mut lock(&self.output).after_frame, command);
    }

    /// Shows a frame and sends what is to go behind it, in one write.
    ///
    /// Nothing is written if both are empty. Drops them if the terminal is not the session's any more.
    ///
    /// # Errors
    ///
    /// The terminal has gone away.
    pub(super) fn write_frame(&self, drawn: &[u8]) -> io::Result<()> {
        let mut output = lock(&self.output);
        let after_frame = std::mem::take(&mut output.after_frame);
        if self.owner() != Owner::Session {
            return Ok(());
        }
        // With room for the synchronization.
        let mut bytes = Vec::with_capacity(drawn.len() + after_frame.len() + 16);
        if !drawn.is_empty() {
            queue(&mut bytes, BeginSynchronizedUpdate);
            bytes.extend_from_slice(drawn);
            queue(&mut bytes, EndSynchronizedUpdate);
        }
        bytes.extend(after_frame);
        write_terminal(&bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_that_was_never_entered_is_not_given_back() {
        let handle = TerminalHandle::new();
        handle.leave(Owner::Shell);
        assert_eq!(handle.try_restore(), Owner::Shell);
        assert_eq!(handle.owner(), Owner::Shell);
    }
}
