//! Diagnostics for programs: a problem a line, as JSON. `docs/check.schema.json` says what stands in it.

use serde::Serialize;

use super::super::{
    diagnostic::Diagnostic,
    file_diagnostics::FileDiagnostics,
    position::{Position, Region},
};
use crate::{
    messages::Locale,
    text::{sanitize, sanitize_lines},
};

/// A problem.
#[derive(Debug, Serialize)]
struct ProblemRecord<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end: Option<PositionRecord>,
    severity: &'static str,
    code: &'static str,
    message: String,
    expected: Option<String>,
    suggestion: Option<String>,
    count: usize,
    places: Vec<PlaceRecord>,
}

/// A line and a column, from 1.
#[derive(Debug, Serialize)]
struct PositionRecord {
    line: usize,
    column: usize,
}

/// A further place of a problem.
#[derive(Debug, Serialize)]
struct PlaceRecord {
    line: usize,
    column: usize,
    end: PositionRecord,
}

impl From<Position> for PositionRecord {
    fn from(Position { line, column }: Position) -> Self {
        Self { line, column }
    }
}

impl From<Region> for PlaceRecord {
    fn from(Region { start: Position { line, column }, end }: Region) -> Self {
        Self { line, column, end: end.into() }
    }
}

/// All that was found in a file, a line each; empty where nothing was.
///
/// # Errors
///
/// Those of the writer of JSON, which has no reason for any.
pub fn json_report(found: &FileDiagnostics) -> serde_json::Result<String> {
    let lines = found.problems.iter().map(|problem| {
        let line = serde_json::to_string(&record(found, problem))?;
        Ok(line + "\n")
    });
    lines.collect()
}

fn record<'a>(found: &'a FileDiagnostics, problem: &Diagnostic<Option<Region>>) -> ProblemRecord<'a> {
    let Diagnostic { severity, fault, place, again, count, .. } = problem;
    let start = place.map(|place| place.start);
    ProblemRecord {
        file: &found.name,
        line: start.map(|start| start.line),
        column: start.map(|start| start.column),
        end: place.map(|place| place.end.into()),
        severity: severity.name(),
        code: fault.code().name(),
        message: sanitize(&fault.message(found.syntax, Locale::English)).into_owned(),
        expected: fault.expected(found.syntax, Locale::English).map(|expected| sanitize(&expected).into_owned()),
        suggestion: fault.help(found.syntax, Locale::English).map(|help| sanitize_lines(&help).into_owned()),
        count: *count,
        places: again.iter().flatten().map(|place| (*place).into()).collect(),
    }
}
