//! The language of labels.

use std::borrow::Cow;

use crate::messages::Locale;

/// Which language labels, titles and dates are shown in. Text that exists in one language only is shown in that one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// English, as far as there is English.
    #[default]
    En,
    /// Japanese, as far as there is Japanese.
    Ja,
    /// English with the Japanese beside it.
    Both,
}

impl Lang {
    /// The next language of the cycle English → Japanese → both.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::En => Self::Ja,
            Self::Ja => Self::Both,
            Self::Both => Self::En,
        }
    }

    /// The texts that are shown: in one language, or in both as far as they are there.
    pub fn texts<'a>(self, en: Option<&'a str>, ja: Option<&'a str>) -> Vec<&'a str> {
        let texts = match self {
            Self::Both => [en, ja],
            Self::Ja => [ja.or(en), None],
            Self::En => [en.or(ja), None],
        };
        texts.into_iter().flatten().collect()
    }

    /// A name in this language; for both languages the two side by side.
    pub fn label<'a>(self, en: &'a str, ja: Option<&'a str>) -> Cow<'a, str> {
        match (self, ja) {
            (Self::Both, Some(ja)) => Cow::Owned(format!("{en} {ja}")),
            _ => Cow::Borrowed(self.pick(en, ja)),
        }
    }

    /// The one text that stands for both where there is room for one only.
    pub fn pick<'a>(self, en: &'a str, ja: Option<&'a str>) -> &'a str {
        match self {
            Self::Ja => ja.unwrap_or(en),
            Self::En | Self::Both => en,
        }
    }
}

impl From<Locale> for Lang {
    /// The language of what stands among words of the interface in one language alone.
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::English => Self::En,
            Locale::Japanese => Self::Ja,
        }
    }
}
