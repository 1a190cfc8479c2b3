//! Reading a timeline in JSON Lines: an object a line. A line is an event, or holds tables of a timeline by their names
//! (`timeline`, `lane`, `kind`, `area`, `party`, `event`) as a TOML file does. A line that is no JSON costs itself alone.

use super::{
    assemble::Raw,
    fields::Fields,
    json::{self, Places},
    node::{Entry, Piece, Value},
    pieces::TABLES,
    problem::{Fault, Problem},
    tables,
};

/// Reads all lines of a source that starts at this byte of its file. With [`Places::Line`] what is found wrong later, when
/// references are looked up, is told by its line alone.
pub(super) fn read(source: &str, start: usize, places: Places, problems: &mut Vec<Problem>) -> Raw {
    let mut raw = Raw::default();
    let mut at = start;
    for text in source.split_inclusive('\n') {
        let line = Piece { text, start: at };
        at += text.len();
        if !text.trim().is_empty() {
            read_line(line, places, &mut raw, problems);
        }
    }
    raw
}

fn read_line(line: Piece<'_>, places: Places, raw: &mut Raw, problems: &mut Vec<Problem>) {
    let node = match json::object(line, places) {
        Ok(node) => node,
        Err(error) => return problems.push(syntax(&error, line)),
    };
    let Value::Table(entries) = &node.value else {
        let fault = Fault::WrongType { field: "event", expected: "an object", found: node.value.what() };
        return problems.push(Problem::new(node.span, fault));
    };
    let is_table = |entry: &Entry<'_>| {
        TABLES.contains(&entry.key.as_ref()) && matches!(entry.node.value, Value::Table(_) | Value::List(_))
    };
    if !entries.is_empty() && entries.iter().all(is_table) {
        return tables::tables(entries, line, raw, problems);
    }
    let mut fields = Fields::of_table(entries, node.span.clone(), line);
    let before = raw.events.len();
    tables::event(&mut fields, &node, raw);
    let mut found = fields.finish();
    // Only a line with something wrong in it is looked through for places.
    if !found.is_empty() && places == Places::Line {
        raw.events.truncate(before);
        return read_line(line, Places::Keys, raw, problems);
    }
    problems.append(&mut found);
}

/// A fault of syntax with its place, which the reader of JSON tells apart.
fn syntax(error: &serde_json::Error, line: Piece<'_>) -> Problem {
    let text = line.text.trim_end();
    let at = error.column().saturating_sub(1).min(text.len());
    let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let message = error.to_string();
    let message = message.split_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    Problem::new(line.place(&(at..text.len())), Fault::Syntax { message: message.to_owned() })
}
