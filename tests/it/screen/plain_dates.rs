//! Dates as people write them, in the query line and in the prompt for a date.

use annalist::axis::Window;
use annalist::model::{Lang, Moment};

use crate::screen::Screen;

/// An event in each month of three years.
fn months() -> Screen {
    let mut toml = String::new();
    for (year, month) in (2021..=2023).flat_map(|year| (1..=12).map(move |month| (year, month))) {
        toml +=
            &format!("[[event]]\nid = \"{year}-{month:02}\"\ndate = \"{year}-{month:02}-15\"\ntitle = \"Meeting\"\n");
    }
    Screen::open(&toml, 120, 40)
}

#[test]
fn a_date_as_people_write_it_filters_and_a_key_takes_its_form() {
    let mut screen = months();
    screen.keys("/").paste("oct 2022 to jan 2023");
    assert_eq!(screen.shown_ids(), ["2022-10", "2022-11", "2022-12", "2023-01"]);
    screen.shows("2022-10..2023-01").shows("October 2022 – January 2023       4 Tab");
    screen.keys("Tab").shows("/2022-10..2023-01 ");
    assert_eq!(screen.shown_ids().len(), 4);
    screen.keys("Ctrl-u").paste("meeting Feb 2022").shows("February 2022").keys("Enter");
    assert_eq!(screen.shown_ids(), ["2022-02"]);
    screen.shows("meeting  2022-02");
    assert_eq!(screen.query().to_string(), "meeting 2022-02", "what is kept is what the language writes");
}

#[test]
fn every_way_to_write_a_date_finds_its_time() {
    for (text, count, read) in [
        ("before 2022", 12, "2021"),
        ("after May 2023", 7, "June 2023"),
        ("2022-Q3", 3, "third quarter of 2022"),
        ("in 2022", 12, "2022"),
        ("c. 2022", 12, "c. 2022"),
        ("令和5年1月", 1, "January 2023"),
        ("date:oct 2022 to jan 2023", 4, "October 2022 – January 2023"),
        ("-oct 2022", 35, "October 2022"),
        ("753 BC", 0, "753 BC"),
        ("1960s", 0, "a year in the 1960s"),
    ] {
        let mut screen = months();
        screen.keys("/").paste(text).shows(read);
        assert_eq!(screen.visible().len(), count, "{text}");
        screen.keys("Enter").keys("/");
        assert_eq!(screen.visible().len(), count, "{text}, written out: {}", screen.query());
    }
    let mut screen = months().lang(Lang::Ja);
    screen.keys("/").paste("oct 2022 to jan 2023").shows("2022年10月");
}

#[test]
fn a_range_is_gone_to_from_its_start_to_its_end() {
    let mut screen = months();
    let range = Window::new(Moment::day(2022, 10, 1).unwrap(), Moment::day(2023, 1, 31).unwrap());
    screen.keys("D").paste("October 2022 to January 2023").shows("2022-10/2023-01").keys("Enter");
    let window = screen.window();
    assert!(window.contains(range.start()) && window.contains(range.last()));
    assert!(window.seconds() < range.seconds() * 11 / 10, "{window:?}");
    assert_eq!(screen.selected_id(), "2022-10");
    screen.shows("2022-09 – 2023-02");
    screen.keys("u D").paste("2022").keys("Enter");
    assert!(screen.window().seconds() > range.seconds() * 3, "a single date in view moves nothing");
}

#[test]
fn a_date_without_events_says_so_and_names_the_nearest() {
    let mut screen = months();
    screen.keys("D 1999").shows("no event then; nearest: 15 January 2021").keys("Ctrl-u");
    screen.paste("in 2030").shows("2030 · no event then; nearest: 15 December 2023").keys("Enter");
    assert_eq!(screen.selected_id(), "2023-12");
    screen.keys("D 2022-03-15").hides("nearest");
}
