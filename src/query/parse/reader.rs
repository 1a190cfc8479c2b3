//! Walking over the text of a query, sign by sign.

use crate::text::narrow;

/// A place in a text.
pub(super) struct TermReader<'a> {
    pub(super) text: &'a str,
    /// Before which byte it stands.
    pub(super) at: usize,
}

impl<'a> TermReader<'a> {
    /// At the start of a text.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The next letter as a sign of the language: `：` means what `:` means.
    pub(super) fn sign(&self) -> Option<char> {
        self.peek().map(narrow)
    }

    pub(super) fn eat(&mut self, sign: char) -> bool {
        let found = self.peek().filter(|c| narrow(*c) == sign);
        self.at += found.map_or(0, char::len_utf8);
        found.is_some()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Takes text up to white space, a parenthesis, `|` or a stop.
    ///
    /// If it begins with a quotation mark, it goes up to the closing one.
    pub(super) fn token(&mut self, stop: impl Fn(char) -> bool) -> String {
        let mut token = String::new();
        if self.eat('"') {
            while let Some(c) = self.peek() {
                self.at += c.len_utf8();
                match narrow(c) {
                    '"' => break,
                    '\\' => {
                        let next = self.peek();
                        self.at += next.map_or(0, char::len_utf8);
                        token.extend(next);
                    }
                    _ => token.push(c),
                }
            }
            return token;
        }
        while let Some(c) = self.peek() {
            let sign = narrow(c);
            let ends = c.is_whitespace() || matches!(sign, '(' | ')' | '|') || stop(sign);
            if ends {
                break;
            }
            token.push(c);
            self.at += c.len_utf8();
        }
        token
    }
}
