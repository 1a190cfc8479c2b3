//! Keys and what they mean: the table of actions, the keymap from keys to actions, and the editing of a line of text.

mod action;
mod key;
mod key_context;
mod key_list;
mod key_sequence;
mod keymap;
mod keymap_error;
mod keymap_file;
mod keymap_preset;
mod line_editor;
mod notation;

pub use action::{
    ACTIONS, Action, ActionInfo, EventAction, FilterAction, Group, MarkAction, MenuAction, PaneAction, ProgramAction,
    TimeAction, ViewAction,
};
pub use key::Key;
pub use key_context::KeyContext;
pub use key_list::{KeyListEntry, key_list, readme_key_table};
pub use key_sequence::KeySequence;
pub use keymap::{Binding, DEFAULT, Keymap};
pub use keymap_error::{KeyConflict, KeymapError, KeymapErrorKind, KeymapWarning, KeymapWarningKind};
pub use keymap_preset::KeymapPreset;
pub use line_editor::LineEditor;
pub use notation::KeyError;
