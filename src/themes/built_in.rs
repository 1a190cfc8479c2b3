//! The themes that come with annalist. Each is read when it is used.

use super::ThemeName;

/// A theme that comes with annalist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltInTheme {
    /// What it is called.
    pub name: &'static str,
    /// What it is, as a person would write it.
    pub(super) text: &'static str,
}

const fn theme(name: &'static str, text: &'static str) -> BuiltInTheme {
    BuiltInTheme { name, text }
}

/// The themes that come with annalist.
pub const BUILT_IN_THEMES: &[BuiltInTheme] = &[
    theme("dark", include_str!("../../assets/themes/dark.toml")),
    theme("light", include_str!("../../assets/themes/light.toml")),
    theme("high-contrast-dark", include_str!("../../assets/themes/high-contrast-dark.toml")),
    theme("high-contrast-light", include_str!("../../assets/themes/high-contrast-light.toml")),
    theme("indigo", include_str!("../../assets/themes/indigo.toml")),
    theme("washi", include_str!("../../assets/themes/washi.toml")),
    theme("terminal", include_str!("../../assets/themes/terminal.toml")),
    theme("mono", include_str!("../../assets/themes/mono.toml")),
];

impl BuiltInTheme {
    /// The one of this name.
    pub(super) fn named(name: &ThemeName) -> Option<&'static Self> {
        BUILT_IN_THEMES.iter().find(|theme| theme.name == name.as_str())
    }
}
