//! `events.toml` is the source of truth of the timeline that comes with annalist; `src/built_in/data.rs` is made of it
//! by the program's own reader, and these tests hold both to be the same.

use std::{env, fs};

use annalist::{
    built_in, load,
    model::{
        DateBounds, Difference, Event, EventDate, Id, KnownPerson, Moment, Person, Post, Quote, Source, Term, Text,
        Timeline, TimelineInfo, Vocabularies, Vocabulary,
    },
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/built_in/data.rs");
const HEAD: &str =
    "//! The data of `events.toml`, written by `UPDATE_DOCS=1 cargo test --test it built_in` and never by hand.\n\n";
/// What the data can name.
const NAMES: [&str; 15] = [
    "Borrowed",
    "Confidence",
    "Difference",
    "Event",
    "Id",
    "KnownPerson",
    "Person",
    "Post",
    "Quote",
    "Source",
    "Term",
    "TimelineInfo",
    "Zone",
    "date",
    "post",
];

/// The timeline of `events.toml`, which must be free of faults.
fn written() -> Timeline {
    let loaded = load::timeline(crate::support::BUILT_IN.into());
    let report = crate::support::report("events.toml", &loaded, load::ColorChoice::Plain);
    assert!(report.is_empty(), "events.toml has problems:\n{report}");
    loaded.timeline
}

#[test]
fn the_data_is_what_the_file_says() {
    let code = code(&written());
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(DATA, code).unwrap();
        return;
    }
    let is_same = fs::read_to_string(DATA).unwrap() == code;
    assert!(is_same, "events.toml has changed: run `UPDATE_DOCS=1 cargo test --test it built_in`");
}

#[test]
fn the_timeline_is_what_the_file_says() {
    let (written, built_in) = (written(), built_in::timeline());
    assert!(built_in.info == written.info, "what is said of the timeline differs");
    assert!(built_in.vocabularies == written.vocabularies, "the vocabularies differ");
    assert_eq!(built_in.len(), written.len(), "the number of events differs");
    for (one, other) in built_in.events().zip(written.events()) {
        assert_eq!(*one, *other);
    }
}

fn code(timeline: &Timeline) -> String {
    let Vocabularies { lanes, kinds, areas, parties, organisations, persons } = &timeline.vocabularies;
    let persons: Vec<String> = persons.iter().map(known_person).collect();
    let events: Vec<String> = timeline.events().map(|it| event(&it)).collect();
    let items = [
        item("INFO: TimelineInfo", &info(&timeline.info)),
        item("LANES: &[Term]", &terms(lanes)),
        item("KINDS: &[Term]", &terms(kinds)),
        item("AREAS: &[Term]", &terms(areas)),
        item("PARTIES: &[Term]", &terms(parties)),
        item("ORGANISATIONS: &[Term]", &terms(organisations)),
        item("PERSONS: &[KnownPerson]", &lines(&persons)),
        item("EVENTS: &[Event]", &lines(&events)),
    ]
    .concat();
    let is_used = |name: &&str| ["(", "::", " {"].iter().any(|behind| items.contains(&format!("{name}{behind}")));
    let used: Vec<&str> = NAMES.into_iter().filter(is_used).collect();
    format!("{HEAD}use super::{{{}}};\n{items}", used.join(", "))
}

fn item(name: &str, value: &str) -> String {
    format!("\npub(super) static {name} = {value};\n")
}

/// A value of these fields, one a line.
fn fields(name: &str, fields: &[(&str, String)]) -> String {
    let fields: String = fields.iter().map(|(name, value)| format!("    {name}: {value},\n")).collect();
    format!("{name} {{\n{fields}}}")
}

fn lines(items: &[String]) -> String {
    let items: String = items.iter().map(|item| format!("{},\n", item)).collect();
    format!("&[\n{items}]")
}

fn text(text: &str) -> String {
    // What `Debug` writes of a text is a literal.
    format!("Borrowed({text:?})")
}

fn some(text: &Option<Text>) -> String {
    text.as_ref().map_or_else(|| "None".to_owned(), |text| format!("Some(Borrowed({text:?}))"))
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    format!("Borrowed(&[{}])", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

fn id<V: Copy>(id: Id<V>) -> String {
    format!("Id::new({})", id.index())
}

fn date(date: &EventDate) -> String {
    let DateBounds { start, end } = *date.bounds();
    let bounds = [start.earliest, start.latest, end.earliest, end.latest].map(seconds).join(", ");
    let end = some(&date.end_as_written().map(|text| text.to_owned().into()));
    let clock =
        if date.has_clock() { format!(".clocked({:?}, {:?})", date.offset(), date.nanos()) } else { String::new() };
    format!("date({:?}, {end}, [{bounds}]){clock}", date.as_written())
}

/// Seconds in groups of three digits.
fn seconds(moment: Moment) -> String {
    let (sign, digits) = (if moment.seconds() < 0 { "-" } else { "" }, moment.seconds().unsigned_abs().to_string());
    let ahead = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    let grouped: String =
        digits.char_indices().map(|(at, digit)| if ahead(at) { format!("_{digit}") } else { digit.into() }).collect();
    format!("{sign}{grouped}")
}

fn info(info: &TimelineInfo) -> String {
    let TimelineInfo {
        title,
        title_ja,
        description,
        description_ja,
        policy,
        policy_ja,
        corrections,
        corrections_ja,
        window,
        zone,
        updated,
        checks,
    } = info;
    fields(
        "TimelineInfo",
        &[
            ("title", text(title)),
            ("title_ja", some(title_ja)),
            ("description", some(description)),
            ("description_ja", some(description_ja)),
            ("policy", some(policy)),
            ("policy_ja", some(policy_ja)),
            ("corrections", some(corrections)),
            ("corrections_ja", some(corrections_ja)),
            ("window", window.as_ref().map_or_else(|| "None".to_owned(), |window| format!("Some({})", date(window)))),
            ("zone", zone.map_or_else(|| "None".to_owned(), |zone| format!("Some(Zone::{zone:?})"))),
            ("updated", some(updated)),
            ("checks", list(checks, |check| text(check))),
        ],
    )
}

fn terms<V: Copy>(terms: &Vocabulary<V>) -> String {
    let terms: Vec<String> = terms.iter().map(|(_, it)| term(it)).collect();
    lines(&terms)
}

fn term(term: &Term) -> String {
    let Term { id, name, name_ja, short_ja, about, about_ja, mark, ascii } = term;
    fields(
        "Term",
        &[
            ("id", text(id)),
            ("name", text(name)),
            ("name_ja", some(name_ja)),
            ("short_ja", some(short_ja)),
            ("about", some(about)),
            ("about_ja", some(about_ja)),
            ("mark", some(mark)),
            ("ascii", some(ascii)),
        ],
    )
}

fn known_person(person: &KnownPerson) -> String {
    let KnownPerson { id, name, name_ja, party, posts } = person;
    let post = |Post { from, role, role_ja }: &Post| {
        let from = from.map_or_else(|| "None".to_owned(), |from| format!("Some({})", seconds(from)));
        format!("post({from}, {}, {})", text(role), some(role_ja))
    };
    fields(
        "KnownPerson",
        &[
            ("id", text(id)),
            ("name", text(name)),
            ("name_ja", some(name_ja)),
            ("party", some(party)),
            ("posts", list(posts, post)),
        ],
    )
}

fn event(event: &Event) -> String {
    let Event {
        id: name,
        date: when,
        title,
        title_ja,
        lane,
        kind,
        parties,
        areas,
        place,
        place_ja,
        summary,
        summary_ja,
        people,
        organisations,
        follows,
        context,
        confidence,
        note,
        note_ja,
        differs,
        quotes,
        sources,
        more,
    } = event;
    assert!(more.is_empty(), "{name} has fields that annalist does not know");
    fields(
        "Event",
        &[
            ("id", text(name)),
            ("date", date(when)),
            ("title", text(title)),
            ("title_ja", some(title_ja)),
            ("lane", id(*lane)),
            ("kind", id(*kind)),
            ("parties", list(parties, |it| id(*it))),
            ("areas", list(areas, |it| id(*it))),
            ("place", some(place)),
            ("place_ja", some(place_ja)),
            ("summary", some(summary)),
            ("summary_ja", some(summary_ja)),
            ("people", list(people, person)),
            ("organisations", list(organisations, |it| text(it))),
            ("follows", list(follows, |it| text(it))),
            ("context", context.to_string()),
            ("confidence", confidence.map_or("None".to_owned(), |it| format!("Some(Confidence::{it:?})"))),
            ("note", some(note)),
            ("note_ja", some(note_ja)),
            ("differs", list(differs, difference)),
            ("quotes", list(quotes, quote)),
            ("sources", list(sources, source)),
            ("more", "Borrowed(&[])".to_owned()),
        ],
    )
}

/// A value of these fields inside of another.
fn inner(name: &str, fields: &[(&str, String)]) -> String {
    let fields: String = fields.iter().map(|(name, value)| format!("\n            {name}: {value},")).collect();
    format!("{name} {{{fields}\n        }}")
}

fn person(person: &Person) -> String {
    let Person { name, name_ja, role, role_ja, party } = person;
    let party = party.map_or_else(|| "None".to_owned(), |party| format!("Some({})", id(party)));
    let roles = [("role", some(role)), ("role_ja", some(role_ja)), ("party", party)];
    inner("Person", &[&[("name", text(name)), ("name_ja", some(name_ja))][..], &roles].concat())
}

fn difference(difference: &Difference) -> String {
    let Difference { field, value, value_ja, source } = difference;
    let values = [("value", text(value)), ("value_ja", some(value_ja)), ("source", format!("{source:?}"))];
    inner("Difference", &[&[("field", text(field))][..], &values].concat())
}

fn quote(quote: &Quote) -> String {
    let Quote {
        text: words,
        speaker,
        speaker_ja,
        role,
        role_ja,
        lang,
        translation,
        translation_ja,
        source,
        as_reported,
        note,
        note_ja,
    } = quote;
    inner(
        "Quote",
        &[
            ("text", text(words)),
            ("speaker", some(speaker)),
            ("speaker_ja", some(speaker_ja)),
            ("role", some(role)),
            ("role_ja", some(role_ja)),
            ("lang", some(lang)),
            ("translation", some(translation)),
            ("translation_ja", some(translation_ja)),
            ("source", format!("{source:?}")),
            ("as_reported", as_reported.to_string()),
            ("note", some(note)),
            ("note_ja", some(note_ja)),
        ],
    )
}

fn source(source: &Source) -> String {
    let Source { title, publisher, url, archived, date, lang, primary, supports, further_reading } = source;
    inner(
        "Source",
        &[
            ("title", some(title)),
            ("publisher", some(publisher)),
            ("url", some(url)),
            ("archived", some(archived)),
            ("date", some(date)),
            ("lang", some(lang)),
            ("primary", primary.to_string()),
            ("supports", list(supports, |it| text(it))),
            ("further_reading", further_reading.to_string()),
        ],
    )
}
