//! A session: the terminal as the program sees it.
//!
//! Nothing of the program's state is known here.

use std::io::{self, IsTerminal};
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use crossterm::{clipboard::CopyToClipboard, terminal::window_size};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};

use super::{
    handle::{Owner, TerminalHandle},
    input::{Input, InputReader, Waker},
    output::{ExtraCommand, FrameDiff, TerminalQuery},
    panic, signals, tmux,
};
use crate::{
    messages::{self, Locale, LocalizedText},
    platform::{CaughtSignals, SignalEvent, has_shell, spawn, stop_job, stop_program},
    ui::LinkArea,
};

/// The size taken for a terminal that does not tell its own.
const DEFAULT_SIZE: Size = Size::new(80, 24);
/// The largest size that is drawn on: no screen has it, but a wrong answer may.
const MAX_SIZE: Size = Size::new(2000, 1000);

/// The longest text for the clipboard: encoded it is within what terminals take.
const MAX_COPY_BYTES: usize = 72 * 1024;

/// What a session is to do besides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Query the background colour behind the first frame; see [`Input::Background`].
    pub query_background: bool,
    /// Have the mouse reported; see [`Session::set_mouse_capture`].
    pub mouse_capture: bool,
    /// Start the guard behind the first frame, to speak this language.
    ///
    /// It is the program a second time, to give the terminal back where that is killed or aborted. It has to call [`run_guard`](super::run_guard) before anything else.
    pub guard: Option<Locale>,
}

/// Who is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopTarget {
    /// The whole job, as by the terminal's own Ctrl-Z.
    ///
    /// A script that waits for the program stops as well.
    Job,
    /// The program alone.
    ///
    /// Whoever sent it a signal has asked the others too, or does not mean them.
    Program,
}

/// What became of a request to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuspendOutcome {
    /// The program was stopped and continued; the terminal needs a drawing.
    Stopped,
    /// There is no shell to return to, so that nothing was done.
    NoShell,
}

/// Where a copied text has got to, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyOutcome {
    /// It is sent to the terminal.
    Sent,
    /// It is in a buffer of tmux, and sent to the terminal.
    InTmux,
    /// It is longer than many terminals take, and has not been sent.
    TooLong,
}

/// The terminal, taken over for as long as this value lives.
///
/// It is given back when the value is dropped, on a panic of any thread, and when a signal ends the program.
#[derive(Debug)]
pub struct Session {
    handle: Arc<TerminalHandle>,
    diff: FrameDiff,
    reader: Arc<InputReader>,
    signals: Receiver<SignalEvent>,
    size: Size,
    /// What the terminal is asked behind the next frame.
    query: TerminalQuery,
    /// A guard is started behind it, to speak this language.
    guard: Option<Locale>,
}

impl Session {
    /// Takes the terminal of standard output. There can be one session at a time.
    ///
    /// Raw mode, alternate screen, hidden cursor, pastes as text. What was typed ahead is kept. Behind the first frame the
    /// terminal is asked for the kitty keyboard protocol; in one that has it an Esc is heard at once, and Ctrl-i is not Tab.
    ///
    /// # Errors
    ///
    /// Standard output is no terminal, or no terminal can be read, or the system refuses threads or signals.
    pub fn open(options: &Options) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, LocalizedText::of(messages::system::no_terminal)));
        }
        let (sender, signals) = mpsc::channel();
        let size = measure();
        let reader = Arc::new(InputReader::open()?);
        let can_query = reader.can_query();
        let mut session = Self {
            handle: TerminalHandle::new(),
            diff: FrameDiff::new(size),
            query: TerminalQuery { keyboard: can_query, background: options.query_background && can_query },
            reader,
            signals,
            size,
            guard: options.guard,
        };
        let caught = CaughtSignals::catch()?;
        panic::install_hook(Arc::clone(&session.handle), Arc::clone(&session.reader));
        session.handle.set_mouse_capture(options.mouse_capture);
        session.handle.enter()?;
        session.repaint();
        signals::watch(caught, Arc::clone(&session.handle), Arc::clone(&session.reader), sender)?;
        Ok(session)
    }

    /// Returns the columns and rows to draw on; neither is 0.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Returns whether the terminal still shows the last frame.
    ///
    /// It does not before the first, after another size, or after another program has had it.
    pub const fn is_intact(&self) -> bool {
        self.diff.is_intact()
    }

    /// Draws one frame, and shows what has changed in a single write.
    ///
    /// Nothing is written if nothing has. `paint` draws on a blank buffer of the present [`size`](Self::size), and returns the position of the cursor, or `None`
    /// to hide it. While the screen is [intact](Self::is_intact) it may be drawn in some areas only: elsewhere it stays as
    /// it is.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to, most likely because it has gone away.
    pub fn draw(
        &mut self,
        areas: Option<&[Rect]>,
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let drawn = self.diff.frame(areas, paint);
        let query = std::mem::take(&mut self.query);
        if query.is_any() {
            self.handle.queue_after_frame(ExtraCommand::Query(query));
            // Before it is sent: a signal may end the program at any time after that.
            self.reader.expect_reply();
        }
        self.handle.write_frame(&drawn)?;
        self.diff.prepare_next();
        if let Some(locale) = self.guard.take() {
            self.handle.start_guard(locale);
        }
        Ok(())
    }

    /// Takes what the next frame shows as links.
    pub fn set_links(&mut self, links: Vec<LinkArea>) {
        self.diff.set_links(links);
    }

    /// Waits for input, and returns all that is there, in order.
    ///
    /// Nothing if a [`Waker`] has ended the wait. After each return look for messages of your own, then draw once. A failing terminal is [`Input::HangUp`].
    pub fn read_inputs(&mut self) -> Vec<Input> {
        let mut inputs = self.reader.read_batch();
        if inputs.iter().any(Input::is_resize) {
            self.repaint();
        }
        if inputs.contains(&Input::EnhancedKeyboard) {
            self.handle.enhance_keyboard();
            inputs.retain(|input| *input != Input::EnhancedKeyboard);
        }
        let signals: Vec<SignalEvent> = self.signals.try_iter().collect();
        for signal in signals {
            match signal {
                SignalEvent::Suspend => inputs.push(Input::Suspend),
                SignalEvent::Resume => {
                    let entered = self.reenter();
                    inputs.push(if entered.is_ok() { Input::Resume } else { Input::HangUp });
                }
                // Of many at once, one is enough; the size is the present one in any case.
                SignalEvent::Resize if inputs.iter().any(Input::is_resize) => {}
                SignalEvent::Resize => {
                    self.repaint();
                    inputs.push(Input::Resize(self.size));
                }
            }
        }
        inputs
    }

    /// Returns a handle that ends the wait of [`read_inputs`](Self::read_inputs).
    pub fn waker(&self) -> Waker {
        self.reader.waker()
    }

    /// Gives the terminal back and stops, as Ctrl-Z does.
    ///
    /// Returns when the program has been continued and has the terminal again.
    /// Nothing is done where no shell could continue the program.
    ///
    /// # Errors
    ///
    /// The system does not stop the program, or the terminal cannot be taken again.
    pub fn suspend(&mut self, target: StopTarget) -> io::Result<SuspendOutcome> {
        if !has_shell() {
            return Ok(SuspendOutcome::NoShell);
        }
        self.leave(Owner::Shell);
        // One from before would be taken for the end of the stop.
        self.signals.try_iter().for_each(drop);
        let stopped = match target {
            StopTarget::Job => stop_job(),
            StopTarget::Program => stop_program(),
        };
        while stopped.is_ok() && self.signals.recv().is_ok_and(|signal| signal != SignalEvent::Resume) {}
        self.reenter()?;
        stopped.map(|()| SuspendOutcome::Stopped)
    }

    /// Runs another program, such as an editor, and waits for its end.
    ///
    /// It has the terminal as it was found. Draw afterwards.
    ///
    /// # Errors
    ///
    /// The program cannot be started, or the terminal cannot be taken again.
    pub fn run_external(&mut self, command: &mut Command) -> io::Result<ExitStatus> {
        self.leave(Owner::Child);
        let status = spawn(command).and_then(|mut program| program.wait());
        self.reenter()?;
        status
    }

    /// Gives the terminal away.
    ///
    /// A pending reply is waited for before, in a screen that is the other's already: said later, it would be taken for
    /// something typed.
    fn leave(&mut self, to: Owner) {
        if self.reader.is_reply_pending() {
            self.handle.reset_modes();
            self.reader.await_reply();
        }
        self.handle.leave(to);
    }

    fn reenter(&mut self) -> io::Result<()> {
        let entered = self.handle.enter();
        self.repaint();
        entered
    }

    /// Queries the background colour behind the next frame; see [`Input::Background`].
    ///
    /// A terminal that has not replied the last time is not queried again.
    pub fn query_background(&mut self) {
        self.query.background |= self.reader.can_query();
    }

    /// Has the mouse reported from the next frame on, or leaves it to the terminal.
    ///
    /// There text can be selected with it.
    pub fn set_mouse_capture(&mut self, is_on: bool) {
        self.handle.set_mouse_capture(is_on);
    }

    /// Sends a text for the clipboard to the terminal, behind the next frame (OSC 52).
    ///
    /// Whether the terminal takes it cannot be known. In tmux, which passes none on by default, it is put into a buffer of
    /// tmux as well, which can be known.
    pub fn copy(&mut self, text: &str) -> CopyOutcome {
        if text.len() > MAX_COPY_BYTES {
            return CopyOutcome::TooLong;
        }
        self.handle.queue_after_frame(CopyToClipboard::to_clipboard_from(text));
        if tmux::is_around() && tmux::store(text) { CopyOutcome::InTmux } else { CopyOutcome::Sent }
    }

    /// Lets the next drawing start from a cleared screen of the present size.
    fn repaint(&mut self) {
        self.size = measure();
        self.diff = FrameDiff::new(self.size);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave(Owner::Shell);
        self.handle.end_guard();
    }
}

/// The size that the terminal tells, within bounds.
fn measure() -> Size {
    clamp_size(window_size().map_or(Size::ZERO, |size| Size::new(size.columns, size.rows)))
}

/// The default stands for a side of 0, as a serial line reports it.
fn clamp_size(reported: Size) -> Size {
    let side = |reported: u16, default: u16, max: u16| if reported == 0 { default } else { reported.min(max) };
    Size::new(
        side(reported.width, DEFAULT_SIZE.width, MAX_SIZE.width),
        side(reported.height, DEFAULT_SIZE.height, MAX_SIZE.height),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_of_nothing_becomes_the_usual_one() {
        assert_eq!(clamp_size(Size::new(0, 0)), DEFAULT_SIZE);
        assert_eq!(clamp_size(Size::new(120, 0)), Size::new(120, 24));
        assert_eq!(clamp_size(Size::new(1, 1)), Size::new(1, 1));
        assert_eq!(clamp_size(Size::new(u16::MAX, u16::MAX)), MAX_SIZE);
    }
}
