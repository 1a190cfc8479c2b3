//! Pictures of the screen, reviewed by eye: text first, a letter for the style of each column below.

use crate::screen::{SMALL, Screen};

fn picture(screen: &Screen) -> String {
    format!("{}\n\n{}", screen.text(), screen.styles())
}

#[test]
fn first_screen() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        insta::assert_snapshot!(format!("first_{columns}x{rows}"), picture(&Screen::open(SMALL, columns, rows)));
    }
}

#[test]
fn quotes_of_an_event() {
    insta::assert_snapshot!("event_120x40", picture(Screen::open(SMALL, 120, 40).keys("j")));
}

#[test]
fn a_filter() {
    insta::assert_snapshot!("filter_80x24", picture(Screen::open(SMALL, 80, 24).keys("/ dredg Enter d")));
}

#[test]
fn the_help() {
    insta::assert_snapshot!("help_80x24", picture(Screen::open(SMALL, 80, 24).keys("?")));
}

#[test]
fn the_menu_of_areas() {
    insta::assert_snapshot!("areas_80x24", picture(Screen::open(SMALL, 80, 24).keys("f a q")));
}

#[test]
fn in_japanese() {
    insta::assert_snapshot!("japanese_80x24", picture(Screen::open(SMALL, 80, 24).keys("L j")));
}

#[test]
fn in_ascii() {
    insta::assert_snapshot!("ascii_80x24", picture(&Screen::open(SMALL, 80, 24).ascii()));
}
