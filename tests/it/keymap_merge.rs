//! A keymap of one's own over the one that comes along: what it takes and leaves, and what is said of it, at which place.

use annalist::config::Settings;
use annalist::input::{
    Action, Binding, EventAction, FilterAction, Key, KeyContext, KeySequence, Keymap, KeymapErrorKind, KeymapPreset,
    MenuAction, PaneAction, ProgramAction,
};
use proptest::prelude::*;

/// The default keymap with this text over it, and what is said of it: line, column, words.
fn merged(text: &str) -> (Keymap, Vec<(usize, usize, String)>) {
    let mut keymap = KeymapPreset::Default.keymap().unwrap();
    let warnings = keymap.merge_text(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let place = |at: usize| {
        let before = &text[..at];
        (before.matches('\n').count() + 1, before.chars().rev().take_while(|c| *c != '\n').count() + 1)
    };
    let told = warnings.iter().map(|warning| {
        let (line, column) = place(warning.span.start);
        (line, column, warning.kind.to_string())
    });
    (keymap, told.collect())
}

/// What a configuration says, with every place: the error if there is one, else the warnings.
fn described(text: &str) -> Vec<String> {
    let mut settings = Settings::new().unwrap();
    match settings.read(text) {
        Ok(()) => settings.warnings.iter().map(|warning| warning.describe("config.toml", text).to_string()).collect(),
        Err(error) => vec![error.describe("config.toml", text).to_string()],
    }
}

fn keys(text: &str) -> KeySequence {
    text.parse().unwrap()
}

fn browse(keymap: &Keymap, text: &str) -> Option<Action> {
    match keymap.binding(KeyContext::Browse, &keys(text))? {
        Binding::Action(action) => Some(action),
        Binding::Prefix => None,
    }
}

const NEXT: Option<Action> = Some(Action::Events(EventAction::Next));

#[test]
fn a_key_of_ones_own_goes_before_those_that_come_along() {
    let (keymap, told) =
        merged("[browse]\nnext = [\"n\", \"Down\"]\nprevious = [\"e\", \"Up\"]\nnext-match = [\"k\"]\n");
    assert_eq!(browse(&keymap, "n"), NEXT);
    assert_eq!(browse(&keymap, "e"), Some(EventAction::Previous.into()));
    assert_eq!(browse(&keymap, "k"), Some(EventAction::NextMatch.into()), "one that was given up is free");
    assert_eq!(browse(&keymap, "j"), None);
    let lost = "`export` has no key in browse any more: `e` is bound to `previous`; the help still runs it".to_owned();
    assert_eq!(told, [(3, 13, lost)]);
    assert!(keymap.keys(KeyContext::Browse, ProgramAction::Export.into()).is_empty());
}

#[test]
fn two_keys_change_places() {
    let (keymap, told) = merged("[browse]\nnext = [\"k\"]\nprevious = [\"j\"]\n");
    assert_eq!((browse(&keymap, "k"), browse(&keymap, "j")), (NEXT, Some(EventAction::Previous.into())));
    assert_eq!(told, []);
}

#[test]
fn none_takes_all_keys_away_and_nothing_is_said() {
    for none in ["\"none\"", "[]"] {
        let (keymap, told) = merged(&format!("[browse]\nmark = {none}\nnext = \"m\"\n"));
        assert!(keymap.keys(KeyContext::Browse, annalist::input::MarkAction::Toggle.into()).is_empty());
        assert_eq!((browse(&keymap, "m"), told), (NEXT, vec![]), "a single key needs no list");
    }
}

#[test]
fn a_layer_goes_before_what_hands_down_to_it() {
    let (keymap, told) = merged("[detail]\nquit = \"n\"\n[browse]\nnext = [\"b\", \"o\"]\n");
    let action = |context, key: char| keymap.action(context, Key::from(key));
    assert_eq!(action(KeyContext::Detail, 'n'), Some(ProgramAction::Quit.into()));
    assert_eq!(action(KeyContext::Axis, 'n'), Some(EventAction::NextMatch.into()));
    assert_eq!(action(KeyContext::Axis, 'b'), NEXT);
    // The matrix has an `o` of its own.
    assert_eq!(action(KeyContext::Matrix, 'o'), Some(annalist::input::ViewAction::NextOrder.into()));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].2.starts_with("`open-source` has no key in browse"), "{told:?}");
}

#[test]
fn a_sequence_takes_the_key_that_it_begins_with_and_a_key_what_begins_with_it() {
    let (mut keymap, told) = merged("[browse]\nfirst = \"g g\"\nlast = [\"g e\", \"G\"]\n");
    assert_eq!(told, []);
    assert_eq!(keymap.binding(KeyContext::Browse, &keys("g")), Some(Binding::Prefix));
    assert_eq!(browse(&keymap, "g g"), Some(EventAction::First.into()));
    // The matrix has a `g` of its own: what is behind it cannot be heard there, and is not shown there.
    assert!(keymap.keys(KeyContext::Matrix, EventAction::First.into()).is_empty());
    assert_eq!(keymap.keys(KeyContext::Axis, EventAction::First.into()), [keys("g g")]);
    let warnings = keymap.merge_text("[browse]\nquit = [\"g\"]\n").unwrap();
    assert_eq!(warnings.len(), 1, "`last` has another key");
    assert_eq!(browse(&keymap, "g"), Some(ProgramAction::Quit.into()));
    assert_eq!((browse(&keymap, "g g"), browse(&keymap, "G")), (None, Some(EventAction::Last.into())));
    // Behind one begin both layers go on.
    let (keymap, _) = merged("[browse]\nfirst = \"g g\"\n[detail]\ndetail-start = \"Home\"\ndetail-end = \"g e\"\n");
    assert_eq!(keymap.binding(KeyContext::Detail, &keys("g e")), Some(Binding::Action(PaneAction::DetailEnd.into())));
    assert_eq!(keymap.binding(KeyContext::Detail, &keys("g g")), Some(Binding::Action(EventAction::First.into())));
    assert_eq!(keymap.keys(KeyContext::Detail, EventAction::First.into()), [keys("g g")]);
}

#[test]
fn keys_that_are_bound_twice_are_named_at_both_places() {
    let told = described("[keys.browse]\nprevious = [\"k\", \"j\"]\nnext = [\"j\"]\n");
    assert_eq!(told, ["config.toml:3:9: `j` is bound to both `previous` and `next`; first at config.toml:2:18"]);
    let told = described("[keys.browse]\nnext = [\"j\",\n \"j\"]\n");
    assert_eq!(told, ["config.toml:3:2: `j` is bound to `next` twice; first at config.toml:2:9"]);
    let hidden = "`g g` for `first` is never heard, since `g` is bound to `last`";
    let told = described("[keys.browse]\nfirst = \"g g\"\nlast = \"g\"\n");
    assert_eq!(told, [format!("config.toml:3:8: {hidden}; first at config.toml:2:9")]);
    let told = described("[keys.browse]\nlast = \"g\"\nfirst = \"g g\"\n");
    assert_eq!(told, [format!("config.toml:3:9: {hidden}; first at config.toml:2:8")]);
    // In two layers they are two keys.
    assert_eq!(described("[keys.browse]\nnext = \"j\"\n[keys.axis]\nlane-below = \"j\"\n"), [""; 0]);
}

#[test]
fn the_first_fault_of_a_keymap_is_named_and_nothing_of_it_holds() {
    let mut settings = Settings::new().unwrap();
    let text = "[keys.browse]\nquit = \"Dwon\"\nnext = [\"w\"]\nxyz = \"z\"\n[keys.axs]\n";
    let error = settings.read(text).unwrap_err();
    assert_eq!(error.describe("c", text).to_string(), "c:2:8: no key is called `Dwon`; did you mean `Down`?");
    assert_eq!(settings.keymap, KeymapPreset::Default.keymap().unwrap());
    for (text, told) in [
        ("[keys.brows]\n", "c:1:7: there is no layer `brows`; did you mean `browse`?"),
        ("[keys.browse]\nnextt = \"n\"", "c:2:1: there is no action `nextt`; did you mean `next`?"),
        (
            "[keys.browse]\nnext = \"g Ctrl-D\"",
            "c:2:8: a letter with `Ctrl` is written small: `Ctrl-d`, or `Ctrl-Shift-d` with Shift held",
        ),
        ("[keys.browse]\nnext = [1]", "c:2:9: keys are written as a text or a list of texts: [\"j\", \"Down\"]"),
        ("[keys]\nbrowse = 1", "c:2:10: keys are written as a text or a list of texts: [\"j\", \"Down\"]"),
        ("keys = 1", "c:1:8: this should be a table of layers"),
        (
            "[keys.text]\naccept = [\"j j\"]",
            "c:2:11: `j j` begins with a character, which is typed in text fields; take one with `Ctrl` or `Alt`, or a key such as `F2`",
        ),
        ("keymap = \"nano\"", "c:1:10: this should be \"default\", \"vim\", \"emacs\" or \"arrows\""),
    ] {
        let error = Settings::new().unwrap().read(text).unwrap_err();
        assert_eq!(error.describe("c", text).to_string(), told, "{text}");
    }
    assert!(matches!(Keymap::parse("[browse\nnext = 1").unwrap_err().kind, KeymapErrorKind::Syntax(_)));
}

#[test]
fn keys_that_terminals_cannot_tell_apart_are_named_and_hold() {
    for (written, heard) in [
        ("Ctrl-h", "Backspace"),
        ("Ctrl-i", "Tab"),
        ("Ctrl-m", "Enter"),
        ("Ctrl-j", "Enter"),
        ("Ctrl-[", "Esc"),
        ("Ctrl-Shift-d", "Ctrl-d"),
        ("Alt-[", "Esc ["),
        ("Ctrl-x Ctrl-i", "Ctrl-x Tab"),
    ] {
        let (keymap, told) = merged(&format!("[browse]\nquit = [\"F2\",\n  \"{written}\"]\n"));
        let words = format!(
            "`{written}` may be heard as `{heard}`: only terminals with the kitty keyboard protocol tell them apart"
        );
        assert_eq!(told, [(3, 3, words)]);
        assert_eq!(browse(&keymap, written), Some(ProgramAction::Quit.into()));
    }
}

#[test]
fn a_letter_in_menus_holds_and_is_named() {
    let (keymap, told) = merged("[menu]\nmenu-next = \"j\"\n");
    assert_eq!(keymap.action(KeyContext::Menu, Key::from('j')), Some(MenuAction::Next.into()));
    assert_eq!(told, [(2, 13, "`j` does not choose the entry of a menu that has this letter".to_owned())]);
}

#[test]
fn old_names_of_actions_are_read_and_named() {
    let (keymap, told) = merged("[browse]\nlike-this = [\"W\"]\n[menu]\nsolo = [\"F7\"]");
    let told: Vec<_> = told.iter().map(|(line, column, words)| (*line, *column, words.as_str())).collect();
    assert_eq!(
        told,
        [(2, 1, "the action `like-this` is called `similar` now"), (4, 1, "the action `solo` is called `only` now")]
    );
    assert_eq!(browse(&keymap, "W"), Some(FilterAction::Similar.into()));
    assert_eq!(keymap.action(KeyContext::Menu, "F7".parse().unwrap()), Some(MenuAction::Only.into()));
    for new in ["only", "similar", "compare-filters", "view-compare", "collapse-gaps", "relative-times", "pivot-matrix"]
    {
        assert!(Action::from_name(new).is_some(), "{new} is the new name of an action");
    }
}

#[test]
fn a_line_chooses_a_keymap_and_ones_own_keys_go_before_it() {
    let read = |text: &str| {
        let mut settings = Settings::new().unwrap();
        settings.read(text).unwrap();
        settings
    };
    for preset in KeymapPreset::ALL {
        let settings = read(&format!("keymap = \"{}\"\n", preset.name()));
        assert_eq!((settings.keymap, settings.warnings), (preset.keymap().unwrap(), vec![]), "{preset:?}");
    }
    let settings = read("keymap = \"vim\"\n[keys.browse]\nlast = \"g e\"\nquit = [\"z\"]\n");
    assert_eq!(browse(&settings.keymap, "g g"), Some(EventAction::First.into()), "of vim");
    assert_eq!(browse(&settings.keymap, "g e"), Some(EventAction::Last.into()), "added to it");
    assert_eq!(
        (browse(&settings.keymap, "z"), browse(&settings.keymap, "z z")),
        (Some(ProgramAction::Quit.into()), None)
    );
}

#[test]
fn each_keymap_that_comes_along_has_the_keys_that_it_is_known_for() {
    for (preset, known) in [
        (KeymapPreset::Vim, &[("g g", "first"), ("G", "last"), ("Ctrl-e", "detail-down"), ("Ctrl-w o", "expand")][..]),
        (
            KeymapPreset::Emacs,
            &[
                ("Ctrl-n", "next"),
                ("Ctrl-p", "previous"),
                ("Ctrl-v", "page-down"),
                ("Alt-v", "page-up"),
                ("Alt-<", "first"),
                ("Alt->", "last"),
                ("Ctrl-s", "search"),
                ("Ctrl-g", "back"),
                ("Ctrl-x Ctrl-c", "quit"),
                ("Alt-x", "help"),
            ],
        ),
        (KeymapPreset::Arrows, &[("Down", "next"), ("Shift-Left", "pan-half-earlier"), ("F3", "next-match")]),
    ] {
        let keymap = preset.keymap().unwrap();
        for (pressed, name) in known {
            assert_eq!(browse(&keymap, pressed).map(Action::name), Some(*name), "{preset:?}: {pressed}");
        }
    }
    let keymap = KeymapPreset::Arrows.keymap().unwrap();
    let moves = annalist::input::ACTIONS.iter().filter(|entry| {
        let is_move = matches!(entry.action, Action::Events(_) | Action::Time(_))
            || entry.name.starts_with("cell-")
            || entry.name.starts_with("item-")
            || entry.name.starts_with("detail-");
        is_move && entry.name != "relative-times"
    });
    for entry in moves {
        let keys = KeyContext::ALL.into_iter().flat_map(|context| keymap.own_keys(context, entry.action));
        let needs_none = |keys: &KeySequence| keys.keys().all(|key| !key.character().is_some_and(char::is_alphabetic));
        assert!(keys.clone().any(needs_none), "{} needs a letter", entry.name);
    }
}

proptest! {
    /// Whatever is written, the keys of a layer can all be heard, and what is shown for an action does it.
    #[test]
    fn what_is_shown_does_what_it_says(lines in prop::collection::vec(
        (prop::sample::select(&KeyContext::ALL[..]), prop::sample::select(annalist::input::ACTIONS), "[gjx](| [gj])(| [gj])"),
        1..12,
    )) {
        let mut keymap = KeymapPreset::Vim.keymap().unwrap();
        for (context, entry, keys) in &lines {
            let text = format!("[{}]\n{} = [\"{keys}\"]\n", context.name(), entry.name);
            prop_assert_eq!(keymap.merge_text(&text).is_err(), *context == KeyContext::Text);
        }
        for context in KeyContext::ALL {
            for entry in annalist::input::ACTIONS {
                for keys in keymap.keys(context, entry.action) {
                    prop_assert_eq!(keymap.binding(context, &keys), Some(Binding::Action(entry.action)), "{}", keys);
                    for prefix in keys.prefixes() {
                        prop_assert_eq!(keymap.binding(context, &prefix), Some(Binding::Prefix), "{} of {}", prefix, keys);
                    }
                }
            }
        }
    }
}
