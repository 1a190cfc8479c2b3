//! Laying out timeline files.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::exit_status::{ExitStatus, print, print_error};
use crate::{
    export::{ExportError, require_own, write_whole},
    formatter::{FormatError, formatted},
    load::Format,
    text::sanitize,
};

/// Lays out files, or names those that are not laid out. Ends with the worst that befell one of them.
pub(super) fn fmt(files: &[PathBuf], is_check: bool) -> ExitStatus {
    let endings = files.iter().map(|file| {
        fmt_file(file, is_check).unwrap_or_else(|(ending, message)| {
            print_error(&message);
            ending
        })
    });
    endings.max_by_key(|ending| *ending as u8).unwrap_or(ExitStatus::Fine)
}

/// The error is the whole message.
fn fmt_file(file: &Path, is_check: bool) -> Result<ExitStatus, (ExitStatus, String)> {
    let is_filter = file == Path::new("-");
    let name = if is_filter { "standard input".into() } else { sanitize(&file.to_string_lossy()).into_owned() };
    let wrong = |why: &dyn std::fmt::Display| (ExitStatus::WrongUse, format!("{name}: {why}"));
    let bytes = if is_filter { standard_input() } else { fs::read(file) }.map_err(|error| wrong(&error))?;
    let text = String::from_utf8(bytes).map_err(|_| wrong(&"fmt is for TOML in UTF-8"))?;
    let laid_out = formatted(&text).map_err(|error| match (&error, other_format(&name, &text)) {
        (FormatError::Syntax { .. }, Some(other)) => wrong(&format!("fmt is for TOML, and this is {other}")),
        // As compilers name places.
        (FormatError::Syntax { .. }, None) => (ExitStatus::WrongUse, format!("{name}:{error}")),
        _ => wrong(&error),
    })?;
    if is_check {
        let differs = laid_out != text;
        let unwritten = if differs { print(&format!("{name}\n")) } else { None };
        return Ok(unwritten.unwrap_or(if differs { ExitStatus::Problems } else { ExitStatus::Fine }));
    }
    if is_filter {
        return Ok(print(&laid_out).unwrap_or(ExitStatus::Fine));
    }
    if laid_out != text {
        let unwritten = |error| ExportError::Io { path: file.to_owned(), error };
        require_own(file)
            .and_then(|()| write_whole(file, true, |out| out.write_all(laid_out.as_bytes()).map_err(unwritten)))
            .map_err(|error| (ExitStatus::Unwritten, error.to_string()))?;
    }
    Ok(ExitStatus::Fine)
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a text is that begins like no TOML.
fn other_format(name: &str, text: &str) -> Option<&'static str> {
    match Format::of(name, text.as_bytes()) {
        Format::Toml => None,
        Format::ICalendar => Some("a calendar"),
        Format::JsonLines | Format::TimelineJs | Format::Sparql => Some("JSON"),
    }
}
