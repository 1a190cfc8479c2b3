//! Problems for people: each with its file, line and column, the line itself with a caret, what was expected, and the
//! way out. Nothing of the file reaches the report unsanitised.

use annotate_snippets::{AnnotationKind, Element, Level, Renderer, Snippet};

use super::problem::{Problem, Severity};
use crate::text::{sanitize, sanitize_lines};

/// Whether a report holds the terminal's codes for colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Plain text.
    #[default]
    Plain,
    /// ANSI colours.
    Ansi,
}

/// All problems of a file of this name, in their order, with an empty line between them. Empty without problems.
pub fn report(name: &str, source: &str, problems: &[Problem], colour: Colour) -> String {
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    };
    let mut lines = Lines { source, at: 0, number: 1 };
    let mut text = String::new();
    for problem in problems {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&one(&renderer, &sanitize(name), &lines.of(problem), problem));
        text.push('\n');
    }
    text
}

/// The line that a problem is shown with.
struct Line {
    number: usize,
    text: String,
    /// The bytes of `text` that are marked.
    marked: std::ops::Range<usize>,
}

fn one(renderer: &Renderer, name: &str, line: &Line, problem: &Problem) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut annotation = AnnotationKind::Primary.span(line.marked.clone());
    if let Some(expected) = problem.fault.expected() {
        annotation = annotation.label(sanitize(&expected).into_owned());
    }
    let snippet = Snippet::source(line.text.as_str()).line_start(line.number).path(name).annotation(annotation);
    let title = level.primary_title(sanitize(&problem.fault.to_string()).into_owned());
    let help = problem.fault.help().map(|help| sanitize_lines(&help).into_owned());
    let help = help.map(|help| Element::from(Level::HELP.message(help)));
    renderer.render(&[title.element(snippet).elements(help)])
}

/// Finds the lines of problems, walking on from the one before: problems come in the order of the file.
struct Lines<'a> {
    source: &'a str,
    at: usize,
    number: usize,
}

impl Lines<'_> {
    fn of(&mut self, problem: &Problem) -> Line {
        let start = problem.span.start.min(self.source.len());
        if start < self.at {
            (self.at, self.number) = (0, 1);
        }
        while let Some(length) = self.source.get(self.at..start).and_then(|skipped| skipped.find('\n')) {
            self.at += length + 1;
            self.number += 1;
        }
        let line = self.source.get(self.at..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let from = start.saturating_sub(self.at).min(line.len());
        let to = problem.span.end.saturating_sub(self.at).clamp(from, line.len());
        let part = |range: std::ops::Range<usize>| sanitize(line.get(range).unwrap_or("")).into_owned();
        // Each part is sanitised by itself, so that the mark stays where it belongs.
        let (before, marked, after) = (part(0..from), part(from..to), part(to..line.len()));
        Line { number: self.number, marked: before.len()..before.len() + marked.len(), text: before + &marked + &after }
    }
}
