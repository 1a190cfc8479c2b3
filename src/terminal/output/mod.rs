//! What is written to the terminal: frames, modes, and single commands.

mod cell_view;
mod commands;
mod frame_diff;
mod modes;
mod pen;
mod row_diff;
mod style;
mod style_changes;

pub(super) use commands::{ExtraCommand, TerminalQuery, queue};
pub(super) use frame_diff::FrameDiff;
pub(super) use modes::{Modes, enhance_keyboard, enter, leave, set_mouse_capture};
