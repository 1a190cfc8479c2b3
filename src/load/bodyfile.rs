//! Reading a [bodyfile](https://wiki.sleuthkit.org/index.php?title=Body_file) of The Sleuth Kit: a file or directory a line, with
//! up to four times. Times that are the same make one event.

use super::{
    clean::line,
    diagnostic::DiagnosticKind,
    diagnostics::Diagnostics,
    fields::SpannedText,
    import_fault::ImportFault,
    raw::{RawEvent, RawTables},
};
use crate::model::{EventDate, instant};

/// What stands between the parts of a line.
const BAR: char = '|';
/// How many parts stand behind the name.
const BEHIND: usize = 9;
/// In which order `mactime` tells what a time is: of the contents, of an access, of the metadata, of the birth.
const MACB: [(usize, char); 4] = [(1, 'm'), (0, 'a'), (2, 'c'), (3, 'b')];

/// Whether a text that begins like this is a bodyfile.
pub(super) fn is_bodyfile(begin: &[u8]) -> bool {
    let lines = begin.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with(b"#"));
    let is_record =
        |line: &[u8]| str::from_utf8(line).is_ok_and(|line| Record::of(line).is_some_and(|it| it.has_times()));
    lines.next().is_some_and(is_record)
}

/// A line taken apart.
struct Record<'a> {
    hash: &'a str,
    name: &'a str,
    /// Inode, mode, owner, group, size.
    about: [&'a str; 5],
    times: [&'a str; 4],
}

impl<'a> Record<'a> {
    /// The parts of a line; bars may stand in the name.
    fn of(text: &'a str) -> Option<Self> {
        let (hash, rest) = text.split_once(BAR)?;
        let mut parts = rest.rsplitn(BEHIND + 1, BAR);
        let mut next = || parts.next().map(str::trim);
        let (birth, changed, written, read) = (next()?, next()?, next()?, next()?);
        let (size, group, owner, mode, inode) = (next()?, next()?, next()?, next()?, next()?);
        let name = parts.next()?;
        Some(Self {
            hash: hash.trim(),
            name,
            about: [inode, mode, owner, group, size],
            times: [read, written, changed, birth],
        })
    }

    fn has_times(&self) -> bool {
        let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        self.times.iter().all(is_number)
    }
}

/// Reads all lines.
pub(super) fn read(source: &str, problems: &mut Diagnostics) -> RawTables {
    let mut raw = RawTables::default();
    let mut at = 0;
    for text in source.split_inclusive('\n') {
        let span = at..at + text.trim_end().len();
        at += text.len();
        let text = text.trim_end();
        if text.trim_start().is_empty() || text.trim_start().starts_with('#') {
            continue;
        }
        let Some(record) = Record::of(text) else {
            let fault = ImportFault::Parts { expected: BEHIND + 2, found: text.split(BAR).count() };
            problems.push(span, DiagnosticKind::Import(fault));
            continue;
        };
        let before = raw.events.len();
        let mut is_broken = false;
        for (time, text) in distinct(&record.times) {
            match instant(text) {
                Ok(None) => {}
                Ok(Some(date)) => raw.events.push(event(&record, date, time, span.clone())),
                Err(error) => {
                    is_broken = true;
                    let start = span.end.saturating_sub(1);
                    problems.push(start..span.end, DiagnosticKind::Date(error));
                }
            }
        }
        if raw.events.len() == before && !is_broken {
            problems.push(span, DiagnosticKind::Undated);
        }
    }
    raw
}

/// Each time with what it is, as `mactime` tells it: `m.c.`.
fn distinct<'a>(times: &[&'a str; 4]) -> Vec<(String, &'a str)> {
    let mut found: Vec<&str> = Vec::new();
    for time in times {
        if !found.contains(time) {
            found.push(time);
        }
    }
    let kind = |time: &str| {
        let letter = |(place, letter): (usize, char)| if times.get(place) == Some(&time) { letter } else { '.' };
        MACB.map(letter).into_iter().collect()
    };
    found.into_iter().map(|time| (kind(time), time)).collect()
}

fn event(record: &Record<'_>, date: EventDate, kind: String, span: std::ops::Range<usize>) -> RawEvent {
    let name = record.name.replace("\\|", "|").replace("\\\\", "\\");
    let mut event = RawEvent::dated(span.clone(), date, line(&name).unwrap_or_else(|| "(untitled)".into()));
    event.kind = Some(SpannedText { text: kind.into(), span });
    let names = ["md5", "inode", "mode", "uid", "gid", "size"];
    let values = std::iter::once(record.hash).chain(record.about);
    let said = names.into_iter().zip(values).filter(|(name, value)| *name != "md5" || *value != "0");
    event.more = said.filter_map(|(name, value)| Some((name.to_owned(), line(value)?.into_owned()))).collect();
    event
}
