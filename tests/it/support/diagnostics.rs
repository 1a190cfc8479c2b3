//! What was found in a file, in words.

use annalist::load::{self, ColorChoice, FileDiagnostics, Loaded};

/// What was found in a file of this name, with excerpts.
pub(crate) fn report(name: &str, loaded: &Loaded, colour: ColorChoice) -> String {
    load::human_report(&FileDiagnostics::of(name, loaded).with_source(loaded.source.clone()), colour)
}

/// The same, a line each.
pub(crate) fn lines(name: &str, loaded: &Loaded) -> Vec<String> {
    FileDiagnostics::of(name, loaded).lines()
}
