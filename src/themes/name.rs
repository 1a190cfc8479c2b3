//! What a theme is called.

use std::{borrow::Cow, fmt, str::FromStr};

use crate::messages::{Locale, themes};

/// A longer name is none.
const MAX_CHARS: usize = 64;

/// What a theme is called: letters, digits, `-` and `_`, so that it is the name of a file and never a way to another folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemeName(Cow<'static, str>);

/// A text that is no name of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeNameError;

impl ThemeName {
    /// For dark backgrounds.
    pub const DARK: Self = Self(Cow::Borrowed("dark"));
    /// For light backgrounds.
    pub const LIGHT: Self = Self(Cow::Borrowed("light"));
    /// Without colours.
    pub const MONO: Self = Self(Cow::Borrowed("mono"));
    /// For dark backgrounds, with high contrast.
    pub(super) const HIGH_CONTRAST_DARK: Self = Self(Cow::Borrowed("high-contrast-dark"));
    /// For light backgrounds, with high contrast.
    pub(super) const HIGH_CONTRAST_LIGHT: Self = Self(Cow::Borrowed("high-contrast-light"));

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of its file in the folder of themes.
    pub fn file_name(&self) -> String {
        format!("{}.toml", self.0)
    }
}

impl FromStr for ThemeName {
    type Err = ThemeNameError;

    fn from_str(text: &str) -> Result<Self, ThemeNameError> {
        let is_of_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let is_name = !text.is_empty() && text.chars().all(is_of_name) && text.chars().count() <= MAX_CHARS;
        if is_name { Ok(Self(Cow::Owned(text.to_owned()))) } else { Err(ThemeNameError) }
    }
}

impl fmt::Display for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ThemeNameError {
    /// The error in words.
    pub const fn told(self, locale: Locale) -> &'static str {
        themes::name_form(locale)
    }
}

impl fmt::Display for ThemeNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.told(Locale::English))
    }
}

impl std::error::Error for ThemeNameError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_to_another_folder() {
        for text in ["", ".", "..", "../config", "a/b", "a\\b", "/etc/passwd", "a.toml", "a b", "a\0", "a\u{1b}[2J"] {
            assert_eq!(text.parse::<ThemeName>(), Err(ThemeNameError), "{text:?}");
        }
        for text in ["washi", "my_theme-2", "夜"] {
            assert_eq!(text.parse::<ThemeName>().unwrap().file_name(), format!("{text}.toml"));
        }
    }
}
