//! The matrix.

use std::collections::BTreeMap;

use annalist::app::{AppInit, Document, HitTarget, MatrixKey, View};
use annalist::model::Lang;
use annalist::query::Field;

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
        for (place, row) in screen.matrix().rows.clone().into_iter().enumerate() {
            assert_eq!(row.cells.iter().sum::<usize>(), row.sum, "{}", row.label);
            let MatrixKey::Term(_) = row.head else { continue };
            let id = screen.timeline().vocabularies.areas.iter().nth(place).unwrap().1.id.to_string();
            let mut other = screen.clone();
            other.keys("1 /").paste(&format!("area:{id}")).keys("Enter");
            assert_eq!(other.visible().len(), row.sum, "{id}");
        }
        assert_eq!(screen.matrix().totals.iter().sum::<usize>(), screen.visible().len());
    }
}

#[test]
fn a_cell_filters_to_its_events_and_esc_comes_back() {
    let mut screen = matrix();
    screen.keys("/ n i s c Enter 1 2");
    let before = screen.buffer.clone();
    let (row, column) = screen.cell();
    let count = screen.matrix().rows[row].cells[column];
    assert!(count > 0, "the cursor stands on the cell of the selected event");
    assert_eq!(screen.matrix().under_cursor.len(), count);
    screen.keys("Enter");
    assert_eq!(screen.view(), View::Timeline);
    assert_eq!(screen.visible().len() - screen.possible().len(), count);
    screen.shows("start:20");
    screen.keys("Esc");
    assert_eq!(screen.view(), View::Matrix);
    assert_eq!(screen.buffer, before);
}

#[test]
fn every_cell_filters_to_as_many_as_it_counts() {
    for keys in ["", "m l", "m k", "m b", "m p", "m w", "m o", "p", "m p p o"] {
        let mut screen = matrix();
        screen.keys(keys);
        let matrix = screen.matrix().clone();
        let mut checked = 0;
        for (row, line) in matrix.rows.iter().enumerate() {
            for (column, &count) in line.cells.iter().enumerate() {
                let is_same = line.head == matrix.columns[column];
                let is_rare = matrix.rows.len() > 40 && (row * 31 + column * 7) % 23 > 0;
                if matrix.columns[column] == MatrixKey::Ambiguous
                    || is_same
                    || is_rare
                    || count == 0 && (row + column) % 7 > 0
                {
                    continue;
                }
                let mut other = screen.clone();
                if other.cell() != (row, column) {
                    other.press(HitTarget::Cell(row, column));
                }
                other.keys("Enter");
                let certain = other.visible().len() - other.possible().len();
                assert_eq!(certain, count, "{} {:?}: {}", line.label, matrix.columns[column], other.query());
                checked += 1;
            }
        }
        assert!(checked >= 10, "{keys}: {checked}");
    }
}

#[test]
fn a_start_with_the_matrix_stands_on_the_cell_of_the_selected_event() {
    let mut pressed = Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM);
    pressed.keys("2");
    let prefs = pressed.app.prefs().clone();
    let timeline = annalist::built_in::timeline();
    let select = Some(MEMORANDUM.to_owned());
    let init = AppInit { view: View::Matrix, select, ..AppInit::new(Document::new(timeline, None), prefs) };
    let started = Screen::over(init, 120, 40);
    assert_eq!(started.app.matrix().cursor_index(), pressed.app.matrix().cursor_index());
    assert_eq!(started.rows()[5..20], pressed.rows()[5..20]);
}

#[test]
fn the_cursor_moves_and_stays_when_time_moves() {
    let mut screen = matrix();
    screen.keys("g");
    assert_eq!(screen.cell(), (0, 0));
    screen.keys("k h");
    assert_eq!(screen.cell(), (0, 0));
    screen.keys("j l");
    assert_eq!(screen.cell(), (1, 1));
    screen.keys("G");
    let matrix = &screen.matrix();
    assert_eq!(screen.cell(), (matrix.rows.len() - 1, matrix.columns.len() - 1));
    screen.keys("1 2 m l").shows("lanes").keys("m k").shows("parties").shows("Summit").keys("m a").shows("areas");
}

#[test]
fn small_screens_scroll_around_the_cursor() {
    let mut screen = Screen::open(BUILT_IN, 40, 12).at(MEMORANDUM);
    screen.keys("2").shows("\u{2193}").shows("all");
    let row = screen.matrix().rows[screen.cell().0].label.clone();
    screen.shows(&row[..7]);
    screen.keys("G").hides("\u{2193}").keys("g").shows("\u{2192}");
}

#[test]
fn every_size_theme_and_language_holds() {
    for timeline in [BUILT_IN, SMALL, "", "[[event]]\ndate = \"..\"\ntitle = \"x\"\n"] {
        for (columns, rows) in [(1, 1), (9, 4), (40, 12), (80, 24), (300, 100)] {
            for lang in [Lang::En, Lang::Ja] {
                Screen::open(timeline, columns, rows)
                    .lang(lang)
                    .keys("2 j l m l + + G m k - - g Enter Esc m w j l % o p m b p o % Enter Esc m a x");
                let view = Screen::open(timeline, columns, rows).ascii().keys("2 l j").view();
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
    screen.keys("m k");
    assert!(years(&screen) > 1, "{}", screen.text());
    let events = &screen.matrix().under_cursor;
    let titles: Vec<_> = events.iter().map(|&ix| screen.timeline().event(ix).unwrap().title.to_string()).collect();
    assert!(titles.iter().all(|title| screen.text().contains(title)), "{}", screen.text());
}

/// Which people of the built-in file stand in the same events, found without any of our counting.
#[test]
fn who_met_whom_takes_three_keys() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.keys("2 m w");
    let matrix = screen.matrix().clone();
    assert!(matrix.rows.len() > 50);
    let lang = Lang::En;
    let mut together: BTreeMap<(String, String), usize> = BTreeMap::new();
    for event in screen.timeline().events() {
        let names = Field::Person.values_of(screen.timeline(), &event, lang);
        for one in &names {
            for other in names.iter().filter(|other| other.id != one.id) {
                *together.entry((one.label.clone(), other.label.clone())).or_default() += 1;
            }
        }
    }
    let name = |key: &MatrixKey| match key {
        MatrixKey::Term(place) => screen.app.matrix().names.values()[*place].label.clone(),
        other => panic!("{other:?}"),
    };
    let mut met = 0;
    for row in &matrix.rows {
        for (column, &count) in matrix.columns.iter().zip(&row.cells) {
            let pair = (row.label.clone(), name(column));
            assert_eq!(count, together.get(&pair).copied().unwrap_or(0), "{pair:?}");
            met += usize::from(count > 0);
        }
    }
    assert!(met > 20);
    // The cursor stands where most met, and below it stands when.
    let (row, column) = screen.cell();
    assert_eq!(matrix.rows[row].cells[column], matrix.most);
    assert_eq!(screen.matrix().under_cursor.len(), matrix.most);
    let event = screen.timeline().event(screen.matrix().under_cursor[0]).unwrap();
    let title = event.title[..20].to_owned();
    screen.shows(&title).shows("Blinken").keys("Enter");
    assert_eq!(screen.visible().len(), matrix.most);
}

#[test]
fn areas_by_year_with_shares_take_three_keys() {
    let mut screen = Screen::open(BUILT_IN, 120, 40);
    screen.keys("2 p %");
    screen.shows("areas, % of column").shows("all %").shows("2021").shows("2024*").hides("2023*").hides("2021*");
    let matrix = screen.matrix().clone();
    let row = &matrix.rows[2];
    let drawn = screen.rows()[usize::from(screen.row_of(&row.label))].clone();
    let told: Vec<usize> = drawn[row.label.len() + 1..]
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    let share = |count: usize, of: usize| (count * 100 + of / 2) / of;
    let mut expected: Vec<usize> = row
        .cells
        .iter()
        .zip(&matrix.totals)
        .filter(|(count, _)| **count > 0)
        .map(|(count, of)| share(*count, *of))
        .collect();
    expected.push(share(row.sum, screen.visible().len()));
    assert_eq!(told, expected, "{drawn}");
    screen.keys("%").shows("areas, % of all").keys("%").hides("% of all").shows(&format!("{}", row.cells[1]));
    screen.keys("m w p").shows("no time stands across");
}

#[test]
fn rows_are_sorted_by_total_by_name_and_by_the_last_event() {
    let mut screen = matrix();
    let listed = screen.matrix().rows.clone();
    screen.keys("o").shows("areas by total");
    assert!(screen.matrix().rows.is_sorted_by(|one, other| one.sum >= other.sum));
    screen.keys("o").shows("areas by name");
    assert!(screen.matrix().rows.is_sorted_by_key(|row| row.label.to_lowercase()));
    screen.keys("o").shows("areas by last");
    let last = |screen: &Screen, label: &str| {
        let words = &screen.timeline().vocabularies;
        let area = words.areas.iter().find(|(_, term)| *term.name == *label).unwrap().0;
        screen.visible().iter().copied().filter(|&ix| screen.timeline().areas(ix).any(|it| it == area)).max()
    };
    let labels: Vec<String> = screen.matrix().rows.iter().map(|row| row.label.clone()).collect();
    let lasts: Vec<_> = labels.iter().map(|label| last(&screen, label)).collect();
    assert!(lasts.is_sorted_by(|one, other| one >= other), "{lasts:?}");
    screen.keys("o");
    assert_eq!(screen.matrix().rows, listed);
    for row in &listed {
        assert_eq!(row.over_time.iter().sum::<usize>(), row.sum, "{}", row.label);
    }
}

#[test]
fn what_a_timeline_does_not_have_is_said() {
    let mut screen = Screen::open("[[event]]\ndate = \"2020\"\ntitle = \"Silence\"\n", 80, 24);
    screen.keys("2 m w").shows("No event that is shown names any people.").shows("m counts something else.");
    screen.keys("m b").shows("names any bodies").keys("m a").shows("(none)");
    let many: String = (0..20_001).map(|_| "[[event]]\ndate = \"2020\"\ntitle = \"T\"\n").collect();
    Screen::open(&many, 80, 24).keys("2 m w").shows("There are too many events to look for people");
}

#[test]
fn what_may_be_in_several_periods_is_shown_below_and_asked_for_by_no_filter() {
    let spans = "[[lane]]\nid = \"a\"\nname = \"A\"\n[[event]]\ndate = \"2020-05-01\"\ntitle = \"One day\"\nlane = \"a\"\n\
                 [[event]]\ndate = \"[2020..2022]\"\ntitle = \"Some year\"\nlane = \"a\"\n[[event]]\ndate = \"2022-05-01\"\n\
                 title = \"Another day\"\nlane = \"a\"\n";
    let mut screen = Screen::open(spans, 80, 24);
    screen.keys("2 l l l l l l l l").shows("Some year");
    screen.keys("Enter").shows("no filter asks for what may be in several periods");
    assert_eq!((screen.app.view(), screen.shown_ids().len()), (View::Matrix, 3));
}
