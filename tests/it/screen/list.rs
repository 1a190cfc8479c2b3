//! The list: dates, titles, and what there is room for beside them.

use std::collections::HashSet;

use annalist::app::ListRow;
use annalist::model::{EventIndex, Lang};
use annalist::text::width;

use crate::screen::{BUILT_IN, SMALL, Screen};

/// Two days across two months, days of one month, and one day.
const SPANS: &str = "[[event]]\ndate = \"2022-10-31/2022-11-01\"\ntitle = \"Counter Ransomware Initiative meets\"\n\
                     [[event]]\ndate = \"2022-11-10/2022-11-19\"\ntitle = \"Exercise\"\nparties = [\"JP\"]\n\
                     [[event]]\ndate = \"2022-11-20\"\ntitle = \"Talks\"\n";

/// What stands in the rows of each event of the list.
fn events(screen: &Screen) -> Vec<(EventIndex, String)> {
    let (border, rule) = screen.place_of("┬");
    let rows = screen.app.list_rows(screen.metrics().list_rows);
    let mut events: Vec<(EventIndex, String)> = Vec::new();
    for (row, y) in rows.into_iter().zip(rule + 1..) {
        let words: String = screen.cells(y).take_while(|(x, _)| *x < border).map(|(_, cell)| cell.symbol()).collect();
        match row {
            ListRow::Event(ix) => events.push((ix, words.trim().to_owned())),
            ListRow::Rest(_) => {
                let (_, above) = events.last_mut().expect("a title has a first row");
                // A break stands for the blank between two words, and for nothing in Japanese.
                *above = format!("{above} {}", words.trim());
            }
            ListRow::Year(_) | ListRow::Hidden(_) => {}
        }
    }
    events
}

/// A text without its blanks: where a line breaks does not matter.
fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn most_titles_stand_in_full_and_the_selected_one_always() {
    for (columns, rows, lang) in [
        (100, 40, Lang::En),
        (120, 40, Lang::En),
        (140, 40, Lang::En),
        (100, 40, Lang::Ja),
        (120, 30, Lang::Ja),
        (100, 24, Lang::En),
    ] {
        let mut screen = Screen::open(BUILT_IN, columns, rows).lang(lang);
        let mut read = HashSet::new();
        loop {
            let selected = screen.selected().unwrap();
            for (ix, words) in events(&screen) {
                let event = screen.timeline().event(ix).unwrap();
                let is_whole = solid(&words).contains(&solid(lang.pick(&event.title, event.title_ja.as_deref())));
                assert!(is_whole || ix != selected, "{columns}x{rows}, {lang:?}: {words}");
                if is_whole && ix != selected {
                    read.insert(ix);
                }
            }
            if screen.keys("j").selected() == Some(selected) {
                break;
            }
        }
        let all = screen.visible().len();
        assert!(read.len() * 100 >= all * 60, "{columns}x{rows}, {lang:?}: {} of {all}", read.len());
    }
}

#[test]
fn the_list_has_more_than_half_of_the_width() {
    for columns in [100, 120, 140] {
        let border = Screen::open(BUILT_IN, columns, 40).place_of("┬").0;
        assert!((columns * 55 / 100..=columns * 60 / 100).contains(&border), "{border} of {columns}");
    }
}

#[test]
fn a_span_has_both_ends_and_moves_no_other_title() {
    let mut screen = Screen::open(SPANS, 120, 40);
    screen.shows(" 31 Oct – 1 Nov ● Counter").shows("  10–19 Nov ● Exercise").shows("     20 Nov ● Talks");
    screen.keys("L").shows("10月31日～11月1日 ● Counter");
    Screen::open(SPANS, 80, 24).shows("31 Oct – 1 Nov ● Counter Ransomware Initiative meets");
}

#[test]
fn parties_are_told_where_the_title_leaves_room() {
    let row = |columns: u16| {
        let screen = Screen::open(SPANS, columns, 24);
        let row = screen.rows().into_iter().find(|row| row.contains("–19 Nov")).unwrap();
        row.split('│').next().unwrap().to_owned()
    };
    for columns in [60, 80, 100, 120] {
        let row = row(columns);
        let (_, beside) = row.split_once("Exercise").unwrap();
        assert_eq!(beside.trim(), "JP", "{row}");
    }
    assert!(row(30).trim_end().ends_with("Exercise"), "{}", row(30));
    // The title does not give way to them.
    let long = SPANS.replace("Exercise", "Exercise of the seven that goes on");
    for columns in 46..60 {
        let screen = Screen::open(&long, columns, 24);
        assert!(screen.rows().iter().any(|row| row.contains("Exercise of the seven that goes")), "{}", screen.text());
    }
}

#[test]
fn all_rows_of_an_event_are_selected_clicked_and_passed_by_one_step() {
    let long =
        format!("{SMALL}\n[[event]]\ndate = \"2024-05-01\"\nid = \"long\"\ntitle = \"{}\"\n", "quay ".repeat(14));
    let mut screen = Screen::open(&long, 100, 30);
    screen.keys("G");
    assert_eq!(screen.selected_id(), "long");
    let first = screen.row_of("01 May");
    let second = &screen.rows()[usize::from(first) + 1];
    assert!(second.trim_start().starts_with("quay"), "{second}");
    let ground = screen.skin.theme.selected.bg;
    assert!((first..first + 2).all(|y| Some(screen.buffer[(0, y)].bg) == ground), "both rows are marked");
    screen.keys("k");
    assert_ne!(screen.selected_id(), "long");
    screen.mouse(crate::screen::PRESS, 20, first + 1);
    assert_eq!(screen.selected_id(), "long");
    assert!(width(second) <= 100);
}
