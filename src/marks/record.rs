//! A line of a file of marks: one decision about one event, as JSON.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

use super::EventKey;
use crate::{model::Annotation, text::sanitize};

/// What is noted of an event from now on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    /// The event.
    pub key: EventKey,
    /// What is noted of it; empty where nothing is any more.
    pub annotation: Annotation,
}

/// The same with when, and in which file the event stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkRecord {
    /// When it was decided.
    pub at: DateTime<Utc>,
    /// The file of the timeline by its whole path; `None` for a pipe.
    pub file: Option<String>,
    /// What was decided.
    pub change: MarkChange,
}

/// The fields of a line.
#[derive(Serialize, Deserialize)]
struct Line {
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    id: String,
    content: String,
    #[serde(default)]
    marked: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl MarkRecord {
    /// The line, with its end.
    pub(super) fn to_line(&self) -> String {
        let MarkChange { key, annotation } = self.change.clone();
        let line = Line {
            at: self.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            file: self.file.clone(),
            id: key.id,
            content: format!("{:016x}", key.content),
            marked: annotation.is_marked,
            tags: annotation.tags,
            note: annotation.note,
        };
        // Texts and lists of them always make JSON.
        serde_json::to_string(&line).map(|line| line + "\n").unwrap_or_default()
    }

    /// Reads a line, with what it shows made harmless; `None` if it is none.
    pub(super) fn from_line(line: &[u8]) -> Option<Self> {
        let Line { at, file, id, content, marked, tags, note } = serde_json::from_slice(line).ok()?;
        let mut annotation = Annotation { is_marked: marked, ..Annotation::default() };
        for tag in &tags {
            // A tag is one word.
            annotation.add_tag(&sanitize(tag).split_whitespace().collect::<Vec<_>>().join("-"));
        }
        annotation.note = note.map(|note| sanitize(&note).trim().to_owned()).filter(|note| !note.is_empty());
        let key = EventKey { id, content: u64::from_str_radix(&content, 16).ok()? };
        let at = DateTime::parse_from_rfc3339(&at).ok()?.to_utc();
        Some(Self { at, file, change: MarkChange { key, annotation } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_back_and_what_acts_in_it_is_made_harmless() {
        let record = MarkRecord {
            at: DateTime::parse_from_rfc3339("2026-11-29T22:40:00.5Z").unwrap().to_utc(),
            file: Some("/a b.toml".to_owned()),
            change: MarkChange {
                key: EventKey { id: "x-1".to_owned(), content: 7 },
                annotation: Annotation::from_line("#a #b \"see\" *that*"),
            },
        };
        assert_eq!(MarkRecord::from_line(record.to_line().trim_end().as_bytes()), Some(record.clone()));
        let hostile = record.to_line().replace("*that*", "\\u001b[2J\\u202e").replace("\"a\"", "\"a\\nb\"");
        let read = MarkRecord::from_line(hostile.as_bytes()).unwrap();
        assert_eq!(read.change.annotation.tags, ["a-b", "b"]);
        assert!(!read.change.annotation.note.unwrap().contains(['\u{1b}', '\u{202e}']));
        for wrong in [
            "",
            "{}",
            "null",
            "[1]",
            r#"{"at":"now","id":"x","content":"1"}"#,
            r#"{"at":"2026-11-29T22:40:00Z","id":"x","content":"-"}"#,
        ] {
            assert_eq!(MarkRecord::from_line(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
