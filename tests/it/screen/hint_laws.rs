//! What holds of hints and of what is cut, whatever was pressed, in every size, language and theme: a key has one hint, no row
//! is nothing but an ellipsis, and a list that has no room says how much more there is.

use std::collections::HashMap;

use annalist::app::{Message, Overlay};
use annalist::input::{ACTIONS, Key};
use annalist::messages::Locale;
use annalist::model::Lang;
use annalist::query::Field;
use proptest::collection::vec;
use proptest::prelude::*;

use super::props::{bound, timeline};
use crate::screen::{BUILT_IN, Screen};

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60)];
const LANGS: [Lang; 2] = [Lang::En, Lang::Ja];
const THEMES: [&str; 3] = ["dark", "light", "mono"];

/// The keys of a hint with its word, where a part of a row between wide gaps is one.
fn hint(part: &str) -> Option<(Vec<Key>, &'static str)> {
    let words = ACTIONS.iter().filter_map(|entry| entry.hint);
    let words = words.flat_map(|(word, _)| Locale::ALL.map(|locale| word.text(locale)));
    let found = words.filter_map(|word| Some((part.strip_suffix(word)?.strip_suffix(' ')?, word)));
    let keys = |text: &str| text.split(' ').map(|key| key.parse().ok()).collect::<Option<Vec<Key>>>();
    found.filter_map(|(text, word)| Some((keys(text)?, word))).max_by_key(|(_, word)| word.len())
}

/// What must hold of a screen; the error says what does not.
fn laws(screen: &Screen) -> Result<(), String> {
    let mut hints: HashMap<Key, &str> = HashMap::new();
    for row in screen.rows() {
        for (keys, word) in row.split("  ").filter_map(|part| hint(part.trim())) {
            for key in keys {
                let known = *hints.entry(key).or_insert(word);
                if known != word {
                    return Err(format!("{key} has two hints, {known} and {word}"));
                }
            }
        }
        let blank = |c: char| c.is_whitespace() || "│─━┃|-▌>".contains(c);
        for part in row.split(['│', '|']) {
            if part.trim_matches(blank) == screen.skin.glyphs.ellipsis && part.contains(screen.skin.glyphs.ellipsis) {
                return Err(format!("nothing but an ellipsis: {row}"));
            }
        }
    }
    let entries = match screen.overlays().last() {
        Some(Overlay::Facets(_)) => Field::FACETS.len(),
        Some(Overlay::Values(menu)) => menu.items.len(),
        Some(Overlay::Pick(menu)) => menu.items.len(),
        Some(Overlay::Palette(help)) => help.entries.len(),
        Some(Overlay::Page { .. }) => screen.metrics().page_lines,
        _ => 0,
    };
    let (up, down) = (screen.skin.glyphs.up, screen.skin.glyphs.down);
    let says_more = |row: &String| {
        let count = |part: &str| part.chars().last().is_some_and(|c| c.is_ascii_digit());
        [up, down]
            .iter()
            .any(|sign| row.split(&format!(" {sign}")).next().is_some_and(|part| part.len() < row.len() && count(part)))
    };
    if entries > screen.metrics().menu_rows && !screen.rows().iter().any(says_more) {
        return Err(format!("{entries} entries, {} rows, and no sign of it", screen.metrics().menu_rows));
    }
    Ok(())
}

#[track_caller]
fn hold(screen: &Screen, keys: &str) {
    laws(screen).unwrap_or_else(|why| panic!("{why} after {keys}\n{}", screen.text()));
}

/// Keys that open what can be open.
const OPENING: [&str; 34] = [
    "j",
    "/ n",
    "/ zzzz Enter",
    "/ l a n e :",
    "f",
    "f a",
    "f n",
    "f y",
    "f o",
    ".",
    "a",
    "?",
    "? v i e w",
    "i",
    "%",
    "!",
    "D",
    "D 2",
    "y",
    "T",
    "2",
    "2 m",
    "2 m p",
    "3",
    "3 O",
    "4",
    "5",
    "5 c",
    "5 C",
    "6",
    "Tab",
    "Enter",
    ", Space",
    "S",
];

#[test]
fn whatever_is_open_a_key_has_one_hint_and_what_is_cut_says_so() {
    for (place, (columns, rows)) in SIZES.into_iter().enumerate() {
        for (lang, theme) in LANGS.into_iter().flat_map(|lang| THEMES.map(|theme| (lang, theme))) {
            let mut bare = Screen::open(BUILT_IN, columns, rows).lang(lang).theme(theme);
            if place % 2 == 1 {
                bare.keys("/ n i s c Enter");
            }
            for keys in OPENING {
                let mut screen = bare.clone();
                screen.keys(keys);
                hold(&screen, keys);
                screen.keys("Down Down PgDn");
                hold(&screen, keys);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_has_one_hint_and_what_is_cut_says_so(
        toml in timeline(),
        size in proptest::sample::select(&SIZES[..]),
        lang in proptest::sample::select(&LANGS[..]),
        theme in proptest::sample::select(&THEMES[..]),
        keys in vec(prop_oneof![
            6 => proptest::sample::select(bound()),
            1 => proptest::char::range('a', 'z').prop_map(Key::from),
            1 => proptest::char::range('1', '6').prop_map(Key::from),
        ], 1..50),
    ) {
        let mut screen = Screen::open(&toml, size.0, size.1).lang(lang).theme(theme);
        prop_assume!(!screen.visible().is_empty());
        for key in keys {
            screen.send(Message::Key(key));
            let held = laws(&screen);
            prop_assert!(held.is_ok(), "{held:?} after {key}\n{}", screen.text());
        }
    }
}

#[test]
fn where_there_is_nothing_to_read_no_hint_says_so() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.shows("j k event").shows("Enter read");
    screen.keys("6").hides("j k event").hides("Enter read");
    screen.keys("/ c y b e r Enter").shows("j k event").shows("Enter read");
    screen.keys("1 / q q q Enter").hides("j k event").hides("Enter read");
}
