//! Turns `events.toml`, the source of truth, into static data, so that nothing of it is parsed at start. It reads the
//! file by the program's own reader; a file with errors fails the build, with its diagnostics.

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    clippy::restriction,
    missing_docs,
    reason = "only a part of what is shared with the program is used here"
)]

// The width of a text is measured as the screen measures it.
extern crate ratatui_core as ratatui;

#[path = "src/load/mod.rs"]
mod load;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/text/mod.rs"]
mod text;

use std::{env, fmt::Write as _, fs, path::Path, process};

use model::{
    AreaId, Confidence, DateBounds, Difference, Event, EventDate, Id, List, Moment, PartyId, Person, Quote, Source,
    Term, Text, TimelineInfo, Vocabulary,
};

fn main() {
    for file in ["events.toml", "build.rs", "src/load", "src/model", "src/text"] {
        println!("cargo:rerun-if-changed={file}");
    }
    let loaded = load::timeline(load::BUILT_IN.as_bytes().to_vec());
    let is_error = |problem: &load::Diagnostic| problem.severity == load::Severity::Error;
    if loaded.problems.iter().any(is_error) {
        let report = load::report("events.toml", &loaded, load::Colour::Plain);
        report.lines().for_each(|line| println!("cargo:error={line}"));
        process::exit(1);
    }
    let timeline = &loaded.timeline;
    let mut code = Code::default();
    code.line("static ABOUT: TimelineInfo", &about(&timeline.info));
    let words = &timeline.vocabularies;
    code.line("static LANES: &[Term]", &terms(&words.lanes));
    code.line("static KINDS: &[Term]", &terms(&words.kinds));
    code.line("static AREAS: &[Term]", &terms(&words.areas));
    code.line("static PARTIES: &[Term]", &terms(&words.parties));
    let events: Vec<String> = timeline.events().map(|it| event(&it)).collect();
    code.line("static EVENTS: &[Event]", &format!("&[{}]", events.join(",\n")));
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("built_in.rs"), code.text).expect("the folder can be written to");
}

#[derive(Default)]
struct Code {
    text: String,
}

impl Code {
    fn line(&mut self, item: &str, value: &str) {
        writeln!(self.text, "{item} = {value};").expect("a text takes any text");
    }
}

/// A text as Rust: what `Debug` writes of a `str` is a literal.
fn word(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

fn some(text: &Option<Text>) -> String {
    text.as_ref().map_or_else(|| "None".to_owned(), |text| format!("Some({})", word(text)))
}

fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    format!("Cow::Borrowed(&[{}])", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

fn place(place: Option<usize>) -> String {
    format!("{place:?}")
}

fn id<V: Copy>(id: Id<V>) -> String {
    format!("Id::new({})", id.index())
}

fn date(date: &EventDate) -> String {
    let moment = |moment: Moment| format!("Moment::from_seconds({})", moment.seconds());
    let between = |between: model::MomentRange| {
        format!("MomentRange {{ earliest: {}, latest: {} }}", moment(between.earliest), moment(between.latest))
    };
    let DateBounds { start, end } = *date.bounds();
    let until = date.end_as_written().map_or_else(|| "None".to_owned(), |text| format!("Some({})", word(text)));
    let clocked =
        if date.has_clock() { format!(".clocked({:?}, {:?})", date.offset(), date.nanos()) } else { String::new() };
    format!(
        "EventDate::from_parts({}, {until}, DateBounds {{ start: {}, end: {} }}){clocked}",
        word(date.as_written()),
        between(start),
        between(end)
    )
}

fn about(about: &TimelineInfo) -> String {
    format!(
        "TimelineInfo {{ title: {}, title_ja: {}, description: {}, description_ja: {}, policy: {}, policy_ja: {}, \
         corrections: {}, window: {}, zone: {}, updated: {} }}",
        word(&about.title),
        some(&about.title_ja),
        some(&about.description),
        some(&about.description_ja),
        some(&about.policy),
        some(&about.policy_ja),
        some(&about.corrections),
        about.window.as_ref().map_or_else(|| "None".to_owned(), |window| format!("Some({})", date(window))),
        about.zone.map_or_else(|| "None".to_owned(), |zone| format!("Some(crate::model::Zone::{zone:?})")),
        some(&about.updated)
    )
}

fn terms<V: Copy>(terms: &Vocabulary<V>) -> String {
    let term = |term: &Term| {
        format!(
            "Term {{ id: {}, name: {}, name_ja: {}, short_ja: {}, about: {}, about_ja: {}, mark: {}, ascii: {} }}",
            word(&term.id),
            word(&term.name),
            some(&term.name_ja),
            some(&term.short_ja),
            some(&term.about),
            some(&term.about_ja),
            some(&term.mark),
            some(&term.ascii)
        )
    };
    format!("&[{}]", terms.iter().map(|(_, it)| term(it)).collect::<Vec<_>>().join(",\n"))
}

fn event(event: &Event) -> String {
    let confidence = event.confidence.map_or("None".to_owned(), |it| format!("Some(Confidence::{it:?})"));
    format!(
        "Event {{ id: {}, date: {}, title: {}, title_ja: {}, lane: {}, kind: {}, parties: {}, areas: {}, place: {}, \
         place_ja: {}, summary: {}, summary_ja: {}, people: {}, organisations: {}, follows: {}, context: {}, \
         confidence: {confidence}, note: {}, differs: {}, quotes: {}, sources: {}, more: Cow::Borrowed(&[]), line: {} }}",
        word(&event.id),
        date(&event.date),
        word(&event.title),
        some(&event.title_ja),
        id(event.lane),
        id(event.kind),
        list(&event.parties, |it| id(*it)),
        list(&event.areas, |it| id(*it)),
        some(&event.place),
        some(&event.place_ja),
        some(&event.summary),
        some(&event.summary_ja),
        list(&event.people, person),
        list(&event.organisations, |it| word(it)),
        list(&event.follows, |it| word(it)),
        event.context,
        some(&event.note),
        list(&event.differs, differs),
        list(&event.quotes, quote),
        list(&event.sources, source),
        event.line
    )
}

fn person(person: &Person) -> String {
    let party = person.party.map_or_else(|| "None".to_owned(), |party| format!("Some({})", id(party)));
    format!(
        "Person {{ name: {}, name_ja: {}, role: {}, party: {party} }}",
        word(&person.name),
        some(&person.name_ja),
        some(&person.role)
    )
}

fn differs(differs: &Difference) -> String {
    format!(
        "Difference {{ field: {}, value: {}, source: {} }}",
        word(&differs.field),
        word(&differs.value),
        place(differs.source)
    )
}

fn quote(quote: &Quote) -> String {
    format!(
        "Quote {{ text: {}, speaker: {}, role: {}, lang: {}, translation: {}, source: {}, as_reported: {}, note: {} }}",
        word(&quote.text),
        some(&quote.speaker),
        some(&quote.role),
        some(&quote.lang),
        some(&quote.translation),
        place(quote.source),
        quote.as_reported,
        some(&quote.note)
    )
}

fn source(source: &Source) -> String {
    format!(
        "Source {{ title: {}, publisher: {}, url: {}, date: {}, lang: {}, primary: {} }}",
        some(&source.title),
        some(&source.publisher),
        some(&source.url),
        some(&source.date),
        some(&source.lang),
        source.primary
    )
}
