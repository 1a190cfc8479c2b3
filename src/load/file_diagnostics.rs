//! What was found in one file, as facts, with all that is needed to tell them: its name, its format, and its text where it
//! was read as a whole.

use std::sync::Arc;

use super::{
    Loaded, Syntax,
    diagnostic::{Diagnostic, DiagnosticKind},
    diagnostics::counts,
    position::{Region, locate},
    severity::Severity,
    source_fault::SourceFault,
};
use crate::{messages::LocalizedText, text::sanitize};

/// What was found in a file.
#[derive(Debug, Clone, Default)]
pub struct FileDiagnostics {
    /// The file, as messages name it.
    pub name: String,
    /// In what it is written.
    pub syntax: Syntax,
    /// What was found, in the order of the file; what has no place is about the file as a whole.
    pub problems: Vec<Diagnostic<Option<Region>>>,
    /// The text in which places are counted; `None` for a file that was read by parts.
    pub source: Option<Arc<str>>,
}

impl FileDiagnostics {
    /// Nothing, in a file of this name.
    pub fn new(name: &str, syntax: Syntax) -> Self {
        Self { name: name.to_owned(), syntax, ..Self::default() }
    }

    /// What was found in a file that was read as a whole.
    pub fn of(name: &str, loaded: &Loaded) -> Self {
        let mut found = Self::new(name, loaded.format.syntax());
        found.extend(locate(loaded.problems.clone(), &loaded.source, 0));
        found.extend_whole(SourceFault::of_vocabularies(&loaded.timeline.vocabularies));
        found
    }

    /// The same with the text in which places are counted.
    #[must_use]
    pub fn with_source(self, source: String) -> Self {
        Self { source: Some(source.into()), ..self }
    }

    /// Takes what was found at places.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Diagnostic<Region>>) {
        self.problems.extend(problems.into_iter().map(Diagnostic::placed));
    }

    /// Takes all that was found in the same file otherwise.
    pub fn extend_all(&mut self, others: Self) {
        self.problems.extend(others.problems);
    }

    /// Takes what is to be said of the whole.
    pub fn extend_whole(&mut self, faults: impl IntoIterator<Item = SourceFault>) {
        self.problems.extend(faults.into_iter().map(|fault| Diagnostic::at(None, DiagnosticKind::Source(fault))));
    }

    /// How many errors and warnings there are.
    pub fn counts(&self) -> (usize, usize) {
        counts(&self.problems)
    }

    /// What is wrong, a line each.
    pub fn lines(&self) -> Vec<LocalizedText> {
        let wrong = self.problems.iter().filter(|problem| problem.severity > Severity::Note);
        wrong.map(|problem| self.line(problem)).collect()
    }

    /// One problem in a line.
    pub(super) fn line(&self, problem: &Diagnostic<Option<Region>>) -> LocalizedText {
        LocalizedText::new(|locale| sanitize(&problem.line(&self.name, self.syntax, locale)).into_owned())
    }
}
