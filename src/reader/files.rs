//! Writing what is shown to a file.

use std::path::Path;

use super::{mode::ReaderMode, response::Response, sentence::enumerated};
use crate::{
    app::losses_told,
    export::{ExportError, OutputFormat, OutputTarget, WriteOptions},
    messages::{exports, reader},
    text::sanitize,
};

/// What is said to write over a file.
const OVER: &str = "over";

impl ReaderMode<'_> {
    /// Writes the shown events to a file, in the format that is named, or that its name tells.
    pub(super) fn export(&mut self, argument: &str) -> Response {
        let locale = self.locale();
        let words = shlex::split(argument).unwrap_or_else(|| argument.split_whitespace().map(str::to_owned).collect());
        let [file, rest @ ..] = &*words else { return Response::failed(reader::name_a_file(locale)) };
        let mut format = None;
        for name in rest.iter().filter(|name| *name != OVER) {
            let named = OutputFormat::ALL.into_iter().find(|format| format.name() == name.to_lowercase());
            let Some(named) = named else {
                let formats = OutputFormat::ALL.into_iter().filter(|format| *format != OutputFormat::Svg);
                let formats = enumerated(formats.map(OutputFormat::name), locale);
                return Response::failed(reader::no_such_format(locale, name, &formats));
            };
            format = Some(named);
        }
        let options = WriteOptions { overwrite: rest.iter().any(|word| word == OVER), strict: false };
        match OutputTarget::new(format, Some(Path::new(file)), options) {
            Ok(target) if target.format == OutputFormat::Svg => Response::failed(reader::no_pictures(locale)),
            Ok(target) => self.write(target, argument),
            Err(_) => Response::failed(reader::name_a_file(locale)),
        }
    }

    fn write(&self, target: OutputTarget, argument: &str) -> Response {
        let locale = self.locale();
        let report = self.app.export_job().run(target);
        let name = report.target.file.as_deref().unwrap_or(Path::new("")).to_string_lossy().into_owned();
        let name = sanitize(&name);
        match report.result {
            Ok(losses) => {
                let told = exports::written(locale, report.events, &name);
                let losses = losses_told(&losses, locale);
                Response::told(
                    losses.map_or_else(|| told.clone(), |losses| exports::with_losses(locale, &told, &losses)),
                )
            }
            Err(ExportError::Exists { .. }) => {
                Response::failed(reader::file_exists(locale, &name, &format!("export {argument} {OVER}")))
            }
            Err(error) => Response::failed(error.told(locale)),
        }
    }
}
