//! What a format cannot hold, counted while it is written.

use std::{collections::BTreeMap, fmt};

use crate::messages::{Locale, exports, formats};

/// Something that a format cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// An event that is left out, since no moment of it is known.
    Undated,
    /// A date that is written as its outer days, or as its first moment, since it is not known that exactly.
    InexactDate,
    /// A quote that stands in a text, and is no field any more.
    QuoteAsText,
    /// A quote that is left out.
    Quote,
    /// A source that stands in a text, and is no field any more.
    SourceAsText,
    /// A source that is left out.
    Source,
    /// An earlier event that is named by its id alone, or not at all.
    Relation,
    /// A text in the other language that is left out.
    OtherLanguage,
    /// A field that is left out.
    Field,
    /// A name or a description of a lane, a kind, an area, a party, a person or a body.
    Declaration,
    /// An event of which no source is known.
    WithoutSource,
    /// A mark of the reader, with its tags and its note where the format has none.
    Mark,
}

impl Loss {
    fn told(self, count: usize, locale: Locale) -> String {
        match self {
            Self::Undated => formats::undated(locale, count),
            Self::InexactDate => formats::inexact_dates(locale, count),
            Self::QuoteAsText => formats::quotes_as_text(locale, count),
            Self::Quote => formats::quotes(locale, count),
            Self::SourceAsText => formats::sources_as_text(locale, count),
            Self::Source => formats::sources(locale, count),
            Self::Relation => formats::relations(locale, count),
            Self::OtherLanguage => formats::other_language(locale, count),
            Self::Field => formats::fields(locale, count),
            Self::Declaration => formats::declarations(locale, count),
            Self::Mark => formats::marks(locale, count),
            Self::WithoutSource => formats::without_source(locale, count),
        }
    }
}

/// All that a format could not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses(BTreeMap<Loss, usize>);

impl Losses {
    /// Counts so many more.
    pub(super) fn add(&mut self, loss: Loss, count: usize) {
        if count > 0 {
            *self.0.entry(loss).or_default() += count;
        }
    }

    /// Whether nothing was lost.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them in words.
    pub fn told(&self, locale: Locale) -> String {
        let told: Vec<String> = self.0.iter().map(|(loss, count)| loss.told(*count, locale)).collect();
        told.join(exports::separator(locale))
    }
}

impl fmt::Display for Losses {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.told(Locale::English))
    }
}
