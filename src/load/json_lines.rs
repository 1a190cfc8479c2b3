//! Reading a timeline in JSON Lines: an object a line. A line is an event, or holds tables of a timeline by their names
//! (`timeline`, `lane`, `kind`, `area`, `party`, `event`) as a TOML file does. A line that is no JSON costs itself alone.

use super::{
    assemble::Raw,
    fields::Fields,
    node::{Node, Piece, Places, Value, entries_of_json},
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
    let text = line.text.trim_end();
    let whole = line.place(&(0..text.len()));
    let object = match serde_json::from_str(text) {
        Ok(serde_json::Value::Object(object)) => object,
        Ok(_) => {
            let fault = Fault::WrongType { field: "event", expected: "an object", found: "another value" };
            return problems.push(Problem::new(whole, fault));
        }
        Err(error) => {
            let at = error.column().saturating_sub(1).min(text.len());
            let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            // The place is told apart.
            let message = error.to_string();
            let message = message.split_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            let fault = Fault::Syntax { message: message.to_owned() };
            return problems.push(Problem::new(line.place(&(at..text.len())), fault));
        }
    };
    let holds_tables = !object.is_empty()
        && object.iter().all(|(key, value)| TABLES.contains(&key.as_str()) && (value.is_object() || value.is_array()));
    let entries = entries_of_json(object, line, places);
    if holds_tables {
        return tables::tables(&entries, line, raw, problems);
    }
    let node = Node { value: Value::Table(entries), span: whole };
    let Ok(mut fields) = Fields::of("event", &node, line) else { return };
    let before = raw.events.len();
    tables::event(&mut fields, &node, raw);
    let mut found = fields.finish();
    if !found.is_empty() && places == Places::Line {
        raw.events.truncate(before);
        return read_line(line, Places::Keys, raw, problems);
    }
    problems.append(&mut found);
}
