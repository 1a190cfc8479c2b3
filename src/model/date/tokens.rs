//! The words and numbers of a date as people write it.

use unicode_normalization::UnicodeNormalization;

use super::calendar::MONTHS;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DateToken {
    /// Digits.
    Number(String),
    /// Latin letters, small.
    Word(String),
    /// Any other character.
    Mark(char),
}

/// A longer text is no date.
const MAX_BYTES: usize = 120;

/// The tokens of a text, without blanks; digits of full width are plain ones, and all dashes are one.
pub(super) fn tokens(text: &str) -> Vec<DateToken> {
    let mut tokens = Vec::new();
    if text.len() > MAX_BYTES {
        return tokens;
    }
    let mut is_apart = true;
    for c in in_digits(&text.nfkc().collect::<String>()).chars() {
        match (c, tokens.last_mut()) {
            ('0'..='9', Some(DateToken::Number(digits))) if !is_apart => digits.push(c),
            ('0'..='9', _) => tokens.push(DateToken::Number(c.to_string())),
            (c, Some(DateToken::Word(word))) if c.is_ascii_alphabetic() && !is_apart => {
                word.push(c.to_ascii_lowercase());
            }
            (c, _) if c.is_ascii_alphabetic() => tokens.push(DateToken::Word(c.to_ascii_lowercase().to_string())),
            (c, _) if c.is_whitespace() => {}
            ('‐'..='―' | '−' | '-', _) => tokens.push(DateToken::Mark('-')),
            ('〜' | '~' | '∼', _) => tokens.push(DateToken::Mark('~')),
            ('’' | '\'', _) => tokens.push(DateToken::Mark('\'')),
            (c, _) => tokens.push(DateToken::Mark(c)),
        }
        is_apart = c.is_whitespace();
    }
    tokens
}

/// A text with digits for numbers in Japanese: `二〇二四` and `十二` alike.
fn in_digits(text: &str) -> String {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| DIGITS.chars().zip(0_u32..).find(|(own, _)| *own == c).map(|(_, value)| value);
    let mut written = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let tens = match (c, digit(c)) {
            ('十', _) => Some(1),
            (_, Some(tens)) if rest.next_if_eq(&'十').is_some() => Some(tens),
            (_, digit) => {
                written.extend(digit.and_then(|digit| char::from_digit(digit, 10)).or(Some(c)));
                None
            }
        };
        if let Some(tens) = tens {
            let ones = rest.peek().and_then(|&c| digit(c));
            rest.next_if(|_| ones.is_some());
            written += &(tens * 10 + ones.unwrap_or(0)).to_string();
        }
    }
    written
}

impl DateToken {
    /// Whether it is this word.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }

    /// A number of so many digits at most.
    pub(super) fn number(&self, digits: usize) -> Option<u32> {
        match self {
            Self::Number(own) if own.len() <= digits => own.parse().ok(),
            _ => None,
        }
    }
}

/// The month of this name, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    let begins = |name: &str| name.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    let is_it = |name: &&str| word.len() >= 3 && begins(name);
    let at = MONTHS.iter().position(is_it)?;
    u32::try_from(at + 1).ok()
}

/// Whether this is the name of a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    DAYS.iter().any(|day| word.len() >= 3 && day.starts_with(word)) || matches!(word, "tues" | "thur" | "thurs")
}
