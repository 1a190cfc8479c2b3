//! Texts of a file that are made safe to show, where no field asks for them.

use super::schema::is_http_url;
use crate::{
    model::Text,
    text::{sanitize, sanitize_lines},
};

/// A text in one line; `None` if it says nothing.
pub(super) fn line(text: &str) -> Option<Text> {
    Some(sanitize(text.trim()).into_owned().into()).filter(|text: &Text| !text.is_empty())
}

/// A text of any number of lines; `None` if it says nothing.
pub(super) fn lines(text: &str) -> Option<Text> {
    Some(sanitize_lines(text.trim()).into_owned().into()).filter(|text: &Text| !text.is_empty())
}

/// An address of the web; `None` for any other text.
pub(super) fn address(text: &str) -> Option<Text> {
    line(text).filter(|address| is_http_url(address))
}
