//! Each quotation of the timeline that comes with annalist, compared letter by letter with the passage that it stands in.

use std::{collections::HashMap, fs, path::Path};

use annalist::{load, model::EventDate};
use toml::Table;

/// What may stand around a quotation of a page that is not official, in characters.
const MAX_CONTEXT_CHARS: usize = 560;

struct Passage {
    url: String,
    text: String,
}

/// The passages by event and number of the quote.
fn passages() -> HashMap<(String, i64), Passage> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("evidence");
    let mut passages = HashMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let table: Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        for passage in table["passage"].as_array().unwrap() {
            let text = |field: &str| passage.get(field).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
            let key = (text("event"), passage["quote"].as_integer().unwrap());
            assert!(EventDate::parse(&text("read")).is_ok(), "{key:?}: when was it read?");
            let passage = Passage { url: text("url"), text: text("text") };
            assert!(passages.insert(key.clone(), passage).is_none(), "{key:?} has two passages");
        }
    }
    passages
}

#[test]
fn every_quotation_stands_letter_by_letter_in_its_passage() {
    let mut passages = passages();
    let timeline = load::timeline(crate::support::BUILT_IN.into()).timeline;
    let mut compared = 0;
    for event in timeline.events() {
        for (number, quote) in (1..).zip(event.quotes.iter()) {
            let at = format!("{}, quote {number}", event.id);
            let passage =
                passages.remove(&(event.id.to_string(), number)).unwrap_or_else(|| panic!("{at}: no passage"));
            assert!(passage.text.contains(&*quote.text), "{at}: its passage has other words:\n{}", passage.text);
            let source =
                quote.source.and_then(|place| event.sources.get(place)).unwrap_or_else(|| panic!("{at}: no source"));
            let is_there = [&source.url, &source.archived].into_iter().flatten().any(|url| *url == passage.url);
            assert!(is_there, "{at}: the passage is from {}, its source is another page", passage.url);
            let around = passage.text.chars().count() - quote.text.chars().count();
            assert!(
                source.primary || around <= MAX_CONTEXT_CHARS,
                "{at}: {around} characters of a page that is not official"
            );
            compared += 1;
        }
    }
    let left: Vec<_> = passages.keys().collect();
    assert!(left.is_empty(), "passages of no quotation: {left:?}");
    assert!(compared >= 230, "{compared}");
}
