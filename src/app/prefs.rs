//! What a person prefers, whatever is explored.

use std::path::PathBuf;

use crate::{
    config::ColorRule,
    export::CitationStyle,
    input::Keymap,
    messages::Locale,
    model::Lang,
    themes::{Background, ThemeChoice, ThemeName},
};

use super::{ListColumn, ListShare};

/// What happens to events that the filter leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NonMatching {
    /// They stay on the axis, faintly.
    Dim,
    /// They are off the axis, and the list counts them in its gaps.
    Hide,
}

impl NonMatching {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Dim => Self::Hide,
            Self::Hide => Self::Dim,
        }
    }
}

/// Preferences: of the configuration at first, then as keys change them.
#[derive(Debug, Clone)]
pub struct Prefs {
    /// The keys.
    pub keymap: Keymap,
    /// The language of labels.
    pub lang: Lang,
    /// The language of labels where the command line does not say.
    pub default_lang: Lang,
    /// The language that the environment asks for: that of the interface where labels are in both.
    pub environment: Locale,
    /// The theme that was chosen.
    pub theme: ThemeChoice,
    /// The themes of the person's own, by their names.
    pub own_themes: Vec<ThemeName>,
    /// What the terminal's background is; `None` as long as that is not known.
    pub background: Option<Background>,
    /// Which events have colours of their own.
    pub color_rules: Vec<ColorRule>,
    /// The configuration as it is named to the person; `None` where there is none.
    pub config_file: Option<String>,
    /// Whether the mouse is heard, or left to the terminal.
    pub mouse_capture: bool,
    /// What happens to events that the filter leaves out.
    pub non_matching: NonMatching,
    /// How much room the list has beside the detail.
    pub list_share: ListShare,
    /// The folder in which files are written whose names say no other, harmless to show; `None` where it is not known.
    pub folder: Option<String>,
    /// The folder that `~` stands for at the start of such a name; `None` where it is not known.
    pub home: Option<PathBuf>,
    /// By whose rules sources are cited.
    pub citation_style: CitationStyle,
    /// Queries that were saved, by their names.
    pub saved_queries: Vec<(String, String)>,
    /// The fields that stand beside the titles of the list.
    pub columns: Vec<ListColumn>,
    /// Whether the selection stays at the end of a timeline that grows.
    pub follows: bool,
}

impl Prefs {
    /// English labels, in the theme that the background asks for.
    pub const fn new(keymap: Keymap) -> Self {
        Self {
            keymap,
            lang: Lang::En,
            default_lang: Lang::En,
            environment: Locale::English,
            theme: ThemeChoice::AUTO,
            own_themes: Vec::new(),
            background: None,
            color_rules: Vec::new(),
            config_file: None,
            mouse_capture: true,
            non_matching: NonMatching::Dim,
            list_share: ListShare { beside: None, above: None },
            folder: None,
            home: None,
            citation_style: CitationStyle::Plain,
            saved_queries: Vec::new(),
            columns: Vec::new(),
            follows: false,
        }
    }

    /// The language of the interface.
    pub const fn locale(&self) -> Locale {
        match self.lang {
            Lang::En => Locale::English,
            Lang::Ja => Locale::Japanese,
            Lang::Both => self.environment,
        }
    }

    /// The file of a name as a person writes it: as in a shell, one that begins with `~/` lies below the home directory.
    pub fn file_named(&self, name: &str) -> PathBuf {
        let below_home = || Some(self.home.as_ref()?.join(name.strip_prefix("~/")?.trim_start_matches('/')));
        below_home().unwrap_or_else(|| PathBuf::from(name))
    }
}
