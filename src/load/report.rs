//! Diagnostics for people: each with its file, line and column, the line itself with a caret, what was expected, and the
//! way out. Nothing of the file reaches the report unsanitised.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::{
    Loaded, Syntax,
    diagnostic::{Diagnostic, Severity},
    position::{Position, locate},
};
use crate::text::{sanitize, sanitize_lines};

/// Whether a report holds the terminal's codes for colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorChoice {
    /// Plain text.
    #[default]
    Plain,
    /// ANSI colours.
    Ansi,
}

/// Of a longer line only so many bytes before and behind where the problem starts are shown.
const MAX_EXCERPT_BYTES: usize = 2000;

/// All problems of a file of this name, in their order, a line each.
pub fn lines(name: &str, loaded: &Loaded) -> Vec<String> {
    let problems = locate(loaded.problems.clone(), &loaded.source, 0);
    problems.iter().map(|problem| sanitize(&problem.line(name, loaded.format.syntax())).into_owned()).collect()
}

/// All problems of a file of this name, in their order, with an empty line between them. Empty without problems.
pub fn report(name: &str, loaded: &Loaded, colour: ColorChoice) -> String {
    let renderer = match colour {
        ColorChoice::Plain => Renderer::plain(),
        ColorChoice::Ansi => Renderer::styled(),
    };
    let name = sanitize(name);
    let places = locate(loaded.problems.clone(), &loaded.source, 0);
    let one = |(problem, place): (&Diagnostic, &Diagnostic<Position>)| {
        let excerpt = Excerpt::of(&loaded.source, &problem.place);
        one(&renderer, (&name, loaded.format.syntax()), &excerpt, place) + "\n"
    };
    loaded.problems.iter().zip(&places).map(one).collect::<Vec<_>>().join("\n")
}

fn one(
    renderer: &Renderer,
    (name, syntax): (&str, Syntax),
    excerpt: &Excerpt,
    problem: &Diagnostic<Position>,
) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let Position { line, column } = problem.place;
    let fault = &problem.fault;
    let clean = |text: String| sanitize(&text).into_owned();
    let mut annotation: Annotation<'_> = AnnotationKind::Primary.span(excerpt.marked.clone());
    if let Some(expected) = fault.expected(syntax) {
        annotation = annotation.label(clean(expected));
    }
    let snippet = Snippet::source(excerpt.text.as_str()).line_start(line).annotation(annotation);
    // Of a line that is cut the column is not that of the excerpt.
    let (origin, path) = if excerpt.is_cut {
        (Some(Origin::path(name).line(line).char_column(column)), None)
    } else {
        (None, Some(name))
    };
    let help = fault.help(syntax).map(|help| Level::HELP.message(sanitize_lines(&help).into_owned()));
    let more = problem.more().map(|more| Level::NOTE.message(more));
    let elements = help.into_iter().chain(more).map(Element::from);
    let title = level.primary_title(clean(fault.message(syntax)));
    renderer.render(&[title.elements(origin).element(snippet.path(path)).elements(elements)])
}

/// What is shown of the line that a problem is in.
struct Excerpt {
    text: String,
    /// The bytes of `text` that are marked.
    marked: Range<usize>,
    /// Whether something is left out before it.
    is_cut: bool,
}

impl Excerpt {
    fn of(source: &str, place: &Range<usize>) -> Self {
        let from = boundary(source, place.start);
        let to = boundary(source, place.end.clamp(from, from + MAX_EXCERPT_BYTES));
        let (start, end) =
            (boundary(source, from.saturating_sub(MAX_EXCERPT_BYTES)), boundary(source, to + MAX_EXCERPT_BYTES));
        let part = |range: Range<usize>| source.get(range).unwrap_or_default();
        let (before, marked, after) = (part(start..from), part(from..to), part(to..end));
        let before = match before.rsplit_once('\n') {
            Some((_, before)) => (before, ""),
            None => (before, if start > 0 { "…" } else { "" }),
        };
        let (marked, after) = match (marked.find(['\r', '\n']), after.find(['\r', '\n'])) {
            (Some(line_end), _) => (part(from..from + line_end), ("", "")),
            (None, Some(line_end)) => (marked, (part(to..to + line_end), "")),
            (None, None) => (marked, (after, if end < source.len() { "…" } else { "" })),
        };
        // Each part is sanitised by itself, so that the mark stays where it belongs.
        let is_cut = !before.1.is_empty();
        let before = before.1.to_owned() + &sanitize(before.0);
        let marked = sanitize(marked);
        let text = format!("{before}{marked}{}{}", sanitize(after.0), after.1);
        Self { marked: before.len()..before.len() + marked.len(), text, is_cut }
    }
}

/// The last place up to this byte at which a character starts or the text ends.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
