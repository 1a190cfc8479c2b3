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

macro_rules! built_in {
    ($($name:literal)*) => {
        /// The themes that come with annalist.
        pub const BUILT_IN_THEMES: &[BuiltInTheme] = &[
            $(BuiltInTheme { name: $name, text: include_str!(concat!("../../assets/themes/", $name, ".toml")) }),*
        ];
    };
}

built_in! { "dark" "light" "high-contrast-dark" "high-contrast-light" "indigo" "washi" "terminal" "mono" }

impl BuiltInTheme {
    /// The one of this name.
    pub(super) fn named(name: &ThemeName) -> Option<&'static Self> {
        BUILT_IN_THEMES.iter().find(|theme| theme.name == name.as_str())
    }
}
