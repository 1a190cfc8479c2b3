//! Where results go: to standard output, or to a file.

use std::path::Path;

use ratatui::layout::Size;

use super::{
    args::Args,
    exit_status::{ExitStatus, print_error},
    language::locale,
};
use crate::{
    app::App,
    axis::Window,
    export::{EventSelection, ExportError, OutputFormat, OutputTarget, WriteOptions},
    messages::{files, system},
    model::EventIndex,
    runtime::{RenderOptions, screenshot},
};

/// The columns and rows of a picture for which no others are asked.
const PICTURE_SIZE: Size = Size::new(120, 40);

/// What the command line asks for.
fn target(arguments: &Args) -> Result<OutputTarget, ExportError> {
    let file = arguments.output.as_deref().filter(|file| *file != Path::new("-"));
    let options = WriteOptions { overwrite: arguments.force, strict: arguments.strict };
    OutputTarget::new(arguments.format, file, options)
}

/// Writes the events that the explorer would show: those that pass the filter, that the view is about, and that lie in the
/// window or may, where one is asked for.
///
/// Returns why that failed; `None` where it did not.
pub(super) fn write_shown(
    arguments: &Args,
    app: &mut App,
    window: Option<Window>,
    options: &RenderOptions,
) -> Option<ExitStatus> {
    let output = match target(arguments) {
        Ok(output) => output,
        Err(error) => {
            print_error(&error.told(locale()));
            return Some(ExitStatus::WrongUse);
        }
    };
    let size = arguments.size.unwrap_or(PICTURE_SIZE);
    let screen = (output.format == OutputFormat::Svg).then(|| screenshot(app, options, size)).transpose();
    let screen = match screen {
        Ok(screen) => screen,
        Err(error) => {
            print_error(&system::error(locale(), &error));
            return Some(ExitStatus::Unwritten);
        }
    };
    let is_in = |ix: &EventIndex| window.is_none_or(|window| app.document().is_within(*ix, window));
    let events: Vec<EventIndex> = app.visible().iter().copied().filter(is_in).collect();
    let selection = EventSelection {
        timeline: app.timeline(),
        events: &events,
        marks: app.document().marks(),
        lang: app.lang(),
        query: &app.filter().query.to_string(),
        screen: screen.as_ref(),
    };
    match output.write(selection) {
        Ok(losses) => {
            if !losses.is_empty() {
                print_error(&files::cannot_hold(locale(), output.format.name(), &losses.told(locale())));
            }
            None
        }
        Err(error) if error.is_broken_pipe() => None,
        Err(error) => {
            print_error(&error.told(locale()));
            Some(ExitStatus::Unwritten)
        }
    }
}
