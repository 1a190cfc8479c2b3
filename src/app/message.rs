//! What comes in and what goes out.

use crossterm::event::MouseEventKind;

use crate::{
    export::OutputTarget,
    input::{Action, Key},
    marks::MarkChange,
    themes::Background,
};

use super::{HitTarget, SavedQueryChange};

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
    Background(Background),
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
    /// Change the queries that the configuration holds, and tell how that went ([`App::queries_changed`]).
    ///
    /// [`App::queries_changed`]: super::App::queries_changed
    ChangeQueries(SavedQueryChange),
    /// Write the [events that are shown](super::App::export_job) to a file.
    Export(OutputTarget),
    /// Open an editor at the [line](crate::model::Timeline::line_of) of the selected event, and read the files again behind it.
    Edit,
    /// Read the files again.
    Reload,
    /// Open an address in a browser.
    Open(String),
    /// Find out which [themes](super::App::set_own_themes) the person has.
    ListThemes,
    /// Ask the terminal whether its background is dark or light.
    QueryBackground,
    /// Keep what is noted of events from now on.
    KeepMarks(Vec<MarkChange>),
}
