//! The formats that a timeline is read in.

use std::ops::Range;

use super::{
    assemble::{Raw, assemble, events},
    json_lines,
    part::Part,
    pieces::{TABLES, pieces},
    problem::{Fault, Problem},
    problems::Problems,
    toml,
};
use crate::model::{Timeline, Vocabularies};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// TOML, the format of the timeline that is built in.
    Toml,
    /// JSON Lines: an event a line.
    JsonLines,
}

impl Format {
    /// The format of a file, by how it begins where that is plain, else by the end of its name.
    pub fn of(name: &str, begin: &[u8]) -> Self {
        let ends = |end: &str| {
            name.len() >= end.len()
                && name.bytes().rev().zip(end.bytes().rev()).all(|(a, b)| a.eq_ignore_ascii_case(&b))
        };
        let begin = begin.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(begin).trim_ascii_start();
        let second = begin.get(1..).unwrap_or_default().trim_ascii_start().first();
        match (begin.first(), second) {
            (Some(b'{'), _) | (Some(b'['), Some(b'{')) => Self::JsonLines,
            (Some(b'['), Some(c)) if *c == b'[' || c.is_ascii_alphabetic() => Self::Toml,
            _ if [".jsonl", ".ndjson", ".json"].into_iter().any(ends) => Self::JsonLines,
            _ => Self::Toml,
        }
    }

    /// Whether a source that begins like this can be read line by line, or table by table. JSON can also be a list in one
    /// line, or objects over several.
    pub fn is_in_pieces(self, begin: &[u8]) -> bool {
        if self == Self::Toml {
            return true;
        }
        let begin = begin.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(begin);
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'[' | b',');
        let objects = begin.split_inclusive(|&byte| byte == b'\n').filter_map(|line| {
            let indent = line.iter().position(|byte| !is_between(byte))?;
            line.get(indent..).filter(|object| object.starts_with(b"{")).map(|object| (indent, object))
        });
        let mut objects = objects.peekable();
        let Some(&(first, object)) = objects.peek() else { return true };
        if !object.ends_with(b"\n") {
            // No line is whole yet: a list that begins in it goes on in it.
            return !begin.trim_ascii_start().starts_with(b"[") || begin.contains(&b'\n');
        }
        if object.trim_ascii_end().ends_with(b"[") {
            return false;
        }
        objects.any(|(indent, object)| {
            let object = object.trim_ascii_end();
            let object = object.strip_suffix(b",").unwrap_or(object);
            indent <= first && matches!(object.last(), Some(b'}' | b']')) && object.len() > 1
        })
    }

    fn read(self, source: &str, start: usize, problems: &mut Problems) -> Raw {
        match self {
            Self::Toml => toml::read(source, start, problems),
            Self::JsonLines => json_lines::read(source, start, problems),
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
        }
    }

    /// The pieces of a part of a source, without gaps, each of which can be read by itself: a line of JSON, a table of TOML. A
    /// piece of TOML may turn out to end within a text of several lines; it is whole with those after it.
    pub fn pieces(self, text: &str) -> Vec<Range<usize>> {
        match self {
            Self::Toml => pieces(text),
            Self::JsonLines => {
                let mut start = 0;
                let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1).chain([text.len()]);
                ends.map(|end| std::mem::replace(&mut start, end)..end).filter(|line| !line.is_empty()).collect()
            }
        }
    }

    /// Reads a part of a source that starts at this byte of the file. What its events refer to is taken into these
    /// vocabularies; links are not looked up, and no id is made unique. What is wrong is told by bytes of the file.
    pub fn part(self, text: &str, start: usize, words: &mut Vocabularies, problems: &mut Problems) -> Part {
        let raw = self.read(text, start, problems);
        events(raw, words, problems)
    }
}

/// Whether the header of one of the tables of a timeline stands at this byte.
fn is_header(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).and_then(|rest| rest.strip_prefix(b"[["));
    let is = |table: &&str| rest.and_then(|rest| rest.strip_prefix(table.as_bytes())?.first()) == Some(&b']');
    TABLES.iter().any(is)
}

/// What a file holds.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// All that could be read.
    pub timeline: Timeline,
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
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
pub fn timeline_in(format: Format, bytes: Vec<u8>) -> Loaded {
    let (source, not_utf8) = decoded(bytes);
    let mut problems = Problems::default();
    let raw = format.read(&source, 0, &mut problems);
    let no_events = raw.events.is_empty();
    let timeline = assemble(raw, &source, &mut problems);
    if not_utf8.is_some() && no_events {
        problems = Problems::default();
    } else if no_events && problems.counts().0 == 0 {
        problems.push(source.len()..source.len(), Fault::NoEvents);
    }
    problems.extend(not_utf8);
    let mut problems = problems.into_all();
    problems.sort_by_key(|problem| problem.place.start);
    Loaded { timeline, problems, source, format }
}

fn decoded(bytes: Vec<u8>) -> (String, Option<Problem>) {
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
    (source, bad.map(|at| Problem::new(at..at + '\u{FFFD}'.len_utf8(), Fault::NotUtf8)))
}
