//! A comparison line by line: what is told of each change, whatever the lines look like in the end.

use std::borrow::Cow;

use crate::{
    diff::{EventChange, FieldChange, ItemChange, ValueChange, WordChange, item_name, text_changes},
    fields::{FieldRecord, RecordValue},
    messages::Locale,
    model::{Event, EventIndex, Lang, Timeline},
};

/// What has become of the thing that a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Added,
    Removed,
    Changed,
}

/// A line: how deep it stands, what it is about, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DiffLine<'a> {
    pub(super) depth: usize,
    pub(super) sign: Option<Sign>,
    /// The name of a field or a table; empty where the words say all.
    pub(super) label: &'a str,
    pub(super) words: Vec<WordChange<'a>>,
    /// Whether it is a list in which nothing came and nothing went.
    pub(super) is_reordered: bool,
}

impl<'a> DiffLine<'a> {
    /// Whether anything stands behind the label.
    pub(super) const fn says(&self) -> bool {
        !self.words.is_empty() || self.is_reordered
    }

    const fn new(depth: usize, label: &'a str) -> Self {
        Self { depth, sign: None, label, words: Vec::new(), is_reordered: false }
    }
}

/// The lines of fields that have changed.
pub(super) fn field_lines<'a>(depth: usize, fields: &'a [FieldChange], lines: &mut Vec<DiffLine<'a>>) {
    for FieldChange { name, change } in fields {
        let line = DiffLine::new(depth, name);
        match change {
            ValueChange::Text { old, new } => {
                let words = text_changes(old.as_deref(), new.as_deref());
                lines.push(DiffLine { words: shortened(words), ..line });
            }
            ValueChange::List { removed, added } if removed.is_empty() && added.is_empty() => {
                lines.push(DiffLine { is_reordered: true, ..line });
            }
            ValueChange::List { removed, added } => {
                let removed = removed.iter().map(|text| WordChange::Removed(text));
                let all = removed.chain(added.iter().map(|text| WordChange::Added(text)));
                lines.push(DiffLine { words: spaced(all), ..line });
            }
            ValueChange::Table(fields) => {
                lines.push(line);
                field_lines(depth + 1, fields, lines);
            }
            ValueChange::Items(items) if items.is_empty() => lines.push(DiffLine { is_reordered: true, ..line }),
            ValueChange::Items(items) => {
                lines.push(line);
                for item in items {
                    item_lines(depth + 1, item, lines);
                }
            }
        }
    }
}

fn item_lines<'a>(depth: usize, item: &'a ItemChange, lines: &mut Vec<DiffLine<'a>>) {
    let line = DiffLine::new(depth, "");
    match item {
        ItemChange::Added(record) => {
            lines.push(DiffLine { sign: Some(Sign::Added), words: vec![WordChange::Added(item_name(record))], ..line });
            record_lines(depth + 1, record, WordChange::Added, lines);
        }
        ItemChange::Removed(record) => {
            let words = vec![WordChange::Removed(item_name(record))];
            lines.push(DiffLine { sign: Some(Sign::Removed), words, ..line });
        }
        ItemChange::Changed { name, fields } => {
            let words = vec![WordChange::Same(name)];
            lines.push(DiffLine { sign: Some(Sign::Changed), words: shortened(words), ..line });
            field_lines(depth + 1, fields, lines);
        }
    }
}

/// What a table says besides what it is known by, a field a line.
fn record_lines<'a>(
    depth: usize,
    record: &'a FieldRecord<'_>,
    sign: fn(&'a str) -> WordChange<'a>,
    lines: &mut Vec<DiffLine<'a>>,
) {
    let name = item_name(record);
    for (label, value) in &record.0 {
        let words = match value {
            RecordValue::Text(text) if *text == name => continue,
            RecordValue::Text(text) => vec![sign(text)],
            RecordValue::Texts(texts) => spaced(texts.iter().map(|text| sign(text))),
            RecordValue::Flag => vec![sign("true")],
            RecordValue::Table(_) | RecordValue::Tables(_) | RecordValue::Number(_) | RecordValue::Json(_) => continue,
        };
        lines.push(DiffLine { words, ..DiffLine::new(depth, label) });
    }
}

/// Words with a space between them.
fn spaced<'a>(words: impl Iterator<Item = WordChange<'a>>) -> Vec<WordChange<'a>> {
    let mut all: Vec<WordChange<'_>> = words.flat_map(|word| [WordChange::Same(" "), word]).collect();
    all.drain(..all.len().min(1));
    all
}

/// So many letters that are the same stand before a change and behind it.
const MAX_CONTEXT_CHARS: usize = 40;

/// The same words, of which what did not change is told only beside what did.
fn shortened(words: Vec<WordChange<'_>>) -> Vec<WordChange<'_>> {
    let last = words.len().saturating_sub(1);
    let mut all = Vec::with_capacity(words.len());
    for (at, word) in words.into_iter().enumerate() {
        let WordChange::Same(text) = word else {
            all.push(word);
            continue;
        };
        let head = if at == 0 && last > 0 { "" } else { head(text) };
        let tail = if at == last { "" } else { tail(text) };
        if head.len() + tail.len() >= text.len() {
            all.push(word);
        } else {
            all.extend([head, "…", tail].into_iter().filter(|part| !part.is_empty()).map(WordChange::Same));
        }
    }
    all
}

fn head(text: &str) -> &str {
    let end = text.char_indices().skip(MAX_CONTEXT_CHARS).find(|(_, c)| !c.is_alphanumeric() || !c.is_ascii());
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or(text)
}

fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().skip(MAX_CONTEXT_CHARS).find(|(_, c)| !c.is_alphanumeric() || !c.is_ascii());
    text.get(start.map_or(0, |(at, c)| at + c.len_utf8())..).unwrap_or(text)
}

/// An event that a change is about, and its sign.
pub(super) fn event_of<'a>(
    change: &EventChange,
    old: &'a Timeline,
    new: &'a Timeline,
) -> Option<(Sign, impl std::ops::Deref<Target = Event> + use<'a>)> {
    let at = |timeline: &'a Timeline, ix: &EventIndex| timeline.event(*ix);
    match change {
        EventChange::Added(ix) => Some((Sign::Added, at(new, ix)?)),
        EventChange::Removed(ix) => Some((Sign::Removed, at(old, ix)?)),
        EventChange::Changed { new: ix, .. } => Some((Sign::Changed, at(new, ix)?)),
    }
}

/// The date of an event as its file has it.
pub(super) fn written_date(event: &Event) -> Cow<'_, str> {
    let start = event.date.as_written();
    event.date.end_as_written().map_or(Cow::Borrowed(start), |end| Cow::Owned(format!("{start}/{end}")))
}

/// The title of an event in the language of the report.
pub(super) fn title(event: &Event, locale: Locale) -> &str {
    Lang::from(locale).pick(&event.title, event.title_ja.as_deref())
}
