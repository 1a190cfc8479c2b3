//! The frame: the last line, the borders of panes, and what a newcomer is told.

use annalist::app::{AppInit, Document, Pane, Prefs};
use annalist::input::{DEFAULT, Keymap};
use annalist::load;

use crate::screen::{BUILT_IN, DRAG, PRESS, RELEASE, SMALL, Screen};

fn last(screen: &Screen) -> String {
    screen.rows().pop().unwrap()
}

#[test]
fn hints_stand_still_whatever_is_filtered_selected_or_told() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    let places = |screen: &Screen| ["j k event", "/ search", "Enter read"].map(|hint| last(screen).find(hint));
    let first = places(&screen);
    assert!(first[0] == Some(1) && first.iter().all(Option::is_some), "{}", last(&screen));
    for keys in ["j", "G", "/ nisc Enter", "a d Esc Esc", "F9", "@", "x", "X", "t Esc", "k"] {
        assert_eq!(places(screen.keys(keys)), first, "{keys}: {}", last(&screen));
    }
    // What is told stands at the right.
    screen.keys("F9");
    assert!(last(&screen).ends_with("no key `F9` here, ? lists them"));
    screen.keys("/ nisc Enter");
    assert!(last(&screen).ends_with("nisc"), "{}", last(&screen));
}

#[test]
fn reading_is_the_first_hint_where_the_event_is_not_beside_the_list() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12), (30, 10)] {
        let screen = Screen::open(SMALL, columns, rows);
        let hint = if screen.metrics().has_both { " j k event" } else { " Enter read" };
        assert!(last(&screen).starts_with(hint), "{columns}x{rows}: {}", last(&screen));
    }
}

#[test]
fn an_event_that_has_the_screen_to_itself_says_the_way_back() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let mut screen = Screen::open(SMALL, columns, rows);
        screen.keys("Enter");
        assert!(!screen.metrics().has_both);
        assert!(last(&screen).starts_with(" j k item  Esc back"), "{columns}x{rows}: {}", last(&screen));
        let list = screen.keys("Esc").text();
        assert!(list.contains("2021"), "{columns}x{rows}: {list}");
        assert!(!last(&screen).contains("Esc back"), "{columns}x{rows}: {}", last(&screen));
    }
}

#[test]
fn no_head_of_a_menu_names_a_key_otherwise_than_its_hint() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    for keys in ["?", "f", "f l", ".", "y", "i", "%"] {
        screen.keys(keys);
        let rows = screen.rows();
        let heads: Vec<&str> =
            rows.iter().filter_map(|row| Some(&row[row.find("─ ").filter(|at| *at > 60)?..])).collect();
        assert!(!heads.is_empty() && heads.iter().all(|head| !head.contains("Enter")), "{keys}: {heads:?}");
        screen.keys("Esc Esc Esc");
    }
}

#[test]
fn the_pane_with_the_keyboard_is_marked_at_its_border_without_colour() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut screen = Screen::open(SMALL, columns, rows).theme("mono");
        let mut seen = Vec::new();
        for pane in [Pane::List, Pane::Detail, Pane::Axis] {
            assert_eq!(screen.focus(), pane);
            let is_heavy = |row: &String| row.contains("↓━") || row.contains("↑━");
            let marked: Vec<String> = screen.rows().into_iter().filter(is_heavy).collect();
            assert_eq!(marked.len(), 1, "{columns}x{rows} {pane:?}:\n{}", screen.text());
            assert!(!seen.contains(&marked), "{pane:?}: {marked:?}");
            seen.push(marked);
            screen.keys("Tab");
        }
    }
    // Without a line across, the line between them says it.
    let mut screen = Screen::open(SMALL, 120, 14);
    let sign = |screen: &Screen| screen.rows().iter().find_map(|row| row.chars().find(|c| "←→".contains(*c)));
    assert_eq!(sign(&screen), Some('←'), "{}", screen.text());
    assert_eq!(sign(screen.keys("Tab")), Some('→'), "{}", screen.text());
    Screen::open(SMALL, 120, 40).ascii().shows("v====");
}

#[test]
fn the_border_between_list_and_detail_moves_by_key_and_by_drag() {
    let border = |screen: &Screen| screen.place_of("┬").0;
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    let before = border(&screen);
    screen.keys("Ctrl-Right");
    assert!(border(&screen) > before);
    screen.keys("Ctrl-Left");
    assert!(border(&screen).abs_diff(before) <= 1);
    for column in [50, 51, 73, 90] {
        let from = border(&screen);
        screen.mouse(PRESS, from, 25).mouse(DRAG, from + 1, 30).mouse(DRAG, column, 5).mouse(RELEASE, column, 5);
        assert_eq!(border(&screen), column, "{}", screen.text());
    }
    // Without the button nothing is held any more, and the border has its limits.
    screen.mouse(DRAG, 40, 25);
    assert_eq!(border(&screen), 90);
    screen.keys("Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Right");
    assert_eq!(border(&screen), 96);
    let mut screen = Screen::open(BUILT_IN, 80, 24);
    let rows = |screen: &Screen| screen.metrics().list_rows;
    let before = rows(&screen);
    screen.keys("Ctrl-Down Ctrl-Down Ctrl-Down");
    assert!(rows(&screen) > before);
    screen.keys("Ctrl-Up Ctrl-Up Ctrl-Up Ctrl-Up Ctrl-Up");
    assert!(rows(&screen) < before);
    Screen::open(BUILT_IN, 40, 12).keys("Ctrl-Right").shows("only where list and detail are both");
}

#[test]
fn the_first_run_says_what_this_is_and_three_keys_until_the_first_key() {
    for (columns, rows) in [(120, 40), (80, 24), (60, 20), (40, 12)] {
        let document = Document::new(load::timeline(SMALL.as_bytes().to_vec()).timeline, None);
        let prefs = Prefs::new(Keymap::parse(DEFAULT).unwrap());
        let mut screen = Screen::over(AppInit { welcomes: true, ..AppInit::new(document, prefs) }, columns, rows);
        screen.shows("Enter read, / search, ? help");
        if columns >= 60 {
            screen.shows("a timeline to explore: Enter read");
        } else {
            screen.hides("a timeline to explore");
        }
        screen.keys("j").hides("Enter read, / search").keys("k").hides("Enter read, / search");
    }
}

#[test]
fn the_help_begins_with_the_present_pane_and_has_all_else_behind_it() {
    let mut screen = Screen::open(SMALL, 120, 40);
    screen.keys("?");
    let all = screen.row_of("next event");
    screen.keys("Esc Tab ?").shows("detail: the next section");
    assert_eq!(screen.row_of("detail: the next quote"), all);
    assert!(screen.row_of("next event") > all);
    screen.keys("Esc Tab ?");
    assert_eq!(screen.row_of("nearest event in a lane below"), all);
}
