//! What a session tells: what the terminal reports, what the system asks for.

use crossterm::event::{Event, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Size;

use crate::{input::Key, themes::Background};

/// One thing that the terminal or the system has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed, or is held and repeats.
    Key(Key),
    /// The mouse was used: its left button or its wheel, at a column and row from 0.
    Mouse(MouseEvent),
    /// Text was pasted, at most 64 KiB of it.
    ///
    /// Line ends are as the terminal sent them, which is usually CR.
    Paste(String),
    /// The terminal has a new size, in columns and rows.
    Resize(Size),
    /// The reply to the query of the background, if it came in time.
    Background(Background),
    /// The terminal has the kitty keyboard protocol: the session hears it, and tells nobody.
    EnhancedKeyboard,
    /// The terminal's window has come to the front.
    FocusGained,
    /// The program is asked to stop, as by Ctrl-Z.
    ///
    /// Call [`Session::suspend`](crate::terminal::Session::suspend).
    Suspend,
    /// The program goes on after a stop, and the terminal needs a drawing.
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
            Event::Resize(columns, rows) => Some(Self::Resize(Size::new(columns, rows))),
            Event::Mouse(_) | Event::FocusLost => None,
        }
    }

    /// Adds it to a batch; of several drags in a row the last is enough.
    pub(super) fn add_to(self, batch: &mut Vec<Self>) {
        if self.is_drag() && batch.last().is_some_and(Self::is_drag) {
            batch.pop();
        }
        batch.push(self);
    }

    fn is_drag(&self) -> bool {
        matches!(self, Self::Mouse(MouseEvent { kind: MouseEventKind::Drag(_), .. }))
    }

    pub(in crate::terminal) const fn is_resize(&self) -> bool {
        matches!(self, Self::Resize(_))
    }
}

/// Whether this means anything here: other buttons than the left do not.
fn is_used(kind: MouseEventKind) -> bool {
    use MouseEventKind::{Down, Drag, Moved, Up};
    match kind {
        Down(button) | Drag(button) | Up(button) => button == MouseButton::Left,
        Moved => false,
        _ => true,
    }
}
