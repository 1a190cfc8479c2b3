//! What a command answers: sentences, then maybe entries that are told in parts, and whether it could do what was asked.

use super::{listing::Listing, sentence::capitalized};
use crate::messages::{DisabledReason, Locale};

/// What a command answers.
#[derive(Debug, Default)]
pub(super) struct Response {
    /// Sentences, a line each.
    pub(super) told: Vec<String>,
    /// What is told behind them, part by part.
    pub(super) listing: Option<Listing>,
    /// From which of its entries on.
    pub(super) from: usize,
    /// Whether it could not be done.
    pub(super) is_failure: bool,
}

impl Response {
    /// One sentence.
    pub(super) fn told(text: impl Into<String>) -> Self {
        Self { told: vec![text.into()], ..Self::default() }
    }

    /// Why nothing was done.
    pub(super) fn failed(why: impl Into<String>) -> Self {
        Self { is_failure: true, ..Self::told(why) }
    }

    /// Why nothing was done, as the screen says it too.
    pub(super) fn refused(reason: DisabledReason, locale: Locale) -> Self {
        Self::failed(capitalized(reason.text(locale)))
    }

    /// A sentence, and entries behind it.
    pub(super) fn listed(head: impl Into<String>, listing: Listing) -> Self {
        Self { listing: Some(listing), ..Self::told(head) }
    }

    /// Lines of text, which are told in parts where they are many.
    pub(super) fn text(lines: Vec<String>) -> Self {
        Self { listing: Some(Listing::Text(lines)), ..Self::default() }
    }

    /// The same answer behind another sentence.
    pub(super) fn behind(mut self, sentence: impl Into<String>) -> Self {
        self.told.insert(0, sentence.into());
        self
    }
}
