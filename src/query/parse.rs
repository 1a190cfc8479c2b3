//! Text to query. Every text means something: what is no field is a word, and what is not closed closes at the end.

use std::{iter::Peekable, str::Chars};

use super::{Field, Query, Term, Test};

impl Query {
    /// Reads a query. White space separates terms; `"…"` holds words together, with `\"` and `\\` inside; `-` before
    /// a term excludes; `field:value` and `field:a,b` ask of a field.
    pub fn parse(text: &str) -> Self {
        let mut reader = Reader { chars: text.chars().peekable() };
        let mut terms = Vec::new();
        while reader.has_more() {
            terms.extend(reader.term());
        }
        Self { terms }
    }
}

struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    /// Skips white space; `false` at the end.
    fn has_more(&mut self) -> bool {
        while self.chars.next_if(|c| c.is_whitespace()).is_some() {}
        self.chars.peek().is_some()
    }

    /// The next term; `None` for one that says nothing, such as a lone `-`.
    fn term(&mut self) -> Option<Term> {
        let excludes = self.chars.next_if_eq(&'-').is_some();
        if self.chars.peek() == Some(&'"') {
            let words = self.piece(|_| false);
            return (!words.is_empty()).then_some(Term { excludes, test: Test::Words(words) });
        }
        let word = self.piece(|c| c == ':');
        if self.chars.peek() != Some(&':') {
            return (!word.is_empty()).then_some(Term { excludes, test: Test::Words(word) });
        }
        let Some(field) = Field::named(&word) else {
            let rest = self.piece(|_| false);
            return Some(Term { excludes, test: Test::Words(format!("{word}{rest}")) });
        };
        let mut values = Vec::new();
        while self.chars.next_if(|&c| c == ':' && values.is_empty() || c == ',' && !values.is_empty()).is_some() {
            values.push(self.value());
        }
        let values: Vec<String> = values.into_iter().flatten().collect();
        (!values.is_empty()).then_some(Term { excludes, test: Test::Field(field, values) })
    }

    /// A value of a field; `None` if nothing stands there. `""` is the empty value: that of events without a lane.
    fn value(&mut self) -> Option<String> {
        let is_empty_value = self.chars.clone().take(2).eq(['"', '"']);
        Some(self.piece(|c| c == ',')).filter(|value| is_empty_value || !value.is_empty())
    }

    /// Text up to white space or a stop, or, if it begins with a quotation mark, up to the closing one.
    fn piece(&mut self, stop: impl Fn(char) -> bool) -> String {
        let mut piece = String::new();
        if self.chars.next_if_eq(&'"').is_some() {
            while let Some(c) = self.chars.next() {
                match c {
                    '"' => break,
                    '\\' => piece.extend(self.chars.next()),
                    _ => piece.push(c),
                }
            }
            return piece;
        }
        while let Some(c) = self.chars.next_if(|&c| !c.is_whitespace() && !stop(c)) {
            piece.push(c);
        }
        piece
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_their_terms() {
        for (text, printed) in [
            ("", ""),
            ("  nisc  制御 ", "nisc 制御"),
            ("\"control systems\" -draft", "\"control systems\" -draft"),
            ("lane:us-japan,uk-japan", "lane:us-japan,uk-japan"),
            ("place:\"Washington, D.C.\"", "place:\"Washington, D.C.\""),
            ("-area:defense", "-area:defense"),
            ("https://example.org", "https://example.org"),
            ("\"never closed", "\"never closed\""),
            ("lane:", ""),
            ("lane:,a,,b", "lane:a,b"),
            ("lane:\"", ""),
            ("-lane:\"\",a", "-lane:\"\",a"),
            ("-", ""),
            ("\"lane:us\"", "\"lane:us\""),
            ("12:30", "12:30"),
        ] {
            assert_eq!(Query::parse(text).to_string(), printed, "{text}");
        }
    }

    #[test]
    fn a_field_asks_for_its_values() {
        let query = Query::parse("-kind:summit,visit");
        let [term] = &query.terms[..] else { panic!("{query:?}") };
        assert!(term.excludes);
        assert_eq!(term.test, Test::Field(Field::Kind, vec!["summit".into(), "visit".into()]));
    }
}
