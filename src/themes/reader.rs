//! Reading themes, with those that they inherit.

use std::{io, ops::Range};

use ratatui::style::Style;
use toml::de::{DeTable, DeValue};

use super::{
    Background, ColorDepth, ROLES, StyleWords, Theme, ThemeError, ThemeFault, ThemeName, built_in::BuiltInTheme,
};
use crate::{
    messages::{ExpectedValue, LocalizedText, system},
    text::{byte_in_string, line_and_column, suggest},
};

/// Keys of a theme that are no roles.
const SETTINGS: [&str; 4] = ["inherits", "kind", "paints", "lanes"];

/// What gives the text of a person's own theme; `None` where there is none of this name.
type OwnTheme<'a> = dyn Fn(&ThemeName) -> Option<io::Result<String>> + 'a;

/// Reads themes: a person's own ones, and those that come with annalist.
pub struct ThemeReader<'a> {
    own: &'a OwnTheme<'a>,
    depth: ColorDepth,
    /// The names of the own themes that were asked for their text, those that are broken included.
    pub own_names: Vec<ThemeName>,
}

/// What is wrong at a place, in bytes.
type Placed = (Range<usize>, ThemeFault);

impl Theme {
    /// A theme that comes with annalist, for a terminal of so many colours.
    ///
    /// # Errors
    ///
    /// There is none of this name; that one of them is wrong a test rules out.
    pub fn built_in(name: &ThemeName, depth: ColorDepth) -> Result<Self, ThemeError> {
        ThemeReader::new(&|_| None, depth).read(name)
    }
}

impl<'a> ThemeReader<'a> {
    /// Reads for a terminal of so many colours; `own` gives the text of a person's own theme, if there is one of a name.
    pub fn new(own: &'a OwnTheme<'a>, depth: ColorDepth) -> Self {
        Self { own, depth, own_names: Vec::new() }
    }

    /// Reads the theme of this name. A person's own one goes before one that comes with annalist.
    ///
    /// # Errors
    ///
    /// What is wrong with it, or with one that it inherits.
    pub fn read(&mut self, name: &ThemeName) -> Result<Theme, ThemeError> {
        self.find(name)?.ok_or_else(|| ThemeError { theme: name.clone(), position: None, fault: ThemeFault::NotFound })
    }

    /// The same; `None` if there is none of this name.
    fn find(&mut self, name: &ThemeName) -> Result<Option<Theme>, ThemeError> {
        // One that inherits its own name builds on what comes with annalist.
        let is_begun = self.own_names.contains(name);
        if let Some(text) = (self.own)(name).filter(|_| !is_begun) {
            self.own_names.push(name.clone());
            let unreadable = |error: io::Error| ThemeError {
                theme: name.clone(),
                position: None,
                fault: ThemeFault::Unreadable(LocalizedText::new(|locale| system::error(locale, &error))),
            };
            return self.parse(name, &text.map_err(unreadable)?).map(Some);
        }
        match BuiltInTheme::named(name) {
            Some(theme) => self.parse(name, theme.text).map(Some),
            None => Ok(None),
        }
    }

    fn parse(&mut self, theme: &ThemeName, text: &str) -> Result<Theme, ThemeError> {
        let placed = |(span, fault): Placed| ThemeError {
            theme: theme.clone(),
            position: Some(line_and_column(text, span.start)),
            fault,
        };
        let syntax = |error: toml::de::Error| {
            placed((error.span().unwrap_or_default(), ThemeFault::Syntax(error.message().trim().to_owned())))
        };
        let document = DeTable::parse(text).map_err(syntax)?;
        let table = document.get_ref();
        let mut read = match inherited(table).map_err(placed)? {
            Some((base, span)) => self.base(theme, &base, &span).map_err(|error| error.located(placed))?,
            None => Theme::plain(self.depth),
        };
        fill(&mut read, table, text).map_err(placed)?;
        Ok(read)
    }

    /// The theme that another builds on.
    fn base(&mut self, of: &ThemeName, base: &ThemeName, span: &Range<usize>) -> Result<Theme, InheritError> {
        let is_built_in = BuiltInTheme::named(base).is_some();
        if self.own_names.contains(base) && !(base == of && is_built_in) {
            return Err(InheritError::Here((span.clone(), ThemeFault::Circular)));
        }
        match self.find(base) {
            Ok(Some(theme)) => Ok(theme),
            Ok(None) => Err(InheritError::Here((span.clone(), ThemeFault::Inherits(base.clone())))),
            Err(error) => Err(InheritError::There(error)),
        }
    }
}

/// Why nothing can be inherited.
enum InheritError {
    /// What is wrong with the wish.
    Here(Placed),
    /// What is wrong with what is wished for.
    There(ThemeError),
}

impl InheritError {
    fn located(self, locate: impl Fn(Placed) -> ThemeError) -> ThemeError {
        match self {
            Self::Here(fault) => locate(fault),
            Self::There(error) => error,
        }
    }
}

/// What a theme builds on, and where it says so: without a word, the theme of its kind. `None` for one that names all.
fn inherited(table: &DeTable<'_>) -> Result<Option<(ThemeName, Range<usize>)>, Placed> {
    let has = |role: &str| table.contains_key(role);
    match table.get("inherits") {
        Some(value) => match value.get_ref() {
            DeValue::String(name) => match name.parse() {
                Ok(name) => Ok(Some((name, value.span()))),
                Err(error) => Err((value.span(), ThemeFault::Name(error))),
            },
            _ => Err((value.span(), ThemeFault::Expected(ExpectedValue::Theme))),
        },
        None if ROLES.iter().all(|role| has(role.name)) && has("lanes") => Ok(None),
        None => {
            let (kind, span) = table.get("kind").map_or((None, 0..0), |kind| (kind.get_ref().as_str(), kind.span()));
            let name = match kind {
                Some("light") => ThemeName::LIGHT,
                Some("any") => ThemeName::MONO,
                _ => ThemeName::DARK,
            };
            Ok(Some((name, span)))
        }
    }
}

/// Lays what a table says over a theme.
fn fill(theme: &mut Theme, table: &DeTable<'_>, text: &str) -> Result<(), Placed> {
    // A ground that is named is meant to be seen.
    theme.paints |= table.contains_key("background");
    for (name, value) in table {
        let expected = |what| (value.span(), ThemeFault::Expected(what));
        match (name.get_ref().as_ref(), value.get_ref()) {
            ("inherits", _) => {}
            ("kind", value) => {
                theme.kind = match value.as_str() {
                    Some("dark") => Some(Background::Dark),
                    Some("light") => Some(Background::Light),
                    Some("any") => None,
                    _ => return Err(expected(ExpectedValue::ThemeKind)),
                };
            }
            ("paints", DeValue::Boolean(paints)) => theme.paints = *paints,
            ("paints", _) => return Err(expected(ExpectedValue::Flag)),
            ("lanes", DeValue::Array(hues)) => {
                let hue = |hue: &toml::Spanned<DeValue<'_>>| style(hue, text, theme.depth);
                theme.lanes = hues.iter().map(hue).collect::<Result<_, _>>()?;
            }
            ("lanes", _) => return Err(expected(ExpectedValue::Styles)),
            (role, _) => {
                let depth = theme.depth;
                let Some(place) = theme.role_mut(role) else {
                    let near = suggest(role, ROLES.iter().map(|role| role.name).chain(SETTINGS));
                    return Err((name.span(), ThemeFault::UnknownRole(role.to_owned(), near)));
                };
                *place = style(value, text, depth)?;
            }
        }
    }
    Ok(())
}

fn style(value: &toml::Spanned<DeValue<'_>>, text: &str, depth: ColorDepth) -> Result<Style, Placed> {
    let Some(words) = value.get_ref().as_str() else {
        return Err((value.span(), ThemeFault::Expected(ExpectedValue::Style)));
    };
    let unknown = StyleWords::parse(words).map(|words| words.style(depth));
    unknown.map_err(|unknown| {
        let at = byte_in_string(text, &value.span(), unknown.at);
        (at..at + unknown.word.len(), ThemeFault::Word(unknown.word))
    })
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Modifier};

    use super::*;
    use crate::themes::BUILT_IN_THEMES;

    fn read(name: &str, own: &[(&str, &str)]) -> Result<Theme, String> {
        let text = |name: &ThemeName| {
            own.iter().find(|(own, _)| *own == name.as_str()).map(|(_, text)| Ok((*text).to_owned()))
        };
        ThemeReader::new(&text, ColorDepth::True).read(&name.parse().unwrap()).map_err(|error| error.to_string())
    }

    #[test]
    fn what_comes_with_annalist_names_every_role() {
        for theme in BUILT_IN_THEMES {
            assert!(!theme.text.contains("inherits"), "{}", theme.name);
            let table = DeTable::parse(theme.text).unwrap();
            assert_eq!(inherited(table.get_ref()), Ok(None), "{}", theme.name);
            read(theme.name, &[]).unwrap();
        }
    }

    #[test]
    fn what_is_not_named_is_inherited() {
        let dark = read("dark", &[]).unwrap();
        let theme = read("mine", &[("mine", "key = \"bold #112233\"")]).unwrap();
        assert_eq!((theme.key.fg, theme.dim, theme.paints), (Some(Color::Rgb(0x11, 0x22, 0x33)), dark.dim, false));
        assert!(theme.key.add_modifier.contains(Modifier::BOLD));
        let light = read("light", &[]).unwrap();
        assert_eq!(read("mine", &[("mine", "kind = 'light'")]).unwrap(), light);
        let own = [("mine", "inherits = 'yours'\nlanes = ['red']"), ("yours", "inherits = 'washi'\ndim = 'dim'")];
        let theme = read("mine", &own).unwrap();
        assert_eq!((theme.dim, theme.lane(3).fg), (Style::new().add_modifier(Modifier::DIM), Some(Color::Red)));
        assert_eq!(theme.accent, read("washi", &[]).unwrap().accent);
    }

    #[test]
    fn an_own_theme_goes_before_one_of_the_same_name_and_may_build_on_it() {
        let theme = read("dark", &[("dark", "inherits = 'dark'\nkey = 'red'")]).unwrap();
        assert_eq!((theme.key.fg, theme.dim), (Some(Color::Red), read("dark", &[]).unwrap().dim));
    }

    #[test]
    fn a_ground_of_its_own_is_painted_unless_the_theme_says_otherwise() {
        let is_painted = |text: &str| read("mine", &[("mine", text)]).unwrap().paints;
        assert!(is_painted("background = 'white on #101010'"));
        assert!(!is_painted("background = 'white on #101010'\npaints = false"));
        assert!(is_painted("inherits = 'indigo'") && !is_painted("inherits = 'dark'"));
    }

    #[test]
    fn faults_are_named_where_they_stand() {
        for (text, words) in [
            ("dim = 'dim'\nacent = 'red'", "mine.toml:2:1: a theme has no `acent`; did you mean `accent`?"),
            ("dim = 'bold teapot'", "mine.toml:1:13: `teapot` is neither a colour nor a way to write"),
            ("lanes = ['red', 'on']", "mine.toml:1:18: a colour should stand here"),
            ("dim = 5", "mine.toml:1:7: this should be a style as a text"),
            ("kind = 'blue'", "mine.toml:1:8: this should be \"dark\", \"light\" or \"any\""),
            ("paints = 1", "mine.toml:1:10: this should be true or false"),
            ("inherits = '../x'", "mine.toml:1:12: the name of a theme has letters, digits, - and _ only"),
            ("inherits = 'nope'", "mine.toml:1:12: there is no theme `nope`"),
            ("inherits = 'mine'", "mine.toml:1:12: this theme inherits itself"),
            ("inherits = 'ring'", "ring.toml:1:12: this theme inherits itself"),
            ("inherits = 'bad'", "bad.toml:2:7: this should be a style as a text"),
        ] {
            let own = [("mine", text), ("ring", "inherits = 'mine'"), ("bad", "\ndim = []")];
            assert_eq!(read("mine", &own).unwrap_err(), words, "{text}");
        }
        assert!(read("mine", &[("mine", "dim = ")]).unwrap_err().starts_with("mine.toml:1:"));
        assert_eq!(read("nope", &[]).unwrap_err(), "nope.toml: there is no such theme");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_theme_or_a_fault(text in "[a-z =\"'#\\[\\]\\n0-9]{0,60}") {
            let _either = read("mine", &[("mine", &text)]);
        }
    }
}
