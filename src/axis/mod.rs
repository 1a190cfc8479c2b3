//! Time ↔ columns: which stretch of time is in view, which column a moment falls on, where ticks and their labels
//! stand, how an event lies on the columns. Pure arithmetic: no glyph, no colour, no event text, no state.

mod density;
mod even;
mod gaps;
mod label;
mod mark;
mod pack;
mod period;
mod scale;
mod step;
mod ticks;
mod unit;
mod window;
mod written;

pub use density::{by_column, levels};
pub use gaps::empty_stretches;
pub use mark::{Edge, Mark, Stretch};
pub use pack::{Item, Spot, pack, rows_needed};
pub use period::Period;
pub use scale::{BREAK, Break, Scale};
pub use ticks::{Label, Tick, Ticks, ticks};
pub use unit::Unit;
pub use window::Window;
pub use written::moment_text;
