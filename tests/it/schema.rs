//! The form of a timeline file, as editors know it: it takes what the program takes, and names what the program names.

use std::sync::LazyLock;

use annalist::{
    fields::{FieldRecord, Naming, RecordValue, declarations, event_record},
    load::{self, Format},
    schema::{FieldKind, FieldSchema, TABLES, TableSchema, json_schema, table},
};
use jsonschema::Validator;
use proptest::{prelude::*, strategy::ValueTree};
use serde_json::{Map, Value, json};

use crate::{
    cli::{annalist, ends, out},
    support::written::assert_written,
};

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft7::new(&serde_json::from_str(&json_schema()).unwrap()).unwrap());

/// A timeline as editors of TOML see it: dates are texts.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.iter().map(|(name, value)| (name.clone(), as_json(value))).collect())
        }
    }
}

fn faults(timeline: &Value) -> Vec<String> {
    VALIDATOR.iter_errors(timeline).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What an editor would say of a file of TOML.
pub(crate) fn faults_of_toml(text: &str) -> Vec<String> {
    faults(&as_json(&toml::from_str(text).unwrap()))
}

fn problems(timeline: &Value) -> Vec<String> {
    let loaded = load::timeline_in(Format::JsonLines, timeline.to_string().into_bytes());
    loaded.problems.iter().map(|problem| format!("{problem:?}")).collect()
}

#[test]
fn the_schema_is_printed_and_is_the_one_that_comes_along() {
    assert_written("docs/annalist.schema.json", &json_schema());
    let output = annalist(&["schema"]);
    ends(&output, 0);
    assert_eq!(out(&output), json_schema());
    assert!(jsonschema::draft7::meta::is_valid(&serde_json::from_str(&json_schema()).unwrap()));
}

#[test]
fn the_great_example_validates() {
    assert_eq!(faults_of_toml(crate::support::BUILT_IN), [""; 0]);
}

/// A timeline that says all there is to say, with one event.
fn example() -> Value {
    json!({
        "timeline": { "title": "T", "window": "2021/2024-02", "zone": "+09:00", "checks": ["sources", "https"] },
        "kind": [{ "id": "k", "mark": "▲", "ascii": "^" }],
        "person": [{ "name": "A", "roles": [{ "from": "2020", "role": "Minister" }] }],
        "event": [{
            "date": "2021-04-05", "title": "Talks", "areas": ["x"], "context": false, "confidence": "high",
            "people": [{ "name": "A", "party": "JP" }],
            "quote": [{ "text": "Words", "source": 1 }],
            "source": [{ "url": "https://example.org/", "primary": true, "supports": ["date", "people:A"] }],
        }],
    })
}

#[test]
fn each_fault_that_the_program_names_is_one_for_an_editor() {
    assert_eq!((faults(&example()), problems(&example())), (Vec::new(), Vec::new()));
    let faulty = [
        ("/event/0/tittle", json!("A misspelled name")),
        ("/event/0/date", json!("May 2021")),
        ("/event/0/date", json!(true)),
        ("/event/0/title", json!("")),
        ("/event/0/areas", json!([1])),
        ("/event/0/context", json!("yes")),
        ("/event/0/confidence", json!("hihg")),
        ("/event/0/people/0/name", json!(["A"])),
        ("/event/0/quote/0/source", json!("first")),
        ("/event/0/quote/0/speker", json!("A")),
        ("/event/0/source/0/url", json!("ftp://example.org/")),
        ("/event/0/source/0/supports", json!(["dates"])),
        ("/person/0/roles/0/role", json!(7)),
        ("/kind/0/ascii", json!("▲")),
        ("/timeline/zone", json!("Tokyo")),
        ("/timeline/checks", json!(["spelling"])),
        ("/events", json!([])),
    ];
    for (place, value) in faulty {
        let mut timeline = example();
        let (table, name) = place.rsplit_once('/').unwrap();
        timeline.pointer_mut(table).unwrap()[name] = value.clone();
        assert_ne!(faults(&timeline), [""; 0], "{place} = {value}");
        // JSON may call the list of events so.
        if name != "events" {
            assert_ne!(problems(&timeline), [""; 0], "{place} = {value}");
        }
    }
    let mut timeline = example();
    timeline["event"][0]["tittle"] = json!("x");
    timeline["event"][0]["confidence"] = json!("hihg");
    let places: Vec<String> = VALIDATOR.iter_errors(&timeline).map(|error| error.instance_path().to_string()).collect();
    assert_eq!(places, ["/event/0/confidence", "/event/0/tittle"], "each fault is told where it stands, and once");
    for place in ["/event/0/date", "/event/0/title", "/event/0/quote/0/text", "/person/0/name", "/kind/0/id"] {
        let mut timeline = example();
        let (table, name) = place.rsplit_once('/').unwrap();
        timeline.pointer_mut(table).unwrap().as_object_mut().unwrap().remove(name);
        assert_ne!((faults(&timeline).len(), problems(&timeline).len()), (0, 0), "without {place}");
    }
}

/// The names are those of the table, in its order.
fn is_sorted(table: &TableSchema, names: Vec<&str>) {
    let places = names.iter().filter_map(|name| table.fields.iter().position(|field| field.name == *name));
    assert!(places.clone().is_sorted(), "{}: {names:?}", table.name);
    assert_eq!(places.count(), names.len(), "{}: {names:?}", table.name);
}

#[test]
fn fields_are_written_in_the_order_of_the_schema() {
    let timeline = load::timeline(crate::support::BUILT_IN.as_bytes().to_vec()).timeline;
    // Tables stand behind all values, as TOML has it.
    let in_order = |table: &TableSchema, record: &FieldRecord<'_>| {
        let is_table = |value: &RecordValue<'_>| matches!(value, RecordValue::Tables(_));
        let (tables, values): (Vec<_>, Vec<_>) = record.0.iter().partition(|(_, value)| is_table(value));
        for fields in [values, tables] {
            is_sorted(table, fields.iter().map(|(name, _)| &**name).collect());
        }
    };
    let tables = declarations(&timeline, None);
    let names: Vec<&str> = tables.0.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, TABLES.map(|table| table.name)[..names.len()]);
    for (name, value) in &tables.0 {
        let records = match value {
            RecordValue::Table(record) => std::slice::from_ref(record),
            RecordValue::Tables(records) => records.as_slice(),
            other => panic!("{other:?}"),
        };
        records.iter().for_each(|record| in_order(table(name).unwrap(), record));
    }
    let events = table("event").unwrap();
    for event in timeline.events() {
        let words = &timeline.vocabularies;
        let record = event_record(&event, words, Naming::AsWritten, |text| RecordValue::Text(text.into()));
        in_order(events, &record);
        for field in events.fields {
            let Some(RecordValue::Tables(tables)) = record.get(field.name) else { continue };
            tables.iter().for_each(|table| in_order(field.kind.tables().unwrap(), table));
        }
    }
}

#[test]
fn each_check_is_described() {
    let checks = table("timeline").unwrap().fields.iter().find(|field| field.name == "checks").unwrap();
    for name in load::CHECK_NAMES {
        assert!(checks.about.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn each_field_has_a_description_that_is_a_sentence() {
    fn all(table: &'static TableSchema) -> Vec<&'static TableSchema> {
        let within = table.fields.iter().filter_map(|field| field.kind.tables()).flat_map(all);
        [table].into_iter().chain(within).collect()
    }
    for table in TABLES.into_iter().flat_map(all) {
        let abouts = table.fields.iter().map(|field| field.about).chain([table.about]);
        for about in abouts {
            assert!(about.ends_with('.') && about.len() > 8 && !about.contains("  "), "{}: {about}", table.name);
        }
    }
}

/// A value that a field of this kind may have, or now and then some other.
fn value(kind: FieldKind) -> BoxedStrategy<Value> {
    let texts = |texts: &[&str]| prop::sample::select(texts.iter().map(|text| json!(text)).collect::<Vec<_>>()).boxed();
    let list = |item: BoxedStrategy<Value>| prop::collection::vec(item, 0..3).prop_map(Value::from).boxed();
    let line = texts(&["A", "b c", "日本", ""]);
    let fitting = match kind {
        FieldKind::Line => line,
        FieldKind::Lines => texts(&["A", "First.\nSecond.", ""]),
        FieldKind::Date | FieldKind::WrittenDate => prop_oneof![
            texts(&[
                "2021",
                "2021-04",
                "2021-04-05",
                "2019~",
                "2021-04?",
                "2021%",
                "2021-03-08/2021-03-12",
                "2021-04/..",
                "../2021",
                "/2021",
                "[2023-11-26,2023-11-27]",
                "[..2021]",
                "2021-~03",
                "-0753",
                "Y17000",
                "202X",
                "2021-XX",
                "2021-21",
                "2021-04-05T10:00",
                "2021-04-05T10:00:30.25+09:00",
                "2021-04-05 10:00Z",
                "2021-04-05t10:00:00 utc",
                "",
                "2021-13",
                "May",
                "?",
            ]),
            (1..3000_i64).prop_map(|year| json!(year)),
        ]
        .boxed(),
        FieldKind::Zone => texts(&["UTC", "local", "as-written", "+09:00", "-0330", "UTC+9", "Z", "", "Mars"]),
        FieldKind::Url => texts(&["https://example.org/", "HTTP://example.org", "", "example.org"]),
        FieldKind::Mark | FieldKind::AsciiMark => texts(&["x", "", "▲", "xx"]),
        FieldKind::OneOf(words) => texts(&[words, &[""]].concat()),
        FieldKind::Flag => any::<bool>().prop_map(Value::from).boxed(),
        FieldKind::SourceNumber => (-1..4_i64).prop_map(Value::from).boxed(),
        FieldKind::Texts => prop_oneof![list(line.clone()), line].boxed(),
        FieldKind::ListOf(words) => list(texts(words)),
        FieldKind::Supports => list(texts(&["date", "people", "people:A", "people: A B", "people:", "note", "mood"])),
        FieldKind::Tables(table) => prop_oneof![list(object(table)), object(table)].boxed(),
        FieldKind::TablesOrText(table, _) => {
            prop_oneof![list(prop_oneof![object(table), line.clone()].boxed()), object(table), line].boxed()
        }
        FieldKind::TableList(table) => list(object(table)),
        FieldKind::Noted => prop_oneof![line.clone(), list(line), any::<bool>().prop_map(Value::from)].boxed(),
    };
    let other = prop::sample::select(vec![json!(true), json!(7), json!("x"), json!(["x"]), json!({}), json!(1.5)]);
    prop_oneof![60 => fitting, 1 => other].boxed()
}

fn object(table: &'static TableSchema) -> BoxedStrategy<Value> {
    let field = |field: &'static FieldSchema| {
        let chance = if field.is_required { 0.99 } else { 0.12 };
        prop::option::weighted(chance, value(field.kind)).prop_map(|value| (field.name, value))
    };
    let fields: Vec<_> = table.fields.iter().map(field).collect();
    fields
        .prop_map(|fields| {
            let said = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
            Value::Object(said.collect::<Map<_, _>>())
        })
        .boxed()
}

fn timeline() -> impl Strategy<Value = Value> {
    let tables = TABLES.map(|table| {
        let all = if table.name == "timeline" {
            object(table)
        } else {
            prop_oneof![prop::collection::vec(object(table), 1..3).prop_map(Value::from), object(table)].boxed()
        };
        let chance = if table.name == "event" { 0.999 } else { 0.2 };
        prop::option::weighted(chance, all).prop_map(|value| (table.name, value))
    });
    let tables: Vec<_> = tables.into_iter().collect();
    tables.prop_map(|tables| {
        let said = tables.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(said.collect::<Map<_, _>>())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_read_without_a_problem_validates(timeline in timeline()) {
        if problems(&timeline).is_empty() {
            prop_assert_eq!(faults(&timeline), [""; 0], "{:#}", timeline);
        }
    }
}

#[test]
fn a_number_with_a_fraction_is_no_day_of_a_source() {
    for (date, is_read) in [(json!(2021), true), (json!(1.5), false)] {
        let timeline = json!({ "event": { "date": "2021", "title": "T", "source": { "url": "https://a.example/", "date": date } } });
        assert_eq!((problems(&timeline).is_empty(), faults(&timeline).is_empty()), (is_read, is_read), "{timeline}");
    }
}

#[test]
fn many_of_the_timelines_that_are_made_are_sound_and_many_are_not() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let made = (0..200).map(|_| timeline().new_tree(&mut runner).unwrap().current());
    let sound = made.filter(|timeline| problems(timeline).is_empty()).count();
    assert!((20..180).contains(&sound), "{sound} of 200");
}
