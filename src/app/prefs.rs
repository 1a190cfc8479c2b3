//! What a person prefers, whatever is explored.

use crate::{export::CitationStyle, input::Keymap, messages::Locale, model::Lang};

use super::{ListColumn, ListShare, ThemeName};

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
    /// The theme.
    pub theme: ThemeName,
    /// Whether the theme follows what the terminal says of its background.
    pub theme_auto: bool,
    /// The theme for which the terminal's background is made; `None` as long as that is not known.
    pub background: Option<ThemeName>,
    /// Whether the mouse is heard, or left to the terminal.
    pub mouse_capture: bool,
    /// What happens to events that the filter leaves out.
    pub non_matching: NonMatching,
    /// How much room the list has beside the detail.
    pub list_share: ListShare,
    /// The folder in which files are written whose names say no other, harmless to show; `None` where it is not known.
    pub folder: Option<String>,
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
    /// English labels, for dark backgrounds.
    pub const fn new(keymap: Keymap) -> Self {
        Self {
            keymap,
            lang: Lang::En,
            default_lang: Lang::En,
            environment: Locale::English,
            theme: ThemeName::Dark,
            theme_auto: false,
            background: None,
            mouse_capture: true,
            non_matching: NonMatching::Dim,
            list_share: ListShare { beside: None, above: None },
            folder: None,
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
}
