//! The names of keys in the keymap file and in hints: `j`, `G`, `Ctrl-d`.
//!
//! Names only: reading them, printing them, and saying what is wrong with one.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyModifiers};

use super::key::Key;
use crate::messages::{Locale, commands, keymaps};

/// The names of keys; the first one of a key is the one that is printed.
const NAMES: [(&str, KeyCode); 24] = [
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Ins", KeyCode::Insert),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Return", KeyCode::Enter),
    ("Escape", KeyCode::Esc),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("PgDown", KeyCode::PageDown),
    ("Minus", KeyCode::Char('-')),
    ("Plus", KeyCode::Char('+')),
];

/// The highest function key that keyboards and terminals know.
const MAX_FUNCTION_KEY: u8 = 35;

impl Key {
    /// Returns the name for a line of hints, in which `↑ ↓ ← →` are drawn.
    ///
    /// Else it is as [`Display`](fmt::Display) prints it. Where only ASCII can be shown, print the key instead.
    pub fn symbol(self) -> String {
        let arrow = match self.code {
            KeyCode::Up => "↑",
            KeyCode::Down => "↓",
            KeyCode::Left => "←",
            KeyCode::Right => "→",
            _ => return self.to_string(),
        };
        format!("{}{arrow}", Prefix(self.modifiers))
    }
}

/// The modifiers in the order in which they stand before the name of a key.
const MODIFIERS: [(&str, KeyModifiers); 3] =
    [("Ctrl", KeyModifiers::CONTROL), ("Alt", KeyModifiers::ALT), ("Shift", KeyModifiers::SHIFT)];

/// The modifiers of a key as they stand before its name.
struct Prefix(KeyModifiers);

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = MODIFIERS.into_iter().filter(|(_, modifier)| self.0.contains(*modifier));
        held.map(|(name, _)| name).try_for_each(|name| write!(f, "{name}-"))
    }
}

/// Prints the name that the keymap file uses; reading it again gives the same key.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Prefix(self.modifiers))?;
        match self.code {
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::Char(character) if character != ' ' => write!(f, "{character}"),
            code => f.write_str(NAMES.iter().find(|(_, named)| *named == code).map_or("", |(name, _)| name)),
        }
    }
}

/// Why a text names no key; printed, it says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyError {
    /// There is no text, or nothing after the modifiers.
    Missing,
    /// No key has this name; the nearest name, if one is near.
    Unknown(String, Option<&'static str>),
    /// `Shift` before a character, which says itself whether shift was held.
    ShiftedCharacter(char),
    /// A capital letter after `Ctrl`, which most terminals cannot tell from the small one.
    CapitalControl(char),
}

impl KeyError {
    /// The error in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::Missing => keymaps::key_missing(locale).to_owned(),
            Self::Unknown(name, Some(near)) => keymaps::no_key(locale, name, &commands::did_you_mean(locale, near)),
            Self::Unknown(name, None) => keymaps::no_key(locale, name, keymaps::write_a_key(locale)),
            Self::ShiftedCharacter(character) => {
                keymaps::shifted_character(locale, &character.to_uppercase().to_string())
            }
            Self::CapitalControl(character) => keymaps::capital_control(locale, character.to_ascii_lowercase()),
        }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for KeyError {}

/// Reads the notation of the keymap file.
///
/// Names and modifiers may be in any case, modifiers in any order.
impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (mut rest, mut modifiers) = (text, KeyModifiers::NONE);
        // `-` alone is a key, and so is the last one of `Ctrl--`.
        while let Some((before, after)) = rest.split_once('-').filter(|(before, _)| !before.is_empty())
            && let Some((_, modifier)) = MODIFIERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(before))
        {
            modifiers |= *modifier;
            rest = after;
        }
        let key = Self { code: code_named(rest)?, modifiers };
        let has_case = |character: char| key.has_ctrl() && character.is_ascii_lowercase();
        match key.code {
            KeyCode::Char(character) if key.has_ctrl() && character.is_ascii_uppercase() => {
                Err(KeyError::CapitalControl(character))
            }
            KeyCode::Char(character) if modifiers.contains(KeyModifiers::SHIFT) && !has_case(character) => {
                Err(KeyError::ShiftedCharacter(character))
            }
            _ => Ok(key),
        }
    }
}

/// The key of this name, which has no modifiers.
fn code_named(name: &str) -> Result<KeyCode, KeyError> {
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (None, _) => return Err(KeyError::Missing),
        (Some(only), None) if !only.is_control() => return Ok(KeyCode::Char(only)),
        _ => {}
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Ok(*code);
    }
    let number = name.strip_prefix(['F', 'f']).filter(|digits| !digits.starts_with(['0', '+']));
    match number.and_then(|digits| digits.parse().ok()) {
        Some(number) if number <= MAX_FUNCTION_KEY => Ok(KeyCode::F(number)),
        _ => Err(KeyError::Unknown(name.to_owned(), suggest(name))),
    }
}

/// The name most like this one, if any is like enough to be meant.
fn suggest(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    NAMES
        .iter()
        .map(|(known, _)| (strsim::damerau_levenshtein(&name, &known.to_ascii_lowercase()), *known))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, known)| distance * 3 <= known.len().max(4))
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn names_are_read() {
        assert_eq!(key("j"), Key::from('j'));
        assert_eq!(key("G"), Key::from('G'));
        assert_eq!(key("?"), Key::from('?'));
        assert_eq!(key("-"), Key::from('-'));
        assert_eq!(key("漢"), Key::from('漢'));
        assert_eq!(key("Space"), Key::from(' '));
        assert_eq!(key("Ctrl-d"), Key::from('d').with_ctrl());
        assert_eq!(key("Alt-b"), Key::from('b').with_alt());
        assert_eq!(key("Alt-Ctrl-b"), key("Ctrl-Alt-b"));
        assert_eq!(key("Ctrl--"), Key::from('-').with_ctrl());
        assert_eq!(key("Ctrl-Shift-d"), Key::from('d').with_ctrl().with_shift());
        assert_eq!(key("Shift-Tab"), Key::from(KeyCode::Tab).with_shift());
        assert_eq!(key("ctrl-pagedown"), Key::from(KeyCode::PageDown).with_ctrl());
        assert_eq!(key("F12"), Key::from(KeyCode::F(12)));
    }

    #[test]
    fn errors_say_what_to_write() {
        let error = |text: &str| text.parse::<Key>().unwrap_err().to_string();
        assert_eq!(error("Entr"), "no key is called `Entr`; did you mean `Enter`?");
        assert_eq!(error("pgdwn"), "no key is called `pgdwn`; did you mean `PgDn`?");
        assert!(error("Hyper-x").starts_with("no key is called `Hyper-x`; write a character"));
        assert!(error("F0").contains("no key is called `F0`"));
        assert!(error("F36").contains("no key is called `F36`"));
        assert!(error("\u{1b}").contains("no key is called"));
        assert!(error("").contains("missing"));
        assert!(error("Ctrl-").contains("missing"));
        assert!(error("Shift-g").contains("such as `G`"));
        assert!(error("Ctrl-Shift-?").contains("such as `?`"));
        assert!(error("Ctrl-Shift-D").contains("`Ctrl-Shift-d`"));
        assert!(error("Ctrl-D").contains("`Ctrl-d`, or `Ctrl-Shift-d`"));
    }

    #[test]
    fn arrows_are_drawn_and_words_stay() {
        assert_eq!(key("Down").symbol(), "↓");
        assert_eq!(key("Shift-Left").symbol(), "Shift-←");
        assert_eq!(key("Esc").symbol(), "Esc");
        assert_eq!(key("Space").symbol(), "Space");
    }

    fn any_key() -> impl Strategy<Value = Key> {
        let named = (0..NAMES.len()).prop_map(|at| NAMES[at].1);
        let character = any::<char>().prop_filter("printable", |c| !c.is_control()).prop_map(KeyCode::Char);
        let code = prop_oneof![named, character, (1..=MAX_FUNCTION_KEY).prop_map(KeyCode::F)];
        (code, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(code, ctrl, alt, shift)| {
            let key = Key::from(code);
            let key = if ctrl { key.with_ctrl() } else { key };
            let key = if alt { key.with_alt() } else { key };
            if shift { key.with_shift() } else { key }
        })
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(key in any_key()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn any_text_is_a_key_or_an_error(text in ".{0,12}") {
            if let Ok(key) = text.parse::<Key>() {
                prop_assert_eq!(key.to_string().parse(), Ok(key));
            }
        }
    }
}
