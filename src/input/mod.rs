//! Keys and what they mean: the table of actions, the keymap from keys to actions, and the editing of a line of text.

mod action;
mod key;
mod keymap;
mod line_editor;
mod notation;
mod readme_key_table;

pub use action::{
    ACTIONS, Action, ActionInfo, EventAction, FilterAction, Group, MarkAction, MenuAction, PaneAction, ProgramAction,
    TimeAction, ViewAction,
};
pub use key::Key;
pub use keymap::{DEFAULT, KeyContext, Keymap, KeymapError, KeymapErrorKind, Outdated};
pub use line_editor::LineEditor;
pub use notation::KeyError;
pub use readme_key_table::readme_key_table;
