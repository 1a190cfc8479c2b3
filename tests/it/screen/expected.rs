//! What should be found, worked out from the bare TOML by other means than the program's own: plain lower case and
//! plain search, no query, no facets, no loader.

use toml::{Table, Value};

/// The ids of the events in which a word stands that a reader can see: in their own texts, but for the links to other
/// events, or in what the vocabularies say of lane, kind, areas, parties, persons and bodies.
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
    let mut names = event.get("organisations").map_or_else(Vec::new, strings);
    for person in event.get("people").and_then(Value::as_array).into_iter().flatten() {
        names.extend(person.as_str().or_else(|| person.get("name").and_then(Value::as_str)));
    }
    for (tables, field) in [("quote", "speaker"), ("source", "publisher")] {
        for table in event.get(tables).and_then(Value::as_array).into_iter().flatten() {
            names.extend(table.get(field).and_then(Value::as_str).into_iter().flat_map(|name| name.split(" / ")));
        }
    }
    for name in names {
        texts.extend(known(document, name, event["date"].as_str().unwrap()).into_iter().map(str::to_lowercase));
    }
    texts
}

/// What the vocabularies say of whoever has this name: all names, and the post held at this date.
fn known<'a>(document: &'a Table, name: &str, date: &str) -> Vec<&'a str> {
    let of = |table: &str| document.get(table).and_then(Value::as_array).into_iter().flatten();
    let names =
        |term: &'a Value| ["id", "name", "name_ja", "about"].into_iter().filter_map(|field| term.get(field)?.as_str());
    let post = |table: &'a Value| ["role", "role_ja"].into_iter().filter_map(|field| table.get(field)?.as_str());
    let is_it = |term: &&'a Value| names(term).any(|known| known == name);
    let Some(term) = of("person").find(is_it).or_else(|| of("organisation").find(is_it)) else { return Vec::new() };
    let mut posts = term.get("roles").and_then(Value::as_array).into_iter().flatten();
    let began = |post: &&'a Value| post.get("from").and_then(Value::as_str).is_none_or(|from| from <= date);
    names(term).chain(post(term)).chain(posts.rfind(began).into_iter().flat_map(post)).collect()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.to_lowercase()),
        Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        // What a source bears is told by names of fields, which are no words of the event.
        Value::Table(table) => {
            table.iter().filter(|(field, _)| *field != "supports").for_each(|(_, value)| gather(value, texts));
        }
        _ => {}
    }
}
