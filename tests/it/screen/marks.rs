//! What a reader notes of events: marks, tags, notes, how they are seen, asked for and taken back.

use annalist::app::{AppInit, Document, Effect, Prefs, Side};
use annalist::input::{DEFAULT, Keymap};
use annalist::load::{ReadOptions, timeline};
use annalist::model::Lang;
use ratatui::style::Modifier;

use crate::{
    rows,
    screen::{SMALL, Screen},
};

const TALKS: &str = "2021-06-14-talks";

fn small() -> Screen {
    Screen::open(SMALL, 120, 40).at(TALKS)
}

/// The row of the list with these words.
fn row(screen: &Screen, words: &str) -> String {
    let rows = screen.rows().into_iter().skip(6);
    rows.filter_map(|row| row.split(['│', '|']).next().map(str::to_owned)).find(|row| row.contains(words)).unwrap()
}

/// The marks on the axis that are underlined.
fn underlined(screen: &Screen) -> Vec<String> {
    let rows = (1..6).flat_map(|y| screen.cells(y).map(|(_, cell)| cell.clone()).collect::<Vec<_>>());
    rows.filter(|cell| cell.modifier.contains(Modifier::UNDERLINED)).map(|cell| cell.symbol().to_owned()).collect()
}

#[test]
fn a_mark_is_seen_in_the_list_on_the_axis_and_in_the_detail_and_goes_again() {
    let mut screen = small();
    let before = screen.text();
    screen.keys("m").shows("marked").shows("⚑ marked");
    assert!(row(&screen, "City and port talk").starts_with("▌⚑   14 Jun"), "{}", screen.text());
    assert!(matches!(screen.effect, Some(Effect::KeepMarks(_))));
    // The mark of the selected event is drawn as such.
    screen.keys("j");
    assert_eq!(underlined(&screen), ["○"]);
    screen.keys("k m").shows("no longer marked").hides("⚑");
    screen.keys("j k");
    assert_eq!(screen.text(), before);
}

#[test]
fn a_mark_has_a_sign_in_ascii_and_words_in_japanese() {
    let mut screen = small().ascii();
    screen.keys("m");
    assert!(row(&screen, "City and port talk").starts_with(">!   14 Jun"), "{}", screen.text());
    small().lang(Lang::Ja).keys("m").shows("印を付けました").shows("⚑ 印");
}

#[test]
fn tags_and_a_note_are_typed_in_one_line_and_edited_there() {
    let mut screen = small();
    screen.keys("#").shows("tags, note");
    screen.paste("#quay #to-check see *annex* #2").keys("Enter");
    screen.shows("⚑ #quay #to-check see *annex* #2").shows("noted");
    screen.keys("#").shows("tags, note #quay #to-check see *annex* #2");
    screen.keys("Esc").shows("⚑ #quay #to-check");
    // Taking the mark away leaves both; taking both away leaves the mark.
    screen.keys("m").shows("tags and note stay").shows("⚐ #quay #to-check");
    screen.keys("m # Ctrl-u Enter").shows("⚑ marked").hides("#quay");
}

#[test]
fn what_is_noted_is_asked_for() {
    let mut screen = small();
    screen.keys("#").paste("#Quay to be *checked*").keys("Enter G m");
    let last = screen.selected_id().to_owned();
    for (query, ids) in [
        ("is:marked", vec![TALKS, &last]),
        ("-is:marked tag:quay", vec![]),
        ("tag:quay", vec![TALKS]),
        ("tag:qua", vec![]),
        ("note:checked", vec![TALKS]),
        ("(tag:quay | note:nothing) is:marked", vec![TALKS]),
    ] {
        screen.app.ask(query);
        screen.draw();
        assert_eq!(screen.shown_ids(), ids, "{query}");
    }
    screen.keys("X f t").shows("Quay").keys("Enter Esc Esc");
    assert_eq!((screen.query().to_string().as_str(), screen.shown_ids()), ("tag:Quay", vec![TALKS]));
    screen.keys("X /").paste("tag:").shows("Quay").keys("Esc /").paste("is:").shows("marked");
}

#[test]
fn the_filter_follows_a_mark() {
    let mut screen = small();
    screen.keys("m");
    screen.app.ask("-is:marked");
    screen.draw();
    let (shown, selected) = (screen.visible().len(), screen.selected_id().to_owned());
    screen.keys("m");
    assert_eq!(screen.visible().len(), shown - 1);
    assert!(!screen.shown_ids().contains(&selected.as_str()));
}

#[test]
fn a_side_of_a_comparison_follows_a_mark() {
    let mut screen = small();
    screen.keys("5 c Ctrl-u").paste("is:marked vs -is:marked").keys("Enter");
    let unmarked = screen.app.comparison().events(Side::Right).len();
    screen.keys("m");
    let count = |side| screen.app.comparison().events(side).len();
    assert_eq!((count(Side::Left), count(Side::Right)), (1, unmarked - 1));
}

#[test]
fn what_changes_nothing_is_neither_kept_nor_taken_back() {
    let mut screen = small();
    screen.keys("#").paste("#a the note").keys("Enter");
    let kept = screen.effect.take();
    assert!(matches!(kept, Some(Effect::KeepMarks(_))));
    screen.keys("# Enter");
    assert_eq!(screen.effect, None);
    // Of several an empty line adds nothing, and says so.
    screen.keys("g Space Space #").keys("Enter").shows("2 events: nothing is added");
    assert_eq!(screen.effect, None);
    screen.keys("Esc u").hides("#a").keys("u").shows("filter, time and marks are as at the start");
}

#[test]
fn a_mark_is_taken_back_among_other_changes() {
    let mut screen = small();
    screen.keys("m +").keys("#").paste("#a").keys("Enter u").shows("⚑ marked").hides("#a");
    assert!(matches!(screen.effect, Some(Effect::KeepMarks(_))), "what is taken back is kept as well");
    let zoomed = screen.window();
    screen.keys("u");
    assert_ne!(screen.window(), zoomed);
    screen.keys("u").hides("⚑").keys("u").shows("filter, time and marks are as at the start");
    screen.keys("Ctrl-r Ctrl-r Ctrl-r").shows("⚑ #a");
    assert_eq!(screen.window(), zoomed);
}

#[test]
fn one_goes_from_mark_to_mark_and_back() {
    let mut screen = small();
    screen.keys("'").shows("no further event is marked");
    screen.keys("m G m g '");
    assert_eq!(screen.selected_id(), TALKS);
    screen.keys("'").keys("'").shows("no further event is marked");
    screen.keys("\"");
    assert_eq!(screen.selected_id(), TALKS);
    screen.keys("Ctrl-o");
    assert_ne!(screen.selected_id(), TALKS);
}

#[test]
fn marks_stay_with_their_events_in_another_zone() {
    let toml = "[[event]]\ndate = \"2024-04-04T23:00:00-09:00\"\ntitle = \"Late\"\n[[event]]\ndate = \"2024-04-05T00:10\"\ntitle = \"No zone\"\n";
    let document = Document::new(timeline(toml.as_bytes().to_vec()).timeline, None);
    let init = AppInit::new(document, Prefs::new(Keymap::parse(DEFAULT).unwrap()));
    let mut screen = Screen::over(init, 100, 30);
    screen.keys("m");
    let marked = screen.selected_id().to_owned();
    screen.keys("Z Z");
    screen.app.ask("is:marked");
    assert_eq!(screen.shown_ids(), [marked]);
}

#[test]
fn tags_of_a_file_are_counted_with_those_of_a_reader_and_what_was_noted_stands_out() {
    let table = b"date,title,areas,tag\n2020-05-01,One,Quay,Phishing\n2020-05-02,Two,Quay,Phishing\n2020-05-03,Three,Quay,other\n";
    let (update, _file) = rows::read(".csv", table, &ReadOptions::default()).unwrap();
    let document = Document::new(update.timeline, Some(update.text_index));
    let mut screen = Screen::over(AppInit::new(document, Prefs::new(Keymap::parse(DEFAULT).unwrap())), 120, 30);
    // The first has the tag from both, and counts once.
    screen.keys("g #").paste("#phishing see there").keys("Enter G #").paste("#phishing").keys("Enter");
    screen.keys("f t");
    let counted = |words: &str, count: char| {
        screen.rows().iter().any(|row| row.contains(words) && row.split(words).any(|rest| rest.contains(count)))
    };
    assert!(counted("phishing", '3') && counted("other", '1'), "{}", screen.text());
    screen.keys("Esc Esc X /").paste("tag:oth").shows("other").keys("Esc");
    for (query, words) in [("note:there", "there"), ("tag:phishing", "phishing")] {
        screen.app.ask(query);
        screen.keys("g");
        let found = screen.drawn_in(screen.skin.theme.matched);
        assert!(found.iter().any(|found| found == words), "{query}: {found:?}");
    }
}
