//! Reading a timeline in TOML, table by table: a table that is no TOML costs itself alone.

use toml::{
    Spanned,
    de::{DeTable, DeValue, Error},
};

use super::{
    assemble::{Raw, assemble},
    fields::{Fields, Piece},
    pieces::{TABLES, pieces},
    problem::{Fault, Problem},
    schema,
};
use crate::{
    model::{DateFault, EventDate, Timeline},
    text::{nearest, sanitize},
};

/// How many pieces a text of several lines may reach over.
const LONGEST_JOIN: usize = 64;

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
}

/// Reads a timeline in TOML. Nothing makes it fail: what cannot be read is a problem, and the rest is the timeline.
pub fn timeline(bytes: Vec<u8>) -> Loaded {
    let (source, not_utf8) = decoded(bytes);
    let mut problems = Vec::new();
    let raw = read(&source, &mut problems);
    let no_events = raw.events.is_empty();
    let timeline = assemble(raw, &source, &mut problems);
    if not_utf8.is_some() && no_events {
        problems.clear();
    } else if no_events && problems.iter().all(|problem| problem.fault.severity() < super::Severity::Error) {
        problems.push(Problem::new(source.len()..source.len(), Fault::NoEvents));
    }
    problems.extend(not_utf8);
    problems.sort_by_key(|problem| problem.span.start);
    Loaded { timeline, problems, source }
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

fn read(source: &str, problems: &mut Vec<Problem>) -> Raw {
    let pieces = pieces(source);
    let mut raw = Raw::default();
    let mut rest = pieces.as_slice();
    while let Some((first, mut after)) = rest.split_first() {
        let mut fault = None;
        for (joined, last) in rest.iter().enumerate().take(LONGEST_JOIN) {
            let piece = Piece { text: source.get(first.start..last.end).unwrap_or(""), start: first.start };
            let (table, errors) = DeTable::parse_recoverable(piece.text);
            let Some(error) = errors.first() else {
                tables(table.get_ref(), piece, &mut raw, problems);
                fault = None;
                after = rest.get(joined + 1..).unwrap_or(&[]);
                break;
            };
            if fault.is_none() {
                raw.lost.extend(table.get_ref().get("event").into_iter().flat_map(lost_ids));
                fault = Some(syntax(error, piece));
            }
            // A cut inside a text of several lines leaves it open to the end: it may be whole with the next piece.
            if error.span().is_some_and(|span| span.end < piece.text.trim_end().len()) {
                break;
            }
        }
        problems.extend(fault);
        rest = after;
    }
    raw
}

/// The ids of events that cannot be read, so that links to them are not called wrong.
fn lost_ids(events: &Spanned<DeValue<'_>>) -> Vec<String> {
    let DeValue::Array(events) = events.get_ref() else { return Vec::new() };
    events.iter().filter_map(own_id).collect()
}

fn own_id(event: &Spanned<DeValue<'_>>) -> Option<String> {
    let id = event.get_ref().as_table()?.get("id")?;
    Some(sanitize(id.get_ref().as_str()?.trim()).into_owned())
}

/// Takes the tables of a piece that is sound TOML.
fn tables<'a>(table: &'a DeTable<'a>, piece: Piece<'a>, raw: &mut Raw, problems: &mut Vec<Problem>) {
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let Some(name) = TABLES.into_iter().find(|&table| table == name) else {
            let near = nearest(name, TABLES).map(str::to_owned);
            problems.push(Problem::new(piece.place(&key.span()), Fault::UnknownTable { table: name.to_owned(), near }));
            continue;
        };
        if name == "timeline" {
            match Fields::of(name, value, piece) {
                Ok(_) if raw.about.is_some() => {
                    problems.push(Problem::new(piece.place(&value.span()), Fault::Repeated { table: name }));
                }
                Ok(mut fields) => {
                    raw.about = Some(schema::about(&mut fields));
                    problems.append(&mut fields.finish());
                }
                Err(problem) => problems.push(problem),
            }
            continue;
        }
        let DeValue::Array(items) = value.get_ref() else {
            let fault = Fault::WrongType { field: name, expected: "a list of tables", found: "one value" };
            problems.push(Problem::new(piece.place(&value.span()), fault));
            continue;
        };
        for item in items {
            match Fields::of(name, item, piece) {
                Ok(mut fields) => {
                    match name {
                        "lane" => raw.lanes.extend(schema::term(name, &mut fields)),
                        "kind" => raw.kinds.extend(schema::term(name, &mut fields)),
                        "area" => raw.areas.extend(schema::term(name, &mut fields)),
                        "party" => raw.parties.extend(schema::term(name, &mut fields)),
                        _ => match schema::event(&mut fields) {
                            Some(event) => raw.events.push(event),
                            None => raw.lost.extend(own_id(item)),
                        },
                    }
                    problems.append(&mut fields.finish());
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
}

/// A fault of syntax, in the terms of a timeline where it can be told.
fn syntax(error: &Error, piece: Piece<'_>) -> Problem {
    let span = error.span().unwrap_or(0..0);
    unquoted(piece, span.start).or_else(|| open_text(error, piece, span.start)).unwrap_or_else(|| {
        Problem::new(piece.place(&span), Fault::Syntax { message: error.message().trim().to_owned() })
    })
}

/// What is wrong with a text or a date without quotation marks, if the line of this byte gives one.
fn unquoted(piece: Piece<'_>, at: usize) -> Option<Problem> {
    let line_start = piece.text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = piece.text.get(line_start..)?.lines().next()?;
    let (key, value) = line.split_once('=')?;
    let value = value.split('#').next().unwrap_or(value);
    let text = value.trim();
    let start = line_start + key.len() + 1 + (value.len() - value.trim_start().len());
    let place = |from: usize| piece.place(&(start + from..start + text.len()));
    let is_word = text.starts_with(char::is_alphabetic) && !text.contains(['"', '\'']) && at <= start + text.len();
    match EventDate::parse(text) {
        Err(error) if matches!(error.fault, DateFault::NoSuchDay { .. } | DateFault::NoSuchMonth { .. }) => {
            Some(Problem::new(place(error.offset), Fault::Date(error)))
        }
        Err(_) if !is_word => None,
        Ok(_) | Err(_) => Some(Problem::new(place(0), Fault::Unquoted { text: text.to_owned() })),
    }
}

/// A text that nobody closed, where it starts: nothing after its quotation marks can be another pair.
fn open_text(error: &Error, piece: Piece<'_>, at: usize) -> Option<Problem> {
    let several_lines = error.message().contains("multi-line");
    let at_line_end = piece.text.get(at..)?.starts_with(['\n', '\r']) || at >= piece.text.len();
    if !error.message().contains(" string") || !(at_line_end || several_lines) {
        return None;
    }
    let mark = match (error.message().contains("literal"), several_lines) {
        (false, false) => "\"",
        (false, true) => "\"\"\"",
        (true, false) => "'",
        (true, true) => "'''",
    };
    let start = piece.text.get(..at)?.rfind(mark)?;
    Some(Problem::new(piece.place(&(start..start + mark.len())), Fault::OpenText { mark }))
}
