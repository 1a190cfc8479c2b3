//! Texts that need not be made safe.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, de::Error};

use crate::text::{sanitize, sanitize_lines};

/// A text that is safe to show as it is, of one line or of any number of them; empty if nothing is said.
#[derive(Debug, Default)]
pub(super) struct CleanStr<'a, const LINES: bool>(pub(super) Cow<'a, str>);

pub(super) type CleanLine<'a> = CleanStr<'a, false>;
pub(super) type CleanLines<'a> = CleanStr<'a, true>;

impl<const LINES: bool> CleanStr<'_, LINES> {
    pub(super) fn text(&self) -> Option<&str> {
        Some(self.0.as_ref()).filter(|text| !text.is_empty())
    }
}

impl<'a, 'de: 'a, const LINES: bool> Deserialize<'de> for CleanStr<'a, LINES> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written<'a>(#[serde(borrow)] Cow<'a, str>);

        let trimmed = match Option::<Written<'de>>::deserialize(deserializer)?.map(|written| written.0) {
            None => return Ok(Self::default()),
            Some(Cow::Borrowed(text)) => Cow::Borrowed(text.trim()),
            Some(Cow::Owned(text)) if text.trim().len() == text.len() => Cow::Owned(text),
            Some(Cow::Owned(text)) => Cow::Owned(text.trim().to_owned()),
        };
        match if LINES { sanitize_lines(&trimmed) } else { sanitize(&trimmed) } {
            Cow::Borrowed(_) => Ok(Self(trimmed)),
            Cow::Owned(_) => Err(D::Error::custom("a text that has to be made safe")),
        }
    }
}
