//! Which theme is asked for.

use std::{fmt, str::FromStr};

use super::{Background, ThemeName, ThemeNameError};
use crate::messages::{Locale, themes};

/// Which theme is asked for: one for dark backgrounds, and one for light ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ThemeChoice {
    /// The theme where the background is dark, or nothing is known of it.
    pub dark: ThemeName,
    /// The theme where it is light.
    pub light: ThemeName,
}

/// A theme, or a pair of them, that comes with annalist and is offered.
#[derive(Debug, Clone, Copy)]
pub struct OfferedTheme {
    /// The name by which it is asked for.
    pub name: &'static str,
    /// What it is like, in a language of the interface.
    pub about: fn(Locale) -> &'static str,
}

const fn offered(name: &'static str, about: fn(Locale) -> &'static str) -> OfferedTheme {
    OfferedTheme { name, about }
}

/// What is offered, in this order.
pub static OFFERED_THEMES: [OfferedTheme; 8] = [
    offered("auto", themes::auto),
    offered("dark", themes::dark),
    offered("light", themes::light),
    offered("high-contrast", themes::high_contrast),
    offered("indigo", themes::indigo),
    offered("washi", themes::washi),
    offered("terminal", themes::terminal),
    offered("mono", themes::mono),
];

impl ThemeChoice {
    /// Dark or light, as the background asks for.
    pub const AUTO: Self = Self { dark: ThemeName::DARK, light: ThemeName::LIGHT };
    const HIGH_CONTRAST: Self = Self { dark: ThemeName::HIGH_CONTRAST_DARK, light: ThemeName::HIGH_CONTRAST_LIGHT };

    /// The same theme on every background.
    pub fn one(name: ThemeName) -> Self {
        Self { dark: name.clone(), light: name }
    }

    /// The theme for a background; `None` if nothing is known of it.
    pub const fn on(&self, background: Option<Background>) -> &ThemeName {
        match background {
            Some(Background::Light) => &self.light,
            Some(Background::Dark) | None => &self.dark,
        }
    }

    /// Its name, or both names, in a language of the interface.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            choice if *choice == Self::AUTO || *choice == Self::HIGH_CONTRAST => choice.to_string(),
            Self { dark, light } if dark == light => dark.to_string(),
            Self { dark, light } => themes::either(locale, dark.as_str(), light.as_str()),
        }
    }

    /// Whether it hangs on the background which theme it is.
    pub fn follows_background(&self) -> bool {
        self.dark != self.light
    }
}

impl FromStr for ThemeChoice {
    type Err = ThemeNameError;

    fn from_str(text: &str) -> Result<Self, ThemeNameError> {
        match text {
            "auto" => Ok(Self::AUTO),
            "high-contrast" => Ok(Self::HIGH_CONTRAST),
            name => name.parse().map(Self::one),
        }
    }
}

impl fmt::Display for ThemeChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            choice if *choice == Self::AUTO => f.write_str("auto"),
            choice if *choice == Self::HIGH_CONTRAST => f.write_str("high-contrast"),
            Self { dark, light } if dark == light => write!(f, "{dark}"),
            Self { dark, light } => f.write_str(&themes::either(Locale::English, dark.as_str(), light.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_offered_goes_by_its_name() {
        for theme in OFFERED_THEMES {
            assert_eq!(theme.name.parse::<ThemeChoice>().unwrap().to_string(), theme.name);
        }
    }

    #[test]
    fn a_pair_goes_by_the_background() {
        let on = |text: &str, background| text.parse::<ThemeChoice>().unwrap().on(background).to_string();
        assert_eq!(on("auto", None), "dark");
        assert_eq!(on("auto", Some(Background::Light)), "light");
        assert_eq!(on("high-contrast", Some(Background::Light)), "high-contrast-light");
        assert_eq!(on("washi", Some(Background::Dark)), "washi");
    }
}
