//! Time ↔ columns: which stretch of time is in view, which column a moment falls on, where ticks and their labels
//! stand, how an event lies on the columns. Pure arithmetic: no glyph, no colour, no event text, no state.

mod calendar_step;
mod density;
mod event_geometry;
mod gaps;
mod label_format;
mod label_pack;
mod linear_scale;
mod period;
mod scale;
mod ticks;
mod unit;
mod window;
mod window_text;

pub use density::{bar_heights, column_ranges, column_ranges_of_few};
pub use event_geometry::{ColumnRange, EndKind, EventGeometry};
pub use gaps::find_gaps;
pub use label_pack::{LabelRequest, LabelSlot, pack, rows_needed};
pub use period::Period;
pub use scale::{COLLAPSED_COLUMNS, CollapsedGap, Scale};
pub use ticks::{Label, Tick, Ticks, ticks};
pub use unit::Unit;
pub use window::Window;
pub use window_text::{moment_text, read_date};
