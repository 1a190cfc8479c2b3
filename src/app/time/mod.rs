//! Time as the axis shows it: window, gaps, zone, lanes and the titles in them.

mod column_index;
mod lanes;
mod pan_zoom;
mod reference;
mod time_view;
mod title_layout;
mod zone;

pub use column_index::ColumnIndex;
pub use reference::BeforeAfterCounts;
pub(super) use time_view::DragState;
pub use time_view::{GapMode, TimeView};
pub use title_layout::TitleLayout;
