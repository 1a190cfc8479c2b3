//! Reading logs of [Zeek](https://docs.zeek.org/en/master/log-formats.html): cells with tabulators between them, with their names and
//! types in lines that begin with `#`.

use std::ops::Range;

use super::{
    clean::line,
    diagnostic::DiagnosticKind,
    diagnostics::Diagnostics,
    fields::SpannedText,
    import_fault::ImportFault,
    raw::{RawEvent, RawTables},
};
use crate::model::instant;

/// Fields that say what happened, the likeliest first.
const TITLES: [&str; 9] = ["msg", "message", "note", "name", "subject", "server_name", "query", "filename", "uri"];

/// Whether a text that begins like this is a log of Zeek.
pub(super) fn is_log(begin: &[u8]) -> bool {
    begin.starts_with(b"#separator") || begin.starts_with(b"#fields")
}

/// What the lines above the records say.
#[derive(Debug)]
struct LogHeader<'a> {
    separator: String,
    unset: &'a str,
    empty: &'a str,
    path: &'a str,
    fields: Vec<&'a str>,
    /// Which of the fields is a time.
    time: Option<usize>,
}

impl<'a> LogHeader<'a> {
    /// Takes in a line that begins with `#`.
    fn push(&mut self, text: &'a str) {
        if let Some(separator) = text.strip_prefix("#separator ") {
            self.separator = unescaped(separator);
            return;
        }
        let Some((name, rest)) = text.split_once(self.separator.as_str()) else { return };
        let cells = || rest.split(self.separator.as_str());
        match name {
            "#unset_field" => self.unset = rest,
            "#empty_field" => self.empty = rest,
            "#path" => self.path = rest,
            "#fields" => {
                self.fields = cells().collect();
                self.time = self.fields.iter().position(|name| *name == "ts");
            }
            "#types" => self.time = cells().position(|kind| kind == "time").or(self.time),
            _ => {}
        }
    }
}

/// Reads all lines.
pub(super) fn read(source: &str, problems: &mut Diagnostics) -> RawTables {
    let mut raw = RawTables::default();
    let mut header = LogHeader {
        separator: "\t".to_owned(),
        unset: "-",
        empty: "(empty)",
        path: "",
        fields: Vec::new(),
        time: None,
    };
    let mut at = 0;
    for text in source.split_inclusive('\n') {
        let start = at;
        at += text.len();
        let text = text.trim_end_matches(['\r', '\n']);
        if text.starts_with('#') {
            header.push(text);
        } else if !text.is_empty() {
            raw.events.extend(event(&header, text, start..start + text.len(), problems));
        }
    }
    raw
}

fn event(header: &LogHeader<'_>, text: &str, span: Range<usize>, problems: &mut Diagnostics) -> Option<RawEvent> {
    let cells: Vec<&str> = text.split(header.separator.as_str()).collect();
    if cells.len() != header.fields.len() {
        let fault = ImportFault::Parts { expected: header.fields.len(), found: cells.len() };
        problems.push(span, DiagnosticKind::Import(fault));
        return None;
    }
    let is_said = |cell: &&str| *cell != header.unset && *cell != header.empty && !cell.is_empty();
    let said = |name: &str| {
        let place = header.fields.iter().position(|field| *field == name)?;
        cells.get(place).copied().filter(is_said).map(unescaped)
    };
    let time = header.time.and_then(|place| cells.get(place).copied());
    let date = match time.filter(is_said).map(instant) {
        Some(Ok(Some(date))) => date,
        Some(Err(error)) => {
            let length = time.map_or(0, str::len);
            problems.push(span.start..span.start + length, DiagnosticKind::Date(error));
            return None;
        }
        Some(Ok(None)) | None => {
            problems.push(span, DiagnosticKind::Undated);
            return None;
        }
    };
    let named = TITLES.into_iter().find_map(|name| line(&said(name)?));
    let title = named.or_else(|| line(&connection(said)?)).or_else(|| line(header.path));
    let mut event = RawEvent::dated(span.clone(), date, title.unwrap_or_else(|| "(untitled)".into()));
    let spanned = |text: &str| Some(SpannedText { text: line(text)?, span: span.clone() });
    event.lane = spanned(header.path);
    event.kind = said("service").or_else(|| said("proto")).and_then(|kind| spanned(&kind));
    let others = header
        .fields
        .iter()
        .zip(&cells)
        .enumerate()
        .filter(|(place, (_, cell))| Some(*place) != header.time && is_said(cell));
    event.more = others
        .filter_map(|(_, (name, cell))| Some((line(name)?.into_owned(), line(&unescaped(cell))?.into_owned())))
        .collect();
    Some(event)
}

/// Who spoke to whom: `192.0.2.1:52025 → 198.51.100.2:80`.
fn connection(said: impl Fn(&str) -> Option<String>) -> Option<String> {
    let end = |host: &str, port: &str| {
        let host = said(host)?;
        Some(match said(port) {
            Some(port) if host.contains(':') => format!("[{host}]:{port}"),
            Some(port) => format!("{host}:{port}"),
            None => host,
        })
    };
    let (from, to) = (end("id.orig_h", "id.orig_p")?, end("id.resp_h", "id.resp_p")?);
    Some(format!("{from} → {to}"))
}

/// A text without its escapes, `\x09`.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let code = part.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.extend(code.map_or(&b"\\x"[..], |_| &[]));
        bytes.extend(code);
        bytes.extend(part.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default().as_bytes());
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
