//! Clock times on the screen: which clock it is, where rows tell it, and spans with both their ends.

use annalist::model::Lang;

use crate::screen::Screen;

const LOG: &str = r#"
[[event]]
id = "tokyo"
date = 2024-06-11T23:30:00+09:00
title = "In Tokyo"

[[event]]
id = "zulu"
date = "2024-06-11T15:30:00.5Z"
title = "Half a second past"

[[event]]
id = "day"
date = "2024-08-01"
title = "A day alone"
"#;

#[test]
fn the_title_names_the_clock_and_a_key_switches_it() {
    let mut screen = Screen::open(LOG, 120, 30);
    let title = |screen: &Screen| screen.rows()[0].clone();
    assert!(title(&screen).contains(" UTC "), "{}", title(&screen));
    screen.shows("Tue 11 June 2024, 14:30 (UTC)").keys("Z").shows("clock times: UTC, local").keys("j k");
    assert!(title(&screen).contains(" local "), "{}", title(&screen));
    screen.keys("Z").shows("as written").shows("Tue 11 June 2024, 23:30 (UTC+9)").keys("j k");
    assert!(title(&screen).contains(" UTC, as written "), "{}", title(&screen));
    screen.keys("Z").shows("Tue 11 June 2024, 14:30 (UTC)").keys("L").shows("14:30（UTC）");
    // A zone of the timeline is one more to turn to, and the first.
    let mut screen = Screen::open(&format!("[timeline]\nzone = \"+09:00\"\n{LOG}"), 120, 30);
    assert!(title(&screen).contains(" UTC+9 "), "{}", title(&screen));
    screen.shows("Tue 11 June 2024, 23:30 (UTC+9)").keys("Z").shows("14:30 (UTC)").keys("Z Z Z").shows("(UTC+9)");
    // Where no event is an instant there is no clock to name.
    let screen = Screen::open("[[event]]\ndate = \"2024-06-11\"\ntitle = \"A\"\n", 120, 30);
    assert!(!title(&screen).contains("UTC"), "{}", title(&screen));
}

#[test]
fn the_order_of_the_list_goes_by_the_clock_on_display() {
    let day = "[[event]]\nid = \"eleventh\"\ndate = \"2024-06-11\"\ntitle = \"That day\"\n";
    let early = "[[event]]\nid = \"early\"\ndate = \"2024-06-10T23:00:00Z\"\ntitle = \"Early\"\n";
    let mut screen = Screen::open(&format!("{day}{early}"), 120, 30);
    assert_eq!(screen.shown_ids(), ["early", "eleventh"]);
    // Nine hours later the instant lies within the day.
    let mut tokyo = Screen::open(&format!("[timeline]\nzone = \"+09:00\"\n{day}{early}"), 120, 30);
    assert_eq!(tokyo.shown_ids(), ["eleventh", "early"]);
    assert_eq!(tokyo.keys("Z").shown_ids(), screen.keys("0").shown_ids());
}

#[test]
fn rows_tell_the_clock_where_it_tells_events_apart() {
    let mut screen = Screen::open(LOG, 120, 30);
    // Two events share their day, in a window of months; the third has no clock.
    screen.shows("11 Jun 14:30:00").shows("11 Jun 15:30:00.5").hides("01 Aug 00:00").shows("01 Aug");
    screen.keys("/ Half Enter").shows("11 Jun").hides("11 Jun 15:30");
    // In a window of less than three days every row tells it.
    let mut near = Screen::open(LOG, 120, 30);
    near.keys("/ Half Enter + + + + + + + +");
    assert!(near.app.window.seconds() < 3 * 86_400, "{:?}", near.app.window);
    near.shows("11 Jun 15:30:00.5").keys("@").shows("@");
    let mut counted = Screen::open(LOG, 120, 30).at("tokyo");
    counted.keys("@").shows("+1:00:00.5");
}

#[test]
fn a_wide_list_has_both_ends_of_a_span() {
    let span = "[[event]]\ndate = \"2023-10-31/2023-11-01\"\ntitle = \"Talks\"\n";
    let mut screen = Screen::open(span, 120, 30);
    screen.shows("31 Oct – 1 Nov ● Talks");
    let mut screen = Screen::open(span, 120, 30).lang(Lang::Ja);
    screen.shows("10月31日～11月1日");
}
