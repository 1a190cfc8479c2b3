//! Keys that were changed: what they do, and that help, hints and the list of commands follow.

use annalist::app::{AppInit, Document, Effect, Message, Prefs};
use annalist::input::{Key, KeymapPreset};
use annalist::load;

use crate::screen::{BUILT_IN, Screen};

/// A screen with this keymap, and a text over it.
fn remapped(preset: KeymapPreset, text: &str, (columns, rows): (u16, u16)) -> Screen {
    let mut keymap = preset.keymap().unwrap();
    keymap.merge_text(text).unwrap();
    let timeline = load::timeline(BUILT_IN.as_bytes().to_vec()).timeline;
    Screen::over(AppInit::new(Document::new(timeline, None), Prefs::new(keymap)), columns, rows)
}

fn last_row(screen: &Screen) -> String {
    screen.rows().pop().unwrap().trim().to_owned()
}

/// The row of the help that speaks of this.
fn help_row(screen: &mut Screen, words: &str) -> String {
    screen.keys("?");
    let row = screen.rows().into_iter().find(|row| row.contains(words));
    screen.keys("Esc");
    row.unwrap_or_else(|| panic!("no {words} in the help"))
}

#[test]
fn other_keys_move_and_help_and_hints_name_them() {
    let text = "[browse]\nnext = [\"n\", \"Down\"]\nprevious = [\"e\", \"Up\"]\n";
    let mut screen = remapped(KeymapPreset::Default, text, (120, 40));
    let first = screen.selected_id().to_owned();
    assert!(last_row(&screen).contains("n e event"), "{}", last_row(&screen));
    screen.keys("n");
    let second = screen.selected_id().to_owned();
    assert_ne!(first, second);
    screen.keys("e");
    assert_eq!(screen.selected_id(), first);
    screen.keys("j").shows("no key `j` here, ? lists them");
    assert_eq!(screen.selected_id(), first);
    let row = help_row(&mut screen, "next event ");
    assert!(row.contains("  n  Down  "), "{row}");
    // What lost its key is found by its name.
    screen.keys("? next-match").shows("next match");
}

#[test]
fn a_sequence_waits_for_its_end_and_is_shown() {
    for size in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut screen = remapped(KeymapPreset::Vim, "", size);
        let first = screen.selected_id().to_owned();
        screen.keys("G");
        let last = screen.selected_id().to_owned();
        assert_ne!(first, last);
        screen.keys("g");
        assert_eq!(screen.selected_id(), last, "nothing happens yet");
        assert!(last_row(&screen).ends_with(" g"), "{}", last_row(&screen));
        assert!(last_row(&screen).contains("g first event"), "what may follow: {}", last_row(&screen));
        screen.keys("g");
        assert_eq!(screen.selected_id(), first);
        assert!(!last_row(&screen).ends_with(" g"), "{}", last_row(&screen));
    }
}

#[test]
fn a_sequence_ends_with_esc_or_with_a_key_that_leads_nowhere() {
    let mut screen = remapped(KeymapPreset::Vim, "", (120, 40));
    screen.keys("G");
    let last = screen.selected_id().to_owned();
    screen.keys("g Esc").hides("no key");
    assert!(!last_row(&screen).ends_with(" g"));
    screen.keys("g j").shows("no key `g j` here, ? lists them");
    assert_eq!(screen.selected_id(), last, "the key that leads nowhere does nothing by itself");
    screen.keys("g").send(Message::Paste("talks".to_owned()));
    screen.keys("Esc g g");
    assert_ne!(screen.selected_id(), last, "a paste ends it too");
    screen.keys("g Ctrl-c");
    assert_eq!(screen.effect, Some(Effect::Quit));
}

#[test]
fn a_sequence_is_shown_while_words_are_typed() {
    let mut screen = remapped(KeymapPreset::Default, "[text]\naccept = [\"Enter\", \"Ctrl-x Ctrl-s\"]\n", (80, 24));
    screen.keys("/ nisc Ctrl-x");
    let row = last_row(&screen);
    assert!(row.starts_with("/nisc") && row.ends_with("16 of 130 events   Ctrl-x"), "{row}");
    screen.keys("Ctrl-s");
    assert!(!last_row(&screen).contains("/nisc") && last_row(&screen).contains("nisc"), "{}", last_row(&screen));
    screen.keys(", Ctrl-x").shows("no key `Ctrl-x` here");
}

#[test]
fn what_follows_a_key_can_be_clicked() {
    let mut screen = remapped(KeymapPreset::Vim, "", (120, 40));
    screen.keys("G");
    let last = screen.selected_id().to_owned();
    screen.keys("g").click("first event");
    assert_ne!(screen.selected_id(), last);
    assert!(screen.app.pending_keys().is_none());
}

#[test]
fn a_terminal_that_tells_more_keys_apart_is_understood_like_others() {
    let mut screen = remapped(KeymapPreset::Default, "", (120, 40));
    let focus = screen.app.focus();
    screen.keys("Ctrl-i");
    assert_ne!(screen.app.focus(), focus, "Ctrl-i is Tab where it is nothing else");
    screen.keys("/ nisx Ctrl-h c Ctrl-m");
    assert!(last_row(&screen).contains("nisc"), "{}", last_row(&screen));
    screen.keys("? Ctrl-[").hides("help: type to find");
    let mut screen = remapped(KeymapPreset::Default, "[browse]\nquit = \"Ctrl-i\"\n", (120, 40));
    screen.keys("Ctrl-i");
    assert_eq!(screen.effect, Some(Effect::Quit), "where it is bound it is itself");
}

#[test]
fn every_keymap_that_comes_along_is_named_on_the_screen() {
    for (preset, hints, helped) in [
        (KeymapPreset::Default, "j k event", "  j  Down"),
        (KeymapPreset::Vim, "j k event", "  j  Down"),
        (KeymapPreset::Emacs, "Ctrl-n Ctrl-p event", "  Ctrl-n  Down"),
        (KeymapPreset::Arrows, "Down Up event", "  Down  "),
    ] {
        let mut screen = remapped(preset, "", (120, 40));
        assert!(last_row(&screen).contains(hints), "{preset:?}: {}", last_row(&screen));
        let row = help_row(&mut screen, "next event ");
        assert!(row.contains(helped), "{preset:?}: {row}");
        // Every size is drawn, with every key pressed once.
        for size in [(80, 24), (40, 12), (20, 4)] {
            screen.resize(size.0, size.1);
            screen.keys("g Ctrl-x z Esc");
        }
    }
    let mut screen = remapped(KeymapPreset::Emacs, "", (120, 40));
    screen.keys("Ctrl-s nisc Ctrl-g").hides("nisc");
    screen.keys("Ctrl-x Ctrl-c");
    assert_eq!(screen.effect, Some(Effect::Quit));
    let first = Key::from('x').with_ctrl();
    screen.send(Message::Key(first));
    assert_eq!(screen.app.pending_keys().map(ToString::to_string), Some("Ctrl-x".to_owned()));
}
