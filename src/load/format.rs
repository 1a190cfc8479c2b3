//! The formats that a timeline is read in.

use std::ops::Range;

use super::{
    assemble::{assemble, events},
    calendar, check,
    diagnostic::{Diagnostic, DiagnosticKind},
    diagnostics::Diagnostics,
    fragment::ParsedFragment,
    json, json_lines,
    raw::RawTables,
    sparql,
    split_tables::split_tables,
    syntax::Syntax,
    timelinejs, toml,
};
use crate::model::{Timeline, Vocabularies};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// TOML, the format of the timeline that is built in.
    Toml,
    /// JSON Lines: an event a line.
    JsonLines,
    /// iCalendar (RFC 5545).
    ICalendar,
    /// JSON of TimelineJS.
    TimelineJs,
    /// The results of a query in SPARQL, as JSON.
    Sparql,
}

/// How a timeline of the first TimelineJS may begin, which could be a script.
const WRAPPED_TIMELINEJS: &[u8] = b"storyjs_jsonp_data";
/// How a calendar begins.
const CALENDAR: &[u8] = b"BEGIN:VCALENDAR";

impl Format {
    /// Whether it is read as a whole, however long it is: its events are understood by what stands elsewhere in the file.
    pub const fn is_read_whole(self) -> bool {
        !matches!(self, Self::Toml | Self::JsonLines)
    }

    /// The format of a file, by how it begins where that is plain, else by the end of its name.
    pub fn of(name: &str, begin: &[u8]) -> Self {
        let ends = |end: &str| {
            name.len() >= end.len()
                && name.bytes().rev().zip(end.bytes().rev()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
        };
        let begin = begin.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(begin).trim_ascii_start();
        if begin.get(..CALENDAR.len()).is_some_and(|first| first.eq_ignore_ascii_case(CALENDAR)) {
            return Self::ICalendar;
        }
        if begin.starts_with(b"{") && timelinejs::is_timelinejs(begin) || begin.starts_with(WRAPPED_TIMELINEJS) {
            return Self::TimelineJs;
        }
        if begin.starts_with(b"{") && sparql::is_results(begin) {
            return Self::Sparql;
        }
        let second = begin.get(1..).unwrap_or_default().trim_ascii_start().first();
        match (begin.first(), second) {
            (Some(b'{'), _) | (Some(b'['), Some(b'{')) => Self::JsonLines,
            (Some(b'['), Some(c)) if *c == b'[' || c.is_ascii_alphabetic() => Self::Toml,
            _ if [".jsonl", ".ndjson", ".json"].into_iter().any(ends) => Self::JsonLines,
            _ => Self::Toml,
        }
    }

    /// Whether a text begins as TOML does: with a header of a table, or with a key and its value.
    pub fn is_toml(begin: &str) -> bool {
        let mut lines = begin.lines().map(str::trim_start);
        let Some(line) = lines.find(|line| !line.is_empty() && !line.starts_with('#')) else { return false };
        let is_key = |key: &str| {
            !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '"'))
        };
        let second = line.trim_start_matches('[').trim_start().chars().next();
        line.starts_with('[') && second.is_some_and(|c| c.is_alphabetic() || c == '"')
            || line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()))
    }

    /// In which words it is told what is wrong with it.
    pub const fn syntax(self) -> Syntax {
        match self {
            Self::Toml => Syntax::Toml,
            Self::JsonLines => Syntax::Json,
            Self::ICalendar => Syntax::ICalendar,
            Self::TimelineJs => Syntax::TimelineJs,
            Self::Sparql => Syntax::Sparql,
        }
    }

    /// Whether a source that begins like this can be cut at ends of lines, or at the headers of its tables. JSON can also be
    /// a list in one line, or objects over several: it goes by lines if a whole object stands in one.
    pub fn goes_by_lines(self, begin: &[u8]) -> bool {
        if self != Self::JsonLines {
            return true;
        }
        let begin = begin.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(begin);
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'[' | b',' | b'\x1E');
        let lines = begin.split_inclusive(|&byte| byte == b'\n').filter(|line| line.ends_with(b"\n"));
        let lines = lines.filter_map(|line| {
            let indent = line.iter().position(|byte| !is_between(byte))?;
            Some((indent, line.get(indent..).unwrap_or_default()))
        });
        let mut lines = lines.filter(|(_, line)| line.starts_with(b"{") || !begin.contains(&b'{'));
        let Some((first, line)) = lines.next() else { return false };
        // A line without its end is broken, unless it can go on in the next.
        let goes_on = matches!(line.trim_ascii_end().last(), Some(b'{' | b'[' | b','));
        !line.starts_with(b"{")
            || json::is_one_value(line)
            || !goes_on && lines.any(|(indent, line)| indent <= first && json::is_one_value(line))
    }

    pub(super) fn read(self, source: &str, start: usize, problems: &mut Diagnostics) -> RawTables {
        match self {
            Self::Toml => toml::read(source, start, problems),
            Self::JsonLines => json_lines::read(source, start, problems),
            Self::ICalendar => calendar::read(source, problems),
            Self::TimelineJs => timelinejs::read(source, problems),
            Self::Sparql => sparql::read(source, problems),
        }
    }

    /// Up to where a part of a source can be read by itself: what follows the last border of two events, or of two tables
    /// that declare something, belongs to the next part. `None` if there is no border in it.
    pub fn last_border(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::JsonLines => memchr::memrchr(b'\n', bytes).map(|newline| newline + 1),
            Self::Toml => {
                let headers = memchr::memmem::rfind_iter(bytes, b"\n[[").map(|newline| newline + 1);
                headers.into_iter().find(|&at| is_header(bytes, at))
            }
            _ => None,
        }
    }

    /// Up to where a part of a source can be left out: before the first border in it.
    pub fn first_border(self, bytes: &[u8]) -> Option<usize> {
        match self {
            Self::JsonLines => memchr::memchr(b'\n', bytes).map(|newline| newline + 1),
            Self::Toml => {
                let headers = memchr::memmem::find_iter(bytes, b"\n[[").map(|newline| newline + 1);
                headers.into_iter().find(|&at| is_header(bytes, at))
            }
            _ => None,
        }
    }

    /// The pieces of a part of a source, without gaps, each of which can be read by itself: a line of JSON, a table of TOML. A
    /// piece of TOML may turn out to end within a text of several lines; it is whole with those after it.
    pub fn pieces(self, text: &str) -> Vec<Range<usize>> {
        match self {
            Self::Toml => split_tables(text),
            Self::JsonLines => {
                let mut start = 0;
                let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1).chain([text.len()]);
                ends.map(|end| std::mem::replace(&mut start, end)..end).filter(|line| !line.is_empty()).collect()
            }
            _ => std::iter::once(0..text.len()).collect(),
        }
    }

    /// A piece without what stands before its event.
    pub fn event(self, piece: &str) -> &str {
        match self {
            Self::JsonLines => json_lines::value(piece),
            _ => piece,
        }
    }

    /// Reads a part of a source that starts at this byte of the file. What its events refer to is taken into these
    /// vocabularies; links are not looked up, and no id is made unique. What is wrong is told by bytes of the file.
    pub fn part(
        self,
        text: &str,
        start: usize,
        words: &mut Vocabularies,
        problems: &mut Diagnostics,
    ) -> ParsedFragment {
        let raw = self.read(text, start, problems);
        events(raw, words, problems)
    }
}

/// Whether the header of a top-level table of a list stands at this byte, be it one that a timeline has or not.
fn is_header(bytes: &[u8], at: usize) -> bool {
    let Some(rest) = bytes.get(at..).and_then(|rest| rest.strip_prefix(b"[[")) else { return false };
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let end = rest.iter().position(|byte| !is_of_name(byte)).unwrap_or(rest.len());
    rest.first().is_some_and(u8::is_ascii_alphabetic) && rest.get(end..).is_some_and(|rest| rest.starts_with(b"]]"))
}

/// What a file holds.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// All that could be read.
    pub timeline: Timeline,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Diagnostic>,
    /// The text of the file, which the places of problems are counted in: without a byte order mark, and with U+FFFD in
    /// place of what is not UTF-8.
    pub source: String,
    /// The format that it was read in.
    pub format: Format,
}

/// Reads a timeline in TOML. Nothing makes it fail: what cannot be read is a problem, and the rest is the timeline.
pub fn timeline(bytes: Vec<u8>) -> Loaded {
    timeline_in(Format::Toml, bytes)
}

/// The same in any format.
pub fn timeline_in(format: Format, mut bytes: Vec<u8>) -> Loaded {
    if format == Format::ICalendar {
        calendar::mend_folds(&mut bytes);
    }
    let (source, not_utf8) = decoded(bytes);
    let mut problems = Diagnostics::default();
    let raw = format.read(&source, 0, &mut problems);
    // What a calendar has on a day of each year is a day of remembrance.
    if format != Format::ICalendar {
        check::census(&raw.events, &mut problems);
    }
    let no_events = raw.events.is_empty();
    let timeline = assemble(raw, &source, &mut problems);
    if not_utf8.is_some() && no_events {
        problems = Diagnostics::default();
    } else if no_events && problems.counts().0 == 0 {
        problems.push(source.len()..source.len(), DiagnosticKind::NoEvents);
    }
    problems.extend(not_utf8);
    let mut problems = problems.into_all();
    problems.sort_by_key(|problem| problem.place.start);
    Loaded { timeline, problems, source, format }
}

fn decoded(bytes: Vec<u8>) -> (String, Option<Diagnostic>) {
    let (mut source, mut bad) = match String::from_utf8(bytes) {
        Ok(source) => (source, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let source = String::from_utf8_lossy(error.as_bytes()).into_owned();
            (source, Some(at))
        }
    };
    if source.starts_with('\u{FEFF}') {
        source.drain(..'\u{FEFF}'.len_utf8());
        bad = bad.map(|at| at.saturating_sub('\u{FEFF}'.len_utf8()));
    }
    (source, bad.map(|at| Diagnostic::new(at..at + '\u{FFFD}'.len_utf8(), DiagnosticKind::NotUtf8)))
}
