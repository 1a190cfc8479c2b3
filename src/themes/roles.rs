//! The roles that a theme gives styles to: the one table of them, and a style for each.

use ratatui::style::Style;

use super::{Background, ColorDepth, StyleWords};

/// What is known of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleInfo {
    /// What it is called in a theme.
    pub name: &'static str,
    /// What is drawn in it.
    pub about: &'static str,
}

macro_rules! roles {
    ($($role:ident $about:literal;)*) => {
        /// The roles of a theme, in the order in which a theme is best written; `lanes` is beside them.
        pub const ROLES: &[RoleInfo] = &[$(RoleInfo { name: stringify!($role), about: $about }),*];

        /// A style for each role.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Theme {
            $(#[doc = $about] pub $role: Style,)*
            /// For which background it is made; `None` for any.
            pub kind: Option<Background>,
            pub(super) own_ground: Style,
            /// Whether its own ground is painted, whatever the terminal's is.
            pub(super) paints: bool,
            pub(super) lanes: Vec<Style>,
            pub(super) depth: ColorDepth,
        }

        impl Theme {
            /// No styles at all.
            pub const fn plain(depth: ColorDepth) -> Self {
                Self {
                    $($role: Style::new(),)*
                    kind: None,
                    own_ground: Style::new(),
                    paints: false,
                    lanes: Vec::new(),
                    depth,
                }
            }

            /// The style of the role of this name.
            pub(super) fn role_mut(&mut self, name: &str) -> Option<&mut Style> {
                match name {
                    "background" => Some(&mut self.own_ground),
                    $(stringify!($role) => Some(&mut self.$role),)*
                    _ => None,
                }
            }

            fn styles(&self) -> impl Iterator<Item = Style> {
                [$(self.$role,)* self.own_ground].into_iter().chain(self.lanes.iter().copied())
            }
        }
    };
}

roles! {
    background "what all stands on";
    popup "menus, and what else lies over the panes";
    selected "the selected row";
    text "what is read";
    dim "context: dates, labels, addresses";
    faint "what the filter leaves out, minor ticks";
    strong "titles";
    accent "the selected event, and the pane with the keyboard";
    rule "lines between panes";
    matched "words that were looked for";
    key "keys in hints and menus";
    heading "headings of the detail, years of the list";
    quote "words that were said";
    translation "our translations";
    warning "doubts and problems";
}

impl Theme {
    /// The same on its own ground.
    #[must_use]
    pub fn painted(self) -> Self {
        Self { background: self.own_ground, ..self }
    }

    /// The same as it is shown on this background, of which `None` says that nothing is known.
    ///
    /// Its own ground is painted where it asks for that, and where the background is made for another: one that is not known is
    /// taken for dark where the theme `follows` the background, and for none of its kind where it was asked for.
    #[must_use]
    pub fn shown_on(self, background: Option<Background>, follows: bool) -> Self {
        let background = background.or(follows.then_some(Background::Dark));
        let is_alike = self.kind.is_none() || self.kind == background;
        if self.paints || !is_alike { self.painted() } else { self }
    }

    /// The hue of a lane; hues come round again where there are more lanes.
    pub fn lane(&self, index: usize) -> Style {
        index.checked_rem(self.lanes.len()).and_then(|hue| self.lanes.get(hue)).copied().unwrap_or(self.text)
    }

    /// Whether it has any colours.
    pub fn has_colors(&self) -> bool {
        self.styles().any(|style| style.fg.is_some() || style.bg.is_some())
    }

    /// A style that was chosen by a person, as it looks beside those of this theme: without colours where this has none.
    pub fn own_style(&self, words: &StyleWords) -> Style {
        let style = words.style(self.depth);
        if self.has_colors() { style } else { Style { fg: None, bg: None, ..style } }
    }
}
