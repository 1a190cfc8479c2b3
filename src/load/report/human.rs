//! Diagnostics for people: each with its file, line and column, the line itself with a caret, what was expected, and the
//! way out. Nothing of the file reaches the report unsanitised.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::super::{
    diagnostic::Diagnostic,
    file_diagnostics::FileDiagnostics,
    position::{Position, Region},
    severity::Severity,
};
use crate::{
    messages::{Locale, reports},
    text::{sanitize, sanitize_lines},
};

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

/// All that was found in a file, in its order, with an empty line between. Empty where nothing was.
pub fn human_report(found: &FileDiagnostics, colour: ColorChoice, locale: Locale) -> String {
    let renderer = match colour {
        ColorChoice::Plain => Renderer::plain(),
        ColorChoice::Ansi => Renderer::styled(),
    };
    let lines: Vec<&str> = found.source.as_deref().map(|source| source.split('\n').collect()).unwrap_or_default();
    let excerpt = |region: &Region| {
        let line = lines.get(region.start.line.checked_sub(1)?)?;
        Some(Excerpt::of(line.strip_suffix('\r').unwrap_or(line), region))
    };
    let one = |problem: &Diagnostic<Option<Region>>| {
        let excerpt = problem.place.as_ref().and_then(excerpt);
        one(&renderer, found, problem, (excerpt.as_ref(), locale)) + "\n"
    };
    found.problems.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(
    renderer: &Renderer,
    FileDiagnostics { name, syntax, .. }: &FileDiagnostics,
    problem: &Diagnostic<Option<Region>>,
    (excerpt, locale): (Option<&Excerpt>, Locale),
) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR.with_name(reports::error(locale)),
        Severity::Warning => Level::WARNING.with_name(reports::warning(locale)),
        Severity::Note => Level::NOTE.with_name(reports::note(locale)),
    };
    let fault = &problem.fault;
    let clean = |text: String| sanitize(&text).into_owned();
    let name = sanitize(name);
    let title = level.primary_title(clean(fault.message(*syntax, locale))).id(fault.code().name());
    let origin =
        problem.place.map_or(Origin::path(name.as_ref()), |Region { start: Position { line, column }, .. }| {
            Origin::path(name.as_ref()).line(line).char_column(column)
        });
    let help = fault
        .help(*syntax, locale)
        .map(|help| Level::HELP.with_name(reports::help(locale)).message(sanitize_lines(&help).into_owned()));
    let more = problem.more(locale).map(|more| Level::NOTE.with_name(reports::note(locale)).message(more));
    let elements = help.into_iter().chain(more).map(Element::from);
    let group = match (excerpt, problem.place) {
        (Some(excerpt), Some(place)) => {
            let mut annotation: Annotation<'_> = AnnotationKind::Primary.span(excerpt.marked.clone());
            if let Some(expected) = fault.expected(*syntax, locale) {
                annotation = annotation.label(clean(expected));
            }
            let snippet = Snippet::source(excerpt.text.as_str()).line_start(place.start.line).annotation(annotation);
            // Of a line that is cut the column is not that of the excerpt.
            let (origin, path) = if excerpt.is_cut { (Some(origin), None) } else { (None, Some(name.as_ref())) };
            title.elements(origin).element(snippet.path(path))
        }
        _ => title.element(origin),
    };
    renderer.render(&[group.elements(elements)])
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
    /// What is shown of a line for a region that begins in it.
    fn of(line: &str, region: &Region) -> Self {
        let byte = |column: usize| line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
        let from = byte(region.start.column);
        let to = if region.end.line > region.start.line { line.len() } else { byte(region.end.column) };
        let to = boundary(line, to.clamp(from, from + MAX_EXCERPT_BYTES));
        let start = boundary(line, from.saturating_sub(MAX_EXCERPT_BYTES));
        let end = boundary(line, to + MAX_EXCERPT_BYTES);
        let part = |range: Range<usize>| sanitize(line.get(range).unwrap_or_default());
        // Each part is sanitised by itself, so that the mark stays where it belongs.
        let is_cut = start > 0;
        let before = if is_cut { "…" } else { "" }.to_owned() + &part(start..from);
        let marked = part(from..to);
        let text = format!("{before}{marked}{}{}", part(to..end), if end < line.len() { "…" } else { "" });
        Self { marked: before.len()..before.len() + marked.len(), text, is_cut }
    }
}

/// The last place up to this byte at which a character starts or the text ends.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
