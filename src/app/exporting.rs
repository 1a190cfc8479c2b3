//! Writing what is shown to a file: the same events as the command line of the view prints.

use std::{path::Path, sync::Arc};

use crate::{
    export::{ExportError, ExportJob, ExportReport, Losses, OutputFormat, OutputTarget, WriteOptions},
    messages::{Locale, exports},
    model::EventIndex,
    text::sanitize,
};

use super::{App, Effect};

impl App {
    /// The events that are written: those that are chosen, else those that are shown, in the window where it is not that
    /// of the start.
    fn exported(&self) -> Vec<EventIndex> {
        if self.chosen_count() > 0 {
            return self.chosen();
        }
        self.events_in_window()
    }

    /// The events that are written, by themselves.
    pub fn export_job(&self) -> ExportJob {
        ExportJob {
            timeline: Arc::clone(&self.doc.timeline),
            events: self.exported(),
            marks: self.doc.shared_marks(),
            lang: self.prefs.lang,
            query: self.filter.query.to_string(),
            screen: None,
        }
    }

    /// The name that is proposed for a file: what the timeline is called.
    pub(super) fn export_name(&self, format: OutputFormat) -> String {
        let file = self.doc.file.as_ref().and_then(|file| Path::new(&file.shown).file_stem()?.to_str());
        let stem = file.filter(|stem| *stem != "-").unwrap_or("timeline");
        format!("{stem}-export.{}", format.extension())
    }

    /// Writes the file of a name.
    pub(super) fn export_to(&mut self, format: OutputFormat, name: &str, overwrite: bool) -> Effect {
        let locale = self.locale();
        let writing = || exports::writing(locale, name);
        // A picture would show the message as well.
        self.status_message = (format != OutputFormat::Svg).then(writing);
        let options = WriteOptions { overwrite, strict: false };
        Effect::Export(OutputTarget { format, file: Some(self.prefs.file_named(name)), options })
    }

    /// Says what has become of a file; one that is there already is asked about.
    pub fn apply_export(&mut self, report: ExportReport) {
        let ExportReport { target, events, result } = report;
        let file = target.file.as_deref().unwrap_or(Path::new("-"));
        let name = sanitize(&file.to_string_lossy()).into_owned();
        match result {
            Ok(losses) => {
                let locale = self.locale();
                let told = match target.format {
                    OutputFormat::Svg => exports::screen_written(locale, &name),
                    _ => exports::written(locale, events, &name),
                };
                let losses = losses_told(&losses, locale);
                self.tell(losses.map_or_else(|| told.clone(), |losses| exports::with_losses(locale, &told, &losses)));
            }
            Err(ExportError::Exists { .. }) => self.open_overwrite(target.format, &name),
            Err(error) => {
                self.open_export_prompt(target.format, &name);
                self.status_message = Some(error.told(self.locale()));
            }
        }
    }
}

/// What a format does not hold as it is, in words; `None` where there is nothing of the kind.
pub fn losses_told(losses: &Losses, locale: Locale) -> Option<String> {
    (!losses.is_empty()).then(|| exports::losses(locale, &losses.told(locale)))
}
