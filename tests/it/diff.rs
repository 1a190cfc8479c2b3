//! What has changed between two timelines.

use annalist::{
    diff::{EventChange, FieldChange, ItemChange, TimelineDiff, ValueChange},
    load::{self, Format},
    model::{EventIndex, Timeline},
};

fn timeline(toml: &str) -> Timeline {
    load::timeline_in(Format::Toml, toml.as_bytes().to_vec()).timeline
}

fn between(old: &str, new: &str) -> TimelineDiff {
    TimelineDiff::between(&timeline(old), &timeline(new))
}

fn event(id: &str, date: &str, title: &str) -> String {
    let id = if id.is_empty() { String::new() } else { format!("id = {id:?}\n") };
    format!("[[event]]\n{id}date = {date:?}\ntitle = {title:?}\n")
}

fn text(name: &str, old: Option<&str>, new: Option<&str>) -> FieldChange {
    let change = ValueChange::Text { old: old.map(str::to_owned), new: new.map(str::to_owned) };
    FieldChange { name: name.to_owned(), change }
}

fn list(name: &str, removed: &[&str], added: &[&str]) -> FieldChange {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    FieldChange { name: name.to_owned(), change: ValueChange::List { removed: owned(removed), added: owned(added) } }
}

/// The fields of the only event that has changed.
fn fields(diff: &TimelineDiff) -> &[FieldChange] {
    let [EventChange::Changed { fields, .. }] = diff.changes.as_slice() else { panic!("{diff:?}") };
    fields
}

#[test]
fn events_are_added_removed_and_changed_in_order_of_time() {
    let old = event("a", "2021", "First") + &event("b", "2022", "Second") + &event("c", "2023", "Third");
    let new = event("a", "2021", "First") + &event("c", "2023", "The third") + &event("d", "2020", "Before all");
    let diff = between(&old, &new);
    assert_eq!((diff.added(), diff.removed(), diff.changed()), (1, 1, 1));
    assert_eq!(diff.changes[0], EventChange::Added(EventIndex::new(0)));
    assert_eq!(diff.changes[1], EventChange::Removed(EventIndex::new(1)));
    let fields = vec![text("title", Some("Third"), Some("The third"))];
    assert_eq!(diff.changes[2], EventChange::Changed { old: EventIndex::new(2), new: EventIndex::new(2), fields });
}

#[test]
fn a_timeline_is_the_same_as_itself_in_whatever_order_its_events_stand() {
    let (one, other) = (event("", "2021", "First"), event("", "2022", "Second"));
    assert!(between(&format!("{one}{other}"), &format!("{other}{one}")).is_empty());
    let built_in = timeline(load::BUILT_IN);
    assert!(TimelineDiff::between(&built_in, &timeline(load::BUILT_IN)).is_empty());
    assert!(!TimelineDiff::between(&built_in, &timeline(&one)).is_empty());
}

#[test]
fn an_event_without_an_id_is_known_by_what_it_says() {
    let moved = between(&event("", "2021", "A meeting"), &event("", "2021-03", "A meeting"));
    assert_eq!(fields(&moved), [text("date", Some("2021"), Some("2021-03"))]);
    let reworded = between(&event("", "2021", "A meeting in Tokyo"), &event("", "2021", "The meeting in Tokyo"));
    assert_eq!(fields(&reworded), [text("title", Some("A meeting in Tokyo"), Some("The meeting in Tokyo"))]);
    let other = between(&event("", "2021", "A meeting in Tokyo"), &event("", "2021", "Rain all over the north"));
    assert_eq!((other.added(), other.removed(), other.changed()), (1, 1, 0));
    let both = between(&event("", "2021", "A meeting in Tokyo"), &event("", "2022", "The meeting in Tokyo"));
    assert_eq!((both.added(), both.removed()), (1, 1), "neither its date nor its title tells");
}

#[test]
fn of_events_that_are_alike_one_that_went_is_one() {
    let alike = event("", "2021", "Logon").repeat(3);
    let diff = between(&alike, &event("", "2021", "Logon").repeat(2));
    assert_eq!((diff.added(), diff.removed(), diff.changed()), (0, 1, 0));
}

#[test]
fn an_event_that_is_given_an_id_stays_the_same_event() {
    let link = |id: &str| event("z", "2023", "After it") + &format!("follows = [{id:?}]\n");
    let diff = between(
        &(event("", "2021", "A meeting") + &link("2021-a-meeting")),
        &(event("m1", "2021", "A meeting") + &link("m1")),
    );
    assert_eq!(fields(&diff), [text("id", Some("2021-a-meeting"), Some("m1"))], "the link names the same event");
}

#[test]
fn every_field_is_compared() {
    // Whatever the built-in timeline says of some event is taken away, field by field.
    let built_in: toml::Table = load::BUILT_IN.parse().unwrap();
    let whole = timeline(load::BUILT_IN);
    let mut seen = std::collections::BTreeSet::new();
    for (at, event) in built_in["event"].as_array().unwrap().iter().enumerate() {
        for (name, value) in event.as_table().unwrap() {
            // Without its date or title it is no event, and a no is what is not said.
            let says = !["id", "date", "title"].contains(&name.as_str()) && value.as_bool() != Some(false);
            if !says || !seen.insert(name.clone()) {
                continue;
            }
            let mut less = built_in.clone();
            less["event"][at].as_table_mut().unwrap().remove(name);
            let diff = TimelineDiff::between(&whole, &timeline(&toml::to_string(&less).unwrap()));
            let names: Vec<&str> = fields(&diff).iter().map(|field| field.name.as_str()).collect();
            assert!(names.contains(&name.as_str()), "{name}: {names:?}");
        }
    }
    assert!(seen.len() > 15, "{seen:?}");
}

#[test]
fn lists_say_what_came_and_what_went() {
    let with = |areas: &str| event("a", "2021", "One") + &format!("areas = {areas}\n");
    assert_eq!(fields(&between(&with("['x', 'y']"), &with("['y', 'z']"))), [list("areas", &["x"], &["z"])]);
    assert_eq!(fields(&between(&with("['x', 'y']"), &with("['y', 'x']"))), [list("areas", &[], &[])]);
    assert_eq!(fields(&between(&with("['x']"), &event("a", "2021", "One"))), [list("areas", &["x"], &[])]);
}

#[test]
fn quotes_and_sources_are_known_again_and_told_by_what_changed_in_them() {
    let quote = |text: &str, more: &str| format!("[[event.quote]]\ntext = {text:?}\n{more}");
    let source = |url: &str, more: &str| format!("[[event.source]]\nurl = \"https://example.org/{url}\"\n{more}");
    let head = event("a", "2021", "One");
    let old = format!(
        "{head}{}{}{}",
        quote("We shall meet again.", "source = 2\n"),
        source("a", ""),
        source("b", "lang = 'en'\n")
    );
    // Its source has another number now, and is the same.
    let same = format!(
        "{head}{}{}{}",
        quote("We shall meet again.", "source = 1\n"),
        source("b", "lang = 'en'\n"),
        source("a", "")
    );
    let order = vec![FieldChange { name: "source".to_owned(), change: ValueChange::Items(Vec::new()) }];
    assert_eq!(fields(&between(&old, &same)), order);
    let new = format!(
        "{head}{}{}{}",
        quote("We shall meet again!", "source = 1\n"),
        source("b", "lang = 'ja'\n"),
        source("c", "")
    );
    let diff = between(&old, &new);
    let [quotes, sources] = fields(&diff) else { panic!("{diff:?}") };
    let reworded = vec![text("text", Some("We shall meet again."), Some("We shall meet again!"))];
    let changed = ItemChange::Changed { name: "We shall meet again!".to_owned(), fields: reworded };
    assert_eq!(quotes.change, ValueChange::Items(vec![changed]));
    let ValueChange::Items(items) = &sources.change else { panic!("{sources:?}") };
    assert!(matches!(items[0], ItemChange::Removed(_)), "{items:?}");
    let lang = vec![text("lang", Some("en"), Some("ja"))];
    assert_eq!(items[1], ItemChange::Changed { name: "https://example.org/b".to_owned(), fields: lang });
    assert!(matches!(items[2], ItemChange::Added(_)), "{items:?}");
}

#[test]
fn what_a_file_declares_is_compared_and_what_it_only_uses_is_not() {
    let one = event("a", "2021", "One");
    let old = format!("[timeline]\ntitle = 'T'\n[[lane]]\nid = 'x'\nname = 'X'\n{one}lane = 'x'\n");
    let new = format!(
        "[timeline]\ntitle = 'U'\n[[lane]]\nid = 'x'\nname = 'Xx'\n[[kind]]\nid = 'k'\nmark = '+'\n{one}lane = 'x'\n"
    );
    let diff = between(&old, &new);
    assert!(diff.changes.is_empty(), "{diff:?}");
    let names: Vec<&str> = diff.declarations.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["timeline", "lane", "kind"]);
    assert_eq!(diff.declarations[0].change, ValueChange::Table(vec![text("title", Some("T"), Some("U"))]));
    let used = between(&one, &format!("{one}lane = 'x'\n"));
    assert_eq!((used.declarations.len(), fields(&used)), (0, &[text("lane", None, Some("x"))][..]));
}

#[test]
fn a_field_that_nobody_knows_is_compared() {
    let with = |value: &str| event("a", "2021", "One") + &format!("Weather = {value:?}\n");
    assert_eq!(fields(&between(&with("rain"), &with("sun"))), [text("Weather", Some("rain"), Some("sun"))]);
}

#[test]
fn what_takes_time_with_the_square_of_the_events_would_be_seen() {
    let all = |word: &str| (0..20_000).map(|at| event("", "2021", &format!("{word} number {at}"))).collect::<String>();
    let (old, new) = (timeline(&all("alpha")), timeline(&all("omega")));
    let start = std::time::Instant::now();
    let diff = TimelineDiff::between(&old, &new);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    assert_eq!(diff.added() + diff.changed(), 20_000);
}
