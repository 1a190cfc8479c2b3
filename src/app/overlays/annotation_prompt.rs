//! The line in which tags and a note are typed.

use crate::{
    app::{App, Effect, Overlay},
    input::LineEditor,
    model::Annotation,
};

/// Tags and a note that are being typed.
#[derive(Debug, Clone)]
pub struct AnnotationPrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// To how many events it goes.
    pub events: usize,
}

impl App {
    /// Opens the line with what is noted of the event; with nothing, if it is to go to several.
    pub(in crate::app) fn open_annotation(&mut self) {
        self.selection.prefer_selected();
        self.end_range();
        let events = self.acted_on();
        let noted = match events.as_slice() {
            [ix] => self.doc.annotation(*ix).map(Annotation::line),
            _ => None,
        };
        let text = noted.map(|line| line + " ").unwrap_or_default();
        let text = text.trim_start();
        let prompt = AnnotationPrompt { editor: LineEditor::new(text), events: events.len() };
        self.overlays.push(Overlay::Annotation(prompt));
    }

    /// Takes what is typed.
    pub(in crate::app) fn accept_annotation(&mut self) -> Option<Effect> {
        let Some(Overlay::Annotation(prompt)) = self.overlays.pop() else { return None };
        self.annotate_from(prompt.editor.text())
    }
}
