//! What texts and lists of a timeline are kept in.

use std::borrow::Cow;

/// A text: read from a file, or compiled in.
pub type Text = Cow<'static, str>;
/// A list: read from a file, or compiled in.
pub type List<T> = Cow<'static, [T]>;
