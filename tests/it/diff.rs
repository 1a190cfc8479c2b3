//! What has changed between two timelines.

use std::fs;

use annalist::{
    diff::{EventChange, FieldChange, ItemChange, TimelineDiff, ValueChange},
    export::{DiffFormat, DiffReport, Emphasis},
    load::{self, Format},
    messages::Locale,
    model::{EventIndex, Timeline},
};

use crate::{
    cli::{annalist, ends, errors, out, with_input},
    support::pty::{Program, command, count},
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
    let built_in = timeline(crate::support::BUILT_IN);
    assert!(TimelineDiff::between(&built_in, &timeline(crate::support::BUILT_IN)).is_empty());
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
fn of_events_of_one_id_each_is_known_by_what_it_says() {
    let (first, second) = (event("m1", "2021", "A meeting"), event("m1", "2022", "A meeting"));
    let diff = between(&(first.clone() + &second), &(second + &first));
    assert!(diff.is_empty(), "{diff:?}");
}

#[test]
fn every_field_is_compared() {
    // Whatever the built-in timeline says of some event is taken away, field by field.
    let built_in: toml::Table = crate::support::BUILT_IN.parse().unwrap();
    let whole = timeline(crate::support::BUILT_IN);
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
fn who_is_named_by_an_id_and_who_is_named_in_full_are_the_same() {
    let known = "[[party]]\nid = 'uk'\n[[person]]\nid = 'cc'\nname = 'Clara Clay'\nparty = 'uk'\n\
        roles = [{ from = '2020', role = 'Minister' }]\n";
    let said = |who: &str| event("a", "2021", "One") + &format!("people = [{{ {who} }}]\n");
    let old = format!("{known}{}", said("name = 'cc'"));
    let full = said("name = 'Clara Clay', role = 'Minister', party = 'uk'");
    assert_eq!(between(&old, &full).changes, []);
    assert_eq!(between(&full, &old).changes, []);
    let bodies = "[[organisation]]\nid = 'NISC'\nname = 'National Center'\n";
    let by = |body: &str| {
        let source = "[[event.source]]\nurl = 'https://example.org'\npublisher = ";
        format!("{}organisations = ['{body}']\n{source}'{body}'\n", event("a", "2021", "One"))
    };
    let in_full = format!("{bodies}{}", by("National Center"));
    assert_eq!(between(&format!("{bodies}{}", by("NISC")), &in_full).changes, []);
    assert_eq!(between(&format!("{bodies}{}", by("IPA")), &in_full).changed(), 1);
    let other = said("name = 'Clara Clay', role = 'Ambassador', party = 'uk'");
    assert_eq!(between(&old, &other).changed(), 1);
    // What is declared otherwise is told there, not again of each event.
    let renamed = between(&old, &old.replace("Clara", "Klara"));
    assert_eq!((renamed.declarations.len(), renamed.changes.len()), (1, 0));
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

/// Two files in a folder of their own.
fn files(old: &str, new: &str) -> (tempfile::TempDir, [String; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let names = ["old.toml", "new.toml"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    fs::write(&names[0], old).unwrap();
    fs::write(&names[1], new).unwrap();
    (folder, names)
}

const OLD: &str = "[timeline]\ntitle = 'Meetings'\n\n\
    [[event]]\nid = 'a'\ndate = '2021'\ntitle = 'First'\nareas = ['x', 'y']\nsummary = 'They sign a memo in Tokyo.'\n\
    [[event.quote]]\ntext = 'We shall meet again.'\nspeaker = 'A'\n\n\
    [[event]]\nid = 'b'\ndate = '2022'\ntitle = 'Second'\n";
const NEW: &str = "[timeline]\ntitle = 'Talks'\n\n\
    [[event]]\nid = 'a'\ndate = '2021-03'\ntitle = 'First'\nareas = ['y', 'z']\nsummary = 'They signed a memo in Tokyo.'\n\
    [[event.quote]]\ntext = 'We shall meet again!'\nspeaker = 'A'\n\
    [[event.source]]\nurl = 'https://example.org/'\nlang = 'en'\n\n\
    [[event]]\nid = 'c'\ndate = '2020'\ntitle = '署名'\n";

/// What is printed, with the names of the files as they are without their folder.
fn told(arguments: &[&str], names: &[String; 2]) -> (String, i32) {
    let output = annalist(&[&["diff"], arguments, &[&names[0], &names[1]]].concat());
    assert_eq!(errors(&output), "");
    let folder = names[0].strip_suffix("old.toml").unwrap();
    (out(&output).replace(folder, ""), output.status.code().unwrap())
}

#[test]
fn a_difference_is_told_event_by_event_and_ends_with_1() {
    let (_folder, names) = files(OLD, NEW);
    let (text, code) = told(&[], &names);
    let expected = "\
old.toml → new.toml: 1 event added, 1 removed, 1 changed

timeline
  title: [-Meetings-]{+Talks+}

+ 2020  署名  (c)
~ 2021-03  First  (a)
  date: [-2021-]{+2021-03+}
  areas: [-x-] {+z+}
  summary: They [-sign-]{+signed+} a memo in Tokyo.
  quote
    ~ We shall meet again!
      text: We shall meet again[-.-]{+!+}
  source
    + https://example.org/
      lang: {+en+}
- 2022  Second  (b)
";
    assert_eq!((text.as_str(), code), (expected, 1));
}

#[test]
fn files_that_say_the_same_print_nothing_and_end_with_0() {
    let (_folder, names) = files(OLD, OLD);
    assert_eq!(told(&[], &names), (String::new(), 0));
}

#[test]
fn what_cannot_be_compared_ends_with_2() {
    let (_folder, names) = files(OLD, "[[event]]\ndate = '2023-02-30'\ntitle = 'Never'\n");
    for arguments in [[&names[0], "/nowhere.toml"], ["-", "-"], [&names[0], &names[1]]] {
        let output = annalist(&[&["diff"], &arguments[..]].concat());
        ends(&output, 2);
        assert!(!errors(&output).is_empty());
    }
}

#[test]
fn one_of_the_two_may_be_standard_input_and_any_format_is_read() {
    let (_folder, names) = files(OLD, NEW);
    let json = annalist(&["-f", "json", &names[0]]);
    let output = with_input(&["diff", "-", &names[0]], &json.stdout);
    assert_eq!(out(&output), "");
    ends(&output, 0);
    let output = with_input(&["diff", &names[1], "-"], &json.stdout);
    assert!(out(&output).contains("→ standard input: 1 event added"), "{}", out(&output));
    ends(&output, 1);
}

#[test]
fn as_markdown_it_is_a_report() {
    let (_folder, names) = files(&OLD.replace("First", "*First*"), &NEW.replace("First", "*First*"));
    let (text, code) = told(&["--format", "markdown"], &names);
    assert_eq!(code, 1);
    for line in [
        "# From old.toml to new.toml\n\n1 event added, 1 removed, 1 changed.\n",
        "\n- timeline\n  - title: <del>Meetings</del><ins>Talks</ins>\n",
        "\n- changed: 2021-03, \\*First\\* (a)\n  - date: ",
        "\n  - quote\n    - changed: We shall meet again!\n",
        "\n- removed: 2022, Second (b)\n",
    ] {
        assert!(text.contains(line), "{line}\n\n{text}");
    }
}

#[test]
fn as_json_it_has_all_that_has_changed() {
    let (_folder, names) = files(OLD, NEW);
    let (text, code) = told(&["-f", "json"], &names);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, &json["added"], &json["removed"], &json["changed"]), (1, &1.into(), &1.into(), &1.into()));
    let [added, changed, removed] = json["events"].as_array().unwrap().as_slice() else { panic!("{json:#}") };
    assert_eq!((&added["change"], &added["event"]["title"]), (&"added".into(), &"署名".into()));
    assert_eq!((&removed["change"], &removed["event"]["id"]), (&"removed".into(), &"b".into()));
    let field = |name: &str| changed["fields"].as_array().unwrap().iter().find(|field| field["field"] == name).unwrap();
    assert_eq!((&field("date")["old"], &field("date")["new"]), (&"2021".into(), &"2021-03".into()));
    assert_eq!(field("areas")["removed"], serde_json::json!(["x"]));
    assert_eq!(field("quote")["items"][0]["fields"][0]["new"], "We shall meet again!");
    assert_eq!(field("source")["items"][0]["item"]["lang"], "en");
    assert_eq!(json["declarations"][0]["fields"][0]["old"], "Meetings");
}

#[test]
fn what_a_file_says_of_itself_does_not_act_where_it_is_told() {
    let acts = OLD.replace("First", "\u{202e}First\\u001b[2J").replace('\'', "\"");
    let (_folder, names) = files(OLD, &acts);
    let text = out(&annalist(&["diff", &names[0], &names[1]]));
    assert!(text.contains("title") && !text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
}

#[test]
fn on_a_terminal_words_that_changed_are_coloured() {
    let (old, new) = (timeline(OLD), timeline(NEW));
    let report = DiffReport {
        old: ("old", &old),
        new: ("new", &new),
        diff: &TimelineDiff::between(&old, &new),
        locale: Locale::English,
    };
    let mut text = Vec::new();
    DiffFormat::Plain(Emphasis::Colours).write(report, &mut text).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains("They \x1b[31;9msign\x1b[0m\x1b[32;4msigned\x1b[0m a memo"), "{text:?}");
    assert!(!text.contains("[-") && !text.contains("{+"), "{text:?}");
    // The program itself asks for it there.
    let (_folder, names) = files(OLD, NEW);
    let mut program = Program::start(command(env!("CARGO_BIN_EXE_annalist")).args(["diff", &names[0], &names[1]]));
    assert_eq!(program.end().code(), Some(1));
    assert_eq!(count(&program.output, b"\x1b[32;4msigned"), 1, "{}", program.log());
}

#[test]
fn no_more_memory_is_taken_than_is_granted() {
    let line = |at: usize| format!("{{\"date\":\"2020\",\"title\":\"Number {at}{}\"}}\n", " and so on".repeat(50));
    let (_folder, names) = files(&(0..20_000).map(line).collect::<String>(), OLD);
    let output = annalist(&["diff", "--memory", "16", &names[0], &names[1]]);
    ends(&output, 2);
    assert!(errors(&output).contains("is not read: it would take more than --memory"), "{}", errors(&output));
    ends(&annalist(&["diff", &names[0], &names[1]]), 1);
}
