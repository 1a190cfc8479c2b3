//! Events that a rule of the configuration keeps have its style, in the list and on the axis, as the timeline and what is noted of it
//! change.

use annalist::app::{App, AppInit, Document, Prefs};
use annalist::config::{ColorRule, Settings};
use annalist::input::{DEFAULT, Keymap};
use annalist::load;
use annalist::query::{Query, SearchResponse, SearchWorker, run};
use ratatui::style::{Color, Modifier};

use crate::screen::{SMALL, Screen};

const RED: Color = Color::Rgb(255, 0, 0);
const BLUE: Color = Color::Rgb(0, 0, 255);

pub(super) fn rules(config: &str) -> Vec<ColorRule> {
    let mut settings = Settings::new().unwrap();
    settings.read(config).unwrap_or_else(|error| panic!("{}", error.fault));
    settings.color_rules
}

pub(super) fn prefs(config: &str) -> Prefs {
    Prefs { color_rules: rules(config), ..Prefs::new(Keymap::parse(DEFAULT).unwrap()) }
}

/// A timeline in TOML under these rules.
fn open(toml: &str, config: &str) -> Screen {
    let timeline = load::timeline(toml.as_bytes().to_vec()).timeline;
    Screen::over(AppInit::new(Document::new(timeline, None), prefs(config)), 120, 40)
}

/// What every event is to be coloured by, as each query says it.
#[track_caller]
pub(super) fn is_colored_as_asked(app: &App) {
    let rules = app.prefs().color_rules.iter();
    let kept: Vec<_> = rules
        .map(|rule| run(&Query::parse_in(&rule.query, app.timeline()), app.timeline(), app.text_index()).events)
        .collect();
    for ix in app.timeline().indices() {
        let first = kept.iter().position(|events| events.contains(&ix));
        assert_eq!(app.color_rule_of(ix), first, "{:?}", app.timeline().event(ix).map(|event| event.id.to_string()));
    }
}

/// The texts of the list and of the axis in this colour.
fn in_color(screen: &Screen, color: Color) -> (Vec<String>, Vec<String>) {
    let of_rows = |rows: std::ops::Range<u16>| {
        rows.map(|y| {
            screen.cells(y).filter(|(_, cell)| cell.fg == color).map(|(_, cell)| cell.symbol()).collect::<String>()
        })
        .filter(|text| !text.is_empty())
        .collect()
    };
    // The line below the axis is heavy where the pane that it borders on has the keyboard.
    let below = screen.row_of("━━━━");
    (of_rows(below + 1..40), of_rows(0..below))
}

const TOML: &str = r#"
[[event]]
date = "2021-03-05"
title = "Storm"
lane = "weather"

[[event]]
date = "2022-03-05"
title = "Storm and flood"
lane = "weather"

[[event]]
date = "2022-03-06"
title = "Repairs"
lane = "city"

[[event]]
date = "2023-01-01"
title = "Calm"
lane = "weather"
"#;

const RULES: &str = "[[colour]]\nquery = 'flood'\nstyle = 'bold #ff0000'\n\
                     [[colour]]\nquery = 'storm | repairs'\nstyle = '#0000ff underline'\n";

#[test]
fn the_first_rule_that_keeps_an_event_gives_it_its_style_in_list_and_axis() {
    let mut screen = open(TOML, RULES);
    is_colored_as_asked(&screen.app);
    screen.keys("G");
    let (list, axis) = in_color(&screen, RED);
    assert_eq!(list, ["Storm and flood"]);
    assert_eq!(axis.len(), 1, "its mark alone: {axis:?}");
    let (list, axis) = in_color(&screen, BLUE);
    assert_eq!((list, axis.len()), (vec!["Storm".to_owned(), "Repairs".to_owned()], 2));
    let (x, y) = screen.place_of("Storm and flood");
    assert!(screen.buffer[(x, y)].modifier.contains(Modifier::BOLD));
}

#[test]
fn of_several_events_in_one_column_the_first_rule_shows() {
    // In a window of all years the storm and the flood of one lane share a column.
    let toml = TOML.replace("2021-03-05", "2022-03-04").replace("2023-01-01", "1723-01-01");
    let screen = open(&toml, RULES);
    let marks: Vec<_> =
        (0..10).flat_map(|y| screen.cells(y).filter(|(_, cell)| cell.fg == RED).collect::<Vec<_>>()).collect();
    assert_eq!(marks.iter().map(|(_, cell)| cell.symbol()).collect::<Vec<_>>(), ["2"], "{}", screen.text());
}

#[test]
fn the_selected_row_and_what_was_looked_for_still_stand_out() {
    let config = "[[colour]]\nquery = 'storm'\nstyle = '#ff0000 on #00ff00 reverse'\n";
    let mut screen = open(TOML, config);
    screen.keys("g");
    let row = screen.row_of("▌");
    let (_, cell) = screen.cells(row).find(|(_, cell)| cell.fg == RED).expect("the title");
    assert_eq!((cell.fg, Some(cell.bg)), (RED, screen.skin.theme.selected.bg));
    assert!(!cell.modifier.contains(Modifier::REVERSED));
    let mut reversed = open(TOML, config).theme("terminal");
    reversed.keys("g");
    let row = reversed.row_of("▌");
    let (_, cell) = reversed.cells(row).find(|(_, cell)| cell.bg == RED).expect("the title");
    assert!(cell.modifier.contains(Modifier::REVERSED) && cell.fg == Color::Reset, "red ink on the ground of the row");
    screen.keys("/ flood Enter");
    let found = screen.drawn_in(screen.skin.theme.matched);
    assert!(found.iter().any(|found| found == "flood"), "{found:?}");
}

#[test]
fn without_colours_only_the_ways_to_write_are_left() {
    let mut screen = open(TOML, RULES).theme("mono");
    screen.keys("G");
    let cell = |words: &str| {
        let (x, y) = screen.place_of(words);
        screen.buffer[(x, y)].clone()
    };
    assert_eq!(cell("Storm and flood").modifier, Modifier::BOLD);
    assert_eq!(cell("Repairs").modifier, Modifier::UNDERLINED);
    assert_eq!(cell("Repairs").fg, Color::Reset);
}

#[test]
fn both_sides_of_a_comparison_have_them() {
    let mut screen = open(TOML, RULES);
    screen.keys("5 G");
    let (list, _) = in_color(&screen, RED);
    assert_eq!(list, ["Storm and flood"], "{}", screen.text());
}

#[test]
fn they_follow_marks_and_what_is_read_again() {
    let config = "[[colour]]\nquery = 'is:marked'\nstyle = '#ff0000'\n[[colour]]\nquery = 'flood'\nstyle = '#0000ff'\n";
    let mut screen = open(TOML, config);
    screen.keys("g m");
    is_colored_as_asked(&screen.app);
    assert_eq!(screen.app.color_rule_of(screen.selected().unwrap()), Some(0));
    screen.keys("m");
    is_colored_as_asked(&screen.app);
    // An event comes in before the others, and one is another now.
    let more = "[[event]]\ndate = \"2020\"\ntitle = \"A flood before\"\n";
    screen.save(&(more.to_owned() + &TOML.replace("and flood", "")));
    is_colored_as_asked(&screen.app);
    let blue =
        |screen: &Screen| screen.app.timeline().indices().filter(|&ix| screen.app.color_rule_of(ix) == Some(1)).count();
    assert_eq!(blue(&screen), 1);
    screen.shows("A flood before");
}

#[test]
fn what_takes_longer_than_a_frame_is_found_beside_the_interface() {
    let event = |at: usize| {
        format!(
            "[[event]]\nid = \"e{at}\"\ndate = \"2020-01-{:02}\"\ntitle = \"Round {at}\"\nsummary = \"{}\"\n",
            at % 28 + 1,
            "words ".repeat(400)
        )
    };
    let toml: String = (0..2_000).map(event).collect();
    let mut screen =
        open(&toml, "[[colour]]\nquery = '\"Round 7\"'\nstyle = 'red'\n[[colour]]\nquery = 'round'\nstyle = 'blue'\n");
    let first = screen.app.timeline().indices().next().unwrap();
    assert_eq!(screen.app.color_rule_of(first), None, "nobody waits for it");
    let (sender, woken) = std::sync::mpsc::channel();
    let worker = SearchWorker::start(move || sender.send(()).unwrap_or_default()).unwrap();
    let mut after = 0;
    while let Some(request) = screen.app.color_request(after) {
        after = request.number;
        worker.submit(request);
        let mut reply = None;
        while reply.is_none() {
            woken.recv_timeout(std::time::Duration::from_secs(60)).unwrap();
            reply = worker.responses().next();
        }
        let before = screen.app.static_inputs();
        screen.app.apply_color_response(reply.unwrap());
        assert_ne!(screen.app.static_inputs(), before, "what is on screen is drawn anew");
        screen.draw();
    }
    assert_eq!(after, 2, "a request a rule");
    is_colored_as_asked(&screen.app);
    // An answer to what is asked no longer changes nothing.
    let late = SearchResponse::Events(annalist::query::FoundEvents {
        number: 1,
        found: Default::default(),
        best: None,
        passages: None,
        is_complete: true,
    });
    screen.app.apply_color_response(late);
    is_colored_as_asked(&screen.app);
}

#[test]
fn a_rule_that_asks_for_nothing_colours_nothing() {
    let screen = open(TOML, "[[colour]]\nquery = ''\nstyle = '#ff0000'\n");
    assert!(screen.timeline().indices().all(|ix| screen.app.color_rule_of(ix).is_none()));
}

#[test]
fn a_field_whose_name_is_nearly_right_is_a_problem_and_one_of_another_timeline_is_none() {
    let config = "[[colour]]\nquery = 'level:crit'\nstyle = 'red'\n\n[[colour]]\nquery = \"\\\"a b\\\" lnae:x\"\nstyle = 'red'\n";
    let mut screen = open(TOML, config);
    let problems: Vec<String> = screen.problems().iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["config.toml:6:18: no field `lnae`, did you mean `lane`?"]);
    screen.shows("1 problem").keys("!").shows("config.toml:6:18");
}

#[test]
fn every_frame_of_a_story_is_the_same_drawn_whole_and_in_part() {
    let config = "[[colour]]\nquery = 'storm'\nstyle = '#ff0000 bold'\n[[colour]]\nquery = 'lane:harbour'\nstyle = 'on #000033'\n";
    let timeline = load::timeline(SMALL.as_bytes().to_vec()).timeline;
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let document = Document::new(timeline.clone(), None);
        let mut screen = Screen::over(AppInit::new(document, prefs(config)), columns, rows);
        screen.keys("j j k G g z j Esc + + j d / storm Enter j x m j @ n 5 j 1");
    }
}

#[test]
fn the_legend_says_what_the_colours_mean_and_how_many_events_have_them() {
    let config = format!("{RULES}[[colour]]\nquery = 'level:crit'\nstyle = 'red'\n");
    let mut screen = open(TOML, &config);
    screen.keys("%").shows("COLOURS OF YOUR OWN").shows("flood  1 event").shows("storm | repairs  3 events");
    screen.shows("level:crit  no field `level`; quote it to look for the words");
    let row = screen.row_of("flood  1 event");
    assert!(screen.cells(row).any(|(_, cell)| cell.fg == RED));
    let mut screen = open(TOML, RULES).lang(annalist::model::Lang::Ja);
    screen.keys("%").shows("storm | repairs  3件");
    Screen::open(TOML, 100, 30).keys("%").hides("COLOURS OF YOUR OWN");
}
