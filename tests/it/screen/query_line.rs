//! What the query line teaches: what can be asked, and why an answer is all or nothing.

use annalist::model::Lang;

use crate::screen::{BUILT_IN, SMALL, Screen};

/// Twelve events with one word, half of them with another, in two lanes.
fn twelve() -> Screen {
    let mut toml = String::new();
    for month in 1..=12 {
        let (lane, more) = if month % 2 == 0 { ("city", "storm") } else { ("port", "calm") };
        toml += &format!("[[event]]\ndate = \"2022-{month:02}\"\ntitle = \"Harbour {more}\"\nlane = \"{lane}\"\n");
    }
    Screen::open(&toml, 120, 40)
}

#[test]
fn a_word_that_keeps_nearly_all_says_so() {
    twelve().keys("/").paste("harbour").shows("harbour: in 12 of 12 events");
    twelve().keys("/").paste("lane:city harbour").hides("harbour: in");
    twelve().keys("/").paste("storm").hides("storm: in");
    twelve().lang(Lang::Ja).keys("/").paste("harbour").shows("harbour：12件中12件にある");
}

#[test]
fn a_query_that_keeps_nothing_says_what_keeps_all_away() {
    let mut screen = twelve();
    screen.keys("/").paste("storm lane:port").shows("nothing: without `lane:port` 6 events").keys("Enter");
    screen.shows("No event passes this filter:").shows("nothing: without `lane:port` 6 events");
    twelve().keys("/").paste("habrour").shows("no habrour: `~habrour` finds 12 events");
    twelve().keys("/").paste("STOR").shows("no STOR: `\"STOR\"` finds 6 events");
    twelve().keys("/").paste("xyzzy").hides("xyzzy:");
    let mut screen = Screen::open(SMALL, 120, 40);
    screen.keys("/").paste("said:umin").keys("Esc /").paste("said:uminno");
    screen.shows("no said:uminno: `said:\"Hana Umino\"` finds 1 event");
}

#[test]
fn an_empty_line_shows_what_can_be_asked() {
    let mut screen = Screen::open(SMALL, 120, 40);
    screen.keys("/").shows("lane:").shows("City, Port, State").shows("said:").shows("their own words");
    screen.keys("Down Enter");
    assert_eq!(screen.query().to_string(), "", "a field goes on with its values");
    screen.shows("/lane:").shows("Port").keys("Esc");
    screen.keys("/").paste("quay storm").keys("Enter X /");
    for _ in 0..40 {
        screen.keys("Down");
    }
    screen.shows("asked before").keys("Enter Enter");
    assert_eq!(screen.query().to_string(), "quay storm");
    screen.keys("/ Esc X / Esc").hides("asked before");
}

#[test]
fn what_an_empty_line_offers_fits_every_size() {
    for (columns, rows) in [(1, 1), (9, 4), (40, 12), (60, 20), (80, 24), (200, 60)] {
        for lang in [Lang::En, Lang::Ja, Lang::Both] {
            for timeline in [BUILT_IN, SMALL] {
                Screen::open(timeline, columns, rows).lang(lang).keys("/ Down Down Down Up Tab Esc / Enter");
            }
        }
    }
    let mut screen = Screen::open(BUILT_IN, 80, 24);
    screen.keys("/").shows("↓");
}

#[test]
fn a_row_says_where_the_words_stand_if_its_title_has_none_of_them() {
    let toml = "[[event]]\ndate = \"2022\"\ntitle = \"Talks on dikes\"\n\
                [[event]]\ndate = \"2023\"\ntitle = \"A visit\"\nsummary = \"Dikes.\"\n\
                [[event.quote]]\ntext = \"The dike holds.\"\n[[event.quote]]\ntext = \"A dike, a dike!\"\n\
                [[event.source]]\ntitle = \"Dikes\"\n[[event]]\ndate = \"2024\"\ntitle = \"None\"\n";
    let mut screen = Screen::open(toml, 140, 30);
    screen
        .keys("/")
        .paste("dike")
        .keys("Enter G")
        .shows("A visit  2 quotes · the text")
        .hides("dikes  the text")
        .hides("dikes  a ");
    screen.lang(Lang::Ja).shows("A visit  引用2件 · 本文");
    let mut narrow = Screen::open(toml, 30, 30);
    narrow.keys("/").paste("dike").keys("Enter").shows("A visit").hides("2 quotes");
}
