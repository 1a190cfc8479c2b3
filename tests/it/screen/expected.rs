//! What should be found, worked out from the bare TOML by other means than the program's own: plain lower case and
//! plain search, no query, no facets, no loader.

use toml::{Table, Value};

/// The ids of the events in which a word stands that a reader can see: in their own texts, but for the links to other
/// events, or in the names of lane, kind, areas and parties.
pub(crate) fn with_word(source: &str, word: &str) -> Vec<String> {
    let document = table(source);
    let word = word.to_lowercase();
    let events = events(&document).filter(|event| texts(&document, event).iter().any(|text| text.contains(&word)));
    sorted(events)
}

/// The ids of the events that have this value in a field.
pub(crate) fn with_value(source: &str, field: &str, value: &str) -> Vec<String> {
    let document = table(source);
    sorted(events(&document).filter(|event| match &event[field] {
        Value::Array(values) => values.iter().any(|v| v.as_str() == Some(value)),
        one => one.as_str() == Some(value),
    }))
}

/// How many events there are.
pub(crate) fn count(source: &str) -> usize {
    events(&table(source)).count()
}

/// Ids in the order of the alphabet, to compare with [`with_word`] and [`with_value`].
pub(crate) fn in_order(ids: Vec<&str>) -> Vec<String> {
    let mut ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    ids.sort();
    ids
}

fn table(source: &str) -> Table {
    source.parse().unwrap()
}

fn events(document: &Table) -> impl Iterator<Item = &Table> {
    document["event"].as_array().unwrap().iter().map(|event| event.as_table().unwrap())
}

fn sorted<'a>(events: impl Iterator<Item = &'a Table>) -> Vec<String> {
    let mut ids: Vec<String> = events.map(|event| event["id"].as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids
}

fn texts(document: &Table, event: &Table) -> Vec<String> {
    let mut texts = Vec::new();
    for (field, value) in event.iter().filter(|(field, _)| *field != "follows") {
        gather(value, &mut texts);
        let vocabulary = match field.as_str() {
            "lane" => "lane",
            "kind" => "kind",
            "areas" => "area",
            "parties" => "party",
            _ => continue,
        };
        let mut named = Vec::new();
        gather(value, &mut named);
        let terms = document.get(vocabulary).and_then(Value::as_array).into_iter().flatten();
        for term in terms.filter(|term| named.contains(&term["id"].as_str().unwrap().to_lowercase())) {
            for name in ["name", "name_ja"] {
                texts.extend(term.get(name).and_then(Value::as_str).map(str::to_lowercase));
            }
        }
    }
    texts
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.to_lowercase()),
        Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        Value::Table(table) => table.iter().for_each(|(_, value)| gather(value, texts)),
        _ => {}
    }
}
