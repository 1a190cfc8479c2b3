//! Names that the screen shows are understood by the query line, in whichever language they stand there.

use annalist::{
    load,
    model::{Event, EventIndex, Lang, Timeline},
    query::{Field, ParsedQuery, Query, TextIndex, matches, run},
};

/// Acronyms as words and within words, in texts, names, addresses and vocabularies.
const FILE: &str = r#"
[[lane]]
id = "us-japan"
name = "US–Japan"

[[party]]
id = "GB"
name = "United Kingdom"
name_ja = "英国"
short_ja = "英"

[[party]]
id = "US"
name = "United States"
short_ja = "米"

[[organisation]]
id = "METI"
name = "Ministry of Economy, Trade and Industry"
name_ja = "経済産業省"

[[event]]
id = "virus"
date = "2021"
title = "Australia discusses a virus, metis and dukes"

[[event]]
id = "address"
date = "2022"
title = "A visit"
[[event.source]]
title = "Page"
url = "https://www.gov.uk/us/meti"

[[event]]
id = "words"
date = "2023"
title = "The US, METIの声明"

[[event]]
id = "terms"
date = "2024"
title = "Talks"
lane = "us-japan"
parties = ["GB"]
organisations = ["METI"]
[[event.source]]
title = "Page"
publisher = "METI"
"#;

fn built_in() -> Timeline {
    load::timeline(crate::support::BUILT_IN.as_bytes().to_vec()).timeline
}

fn ids(query: &str, timeline: &Timeline) -> Vec<String> {
    let reading = ParsedQuery::parse_for(query, timeline);
    assert_eq!(reading.faults, [], "{query}");
    // What is printed reads back as the same.
    assert_eq!(Query::parse(&reading.query.to_string()), reading.query, "{query}");
    let found = run(&reading.query, timeline, &TextIndex::new(timeline)).events;
    found.into_iter().map(|ix| timeline.event(ix).unwrap().id.to_string()).collect()
}

#[test]
fn short_words_in_capitals_are_whole_words() {
    let timeline = load::timeline(FILE.into()).timeline;
    for (query, expected) in [
        ("US", &["words", "terms"][..]),
        ("us", &["virus", "address", "words", "terms"]),
        ("\"US\"", &["virus", "address", "words", "terms"]),
        ("METI", &["words", "terms"]),
        ("ＭＥＴＩ", &["words", "terms"]),
        ("meti", &["virus", "address", "words", "terms"]),
        ("UK", &["terms"]),
        ("-US", &["virus", "address"]),
        ("party:UK", &["terms"]),
        ("party:英", &["terms"]),
        ("英", &["terms"]),
        ("経済産業省", &["terms"]),
        ("body:METI", &["terms"]),
        ("publisher:経済産業省", &["terms"]),
        ("機関:METI", &["terms"]),
    ] {
        assert_eq!(ids(query, &timeline), expected, "{query}");
    }
    let needles = Query::parse("US").needles();
    assert_eq!(matches("The US and a virus", &needles), vec![4..6]);
}

/// What the screen calls the values of an event, with the field that it calls them so in.
fn shown_names(timeline: &Timeline, event: &Event) -> Vec<(Field, String)> {
    let mut names = Vec::new();
    for (_, field) in Field::FACETS.into_iter().filter(|(_, field)| !matches!(field, Field::Year | Field::Lang)) {
        for lang in [Lang::En, Lang::Ja] {
            names.extend(field.values_of(timeline, event, lang).into_iter().map(|value| (field, value.label)));
        }
    }
    names
}

#[test]
fn every_name_that_is_shown_finds_the_event_that_it_is_shown_for() {
    let timeline = built_in();
    let text_index = TextIndex::new(&timeline);
    let keeps = |query: &str, ix: EventIndex| {
        let reading = ParsedQuery::parse_for(query, &timeline);
        reading.faults.is_empty() && run(&reading.query, &timeline, &text_index).events.contains(&ix)
    };
    let mut lost = Vec::new();
    for ix in timeline.indices() {
        let event = timeline.event(ix).unwrap();
        for (field, name) in shown_names(&timeline, &event) {
            for query in [format!("\"{name}\""), format!("{}:\"{name}\"", field.name())] {
                if !keeps(&query, ix) && !lost.contains(&query) {
                    lost.push(query);
                }
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

#[test]
fn both_spellings_find_the_same() {
    let toml = "[[event]]\nid = \"gb\"\ndate = \"2022\"\ntitle = \"Defence organisations analyse a cyber-security programme at the centre\"\n\
                [[event]]\nid = \"us\"\ndate = \"2023\"\ntitle = \"Defense organizations analyze a cybersecurity program at the center\"\n\
                [[event]]\nid = \"no\"\ndate = \"2024\"\ntitle = \"Central offices\"\n";
    let timeline = load::timeline(toml.into()).timeline;
    for word in [
        "defence",
        "defens",
        "organisation",
        "organiz",
        "analyse",
        "analyze",
        "programme",
        "program",
        "centre",
        "center",
        "cybersecurity",
        "cyber-security",
        "\"cyber security\"",
        "\"cyber security program\"",
    ] {
        assert_eq!(ids(word, &timeline), ["gb", "us"], "{word}");
    }
    let title = "At the cyber-security Centre";
    assert_eq!(matches(title, &Query::parse("center").needles()), vec![22..28]);
    assert_eq!(matches(title, &Query::parse("cybersecurity").needles()), vec![7..21]);
}
