//! Writing pieces out: a blank line between tables, a key a line, a list in one line as long as it fits.

use super::syntax_tree::{CommentLine, Group, Header, KeyPart, KeyValue, Section, SyntaxTree, TomlValue};
use crate::text::width;

/// A list that takes more columns than this with its key has a line for each of its values.
const MAX_COLUMNS: usize = 120;
const INDENT: &str = "  ";

/// The text of a file, with these line ends.
pub(super) fn laid_out(tree: &SyntaxTree<'_>, line_end: &str) -> String {
    let mut layout = LayoutWriter { text: String::new(), line_end };
    layout.comments(&tree.preamble);
    for section in &tree.sections {
        layout.section(section);
    }
    layout.blank();
    layout.comments(&tree.trailer);
    // What was parted from nothing.
    let end = layout.text.trim_end().len();
    layout.text.truncate(end);
    if end > 0 {
        layout.text.push_str(line_end);
    }
    layout.text
}

struct LayoutWriter<'a> {
    text: String,
    line_end: &'a str,
}

impl LayoutWriter<'_> {
    fn line(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied());
        self.text.push_str(self.line_end);
    }

    /// A line without anything, unless nothing stands above it.
    fn blank(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(self.line_end);
        }
    }

    fn comments(&mut self, lines: &[CommentLine<'_>]) {
        for line in lines {
            match line {
                CommentLine::Text(text) => self.line(&[text]),
                CommentLine::Blank => self.line(&[]),
            }
        }
    }

    fn section(&mut self, section: &Section<'_>) {
        self.blank();
        self.comments(&section.lead);
        if let Some(Header { keys, is_array, comment }) = &section.header {
            let (open, close) = if *is_array { ("[[", "]]") } else { ("[", "]") };
            self.line(&[open, &joined(keys), close, &behind(*comment)]);
        }
        for entry in &section.entries {
            self.entry("", entry, "");
        }
        for comment in &section.tail {
            self.line(&[comment]);
        }
    }

    /// An entry with the comments above it, and what ends it.
    fn entry(&mut self, indent: &str, entry: &KeyValue<'_>, end: &str) {
        for comment in &entry.lead {
            self.line(&[indent, comment]);
        }
        let head = format!("{indent}{}", key(&entry.keys));
        let comment = behind(entry.comment);
        match (flat(&entry.value), &entry.value) {
            (Some(value), TomlValue::Scalar(_)) => self.line(&[&head, &value, end, &comment]),
            (Some(value), TomlValue::Group(group)) if group.is_table || fits(&head, &value, end) => {
                self.line(&[&head, &value, end, &comment]);
            }
            (_, TomlValue::Group(group)) => {
                let (open, close) = brackets(group);
                self.line(&[&head, open]);
                let within = format!("{indent}{INDENT}");
                for entry in &group.entries {
                    self.entry(&within, entry, ",");
                }
                for comment in &group.tail {
                    self.line(&[&within, comment]);
                }
                self.line(&[indent, close, end, &comment]);
            }
            (None, TomlValue::Scalar(_)) => {}
        }
    }
}

fn fits(head: &str, value: &str, end: &str) -> bool {
    !value.contains('\n') && width(head) + width(value) + width(end) <= MAX_COLUMNS
}

/// A value as it stands in a line; `None` if there are comments in it.
fn flat(value: &TomlValue<'_>) -> Option<String> {
    let group = match value {
        TomlValue::Scalar(written) => return Some((*written).to_owned()),
        TomlValue::Group(group) => group,
    };
    if !group.tail.is_empty() {
        return None;
    }
    let entry = |entry: &KeyValue<'_>| {
        let is_bare = entry.lead.is_empty() && entry.comment.is_none();
        Some(key(&entry.keys) + &flat(&entry.value)?).filter(|_| is_bare)
    };
    let entries = group.entries.iter().map(entry).collect::<Option<Vec<_>>>()?.join(", ");
    let (open, close) = brackets(group);
    let space = if group.is_table && !entries.is_empty() { " " } else { "" };
    Some([open, space, &entries, space, close].concat())
}

const fn brackets(group: &Group<'_>) -> (&'static str, &'static str) {
    if group.is_table { ("{", "}") } else { ("[", "]") }
}

fn joined(keys: &[KeyPart<'_>]) -> String {
    keys.iter().map(|key| key.written).collect::<Vec<_>>().join(".")
}

/// A key with its sign, or nothing in a list.
fn key(keys: &[KeyPart<'_>]) -> String {
    if keys.is_empty() { String::new() } else { joined(keys) + " = " }
}

/// A comment on the line of something.
fn behind(comment: Option<&str>) -> String {
    comment.map_or_else(String::new, |comment| format!(" {comment}"))
}
