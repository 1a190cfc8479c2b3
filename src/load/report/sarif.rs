//! Diagnostics as other tools exchange them: [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).

use std::fmt::Write as _;

use serde::Serialize;

use super::super::{code::DiagnosticCode, diagnostic::Diagnostic, file_diagnostics::FileDiagnostics, position::Region};
use crate::{
    messages::Locale,
    text::{sanitize, sanitize_lines},
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Debug, Serialize)]
struct SarifLog<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<'a> {
    tool: SarifTool,
    invocations: [SarifInvocation<'a>; 1],
    /// Our columns are characters.
    column_kind: &'static str,
    results: Vec<SarifResult>,
}

#[derive(Debug, Serialize)]
struct SarifTool {
    driver: SarifDriver,
}

#[derive(Debug, Serialize)]
struct SarifDriver {
    name: &'static str,
    version: &'static str,
    rules: Vec<SarifRule>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRule {
    id: &'static str,
    short_description: SarifText,
    help: SarifText,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifInvocation<'a> {
    execution_successful: bool,
    tool_execution_notifications: Vec<SarifNotification<'a>>,
}

#[derive(Debug, Serialize)]
struct SarifNotification<'a> {
    level: &'static str,
    message: SarifMessage<'a>,
}

#[derive(Debug, Serialize)]
struct SarifMessage<'a> {
    text: &'a str,
}

/// A text, and the same as Markdown where that says more.
#[derive(Debug, Serialize)]
struct SarifText {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: SarifText,
    locations: [SarifLocation; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<SarifLocation>,
    occurrence_count: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifLocation {
    physical_location: SarifPlace,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifPlace {
    artifact_location: SarifArtifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<SarifRegion>,
}

#[derive(Debug, Serialize)]
struct SarifArtifact {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// All that was found in files, with what is said of files that could not be read.
///
/// # Errors
///
/// Those of the writer of JSON, which has no reason for any.
pub fn sarif_report(all: &[FileDiagnostics], unread: &[String]) -> serde_json::Result<String> {
    let mut codes: Vec<DiagnosticCode> =
        all.iter().flat_map(|found| &found.problems).map(|problem| problem.fault.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    let results = all.iter().flat_map(|found| found.problems.iter().map(|problem| result(found, problem, &codes)));
    let unread: Vec<_> =
        unread.iter().map(|text| SarifNotification { level: "error", message: SarifMessage { text } }).collect();
    let run = SarifRun {
        tool: SarifTool {
            driver: SarifDriver {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                rules: codes.iter().map(|code| rule(*code)).collect(),
            },
        },
        invocations: [SarifInvocation {
            execution_successful: unread.is_empty(),
            tool_execution_notifications: unread,
        }],
        column_kind: "unicodeCodePoints",
        results: results.collect(),
    };
    let log = SarifLog { schema: SCHEMA, version: "2.1.0", runs: [run] };
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn rule(code: DiagnosticCode) -> SarifRule {
    SarifRule {
        id: code.name(),
        short_description: SarifText { text: code.summary(Locale::English).to_owned(), markdown: None },
        help: SarifText { text: code.explanation(Locale::English), markdown: Some(code.markdown()) },
    }
}

fn result(found: &FileDiagnostics, problem: &Diagnostic<Option<Region>>, codes: &[DiagnosticCode]) -> SarifResult {
    let code = problem.fault.code();
    let uri = uri(&found.name);
    let location = |region: Option<Region>| SarifLocation {
        physical_location: SarifPlace {
            artifact_location: SarifArtifact { uri: uri.clone() },
            region: region.map(SarifRegion::from),
        },
    };
    let help = problem.fault.help(found.syntax, Locale::English).map(|help| format!("; {}", sanitize_lines(&help)));
    let text = sanitize(&problem.fault.message(found.syntax, Locale::English)).into_owned() + &help.unwrap_or_default();
    SarifResult {
        rule_id: code.name(),
        rule_index: codes.binary_search(&code).unwrap_or_default(),
        level: problem.severity.name(),
        message: SarifText { text, markdown: None },
        locations: [location(problem.place)],
        related_locations: problem.told_again().iter().map(|place| location(*place)).collect(),
        occurrence_count: problem.count,
    }
}

impl From<Region> for SarifRegion {
    fn from(Region { start, end }: Region) -> Self {
        Self { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
    }
}

/// The name of a file as a reference ([RFC 3986](https://www.rfc-editor.org/rfc/rfc3986)).
fn uri(name: &str) -> String {
    let mut uri = if name.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            // A text takes whatever is written to it.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}
