//! Lines of a log of [Zeek](https://docs.zeek.org/en/master/log-formats.html): cells with tabulators between them, with their names and
//! types in lines that begin with `#`.

use std::{borrow::Cow, ops::Range};

use super::row::Row;
use crate::{load::ImportFault, model::ExtraField, text::sanitize};

/// Fields that say what happened, the likeliest first.
pub(super) const TITLES: [&str; 9] =
    ["msg", "message", "note", "name", "subject", "server_name", "query", "filename", "uri"];
/// Fields that say what kind of thing it was.
pub(super) const KINDS: [&str; 2] = ["service", "proto"];
/// Who spoke to whom, from which port to which.
pub(super) const CONNECTION: [&str; 4] = ["id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p"];

/// The line that names the columns.
const FIELDS: &str = "#fields";

/// Whether a text that begins like this is a log of Zeek.
pub(super) fn is_log(begin: &str) -> bool {
    let begin = begin.trim_ascii_start();
    begin.starts_with("#separator") || begin.starts_with(FIELDS)
}

/// What the lines above the records say.
#[derive(Debug)]
pub(super) struct LogHeader {
    separator: String,
    unset: String,
    empty: String,
    /// What the log is of, such as `conn`.
    pub(super) path: String,
    /// The names of the columns.
    pub(super) fields: Vec<String>,
    /// Which of them is a time.
    pub(super) time: Option<usize>,
}

impl LogHeader {
    /// What is said above the first record of a log that begins like this.
    pub(super) fn of(begin: &str) -> Self {
        let mut header = Self {
            separator: "\t".to_owned(),
            unset: "-".to_owned(),
            empty: "(empty)".to_owned(),
            path: String::new(),
            fields: Vec::new(),
            time: None,
        };
        begin.lines().take_while(|line| line.is_empty() || line.starts_with('#')).for_each(|line| header.push(line));
        header
    }

    /// Takes in a line that begins with `#`.
    fn push(&mut self, line: &str) {
        if let Some(separator) = line.strip_prefix("#separator ") {
            self.separator = unescaped(separator).into_owned();
            return;
        }
        let Some((name, rest)) = line.split_once(self.separator.as_str()) else { return };
        let cells = || rest.split(self.separator.as_str());
        match name {
            "#unset_field" => rest.clone_into(&mut self.unset),
            "#empty_field" => rest.clone_into(&mut self.empty),
            "#path" => self.path = sanitize(rest.trim()).into_owned(),
            FIELDS => {
                self.fields = cells().map(|name| sanitize(name.trim()).into_owned()).collect();
                self.time = self.fields.iter().position(|name| name == "ts");
            }
            "#types" => self.time = cells().position(|kind| kind == "time").or(self.time),
            _ => {}
        }
    }

    /// Takes a line that stands at this byte of its text into a row whose columns have these numbers; whether it is a record.
    pub(super) fn fill<'a>(
        &self,
        row: &mut Row<'a>,
        line: &'a str,
        start: usize,
        columns: &[ExtraField],
    ) -> Result<bool, ImportFault> {
        if line.is_empty() || line.starts_with('#') {
            return if self.is_named_otherwise(line) { Err(ImportFault::OtherFields) } else { Ok(false) };
        }
        let cells = || line.split(self.separator.as_str());
        let (expected, found) = (self.fields.len(), cells().count());
        if expected != found {
            return Err(ImportFault::Parts { expected, found });
        }
        row.begin(start..start + line.len());
        let mut at = start;
        for (cell, column) in cells().zip(columns) {
            let span: Range<usize> = at..at + cell.len();
            at = span.end + self.separator.len();
            if cell != self.unset && cell != self.empty {
                row.put(*column, unescaped(cell), span);
            }
        }
        Ok(true)
    }

    /// Whether a line names other columns than the log began with.
    fn is_named_otherwise(&self, line: &str) -> bool {
        let named = line.strip_prefix(FIELDS).and_then(|rest| rest.strip_prefix(self.separator.as_str()));
        named.is_some_and(|named| {
            let names = named.split(self.separator.as_str()).map(|name| sanitize(name.trim()));
            !names.eq(self.fields.iter().map(|name| Cow::Borrowed(name.as_str())))
        })
    }
}

/// A text without its escapes, `\x09`.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut parts = text.split("\\x");
    let first = parts.next().unwrap_or_default();
    if first.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let mut bytes = first.as_bytes().to_vec();
    for part in parts {
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.extend(code.map_or(&b"\\x"[..], |_| &[]));
        bytes.extend(code);
        bytes.extend(part.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default().as_bytes());
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}
