//! A timeline file in its one layout: events in order of time, keys in the order of the schema, and every comment where it belongs.
//!
//! The text is cut into pieces by the events of the parser that reads it (`syntax_tree`, `tree_builder`), these are put in order
//! (`arrange`, `event_order`) and written out (`layout`). Values are never taken apart: what they are written like they stay.

mod arrange;
mod event_order;
mod format_error;
mod formatted;
mod layout;
mod syntax_tree;
mod table_block;
mod tree_builder;

pub use format_error::FormatError;
pub use formatted::formatted;
