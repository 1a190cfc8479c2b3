//! The words of the interface: each in both languages, with the same in it, in the letters of its language, and used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use annalist::input::ACTIONS;
use annalist::messages::{DisabledReason, ExpectedValue, FileKind, JsonPart, Phrase, TABLES, toml_words};
use annalist::reader::COMMANDS;

/// Names of formats, of programs and of keys, which stand in Japanese as everywhere.
pub(crate) const NAMES: &[&str] = &[
    "ASCII",
    "Arrow",
    "Avro",
    "BOM",
    "CR",
    "CSV",
    "EDTF",
    "Enter",
    "Esc",
    "FILE",
    "GEDCOM",
    "HDF",
    "ID",
    "JSON",
    "Kit",
    "Lines",
    "MB",
    "Markwhen",
    "NUL",
    "ORC",
    "Org",
    "PDF",
    "Parquet",
    "SPARQL",
    "SQLite",
    "Sleuth",
    "TOML",
    "Tab",
    "The",
    "TimelineJS",
    "Timesketch",
    "URL",
    "UTC",
    "UTF",
    "Wikidata",
    "Windows",
    "Zeek",
    "annalist",
    "biblatex",
    "iCalendar",
    "tmux",
];

/// Commands and values that stand in Japanese as they are typed, where nothing around them says so.
const TYPED: &[&str] = &[
    "EDITOR", "VISUAL", "all", "apa", "areas", "as", "bibtex", "both", "chicago", "en", "events", "export", "fg",
    "find", "help", "html", "ja", "list", "local", "md", "months", "people", "plain", "problems", "quit", "reload",
    "report", "shares", "svg", "toml", "undo", "vs", "written", "years",
];

/// Every message, by its place.
pub(crate) fn messages() -> Vec<(String, Phrase)> {
    let tables =
        TABLES.iter().flat_map(|(area, rows)| rows.iter().map(move |(name, it)| (format!("{area}::{name}"), *it)));
    let reasons = DisabledReason::ALL.iter().map(|it| (format!("{it:?}"), it.phrase()));
    let parts = JsonPart::ALL.iter().map(|it| (format!("{it:?}"), it.phrase()));
    let values = ExpectedValue::ALL.iter().map(|it| (format!("{it:?}"), it.phrase()));
    let kinds = FileKind::ALL.iter().map(|it| (format!("{it:?}"), it.phrase()));
    let toml = toml_words::WORDS.iter();
    let toml = toml.map(|&(english, japanese)| (format!("TOML: {english}"), Phrase { english, japanese }));
    let help = ACTIONS.iter().map(|it| (it.name.to_owned(), it.help));
    let hints = ACTIONS.iter().filter_map(|it| Some((format!("hint of {}", it.name), it.hint?.0)));
    let groups = ACTIONS.iter().map(|it| (format!("group of {}", it.name), it.group.title()));
    let commands =
        COMMANDS.iter().flat_map(|it| [(it.name.to_owned(), it.help), (format!("behind {}", it.name), it.argument)]);
    let tables = tables.chain(reasons).chain(parts).chain(values).chain(kinds).chain(toml);
    tables.chain(help).chain(hints).chain(groups).chain(commands).collect()
}

pub(crate) fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// The words of two Latin letters or more, without what is put in, and what stands between backquotes and is typed as it stands.
pub(crate) fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').step_by(2).flat_map(latin_words_of_prose)
}

fn latin_words_of_prose(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('{').enumerate();
    let pieces =
        pieces.map(|(at, piece)| if at == 0 { piece } else { piece.split_once('}').map_or("", |(_, rest)| rest) });
    pieces.flat_map(|piece| piece.split(|c: char| !c.is_ascii_alphabetic())).filter(|word| word.len() > 1)
}

/// What is put into a message.
fn arguments(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[test]
fn every_message_is_in_the_letters_of_its_language() {
    for (name, Phrase { english, japanese }) in messages() {
        assert!(!english.chars().any(is_japanese), "{name}: {english}");
        let has_words = latin_words(english).next().is_some();
        let is_name = english == japanese || japanese == "ID";
        assert!(!has_words || japanese.chars().any(is_japanese) || is_name, "{name}: {japanese}");
        for word in latin_words(japanese) {
            assert!(NAMES.contains(&word) || TYPED.contains(&word), "{name}: `{word}` in {japanese}");
        }
    }
}

#[test]
fn each_latin_word_that_is_allowed_stands_in_a_message() {
    let messages = messages();
    let words: BTreeSet<&str> = messages.iter().flat_map(|(_, it)| latin_words(it.japanese)).collect();
    for word in NAMES.iter().chain(TYPED) {
        assert!(words.contains(word), "{word} is in no message any more");
    }
}

#[test]
fn the_same_is_put_into_either_language() {
    for (name, Phrase { english, japanese }) in messages() {
        // What English says of several; of one it may leave out the number.
        let many = english.lines().last().unwrap_or_default();
        let counted = ["goes_to_changed", "status::events"].iter().any(|it| name.contains(it));
        assert!(counted || arguments(many) == arguments(japanese), "{name}: {many} | {japanese}");
    }
}

#[test]
fn every_message_is_used() {
    fn read(folder: &Path, sources: &mut String) {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                read(&entry, sources);
            } else {
                *sources += &fs::read_to_string(entry).unwrap();
            }
        }
    }
    let mut sources = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    for (area, rows) in TABLES {
        for (name, _) in *rows {
            let message = format!("{area}::{name}");
            let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
            let is_used = sources.split(&message).skip(1).any(is_whole);
            assert!(is_used, "{message} is used nowhere");
        }
    }
    let reasons = DisabledReason::ALL.iter().map(|it| format!("DisabledReason::{it:?}"));
    let parts = JsonPart::ALL.iter().map(|it| format!("JsonPart::{it:?}"));
    let values = ExpectedValue::ALL.iter().map(|it| format!("ExpectedValue::{it:?}"));
    for fact in reasons.chain(parts).chain(values).chain(FileKind::ALL.iter().map(|it| format!("FileKind::{it:?}"))) {
        assert!(sources.contains(&fact), "{fact} is used nowhere");
    }
}
