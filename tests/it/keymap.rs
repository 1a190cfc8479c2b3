//! The laws of keys: over the table of actions, over the keys that annalist comes with, and over keymaps that are wrong.

use std::collections::HashSet;

use annalist::input::{
    ACTIONS, Action, ActionInfo, Binding, DEFAULT, EventAction, Key, KeyContext, KeySequence, Keymap, KeymapPreset,
    ProgramAction,
};
use annalist::messages::{Locale, Phrase};
use annalist::query::Field;
use annalist::text::width;

/// The keymaps that come along, by name, the default one first.
fn keymaps() -> impl Iterator<Item = (&'static str, Keymap)> {
    KeymapPreset::ALL
        .into_iter()
        .map(|preset| (preset.name(), preset.keymap().unwrap_or_else(|error| panic!("{}: {error}", preset.name()))))
}

fn bindings(keymap: &Keymap) -> Vec<(KeyContext, KeySequence, &'static ActionInfo)> {
    let all = KeyContext::ALL.into_iter().flat_map(|layer| ACTIONS.iter().map(move |entry| (layer, entry)));
    let keys = all.flat_map(|(layer, entry)| {
        keymap.own_keys(layer, entry.action).iter().map(move |keys| (layer, keys.clone(), entry))
    });
    keys.collect()
}

#[test]
fn every_action_says_in_a_line_what_it_does() {
    for entry in ACTIONS {
        for help in Locale::ALL.map(|locale| entry.help.text(locale)) {
            assert!((1..=60).contains(&width(help)), "{}: {help}", entry.name);
            assert!(!help.ends_with(['.', '。']) && help.trim() == help, "{}", entry.name);
        }
    }
}

#[test]
fn every_facet_has_a_letter_of_its_own_that_no_action_of_menus_takes() {
    let mut letters = HashSet::new();
    for (letter, field) in Field::FACETS {
        assert_eq!(Field::named(field.name()), Some(field), "{letter} opens a field that a query can ask for");
        assert!(letters.insert(letter), "{letter} opens two");
        for (name, keymap) in keymaps() {
            for key in [letter, letter.to_ascii_uppercase()] {
                assert_eq!(keymap.action(KeyContext::Menu, Key::from(key)), None, "{name}, {field:?}: {key}");
            }
        }
    }
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let mut names = HashSet::new();
    let mut actions = HashSet::new();
    for entry in ACTIONS {
        let parts = entry.name.split('-');
        let kebab = parts.clone().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()));
        assert!(kebab, "{}", entry.name);
        assert!(names.insert(entry.name) && actions.insert(entry.action), "{} stands twice", entry.name);
        assert_eq!(Action::from_name(entry.name), Some(entry.action));
        assert_eq!(entry.action.info().map(|entry| entry.name), Some(entry.name));
    }
    assert_eq!(Action::from_name("no-such-action"), None);
}

/// In the detail the keys of the list are those of its items.
#[test]
fn the_next_event_is_a_key_away_while_one_reads() {
    for (name, keymap) in keymaps() {
        for action in [EventAction::Next, EventAction::Previous] {
            assert!(!keymap.keys(KeyContext::Detail, action.into()).is_empty(), "{name}: {action:?}");
        }
    }
}

/// Read by other means than the keymap's own, which would stop at the first.
#[test]
fn no_chord_stands_twice_in_a_layer() {
    let table: toml::Table = DEFAULT.parse().unwrap();
    for (layer, lines) in &table {
        let mut seen = HashSet::new();
        for (action, keys) in lines.as_table().unwrap() {
            for key in keys.as_array().unwrap() {
                let key: Key = key.as_str().unwrap().parse().unwrap();
                assert!(seen.insert(key), "[{layer}] {action}: {key}");
            }
        }
    }
}

#[test]
fn keys_are_written_as_they_are_printed() {
    for text in KeymapPreset::ALL.map(KeymapPreset::text).into_iter().chain([DEFAULT]) {
        let table: toml::Table = text.parse().unwrap();
        let lines = table.values().flat_map(|lines| lines.as_table().unwrap().values());
        for keys in lines.flat_map(|keys| keys.as_array().unwrap()) {
            let written = keys.as_str().unwrap();
            assert_eq!(written.parse::<KeySequence>().unwrap().to_string(), written);
        }
    }
}

#[test]
fn every_layer_can_be_left_and_ended() {
    for ((name, keymap), layer) in keymaps().flat_map(|keymap| KeyContext::ALL.map(|layer| (keymap.clone(), layer))) {
        let action = |key: &str| keymap.action(layer, key.parse().unwrap());
        assert_eq!(action("Esc"), Some(ProgramAction::Back.into()), "{name}, {layer:?}");
        assert_eq!(action("Ctrl-c"), Some(ProgramAction::Quit.into()), "{name}, {layer:?}");
        assert_eq!(action("Ctrl-z"), Some(ProgramAction::Suspend.into()), "{name}, {layer:?}");
    }
}

#[test]
fn letters_belong_to_words_and_to_entries_of_menus() {
    for (layer, keys, entry) in keymaps().flat_map(|(_, keymap)| bindings(&keymap)) {
        let character = keys.first().character();
        match layer {
            KeyContext::Text => assert_eq!(character, None, "{keys} is bound to {} in text fields", entry.name),
            KeyContext::Menu => {
                assert!(!character.is_some_and(char::is_alphanumeric), "{keys} is bound to {}", entry.name);
            }
            _ => {}
        }
    }
}

#[test]
fn every_action_is_reachable() {
    for (name, keymap) in keymaps() {
        let bound: HashSet<Action> = bindings(&keymap).into_iter().map(|(.., entry)| entry.action).collect();
        for entry in ACTIONS {
            assert!(bound.contains(&entry.action), "{name}: {} has no key", entry.name);
        }
    }
}

#[test]
fn every_key_can_be_told_apart() {
    let is_distinct = |keys: &KeySequence| keys.keys().all(|key| key.reported_as().is_none() && !key.begins_sequence());
    for (name, keymap) in keymaps() {
        for (layer, keys, entry) in bindings(&keymap) {
            // What only some terminals tell apart is never the only way.
            let others = keymap.own_keys(layer, entry.action).iter().filter(|other| **other != keys);
            let has_another = name != "default" && others.clone().any(is_distinct);
            assert!(is_distinct(&keys) || has_another, "{name}, {layer:?}: {keys} for {} is never heard", entry.name);
        }
    }
}

/// Whether two hints would read alike in any language.
fn shares_word(one: Phrase, other: Phrase) -> bool {
    Locale::ALL.into_iter().any(|locale| one.text(locale) == other.text(locale))
}

#[test]
fn hints_that_go_together_have_one_word_and_one_rank() {
    for entry in ACTIONS {
        let Some((word, rank)) = entry.hint else { continue };
        let widest = Locale::ALL.map(|locale| width(word.text(locale))).into_iter().max();
        assert!(rank > 0 && widest <= Some(12), "{}", entry.name);
        for other in ACTIONS.iter().filter(|other| other.hint.is_some_and(|hint| shares_word(hint.0, word))) {
            assert_eq!(other.hint, entry.hint, "{} and {}", entry.name, other.name);
            assert_eq!(other.group, entry.group, "{} and {}", entry.name, other.name);
        }
    }
}

/// In the hint line a key stands for one thing.
#[test]
fn no_two_hints_of_a_layer_have_a_key_in_common() {
    for ((name, keymap), layer) in keymaps().flat_map(|keymap| KeyContext::ALL.map(|layer| (keymap.clone(), layer))) {
        let mut seen = HashSet::new();
        for entry in ACTIONS.iter().filter(|entry| entry.hint.is_some()) {
            for keys in keymap.keys(layer, entry.action) {
                assert_eq!(
                    keymap.binding(layer, &keys),
                    Some(Binding::Action(entry.action)),
                    "{name}, {layer:?}: {keys}"
                );
                assert!(seen.insert(keys.clone()), "{name}, {layer:?}: {keys}");
            }
        }
    }
}

#[test]
fn a_layer_takes_keys_from_the_one_below_but_not_its_own() {
    let keymap =
        Keymap::parse("[browse]\nnext = [\"j\", \"n\"]\nquit = [\"q\"]\n[axis]\nlane-below = [\"j\"]").unwrap();
    let key = Key::from;
    assert_eq!(keymap.action(KeyContext::Axis, key('j')), Some(EventAction::LaneBelow.into()));
    assert_eq!(keymap.action(KeyContext::Axis, key('q')), Some(ProgramAction::Quit.into()));
    assert_eq!(keymap.action(KeyContext::Menu, key('q')), None);
    assert_eq!(keymap.keys(KeyContext::Axis, EventAction::Next.into()), [key('n').into()]);
    assert_eq!(keymap.keys(KeyContext::Browse, EventAction::Next.into()), [key('j').into(), key('n').into()]);
}

#[test]
fn a_ctrl_c_quits_whatever_a_keymap_leaves_out() {
    let ctrl_c: Key = "Ctrl-c".parse().unwrap();
    let all: String = KeyContext::ALL.iter().map(|layer| format!("[{}]\nquit = []\n", layer.name())).collect();
    for text in ["", "[browse]\nquit = []", "[browse]\nquit = [\"q\"]", &all] {
        let mut keymap = Keymap::parse(DEFAULT).unwrap();
        keymap.merge_text(text).unwrap();
        for layer in KeyContext::ALL {
            assert_eq!(keymap.action(layer, ctrl_c), Some(ProgramAction::Quit.into()), "{text:?} {layer:?}");
            assert!(keymap.keys(layer, ProgramAction::Quit.into()).contains(&ctrl_c.into()), "{text:?} {layer:?}");
        }
    }
    let keymap = Keymap::parse("[browse]\ncopy = [\"Ctrl-c\"]").unwrap();
    assert_eq!(
        keymap.action(KeyContext::Axis, ctrl_c),
        Some(ProgramAction::Copy.into()),
        "it may stand for something else"
    );
}
