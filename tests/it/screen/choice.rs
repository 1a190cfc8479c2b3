//! Several events at once: chosen one by one or by a range, seen, acted on, and let go.

use annalist::app::Effect;
use annalist::model::Lang;

use crate::screen::{SMALL, Screen};

fn small() -> Screen {
    Screen::open(SMALL, 120, 40)
}

/// How many rows have the sign of a chosen event.
fn signs(screen: &Screen) -> usize {
    screen.rows().iter().filter(|row| row.starts_with('✓')).count()
}

#[test]
fn space_chooses_one_after_the_other_and_esc_lets_all_go() {
    let mut screen = small();
    screen.keys("Space Space").shows("8 events, 2 chosen").shows("2 events are chosen");
    assert_eq!(signs(&screen), 2);
    // Once more is not any more.
    screen.keys("k Space").shows("8 events, 1 chosen");
    screen.keys("Esc").hides("chosen");
    assert_eq!((signs(&screen), screen.query().is_empty()), (0, true));
}

#[test]
fn a_range_follows_the_selection_until_it_ends() {
    let mut screen = small();
    screen.keys("v j j").shows("8 events, 3 chosen");
    assert_eq!(signs(&screen), 3);
    screen.keys("k").shows("2 chosen").keys("v j j").shows("2 chosen");
    screen.keys("v G").keys("v").shows("events are chosen");
    assert_eq!(signs(&screen), screen.app.chosen_count());
}

#[test]
fn a_mark_and_tags_go_to_all_that_are_chosen_and_are_taken_back_at_once() {
    let mut screen = small();
    screen.keys("# ").paste("#own own note").keys("Enter g Space Space Space m").shows("3 events: marked");
    let Some(Effect::KeepMarks(changes)) = screen.effect.clone() else { panic!("nothing is kept") };
    assert_eq!(changes.len(), 3);
    screen
        .keys("#")
        .shows("added to all that are selected")
        .paste("#all")
        .keys("Enter g")
        .shows("⚑ #own #all own note");
    screen.keys("u u").shows("⚑ #own own note");
    screen.app.ask("is:marked");
    assert_eq!(screen.visible().len(), 1);
}

#[test]
fn what_the_filter_leaves_out_is_not_acted_on() {
    let mut screen = small();
    screen.keys("v G v").shows("8 chosen");
    screen.app.ask("lane:port");
    screen.draw();
    let shown = screen.visible().len();
    screen.shows(&format!(", {shown} chosen"));
    screen.keys("m").shows(&format!("{shown} events: marked"));
    screen.keys("e j").shows(&format!("the {shown} chosen; as json"));
}

#[test]
fn all_that_are_chosen_are_copied_in_one_text() {
    let mut screen = small();
    screen.keys("v j j v y").shows("BibTeX").shows("CSL-JSON").keys("i");
    let Some(Effect::Copy(ids)) = screen.effect.clone() else { panic!("nothing is copied") };
    assert_eq!(ids.lines().count(), 3);
    screen.keys("y t");
    let Some(Effect::Copy(toml)) = screen.effect.clone() else { panic!("nothing is copied") };
    assert_eq!(toml.matches("[[event]]").count(), 3);
}

#[test]
fn it_is_said_in_japanese_and_drawn_in_ascii() {
    small().lang(Lang::Ja).keys("Space").shows("1件を選択").shows("、選択1件");
    let mut screen = small().ascii();
    screen.keys("Space");
    assert!(screen.rows().iter().any(|row| row.starts_with('+')), "{}", screen.text());
}
