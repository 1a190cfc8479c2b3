//! Where results go: to standard output, or to a file.

use std::path::Path;

use super::{
    args::Args,
    exit_status::{ExitStatus, print_error},
    opened::OpenedTimeline,
    startup_view::StartupView,
};
use crate::{
    app::{App, AppInit, Document, Prefs},
    config::Settings,
    export::{EventSelection, ExportError, OutputTarget, WriteOptions},
    marks::MarkJournal,
    model::EventIndex,
};

/// What the command line asks for.
fn target(arguments: &Args) -> Result<OutputTarget, ExportError> {
    let file = arguments.output.as_deref().filter(|file| *file != Path::new("-"));
    let options = WriteOptions { overwrite: arguments.force, strict: arguments.strict };
    OutputTarget::new(arguments.format, file, options)
}

/// Writes the events that the explorer would show: those that pass the filter, that the view is about, and that lie in the
/// window or may, where one is asked for.
pub(super) fn write_shown(
    arguments: &Args,
    opened: OpenedTimeline,
    wanted: StartupView,
    settings: Settings,
    journal: &MarkJournal,
) -> ExitStatus {
    let ending = if opened.has_errors() { ExitStatus::Problems } else { ExitStatus::Fine };
    let output = match target(arguments) {
        Ok(output) => output,
        Err(error) => {
            print_error(&error.to_string());
            return ExitStatus::WrongUse;
        }
    };
    let query = wanted.query.to_string();
    let mut document = Document::new(opened.timeline, opened.haystack);
    document.set_marks(journal.marks(&document.timeline));
    let mut app = App::new(AppInit {
        query: wanted.query,
        view: wanted.view,
        comparison: wanted.comparison,
        ..AppInit::new(document, Prefs::new(settings.keymap))
    });
    app.finish_filter();
    let is_in = |ix: &EventIndex| wanted.window.is_none_or(|window| app.document().is_within(*ix, window));
    let events: Vec<EventIndex> = app.visible().iter().copied().filter(is_in).collect();
    let selection = EventSelection {
        timeline: app.timeline(),
        events: &events,
        marks: app.document().marks(),
        lang: wanted.lang,
        query: &query,
    };
    match output.write(selection) {
        Ok(losses) => {
            if !losses.is_empty() {
                print_error(&format!("{} cannot hold all: {losses}", output.format.name()));
            }
            ending
        }
        Err(error) if error.is_broken_pipe() => ending,
        Err(error) => {
            print_error(&error.to_string());
            ExitStatus::Unwritten
        }
    }
}
