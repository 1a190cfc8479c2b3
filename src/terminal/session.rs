//! A session: the terminal taken, drawn on, heard, lent and given back, as the program sees it.
//!
//! Nothing of the program's state is known here.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use rustix::process::{Signal, getpgrp, kill_current_process_group};
use rustix::termios;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use super::input::{Input, Reader};
use super::modes::ASK_BACKGROUND;
use super::output::tty;
use super::painter::Painter;
use super::panic;
use super::screen::{Owner, Screen};
use super::signals::{Caught, Note};
use super::source::{Source, Waker};
use super::tmux;

/// The size taken for a terminal that does not tell its own.
const USUAL: Size = Size::new(80, 24);
/// The largest size that is drawn on; no screen has more cells, but a wrong answer may.
const LARGEST: Size = Size::new(2000, 1000);

/// The longest text that is put on the clipboard, in bytes: encoded it stays within what terminals take.
const LONGEST_COPY: usize = 72 * 1024;

/// What a session is to do besides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Ask the terminal for its background colour behind the first frame; see [`Input::Background`].
    pub ask_background: bool,
    /// Hear the mouse; see [`Session::hear_mouse`].
    pub hear_mouse: bool,
    /// Start the program a second time behind the first frame, to give the terminal back where the program is killed or
    /// aborted. It has to call [`stand_guard`](super::stand_guard) before anything else.
    pub guard: bool,
}

/// Who is to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    /// The whole job, as by the terminal's own Ctrl-Z: a script that waits for the program as well.
    Job,
    /// The program alone: whoever sent it a signal has asked the others too, or does not mean them.
    Program,
}

/// What became of a request to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspension {
    /// The program was stopped and has been continued; the terminal has been taken anew and needs a drawing.
    Stopped,
    /// There is no shell to return to, so that nothing was done.
    NoShell,
}

/// Where a copied text has got to, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
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
    screen: Arc<Screen>,
    painter: Painter,
    reader: Arc<Reader>,
    notes: Receiver<Note>,
    size: Size,
    /// Whether the next frame carries the question for the background.
    asks: bool,
    /// Whether a guard is to be started behind it.
    wants_guard: bool,
}

impl Session {
    /// Takes the terminal of standard output: raw mode, alternate screen, hidden cursor, pastes as text. What was typed
    /// ahead is kept. There can be one session at a time.
    ///
    /// # Errors
    ///
    /// Standard output is no terminal, or no terminal can be read, or the system refuses threads or signals.
    pub fn open(options: &Options) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "standard output is not a terminal"));
        }
        let screen = Screen::new();
        let (sender, notes) = mpsc::channel();
        let size = measure();
        let mut session = Self {
            painter: Painter::new(size),
            screen,
            reader: Arc::new(Reader::new(Source::open()?)),
            notes,
            size,
            asks: options.ask_background,
            wants_guard: options.guard,
        };
        let caught = Caught::new()?;
        panic::guard(Arc::clone(&session.screen), Arc::clone(&session.reader));
        session.screen.hear_mouse(options.hear_mouse);
        session.screen.enter()?;
        session.repaint();
        caught.watch(Arc::clone(&session.screen), Arc::clone(&session.reader), sender)?;
        Ok(session)
    }

    /// Columns and rows to draw on; neither is 0.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Whether the terminal still shows the last frame; it does not before the first, after another size, or after another
    /// program has had it.
    pub const fn is_intact(&self) -> bool {
        self.painter.is_intact()
    }

    /// Draws one frame on a blank buffer of the present [`size`](Self::size) and shows what has changed in a single write;
    /// writes nothing if nothing has. `paint` gives the place of the cursor, or `None` to hide it. While the screen is
    /// [intact](Self::is_intact) it may be drawn in some areas only: elsewhere it stays as it is.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written to, most likely because it has gone away.
    pub fn draw(
        &mut self,
        areas: Option<&[Rect]>,
        paint: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let drawn = self.painter.frame(areas, paint);
        if std::mem::take(&mut self.asks) {
            self.screen.send_behind(ASK_BACKGROUND);
            // Before it is sent: a signal may end the program at any time after that.
            self.reader.asked();
        }
        self.screen.commit(&drawn)?;
        if std::mem::take(&mut self.wants_guard) {
            self.screen.start_guard();
        }
        Ok(())
    }

    /// Waits for input and returns all that is there, in order; nothing if a [`Waker`] has ended the wait.
    ///
    /// After each return look for messages of your own, then draw once. A failing terminal is [`Input::Gone`].
    pub fn inputs(&mut self) -> Vec<Input> {
        let mut inputs = self.reader.batch();
        let notes: Vec<Note> = self.notes.try_iter().collect();
        for note in notes {
            match note {
                Note::Suspend => inputs.push(Input::Suspend),
                Note::Resume => {
                    let entered = self.take_again();
                    inputs.push(if entered.is_ok() { Input::Resume } else { Input::Gone });
                }
                // Of many at once, one is enough; the size is the present one in any case.
                Note::Resize if inputs.iter().any(|input| matches!(input, Input::Resize(_))) => {}
                Note::Resize => {
                    self.repaint();
                    inputs.push(Input::Resize(self.size));
                }
            }
        }
        inputs
    }

    /// A handle with which other threads end the wait of [`inputs`](Self::inputs).
    pub fn waker(&self) -> Waker {
        self.reader.waker()
    }

    /// Gives the terminal back and stops, as Ctrl-Z does; returns when the program has been continued and has the terminal
    /// again.
    ///
    /// Nothing is done if the job is that of the terminal's session: then no shell could continue it.
    ///
    /// # Errors
    ///
    /// The system does not stop the program, or the terminal cannot be taken again.
    pub fn suspend(&mut self, who: Stopping) -> io::Result<Suspension> {
        // Where the terminal is not that of the program's own session, there is no job either.
        if termios::tcgetsid(tty()).map_or(true, |session| session == getpgrp()) {
            return Ok(Suspension::NoShell);
        }
        self.leave(Owner::Shell);
        let stopped = match who {
            // It comes back to the thread of the signals, which stops the program as well.
            Stopping::Job => kill_current_process_group(Signal::TSTP).map_err(io::Error::from),
            Stopping::Program => emulate_default_handler(SIGTSTP),
        };
        while stopped.is_ok() && self.notes.recv().is_ok_and(|note| note != Note::Resume) {}
        self.take_again()?;
        stopped.map(|()| Suspension::Stopped)
    }

    /// Lends the terminal, as it was found, to a program that this function runs and waits for, such as an editor; takes
    /// it again afterwards. Draw then.
    ///
    /// # Errors
    ///
    /// The terminal cannot be taken again.
    pub fn lend<T>(&mut self, guest: impl FnOnce() -> T) -> io::Result<T> {
        self.leave(Owner::Guest);
        let outcome = guest();
        self.take_again()?;
        Ok(outcome)
    }

    /// Gives the terminal away. What it owes is waited for before, in a screen that is the other's already: said later, it
    /// would be taken for something typed.
    fn leave(&mut self, to: Owner) {
        if self.reader.is_owed() {
            self.screen.leave_modes();
            self.reader.await_answer();
        }
        self.screen.leave(to);
    }

    fn take_again(&mut self) -> io::Result<()> {
        let entered = self.screen.enter();
        self.repaint();
        entered
    }

    /// Asks for the background colour behind the next frame; see [`Input::Background`].
    /// A terminal that has not answered the last time is not asked again.
    pub fn ask_background(&mut self) {
        self.asks |= !self.reader.waits_for_answer();
    }

    /// Hears the mouse from the next frame on, or leaves it to the terminal, so that text can be selected.
    pub fn hear_mouse(&mut self, is_heard: bool) {
        self.screen.hear_mouse(is_heard);
    }

    /// Sends a text for the clipboard to the terminal, behind the next frame (OSC 52); whether the terminal takes it cannot be
    /// known. In tmux, which passes none on by default, it is put into a buffer of tmux as well, which can be known.
    pub fn copy(&mut self, text: &str) -> Copied {
        if text.len() > LONGEST_COPY {
            return Copied::TooLong;
        }
        self.screen.send_behind(&format!("\x1b]52;c;{}\x07", STANDARD.encode(text)));
        if tmux::is_around() && tmux::keep(text) { Copied::InTmux } else { Copied::Sent }
    }

    /// Lets the next drawing start from a cleared screen of the present size.
    fn repaint(&mut self) {
        self.size = measure();
        self.painter = Painter::new(self.size);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.leave(Owner::Shell);
        self.screen.end_guard();
    }
}

/// The size that the terminal tells, within bounds; the usual one where it tells none, as on a serial line.
fn measure() -> Size {
    let told = termios::tcgetwinsize(tty()).map_or(Size::ZERO, |size| Size::new(size.ws_col, size.ws_row));
    sensible(told)
}

fn sensible(told: Size) -> Size {
    let side = |told: u16, usual: u16, largest: u16| if told == 0 { usual } else { told.min(largest) };
    Size::new(side(told.width, USUAL.width, LARGEST.width), side(told.height, USUAL.height, LARGEST.height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_of_nothing_becomes_the_usual_one() {
        assert_eq!(sensible(Size::new(0, 0)), USUAL);
        assert_eq!(sensible(Size::new(120, 0)), Size::new(120, 24));
        assert_eq!(sensible(Size::new(1, 1)), Size::new(1, 1));
        assert_eq!(sensible(Size::new(u16::MAX, u16::MAX)), LARGEST);
    }
}
