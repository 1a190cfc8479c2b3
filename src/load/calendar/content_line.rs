//! Content lines of iCalendar (RFC 5545, section 3.1): a name, parameters, a value; folded over several lines of the file.

use std::{borrow::Cow, ops::Range};

/// A property with its parameters.
#[derive(Debug, Clone)]
pub(super) struct ContentLine<'a> {
    /// As written; in any case.
    pub(super) name: Cow<'a, str>,
    params: Vec<(String, String)>,
    /// As written, with its escapes.
    pub(super) value: Cow<'a, str>,
    /// The bytes of the value in the source.
    pub(super) value_span: Range<usize>,
    /// The bytes of all of it.
    pub(super) span: Range<usize>,
}

impl ContentLine<'_> {
    /// Whether it has this name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of a parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The value as a text (section 3.3.11): without its escapes.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The texts of a value that is a list of them.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let (mut start, mut is_escaped) = (0, false);
        for (at, c) in self.value.char_indices() {
            if c == ',' && !is_escaped {
                texts.push(unescaped(self.value.get(start..at).unwrap_or_default()));
                start = at + 1;
            }
            is_escaped = c == '\\' && !is_escaped;
        }
        texts.push(unescaped(self.value.get(start..).unwrap_or_default()));
        texts
    }
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match (c, rest.as_str().chars().next()) {
            ('\\', Some('n' | 'N')) => text.push('\n'),
            ('\\', Some(escaped @ ('\\' | ',' | ';' | ':' | '"'))) => text.push(escaped),
            _ => {
                text.push(c);
                continue;
            }
        }
        rest.next();
    }
    text
}

/// The content lines of a source, one after the other. The error: where a line stands that is none.
pub(super) struct ContentLines<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> ContentLines<'a> {
    pub(super) const fn new(source: &'a str) -> Self {
        Self { source, at: 0 }
    }

    /// The next line, unfolded.
    fn unfolded(&mut self) -> Option<Unfolded<'a>> {
        let start = self.at;
        let mut line = Unfolded { text: Cow::Borrowed(""), start, folds: Vec::new(), end: start };
        loop {
            let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty() || self.at == start)?;
            if rest.is_empty() {
                return None;
            }
            let length = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            let part = rest.get(..length).unwrap_or_default();
            let part = part.strip_suffix('\r').unwrap_or(part);
            let skipped = usize::from(self.at > start);
            let part = part.get(skipped..).unwrap_or_default();
            if skipped == 0 {
                line.text = Cow::Borrowed(part);
            } else {
                line.folds.push((line.text.len(), self.at + skipped));
                line.text.to_mut().push_str(part);
            }
            line.end = self.at + skipped + part.len();
            self.at = (self.at + length + 1).min(self.source.len());
            if !self.source.get(self.at..)?.starts_with([' ', '\t']) {
                return Some(line);
            }
        }
    }
}

/// A line of which the folds are taken out.
struct Unfolded<'a> {
    text: Cow<'a, str>,
    start: usize,
    end: usize,
    /// Where each fold was in the text, and where the source goes on behind it.
    folds: Vec<(usize, usize)>,
}

impl<'a> Unfolded<'a> {
    /// A byte of the text as a byte of the source.
    fn place(&self, at: usize) -> usize {
        match self.folds.iter().rev().find(|(fold, _)| *fold <= at) {
            Some((fold, source)) => source + (at - fold),
            None => self.start + at,
        }
    }

    /// Takes it apart; `None` if it is no content line.
    fn read(&self) -> Option<ContentLine<'a>> {
        let text = self.text.as_ref();
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let name = text.find(|c| !is_of_name(c)).filter(|end| *end > 0)?;
        let mut params = Vec::new();
        let mut at = name;
        loop {
            let rest = text.get(at..)?;
            if rest.starts_with(':') {
                break;
            }
            let rest = rest.strip_prefix(';')?;
            let end = end_of_param(rest)?;
            let (key, value) = rest.get(..end)?.split_once('=')?;
            params.push((key.to_owned(), value.replace('"', "")));
            at += 1 + end;
        }
        let part = |range: Range<usize>| match &self.text {
            Cow::Borrowed(text) => text.get(range).map(Cow::Borrowed),
            Cow::Owned(text) => text.get(range).map(|part| Cow::Owned(part.to_owned())),
        };
        let span = self.start..self.end;
        let value_span = self.place(at + 1).min(self.end)..self.end;
        Some(ContentLine { name: part(0..name)?, params, value: part(at + 1..text.len())?, value_span, span })
    }
}

/// Where a parameter ends: at a semicolon or colon outside of quotation marks.
fn end_of_param(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    text.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        !is_quoted && matches!(byte, b';' | b':')
    })
}

impl<'a> Iterator for ContentLines<'a> {
    type Item = Result<ContentLine<'a>, Range<usize>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.unfolded()?;
            if !line.text.trim().is_empty() {
                return Some(line.read().ok_or(line.start..line.end));
            }
        }
    }
}
