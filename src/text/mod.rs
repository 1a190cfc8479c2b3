//! Text as a terminal and a reader need it: its width in columns, its lines, its folded form for searching, and its
//! safe form for showing. Nothing here knows of events, colours or the screen.

mod fold;
mod folded;
mod grapheme;
mod joiner;
mod nearest;
mod sanitize;
mod width;
mod wrap;

pub use fold::{fold, fold_into};
pub use folded::Folded;
pub use grapheme::{grapheme_width, graphemes};
pub use nearest::nearest;
pub use sanitize::{is_plain_line, sanitize, sanitize_lines};
pub use width::{narrow, narrowed, pad, take, truncate, width};
pub use wrap::wrap;
