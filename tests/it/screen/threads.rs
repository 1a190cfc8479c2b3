//! Threads.

use annalist::app::Direction;
use annalist::app::View;
use annalist::model::Lang;

use crate::screen::{BUILT_IN, SMALL, Screen};

const MEMORANDUM: &str = "2023-01-06-dhs-meti-moc";
const TOKYO: &str = "2022-10-mayorkas-nishimura-tokyo";

/// A timeline of events, a day each, that follow from these.
fn timeline(follows: &[&[usize]]) -> String {
    let event = |(place, before): (usize, &&[usize])| {
        let ids: Vec<String> = before.iter().map(|id| format!("\"e{id}\"")).collect();
        format!(
            "[[event]]\nid = \"e{place}\"\ndate = \"2020-{:02}-{:02}\"\ntitle = \"Event {place}\"\nfollows = [{}]\n",
            place / 28 + 1,
            place % 28 + 1,
            ids.join(", ")
        )
    };
    follows.iter().enumerate().map(event).collect()
}

fn lines(follows: &[&[usize]]) -> Vec<String> {
    let mut screen = Screen::open(&timeline(follows), 120, 40);
    screen.keys("4");
    let rail = |row: String| row.split_once("Event").map(|(before, _)| before.chars().skip(9).collect::<String>());
    let rows = screen.rows().into_iter().skip_while(|row| !row.contains("in threads"));
    let rows = rows.skip(2).map(|row| row.chars().take(60).collect::<String>());
    rows.filter_map(rail).map(|rail| rail.trim_end().to_owned()).collect()
}

#[test]
fn chains_forks_and_joins_are_lines() {
    assert_eq!(lines(&[&[], &[0], &[1]]), ["●", "●", "●"]);
    assert_eq!(lines(&[&[], &[0], &[0], &[1, 2]]), ["●┐", "●│ ]1", "├● ]2", "●"].map(str::to_owned).to_vec());
}

#[test]
fn only_what_is_linked_stands_in_threads_and_the_selection_stays() {
    let mut screen = Screen::open(BUILT_IN, 120, 40).at(MEMORANDUM);
    screen.keys("4").shows("in threads").shows("by themselves");
    assert_eq!(screen.selected_id(), MEMORANDUM);
    assert_eq!(screen.visible().len() + screen.excluded_by_view(), screen.timeline().len());
    // It follows from several.
    let place =
        screen.app.thread_targets(Direction::Previous).iter().position(|&ix| screen.timeline().find(TOKYO) == Some(ix));
    screen.keys("[").keys(&(place.unwrap() + 1).to_string());
    assert_eq!(screen.selected_id(), TOKYO);
    screen.keys("T");
    assert_eq!(screen.query().to_string(), format!("thread:{TOKYO}"));
    let alone = screen.visible().len();
    assert!(alone > 2 && alone < 40);
    screen.keys("1");
    assert_eq!(screen.visible().len(), alone, "a thread is the same in every view");
    screen.keys("T");
    assert!(screen.query().is_empty());
}

#[test]
fn a_step_past_what_is_hidden_is_dotted() {
    let mut screen = Screen::open(&timeline(&[&[], &[0], &[0], &[1]]), 120, 40);
    screen.keys("/").paste("-\"event 1\"").keys("Enter 4").shows("┊");
    screen.keys("x").hides("┊");
}

#[test]
fn circles_and_missing_ids_break_nothing() {
    for follows in [&[&[2][..], &[0], &[1]][..], &[&[0]], &[&[7], &[99]], &[&[1], &[0]], &[&[], &[0], &[1, 0, 0, 1]]] {
        let mut screen = Screen::open(&timeline(follows), 80, 24);
        screen.keys("4 j k [ ] Esc T G g T Esc 1");
        assert_eq!((screen.view(), screen.timeline().len()), (View::Timeline, follows.len()));
    }
    let many: Vec<[usize; 1]> = (0..25).map(|place| [place]).collect();
    let follows: Vec<&[usize]> = vec![&[][..]; 25].into_iter().chain(many.iter().map(|one| &one[..])).collect();
    let mut screen = Screen::open(&timeline(&follows), 80, 24);
    screen.keys("4 G").shows("+");
}

/// Pairs of events, the first of each a hundred years before the second, so that all lines run beside one another.
fn beside_one_another(pairs: usize) -> String {
    let event = |id: &str, year: usize, title: &str, follows: &str| {
        format!("[[event]]\nid = \"{id}\"\ndate = \"{year}\"\ntitle = \"{title}\"\n{follows}")
    };
    let first = (0..pairs).map(|pair| event(&format!("a{pair}"), 1500 + pair, "First", ""));
    let second = (0..pairs).map(|pair| {
        let follows = format!("follows = [\"a{pair}\"]\n");
        event(&format!("b{pair}"), 1500 + pairs + 100 + pair, "Second", &follows)
    });
    first.chain(second).collect()
}

#[test]
fn lines_beside_a_year_are_as_narrow_as_those_beside_events() {
    for columns in [24, 30, 40, 80] {
        let mut screen = Screen::open(&beside_one_another(30), columns, 40);
        screen.keys("4").keys(&"j ".repeat(29));
        let ends = |row: &String| row.chars().position(|c| c == '+');
        let rows = screen.rows();
        let (_, rows) = rows.split_last().unwrap();
        let rows: Vec<usize> = rows.iter().skip_while(|row| !row.contains('▌')).filter_map(ends).collect();
        assert!(rows.len() > 4, "{}", screen.text());
        assert!(rows.iter().all(|end| *end == rows[0]), "{rows:?}\n{}", screen.text());
    }
}

#[test]
fn the_heading_of_a_year_lies_over_the_lines_beside_it() {
    let event = |id: &str, date: &str, follows: &str| {
        format!("[[event]]\nid = \"{id}\"\ndate = \"{date}\"\ntitle = \"{id}\"\nfollows = [{follows}]\n")
    };
    let toml = event("a", "-2930-05", "") + &event("b", "-2916-05", "\"a\"") + &event("c", "-2915-05", "\"b\"");
    let mut screen = Screen::open(&toml, 110, 30).lang(Lang::Ja);
    screen.keys("4");
    for heading in [" 紀元前2931年", " 紀元前2917年", " 紀元前2916年"] {
        assert!(screen.rows().iter().any(|row| row.starts_with(heading)), "{heading}:\n{}", screen.text());
    }
}

#[test]
fn rails_take_no_more_room_than_they_can_be_given() {
    let mut screen = Screen::open(&beside_one_another(1500), 80, 24);
    screen.keys("4");
    let widest = screen.visible().iter().filter_map(|&ix| screen.app.graph_row(ix)).map(|row| row.cells.len()).max();
    assert_eq!((screen.visible().len(), widest), (3000, Some(7)));
    let cut = screen.visible().iter().filter(|&&ix| screen.app.graph_row(ix).is_some_and(|row| row.is_cut)).count();
    assert_eq!(cut, 3000 - 6, "from the first line without room to the end of the last");
}

#[test]
fn a_timeline_without_threads_says_so() {
    let mut screen = Screen::open(&timeline(&[&[], &[]]), 80, 24);
    screen.keys("4").shows("No event of this timeline is linked to another.").shows("1 shows all of them.");
    screen.keys("/").paste("event").keys("Enter").shows("No event that passes this filter is linked to another:");
    screen.keys("/").paste(" xyzzy").keys("Enter").shows("No event passes this filter:");
}

#[test]
fn every_size_and_language_holds() {
    for (columns, rows) in [(1, 1), (9, 4), (40, 12), (60, 16), (80, 24), (300, 100)] {
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            for timeline in [BUILT_IN, SMALL] {
                Screen::open(timeline, columns, rows).lang(lang).keys("4 j j G g T Enter Esc Esc d 4 1");
                let view = Screen::open(timeline, columns, rows).lang(lang).ascii().keys("4 j").view();
                assert!(view == annalist::app::View::Threads || timeline != BUILT_IN, "{view:?}");
            }
        }
    }
}

/// A talk from which two things follow, of which one has a sequel; and a thread of its own beside them.
const FORKED: &str = r#"
[[event]]
id = "talk"
date = "2020-01"
title = "The talk"
[[event]]
id = "side"
date = "2020-02"
title = "Another beginning"
[[event]]
id = "works"
date = "2020-03"
title = "The works"
follows = ["talk"]
[[event]]
id = "fees"
date = "2020-04"
title = "The fees"
follows = ["talk"]
[[event]]
id = "end"
date = "2020-05"
title = "Another end"
follows = ["side"]
[[event]]
id = "opening"
date = "2020-06"
title = "The opening"
follows = ["works"]
"#;

#[test]
fn the_chain_of_the_selected_event_stands_out_and_targets_are_numbered() {
    let mut screen = Screen::open(FORKED, 110, 30).at("talk");
    screen.keys("4").shows("]1 The works").shows("]2 The fees").hides("]1 The opening");
    let dim = screen.drawn_in(screen.skin.theme.dim).join("|");
    assert!(dim.contains("Another beginning") && dim.contains("Another end") && !dim.contains("The works"), "{dim}");
    let accent = screen.drawn_in(screen.skin.theme.accent).join("");
    assert!(
        accent.contains('│') || accent.contains('┐'),
        "the lines of the chain stand out: {accent}\n{}",
        screen.text()
    );
    screen.keys("]").shows("what follows from it").shows("April 2020").keys("2");
    assert_eq!(screen.selected_id(), "fees");
    screen.keys("[");
    assert_eq!(screen.selected_id(), "talk", "one that stands alone is gone to at once");
    screen.keys("] 1 ]");
    assert_eq!(screen.selected_id(), "opening");
    // From the end of another thread everything else is faint.
    let mut screen = Screen::open(FORKED, 110, 30).at("end");
    screen.keys("4").hides("]1").hides("]2");
    let dim = screen.drawn_in(screen.skin.theme.dim).join("|");
    assert!(dim.contains("The works") && !dim.contains("Another beginning"), "{dim}");
    screen.keys("1 ]").shows("no later event follows from it");
}

#[test]
fn many_lines_beside_each_other_take_a_few_columns() {
    let events: String = (0..40)
        .map(|at| {
            let follows = if at < 20 { String::new() } else { format!("follows = [\"e{}\"]\n", at - 20) };
            format!("[[event]]\nid = \"e{at}\"\ndate = \"20{:02}\"\ntitle = \"Event {at}\"\n{follows}", at + 1)
        })
        .collect();
    let mut screen = Screen::open(&events, 110, 50);
    screen.keys("4").shows("40 events in threads");
    let rows = screen.rows().into_iter().skip_while(|row| !row.contains("in threads"));
    let starts: Vec<usize> = rows.filter_map(|row| Some(annalist::text::width(&row[..row.find("Event ")?]))).collect();
    assert!(starts.len() >= 20, "{}", screen.text());
    assert!(starts.iter().all(|start| *start < 30 || *start > 60), "{}", screen.text());
    screen.shows("+ Event");
}
