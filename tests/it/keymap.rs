//! The laws of keys: over the table of actions, over the keys that annalist comes with, and over keymaps that are wrong.

use std::collections::HashSet;

use annalist::input::{
    ACTIONS, Action, ActionInfo, DEFAULT, EventAction, FilterAction, Group, Key, KeyContext, Keymap, KeymapErrorKind,
    MenuAction, ProgramAction,
};
use annalist::messages::{Locale, Phrase};
use annalist::query::Field;
use annalist::text::width;

fn keymap() -> Keymap {
    Keymap::parse(DEFAULT).unwrap_or_else(|error| panic!("the default keymap: {error}"))
}

fn bindings() -> Vec<(KeyContext, Key, &'static ActionInfo)> {
    let keymap = keymap();
    let all = KeyContext::ALL.into_iter().flat_map(|layer| ACTIONS.iter().map(move |entry| (layer, entry)));
    let keys =
        all.flat_map(|(layer, entry)| keymap.own_keys(layer, entry.action).iter().map(move |key| (layer, *key, entry)));
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
    let keymap = keymap();
    let mut letters = HashSet::new();
    for (letter, field) in Field::FACETS {
        assert_eq!(Field::named(field.name()), Some(field), "{letter} opens a field that a query can ask for");
        assert!(letters.insert(letter), "{letter} opens two");
        for key in [letter, letter.to_ascii_uppercase()] {
            let key: Key = key.to_string().parse().unwrap();
            assert_eq!(keymap.action(KeyContext::Menu, key), None, "{field:?}: {key}");
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
    let table: toml::Table = DEFAULT.parse().unwrap();
    for key in table.values().flat_map(|lines| lines.as_table().unwrap().values()).flat_map(|k| k.as_array().unwrap()) {
        let written = key.as_str().unwrap();
        assert_eq!(written.parse::<Key>().unwrap().to_string(), written);
    }
}

#[test]
fn every_layer_can_be_left_and_ended() {
    let keymap = keymap();
    for layer in KeyContext::ALL {
        let action = |key: &str| keymap.action(layer, key.parse().unwrap());
        assert_eq!(action("Esc"), Some(ProgramAction::Back.into()), "{layer:?}");
        assert_eq!(action("Ctrl-c"), Some(ProgramAction::Quit.into()), "{layer:?}");
        assert_eq!(action("Ctrl-z"), Some(ProgramAction::Suspend.into()), "{layer:?}");
    }
}

#[test]
fn letters_belong_to_words_and_to_entries_of_menus() {
    for (layer, key, entry) in bindings() {
        match layer {
            KeyContext::Text => assert_eq!(key.character(), None, "{key} is bound to {} in text fields", entry.name),
            KeyContext::Menu => {
                assert!(!key.character().is_some_and(char::is_alphanumeric), "{key} is bound to {}", entry.name);
            }
            _ => {}
        }
    }
}

#[test]
fn every_action_is_reachable() {
    let bound: HashSet<Action> = bindings().into_iter().map(|(.., entry)| entry.action).collect();
    for entry in ACTIONS {
        let in_help = entry.group != Group::Menus;
        assert!(in_help || bound.contains(&entry.action), "{} can be reached by nothing", entry.name);
        // What the help would run does not depend on a menu; what does is bound where menus are.
        assert!(entry.group == Group::Menus || bound.contains(&entry.action), "{} has no key", entry.name);
    }
}

#[test]
fn every_key_can_be_told_apart() {
    for (layer, key, entry) in bindings() {
        assert_eq!(key.reported_as(), None, "{layer:?}: {key} for {} is never heard", entry.name);
        // What a terminal sends for these begins a longer report as well.
        let collides = ["Alt-[", "Alt-]", "Alt-O", "Alt-P"].contains(&key.to_string().as_str());
        assert!(!collides, "{layer:?}: {key} for {}", entry.name);
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
    let keymap = keymap();
    for layer in KeyContext::ALL {
        let mut seen = HashSet::new();
        for entry in ACTIONS.iter().filter(|entry| entry.hint.is_some()) {
            for key in keymap.keys(layer, entry.action) {
                assert!(seen.insert(key), "{layer:?}: {key}");
                assert_eq!(keymap.action(layer, key), Some(entry.action), "{layer:?}: {key}");
            }
        }
    }
}

#[test]
fn a_wrong_keymap_says_what_and_where() {
    let fault = |text: &str| {
        let error = Keymap::parse(text).unwrap_err();
        let place = text.get(error.span.clone()).unwrap_or_else(|| panic!("{text}: {:?}", error.span)).to_owned();
        assert!(!error.to_string().is_empty());
        (error.kind, place)
    };
    let owned = str::to_owned;
    let (found, place) = fault("[brows]\nnext = [\"j\"]");
    assert_eq!((found, place.trim()), (KeymapErrorKind::UnknownLayer(owned("brows")), "brows"));
    let (found, place) = fault("[browse]\nnxt = [\"j\"]");
    assert_eq!((found, place.trim()), (KeymapErrorKind::UnknownAction(owned("nxt")), "nxt"));
    let (found, place) = fault("[browse]\nnext = [\"j\", \"Dwon\"]");
    assert_eq!((found, &*place), (KeymapErrorKind::UnknownKey(owned("Dwon")), "\"Dwon\""));
    let (found, place) = fault("[browse]\nnext = [\"j\"]\nprevious = [\"k\", \"j\"]");
    let conflict = KeymapErrorKind::Conflict { key: Key::from('j'), first: "next", second: "previous" };
    assert_eq!((found, &*place), (conflict, "\"j\""));
    for text in ["[browse]\nnext = \"j\"", "[browse]\nnext = [1]", "browse = 1"] {
        assert_eq!(fault(text).0, KeymapErrorKind::NoKeys, "{text}");
    }
    assert!(matches!(fault("[browse\nnext = [\"j\"]").0, KeymapErrorKind::Syntax(_)));
}

#[test]
fn old_names_of_actions_are_read_and_named() {
    let text = "[browse]\nlike-this = [\"W\"]\n[menu]\nsolo = [\"F7\"]";
    let mut keymap = keymap();
    let mut outdated = keymap.merge(toml::de::DeTable::parse(text).unwrap().get_ref()).unwrap();
    outdated.sort_by_key(|it| it.span.start);
    let told: Vec<_> = outdated.iter().map(|it| (&text[it.span.clone()], &*it.old, it.new)).collect();
    assert_eq!(told, [("like-this", "like-this", "similar"), ("solo", "solo", "only")]);
    assert_eq!(keymap.action(KeyContext::Browse, Key::from('W')), Some(FilterAction::Similar.into()));
    assert_eq!(keymap.action(KeyContext::Menu, "F7".parse().unwrap()), Some(MenuAction::Only.into()));
    for new in ["only", "similar", "compare-filters", "view-compare", "collapse-gaps", "relative-times", "pivot-matrix"]
    {
        assert!(Action::from_name(new).is_some(), "{new} is the new name of an action");
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
    assert_eq!(keymap.keys(KeyContext::Axis, EventAction::Next.into()), [key('n')]);
    assert_eq!(keymap.keys(KeyContext::Browse, EventAction::Next.into()), [key('j'), key('n')]);
}

#[test]
fn a_ctrl_c_quits_whatever_a_keymap_leaves_out() {
    let ctrl_c: Key = "Ctrl-c".parse().unwrap();
    let all: String = KeyContext::ALL.iter().map(|layer| format!("[{}]\nquit = []\n", layer.name())).collect();
    for text in ["", "[browse]\nquit = []", "[browse]\nquit = [\"q\"]", &all] {
        let mut keymap = Keymap::parse(DEFAULT).unwrap();
        keymap.merge(toml::de::DeTable::parse(text).unwrap().get_ref()).unwrap();
        for layer in KeyContext::ALL {
            assert_eq!(keymap.action(layer, ctrl_c), Some(ProgramAction::Quit.into()), "{text:?} {layer:?}");
            assert!(keymap.keys(layer, ProgramAction::Quit.into()).contains(&ctrl_c), "{text:?} {layer:?}");
        }
    }
    let keymap = Keymap::parse("[browse]\ncopy = [\"Ctrl-c\"]").unwrap();
    assert_eq!(
        keymap.action(KeyContext::Axis, ctrl_c),
        Some(ProgramAction::Copy.into()),
        "it may stand for something else"
    );
}
