//! The mouse in a real pseudo-terminal, and in tmux: each thing that can be pointed at, looked at by what it does.

use std::time::Duration;

use crate::support::{
    pty::{ATTRIBUTES, Program, QUERY, command},
    tmux::Tmux,
};

const BINARY: &str = env!("CARGO_BIN_EXE_annalist");
const SIZE: (u16, u16) = (120, 40);
/// What ends a frame.
const END: &[u8] = b"\x1b[?2026l";
const EVENT: &str = "2023-01-06-dhs-meti-moc";

/// The program at an event that the tests know.
fn started() -> Program {
    let mut program = Program::start_in(command(BINARY).args(["--fresh", "--select", EVENT]), SIZE, b"");
    program.wait(|screen| detail(screen).contains("DHS and METI sign"));
    program.wait_output(QUERY, 1);
    program.send(ATTRIBUTES);
    program
}

/// Waits until a whole frame meets the condition.
fn wait(program: &mut Program, condition: impl Fn(&vt100::Screen) -> bool) {
    program.wait(&condition);
    while !program.output.ends_with(END) {
        program.is_quiet(Duration::from_millis(5));
    }
    program.wait(condition);
}

/// All events are shown, and not only some of them.
fn shows_all(screen: &vt100::Screen) -> bool {
    let title = rows(screen).remove(0);
    title.contains(" events ") && !title.contains(" of ")
}

pub(crate) fn rows(screen: &vt100::Screen) -> Vec<String> {
    screen.rows(0, screen.size().1.get()).collect()
}

/// The first words of the detail, which name the selected event; nothing where it is not beside the list.
pub(crate) fn detail(screen: &vt100::Screen) -> String {
    let mut rows = rows(screen).into_iter().skip_while(|row| !row.starts_with(['─', '↓', '↑']));
    let border = rows.next().and_then(|rule| rule.chars().position(|c| c == '┬'));
    let Some(border) = border else { return String::new() };
    rows.take(2).map(|row| row.chars().skip(border + 1).collect::<String>()).collect()
}

/// The name of the window of time in the title.
fn window(screen: &vt100::Screen) -> String {
    let title = rows(screen).remove(0);
    let window = title.split_once("events").map_or("", |(_, window)| window);
    // At its sides stand how many events lie beyond.
    window.split(['←', '→']).find(|part| part.contains("–")).unwrap_or_default().trim().to_owned()
}

/// The column and row, from 1, at which these words stand for the first time.
fn place_of(program: &Program, words: &str) -> (usize, usize) {
    let found = rows(program.screen()).into_iter().enumerate().find_map(|(y, row)| {
        let before = &row[..row.find(words)?];
        Some((annalist::text::width(before) + 1, y + 1))
    });
    found.unwrap_or_else(|| panic!("`{words}` is not on screen:\n{}", program.screen().contents()))
}

/// What a terminal sends for a button or a turn of the wheel at a place.
pub(crate) fn report(button: u8, (column, row): (usize, usize), end: char) -> String {
    format!("\x1b[<{button};{column};{row}{end}")
}

fn click(program: &mut Program, place: (usize, usize)) {
    program.send(report(0, place, 'M') + &report(0, place, 'm'));
}

pub(crate) fn click_on(program: &mut Program, words: &str) {
    let place = place_of(program, words);
    click(program, place);
}

#[test]
fn a_click_on_a_row_selects_it_and_a_second_opens_it() {
    let mut program = started();
    click_on(&mut program, "11 Jan ●");
    wait(&mut program, |screen| detail(screen).contains("US–Japan 2+2"));
    click_on(&mut program, "11 Jan ●");
    wait(&mut program, |screen| !screen.contents().contains("16 Dec"));
}

#[test]
fn a_click_on_the_detail_gives_it_the_keyboard() {
    let mut program = started();
    click_on(&mut program, "PARTIES");
    program.send("}");
    wait(&mut program, |screen| screen.contents().contains("▌AREAS"));
}

#[test]
fn a_click_on_a_mark_selects_its_event() {
    let mut program = started();
    click_on(&mut program, "▼");
    wait(&mut program, |screen| !detail(screen).contains("DHS and METI sign"));
    assert!(program.screen().contents().contains("▼ Advisory"), "{}", program.screen().contents());
}

#[test]
fn the_axis_follows_the_hand() {
    let mut program = started();
    program.send("++");
    wait(&mut program, |screen| !window(screen).contains("2021"));
    let before = window(program.screen());
    let row = place_of(&program, "US–Japan").1 - 1;
    program.send(report(0, (70, row), 'M'));
    program.send(report(32, (50, row), 'M'));
    wait(&mut program, |screen| window(screen) != before);
    let moved = window(program.screen());
    program.send(report(0, (50, row), 'm'));
    program.send(report(32, (90, row), 'M') + "/let go");
    wait(&mut program, |screen| rows(screen).pop().unwrap().contains("/let go"));
    assert_eq!(window(program.screen()), moved, "it was let go");
}

#[test]
fn the_strip_takes_the_window_where_it_is_clicked_and_dragged() {
    let mut program = started();
    program.send("+++");
    wait(&mut program, |screen| !window(screen).contains("2021"));
    let row = place_of(&program, " all ").1;
    program.send(report(0, (16, row), 'M'));
    wait(&mut program, |screen| window(screen).contains("2021"));
    // From there on the window is drawn, whatever row the hand is on.
    program.send(report(32, (64, row + 2), 'M'));
    wait(&mut program, |screen| window(screen).contains("2021") && window(screen).contains("2022"));
}

#[test]
fn a_click_on_the_name_of_a_lane_shows_that_lane_only_and_a_second_all() {
    let mut program = started();
    click_on(&mut program, "Together");
    wait(&mut program, |screen| rows(screen).pop().unwrap().contains("lane:"));
    assert!(!shows_all(program.screen()));
    click_on(&mut program, "Together");
    wait(&mut program, shows_all);
}

#[test]
fn menus_hints_and_chips_are_clicked() {
    let mut program = started();
    click_on(&mut program, "f filter");
    wait(&mut program, |screen| screen.contents().contains("filter by"));
    click_on(&mut program, "area");
    wait(&mut program, |screen| screen.contents().contains("Law enforcement"));
    click_on(&mut program, "Law enforcement");
    wait(&mut program, |screen| rows(screen).pop().unwrap().contains("area:law-enforcement"));
    // Beside a menu a click closes it.
    click(&mut program, (5, 20));
    wait(&mut program, |screen| screen.contents().contains("filter by"));
    click(&mut program, (5, 20));
    wait(&mut program, |screen| !screen.contents().contains("filter by"));
    click_on(&mut program, "area:law-enforcement");
    wait(&mut program, |screen| rows(screen).pop().unwrap().contains("▌area:law-enforcement"));
    click_on(&mut program, "x drop term");
    wait(&mut program, shows_all);
}

#[test]
fn quotes_and_cells_are_clicked() {
    let mut program = started();
    program.send("3");
    wait(&mut program, |screen| screen.contents().contains("quotes of"));
    let words = "Secretary Mayorkas and Minister";
    let row = place_of(&program, words).1;
    click(&mut program, (10, row));
    wait(&mut program, |screen| rows(screen).iter().any(|row| row.contains(words) && row.contains('▌')));
    program.send("2");
    wait(&mut program, |screen| screen.contents().contains("Defence"));
    let place = (place_of(&program, "Q3").0, place_of(&program, "Defence").1);
    click(&mut program, place);
    click(&mut program, place);
    wait(&mut program, |screen| rows(screen).pop().unwrap().contains("area:defense"));
}

#[test]
fn the_wheel_scrolls_what_it_is_over() {
    const UP: u8 = 64;
    const DOWN: u8 = 65;
    let mut program = started();
    let list = place_of(&program, "19 Dec");
    program.send(report(DOWN, list, 'M'));
    wait(&mut program, |screen| detail(screen).contains("2+2"));
    program.send(report(UP, list, 'M'));
    wait(&mut program, |screen| detail(screen).contains("DHS and METI sign"));
    let pane = place_of(&program, "PARTIES");
    program.send(report(DOWN, pane, 'M'));
    wait(&mut program, |screen| !detail(screen).contains("DHS and METI sign"));
    program.send(report(UP, pane, 'M'));
    wait(&mut program, |screen| detail(screen).contains("DHS and METI sign"));
    let axis = (70, place_of(&program, "US–Japan").1);
    let before = window(program.screen());
    program.send(report(UP, axis, 'M'));
    wait(&mut program, |screen| window(screen) != before);
    let near = window(program.screen());
    // With Shift it pans.
    program.send(report(DOWN | 4, axis, 'M'));
    wait(&mut program, |screen| window(screen) != near);
    program.send(report(UP | 4, axis, 'M'));
    wait(&mut program, |screen| window(screen) == near);
    program.send(report(DOWN, axis, 'M'));
    wait(&mut program, |screen| window(screen) == before);
    program.send("?");
    wait(&mut program, |screen| screen.contents().contains("type to find"));
    let page = program.screen().contents();
    program.send(report(DOWN, (60, 20), 'M').repeat(40));
    wait(&mut program, |screen| screen.contents() != page);
}

#[test]
fn what_is_between_the_panes_answers_to_nothing_and_no_report_is_a_key() {
    let mut program = started();
    click(&mut program, (60, 9));
    wait(&mut program, |screen| !screen.contents().contains("a timeline to explore"));
    let before = program.screen().contents();
    for place in [(73, 20), (60, 9), (5, 1), (0, 5), (5, 0), (0, 0), (9999, 9999), (99_999, 1)] {
        click(&mut program, place);
        program.send(report(65, place, 'M'));
    }
    for (button, end) in [(1, 'M'), (2, 'M'), (35, 'M'), (3, 'M'), (128, 'M')] {
        program.send(report(button, (20, 20), end));
    }
    program.send("/");
    wait(&mut program, |screen| rows(screen).pop().unwrap().starts_with(" /"));
    // The terminal stops amid a report, at each place of it, for longer than a key takes.
    let report = report(0, (20, 20), 'M');
    for cut in 3..report.len() {
        program.send(&report[..cut]);
        assert!(program.is_quiet(Duration::from_millis(70)), "cut at {cut}");
        program.send(&report[cut..]);
    }
    program.send("z");
    wait(&mut program, |screen| rows(screen).pop().unwrap().starts_with(" /z"));
    program.send("\x1b");
    wait(&mut program, |screen| screen.contents() == before);
}

#[test]
fn the_mouse_is_heard_in_tmux() {
    let Some(tmux) = Tmux::start(&format!("'{BINARY}' --fresh --select {EVENT}")) else { return };
    tmux.run(&["set", "-g", "mouse", "on"]);
    tmux.wait(|screen| screen.contains("DHS and METI sign an updated cybersecurity memorandum"));
    let mut client = tmux.attach((120, 41));
    let words = "US–Japan 2+2 in Washington";
    client.wait(|screen| detail(screen).contains("DHS and METI sign") && rows(screen).concat().contains(words));
    click_on(&mut client, words);
    client.wait(|screen| detail(screen).contains("US–Japan 2+2"));
    let list = place_of(&client, "19 Dec");
    client.send(report(65, list, 'M'));
    client.wait(|screen| detail(screen).contains("Sunak and Kishida"));
}
