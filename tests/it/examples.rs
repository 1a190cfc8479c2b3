//! The examples are sound, and do what they say.

use std::fs;

use crate::cli::{annalist, ends, out};

#[path = "../../examples/filter.rs"]
#[allow(dead_code, reason = "its main is a program of its own")]
mod filter;

fn example(name: &str) -> String {
    format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_timelines_are_sound_and_laid_out() {
    for (name, events) in [("moon.toml", 8), ("writing.toml", 11), ("incident.csv", 10)] {
        let output = annalist(&["check", "--deny", "warnings", &example(name)]);
        ends(&output, 0);
        assert!(out(&output).contains(&format!("{name}: {events} events, 0 errors, 0 warnings")), "{}", out(&output));
    }
    ends(&annalist(&["fmt", "--check", &example("moon.toml"), &example("writing.toml")]), 0);
}

#[test]
fn the_library_answers_as_the_program_does() {
    let toml = fs::read(example("moon.toml")).unwrap();
    let kept = filter::kept(toml.clone(), "person:Lovell | has:quote").unwrap();
    let titles: Vec<&str> = kept.iter().map(|(_, title)| title.as_str()).collect();
    assert_eq!(titles, ["Apollo 8: people circle the Moon", "Apollo 11: people walk on the Moon"]);
    let printed = out(&annalist(&["-q", "person:Lovell | has:quote", &example("moon.toml")]));
    assert_eq!(printed.lines().count(), 2);
    for (line, (date, title)) in printed.lines().zip(&kept) {
        assert!(line.starts_with(date.as_str()) && line.ends_with(title.as_str()), "{line}");
    }
    assert!(filter::kept(toml, "nobody:there").is_err());
}
