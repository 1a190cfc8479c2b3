//! Reading a timeline in JSON: an object a line, objects over several lines, or a list of them. An object is an event, or
//! holds tables of a timeline by their names (`timeline`, `lane`, `kind`, `area`, `party`, `event` or `events`) as a TOML
//! file does. One that is no JSON costs itself alone.

use super::{
    diagnostic::{DiagnosticKind, Shape},
    diagnostics::Diagnostics,
    fields::Fields,
    json::{Reader, SyntaxError},
    node::{Entry, Node, SourceSlice, Value},
    raw::RawTables,
    shorthand,
    split_tables::TABLES,
    tables,
};

/// What may stand before each object of a sequence.
const RECORD: char = '\u{1E}';
/// So many values are looked at to find out what they are.
const MAX_TRIED_VALUES: usize = 100;

/// Reads all objects of a source that starts at this byte of its file.
pub(super) fn read(source: &str, start: usize, problems: &mut Diagnostics) -> RawTables {
    let mut raw = RawTables::default();
    let mut walk = Walk { source, start, at: 0, border: 0, patience: source.len() };
    while let Some(value) = walk.next(problems) {
        let piece = SourceSlice { text: source, start };
        match value {
            Ok(node) => take(node, piece, &mut raw, problems),
            Err(broken) => problems.extend([broken.into()]),
        }
    }
    raw
}

/// Gives all values of a source in order, each item of a list of events by itself, and of a list of this name that the first
/// value holds. What is no JSON costs itself alone.
pub(super) fn each_value<'a>(
    source: &'a str,
    mut list: Option<&str>,
    problems: &mut Diagnostics,
    mut take: impl FnMut(&Node<'a>, &mut Diagnostics),
) {
    let mut walk = Walk { source, start: 0, at: 0, border: 0, patience: source.len() };
    while let Some(value) = walk.next(problems) {
        match value {
            Ok(node) => match list.take().and_then(|name| listed(&node, name)).or_else(|| listed_events(&node)) {
                Some(events) => events.iter().for_each(|event| take(event, problems)),
                None => take(&node, problems),
            },
            Err(broken) => problems.extend([broken.into()]),
        }
    }
}

/// The list of this name that an object holds.
fn listed<'n, 'a>(node: &'n Node<'a>, name: &str) -> Option<&'n [Node<'a>]> {
    let Value::Table(entries) = &node.value else { return None };
    entries.iter().find_map(|entry| match &entry.node.value {
        Value::List(items) if entry.key == name => Some(items.as_slice()),
        _ => None,
    })
}

/// The list of events that an object holds, if it is none itself.
fn listed_events<'n, 'a>(node: &'n Node<'a>) -> Option<&'n [Node<'a>]> {
    let Value::Table(entries) = &node.value else { return None };
    let is_event = |entry: &Entry<'_>| matches!(entry.key.as_ref(), "date" | "title");
    entries.iter().filter(|_| !entries.iter().any(is_event)).find_map(|entry| match &entry.node.value {
        Value::List(events) if matches!(entry.key.as_ref(), "event" | "events") => Some(events.as_slice()),
        _ => None,
    })
}

/// The first values of a source, without the last where that may be cut off.
pub(super) fn values(source: &str, most: usize) -> Vec<Node<'_>> {
    let mut values = Vec::new();
    let mut walk = Walk { source, start: 0, at: 0, border: 0, patience: source.len() };
    while values.len() < most
        && let Some(value) = walk.next(&mut Diagnostics::unheard())
    {
        let Ok(node) = value else { continue };
        match listed_events(&node) {
            Some(events) => values.extend(events.iter().cloned()),
            None => values.push(node),
        }
    }
    values
}

/// Whether a source begins with events as annalist has them, or with what else its timelines are made of.
pub(super) fn is_native(begin: &str) -> bool {
    let mut raw = RawTables::default();
    let piece = SourceSlice { text: begin, start: 0 };
    let mut walk = Walk { source: begin, start: 0, at: 0, border: 0, patience: begin.len() };
    let mut problems = Diagnostics::unheard();
    for _ in 0..MAX_TRIED_VALUES {
        match walk.next(&mut problems) {
            Some(Ok(node)) => take(node, piece, &mut raw, &mut problems),
            Some(Err(_)) => {}
            None => break,
        }
        let declares = [&raw.lanes, &raw.kinds, &raw.areas, &raw.parties].into_iter().any(|terms| !terms.is_empty());
        if !raw.events.is_empty() || raw.about.is_some() || declares || !raw.persons.is_empty() {
            return true;
        }
    }
    false
}

/// Whether one of the first objects has both fields that an event needs, whatever stands in them.
pub(super) fn names_native_fields(begin: &str) -> bool {
    values(begin, MAX_TRIED_VALUES).iter().any(|node| match &node.value {
        Value::Table(entries) => ["date", "title"].iter().all(|name| entries.iter().any(|entry| entry.key == *name)),
        _ => false,
    })
}

/// A text from where its first value begins: values may stand in a list, and apart from each other by commas or by the
/// separator of records.
pub(super) fn value(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, ',' | '[' | ']' | RECORD))
}

/// The way through a source from value to value.
struct Walk<'a> {
    source: &'a str,
    start: usize,
    at: usize,
    /// Where the next line begins that looks like another object: one that is broken does not go further.
    border: usize,
    /// So many more bytes may be read twice, where an object goes over such lines.
    patience: usize,
}

impl<'a> Walk<'a> {
    /// The next value, or what is wrong with it; `None` at the end.
    fn next(&mut self, problems: &mut Diagnostics) -> Option<Result<Node<'a>, SyntaxError>> {
        loop {
            let rest = value(self.source.get(self.at..)?);
            if rest.is_empty() {
                return None;
            }
            self.at = self.source.len() - rest.len();
            if self.border <= self.at {
                self.border = self.next_object();
            }
            let mut reader = self.reader(self.border);
            let mut value = reader.value();
            if value.is_err() && reader.is_over() && self.border < self.source.len() && self.patience > 0 {
                let mut whole = self.reader(self.source.len());
                let value_of_whole = whole.value();
                self.patience = self.patience.saturating_sub(whole.at() - self.at);
                if value_of_whole.is_ok() {
                    (reader, value) = (whole, value_of_whole);
                }
            }
            let is_object = matches!(&value, Ok(Some(Node { value: Value::Table(_), .. }) | None));
            self.at = match &value {
                Ok(_) if is_object => reader.at(),
                Ok(_) => self.line_end(reader.at()),
                Err(_) => self.border,
            };
            if value.is_ok() {
                problems.extend(reader.problems);
            }
            if let Some(value) = value.transpose() {
                return Some(value);
            }
        }
    }

    fn reader(&self, end: usize) -> Reader<'a> {
        Reader::new(SourceSlice { text: self.source.get(..end).unwrap_or_default(), start: self.start }, self.at)
    }

    /// The next line that begins with an object which stands as far to the left as the one here.
    fn next_object(&self) -> usize {
        let (before, rest) = self.source.split_at(self.at);
        let indent = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
        let mut lines = memchr::memchr_iter(b'\n', rest.as_bytes()).map(|newline| newline + 1);
        let object = lines.find(|&line| {
            let line = rest.get(line..).unwrap_or_default();
            let object = line.trim_start_matches([' ', '\t', ',', '[', RECORD]);
            object.starts_with('{') && line.len() - object.len() <= indent
        });
        object.map_or(self.source.len(), |line| self.at + line)
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = self.source.as_bytes().get(from..).unwrap_or_default();
        memchr::memchr(b'\n', rest).map_or(self.source.len(), |newline| from + newline)
    }
}

fn take<'a>(mut node: Node<'a>, piece: SourceSlice<'a>, raw: &mut RawTables, problems: &mut Diagnostics) {
    let found = node.value.shape();
    let Value::Table(entries) = &mut node.value else {
        return problems.push(node.span, DiagnosticKind::WrongType { field: "event", expected: Shape::Table, found });
    };
    name_by_one(entries);
    let has_date = entries.iter().any(|entry| entry.key == "date");
    let is_table = |entry: &Entry<'_>| matches!(entry.node.value, Value::Table(_) | Value::List(_));
    let is_event_list = |entry: &Entry<'_>| {
        matches!(entry.key.as_ref(), "event" | "events") && matches!(entry.node.value, Value::List(_))
    };
    let are_tables = |entries: &[Entry<'_>]| {
        !entries.is_empty() && entries.iter().all(|entry| TABLES.contains(&entry.key.as_ref()) && is_table(entry))
    };
    if !has_date && entries.iter().any(is_event_list) || are_tables(entries) {
        for entry in entries.iter_mut().filter(|entry| matches!(entry.key.as_ref(), "event" | "events")) {
            entry.key = "event".into();
            let Value::List(events) = &mut entry.node.value else { continue };
            for event in events {
                if let Value::Table(entries) = &mut event.value {
                    name_by_one(entries);
                }
            }
        }
        return tables::tables(std::mem::take(entries), piece, raw, problems);
    }
    shorthand::spell_out(entries);
    tables::event(Fields::of_table("event", entries, node.span.clone(), piece, problems), raw);
}

/// Names the lists of an event as the format does: JSON writes them by the plural, as people do.
fn name_by_one(event: &mut [Entry<'_>]) {
    for entry in event {
        let one = match entry.key.as_ref() {
            "quotes" => "quote",
            "sources" => "source",
            _ => continue,
        };
        entry.key = one.into();
    }
}
