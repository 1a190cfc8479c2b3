//! Writing what is shown to a file: the same events as the command line of the view prints.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    export::{ExportError, ExportJob, ExportReport, Losses, OutputFormat, OutputTarget, WriteOptions},
    model::{EventIndex, Lang},
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
        let window = Some(self.time.window).filter(|window| *window != self.time.initial_window);
        let is_in = |ix: &EventIndex| window.is_none_or(|window| self.doc.is_within(*ix, window));
        self.filter.visible.iter().copied().filter(is_in).collect()
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
        let ja = self.prefs.lang == Lang::Ja;
        let writing = || if ja { format!("{name}に書き出し中…") } else { format!("writing {name} …") };
        // A picture would show the message as well.
        self.status_message = (format != OutputFormat::Svg).then(writing);
        let options = WriteOptions { overwrite, strict: false };
        Effect::Export(OutputTarget { format, file: Some(PathBuf::from(name)), options })
    }

    /// Says what has become of a file; one that is there already is asked about.
    pub fn apply_export(&mut self, report: ExportReport) {
        let ExportReport { target, events, result } = report;
        let file = target.file.as_deref().unwrap_or(Path::new("-"));
        let name = sanitize(&file.to_string_lossy()).into_owned();
        match result {
            Ok(losses) => {
                let mut told = match (events, self.prefs.lang == Lang::Ja) {
                    (_, true) if target.format == OutputFormat::Svg => format!("画面を{name}に書き出しました"),
                    (_, false) if target.format == OutputFormat::Svg => format!("the screen is in {name}"),
                    (_, true) => format!("{events}件を{name}に書き出しました"),
                    (1, false) => format!("1 event is in {name}"),
                    (_, false) => format!("{events} events are in {name}"),
                };
                if let Some(losses) = losses_told(&losses, self.prefs.lang) {
                    told = if self.prefs.lang == Lang::Ja {
                        format!("{told}。{losses}")
                    } else {
                        format!("{told}; {losses}")
                    };
                }
                self.status_message = Some(told);
            }
            Err(ExportError::Exists { .. }) => self.open_overwrite(target.format, &name),
            Err(error) => {
                self.open_export_prompt(target.format, &name);
                self.status_message = Some(error.to_string());
            }
        }
    }
}

/// What a format does not hold as it is, in words; `None` where there is nothing of the kind.
pub(super) fn losses_told(losses: &Losses, lang: Lang) -> Option<String> {
    let told = losses.told(lang);
    (!losses.is_empty()).then(|| match lang {
        Lang::Ja => format!("文章として残すもの・省くもの：{told}"),
        _ => format!("kept as text or left out: {told}"),
    })
}
