//! What a format cannot hold, counted while it is written.

use std::{collections::BTreeMap, fmt};

use crate::model::Lang;

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
    fn told(self, count: usize, lang: Lang) -> String {
        if lang == Lang::Ja {
            return format!("{}{count}件", self.in_japanese());
        }
        let (one, many) = match self {
            Self::Undated => ("event without a known time left out", "events without a known time left out"),
            Self::InexactDate => {
                ("date written more exactly than it is known", "dates written more exactly than they are known")
            }
            Self::QuoteAsText => ("quote written as text", "quotes written as text"),
            Self::Quote => ("quote left out", "quotes left out"),
            Self::SourceAsText => ("source written as text", "sources written as text"),
            Self::Source => ("source left out", "sources left out"),
            Self::Relation => ("link to an earlier event left out", "links to earlier events left out"),
            Self::OtherLanguage => ("text in the other language left out", "texts in the other language left out"),
            Self::Field => ("field left out", "fields left out"),
            Self::Declaration => ("declared name left out", "declared names left out"),
            Self::Mark => ("mark left out", "marks left out"),
            Self::WithoutSource => ("event has no source to write", "events have no source to write"),
        };
        format!("{count} {}", if count == 1 { one } else { many })
    }

    const fn in_japanese(self) -> &'static str {
        match self {
            Self::Undated => "省く日時不明の出来事",
            Self::InexactDate => "実際より細かく書く日付",
            Self::QuoteAsText => "文章として書く引用",
            Self::Quote => "省く引用",
            Self::SourceAsText => "文章として書く出典",
            Self::Source => "省く出典",
            Self::Relation => "省く前の出来事へのつながり",
            Self::OtherLanguage => "省くもう一方の言語の文",
            Self::Field => "省く項目",
            Self::Declaration => "省く宣言名",
            Self::Mark => "省く印",
            Self::WithoutSource => "出典のない出来事",
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
    pub fn told(&self, lang: Lang) -> String {
        let told: Vec<String> = self.0.iter().map(|(loss, count)| loss.told(*count, lang)).collect();
        told.join(if lang == Lang::Ja { "、" } else { "; " })
    }
}

impl fmt::Display for Losses {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.told(Lang::En))
    }
}
