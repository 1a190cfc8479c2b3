//! Reading JSON into what every format is read into, with the place of everything, and with more patience than the standard
//! has: half a character, an escape that is none, a value that is no JSON (`NaN`) and a comma too many cost no more than
//! themselves.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry as Seen},
    ops::Range,
};

use super::{
    diagnostic::{Diagnostic, DiagnosticKind},
    node::{Entry, Node, SourceSlice, Value},
};
use crate::messages::JsonPart;

/// Deeper than this, values are not looked into.
const MAX_DEPTH: usize = 64;

/// Whether a line is a value, and nothing else but what may stand between values.
pub(super) fn is_one_value(line: &[u8]) -> bool {
    let text = String::from_utf8_lossy(line);
    let text = text.trim_end_matches(|c: char| c.is_ascii_whitespace() || matches!(c, ',' | ']'));
    let mut reader = Reader::new(SourceSlice { text, start: 0 }, 0);
    reader.value().is_ok() && reader.is_over()
}

/// What reads values of JSON one behind the other.
pub(super) struct Reader<'a> {
    piece: SourceSlice<'a>,
    at: usize,
    depth: usize,
    /// What was found that costs no more than itself.
    pub(super) problems: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// Reads this piece from this byte of it on.
    pub(super) const fn new(piece: SourceSlice<'a>, at: usize) -> Self {
        Self { piece, at, depth: 0, problems: Vec::new() }
    }

    /// Up to where the piece has been read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Whether nothing is left of the piece.
    pub(super) fn is_over(&self) -> bool {
        self.rest().trim_ascii_start().is_empty()
    }

    /// Reads a value; `None` for `null`, which says nothing.
    pub(super) fn value(&mut self) -> Result<Option<Node<'a>>, SyntaxError> {
        self.skip_blanks();
        let start = self.at;
        let value = match self.byte() {
            Some(b'{' | b'[') if self.depth >= MAX_DEPTH => {
                self.skip_nested();
                Value::Other
            }
            Some(b'{') => self.nested(Self::table)?,
            Some(b'[') => self.nested(Self::list)?,
            Some(b'"') => Value::Text(self.text()?),
            Some(b',' | b':' | b'}' | b']') | None => return Err(self.expected(JsonPart::Value)),
            Some(_) => match self.word() {
                Some(value) => value,
                None => return Ok(None),
            },
        };
        Ok(Some(Node { value, span: self.place(start..self.at) }))
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value<'a>, SyntaxError>) -> Result<Value<'a>, SyntaxError> {
        self.depth += 1;
        self.at += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Result<Value<'a>, SyntaxError> {
        let mut items = Vec::new();
        while !self.ends(b']') {
            items.extend(self.value()?);
            self.comma(b']', JsonPart::CommaOrBracket)?;
        }
        Ok(Value::List(items))
    }

    fn table(&mut self) -> Result<Value<'a>, SyntaxError> {
        // Both empty: there may be a hundred thousand objects with nothing in them.
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut seen: HashMap<Cow<'a, str>, usize> = HashMap::new();
        while !self.ends(b'}') {
            let start = self.at;
            if self.byte() != Some(b'"') {
                return Err(self.expected(JsonPart::Name));
            }
            let key = self.text()?;
            let key_span = self.place(start..self.at);
            self.skip_blanks();
            if self.byte() != Some(b':') {
                return Err(self.expected(JsonPart::Colon));
            }
            self.at += 1;
            let node = self.value()?;
            self.comma(b'}', JsonPart::CommaOrBrace)?;
            let Some(node) = node else { continue };
            let entry = Entry { key: key.clone(), key_span, node };
            match seen.entry(key) {
                Seen::Vacant(place) => {
                    place.insert(entries.len());
                    entries.push(entry);
                }
                Seen::Occupied(place) => {
                    let field = entry.key.clone().into_owned();
                    self.problems
                        .push(Diagnostic::new(entry.key_span.clone(), DiagnosticKind::RepeatedField { field }));
                    if let Some(first) = entries.get_mut(*place.get()) {
                        *first = entry;
                    }
                }
            }
        }
        Ok(Value::Table(entries))
    }

    /// Whether the list or table ends here; goes behind its end.
    fn ends(&mut self, end: u8) -> bool {
        self.skip_blanks();
        let ends = self.byte() == Some(end);
        self.at += usize::from(ends);
        ends
    }

    /// Goes behind the comma that must stand here unless the list or table ends.
    fn comma(&mut self, end: u8, expected: JsonPart) -> Result<(), SyntaxError> {
        self.skip_blanks();
        match self.byte() {
            Some(b',') => self.at += 1,
            Some(byte) if byte == end => {}
            _ => return Err(self.expected(expected)),
        }
        Ok(())
    }

    /// A number, a word that JSON knows, or any other.
    fn word(&mut self) -> Option<Value<'a>> {
        let rest = self.rest();
        let is_over = |c: char| c.is_ascii_whitespace() || matches!(c, ',' | ':' | '"' | '[' | ']' | '{' | '}');
        let word = rest.split(is_over).next().unwrap_or_default();
        self.at += word.len();
        let is_number = word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
        Some(match word {
            "null" => return None,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ if is_number && word.parse::<f64>().is_ok() => Value::Number(word.parse().ok()),
            _ => Value::Other,
        })
    }

    fn text(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        let open = self.at;
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let Some(length) = memchr::memchr3(b'"', b'\\', b'\n', rest.as_bytes()) else {
                self.at = self.piece.text.len();
                return Err(self.open_text(open));
            };
            let plain = rest.get(..length).unwrap_or_default();
            match &mut text {
                Cow::Borrowed("") => text = Cow::Borrowed(plain),
                text => text.to_mut().push_str(plain),
            }
            self.at += length + 1;
            match rest.as_bytes().get(length) {
                Some(b'"') => return Ok(text),
                Some(b'\\') => self.escape(text.to_mut()),
                _ => return Err(self.open_text(open)),
            }
        }
    }

    /// Adds what an escape stands for, behind its backslash.
    fn escape(&mut self, text: &mut String) {
        let start = self.at - 1;
        let Some(sign) = self.rest().chars().next().filter(|sign| *sign != '\n') else { return text.push('\\') };
        self.at += sign.len_utf8();
        let character = match sign {
            '"' | '\\' | '/' => sign,
            'b' => '\u{8}',
            'f' => '\u{C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' if self.hex().is_some() => self.character(start),
            _ => {
                self.wrong_escape(start);
                text.push('\\');
                sign
            }
        };
        text.push(character);
    }

    /// The character of an escape in hexadecimal, or of two that are halves of one.
    fn character(&mut self, start: usize) -> char {
        let first = self.hex().unwrap_or_default();
        self.at += 4;
        if let Some(character) = char::from_u32(first) {
            return character;
        }
        if (0xD800..0xDC00).contains(&first) && self.rest().starts_with("\\u") {
            let behind = self.at;
            self.at += 2;
            if let Some(second) = self.hex().filter(|second| (0xDC00..0xE000).contains(second)) {
                self.at += 4;
                return char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)).unwrap_or('\u{FFFD}');
            }
            self.at = behind;
        }
        self.wrong_escape(start);
        '\u{FFFD}'
    }

    fn hex(&self) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    }

    fn wrong_escape(&mut self, start: usize) {
        let text = self.piece.text.get(start..self.at).unwrap_or_default().to_owned();
        self.problems.push(Diagnostic::new(self.place(start..self.at), DiagnosticKind::Escape { text }));
    }

    /// Goes behind a list or table without looking into it.
    fn skip_nested(&mut self) {
        let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
        for byte in self.rest().bytes() {
            self.at += 1;
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if in_text => is_escaped = true,
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => depth += 1,
                b'}' | b']' if !in_text => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        self.at = self.at.min(self.piece.text.len());
    }

    fn skip_blanks(&mut self) {
        while self.byte().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn byte(&self) -> Option<u8> {
        self.piece.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        self.piece.text.get(self.at..).unwrap_or_default()
    }

    fn place(&self, local: Range<usize>) -> Range<usize> {
        self.piece.place(&local)
    }

    fn expected(&self, expected: JsonPart) -> SyntaxError {
        let found = self.rest().chars().next();
        let end = self.piece.text.trim_end().len();
        let place = found.map_or(end..end, |c| self.at..self.at + c.len_utf8());
        SyntaxError { place: self.place(place), unexpected: Some((expected, found)) }
    }

    fn open_text(&self, open: usize) -> SyntaxError {
        SyntaxError { place: self.place(open..open + 1), unexpected: None }
    }
}

/// Where and why reading had to stop.
pub(super) struct SyntaxError {
    place: Range<usize>,
    /// What may stand there, and what does, if anything; `None` at a text that does not end.
    unexpected: Option<(JsonPart, Option<char>)>,
}

impl From<SyntaxError> for Diagnostic {
    fn from(SyntaxError { place, unexpected }: SyntaxError) -> Self {
        let fault = match unexpected {
            Some((expected, found)) => DiagnosticKind::UnexpectedJson { expected, found },
            None => DiagnosticKind::UnterminatedString { mark: "\"" },
        };
        Self::new(place, fault)
    }
}
