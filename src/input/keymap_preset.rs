//! Keymaps that come along, to start from.

use super::{Keymap, KeymapError, keymap::DEFAULT};

/// A keymap that comes along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeymapPreset {
    /// Letters, as in a pager, beside arrows.
    #[default]
    Default,
    /// More as in vim, with keys such as `g g`.
    Vim,
    /// As in Emacs.
    Emacs,
    /// Moving without letters.
    Arrows,
}

impl KeymapPreset {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Default, Self::Vim, Self::Emacs, Self::Arrows];

    /// The preset of this name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// How the configuration calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Vim => "vim",
            Self::Emacs => "emacs",
            Self::Arrows => "arrows",
        }
    }

    /// What it says, merged over the default keymap; empty for that itself.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Default => "",
            Self::Vim => include_str!("../../assets/keymaps/vim.toml"),
            Self::Emacs => include_str!("../../assets/keymaps/emacs.toml"),
            Self::Arrows => include_str!("../../assets/keymaps/arrows.toml"),
        }
    }

    /// Reads its keymap.
    ///
    /// # Errors
    ///
    /// What is wrong with the keymaps that come along, which a test rules out.
    pub fn keymap(self) -> Result<Keymap, KeymapError> {
        let mut keymap = Keymap::parse(DEFAULT)?;
        keymap.merge_text(self.text())?;
        Ok(keymap)
    }
}
