//! Text as a terminal and a reader need it: its width in columns, its lines, its folded form for searching, and its
//! safe form for showing. Nothing here knows of events, colours or the screen.

mod fold;
mod folded;
mod grapheme;
mod joiner;
mod near;
mod sanitize;
mod spelling;
mod suggest;
mod width;
mod wrap;
mod written;

pub use fold::{fold, fold_into};
pub use folded::FoldedText;
pub use grapheme::{grapheme_width, graphemes};
pub use near::near_pairs;
pub use sanitize::{is_plain_line, sanitize, sanitize_lines};
pub use spelling::other_spellings;
pub use suggest::suggest;
pub use width::{columns, narrow, narrowed, pad, truncate, truncate_start, truncate_to_width, width};
pub use wrap::wrap;
pub use written::{byte_in_string, line_and_column};
