//! Several events at once: chosen one by one or by a range, seen, acted on, and let go.

use annalist::app::Effect;
use annalist::model::{Lang, Marks};

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
    assert_eq!(changes.len(), 2, "one of them is marked already");
    screen.keys("#").shows("added to all that are chosen").paste("#all").keys("Enter g").shows("⚑ #own #all own note");
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
fn a_range_whose_beginning_is_left_out_reaches_over_what_is_shown_behind_it() {
    for (keys, leaves_out_last) in [("g v G", false), ("G v g", true)] {
        let mut screen = small();
        let all: Vec<String> = screen.shown_ids().into_iter().map(str::to_owned).collect();
        let anchor = if leaves_out_last { all.last() } else { all.first() }.unwrap();
        screen.keys(keys).shows("8 events, 8 chosen");
        screen.app.ask(&format!("-id:{anchor}"));
        screen.draw();
        screen.shows("7 of 8 events, 7 chosen");
        assert_eq!((screen.app.chosen_count(), signs(&screen)), (7, 7), "{keys}");
        screen.keys("m").shows("7 events: marked");
    }
}

#[test]
fn a_range_from_the_last_event_is_none_where_the_filter_leaves_that_out() {
    let mut screen = small();
    let last = screen.shown_ids().last().copied().unwrap().to_owned();
    screen.keys("G v /").paste(&format!("-id:{last}")).keys("Enter");
    assert_eq!(screen.app.chosen_count(), screen.app.chosen().len());
    assert_eq!(screen.app.chosen().len(), 1, "{}", screen.text());
    screen.keys("k").shows(", 2 chosen").keys("m").shows("2 events: marked");
}

#[test]
fn a_choice_stays_with_its_events_while_the_filter_changes() {
    let mut screen = small();
    screen.keys("g Space v j").shows("8 events, 3 chosen");
    assert_eq!((screen.app.chosen().len(), signs(&screen)), (3, 3));
    let first = screen.shown_ids()[0].to_owned();
    screen.app.ask(&format!("-id:{first}"));
    screen.draw();
    screen.shows("7 of 8 events, 2 chosen");
    assert_eq!((screen.app.chosen().len(), signs(&screen)), (2, 2));
    screen.app.ask("");
    screen.draw();
    // What was chosen by itself within the range is counted once.
    screen.keys("k k").shows("8 events, 2 chosen");
    assert_eq!((screen.app.chosen().len(), signs(&screen)), (2, 2));
}

#[test]
fn a_note_goes_to_what_was_chosen_when_it_was_begun() {
    let mut screen = small();
    screen.keys("G m");
    let noted = screen.selected_id().to_owned();
    screen.app.ask("is:marked");
    screen.keys("#").paste("#late");
    // Somebody else takes the mark away, and with it the event off the screen.
    screen.app.set_marks(Marks::default());
    assert_eq!(screen.visible().len(), 0);
    screen.keys("Enter");
    let Some(Effect::KeepMarks(changes)) = screen.effect.clone() else { panic!("nothing is kept") };
    assert_eq!(changes.iter().map(|change| change.key.id.as_str()).collect::<Vec<_>>(), [noted]);
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
