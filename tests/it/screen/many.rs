//! Great numbers of one thing in one event: what they cost grows as their number does, in every view and menu.

use std::time::{Duration, Instant};

use crate::screen::Screen;

/// An event with so many of something, behind a few plain ones.
fn event(count: usize, each: impl Fn(usize) -> String, list: &str) -> String {
    let all: Vec<String> = (0..count).map(each).collect();
    let (begin, end) = list.split_once("ALL").unwrap();
    format!(
        "[[event]]\ndate = \"2019\"\ntitle = \"Before\"\n[[event]]\nid = \"many\"\ndate = \"2020\"\ntitle = \"Many\"\n{begin}{}{end}\n",
        all.join(",")
    )
}

fn parties(count: usize) -> String {
    event(count, |at| format!("\"p{at}\""), "parties = [ALL]")
}

fn areas(count: usize) -> String {
    event(count, |at| format!("\"a{at}\""), "areas = [ALL]")
}

fn bodies(count: usize) -> String {
    event(count, |at| format!("\"Office {at}\""), "organisations = [ALL]")
}

fn people(count: usize) -> String {
    event(count, |at| format!("{{ name = \"Person {at}\", role = \"r\" }}"), "people = [ALL]")
}

fn sources(count: usize) -> String {
    event(count, |at| format!("{{ title = \"T{at}\", publisher = \"P{at}\" }}"), "source = [ALL]")
}

fn quotes(count: usize) -> String {
    event(count, |at| format!("{{ text = \"Said {at}\", speaker = \"S{at}\" }}"), "quote = [ALL]")
}

fn differences(count: usize) -> String {
    event(count, |at| format!("{{ field = \"date\", value = \"{at}\" }}"), "differs = [ALL]")
}

fn links(count: usize) -> String {
    let others = (0..count).map(|at| format!("[[event]]\nid = \"e{at}\"\ndate = \"2018\"\ntitle = \"E{at}\"\n"));
    others.collect::<String>() + &event(count, |at| format!("\"e{at}\""), "follows = [ALL]")
}

/// Looks at the event in every way; how long that takes, opening included.
fn looked_at(text: &str) -> Duration {
    let begun = Instant::now();
    let mut screen = Screen::open(text, 100, 30).at("many");
    screen.keys("J G Tab G Tab Tab . Esc f n Esc Esc f p Esc Esc f b Esc Esc f s Esc Esc");
    screen.keys("/ 1 Enter n N x 2 m l m k m w m o m p m b 3 4 6 1");
    begun.elapsed()
}

#[test]
fn four_times_as_many_take_no_more_than_a_few_times_as_long() {
    for (what, text) in [
        ("parties", parties as fn(usize) -> String),
        ("areas", areas),
        ("bodies", bodies),
        ("people", people),
        ("sources", sources),
        ("quotes", quotes),
        ("differences", differences),
        ("links", links),
    ] {
        let (few, many) = (looked_at(&text(1000)), looked_at(&text(4000)));
        // Comparing each with each takes 16 times as long. Other tests run beside this one.
        assert!(many < few * 9 + Duration::from_millis(500), "{what}: {few:?}, {many:?}");
        println!("{what}: {few:?}, {many:?}");
    }
}

#[test]
fn a_row_names_as_many_parties_as_fit_and_counts_the_rest() {
    let screen = Screen::open(&parties(3000), 120, 30).at("many");
    assert!(screen.text().contains("p0 +2999"), "{}", screen.text());
}

#[test]
fn of_a_long_thread_the_first_events_are_named_and_the_rest_is_counted() {
    let mut screen = Screen::open(&links(150), 100, 30).at("many");
    screen.keys("Enter G");
    assert!(screen.text().contains("+50 more; T shows all"), "{}", screen.text());
    screen.keys("Esc T");
    assert!(screen.text().contains("thread:many"), "{}", screen.text());
}
