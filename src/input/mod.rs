//! Keys and what they mean: the table of actions, the keymap from keys to actions, and the editing of a line of text.

mod action;
mod key;
mod key_table;
mod keymap;
mod line_editor;
mod mouse;
mod notation;

pub use action::{
    ACTIONS, Action, ActionInfo, EventAction, FilterAction, Group, MenuAction, PaneAction, ProgramAction, TimeAction,
    ViewAction,
};
pub use key::{Code, Key};
pub use key_table::key_table;
pub use keymap::{DEFAULT, Keymap, KeymapError, KeymapFault, Layer, Outdated};
pub use line_editor::LineEditor;
pub use mouse::{Gesture, Mouse};
pub use notation::KeyError;
