//! What annalist knows while it runs, and how a key changes it. No terminal, no file, no clock, no drawing: messages
//! come in, the state changes, effects go out as data.

mod choice;
mod command;
mod filter;
mod go_to;
mod history;
mod jumps;
mod lanes;
mod layer;
mod list;
mod matrix;
mod menu;
mod message;
mod mouse;
mod origin;
mod palette;
mod possible;
mod query_prompt;
mod select;
mod sides;
mod state;
mod time;
mod update;
mod value_menu;
mod view;
mod viewport;

pub use choice::{Choice, ChoiceItem, Chosen, Offer};
pub use go_to::DatePrompt;
pub use history::{Before, History};
pub use jumps::Jumps;
pub use lanes::Packing;
pub use layer::{Layer, Page};
pub use list::Row;
pub use matrix::{CameFrom, Head, Matrix, MatrixCursor, MatrixRow, Turn};
pub use message::{Effect, Message};
pub use mouse::Target;
pub use origin::AroundOrigin;
pub use palette::{Palette, PaletteEntry};
pub use possible::Refusal;
pub use query_prompt::QueryPrompt;
pub use sides::{Side, Sides, SidesPrompt};
pub use state::{App, Gaps, Outside, Pane, Setup, ThemeName};
pub use value_menu::{ValueItem, ValueMenu};
pub use view::View;
pub use viewport::Viewport;
