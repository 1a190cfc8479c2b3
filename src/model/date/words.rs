//! Dates as people write them, as EDTF has them: `4 April 2024`, `c. 1900`, `753 BC`, `令和6年4月4日`. What has more than
//! one reading gives all of them; what is not understood to its last sign gives none.

use super::{
    clock_words::ClockFields,
    era::Era,
    fault::SpellingRule,
    fields::DateFields,
    tokens::{DateToken, is_weekday, month},
};

/// The date that tokens name; `None` if any of them is not understood.
pub(super) fn parts(tokens: &[DateToken]) -> Option<DateFields> {
    let mut tokens = tokens.to_vec();
    let mut parts = DateFields { clock: ClockFields::take(&mut tokens).ok()?, ..DateFields::default() };
    parts.is_about = take_about(&mut tokens);
    let era = Era::take(&mut tokens);
    parts.has_era = era.is_some();
    parts.rule = match era {
        Some(Era::Reign(..)) => Some(SpellingRule::Reign),
        Some(_) => Some(SpellingRule::Era),
        None => parts.is_about.then_some(SpellingRule::About),
    };
    if matches!(tokens.last(), Some(DateToken::Mark('-' | '/'))) {
        return None;
    }
    let words = Words { tokens: &tokens, at: 0, parts, numbers: Vec::new(), signs: Vec::new() };
    let mut parts = words.read()?;
    if let Some(era) = era {
        parts.year = Some(era.year(parts.year?, parts.month.is_some())?);
    }
    parts.is_possible().then_some(parts)
}

/// Takes away what says before or behind a date that it is not exact.
fn take_about(tokens: &mut Vec<DateToken>) -> bool {
    let is_word = |token: &DateToken| match token {
        DateToken::Word(word) => {
            matches!(word.as_str(), "c" | "ca" | "circa" | "about" | "around" | "approx" | "approximately" | "roughly")
        }
        DateToken::Mark(mark) => matches!(mark, '~' | '約' | '≈'),
        DateToken::Number(_) => false,
    };
    if tokens.first().is_some_and(is_word) {
        let with_point = usize::from(tokens.get(1) == Some(&DateToken::Mark('.')));
        tokens.drain(..=with_point);
        return true;
    }
    let behind = match tokens.as_slice() {
        [.., DateToken::Mark('頃')] => 1,
        [.., DateToken::Mark('ご' | 'こ'), DateToken::Mark('ろ')] => 2,
        _ => 0,
    };
    tokens.truncate(tokens.len() - behind);
    behind > 0
}

/// The way through the tokens of a date.
struct Words<'t> {
    tokens: &'t [DateToken],
    at: usize,
    parts: DateFields,
    /// Numbers that stand by themselves, with how many digits they have.
    numbers: Vec<(u32, usize)>,
    /// What stands between them.
    signs: Vec<char>,
}

impl Words<'_> {
    fn read(mut self) -> Option<DateFields> {
        while let Some(token) = self.tokens.get(self.at) {
            self.at += 1;
            match token {
                DateToken::Number(digits) => self.number(digits)?,
                DateToken::Word(word) => self.word(word)?,
                DateToken::Mark(mark) => self.mark(*mark)?,
            }
        }
        self.parts.take_numbers(&self.numbers, &self.signs)?;
        Some(self.parts)
    }

    /// Whether the next tokens are these signs; goes behind them.
    fn passes(&mut self, marks: &str) -> bool {
        let passes = self.are_next(marks);
        if passes {
            self.at += marks.chars().count();
        }
        passes
    }

    fn are_next(&self, marks: &str) -> bool {
        marks.chars().enumerate().all(|(ahead, mark)| self.tokens.get(self.at + ahead) == Some(&DateToken::Mark(mark)))
    }

    /// Whether the next token is one of these words; goes behind it.
    fn passes_word(&mut self, words: &[&str]) -> bool {
        let passes = self.tokens.get(self.at).is_some_and(|token| words.iter().any(|word| token.is(word)));
        self.at += usize::from(passes);
        passes
    }

    fn number(&mut self, digits: &str) -> Option<()> {
        let value: u32 = digits.parse().ok().filter(|_| digits.len() <= 6)?;
        if self.passes("年代") {
            return self.parts.decade(value);
        }
        if !self.parts.has_era && self.passes("年度") {
            return self.parts.fiscal_year(value);
        }
        if self.passes("世紀") {
            return self.parts.century(value);
        }
        if self.passes("年") {
            return self.parts.set_year(value, digits.len());
        }
        if self.passes("月") {
            return self.parts.month.replace(value).is_none().then_some(());
        }
        if self.passes("日") {
            return self.parts.day.replace(value).is_none().then_some(());
        }
        let before = self.at;
        self.passes("'");
        if self.passes_word(&["s"]) {
            return self.parts.decade(value);
        }
        self.at = before;
        if self.passes_word(&["st", "nd", "rd", "th"]) && self.passes_word(&["century"]) {
            return self.parts.century(value);
        }
        self.numbers.push((value, digits.len()));
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let part = self.tokens.get(self.at).and_then(|token| token.number(1));
        let number = match (word, part) {
            ("q", Some(quarter @ 1..=4)) => 32 + quarter,
            ("h", Some(half @ 1..=2)) => 39 + half,
            ("spring", _) => 21,
            ("summer", _) => 22,
            ("autumn" | "fall", _) => 23,
            ("winter", _) => 24,
            ("of" | "the" | "on" | "in" | "year", _) => return Some(()),
            (day, _) if is_weekday(day) => return Some(()),
            (name, _) => {
                self.parts.rule.get_or_insert(SpellingRule::Month);
                return self.parts.month.replace(month(name)?).is_none().then_some(());
            }
        };
        self.at += usize::from(matches!(word, "q" | "h"));
        self.parts.set_part(number)
    }

    fn mark(&mut self, mark: char) -> Option<()> {
        match mark {
            '春' => self.parts.set_part(21),
            '夏' => self.parts.set_part(22),
            '秋' => self.parts.set_part(23),
            '冬' => self.parts.set_part(24),
            '上' if self.passes("半期") => self.parts.set_part(40),
            '下' if self.passes("半期") => self.parts.set_part(41),
            '?' if self.at == self.tokens.len() => {
                self.parts.is_doubted = true;
                Some(())
            }
            ',' | '(' | ')' | '曜' => Some(()),
            '月' | '火' | '水' | '木' | '金' | '土' | '日' if self.names_weekday() => Some(()),
            '-' | '/' | '.' if !self.numbers.is_empty() || self.parts.month.is_some() => {
                self.signs.push(mark);
                Some(())
            }
            _ => None,
        }
    }

    /// Whether the last token names a day of the week: in brackets, or with 曜.
    fn names_weekday(&self) -> bool {
        let before = self.at.checked_sub(2).and_then(|at| self.tokens.get(at));
        matches!(before, Some(DateToken::Mark('(' | '曜'))) || self.are_next("曜")
    }
}
