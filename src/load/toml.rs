//! Reading a timeline in TOML, table by table: a table that is no TOML costs itself alone.

use toml::{
    Spanned,
    de::{DeTable, DeValue, Error},
};

use super::{
    diagnostic::{Diagnostic, DiagnosticKind},
    diagnostics::Diagnostics,
    mend,
    node::{SourceSlice, entries_of_toml},
    raw::RawTables,
    split_tables::split_tables,
    tables::tables,
};
use crate::{
    model::{DateFault, EventDate},
    text::sanitize,
};

/// How many pieces a text of several lines may reach over.
const MAX_JOINED_PIECES: usize = 64;
/// Of a piece that has more bytes than this the beginning is tried first: what is no TOML at all would cost a hundred times
/// its size.
pub const MAX_UNTRIED_BYTES: usize = 64 << 10;

/// Reads all tables of a source that starts at this byte of its file.
pub(super) fn read(source: &str, start: usize, problems: &mut Diagnostics) -> RawTables {
    let pieces = split_tables(source);
    let mut raw = RawTables::default();
    let mut rest = pieces.as_slice();
    while let Some((first, mut after)) = rest.split_first() {
        let mut fault = None;
        for (joined, last) in rest.iter().enumerate().take(MAX_JOINED_PIECES) {
            let text = source.get(first.start..last.end).unwrap_or("");
            let piece = SourceSlice { text, start: start + first.start };
            if let Some(beginning) = beginning(piece) {
                let (table, errors) = DeTable::parse_recoverable(beginning.text);
                if let Some(error) = errors.first().filter(|error| is_inside(error, beginning)) {
                    raw.unreadable_ids.extend(table.get_ref().get("event").into_iter().flat_map(lost_ids));
                    fault = fault.or_else(|| Some(syntax(error, beginning)));
                    break;
                }
            }
            let (table, errors) = DeTable::parse_recoverable(piece.text);
            let Some(error) = errors.first() else {
                tables(entries_of_toml(table.get_ref(), piece), piece, &mut raw, problems);
                fault = None;
                after = rest.get(joined + 1..).unwrap_or(&[]);
                break;
            };
            if fault.is_none() {
                raw.unreadable_ids.extend(table.get_ref().get("event").into_iter().flat_map(lost_ids));
                fault = Some(syntax(error, piece));
            }
            // A cut inside a text of several lines leaves it open to the end: it may be whole with the next piece.
            if is_inside(error, piece) {
                break;
            }
        }
        if let Some(Diagnostic { fault: DiagnosticKind::Unquoted { text }, place, .. }) = &fault {
            problems.mend(place, || mend::bare_date(text));
        }
        problems.extend(fault);
        rest = after;
    }
    raw
}

/// The first lines of a long piece.
fn beginning(piece: SourceSlice<'_>) -> Option<SourceSlice<'_>> {
    let head = piece.text.as_bytes().get(..MAX_UNTRIED_BYTES)?;
    let end = memchr::memrchr(b'\n', head)? + 1;
    Some(SourceSlice { text: piece.text.get(..end)?, ..piece })
}

/// Whether an error is no matter of where the piece was cut.
fn is_inside(error: &Error, piece: SourceSlice<'_>) -> bool {
    error.span().is_some_and(|span| span.end < piece.text.trim_end().len())
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

/// A fault of syntax, in the terms of a timeline where it can be told.
fn syntax(error: &Error, piece: SourceSlice<'_>) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    unquoted(piece, span.start).or_else(|| open_text(error, piece, span.start)).unwrap_or_else(|| {
        Diagnostic::new(piece.place(&span), DiagnosticKind::Syntax { message: error.message().trim().to_owned() })
    })
}

/// What is wrong with a text or a date without quotation marks, if the line of this byte gives one.
fn unquoted(piece: SourceSlice<'_>, at: usize) -> Option<Diagnostic> {
    let line_start = piece.text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = piece.text.get(line_start..)?.lines().next()?;
    let (key, value) = line.split_once('=')?;
    let value = value.split('#').next().unwrap_or(value);
    let text = value.trim();
    let start = line_start + key.len() + 1 + (value.len() - value.trim_start().len());
    let place = |from: usize| piece.place(&(start + from..start + text.len()));
    if let Some(text) = mend::within_marks(text).filter(|text| !text.contains(['"', '\\'])) {
        return Some(Diagnostic::new(place(0), DiagnosticKind::Unquoted { text: text.to_owned() }));
    }
    let is_word = text.starts_with(char::is_alphabetic) && !text.contains(['"', '\'']) && at <= start + text.len();
    match EventDate::parse(text) {
        Err(error) if matches!(error.fault, DateFault::NoSuchDay { .. } | DateFault::NoSuchMonth { .. }) => {
            Some(Diagnostic::new(place(error.offset), DiagnosticKind::Date(error)))
        }
        Err(_) if !is_word => None,
        Ok(_) | Err(_) => Some(Diagnostic::new(place(0), DiagnosticKind::Unquoted { text: text.to_owned() })),
    }
}

/// A text that nobody closed, where it starts: nothing after its quotation marks can be another pair.
fn open_text(error: &Error, piece: SourceSlice<'_>, at: usize) -> Option<Diagnostic> {
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
    Some(Diagnostic::new(piece.place(&(start..start + mark.len())), DiagnosticKind::UnterminatedString { mark }))
}
