//! What a session has to tell: what the terminal reports, and what the system asks for.

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Size;

use crate::{input::Key, terminal::Background};

/// One thing that the terminal or the system has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or is held and repeats.
    Key(Key),
    /// The mouse was used: its left button or its wheel, at a column and row from 0.
    Mouse(MouseEvent),
    /// Text was pasted, at most 64 KiB of it; line ends are as the terminal sent them (usually CR).
    Paste(String),
    /// The terminal has a new size, in columns and rows, which the session knows already.
    Resize(Size),
    /// The reply to the query of the background, if it came in time.
    Background(Background),
    /// The terminal's window has come to the front.
    FocusGained,
    /// The program is asked to stop, as by Ctrl-Z: call [`Session::suspend`](crate::terminal::Session::suspend).
    Suspend,
    /// The program goes on after a stop; the terminal has been taken again and needs a drawing.
    Resume,
    /// The terminal has gone away: nothing more will come, and nothing can be shown.
    HangUp,
}

impl Input {
    /// Returns what an event of crossterm says here; `None` if nothing.
    pub(super) fn from_event(event: Event) -> Option<Self> {
        match event {
            Event::Key(event) => Key::from_event(event).map(Self::Key),
            Event::Mouse(event) if is_used(event.kind) => Some(Self::Mouse(event)),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::FocusGained => Some(Self::FocusGained),
            // Sizes are told by the signal, and looked up.
            Event::Mouse(_) | Event::FocusLost | Event::Resize(..) => None,
        }
    }

    /// Returns whether it is a drag, of which the last of several in a row is enough.
    pub(super) fn is_drag(&self) -> bool {
        matches!(self, Self::Mouse(MouseEvent { kind: MouseEventKind::Drag(_), .. }))
    }
}

/// Whether anything is done with this: other buttons than the left are the terminal's.
fn is_used(kind: MouseEventKind) -> bool {
    use MouseEventKind::{Down, Drag, Moved, Up};
    match kind {
        Down(button) | Drag(button) | Up(button) => button == MouseButton::Left,
        Moved => false,
        _ => true,
    }
}
