//! Where results go: to standard output, or to a file.

use std::{io, path::Path};

use super::{
    args::Args,
    exit_status::{ExitStatus, print_error},
    opened::OpenedTimeline,
    startup_view::StartupView,
};
use crate::{
    app::{App, AppInit, Document, Prefs},
    config::Settings,
    export::{EventSelection, ExportError, Losses, OutputFormat, WriteOptions, to_file, to_writer},
    marks::MarkJournal,
    model::EventIndex,
    text::sanitize,
};

/// In which format results are written, and where to.
struct OutputTarget<'a> {
    format: OutputFormat,
    /// `None` for standard output.
    file: Option<&'a Path>,
    options: WriteOptions,
}

impl<'a> OutputTarget<'a> {
    /// What the command line asks for: the error is a file of which no format is known.
    fn of(arguments: &'a Args) -> Result<Self, String> {
        let file = arguments.output.as_deref().filter(|file| *file != Path::new("-"));
        let by_name = || OutputFormat::of_name(file?.file_name()?.to_str()?);
        let format = match (arguments.format.or_else(by_name), file) {
            (Some(format), _) => format,
            (None, None) => OutputFormat::Plain,
            (None, Some(file)) => {
                let name = sanitize(&file.to_string_lossy()).into_owned();
                return Err(format!("{name}: no format ends a name like this: name one with --format"));
            }
        };
        Ok(Self { format, file, options: WriteOptions { overwrite: arguments.force, strict: arguments.strict } })
    }

    /// Writes events, and tells what the format could not hold.
    fn write(&self, selection: EventSelection<'_>) -> Result<Losses, ExportError> {
        match self.file {
            Some(file) => to_file(selection, self.format, file, self.options),
            None => to_writer(selection, self.format, &mut io::stdout().lock(), self.options),
        }
    }

    /// What the result is called in messages.
    fn name(&self) -> &'static str {
        self.format.name()
    }
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
    let output = match OutputTarget::of(arguments) {
        Ok(output) => output,
        Err(message) => {
            print_error(&message);
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
                print_error(&format!("{} cannot hold all: {losses}", output.name()));
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
