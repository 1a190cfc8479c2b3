//! Styles by what they mean. A theme is a TOML file with one style a role; no widget names a colour.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::app::ThemeName;

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColorDepth {
    /// The 16 of its own palette.
    Sixteen,
    /// 256.
    Indexed,
    /// 16 million.
    True,
}

/// A style for each role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// What everything stands on: nothing, unless the theme is [painted](Self::painted).
    pub background: Style,
    own_ground: Style,
    /// What is read.
    pub text: Style,
    /// Context.
    pub dim: Style,
    /// What the filter leaves out.
    pub faint: Style,
    /// Titles.
    pub strong: Style,
    /// The selected event, the pane with the keyboard.
    pub accent: Style,
    /// Lines between panes.
    pub rule: Style,
    /// The selected row.
    pub selected: Style,
    /// Words that were looked for.
    pub matched: Style,
    /// Keys in hints and menus.
    pub key: Style,
    /// Headings.
    pub heading: Style,
    /// Words that were said.
    pub quote: Style,
    /// Our translations.
    pub editor_translation: Style,
    /// Doubts and problems.
    pub warning: Style,
    /// The ground of menus.
    pub popup: Style,
    lanes: Vec<Style>,
}

/// A theme as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTheme {
    background: String,
    text: String,
    dim: String,
    faint: String,
    strong: String,
    accent: String,
    rule: String,
    selected: String,
    matched: String,
    key: String,
    heading: String,
    quote: String,
    editor_translation: String,
    warning: String,
    popup: String,
    lanes: Vec<String>,
}

/// Why a text is no theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeError {
    /// It is no TOML with a style a role; the words are the reader's.
    Form(String),
    /// A style has a word that means nothing.
    Word(String),
}

impl std::fmt::Display for ThemeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(message) => f.write_str(message),
            Self::Word(word) => write!(f, "`{word}` is neither a colour nor a way to write"),
        }
    }
}

impl std::error::Error for ThemeError {}

impl Theme {
    /// A theme that comes with annalist.
    pub fn named(name: ThemeName, depth: ColorDepth) -> Result<Self, ThemeError> {
        Self::parse(
            match name {
                ThemeName::Dark => include_str!("../../assets/themes/dark.toml"),
                ThemeName::Light => include_str!("../../assets/themes/light.toml"),
                ThemeName::Mono => include_str!("../../assets/themes/mono.toml"),
            },
            depth,
        )
    }

    /// Reads a theme for a terminal with so many colours.
    pub fn parse(text: &str, depth: ColorDepth) -> Result<Self, ThemeError> {
        let written: RawTheme = toml::from_str(text).map_err(|e| ThemeError::Form(e.message().to_owned()))?;
        let style = |text: &str| style(text, depth);
        Ok(Self {
            background: Style::new(),
            own_ground: style(&written.background)?,
            text: style(&written.text)?,
            dim: style(&written.dim)?,
            faint: style(&written.faint)?,
            strong: style(&written.strong)?,
            accent: style(&written.accent)?,
            rule: style(&written.rule)?,
            selected: style(&written.selected)?,
            matched: style(&written.matched)?,
            key: style(&written.key)?,
            heading: style(&written.heading)?,
            quote: style(&written.quote)?,
            editor_translation: style(&written.editor_translation)?,
            warning: style(&written.warning)?,
            popup: style(&written.popup)?,
            lanes: written.lanes.iter().map(|text| style(text)).collect::<Result<_, _>>()?,
        })
    }

    /// The same theme on its own ground, for a terminal whose background is made for another, or is not known.
    #[must_use]
    pub fn painted(self) -> Self {
        Self { background: self.own_ground, ..self }
    }

    /// The hue of a lane; hues come round again where there are more lanes.
    pub fn lane(&self, index: usize) -> Style {
        index.checked_rem(self.lanes.len()).and_then(|hue| self.lanes.get(hue)).copied().unwrap_or(self.text)
    }
}

fn style(text: &str, depth: ColorDepth) -> Result<Style, ThemeError> {
    let mut style = Style::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underline" => style.add_modifier(Modifier::UNDERLINED),
            "reverse" => style.add_modifier(Modifier::REVERSED),
            "on" => match color(words.next().unwrap_or_default(), depth)? {
                Some(ground) => style.bg(ground),
                None => style,
            },
            word => match color(word, depth)? {
                Some(ink) => style.fg(ink),
                None => style,
            },
        };
    }
    Ok(style)
}

/// The first of the alternatives that the terminal has; `None` if it has none of them, and the style goes without.
fn color(alternatives: &str, depth: ColorDepth) -> Result<Option<Color>, ThemeError> {
    let mut best = None;
    for word in alternatives.split('/') {
        let color: Color = word.parse().map_err(|_| ThemeError::Word(word.to_owned()))?;
        let needs = match color {
            Color::Rgb(..) => ColorDepth::True,
            Color::Indexed(_) => ColorDepth::Indexed,
            _ => ColorDepth::Sixteen,
        };
        if best.is_none() && needs <= depth {
            best = Some(color);
        }
    }
    Ok(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_falls_back_to_what_the_terminal_has() {
        let of = |depth| style("bold #6ca8e0/75/blue on #000000/16", depth).unwrap();
        assert_eq!(of(ColorDepth::True).fg, Some(Color::Rgb(0x6c, 0xa8, 0xe0)));
        assert_eq!(of(ColorDepth::Indexed).bg, Some(Color::Indexed(16)));
        assert_eq!((of(ColorDepth::Sixteen).fg, of(ColorDepth::Sixteen).bg), (Some(Color::Blue), None));
    }

    #[test]
    fn a_word_that_means_nothing_is_named() {
        assert_eq!(style("bold teapot", ColorDepth::True), Err(ThemeError::Word("teapot".into())));
    }
}
