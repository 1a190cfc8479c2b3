//! The detail of the selected event: where it is read, and what in it the cursor can stand on.

mod cursor;
mod facts_borne;
mod item;
mod view;

pub use facts_borne::facts_borne;
pub use item::{DetailItem, ItemLines, MAX_LINKS};
pub use view::DetailView;
pub(in crate::app) use view::Follows;
