//! What is done with bytes that mean harm: one function a target, the same for libFuzzer, for the runner that needs nothing
//! but stable Rust, and for the tests. A target panics where something does not hold.

mod dates;
mod files;
mod harmless;
mod queries;
mod readers;
mod screen;
mod settings;
mod timelines;

use std::borrow::Cow;

/// Does with bytes what can be done with them, and panics where something does not hold.
pub(crate) type Target = fn(&[u8]);

/// All targets by name. Each has a folder of `fuzz/corpus` and a file of `fuzz/fuzz_targets`.
pub(crate) const TARGETS: [(&str, Target); 24] = [
    ("toml", readers::toml),
    ("json", readers::json),
    ("jsonl", readers::jsonl),
    ("csv", readers::csv),
    ("ics", readers::ics),
    ("timelinejs", readers::timelinejs),
    ("sparql", readers::sparql),
    ("bodyfile", readers::bodyfile),
    ("zeek", readers::zeek),
    ("detect", readers::detect),
    ("decode", readers::decode),
    ("map", readers::map),
    ("date", dates::date),
    ("query", queries::query),
    ("keymap", settings::keymap),
    ("config", settings::config),
    ("theme", settings::theme),
    ("colour", settings::colour),
    ("marks", files::marks),
    ("fix", files::fix),
    ("fmt", files::fmt),
    ("diff", files::diff),
    ("input", screen::input),
    ("keys", screen::keys),
];

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// The text before and behind the first line of four dashes; all of it and nothing where there is none.
fn halves(text: &str) -> (&str, &str) {
    text.split_once("\n----\n").unwrap_or((text, ""))
}
