//! A table on the screen: what its columns are read as, and what is mapped to nothing.

use annalist::{
    app::{AppInit, Document, ListColumn, Prefs},
    input::{DEFAULT, Keymap},
    load::ReadOptions,
};

use crate::{rows, screen::Screen};

const TABLE: &[u8] = b"Reported,Who,What,EventID\n2021-03-04,Ann,A door,4624\n2021-03-05,Bob,A window,7\n";

#[test]
fn what_columns_are_read_as_is_said_when_the_file_opens_and_in_full_under_i() {
    let (first, _file) = rows::read(".csv", TABLE, &ReadOptions::default()).unwrap();
    let (whole, _other) = rows::read(".csv", TABLE, &ReadOptions::default()).unwrap();
    let mut document = Document::new(first.timeline, Some(first.text_index));
    document.read_options = vec!["--map=title=What".to_owned()];
    let prefs = Prefs::new(Keymap::parse(DEFAULT).unwrap());
    let mut screen = Screen::over(AppInit::new(document, prefs), 120, 40);
    screen.app.apply_update(whole);
    screen
        .resize(120, 41)
        .shows("CSV, 4 columns: date = Reported (by what stands in it) · title = What")
        .shows("EventID: 4624");
    screen.keys("i").shows("COLUMNS").shows("kept as fields: Who, EventID").keys("Esc");
    let command = screen.app.command_line().unwrap();
    assert!(command.contains("--map=title=What"), "{command}");
    screen.keys("/").keys("E v e n t I D : 7 Enter").shows("A window").hides("A door");
    screen.keys("X").keys(".").shows("4624");
}

/// A table with these fields beside the titles of its list.
fn with_columns(columns: &str, width: u16) -> (Screen, tempfile::NamedTempFile) {
    let (update, file) = rows::read(".csv", TABLE, &ReadOptions::default()).unwrap();
    let document = Document::new(update.timeline, Some(update.text_index));
    let prefs = Prefs { columns: ListColumn::parse_all(columns), ..Prefs::new(Keymap::parse(DEFAULT).unwrap()) };
    (Screen::over(AppInit::new(document, prefs), width, 30), file)
}

#[test]
fn fields_stand_beside_the_titles_of_the_list() {
    let (mut screen, _file) = with_columns("EventID:7,Who:5", 100);
    let place = |words: &str| {
        let rows = screen.rows();
        let row = rows.iter().find(|row| row.contains(words)).unwrap_or_else(|| panic!("{words}: {}", screen.text()));
        row.split(words).next().unwrap().chars().count()
    };
    assert_eq!(place("EventID  Who"), place("4624     Ann"));
    assert_eq!(place("EventID  Who"), place("7        Bob"));
    assert!(place("A door ") < place("4624     Ann"));
    let command = screen.app.command_line().unwrap();
    assert!(command.contains("--columns=EventID:7,Who:5"), "{command}");
    screen.resize(24, 20).shows("A door").hides("4624     Ann");
}

#[test]
fn what_is_too_long_for_its_column_is_cut() {
    let (screen, _file) = with_columns("EventID:3,nothing", 100);
    let rows = screen.rows();
    assert!(rows.iter().any(|row| row.contains("A door ") && row.contains("46…  ")), "{}", screen.text());
}

#[test]
fn fields_are_put_beside_the_titles_from_a_menu_and_taken_away() {
    let (mut screen, _file) = with_columns("", 100);
    screen
        .keys("|")
        .shows("beside the titles")
        .shows("a   Who      Ann")
        .shows("b   EventID  4624")
        .hides("4624     Ann")
        .hides("lane");
    screen.keys("b a").shows("b ● EventID").shows("4624     Ann").shows("7        Bob");
    let command = screen.app.command_line().unwrap();
    assert!(command.contains("--columns=EventID:7,Who:4"), "{command}");
    screen.keys("b Esc").shows("A door").shows("Ann").hides("4624     Ann");
    assert!(screen.app.command_line().unwrap().contains("--columns=Who:4"));
    let (mut screen, _file) = with_columns("org", 100);
    screen.shows("body").keys("L").shows("機関");
}

#[test]
fn a_field_for_which_the_list_is_too_narrow_is_made_narrower_or_named() {
    let (mut screen, _file) = with_columns("", 80);
    screen.keys("| b").hides("too narrow").shows("4624");
    let (mut screen, _file) = with_columns("", 38);
    screen.keys("| b").shows("the list is too narrow for EventID");
    screen.resize(120, 30).keys("Esc").shows("4624");
}

#[test]
fn a_timeline_of_dates_and_titles_has_no_fields_to_choose() {
    let (update, _file) = rows::read(".csv", b"date,title\n2021-03-04,A door\n", &ReadOptions::default()).unwrap();
    let document = Document::new(update.timeline, Some(update.text_index));
    let prefs = Prefs::new(Keymap::parse(DEFAULT).unwrap());
    let mut screen = Screen::over(AppInit::new(document, prefs), 100, 30);
    screen.keys("|").shows("events have nothing to show beside their titles");
    assert!(screen.app.overlays().is_empty());
}
