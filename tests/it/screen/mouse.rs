//! The mouse: everything that can be pointed at.

use annalist::app::{Effect, Pane, View};
use crossterm::event::MouseEventKind;

use crate::screen::{BUILT_IN, DRAG, PRESS, RELEASE, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";

fn screen() -> Screen {
    Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM)
}

#[test]
fn a_click_selects_and_a_second_opens() {
    let mut screen = screen();
    let (column, row) = screen.place_of("2+2 in Wash");
    screen.mouse(PRESS, column, row);
    assert!(screen.selected_id().starts_with("2023-01-11"));
    screen.mouse(PRESS, column, row);
    assert!(screen.is_expanded());
    screen.keys("Esc Ctrl-o");
    assert_eq!(screen.selected_id(), MEMORANDUM, "a click is a jump, with a way back");
    screen.click("PARTIES");
    assert_eq!(screen.focus(), Pane::Detail);
}

#[test]
fn marks_and_titles_on_the_axis_are_clicked() {
    let mut screen = screen();
    screen.keys("+ + + + +").click("Biden and Kishid");
    assert!(screen.selected_id().contains("biden-kishida"), "{}", screen.selected_id());
    assert_eq!(screen.focus(), Pane::Axis);
}

#[test]
fn a_mark_that_stands_for_several_lists_them_in_place() {
    let mut screen = screen();
    let (column, row) = (screen.place_of("▾").0, 3);
    screen.mouse(PRESS, column, row).mouse(PRESS, column, row).shows("events here");
    screen.keys("j").click("11 Jan  US–Japan 2+2");
    assert!(screen.selected_id().contains("2plus2") && screen.overlays().is_empty(), "{}", screen.selected_id());
    screen.keys("Enter").shows("events here").keys("Down Enter").hides("events here");
    screen.keys("Enter");
    let beside = (2, 20);
    screen.mouse(PRESS, beside.0, beside.1).hides("events here");
}

#[test]
fn events_of_several_years_in_one_mark_say_their_years() {
    let years = [1000, 1500, 1501, 2000];
    let event = |year: i32| format!("[[event]]\ndate = \"{year}-03-01\"\ntitle = \"In {year}\"\n");
    let mut screen = Screen::open(&years.map(event).concat(), 80, 24);
    screen.keys("j Tab Tab Enter").shows("events here").shows("1 March 1500").shows("1 March 1501");
}

#[test]
fn the_wheel_zooms_around_the_pointer_and_scrolls() {
    let mut screen = screen();
    let before = screen.window();
    let (column, row) = (70, 4);
    let moment = |screen: &Screen| screen.time().scale(screen.metrics().axis_columns).middle(column - 10).seconds();
    let there = moment(&screen);
    screen.mouse(MouseEventKind::ScrollUp, column, row);
    assert!(screen.window().seconds() < before.seconds());
    let a_column = screen.window().seconds() / i64::from(screen.metrics().axis_columns);
    assert!((moment(&screen) - there).abs() <= 2 * a_column, "the moment under the pointer stays");
    screen.mouse(MouseEventKind::ScrollDown, column, row);
    assert_eq!(screen.window().seconds(), before.seconds());
    let selected = screen.selected_id().to_owned();
    let (column, row) = screen.place_of("19 Dec");
    screen.mouse(MouseEventKind::ScrollDown, column, row);
    assert_ne!(screen.selected_id(), selected);
    let (column, row) = screen.place_of("PARTIES");
    screen.mouse(MouseEventKind::ScrollDown, column, row);
    assert!(screen.detail_top() > 0);
}

#[test]
fn the_axis_follows_the_hand_and_the_strip_the_pointer() {
    let mut screen = screen();
    screen.keys("+ +");
    let before = screen.window();
    screen.mouse(PRESS, 60, 2).mouse(DRAG, 50, 2);
    let moved = screen.window().start().seconds() - before.start().seconds();
    let ten_columns = before.seconds() * 10 / i64::from(screen.metrics().axis_columns);
    assert!((moved - ten_columns).abs() < ten_columns / 5, "{moved} {ten_columns}");
    screen.mouse(RELEASE, 50, 2).mouse(DRAG, 20, 2);
    assert_eq!(screen.window().start().seconds() - before.start().seconds(), moved, "it was let go");
    let strip = screen.place_of(" all  ").1;
    screen.mouse(PRESS, 20, strip);
    let early = screen.window().start();
    screen.mouse(DRAG, 80, strip);
    assert!(screen.window().start() > early);
    screen.keys("u");
    assert_ne!(
        screen.window().start(),
        before.start(),
        "the drag on the strip is one change, that on the axis another"
    );
}

#[test]
fn terms_hints_cells_and_entries_are_clicked() {
    let mut screen = screen();
    screen.keys("/ n i s c Space").paste("kind:dialogue").keys("Enter").click("nisc").keys("x");
    assert_eq!(screen.query().to_string(), "kind:dialogue");
    screen.keys("X").click("filter").shows("filter by").click("area");
    screen.click("Law enforcement");
    assert_eq!(screen.query().to_string(), "area:law-enforcement");
    screen.keys("Esc Esc X 2").click("Defence");
    let (column, row) = screen.place_of("Q3");
    screen.mouse(PRESS, column, row + 3);
    assert_eq!(screen.cell().0, 2);
    screen.mouse(PRESS, column, row + 3);
    assert_eq!(screen.view(), View::Timeline);
}

#[test]
fn the_mouse_is_left_to_the_terminal_by_a_key() {
    let mut screen = screen();
    screen.keys("M").shows("select text with the mouse");
    assert_eq!(screen.effect, Some(Effect::Mouse(false)));
    screen.keys("M");
    assert_eq!(screen.effect, Some(Effect::Mouse(true)));
}
