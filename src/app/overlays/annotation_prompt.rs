//! The line in which tags and a note are typed.

use crate::{
    app::{App, Effect, Overlay},
    input::LineEditor,
    model::{Annotation, EventRowId},
};

/// Tags and a note that are being typed.
#[derive(Debug, Clone)]
pub struct AnnotationPrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// The events to which it goes, whatever is selected meanwhile.
    pub rows: Vec<EventRowId>,
}

impl App {
    /// Opens the line with what is noted of the event; with nothing, if it is to go to several.
    pub(in crate::app) fn open_annotation(&mut self) {
        self.selection.prefer_selected();
        self.end_range();
        let rows = self.rows_acted_on();
        let noted = match rows.as_slice() {
            [row] => self.doc.marks().get(*row).map(Annotation::line),
            _ => None,
        };
        let text = noted.map(|line| line + " ").unwrap_or_default();
        let prompt = AnnotationPrompt { editor: LineEditor::new(text.trim_start()), rows };
        self.overlays.push(Overlay::Annotation(prompt));
    }

    /// Takes what is typed.
    pub(in crate::app) fn accept_annotation(&mut self) -> Option<Effect> {
        let Some(Overlay::Annotation(prompt)) = self.overlays.pop() else { return None };
        self.annotate_from(&prompt.rows, prompt.editor.text())
    }
}
