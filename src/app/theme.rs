//! Which theme is on, and whether it brings its own ground.

use super::{App, Prefs};
use crate::messages::notices;

/// A theme that comes with annalist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThemeName {
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// Without colours.
    Mono,
}

impl ThemeName {
    /// The theme that the key for it shows after this one.
    const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Dark,
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }
}

impl App {
    /// Takes the next theme, and says which it is.
    pub(super) fn next_theme(&mut self) {
        self.prefs.next_theme();
        let (locale, name) = (self.locale(), self.prefs.theme.name());
        let has_ground = self.prefs.paints_background();
        self.tell(if has_ground { notices::theme_on_ground(locale, name) } else { notices::theme(locale, name) });
    }
}

impl Prefs {
    /// Takes the next theme, whatever the terminal says of its background from now on.
    const fn next_theme(&mut self) {
        self.theme_auto = false;
        self.theme = self.theme.next();
    }

    /// Notes for which theme the terminal's background is made.
    pub(super) fn set_background(&mut self, theme: ThemeName) {
        self.background = Some(theme);
        if self.theme_auto {
            self.theme = theme;
        }
    }

    /// Whether the theme brings its own ground: one that was asked for does, unless the terminal's background is known to
    /// be of its kind. Mono has no colours at all.
    pub fn paints_background(&self) -> bool {
        self.theme != ThemeName::Mono && !self.theme_auto && self.background != Some(self.theme)
    }
}
