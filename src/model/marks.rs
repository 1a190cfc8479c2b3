//! What a reader has noted of events: marks, tags and notes. They are kept beside a timeline, never in it.

use std::collections::BTreeMap;

use super::{EventIndex, EventRowId, Timeline};

/// The fields in which what a reader has noted is written beside those of a file.
pub const NOTED_FIELDS: [&str; 3] = ["marked", "mark_tags", "mark_note"];

/// What a reader has noted of one event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotation {
    /// Whether it is marked.
    pub is_marked: bool,
    /// Its tags without a sign before them, in the order in which they were given, none twice.
    pub tags: Vec<String>,
    /// A note of one line, which may be Markdown.
    pub note: Option<String>,
}

/// What stands before a tag.
const TAG_SIGN: char = '#';

impl Annotation {
    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        !self.is_marked && self.tags.is_empty() && self.note.is_none()
    }

    /// Tags and note in one line, as they are typed: `#tag #another the note`.
    pub fn line(&self) -> String {
        let tags = self.tags.iter().map(|tag| format!("{TAG_SIGN}{tag}"));
        tags.chain(self.note.clone()).collect::<Vec<_>>().join(" ")
    }

    /// Reads such a line: the words with the sign of a tag that it begins with are tags, all behind them is the note.
    ///
    /// What is so noted is marked; what has neither tag nor note is not.
    pub fn from_line(line: &str) -> Self {
        let mut read = Self::default();
        let mut rest = line.trim();
        while let Some(word) = rest.split_whitespace().next().and_then(|word| word.strip_prefix([TAG_SIGN, '＃'])) {
            let Some((_, behind)) = rest.split_once(word).filter(|_| !word.is_empty()) else { break };
            read.add_tag(word);
            rest = behind.trim_start();
        }
        read.note = Some(rest.to_owned()).filter(|note| !note.is_empty());
        read.is_marked = !read.is_empty();
        read
    }

    /// Adds a tag, unless it is there.
    pub fn add_tag(&mut self, tag: &str) {
        if !tag.is_empty() && !self.tags.iter().any(|known| known == tag) {
            self.tags.push(tag.to_owned());
        }
    }
}

/// What is noted of the events of a timeline, by their rows: these stay while it grows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    by_row: BTreeMap<EventRowId, Annotation>,
}

impl Marks {
    /// What is noted of an event; `None` where nothing is.
    pub fn get(&self, row: EventRowId) -> Option<&Annotation> {
        self.by_row.get(&row)
    }

    /// What is noted of the event at a place of its timeline.
    pub fn of(&self, timeline: &Timeline, ix: EventIndex) -> Option<&Annotation> {
        if self.by_row.is_empty() {
            return None;
        }
        self.get(timeline.row_of_index(ix)?)
    }

    /// Takes what is noted of an event now.
    pub fn set(&mut self, row: EventRowId, annotation: Annotation) {
        if annotation.is_empty() {
            self.by_row.remove(&row);
        } else {
            self.by_row.insert(row, annotation);
        }
    }

    /// Whether nothing is noted of any event.
    pub fn is_empty(&self) -> bool {
        self.by_row.is_empty()
    }

    /// The events of which something is noted.
    pub fn iter(&self) -> impl Iterator<Item = (EventRowId, &Annotation)> {
        self.by_row.iter().map(|(row, annotation)| (*row, annotation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_tags_and_a_note_and_reads_back() {
        for (line, tags, note) in [
            ("", &[][..], None),
            ("  ", &[], None),
            ("#a #b two #words", &["a", "b"], Some("two #words")),
            ("＃重要 #重要 覚書を参照", &["重要"], Some("覚書を参照")),
            ("a #b", &[], Some("a #b")),
            ("# heading", &[], Some("# heading")),
            ("#aa a", &["aa"], Some("a")),
        ] {
            let read = Annotation::from_line(line);
            assert_eq!(
                (read.tags.as_slice(), read.note.as_deref()),
                (&*tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>(), note),
                "{line}"
            );
            assert_eq!(Annotation::from_line(&read.line()), read, "{line}");
            assert_eq!(read.is_marked, !read.is_empty());
        }
    }
}
