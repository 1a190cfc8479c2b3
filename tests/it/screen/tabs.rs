//! The first line: the views by number and name, what is shown, and what gives way where there is no room.

use annalist::app::View;
use annalist::model::Lang;

use crate::screen::{BUILT_IN, SMALL, Screen};

fn first_row(screen: &Screen) -> String {
    screen.rows()[0].clone()
}

#[test]
fn every_view_is_named_with_its_key_and_the_present_one_is_marked() {
    let mut screen = Screen::open(BUILT_IN, 140, 40);
    for (key, name) in [("1", "Timeline"), ("2", "Matrix"), ("3", "Quotes"), ("4", "Threads"), ("5", "Compare")] {
        screen.keys(key).shows(&format!(" {key} {name} "));
        let marked = screen.drawn_in(screen.skin.theme.selected);
        assert!(marked.first().is_some_and(|tab| *tab == format!(" {key} {name} ")), "{marked:?}");
    }
}

#[test]
fn a_view_is_a_click_away() {
    let mut screen = Screen::open(BUILT_IN, 140, 40);
    for (name, view) in [("2 Matrix", View::Matrix), ("5 Compare", View::Compare), ("1 Timeline", View::Timeline)] {
        screen.click(name);
        assert_eq!(screen.view(), view);
    }
    let mut narrow = Screen::open(SMALL, 70, 20);
    assert!(first_row(&narrow).contains(" 1 Timeline 2 3 4 5 "), "{}", first_row(&narrow));
    narrow.click("3 4 5");
    assert_eq!(narrow.view(), View::Quotes);
}

#[test]
fn names_are_shortened_where_there_is_no_room() {
    let row = |columns| first_row(&Screen::open(BUILT_IN, columns, 24));
    assert!(row(160).starts_with(" annalist  US/UK–Japan cyber cooperation   1 Timeline 2 Matrix"), "{}", row(160));
    assert!(row(160).ends_with("? help"));
    assert!(row(100).contains("1 Timeline 2 3 4 5") && row(100).ends_with('?'), "{}", row(100));
    assert!(row(80).contains("…  1 Timeline 2 3 4 5 6 "), "{}", row(80));
    assert!(row(80).contains("2021-01 – 2024-02"), "{}", row(80));
    let zoomed = Screen::open(BUILT_IN, 80, 24).keys("+ + + + + +").rows()[0].clone();
    assert!(zoomed.starts_with(" US/UK–Japan cyber cooperation  "), "the title stays whole: {zoomed}");
    // The count stays to the end.
    for columns in 12..160 {
        assert!(row(columns).contains(" event"), "{columns}: {}", row(columns));
    }
}

#[test]
fn views_are_named_in_japanese_too() {
    let screen = Screen::open(BUILT_IN, 120, 40).lang(Lang::Ja);
    assert!(first_row(&screen).contains("1 年表 2 集計表 3 引用 4 つながり 5 比較"), "{}", first_row(&screen));
}
