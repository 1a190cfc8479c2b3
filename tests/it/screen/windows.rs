//! The time on screen: how it fits what is shown, and where it stops.

use crate::screen::{BUILT_IN, DRAG, PRESS, RELEASE, SMALL, Screen};
use annalist::model::Lang;

fn small() -> Screen {
    Screen::open(SMALL, 120, 40)
}

#[test]
fn w_fits_the_window_to_what_is_shown_and_gives_it_back() {
    let mut screen = small();
    screen.keys("+ l");
    let before = screen.window();
    screen.keys("/ storm Enter w");
    let window = screen.window();
    assert!(window.seconds() < before.seconds());
    let moments = screen.visible().iter().filter_map(|&ix| screen.app.document().display_moment(ix));
    assert!(moments.clone().count() > 0 && moments.clone().all(|moment| window.contains(moment)));
    assert!(window.start() < moments.clone().min().unwrap() && moments.max().unwrap() < window.last());
    screen.keys("w");
    assert_eq!(screen.window(), before);
    // It is a change like any other.
    screen.keys("w u");
    assert_eq!(screen.window(), before);
    screen.keys("/ Space xyzzy Enter w").shows("no event passes the filter");
}

#[test]
fn a_window_that_fits_says_so() {
    let mut screen = small();
    screen.keys("+ w w u w").shows("the window fits what is shown already");
}

#[test]
fn panning_and_zooming_stop_at_the_data() {
    for toml in [SMALL, BUILT_IN] {
        let mut screen = Screen::open(toml, 120, 40);
        let whole = screen.time().whole(screen.timeline()).unwrap();
        let home = screen.window();
        screen.keys("- -").shows("no further out than this");
        assert!(screen.window().seconds() <= whole.seconds());
        for (keys, words) in [("l > ) l", "the timeline ends here"), ("h < ( h", "the timeline begins here")] {
            for zoom in ["0", "0 +", "0 + + + +"] {
                screen.keys(zoom);
                for _ in 0..80 {
                    screen.keys(keys);
                    let window = screen.window();
                    assert!(whole.start() <= window.start() && window.last() <= whole.last(), "{zoom} {keys}");
                }
                screen.shows(words);
            }
        }
        screen.keys("0");
        assert_eq!(screen.window(), home);
    }
}

#[test]
fn the_strip_stands_column_for_column_below_the_axis() {
    for (columns, rows) in [(60, 24), (80, 24), (120, 40), (200, 60)] {
        let mut screen = Screen::open(SMALL, columns, rows);
        for _ in 0..7 {
            let (pointer, _) = screen.place_of("▾");
            let strip = screen.row_of(" all ");
            let accent = screen.skin.theme.accent.fg;
            let marked: Vec<u16> =
                screen.cells(strip).filter(|(_, cell)| Some(cell.fg) == accent).map(|(x, _)| x).collect();
            assert_eq!(marked, [pointer], "{}", screen.text());
            screen.keys("j");
        }
    }
}

#[test]
fn the_strip_is_clicked_and_dragged_at_its_right_end_too() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.keys("+ +");
    let strip = screen.row_of(" all  ");
    screen.mouse(PRESS, 119, strip).mouse(RELEASE, 119, strip);
    let whole = screen.time().whole(screen.timeline()).unwrap();
    assert_eq!(screen.window().last(), whole.last());
    let strip = screen.row_of(" all  ");
    screen.mouse(PRESS, 100, strip).mouse(DRAG, 12, strip).mouse(RELEASE, 12, strip);
    assert!(screen.window().start() < screen.app.document().sort_key(screen.visible()[0]).unwrap());
    assert!(screen.window().seconds() * 10 > whole.seconds() * 7, "from column 12 to 100 of 108");
}

#[test]
fn the_date_of_the_selected_event_stands_on_the_rule() {
    for lang in [Lang::En, Lang::Ja, Lang::Both] {
        for (columns, rows) in [(60, 24), (80, 24), (100, 30), (120, 40)] {
            let mut screen = Screen::open(BUILT_IN, columns, rows).lang(lang);
            for keys in ["j", "G", "Tab Tab", "z"] {
                screen.keys(keys);
                let date = |lang: Lang| screen.app.selected_event().unwrap().date.full(lang);
                // Where there is no room for both languages, English stays.
                let told = if lang == Lang::Both { vec![date(lang), date(Lang::En)] } else { vec![date(lang)] };
                let ends = told.iter().flat_map(|date| ["─", "━"].map(|rule| format!("{rule} {date} {rule}")));
                let ends: Vec<String> = ends.collect();
                let is_told = screen.rows().iter().any(|row| ends.iter().any(|end| row.ends_with(end)));
                assert!(is_told, "{told:?}, {keys}:\n{}", screen.text());
            }
        }
    }
}

#[test]
fn the_axis_takes_a_third_of_the_screen_at_most() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 40), (200, 60)] {
        let mut screen = Screen::open(BUILT_IN, columns, rows);
        for _ in 0..6 {
            let axis = screen.row_of(" all ");
            assert!(axis * 3 <= rows, "{axis} of {rows}:\n{}", screen.text());
            screen.keys("+");
        }
    }
}

#[test]
fn a_drag_over_the_strip_sets_the_window_and_a_click_centres_it() {
    for (columns, rows) in [(120, 40), (80, 20)] {
        let mut screen = Screen::open(BUILT_IN, columns, rows);
        let strip = |screen: &Screen| {
            let y = screen.rows().iter().position(|row| row.contains('▇') && row.contains('▄'));
            u16::try_from(y.expect("there is a strip")).unwrap()
        };
        let y = strip(&screen);
        let whole = screen.window();
        screen.mouse(PRESS, columns / 2, y).mouse(DRAG, columns / 2 + 4, y).mouse(DRAG, columns / 2 + 10, y);
        screen.mouse(RELEASE, columns / 2 + 10, y);
        let brushed = screen.window();
        let part = brushed.seconds() * 100 / whole.seconds();
        assert!((5..20).contains(&part), "{part} %");
        // Backwards it is the same stretch.
        screen.keys("0");
        assert_eq!(strip(&screen), y);
        screen.mouse(PRESS, columns / 2 + 10, y).mouse(DRAG, columns / 2, y).mouse(RELEASE, columns / 2, y);
        assert_eq!(screen.window(), brushed);
        let y = strip(&screen);
        screen.mouse(PRESS, columns - 20, y).mouse(RELEASE, columns - 20, y);
        assert_eq!(screen.window().seconds(), brushed.seconds(), "a click keeps the zoom");
        assert!(screen.window().start() > brushed.start());
        for _ in 0..6 {
            screen.keys("u");
        }
        assert_eq!(screen.window(), whole);
    }
}

#[test]
fn titles_at_the_right_border_stand_before_their_marks() {
    let text = "[timeline]\nwindow = \"2020\"\n\
                [[event]]\ndate = \"2020-02-01\"\ntitle = \"The first stone is laid\"\n\
                [[event]]\ndate = \"2020-12-29\"\ntitle = \"The last stone is laid\"\n";
    let mut screen = Screen::open(text, 120, 40);
    let axis: Vec<String> = screen.rows().into_iter().take_while(|row| !row.starts_with('─')).collect();
    let first = axis.iter().find(|row| row.contains("The first stone is laid")).expect("the first title");
    let last = axis.iter().find(|row| row.contains("The last stone is laid")).unwrap_or_else(|| panic!("{axis:#?}"));
    assert!(first.contains("● The first stone"), "{first}");
    assert!(last.trim_end().ends_with("The last stone is laid ●"), "{last}");
    // It is clicked as well as seen.
    screen.click("The last stone is laid");
    assert_eq!(screen.app.selected_event().unwrap().title, "The last stone is laid");
}

#[test]
fn rows_of_lanes_that_nothing_on_screen_needs_are_given_back() {
    let crowd: String = (1..=12)
        .map(|day| format!("[[event]]\ndate = \"2020-03-{day:02}\"\ntitle = \"A rather long title of day {day}\"\n"))
        .collect();
    let text = format!("{crowd}[[event]]\ndate = \"2020-09-01\"\ntitle = \"Long after\"\n");
    let mut screen = Screen::open(&text, 120, 40);
    let rule = |screen: &Screen| screen.rows().iter().position(|row| row.starts_with("↓━━")).unwrap();
    screen.keys("D").paste("2020-03").keys("Enter");
    let crowded = rule(&screen);
    screen.keys("D").paste("2020-08-20/2020-09-10").keys("Enter");
    assert!(rule(&screen) < crowded, "{} {crowded}\n{}", rule(&screen), screen.text());
    screen.shows("Long after");
}

#[test]
fn below_24_rows_the_axis_is_the_strip() {
    for (rows, lanes) in [(24, true), (23, false), (16, false)] {
        let mut screen = Screen::open(BUILT_IN, 120, rows);
        let has_ruler = screen.rows()[1].contains("2022");
        assert_eq!(has_ruler, lanes, "{rows}\n{}", screen.text());
        // List and event stand there all the same.
        screen.shows("▌").shows("● Fourth");
    }
}
