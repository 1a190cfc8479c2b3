//! The row of the filter's terms: one of them is chosen, edited, negated, switched off, dropped.

use annalist::app::{HitTarget, Overlay};
use annalist::model::Lang;
use annalist::query::Query;
use ratatui::style::Modifier;

use crate::screen::{BUILT_IN, PRESS, SMALL, Screen};

/// Twelve events: the even months are stormy ones in the city, the others calm ones in the port.
fn twelve() -> Screen {
    let mut toml = String::new();
    for month in 1..=12 {
        let (lane, more) = if month % 2 == 0 { ("city", "storm") } else { ("port", "calm") };
        toml += &format!("[[event]]\ndate = \"2022-{month:02}\"\ntitle = \"Harbour {more}\"\nlane = \"{lane}\"\n");
    }
    Screen::open(&toml, 100, 30)
}

fn filtered(by: &str) -> Screen {
    let mut screen = twelve();
    screen.keys("/").paste(by).keys("Enter");
    screen
}

fn last(screen: &Screen) -> String {
    screen.rows().pop().unwrap()
}

#[track_caller]
fn keeps(screen: &Screen, events: usize, query: &str) {
    assert_eq!((screen.visible().len(), &*screen.query().to_string()), (events, query), "{}", screen.text());
}

#[test]
fn choosing_moves_nothing_but_the_hints() {
    let mut screen = filtered("storm lane:city");
    let before = screen.rows();
    screen.keys(",");
    let chosen = screen.rows();
    assert_eq!(chosen[..28], before[..28]);
    assert!(chosen[28].starts_with(" h l term  Space on/off  Enter edit  ! negate"), "{}", chosen[28]);
    assert_eq!(last(&screen).replace('▌', " ").trim(), "storm  lane:city");
    assert!(last(&screen).contains("▌lane:city"), "the last one first, as `x` has it");
    screen.keys("h");
    assert!(last(&screen).contains("▌storm"));
    screen.keys("h Left l l Right h Esc");
    assert_eq!(screen.rows(), before);
    screen.keys("u");
    keeps(&screen, 12, "");
    twelve().keys(",").shows("there is no filter");
}

#[test]
fn a_term_is_switched_off_and_on_and_keeps_its_place() {
    let mut screen = filtered("storm 2022-06.. lane:port");
    keeps(&screen, 0, "storm 2022-06.. lane:port");
    screen.keys(", Space").shows("off:lane:port");
    keeps(&screen, 4, "storm 2022-06.. off:lane:port");
    screen.keys("h h Space");
    keeps(&screen, 7, "off:storm 2022-06.. off:lane:port");
    screen.keys("Space l Space");
    keeps(&screen, 6, "storm off:2022-06.. off:lane:port");
    screen.keys("Esc").shows("storm  off:2022-06..  off:lane:port");
    // It is typed just so, and all other ways to filter leave it where it is.
    screen.keys("/").shows("/storm off:2022-06.. off:lane:port").paste("off:calm").keys("Enter f l p Esc Esc");
    keeps(&screen, 0, "storm off:2022-06.. off:lane:port off:calm lane:port");
    screen.keys("x x");
    keeps(&screen, 6, "storm off:2022-06.. off:lane:port");
    // With nothing but what is off, all is shown, and Esc drops that as well.
    screen.keys(", h h x Esc");
    keeps(&screen, 12, "off:2022-06.. off:lane:port");
    screen.keys("Esc Esc");
    keeps(&screen, 12, "");
}

#[test]
fn a_term_is_turned_into_its_opposite() {
    let mut screen = filtered("storm | calm lane:city");
    screen.keys(", !");
    keeps(&screen, 6, "-(storm | calm lane:city)");
    screen.keys("!");
    keeps(&screen, 6, "(storm | calm lane:city)");
    screen.keys("Esc X / 2022-03.. Enter , Space !");
    keeps(&screen, 12, "off:-2022-03..");
    screen.keys("Space");
    keeps(&screen, 2, "-2022-03..");
}

#[test]
fn a_term_is_edited_alone_and_takes_its_place_again() {
    let mut screen = filtered("storm lane:city 2022-06..");
    screen.keys(", h h Enter");
    assert!(last(&screen).starts_with(" /storm ") && last(&screen).contains("term 1 of 3 · "), "{}", last(&screen));
    screen.keys("Ctrl-u").paste("calm");
    keeps(&screen, 0, "calm lane:city 2022-06..");
    screen.keys("Esc").shows("▌storm");
    keeps(&screen, 4, "storm lane:city 2022-06..");
    screen.keys("l Enter Ctrl-u").paste("off:lane:port harbour").keys("Enter").shows("▌off:lane:port");
    keeps(&screen, 4, "storm off:lane:port harbour 2022-06..");
    // What is emptied is gone.
    screen.keys("l Enter Ctrl-u Enter");
    keeps(&screen, 4, "storm off:lane:port 2022-06..");
    screen.keys("u");
    keeps(&screen, 4, "storm off:lane:port harbour 2022-06..");
    // What is wrong is told, and the others stay in force.
    screen.keys("Enter Ctrl-u").paste("lane:nowhere").keys("Enter").shows("`lane:` knows no `nowhere`").keys("Esc Esc");
    keeps(&screen, 4, "storm off:lane:port harbour 2022-06..");
    let mut screen = filtered("storm");
    screen.keys(", Enter Ctrl-u Enter");
    assert!(screen.overlays().is_empty(), "nothing is left to be chosen");
    screen.lang(Lang::Ja).keys("/ x Enter , Enter").shows("条件 1/1");
}

#[test]
fn terms_are_dropped_from_anywhere_in_the_row() {
    let mut screen = filtered("storm lane:city 2022-06..");
    screen.keys(", h x").shows("▌2022-06..");
    keeps(&screen, 4, "storm 2022-06..");
    screen.keys("Backspace").shows("▌storm");
    screen.keys("Del");
    keeps(&screen, 12, "");
    assert!(screen.overlays().is_empty());
    screen.keys("u u u");
    keeps(&screen, 4, "storm lane:city 2022-06..");
}

#[test]
fn each_change_of_a_term_is_a_step_back() {
    let mut screen = filtered("storm lane:city");
    let rows = |screen: &Screen| screen.rows();
    let first = screen.keys(",").rows();
    let mut seen = vec![rows(&screen)];
    for key in ["Space", "!", "x", "Space", "!"] {
        seen.push(screen.keys(key).rows());
    }
    let (end, query) = (rows(&screen), screen.query().clone());
    for expected in seen.iter().rev().skip(1) {
        let found = screen.keys("u").rows();
        assert_eq!(found[..29], expected[..29]);
        assert_eq!(found[29].replace('▌', " ").trim(), expected[29].replace('▌', " ").trim());
    }
    assert_eq!(screen.query().to_string(), "storm lane:city");
    for _ in 0..5 {
        screen.keys("Ctrl-r");
    }
    assert_eq!((screen.rows(), screen.query()), (end, &query));
    screen.keys("u u u u u");
    assert_eq!(screen.rows()[..29], first[..29]);
    // Undo behind the first term leaves the row.
    screen.keys("u");
    assert!(screen.overlays().is_empty() && screen.query().is_empty(), "{}", screen.text());
}

#[test]
fn what_is_off_is_told_without_colour() {
    let mut screen = filtered("storm lane:city").theme("mono");
    screen.keys(", Space").shows("▌off:lane:city");
    let struck = |screen: &Screen| {
        let (column, row) = screen.place_of("off:lane");
        screen.buffer[(column, row)].modifier.contains(Modifier::CROSSED_OUT)
    };
    assert!(struck(&screen));
    screen.keys("h").shows("▌storm");
    assert!(struck(&screen));
    let mut screen = filtered("storm").ascii();
    screen.keys(", Space").shows(">off:storm");
}

#[test]
fn the_command_line_of_the_view_has_what_is_off_as_it_stands() {
    let mut screen = filtered("storm lane:city");
    screen.keys(", h Space Esc Y");
    let Some(annalist::app::Effect::Copy(command)) = &screen.effect else { panic!("{:?}", screen.effect) };
    assert!(command.contains("'--query=off:storm lane:city'"), "{command}");
    assert_eq!(&Query::parse("off:storm lane:city"), screen.query());
}

#[test]
fn a_click_chooses_a_term_and_a_second_edits_it() {
    let mut screen = filtered("storm lane:city");
    let (column, row) = screen.place_of("storm  lane");
    screen.mouse(PRESS, column, row).shows("▌storm");
    screen.mouse(PRESS, column, row);
    assert!(matches!(screen.overlays().last(), Some(Overlay::Query(_))));
    screen.keys("Esc").click("lane:city").shows("▌lane:city");
    screen.click("on/off").shows("▌off:lane:city");
    keeps(&screen, 6, "storm off:lane:city");
    screen.click("! negate").shows("▌off:-lane:city");
    // Beside it, a click leaves the row.
    screen.mouse(PRESS, 50, 10);
    assert!(screen.overlays().is_empty());
    screen.press(HitTarget::Chip(7)).shows("▌off:-lane:city");
}

#[test]
fn what_has_no_room_is_counted_and_the_chosen_term_is_in_sight() {
    for (columns, rows) in [(20, 5), (40, 12), (60, 20), (80, 24), (120, 40)] {
        for lang in [Lang::En, Lang::Ja] {
            let mut screen = Screen::open(BUILT_IN, columns, rows).lang(lang);
            let terms: Vec<String> =
                (b'a'..=b'j').map(|c| format!("-{}", char::from(c).to_string().repeat(9))).collect();
            screen.keys("/").paste(&terms.join(" ")).keys("Enter");
            let line = last(&screen);
            assert!(line.ends_with('→') != line.ends_with("-jjjjjjjjj"), "{line}");
            screen.keys(",");
            for term in terms.iter().rev() {
                let line = last(&screen);
                assert!(line.contains(&format!("▌{term}")), "{term}: {line}");
                let shown: Vec<usize> = (0..10).filter(|&place| line.contains(&terms[place])).collect();
                let (before, after) = (shown[0], 9 - shown[shown.len() - 1]);
                assert_eq!(line.contains(&format!("←{before}")), before > 0, "{line}");
                assert_eq!(line.contains(&format!("{after}→")), after > 0, "{line}");
                screen.keys("h");
            }
        }
    }
    let mut screen = Screen::open(SMALL, 30, 10);
    screen.keys("/").paste(&"x".repeat(80)).keys("Enter");
    assert!(last(&screen).ends_with("x…"), "{}", last(&screen));
    screen.keys(",");
    assert!(last(&screen).contains("▌xxx") && last(&screen).ends_with("x…"), "{}", last(&screen));
}

#[test]
fn the_help_names_the_keys_of_terms() {
    let mut screen = twelve();
    screen
        .keys("?")
        .paste("switch")
        .shows("chips: Space")
        .keys("Down")
        .shows("only while a term of the filter is chosen");
    screen.keys("Esc / s t o r m Enter ?").paste("choose a term").keys("Enter").shows("▌storm");
    screen.keys("z").shows("no key `z` here").keys("h").hides("no key");
}

#[test]
fn a_wrong_place_of_off_is_named() {
    let mut screen = twelve();
    screen.keys("/").paste("(storm off:calm)").keys("Enter").shows("`off:` stands before a whole term");
    screen.keys("Ctrl-u").paste("off:").keys("Enter").shows("`off:` needs a value");
    screen.keys("Ctrl-u").paste("off:lane:c").keys("Tab").shows("/off:lane:city");
}
