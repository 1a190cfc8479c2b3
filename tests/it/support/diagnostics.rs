//! What was found in a file, in words.

use annalist::load::{self, ColorChoice, FileDiagnostics, Loaded, TimelineDiagnostics};
use annalist::messages::{Locale, LocalizedText};

/// What was found in a file of this name, with excerpts.
pub(crate) fn report(name: &str, loaded: &Loaded, colour: ColorChoice) -> String {
    load::human_report(&FileDiagnostics::of(name, loaded).with_source(loaded.source.clone()), colour, Locale::English)
}

/// The same, a line each.
pub(crate) fn lines(name: &str, loaded: &Loaded) -> Vec<String> {
    FileDiagnostics::of(name, loaded).lines().iter().map(LocalizedText::to_string).collect()
}

/// What was found in all files of a timeline, a line each.
pub(crate) fn all_lines(found: &TimelineDiagnostics) -> Vec<String> {
    found.lines().iter().map(LocalizedText::to_string).collect()
}
