//! The configuration as a person writes it.

use toml::de::{DeTable, DeValue};

use super::{ColorRule, ConfigError, ConfigErrorKind, maps};
use crate::{
    export::CitationStyle,
    input::{Keymap, KeymapError, KeymapPreset},
    load::KnownMapping,
    messages::{ExpectedValue, Locale},
    model::{Lang, Zone},
    text::{sanitize, suggest},
    themes::{ThemeChoice, ThemeName},
};

/// The configuration with its defaults.
pub const DEFAULT_CONFIG: &str = include_str!("../../assets/config.toml");

/// The same with comments in a language of the interface, as `annalist config` prints it.
pub const fn default_config(locale: Locale) -> &'static str {
    match locale {
        Locale::English => DEFAULT_CONFIG,
        Locale::Japanese => include_str!("../../assets/config.ja.toml"),
    }
}

/// What a configuration says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting by itself")]
pub struct Settings {
    /// The theme.
    pub theme: ThemeChoice,
    /// The language of labels and of the interface: `auto`, `en`, `ja` or `both`.
    pub lang: String,
    /// The zone of clock times; `None` leaves that to the timeline.
    pub zone: Option<Zone>,
    /// By whose rules sources are cited.
    pub cite: CitationStyle,
    /// Whether to answer commands rather than to draw a screen.
    pub plain: bool,
    /// Whether to draw with ASCII only.
    pub ascii: bool,
    /// Whether to capture the mouse.
    pub mouse: bool,
    /// Whether to start with the view of the last run.
    pub restore: bool,
    /// How much memory a long timeline may take, in MB.
    pub memory: usize,
    /// Queries that were saved, by their names, in the order of the file.
    pub queries: Vec<(String, String)>,
    /// Which events have a style of their own, in the order of the file.
    pub color_rules: Vec<ColorRule>,
    /// Which columns of which tables are which fields.
    pub maps: Vec<KnownMapping>,
    /// The keys.
    pub keymap: Keymap,
    /// What holds, and has to be known.
    pub warnings: Vec<ConfigError>,
}

const SETTING_NAMES: [&str; 14] = [
    "theme", "lang", "zone", "cite", "plain", "ascii", "mouse", "restore", "memory", "keymap", "queries", "colour",
    "maps", "keys",
];

impl Settings {
    /// Returns what holds where nothing is configured.
    ///
    /// # Errors
    ///
    /// The keys that annalist comes with are wrong, which a test rules out.
    pub fn new() -> Result<Self, KeymapError> {
        Ok(Self {
            theme: ThemeChoice::AUTO,
            lang: "auto".to_owned(),
            zone: None,
            cite: CitationStyle::Plain,
            plain: false,
            ascii: false,
            mouse: true,
            restore: false,
            memory: 4096,
            queries: Vec::new(),
            color_rules: Vec::new(),
            maps: Vec::new(),
            keymap: KeymapPreset::Default.keymap()?,
            warnings: Vec::new(),
        })
    }

    /// Returns the language of labels, where the environment asks for this one.
    pub fn lang(&self, environment: Locale) -> Lang {
        match self.lang.as_str() {
            "en" => Lang::En,
            "ja" => Lang::Ja,
            "both" => Lang::Both,
            _ => environment.into(),
        }
    }

    /// Applies what a text says; the rest stays as it is.
    ///
    /// After an error, what was read before it holds.
    ///
    /// # Errors
    ///
    /// The first fault of the text.
    pub fn read(&mut self, text: &str) -> Result<(), ConfigError> {
        let at = ConfigError::new;
        let document = DeTable::parse(text)
            .map_err(|e| at(e.span().unwrap_or_default(), ConfigErrorKind::Syntax(e.message().trim().to_owned())))?;
        for (name, value) in document.get_ref() {
            let (place, span) = (name.span(), value.span());
            let expected = |what| at(span.clone(), ConfigErrorKind::Expected(what));
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("theme", _) => self.theme = theme(value)?,
                ("colour", DeValue::Array(rules)) => self.color_rules = ColorRule::read(rules, text)?,
                ("colour", _) => return Err(expected(ExpectedValue::ColorRules)),
                ("lang", value) => {
                    self.lang =
                        one_of(value, &["auto", "en", "ja", "both"]).ok_or_else(|| expected(ExpectedValue::Lang))?;
                }
                ("zone", DeValue::String(text)) if text == "auto" => self.zone = None,
                ("zone", DeValue::String(text)) if text.parse::<Zone>().is_ok() => self.zone = text.parse().ok(),
                ("zone", _) => return Err(expected(ExpectedValue::Zone)),
                ("cite", value) => {
                    let style =
                        one_of(value, &CitationStyle::ALL.map(CitationStyle::name)).and_then(|name| name.parse().ok());
                    self.cite = style.ok_or_else(|| expected(ExpectedValue::CitationStyle))?;
                }
                ("plain", DeValue::Boolean(value)) => self.plain = *value,
                ("ascii", DeValue::Boolean(value)) => self.ascii = *value,
                ("mouse", DeValue::Boolean(value)) => self.mouse = *value,
                ("restore", DeValue::Boolean(value)) => self.restore = *value,
                ("plain" | "ascii" | "mouse" | "restore", _) => return Err(expected(ExpectedValue::Flag)),
                ("memory", DeValue::Integer(value)) => {
                    let megabytes = usize::from_str_radix(value.as_str(), value.radix());
                    self.memory = megabytes.map_err(|_| expected(ExpectedValue::Megabytes))?;
                }
                ("memory", _) => return Err(expected(ExpectedValue::Megabytes)),
                ("queries", DeValue::Table(queries)) => self.queries = saved_queries(queries)?,
                ("queries", _) => return Err(expected(ExpectedValue::Queries)),
                ("maps", _) => {
                    self.maps = maps::maps(text).map_err(|what| at(span.clone(), ConfigErrorKind::Mapping(what)))?;
                }
                // Which come first does not hang on where they stand.
                ("keymap" | "keys", _) => {}
                (unknown, _) => {
                    let near = suggest(unknown, SETTING_NAMES);
                    return Err(at(place, ConfigErrorKind::Unknown(unknown.to_owned(), near)));
                }
            }
        }
        self.read_keys(document.get_ref())
    }

    /// Applies the keymap to start from, then the keys that are named one by one.
    fn read_keys(&mut self, document: &DeTable<'_>) -> Result<(), ConfigError> {
        let setting = |name| document.iter().find(|(known, _)| known.get_ref() == name).map(|(_, value)| value);
        if let Some(value) = setting("keymap") {
            let preset = one_of(value.get_ref(), &KeymapPreset::ALL.map(KeymapPreset::name));
            let preset = preset
                .and_then(|name| KeymapPreset::named(&name))
                .ok_or_else(|| ConfigError::new(value.span(), ConfigErrorKind::Expected(ExpectedValue::Keymap)))?;
            self.keymap = preset.keymap()?;
        }
        if let Some(value) = setting("keys") {
            let DeValue::Table(layers) = value.get_ref() else {
                return Err(ConfigError::new(value.span(), ConfigErrorKind::Expected(ExpectedValue::Layers)));
            };
            let warnings = self.keymap.merge(layers)?;
            self.warnings.extend(warnings.into_iter().map(ConfigError::from));
        }
        Ok(())
    }
}

/// The theme that a value asks for: by its name, or one for each background.
fn theme(value: &toml::Spanned<DeValue<'_>>) -> Result<ThemeChoice, ConfigError> {
    let fault = ConfigError::new;
    let expected = || ConfigErrorKind::Expected(ExpectedValue::Themes);
    match value.get_ref() {
        DeValue::String(name) => name.parse().map_err(|error| fault(value.span(), ConfigErrorKind::Theme(error))),
        DeValue::Table(names) if names.len() == 2 => {
            let name = |of: &str| -> Result<ThemeName, ConfigError> {
                let name = names.get(of).ok_or_else(|| fault(value.span(), expected()))?;
                let text = name.get_ref().as_str().ok_or_else(|| fault(name.span(), expected()))?;
                text.parse().map_err(|error| fault(name.span(), ConfigErrorKind::Theme(error)))
            };
            Ok(ThemeChoice { dark: name("dark")?, light: name("light")? })
        }
        _ => Err(fault(value.span(), expected())),
    }
}

/// The queries of a table, by their names, in the order of the file.
fn saved_queries(queries: &DeTable<'_>) -> Result<Vec<(String, String)>, ConfigError> {
    let mut named: Vec<(usize, String, String)> = Vec::new();
    for (name, query) in queries {
        let DeValue::String(text) = query.get_ref() else {
            return Err(ConfigError::new(query.span(), ConfigErrorKind::Expected(ExpectedValue::Query)));
        };
        let harmless = |text: &str| sanitize(text).into_owned();
        named.push((name.span().start, harmless(name.get_ref()), harmless(text)));
    }
    named.sort_unstable();
    Ok(named.into_iter().map(|(_, name, text)| (name, text)).collect())
}

fn one_of(value: &DeValue<'_>, words: &[&str]) -> Option<String> {
    let DeValue::String(word) = value else { return None };
    words.contains(&word.as_ref()).then(|| word.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{EventAction, FilterAction, KeyContext};

    fn read(text: &str) -> Result<Settings, ConfigError> {
        let mut settings = Settings::new().unwrap();
        settings.read(text).map(|()| settings)
    }

    #[test]
    fn the_printed_configuration_is_the_default_one() {
        // Every line that is commented out says something that can be said.
        let whole = |text: &str| -> String {
            let said = |line: &str| {
                line.strip_prefix("# ")
                    .filter(|it| it.contains(" = ") || it.starts_with("[["))
                    .unwrap_or(line)
                    .to_owned()
            };
            text.lines().flat_map(|line| [said(line), "\n".to_owned()]).collect()
        };
        let english = read(&whole(DEFAULT_CONFIG)).unwrap();
        for text in Locale::ALL.map(default_config) {
            assert_eq!(read(text).unwrap(), Settings::new().unwrap());
            let settings = read(&whole(text)).unwrap();
            assert_eq!((settings.queries.len(), settings.color_rules.len()), (2, 1));
            assert_eq!((&settings.maps, &settings.keymap), (&english.maps, &english.keymap));
        }
    }

    #[test]
    fn citations_go_by_the_rules_that_are_set() {
        assert_eq!(read("cite = \"apa\"").unwrap().cite, CitationStyle::Apa);
        assert_eq!(
            read("cite = \"mla\"").unwrap_err().fault.to_string(),
            "this should be \"plain\", \"chicago\" or \"apa\""
        );
    }

    #[test]
    fn keys_replace_those_of_their_action() {
        let settings = read("[keys.browse]\nnext = [\"s\"]\nqueries = [\"W\"]\n").unwrap();
        let action = |key: &str| settings.keymap.action(KeyContext::Browse, key.parse().unwrap());
        assert_eq!(
            (action("s"), action("W"), action("j")),
            (Some(EventAction::Next.into()), Some(FilterAction::Queries.into()), None)
        );
    }

    #[test]
    fn old_names_of_actions_are_warned_of_where_they_stand() {
        let text = "mouse = false\n[keys.menu]\nsolo = [\"F7\"]\n";
        let mut settings = Settings::new().unwrap();
        settings.read(text).unwrap();
        let told: Vec<_> = settings.warnings.iter().map(|it| (it.position(text), it.fault.to_string())).collect();
        assert_eq!(told, [((3, 1), "the action `solo` is called `only` now".to_owned())]);
    }

    #[test]
    fn faults_are_named_where_they_stand() {
        for (text, position, words) in [
            ("thme = \"dark\"", (1, 1), "there is no setting `thme`; did you mean `theme`?"),
            ("mouse = true\ntheme = \"a/b\"", (2, 9), "the name of a theme has letters, digits, - and _ only"),
            ("theme = 5", (1, 9), "this should be the name of a theme, or { dark = \"…\", light = \"…\" }"),
            (
                "theme = { dark = 'indigo' }",
                (1, 9),
                "this should be the name of a theme, or { dark = \"…\", light = \"…\" }",
            ),
            ("colour = 1", (1, 10), "this should be a list of tables: [[colour]]"),
            ("[[colour]]\nquery = 'a'", (1, 1), "this should be a table with a style"),
            ("[[colour]]\nquery = 'a'\nstile = 'red'", (3, 1), "there is no setting `stile`; did you mean `style`?"),
            ("[[colour]]\nquery = \"\\\"a\\\" (b\"\nstyle = 'red'", (2, 16), "unclosed `(`"),
            (
                "[[colour]]\nquery = 'a'\nstyle = 'red teapot'",
                (3, 14),
                "`teapot` is neither a colour nor a way to write",
            ),
            (
                "zone = \"Tokyo\"",
                (1, 8),
                "this should be \"auto\", \"UTC\", \"local\", \"as-written\" or an offset such as \"+09:00\"",
            ),
            ("mouse = 1", (1, 9), "this should be true or false"),
            ("[keys.browse]\nnext = \"k\"\nquit = \"k\"", (3, 8), "`k` is bound to both `next` and `quit`"),
            ("[keys.browse]\nnxt = [\"k\"]", (2, 1), "there is no action `nxt`; did you mean `next`?"),
            ("[queries]\na = 5", (2, 5), "this should be a query as a text"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.position(text), error.fault.to_string().as_str()), (position, words), "{text}");
        }
        assert!(matches!(read("theme =").unwrap_err().fault, ConfigErrorKind::Syntax(_)));
    }
}
