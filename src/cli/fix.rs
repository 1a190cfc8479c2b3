//! Mending files: what would be changed is shown, and written where that is wanted.

use std::{
    fs,
    io::{self, BufRead as _},
    path::Path,
    time::Duration,
};

use similar::TextDiff;

use super::{
    exit_status::{print, print_error, print_stderr},
    language::locale,
    opened::OpenedTimeline,
};
use crate::{
    export::{ExportError, require_own, write_whole},
    load::{Format, Syntax, mended},
    messages::{reports, system},
    terminal::Caps,
    text::sanitize_lines,
};

const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// Lines around a change that are shown as well.
const CONTEXT_LINES: usize = 3;
/// After so long a difference is told in larger parts than would be needed.
const MAX_DIFF_TIME: Duration = Duration::from_secs(1);

/// What has become of a file that was to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mending {
    /// There is nothing to mend.
    Nothing,
    /// It was written.
    Written,
    /// There would be changes, which nobody wanted, or could be asked about.
    Unwanted,
    /// It could not be written.
    Failed,
}

/// Shows what would be mended in a file, and writes it if that is wanted: as said in advance, or when asked at a terminal.
pub(super) fn mend(path: &Path, opened: &OpenedTimeline, is_wanted: bool) -> Mending {
    let name = opened.name();
    let Some((format, text)) = mendable(path, opened) else {
        say(name, reports::nothing_mended(locale()));
        return Mending::Nothing;
    };
    let (mark, old) = text.strip_prefix(BYTE_ORDER_MARK).map_or(("", text.as_str()), |old| (BYTE_ORDER_MARK, old));
    let Some(new) = mended(format, old) else { return Mending::Nothing };
    let diff = TextDiff::configure().timeout(MAX_DIFF_TIME).diff_lines(old, new.as_str());
    let diff = diff.unified_diff().context_radius(CONTEXT_LINES).header(name, name).to_string();
    if print(&sanitize_lines(&diff)).is_some() {
        return Mending::Failed;
    }
    if !is_wanted && !is_agreed(name) {
        return Mending::Unwanted;
    }
    // What somebody has written meanwhile stays.
    if fs::read(path).ok().as_deref() != Some(text.as_bytes()) {
        say(name, reports::changed_meanwhile(locale()));
        return Mending::Failed;
    }
    let fails = |error| ExportError::Io { path: path.to_owned(), error };
    let text = [mark, &new].concat();
    let write = || write_whole(path, true, |out| out.write_all(text.as_bytes()).map_err(fails));
    match require_own(path).and_then(|()| write()) {
        Ok(()) => Mending::Written,
        Err(error) => {
            print_error(&error.told(locale()));
            Mending::Failed
        }
    }
}

/// Says something of a file.
fn say(name: &str, words: &str) {
    print_error(&system::of_file(locale(), name, words));
}

/// The text of a file, if that is what was read: of what is packed, in another encoding, or read by parts, it is not.
fn mendable(path: &Path, opened: &OpenedTimeline) -> Option<(Format, String)> {
    let found = opened.diagnostics.files.first()?;
    let format = match found.syntax {
        Syntax::Toml => Format::Toml,
        Syntax::Json => Format::JsonLines,
        _ => return None,
    };
    let text = fs::read_to_string(path).ok()?;
    let read = found.source.as_deref()?;
    (text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text) == read).then_some((format, text))
}

/// Whether somebody at a terminal agrees.
fn is_agreed(name: &str) -> bool {
    let caps = Caps::detect();
    if !caps.stdin_is_terminal || !caps.stdout_is_terminal {
        say(name, reports::not_written(locale()));
        return false;
    }
    print_stderr(&reports::write_this(locale(), name));
    let mut answer = String::new();
    let is_heard = io::stdin().lock().read_line(&mut answer).is_ok();
    is_heard && matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes")
}
