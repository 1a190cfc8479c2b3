//! Columns that mean no field of an event: kept, found by their names, completed.

use annalist::{
    load::{Format, ReadOptions, Target, timeline_in},
    model::Lang,
    query::{Field, ParsedQuery, Query, TextIndex, complete, run, values},
    stream::{TimelinePart, combined},
};

use super::read;

const TABLE: &str = "date,title,EventID,Event Level,log.level\n\
    2021-01-01,a,4624,4,info\n2021-01-02,b,46240,3,warn\n2021-01-03,c 4624,1,4,info\n2021-01-04,d,,,\n";

/// The titles of the events that a query keeps in a table.
fn kept(query: &str) -> Vec<String> {
    let (update, _file) = read(".csv", TABLE.as_bytes(), &ReadOptions::default()).unwrap();
    let parsed = ParsedQuery::parse_for(query, &update.timeline);
    assert_eq!(parsed.faults, [], "{query}");
    assert_eq!(Query::parse_in(&parsed.query.to_string(), &update.timeline), parsed.query, "{query}");
    let found = run(&parsed.query, &update.timeline, &update.text_index).events;
    found.into_iter().map(|ix| update.timeline.event(ix).unwrap().title.to_string()).collect()
}

#[test]
fn a_field_is_asked_by_its_name() {
    for (query, titles) in [
        ("EventID:4624", &["a"][..]),
        ("eventid:4624,1", &["a", "c 4624"]),
        ("EventID:624", &["a", "b"]),
        ("-EventID:4624", &["b", "c 4624", "d"]),
        ("log.level:info", &["a", "c 4624"]),
        ("eventlevel:3", &["b"]),
        ("4624", &["a", "b", "c 4624"]),
        ("EventID:9", &[]),
        ("level", &[]),
    ] {
        assert_eq!(kept(query), titles, "{query}");
    }
}

#[test]
fn a_column_that_has_become_a_field_is_asked_by_its_own_name_as_well() {
    let table = "timestamp,level,host,user,message\n\
        2024-01-01 10:00,crit,web1,Ana,Disk full\n2024-02-02 10:00,info,web2,Bo,All well\n";
    let (update, _file) = read(".csv", table.as_bytes(), &ReadOptions::default()).unwrap();
    for (query, meant) in [
        ("level:crit", "kind:crit"),
        ("Level:crit", "kind:crit"),
        ("host:web1", "lane:web1"),
        ("user:ana", "user:ana"),
        ("message:disk", "title:disk"),
        ("timestamp:2024-01", "date:2024-01"),
        ("-level:info", "-kind:info"),
    ] {
        let parsed = ParsedQuery::parse_for(query, &update.timeline);
        assert_eq!((parsed.query.to_string().as_str(), parsed.faults.as_slice()), (meant, &[][..]), "{query}");
        let found = run(&parsed.query, &update.timeline, &update.text_index).events;
        let titles: Vec<_> = found.into_iter().map(|ix| update.timeline.event(ix).unwrap().title.to_string()).collect();
        assert_eq!(titles, ["Disk full"], "{query}");
    }
    let completion = complete(("level:c", 7), &update.timeline, &update.text_index, Lang::En, &mut None);
    assert_eq!(completion.items.iter().map(|item| &*item.text).collect::<Vec<_>>(), ["crit"]);
    for target in Target::ALL {
        let field = target.field_of_queries();
        assert!(field.is_none_or(|name| name == "date" || Field::named(name).is_some()), "{target:?}");
    }
}

#[test]
fn a_name_has_one_meaning_in_all_files_or_is_what_it_says() {
    let part = |table: &str| {
        let (update, file) = read(".csv", table.as_bytes(), &ReadOptions::default()).unwrap();
        let part = TimelinePart { lane: "a".to_owned(), timeline: update.timeline, text_index: update.text_index };
        (part, file)
    };
    let kinds = "timestamp,level,host,message\n2024-01-01 10:00,crit,web1,Disk full\n2024-01-02 10:00,info,web2,Fine\n";
    let found = |tables: [&str; 2], query: &str| {
        let parts: Vec<_> = tables.into_iter().map(part).collect();
        let (parts, _files): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        let (timeline, text_index, _) = combined(parts);
        run(&Query::parse_in(query, &timeline), &timeline, &text_index).events.len()
    };
    assert_eq!(found([kinds, kinds], "level:crit"), 2);
    assert_eq!(found([kinds, kinds], "host:web2"), 2);
    let own = "date,title,kind,level\n2024,One,talk,crit\n";
    assert_eq!(found([kinds, own], "kind:crit"), 1);
    assert_eq!(found([kinds, own], "level:crit"), 1, "that of the file in which it is a field of its own");
}

#[test]
fn a_field_that_no_event_has_is_a_fault() {
    let (update, _file) = read(".csv", TABLE.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(ParsedQuery::parse_for("EventIDs:1", &update.timeline).faults.len(), 1);
    assert_eq!(ParsedQuery::parse("EventID:1").faults.len(), 1, "of no timeline");
}

#[test]
fn names_and_values_are_completed_with_counts() {
    let (update, _file) = read(".csv", TABLE.as_bytes(), &ReadOptions::default()).unwrap();
    let items = |text: &str| {
        let completion = complete((text, text.len()), &update.timeline, &update.text_index, Lang::En, &mut None);
        completion.items.into_iter().map(|item| (item.text, item.count)).collect::<Vec<_>>()
    };
    assert_eq!(items("even"), [("EventID:".to_owned(), None), ("eventlevel:".to_owned(), None)]);
    assert_eq!(items("log.level:"), [("info".to_owned(), Some(2)), ("warn".to_owned(), Some(1))]);
    assert_eq!(items("EventID:462"), [("4624".to_owned(), Some(1)), ("46240".to_owned(), Some(1))]);
    let facets = values(Field::Extra("log.level"), &Query::default(), &update.timeline, &update.text_index, Lang::En);
    assert_eq!(facets.iter().map(|facet| facet.count).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn fields_of_events_in_our_own_format_are_asked_in_the_same_way() {
    let text = "{\"date\":\"2021\",\"title\":\"a\",\"host\":\"Alpha\"}\n{\"date\":\"2022\",\"title\":\"b\",\"host\":\"beta\"}\n";
    let timeline = timeline_in(Format::JsonLines, text.as_bytes().to_vec()).timeline;
    let text_index = TextIndex::new(&timeline);
    let query = Query::parse_in("host:alpha", &timeline);
    assert_eq!(run(&query, &timeline, &text_index).events.len(), 1);
}
