//! Why something is a problem, and how it is mended.

use super::{
    exit_status::{ExitStatus, print, print_error},
    language::locale,
};
use crate::{
    load::DiagnosticCode,
    messages::commands,
    text::{sanitize, suggest},
};

/// Explains the code of this name; without one, says of all what they are.
pub(super) fn explain(name: Option<&str>) -> ExitStatus {
    let Some(name) = name else { return print(&all()).unwrap_or(ExitStatus::Fine) };
    // As `check` writes it.
    let name = name.trim_start_matches('[').trim_end_matches(']');
    let Some(code) = DiagnosticCode::named(name) else {
        let near = suggest(name, DiagnosticCode::ALL.iter().map(|code| code.name()));
        let all = || commands::explain_lists_all(locale()).to_owned();
        let way = near.map_or_else(all, |near| commands::did_you_mean(locale(), near));
        print_error(&commands::no_code(locale(), &sanitize(name), &way));
        return ExitStatus::WrongUse;
    };
    print(&code.explanation(locale())).unwrap_or(ExitStatus::Fine)
}

/// A line for each code.
fn all() -> String {
    let width = DiagnosticCode::ALL.iter().map(|code| code.name().len()).max().unwrap_or_default();
    let lines = DiagnosticCode::ALL.iter().map(|code| format!("{:<width$}  {}", code.name(), code.summary(locale())));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}
