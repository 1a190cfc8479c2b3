//! From the events of the parser to pieces.

use std::{borrow::Cow, iter::Peekable, vec};

use toml_parser::{
    Source,
    parser::{Event, EventKind, parse_document},
};

use super::syntax_tree::{CommentLine, Group, Header, KeyPart, KeyValue, Section, SyntaxTree, TomlValue};

/// What stands before directives of editors, such as the place of a schema.
const DIRECTIVE: &str = "#:";

/// Takes a text apart that is known to be TOML.
pub(super) fn syntax_tree(text: &str) -> SyntaxTree<'_> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut events = Vec::with_capacity(tokens.len());
    parse_document(&tokens, &mut |event: Event| events.push(event), &mut ());
    events.retain(|event| event.kind() != EventKind::Whitespace);
    TreeBuilder { source, events: events.into_iter().peekable(), tree: SyntaxTree::default(), pending: Vec::new() }
        .build()
}

struct TreeBuilder<'a> {
    source: Source<'a>,
    events: Peekable<vec::IntoIter<Event>>,
    tree: SyntaxTree<'a>,
    /// Comments that belong to what comes.
    pending: Vec<CommentLine<'a>>,
}

impl<'a> TreeBuilder<'a> {
    fn build(mut self) -> SyntaxTree<'a> {
        while let Some(event) = self.events.peek().copied() {
            match event.kind() {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => self.section(),
                EventKind::SimpleKey => self.entry(),
                EventKind::Comment => {
                    let comment = self.text();
                    self.pending.push(CommentLine::Text(comment));
                    // The end of its line is no line without anything.
                    self.skip(EventKind::Newline);
                }
                EventKind::Newline => {
                    self.events.next();
                    if self.pending.last() != Some(&CommentLine::Blank) {
                        self.pending.push(CommentLine::Blank);
                    }
                }
                _ => drop(self.events.next()),
            }
        }
        let below = self.pending.iter().take_while(|line| **line != CommentLine::Blank).count();
        let (tail, trailer) = self.pending.split_at(if self.tree.sections.is_empty() { 0 } else { below });
        if let Some(last) = self.tree.sections.last_mut() {
            last.tail = texts(tail);
        }
        self.tree.trailer = trimmed(trailer);
        self.tree
    }

    fn section(&mut self) {
        let is_array = self.events.next().is_some_and(|event| event.kind() == EventKind::ArrayTableOpen);
        let mut keys = Vec::new();
        while let Some(event) = self.events.next() {
            match event.kind() {
                EventKind::SimpleKey => keys.push(self.key(event)),
                EventKind::StdTableClose | EventKind::ArrayTableClose => break,
                _ => {}
            }
        }
        let comment = self.comment_behind();
        self.skip(EventKind::Newline);
        let lead = self.lead();
        let header = Some(Header { keys, is_array, comment });
        self.tree.sections.push(Section { lead, header, ..Section::default() });
    }

    /// What belongs to a table that begins here, of what stands above it.
    fn lead(&mut self) -> Vec<CommentLine<'a>> {
        let pending = std::mem::take(&mut self.pending);
        let Some(before) = self.tree.sections.last_mut() else {
            let (preamble, lead) = beginning(&pending);
            self.tree.preamble = preamble;
            return lead;
        };
        // What is right below the last key, and parted from this header, belongs to the table before.
        let below = pending.iter().take_while(|line| **line != CommentLine::Blank).count();
        let (tail, lead) = pending.split_at(if below < pending.len() { below } else { 0 });
        before.tail = texts(tail);
        without_leading_blank(lead)
    }

    fn entry(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if self.tree.sections.is_empty() {
            let (preamble, lead) = beginning(&pending);
            self.tree.preamble = preamble;
            self.pending = lead;
            self.tree.sections.push(Section::default());
        } else {
            self.pending = pending;
        }
        let lead = texts(&std::mem::take(&mut self.pending));
        let mut entry = self.keyed(lead);
        entry.comment = self.comment_behind();
        self.skip(EventKind::Newline);
        if let Some(section) = self.tree.sections.last_mut() {
            section.entries.push(entry);
        }
    }

    /// A key and its value.
    fn keyed(&mut self, lead: Vec<&'a str>) -> KeyValue<'a> {
        let mut keys = Vec::new();
        while let Some(event) = self.events.next_if(|event| event.kind() != EventKind::KeyValSep) {
            if event.kind() == EventKind::SimpleKey {
                keys.push(self.key(event));
            }
        }
        self.skip(EventKind::KeyValSep);
        KeyValue { lead, keys, value: self.value(), comment: None }
    }

    fn value(&mut self) -> TomlValue<'a> {
        match self.events.peek().map(Event::kind) {
            Some(EventKind::ArrayOpen) => self.group(false),
            Some(EventKind::InlineTableOpen) => self.group(true),
            _ => TomlValue::Scalar(self.text()),
        }
    }

    fn group(&mut self, is_table: bool) -> TomlValue<'a> {
        self.events.next();
        let mut entries: Vec<KeyValue<'a>> = Vec::new();
        let mut lead = Vec::new();
        // Whether what comes is still on the line of the last entry.
        let mut is_behind = false;
        while let Some(event) = self.events.peek().copied() {
            match event.kind() {
                EventKind::ArrayClose | EventKind::InlineTableClose => {
                    self.events.next();
                    break;
                }
                EventKind::Comment => {
                    let comment = self.text();
                    match entries.last_mut().filter(|entry| is_behind && entry.comment.is_none()) {
                        Some(entry) => entry.comment = Some(comment),
                        None => lead.push(comment),
                    }
                }
                EventKind::Newline => {
                    self.events.next();
                    is_behind = false;
                }
                EventKind::ValueSep => drop(self.events.next()),
                _ => {
                    let lead = std::mem::take(&mut lead);
                    let entry = if is_table {
                        self.keyed(lead)
                    } else {
                        KeyValue { lead, keys: Vec::new(), value: self.value(), comment: None }
                    };
                    entries.push(entry);
                    is_behind = true;
                }
            }
        }
        TomlValue::Group(Group { is_table, entries, tail: lead })
    }

    /// The comment on the line of what was just read.
    fn comment_behind(&mut self) -> Option<&'a str> {
        let is_comment = self.events.peek().is_some_and(|event| event.kind() == EventKind::Comment);
        is_comment.then(|| self.text())
    }

    fn key(&self, event: Event) -> KeyPart<'a> {
        let Some(raw) = self.source.get(event) else { return KeyPart { written: "", name: Cow::Borrowed("") } };
        let mut name = Cow::Borrowed("");
        raw.decode_key(&mut name, &mut ());
        KeyPart { written: raw.as_str(), name }
    }

    /// The text of the next event.
    fn text(&mut self) -> &'a str {
        let event = self.events.next();
        event.and_then(|event| self.source.get(event)).map_or("", |raw| raw.as_str()).trim_end()
    }

    fn skip(&mut self, kind: EventKind) {
        self.events.next_if(|event| event.kind() == kind);
    }
}

/// Whether a line speaks to editors.
fn is_directive(line: &CommentLine<'_>) -> bool {
    matches!(line, CommentLine::Text(text) if text.starts_with(DIRECTIVE))
}

/// Where what stands first now begins with lines that speak to editors, they are those of the file: so they will be read.
pub(super) fn take_directives(tree: &mut SyntaxTree<'_>) {
    if let Some(first) = tree.sections.first_mut().filter(|_| tree.preamble.is_empty()) {
        let directives = first.lead.iter().take_while(|line| is_directive(line)).count();
        tree.preamble = trimmed(&first.lead.drain(..directives).collect::<Vec<_>>());
        first.lead = without_leading_blank(&first.lead);
    }
}

/// Parts what stands at the beginning of a file into what stays there and what belongs to the first piece.
fn beginning<'a>(pending: &[CommentLine<'a>]) -> (Vec<CommentLine<'a>>, Vec<CommentLine<'a>>) {
    let pending = without_leading_blank(pending);
    let directives = pending.iter().take_while(|line| is_directive(line)).count();
    let parted = pending.iter().rposition(|line| *line == CommentLine::Blank).map_or(0, |blank| blank + 1);
    let (preamble, lead) = pending.split_at(parted.max(directives));
    (trimmed(preamble), lead.to_vec())
}

fn texts<'a>(lines: &[CommentLine<'a>]) -> Vec<&'a str> {
    let text = |line: &CommentLine<'a>| match line {
        CommentLine::Text(text) => Some(*text),
        CommentLine::Blank => None,
    };
    lines.iter().filter_map(text).collect()
}

fn without_leading_blank<'a>(lines: &[CommentLine<'a>]) -> Vec<CommentLine<'a>> {
    lines.iter().copied().skip_while(|line| *line == CommentLine::Blank).collect()
}

fn trimmed<'a>(lines: &[CommentLine<'a>]) -> Vec<CommentLine<'a>> {
    let end = lines.iter().rposition(|line| *line != CommentLine::Blank).map_or(0, |last| last + 1);
    without_leading_blank(lines.get(..end).unwrap_or(lines))
}
