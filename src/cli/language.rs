//! The language that the program speaks on the command line.

use std::{env, ffi::OsString, sync::OnceLock};

use crate::{messages::Locale, model::Lang};

/// The language of this run, as soon as all is known that decides it.
static SETTLED: OnceLock<Locale> = OnceLock::new();

/// The language that the environment asks for.
pub(super) fn environment() -> Locale {
    Locale::from_environment(|name| env::var(name).ok())
}

/// The language of what is said on the command line: what the run has settled on, else what `--lang` asks for, else what the
/// environment does.
pub(super) fn locale() -> Locale {
    SETTLED.get().copied().unwrap_or_else(|| asked(env::args_os().skip(1)).unwrap_or_else(environment))
}

/// Settles the language of the run by that of its labels.
pub(super) fn settle(lang: Lang) {
    let by_labels = match lang {
        Lang::En => Locale::English,
        Lang::Ja => Locale::Japanese,
        Lang::Both => environment(),
    };
    SETTLED.get_or_init(|| asked(env::args_os().skip(1)).unwrap_or(by_labels));
}

/// The language that `--lang` asks for. What is wrong with a command line is told in it as well.
fn asked(words: impl Iterator<Item = OsString>) -> Option<Locale> {
    let mut words = words.take_while(|word| word != "--");
    let mut value = None;
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--lang") => value = words.next().and_then(|next| next.into_string().ok()),
            Some(word) => value = word.strip_prefix("--lang=").map(str::to_owned).or(value),
            None => {}
        }
    }
    match value.as_deref() {
        Some("en") => Some(Locale::English),
        Some("ja") => Some(Locale::Japanese),
        _ => None,
    }
}

/// The words of a command line with a `--lang` that stands before a command behind it: clap hears no command behind an option.
pub(super) fn behind_command(mut words: Vec<OsString>, is_command: impl Fn(&str) -> bool) -> Vec<OsString> {
    let language = match words.get(1).and_then(|word| word.to_str()) {
        Some("--lang") => 2,
        Some(word) if word.starts_with("--lang=") => 1,
        _ => 0,
    };
    if let Some(start) = words.get_mut(1..=1 + language)
        && start.last().and_then(|word| word.to_str()).is_some_and(is_command)
    {
        start.rotate_right(1);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_lang_of_the_command_line_counts() {
        for (words, locale) in [
            (&["--lang", "ja"][..], Some(Locale::Japanese)),
            (&["--lang=en", "--help"], Some(Locale::English)),
            (&["--lang=en", "--lang=ja"], Some(Locale::Japanese)),
            (&["--lang", "both"], None),
            (&["--", "--lang=ja"], None),
            (&["--lang"], None),
            (&["file"], None),
        ] {
            assert_eq!(asked(words.iter().map(OsString::from)), locale, "{words:?}");
        }
    }

    #[test]
    fn a_language_before_a_command_comes_behind_it() {
        for (typed, heard) in [
            ("annalist --lang ja check file", "annalist check --lang ja file"),
            ("annalist --lang=ja check", "annalist check --lang=ja"),
            ("annalist --lang ja file", "annalist --lang ja file"),
            ("annalist check --lang ja", "annalist check --lang ja"),
            ("annalist --ascii check", "annalist --ascii check"),
            ("annalist --lang check", "annalist --lang check"),
            ("annalist --lang", "annalist --lang"),
            ("annalist", "annalist"),
        ] {
            let words = typed.split(' ').map(OsString::from).collect();
            let moved = behind_command(words, |word| word == "check");
            assert_eq!(moved, heard.split(' ').collect::<Vec<_>>(), "{typed}");
        }
    }
}
