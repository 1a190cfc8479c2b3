//! What comes in and what goes out.

use crossterm::event::MouseEventKind;

use crate::{
    export::OutputTarget,
    input::{Action, Key},
    marks::MarkChange,
};

use super::{HitTarget, ThemeName};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse was used, on this if on anything.
    Mouse {
        /// What was done.
        kind: MouseEventKind,
        /// Where.
        target: Option<HitTarget>,
        /// Whether Shift was held.
        shift: bool,
    },
    /// An action was chosen otherwise than by key.
    Act(Action),
    /// The terminal has said whether its background is dark or light.
    Background(ThemeName),
}

/// Something that only the runtime can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Give the terminal back to the shell until the program is continued.
    Suspend,
    /// Hear the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put a text on the clipboard.
    Copy(String),
    /// Write the [events that are shown](super::App::export_job) to a file.
    Export(OutputTarget),
    /// Open an address in a browser.
    Open(String),
    /// Keep what is noted of events from now on.
    KeepMarks(Vec<MarkChange>),
}
