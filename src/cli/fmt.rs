//! Laying out timeline files.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::{
    exit_status::{ExitStatus, print, print_error},
    language::locale,
};
use crate::{
    export::{ExportError, require_own, write_whole},
    formatter::{FormatError, formatted},
    load::Format,
    messages::{files, sources, system},
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
    let name = if is_filter {
        sources::standard_input(locale()).to_owned()
    } else {
        sanitize(&file.to_string_lossy()).into_owned()
    };
    let wrong = |why: &str| (ExitStatus::WrongUse, system::of_file(locale(), &name, why));
    let bytes = if is_filter { standard_input() } else { fs::read(file) }
        .map_err(|error| wrong(&system::error(locale(), &error)))?;
    let text = String::from_utf8(bytes).map_err(|_| wrong(files::fmt_is_for_utf8(locale())))?;
    let laid_out = formatted(&text).map_err(|error| match (&error, other_format(&name, &text)) {
        (FormatError::Syntax { .. }, Some(other)) => wrong(&files::fmt_is_for_toml(locale(), other)),
        // As compilers name places.
        (FormatError::Syntax { .. }, None) => (ExitStatus::WrongUse, format!("{name}:{}", error.told(locale()))),
        _ => wrong(&error.told(locale())),
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
            .map_err(|error| (ExitStatus::Unwritten, error.told(locale())))?;
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
        Format::ICalendar => Some(files::calendar(locale())),
        Format::JsonLines | Format::TimelineJs | Format::Sparql => Some("JSON"),
    }
}
