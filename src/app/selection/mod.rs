//! Which event is selected, how one moves on from it, and where the list is scrolled.

mod jump_list;
mod list;
mod match_nav;
mod moves;
mod row_title;
mod selected;

pub use jump_list::JumpList;
pub(super) use list::ScrollMode;
pub use list::{ListRow, ListView};
pub use row_title::shared_date_columns;
pub use selected::Selection;
