//! The laws of the timeline that comes with annalist, read by other means than its own loader, and at the end by that.

use std::{
    cell::Cell,
    collections::{HashMap, HashSet},
};

use annalist::load;
use toml::{Table, Value};
use unicode_normalization::is_nfc;

fn document() -> Table {
    crate::support::BUILT_IN.parse().unwrap()
}

fn tables<'a>(table: &'a Table, name: &str) -> Vec<&'a Table> {
    let list = table.get(name).and_then(Value::as_array).into_iter().flatten();
    list.map(|value| value.as_table().unwrap()).collect()
}

fn text<'a>(table: &'a Table, field: &str) -> &'a str {
    table.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(table: &'a Table, field: &str) -> Vec<&'a str> {
    let values = table.get(field).and_then(Value::as_array).into_iter().flatten();
    values.map(|value| value.as_str().unwrap()).collect()
}

fn ids(document: &Table, name: &str) -> HashSet<String> {
    let tables = tables(document, name);
    let ids: HashSet<String> = tables.iter().map(|table| text(table, "id").to_owned()).collect();
    assert_eq!(ids.len(), tables.len(), "an id of {name} stands twice");
    ids
}

/// For each event its id and itself.
fn each(check: impl Fn(&str, &Table)) {
    let document = document();
    let events = tables(&document, "event");
    assert!(events.len() >= 13);
    for event in events {
        check(text(event, "id"), event);
    }
}

/// The digits with which a date begins: of a span its start, of a one-of set the first.
fn start(date: &str) -> String {
    let first = date.trim_start_matches('[').split(['/', ',', ']', 'T', '~', '?', '%']).next().unwrap();
    first.split("..").next().unwrap().to_owned()
}

#[test]
fn ids_are_unique_and_begin_with_the_date() {
    ids(&document(), "event");
    each(|id, event| {
        // An id stays when the date becomes known more exactly.
        let date = start(text(event, "date"));
        let begins =
            |digits| date.get(..digits).and_then(|date| id.strip_prefix(date)).is_some_and(|rest| rest.len() > 3);
        assert!([10, 7, 4].into_iter().any(begins), "{id}: another date");
        assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{id}");
    });
}

#[test]
fn the_events_that_others_speak_of_are_there() {
    let ids = ids(&document(), "event");
    for id in ["2023-01-06-dhs-meti-moc", "2022-10-mayorkas-nishimura-tokyo"] {
        assert!(ids.contains(id), "{id}");
    }
}

#[test]
fn events_stand_in_order() {
    let document = document();
    let starts: Vec<String> = tables(&document, "event").iter().map(|event| start(text(event, "date"))).collect();
    // A month comes before its days, as a year before its months: the shorter text is the smaller.
    for (before, after) in starts.iter().zip(starts.iter().skip(1)) {
        assert!(before <= after, "{before} stands before {after}");
    }
}

#[test]
fn every_word_is_in_its_vocabulary() {
    let document = document();
    let [lanes, kinds, areas, parties, bodies] =
        ["lane", "kind", "area", "party", "organisation"].map(|name| ids(&document, name));
    let persons: HashSet<&str> = tables(&document, "person").into_iter().map(|person| text(person, "name")).collect();
    each(|id, event| {
        assert!(lanes.contains(text(event, "lane")), "{id}: lane");
        assert!(kinds.contains(text(event, "kind")), "{id}: kind");
        let of = list(event, "areas");
        assert!((1..=4).contains(&of.len()), "{id} has {} areas", of.len());
        for (all, used, what) in [(&areas, of, "area"), (&parties, list(event, "parties"), "party")] {
            assert!(!used.is_empty(), "{id} has no {what}");
            assert!(used.iter().all(|value| all.contains(*value)), "{id}: {what}");
            assert_eq!(used.iter().collect::<HashSet<_>>().len(), used.len(), "{id} names a {what} twice");
        }
        for person in event.get("people").and_then(Value::as_array).into_iter().flatten() {
            let name = person.as_str().or_else(|| person.get("name").and_then(Value::as_str)).unwrap();
            assert!(persons.contains(name), "{id}: {name} is no [[person]]");
        }
        for body in list(event, "organisations") {
            assert!(bodies.contains(body), "{id}: {body} is no [[organisation]]");
        }
        assert!(matches!(text(event, "confidence"), "low" | "medium" | "high"), "{id}: confidence");
    });
}

#[test]
fn every_word_of_the_vocabulary_has_both_languages() {
    let document = document();
    for name in ["lane", "kind", "area", "party"] {
        for term in tables(&document, name) {
            let id = text(term, "id");
            assert!(!text(term, "name").is_empty() && !text(term, "name_ja").is_empty(), "{name} {id}");
        }
    }
    for kind in tables(&document, "kind") {
        assert_eq!(text(kind, "mark").chars().count(), 1, "{}", text(kind, "id"));
        assert_eq!(text(kind, "ascii").len(), 1, "{}", text(kind, "id"));
    }
}

#[test]
fn text_is_clean() {
    let clean = |path: &str, text: &str| {
        assert!(is_nfc(text), "{path} is not in NFC");
        let bad =
            |c: char| c.is_control() || matches!(c, '\u{FE0F}' | '\u{FE0E}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}');
        let found: Vec<char> = text.chars().filter(|&c| bad(c)).collect();
        assert!(found.is_empty(), "{path} holds {found:?}");
        assert!(!text.trim().is_empty() && text.trim() == text, "{path} has blanks around it: {text:?}");
        assert!(!text.contains("  "), "{path} has two blanks in a row: {text:?}");
    };
    fn walk(path: &str, value: &Value, check: &impl Fn(&str, &str)) {
        match value {
            Value::String(text) => check(path, text),
            Value::Array(values) => values.iter().for_each(|value| walk(path, value, check)),
            Value::Table(table) => {
                let id = table.get("id").and_then(Value::as_str).map_or(path.to_owned(), str::to_owned);
                table.iter().for_each(|(key, value)| walk(&format!("{id}.{key}"), value, check));
            }
            _ => {}
        }
    }
    walk("", &Value::Table(document()), &clean);
}

#[test]
fn no_event_rests_on_copies_alone() {
    let names_a_copy = |source: &Table| {
        let told = format!("{} {}", text(source, "title"), text(source, "publisher")).to_lowercase();
        ["copy", "copied", "repost", "reprint", "mirror", "search site"].iter().any(|word| told.contains(word))
    };
    let copies = Cell::new(0);
    each(|id, event| {
        let sources = tables(event, "source");
        copies.set(copies.get() + sources.iter().filter(|source| names_a_copy(source)).count());
        assert!(!sources.iter().all(|source| names_a_copy(source)), "{id} rests on copies alone");
    });
    assert!(copies.get() > 20, "copies are not named as such any more");
}

#[test]
fn every_event_has_titles_a_summary_and_a_source() {
    each(|id, event| {
        for field in ["title", "title_ja", "summary", "summary_ja"] {
            assert!(!text(event, field).is_empty(), "{id} has no {field}");
        }
        assert!(text(event, "title").chars().count() <= 100, "{id}: the title is long");
        let sources = tables(event, "source");
        assert!(!sources.is_empty(), "{id} has no source");
        for source in sources {
            let url = text(source, "url");
            let web = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            assert!(web.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace)), "{id}: {url}");
            for field in ["title", "publisher", "lang"] {
                assert!(!text(source, field).is_empty(), "{id}: a source has no {field}");
            }
        }
        for differs in tables(event, "differs") {
            let number = differs.get("source").and_then(Value::as_integer).unwrap();
            assert!((1..=tables(event, "source").len() as i64).contains(&number), "{id}: source {number}");
        }
    });
}

#[test]
fn quotes_are_short_and_say_who_and_where() {
    each(|id, event| {
        let sources = tables(event, "source").len();
        for quote in tables(event, "quote") {
            let (words, lang) = (text(quote, "text"), text(quote, "lang"));
            assert!(!text(quote, "speaker").is_empty() && !lang.is_empty(), "{id}: {words}");
            if lang == "ja" {
                assert!(words.chars().count() <= 200, "{id} quotes {} characters", words.chars().count());
            } else {
                assert!(
                    words.split_whitespace().count() <= 60,
                    "{id} quotes {} words",
                    words.split_whitespace().count()
                );
            }
            assert_eq!(lang != "en", !text(quote, "translation").is_empty(), "{id}: {words}");
            assert_eq!(lang != "ja", !text(quote, "translation_ja").is_empty(), "{id}: {words}");
            let source = quote.get("source").and_then(Value::as_integer).unwrap();
            assert!(
                usize::try_from(source).is_ok_and(|number| (1..=sources).contains(&number)),
                "{id}: source {source}"
            );
        }
    });
}

#[test]
fn threads_run_back_in_time_and_never_in_a_circle() {
    let document = document();
    let events = tables(&document, "event");
    let starts: HashMap<&str, String> =
        events.iter().map(|event| (text(event, "id"), start(text(event, "date")))).collect();
    for event in &events {
        let id = text(event, "id");
        for before in list(event, "follows") {
            let earlier = starts.get(before).unwrap_or_else(|| panic!("{id} follows {before}, which is not there"));
            // Where one date is a part of the other, the order is open, but not where they are the same event.
            assert!(
                before != id && (earlier <= &starts[id] || earlier.starts_with(&*starts[id])),
                "{id} follows {before}"
            );
        }
    }
    let follows: HashMap<&str, Vec<&str>> =
        events.iter().map(|event| (text(event, "id"), list(event, "follows"))).collect();
    let mut done: HashSet<&str> = HashSet::new();
    while done.len() < follows.len() {
        let ready: Vec<&str> = follows
            .iter()
            .filter(|(id, before)| !done.contains(*id) && before.iter().all(|b| done.contains(b)))
            .map(|(id, _)| *id)
            .collect();
        assert!(!ready.is_empty(), "a thread runs in a circle");
        done.extend(ready);
    }
}

#[test]
fn our_own_loader_finds_nothing_wrong() {
    let loaded = load::timeline(crate::support::BUILT_IN.into());
    let report = crate::support::report("events.toml", &loaded, load::ColorChoice::Plain);
    assert_eq!(report, "");
    assert_eq!(loaded.timeline.len(), tables(&document(), "event").len());
}
