//! What annalist knows while it runs, and how a key changes it. No terminal, no file, no clock, no drawing: messages
//! come in, the state changes, effects go out as data.

mod filter;
mod layer;
mod list;
mod message;
mod palette;
mod possible;
mod select;
mod state;
mod time;
mod update;
mod value_menu;
mod viewport;

pub use layer::{Before, Layer, Page};
pub use list::Row;
pub use message::{Effect, Message};
pub use palette::{Palette, PaletteEntry};
pub use possible::Refusal;
pub use state::{App, Outside, Pane, Setup, ThemeName};
pub use value_menu::{ValueItem, ValueMenu};
pub use viewport::Viewport;
