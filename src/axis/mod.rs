//! Time ↔ columns: which stretch of time is in view, which column a moment falls on, where ticks and their labels
//! stand, how an event lies on the columns. Pure arithmetic: no glyph, no colour, no event text, no state.

mod density;
mod label;
mod mark;
mod scale;
mod step;
mod ticks;
mod unit;
mod window;
mod written;

pub use density::{density, levels};
pub use mark::{Edge, Mark, Stretch};
pub use scale::Scale;
pub use ticks::{Label, Tick, Ticks, ticks};
pub use unit::Unit;
pub use window::Window;
