//! Components of iCalendar (RFC 5545, section 3.6): what stands between `BEGIN` and `END`.

use std::ops::Range;

use super::{
    super::{diagnostic::DiagnosticKind, diagnostics::Diagnostics, import_fault::ImportFault},
    content_line::{ContentLine, ContentLines},
};

/// Deeper than this, components are not looked into.
const MAX_DEPTH: usize = 6;

/// A component with its properties and the components within it.
#[derive(Debug, Default)]
pub(super) struct Component<'a> {
    /// In small letters.
    pub(super) name: String,
    /// The bytes of its first line.
    pub(super) span: Range<usize>,
    pub(super) lines: Vec<ContentLine<'a>>,
    pub(super) parts: Vec<Self>,
}

impl<'a> Component<'a> {
    /// The first property of this name.
    pub(super) fn line(&self, name: &str) -> Option<&ContentLine<'a>> {
        self.lines.iter().find(|line| line.is(name))
    }
}

/// Reads all components of a source. What is not closed ends where another of its kind begins, or with what it stands in.
pub(super) fn components<'a>(source: &'a str, problems: &mut Diagnostics) -> Vec<Component<'a>> {
    let mut open: Vec<Component<'a>> = vec![Component::default()];
    // How many components are open beyond those that are looked into.
    let mut skipped = 0_usize;
    for line in ContentLines::new(source) {
        let line = match line {
            Ok(line) => line,
            Err(place) => {
                problems.push(place, DiagnosticKind::Import(ImportFault::NoName));
                continue;
            }
        };
        let name = line.value.trim().to_ascii_lowercase();
        if line.is("BEGIN") {
            if open.last().is_some_and(|last| last.name == name) {
                close(&mut open, Some(line.span.clone()), problems);
            }
            if open.len() > MAX_DEPTH {
                skipped += 1;
            } else {
                open.push(Component { name, span: line.span, ..Component::default() });
            }
        } else if line.is("END") {
            if skipped > 0 {
                skipped -= 1;
                continue;
            }
            let Some(at) = open.iter().rposition(|component| component.name == name).filter(|at| *at > 0) else {
                problems.push(
                    line.span,
                    DiagnosticKind::Import(ImportFault::NotOpen { component: name.to_ascii_uppercase() }),
                );
                continue;
            };
            while open.len() > at + 1 {
                close(&mut open, Some(line.span.clone()), problems);
            }
            close(&mut open, None, problems);
        } else if skipped == 0
            && let Some(last) = open.last_mut()
        {
            last.lines.push(line);
        }
    }
    let end = source.len()..source.len();
    while open.len() > 1 {
        close(&mut open, Some(end.clone()), problems);
    }
    open.pop().map(|all| all.parts).unwrap_or_default()
}

/// Takes the innermost component into the one around it. The place: where it should have been closed and was not.
fn close(open: &mut Vec<Component<'_>>, unclosed: Option<Range<usize>>, problems: &mut Diagnostics) {
    if open.len() < 2 {
        return;
    }
    let Some(component) = open.pop() else { return };
    if let Some(place) = unclosed {
        problems.push(
            place,
            DiagnosticKind::Import(ImportFault::NotClosed { component: component.name.to_ascii_uppercase() }),
        );
    }
    if let Some(outer) = open.last_mut() {
        outer.parts.push(component);
    }
}
