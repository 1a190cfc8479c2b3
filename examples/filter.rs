//! Asks a timeline a question: `cargo run --example filter -- examples/moon.toml 'person:Lovell | has:quote'`.

use std::{env, error::Error, fs};

use annalist::{
    load,
    query::{self, ParsedQuery, TextIndex},
};

/// Each event that a query keeps, in order of time: its date and its title.
///
/// # Errors
///
/// What is wrong with the query.
pub(crate) fn kept(toml: Vec<u8>, asked: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let timeline = load::timeline(toml).timeline;
    let parsed = ParsedQuery::parse_for(asked, &timeline);
    if let Some(fault) = parsed.faults.first() {
        return Err(format!("{fault:?}").into());
    }
    let result = query::run(&parsed.query, &timeline, &TextIndex::new(&timeline));
    let events = result.events.into_iter().filter_map(|ix| timeline.event(ix));
    Ok(events.map(|event| (event.date.as_written().to_owned(), event.title.to_string())).collect())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, asked] = arguments.as_slice() else { return Err("filter FILE QUERY".into()) };
    for (date, title) in kept(fs::read(file)?, asked)? {
        println!("{date:<24}{title}");
    }
    Ok(())
}
