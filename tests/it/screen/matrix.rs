//! The matrix.

use annalist::app::{MatrixKey, View};
use annalist::model::Lang;

use crate::screen::{BUILT_IN, SMALL, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";

fn matrix() -> Screen {
    let mut screen = Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM);
    screen.keys("2");
    screen
}

#[test]
fn the_sum_of_a_row_is_what_the_list_shows_after_filtering_by_it() {
    let mut screen = matrix();
    screen.shows("Operational cooperation").shows("all, each once").shows("Q4");
    for zoom in ["0", "+", "+ +", "l l", "d"] {
        screen.keys("g").keys(zoom);
        for (place, row) in screen.app.matrix.rows.clone().into_iter().enumerate() {
            assert_eq!(row.cells.iter().sum::<usize>(), row.sum, "{}", row.label);
            let MatrixKey::Term(_) = row.head else { continue };
            let id = screen.app.timeline.vocabularies.areas.iter().nth(place).unwrap().1.id.to_string();
            let mut other = screen.clone();
            other.keys("1 /").paste(&format!("area:{id}")).keys("Enter");
            assert_eq!(other.app.visible.len(), row.sum, "{id}");
        }
        assert_eq!(screen.app.matrix.totals.iter().sum::<usize>(), screen.app.visible.len());
    }
}

#[test]
fn a_cell_filters_to_its_events_and_esc_comes_back() {
    let mut screen = matrix();
    screen.keys("/ n i s c Enter 1 2");
    let before = screen.buffer.clone();
    let (row, column) = screen.app.cursor_index();
    let count = screen.app.matrix.rows[row].cells[column];
    assert!(count > 0, "the cursor stands on the cell of the selected event");
    assert_eq!(screen.app.matrix.under_cursor.len(), count);
    screen.keys("Enter");
    assert_eq!(screen.app.view, View::Timeline);
    assert_eq!(screen.app.visible.len() - screen.app.possible.len(), count);
    screen.shows("start:20");
    screen.keys("Esc");
    assert_eq!(screen.app.view, View::Matrix);
    assert_eq!(screen.buffer, before);
}

#[test]
fn every_cell_filters_to_as_many_as_it_counts() {
    for keys in ["", "m", "m m"] {
        let mut screen = matrix();
        screen.keys(keys);
        let matrix = screen.app.matrix.clone();
        for (row, line) in matrix.rows.iter().enumerate() {
            for (column, &count) in line.cells.iter().enumerate() {
                if matrix.columns[column] == MatrixKey::Ambiguous || count == 0 && (row + column) % 7 > 0 {
                    continue;
                }
                let mut other = screen.clone();
                other.app.set_cursor(row, column);
                other.keys("Enter");
                let certain = other.app.visible.len() - other.app.possible.len();
                assert_eq!(certain, count, "{} {:?}: {}", line.label, matrix.columns[column], other.app.query);
            }
        }
    }
}

#[test]
fn the_cursor_moves_and_stays_when_time_moves() {
    let mut screen = matrix();
    screen.keys("g");
    assert_eq!(screen.app.cursor_index(), (0, 0));
    screen.keys("k h");
    assert_eq!(screen.app.cursor_index(), (0, 0));
    screen.keys("j l");
    assert_eq!(screen.app.cursor_index(), (1, 1));
    screen.keys("G");
    let matrix = &screen.app.matrix;
    assert_eq!(screen.app.cursor_index(), (matrix.rows.len() - 1, matrix.columns.len() - 1));
    screen.keys("1 2 m").shows("lanes").keys("m").shows("parties").shows("Summit").keys("m").shows("areas");
}

#[test]
fn small_screens_scroll_around_the_cursor() {
    let mut screen = Screen::open(BUILT_IN, 40, 12).at(MEMORANDUM);
    screen.keys("2").shows("\u{2193}").shows("all");
    let row = screen.app.matrix.rows[screen.app.cursor_index().0].label.clone();
    screen.shows(&row[..7]);
    screen.keys("G").hides("\u{2193}").keys("g").shows("\u{2192}");
}

#[test]
fn every_size_theme_and_language_holds() {
    for timeline in [BUILT_IN, SMALL, "", "[[event]]\ndate = \"..\"\ntitle = \"x\"\n"] {
        for (columns, rows) in [(1, 1), (9, 4), (40, 12), (80, 24), (300, 100)] {
            for lang in [Lang::En, Lang::Ja] {
                Screen::open(timeline, columns, rows).lang(lang).keys("2 j l m + + G m - - g Enter Esc m x");
                let view = Screen::open(timeline, columns, rows).ascii().keys("2 l j").app.view;
                assert!(view == View::Matrix || timeline != BUILT_IN, "{view:?}");
            }
        }
    }
}

#[test]
fn the_events_of_a_cell_stand_under_their_years_where_these_differ() {
    let mut screen = Screen::open(BUILT_IN, 120, 60);
    screen.keys("2");
    let below =
        |screen: &Screen| screen.rows().into_iter().skip_while(|row| !row.starts_with("────")).collect::<Vec<_>>();
    let years = |screen: &Screen| below(screen).iter().filter(|row| row.trim().parse::<u32>().is_ok()).count();
    assert_eq!(years(&screen), 0, "the cell is of one quarter: {}", screen.text());
    screen.keys("m m");
    assert!(years(&screen) > 1, "{}", screen.text());
    let events = &screen.app.matrix.under_cursor;
    let titles: Vec<_> = events.iter().map(|&ix| screen.app.timeline.event(ix).unwrap().title.to_string()).collect();
    assert!(titles.iter().all(|title| screen.text().contains(title)), "{}", screen.text());
}
