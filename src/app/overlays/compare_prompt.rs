//! The line in which two filters are typed.

use crate::input::LineEditor;

use crate::app::{App, Comparison, ComparisonErrorKind, Overlay};

/// Two filters that are being typed.
#[derive(Debug, Clone)]
pub struct ComparePrompt {
    /// What is typed.
    pub editor: LineEditor,
    /// Why these are no two filters; as long as they are not, the last two that were stay in force.
    pub fault: Option<ComparisonErrorKind>,
    before: Comparison,
}

impl App {
    /// Opens the line with the two filters that are compared now.
    pub(in crate::app) fn open_compare_prompt(&mut self) {
        let editor = LineEditor::new(&self.comparison.text());
        self.overlays.push(Overlay::Compare(ComparePrompt { editor, fault: None, before: self.comparison.clone() }));
    }

    /// Takes the two filters that are typed, if there are two.
    pub(in crate::app) fn apply_typed_comparison(&mut self) {
        let Some(Overlay::Compare(prompt)) = self.overlays.last_mut() else { return };
        match Comparison::read(prompt.editor.text(), &self.doc.timeline, true) {
            Ok(sides) => {
                prompt.fault = None;
                self.comparison = sides;
                self.refilter();
            }
            Err(fault) => prompt.fault = Some(fault),
        }
    }

    /// Brings the two filters back that were there before others were typed.
    pub(in crate::app) fn restore_comparison(&mut self, prompt: ComparePrompt) {
        self.comparison = prompt.before;
        self.refilter();
    }
}
