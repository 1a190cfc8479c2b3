//! The language of the interface, as the environment says it.

/// A language that the interface speaks. What a timeline says in which language is another matter ([`Lang`]).
///
/// [`Lang`]: crate::model::Lang
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Locale {
    /// English, where nothing else is asked for.
    #[default]
    English,
    /// Japanese.
    Japanese,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Japanese];

    /// The language that the environment asks for: by the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set, as POSIX
    /// has it. English where the terminal is not told in UTF-8.
    pub fn from_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let first = |names: [&str; 3]| names.into_iter().filter_map(&variable).find(|value| !value.is_empty());
        let messages = first(["LC_ALL", "LC_MESSAGES", "LANG"]).unwrap_or_default();
        let characters = first(["LC_ALL", "LC_CTYPE", "LANG"]).unwrap_or_default();
        let language = messages.split(['_', '.', '@']).next().unwrap_or_default();
        if language == "ja" && is_utf8(&messages) && is_utf8(&characters) { Self::Japanese } else { Self::English }
    }
}

/// Whether a locale writes UTF-8, or leaves that open.
fn is_utf8(locale: &str) -> bool {
    let codeset = locale.split_once('.').map(|(_, codeset)| codeset.split('@').next().unwrap_or_default());
    match codeset {
        Some(codeset) => ["utf-8", "utf8"].iter().any(|name| codeset.eq_ignore_ascii_case(name)),
        None => !matches!(locale, "C" | "POSIX"),
    }
}

#[cfg(test)]
mod tests {
    use super::Locale::{self, English, Japanese};

    #[test]
    fn the_environment_says_the_language() {
        for (variables, locale) in [
            (&[("LANG", "ja_JP.UTF-8")][..], Japanese),
            (&[("LANG", "ja_JP")], Japanese),
            (&[("LANG", "ja")], Japanese),
            (&[("LANG", "ja_JP.utf8@modern")], Japanese),
            (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "ja_JP.UTF-8")], Japanese),
            (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_US.UTF-8")], Japanese),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "")], Japanese),
            (&[], English),
            (&[("LANG", "C")], English),
            (&[("LANG", "jam_JM.UTF-8")], English),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_ALL", "C.UTF-8")], English),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_MESSAGES", "en_GB.UTF-8")], English),
            // What is no UTF-8 cannot show it.
            (&[("LANG", "ja_JP.eucJP")], English),
            (&[("LANG", "ja_JP.UTF-8"), ("LC_CTYPE", "C")], English),
            (&[("LANG", "C"), ("LC_MESSAGES", "ja_JP.UTF-8")], English),
        ] {
            let variable =
                |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(Locale::from_environment(variable), locale, "{variables:?}");
        }
    }
}
