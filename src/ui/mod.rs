//! How the state looks: everything is drawn from `&App`, and nothing here changes it. What the state must know of the
//! screen comes back as a [`Viewport`](crate::app::Viewport).

mod axis;
mod canvas;
mod count;
mod detail;
mod document;
mod field;
mod glyphs;
mod ground;
mod hit;
mod lanes;
mod layout;
mod legend;
mod list;
mod marks;
mod matrix;
mod menu;
mod page;
mod palette;
mod progress;
mod prompt;
mod prose;
mod query_line;
mod quotes;
mod rail;
mod scene;
mod status;
mod step;
mod theme;
mod told;
mod writer;

pub use canvas::Look;
pub use glyphs::{ASCII, Glyphs, UNICODE};
pub use layout::Layout;
pub use scene::Scene;
pub use theme::{Depth, Theme, ThemeError};
