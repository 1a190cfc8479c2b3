//! Lines of a [bodyfile](https://wiki.sleuthkit.org/index.php?title=Body_file) of The Sleuth Kit: a file or directory a line, with
//! up to four times.

use std::{borrow::Cow, ops::Range};

use memchr::{memchr, memrchr};

use super::row::Row;
use crate::{load::ImportFault, model::ExtraField};

/// What stands between the parts of a line.
const BAR: u8 = b'|';
/// The parts of a line.
pub(super) const COLUMNS: [&str; 11] =
    ["md5", "name", "inode", "mode", "uid", "gid", "size", "atime", "mtime", "ctime", "crtime"];
/// In which order `mactime` tells what a time is: of the contents, of an access, of the metadata, of the birth.
pub(super) const MACB: [(&str, u8); 4] = [("mtime", b'm'), ("atime", b'a'), ("ctime", b'c'), ("crtime", b'b')];
/// How many parts stand behind the name.
const BEHIND: usize = COLUMNS.len() - 2;
/// The parts that are times.
const TIMES: usize = 4;

/// Whether a text that begins like this is a bodyfile.
pub(super) fn is_bodyfile(begin: &str) -> bool {
    let mut lines = begin.lines().filter(|line| !is_passed_over(line));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let has_times = |line: &str| {
        let parts = parts(line);
        parts.is_some_and(|parts| {
            parts.iter().rev().take(TIMES).all(|part| is_number(line.get(part.clone()).unwrap_or_default()))
        })
    };
    lines.next().is_some_and(has_times)
}

/// Whether a line is no record: empty, or a comment.
fn is_passed_over(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}

/// Takes a line that stands at this byte of its text into a row whose columns have these numbers; whether it is a record.
pub(super) fn fill<'a>(
    row: &mut Row<'a>,
    line: &'a str,
    start: usize,
    columns: &[ExtraField],
) -> Result<bool, ImportFault> {
    if is_passed_over(line) {
        return Ok(false);
    }
    let Some(parts) = parts(line) else {
        let found = memchr::memchr_iter(BAR, line.as_bytes()).count() + 1;
        return Err(ImportFault::Parts { expected: COLUMNS.len(), found });
    };
    row.begin(start..start + line.len());
    for ((name, part), column) in COLUMNS.iter().zip(parts).zip(columns) {
        let text = line.get(part.clone()).unwrap_or_default();
        let text = match *name {
            "md5" if text == "0" => continue,
            "name" => unescaped(text),
            _ => Cow::Borrowed(text),
        };
        row.put(*column, text, start + part.start..start + part.end);
    }
    Ok(true)
}

/// The parts of a line; bars may stand in the name.
fn parts(line: &str) -> Option<[Range<usize>; COLUMNS.len()]> {
    let bytes = line.as_bytes();
    let mut parts: [Range<usize>; COLUMNS.len()] = Default::default();
    let first = memchr(BAR, bytes)?;
    let mut end = bytes.len();
    for part in parts.iter_mut().rev().take(BEHIND) {
        let bar = memrchr(BAR, bytes.get(first + 1..end)?)? + first + 1;
        *part = trimmed(line, bar + 1..end);
        end = bar;
    }
    let [hash, name, ..] = &mut parts;
    (*hash, *name) = (trimmed(line, 0..first), first + 1..end);
    Some(parts)
}

/// The same bytes without blanks around what stands there.
fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let text = line.get(range.clone()).unwrap_or_default();
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

/// A name without its escapes.
fn unescaped(name: &str) -> Cow<'_, str> {
    if name.contains('\\') { Cow::Owned(name.replace("\\|", "|").replace("\\\\", "\\")) } else { Cow::Borrowed(name) }
}
