//! Choosing a format and a file, with what will be written where.

use crate::{
    app::{App, Effect, Overlay, PickEffect, PickItem, PickKind, PickMenu, exporting::losses_told},
    axis::Window,
    export::{ExportJob, OutputFormat},
    input::LineEditor,
    messages::{Locale, exports, prompts},
};

/// The formats, each with its letter.
const FORMATS: [(char, OutputFormat); 14] = [
    ('m', OutputFormat::Markdown),
    ('h', OutputFormat::Html),
    ('p', OutputFormat::Plain),
    ('c', OutputFormat::Csv),
    ('x', OutputFormat::CsvExcel),
    ('j', OutputFormat::Json),
    ('l', OutputFormat::JsonLines),
    ('t', OutputFormat::Toml),
    ('i', OutputFormat::ICalendar),
    ('s', OutputFormat::Timesketch),
    ('k', OutputFormat::TimelineJs),
    ('b', OutputFormat::BibTex),
    ('r', OutputFormat::CslJson),
    ('v', OutputFormat::Svg),
];
/// Of more events it is not told before they are written what a format cannot hold.
const MAX_PREVIEWED_EVENTS: usize = 2_000;

/// Why a file cannot go by a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileNameFault {
    /// Nothing is typed.
    Empty,
}

impl FileNameFault {
    /// The fault in words.
    pub const fn told(self, locale: Locale) -> &'static str {
        match self {
            Self::Empty => prompts::no_file_name(locale),
        }
    }
}

/// A file that is being named.
#[derive(Debug, Clone)]
pub struct ExportPrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// The format.
    pub format: OutputFormat,
    /// What will be written where.
    pub preview: String,
    /// What is wrong with the name; `None` if it is one.
    pub fault: Option<FileNameFault>,
    job: ExportJob,
    /// What will be written, but for where.
    facts: String,
}

impl App {
    /// Opens the formats.
    pub(in crate::app) fn open_formats(&mut self) {
        let locale = self.locale();
        let item = |(key, format): (char, OutputFormat)| PickItem {
            key: Some(key),
            label: format!("{:10} .{}", format.name(), format.extension()),
            count: None,
            detail: format.about(locale).to_owned(),
            effect: PickEffect::Format(format),
        };
        let items = FORMATS.map(item).to_vec();
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Formats, items)));
    }

    /// Opens the line in which the file is named.
    pub(in crate::app) fn open_export_prompt(&mut self, format: OutputFormat, name: &str) {
        let job = self.export_job();
        let (preview, facts) = (String::new(), String::new());
        let prompt = ExportPrompt { editor: LineEditor::new(name), format, preview, fault: None, job, facts };
        self.overlays.push(Overlay::Export(prompt));
        self.preview_export();
    }

    /// Takes the format that the end of the name tells, and says what will be written.
    pub(in crate::app) fn follow_export_name(&mut self) {
        let Some(Overlay::Export(prompt)) = self.overlays.last_mut() else { return };
        let name = prompt.editor.text().trim();
        prompt.fault = name.is_empty().then_some(FileNameFault::Empty);
        let has_end = name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(prompt.format.extension()));
        if let Some(format) = OutputFormat::of_name(name).filter(|format| !has_end && *format != prompt.format) {
            prompt.format = format;
            return self.preview_export();
        }
        self.preview_place();
    }

    /// Says where the file will be, as far as its name leaves that open.
    fn preview_place(&mut self) {
        let locale = self.locale();
        let Some(Overlay::Export(prompt)) = self.overlays.last_mut() else { return };
        let file = self.prefs.file_named(prompt.editor.text().trim());
        let folder = self.prefs.folder.as_deref().filter(|_| file.is_relative());
        let place = folder.map(|folder| exports::below(locale, folder));
        prompt.preview = format!("{}{}", prompt.facts, place.unwrap_or_default());
    }

    fn preview_export(&mut self) {
        let locale = self.locale();
        if let Some(Overlay::Export(prompt)) = self.overlays.last_mut()
            && prompt.format == OutputFormat::Svg
        {
            exports::this_screen(locale).clone_into(&mut prompt.facts);
            return self.preview_place();
        }
        let window = Some(self.time.window).filter(|window| *window != self.time.initial_window);
        let query = self.filter.query.to_string();
        let is_chosen = self.chosen_count() > 0;
        let Some(Overlay::Export(prompt)) = self.overlays.last_mut() else { return };
        let count = prompt.job.events.len();
        let mut parts = vec![if is_chosen { exports::chosen(locale, count) } else { exports::shown(locale, count) }];
        if !is_chosen {
            parts.extend((!query.is_empty()).then(|| exports::of_query(locale, &query)));
            parts.extend(window.map(|window| exports::in_window(locale, &Window::written(&window))));
        }
        parts.push(exports::in_format(locale, prompt.format.name()));
        if count <= MAX_PREVIEWED_EVENTS {
            let losses = losses_told(&prompt.job.losses(prompt.format), locale);
            parts.push(losses.unwrap_or_else(|| exports::nothing_lost(locale).to_owned()));
        }
        prompt.facts = parts.join(exports::separator(locale));
        self.preview_place();
    }

    /// Writes the file, if it has a name.
    pub(in crate::app) fn accept_export(&mut self) -> Option<Effect> {
        let prompt = self
            .overlays
            .pop_if(|overlay| matches!(overlay, Overlay::Export(prompt) if !prompt.editor.text().trim().is_empty()));
        let Some(Overlay::Export(prompt)) = prompt else { return None };
        Some(self.export_to(prompt.format, prompt.editor.text().trim(), false))
    }

    /// Asks whether a file that is there already is to be written over.
    pub(in crate::app) fn open_overwrite(&mut self, format: OutputFormat, name: &str) {
        let locale = self.locale();
        let item = |key: char, label: &str, effect: PickEffect| PickItem {
            key: Some(key),
            label: label.to_owned(),
            count: None,
            detail: name.to_owned(),
            effect,
        };
        let rename = PickEffect::Rename { format, name: name.to_owned() };
        let overwrite = PickEffect::Overwrite { format, name: name.to_owned() };
        let items =
            vec![item('n', exports::another_name(locale), rename), item('y', exports::write_over(locale), overwrite)];
        self.status_message = None;
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Overwrite, items)));
    }
}
