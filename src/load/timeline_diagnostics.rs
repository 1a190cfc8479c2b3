//! What was found in all files of a timeline.

use super::{file_diagnostics::FileDiagnostics, severity::Severity};
use crate::{messages::LocalizedText, model::SourceLine};

/// What was found in the files of a timeline, file by file.
#[derive(Debug, Clone, Default)]
pub struct TimelineDiagnostics {
    /// What was found in each.
    pub files: Vec<FileDiagnostics>,
}

impl TimelineDiagnostics {
    /// How many errors and warnings there are.
    pub fn counts(&self) -> (usize, usize) {
        let counts = self.files.iter().map(FileDiagnostics::counts);
        counts.fold((0, 0), |(errors, warnings), (more, others)| (errors + more, warnings + others))
    }

    /// What is wrong, a line each.
    pub fn lines(&self) -> Vec<LocalizedText> {
        self.files.iter().flat_map(FileDiagnostics::lines).collect()
    }

    /// What was lost first, in a line; `None` where nothing was.
    pub fn first_error_line(&self) -> Option<LocalizedText> {
        self.files.iter().find_map(|found| {
            let error = found.problems.iter().find(|problem| problem.severity == Severity::Error)?;
            Some(found.line(error))
        })
    }

    /// The line at which something was lost first; `None` where nothing was, or at no line.
    pub fn first_error(&self) -> Option<SourceLine> {
        let errors = self.files.iter().enumerate().flat_map(|(file, found)| {
            let errors = found.problems.iter().filter(|problem| problem.severity == Severity::Error);
            errors.map(move |problem| (file, problem.place))
        });
        let (file, place) = errors.into_iter().find(|(_, place)| place.is_some())?;
        place.map(|place| SourceLine { file, line: place.start.line })
    }
}

impl From<FileDiagnostics> for TimelineDiagnostics {
    fn from(found: FileDiagnostics) -> Self {
        Self { files: vec![found] }
    }
}
