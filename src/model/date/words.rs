//! Dates as people write them, as EDTF has them: `4 April 2024`, `c. 1900`, `753 BC`, `令和6年4月4日`. What has more than
//! one reading gives all of them; what is not understood to its last sign gives none.

use chrono::{Datelike, NaiveDate};

use super::{
    clock_words::Hands,
    fault::Spelling,
    span_words,
    tokens::{Token, is_weekday, month, tokens},
};

/// What a text can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Forms of EDTF, the most exact first, and the rule that the text breaks.
    Is(Spelling, Vec<String>),
    /// One of several, each with its forms.
    OneOf(Vec<Vec<String>>),
    /// A day or a month of no year.
    NoYear,
    /// A span of clock times.
    ClockSpan,
}

/// What a text means, as far as it is understood.
pub(super) fn meaning(text: &str) -> Option<Meaning> {
    let tokens = tokens(text);
    if let Some(reading) = Reading::of(&tokens) {
        return reading.meaning();
    }
    span_words::meaning(&tokens)
}

/// A date in parts, as far as they are said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) rule: Option<Spelling>,
    pub(super) year: Option<i32>,
    /// How many digits the year was written with.
    pub(super) year_digits: usize,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    clock: Option<Hands>,
    /// What EDTF has in place of the month: a season, a quarter, a half.
    part: Option<u32>,
    /// Years that go by no number of their own: a decade, a century.
    years: Vec<String>,
    is_about: bool,
    is_doubted: bool,
    /// The other month and day that the same numbers can mean.
    other: Option<(u32, u32)>,
}

impl Reading {
    /// What these tokens say; `None` if any of them is not understood.
    pub(super) fn of(tokens: &[Token]) -> Option<Self> {
        let mut tokens = tokens.to_vec();
        let mut reading = Self::default();
        reading.clock = Hands::take(&mut tokens).ok()?;
        reading.take_about(&mut tokens);
        let base = reading.take_era(&mut tokens)?;
        // Days of the week, ordinals and small words say nothing more.
        let mut numbers: Vec<(u32, usize)> = Vec::new();
        let mut signs: Vec<char> = Vec::new();
        let mut is_year_first = false;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            let next = tokens.get(at);
            match token {
                Token::Number(digits) => {
                    let value: u32 = digits.parse().ok().filter(|_| digits.len() <= 6)?;
                    let behind = match next {
                        Some(Token::Mark(mark)) => Some(*mark),
                        _ => None,
                    };
                    let after = |ahead: usize, mark: char| tokens.get(at + ahead) == Some(&Token::Mark(mark));
                    match (behind, next) {
                        (Some('年'), _) if after(1, '代') => {
                            reading.decade(value)?;
                            at += 2;
                        }
                        (Some('年'), _) if after(1, '度') && base.is_none() => {
                            let year = i32::try_from(value).ok()?;
                            reading.years = vec![format!("{year:04}-04/{:04}-03", year + 1)];
                            reading.rule = Some(Spelling::Part);
                            at += 2;
                        }
                        (Some('年'), _) => {
                            reading.set_year(value, digits.len())?;
                            at += 1;
                        }
                        (Some('月'), _) => {
                            reading.month = Some(value).filter(|_| reading.month.is_none());
                            at += 1;
                        }
                        (Some('日'), _) => {
                            reading.day = Some(value).filter(|_| reading.day.is_none());
                            at += 1;
                        }
                        (Some('世'), _) if after(1, '紀') => {
                            reading.century(value)?;
                            at += 2;
                        }
                        (Some('\''), _) if tokens.get(at + 1).is_some_and(|token| token.is("s")) => {
                            reading.decade(value)?;
                            at += 2;
                        }
                        (_, Some(word)) if word.is("s") => {
                            reading.decade(value)?;
                            at += 1;
                        }
                        (_, Some(Token::Word(word))) if matches!(word.as_str(), "st" | "nd" | "rd" | "th") => {
                            at += 1;
                            if tokens.get(at).is_some_and(|token| token.is("century")) {
                                reading.century(value)?;
                                at += 1;
                            } else {
                                numbers.push((value, digits.len()));
                            }
                        }
                        _ => {
                            is_year_first |= numbers.is_empty() && digits.len() >= 3;
                            numbers.push((value, digits.len()));
                        }
                    }
                }
                Token::Word(word) => {
                    let part = next.and_then(|token| token.number(1));
                    match (word.as_str(), part) {
                        ("of" | "the" | "on" | "in" | "year", _) => {}
                        ("q", Some(quarter @ 1..=4)) => {
                            reading.set_part(32 + quarter)?;
                            at += 1;
                        }
                        ("h", Some(half @ 1..=2)) => {
                            reading.set_part(39 + half)?;
                            at += 1;
                        }
                        ("spring", _) => reading.set_part(21)?,
                        ("summer", _) => reading.set_part(22)?,
                        ("autumn" | "fall", _) => reading.set_part(23)?,
                        ("winter", _) => reading.set_part(24)?,
                        (word, _) if month(word).is_some() && reading.month.is_none() => {
                            reading.month = month(word);
                            reading.rule.get_or_insert(Spelling::Month);
                        }
                        (word, _) if is_weekday(word) => {}
                        _ => return None,
                    }
                }
                Token::Mark(mark) => match mark {
                    '春' => reading.set_part(21)?,
                    '夏' => reading.set_part(22)?,
                    '秋' => reading.set_part(23)?,
                    '冬' => reading.set_part(24)?,
                    '上' | '下' if tokens.get(at..at + 2) == Some(&[Token::Mark('半'), Token::Mark('期')]) => {
                        reading.set_part(if *mark == '上' { 40 } else { 41 })?;
                        at += 2;
                    }
                    '?' if at == tokens.len() => reading.is_doubted = true,
                    ',' | '(' | ')' | '曜' => {}
                    '月' | '火' | '水' | '木' | '金' | '土' | '日' if is_named(&tokens, at - 1) => {}
                    '-' | '/' | '.' if !numbers.is_empty() || reading.month.is_some() => signs.push(*mark),
                    _ => return None,
                },
            }
        }
        if matches!(tokens.last(), Some(Token::Mark('-' | '/'))) {
            return None;
        }
        reading.take_numbers(&numbers, &signs, is_year_first)?;
        if let Some(base) = base {
            reading.year = Some(base.year(reading.year?, &reading)?);
        }
        reading.is_possible().then_some(reading)
    }

    /// Words before and behind a date that say it is not exact.
    fn take_about(&mut self, tokens: &mut Vec<Token>) {
        let is_about = |token: &Token| match token {
            Token::Word(word) => {
                matches!(
                    word.as_str(),
                    "c" | "ca" | "circa" | "about" | "around" | "approx" | "approximately" | "roughly"
                )
            }
            Token::Mark(mark) => matches!(mark, '~' | '約' | '≈' | '頃'),
            Token::Number(_) => false,
        };
        if tokens.first().is_some_and(is_about) && tokens.first() != Some(&Token::Mark('頃')) {
            self.is_about = true;
            tokens.remove(0);
            if tokens.first() == Some(&Token::Mark('.')) {
                tokens.remove(0);
            }
        } else if tokens.last() == Some(&Token::Mark('頃')) {
            self.is_about = true;
            tokens.pop();
        } else if let [.., Token::Mark('ご' | 'こ'), Token::Mark('ろ')] = tokens.as_slice() {
            self.is_about = true;
            tokens.truncate(tokens.len() - 2);
        }
        if self.is_about {
            self.rule = Some(Spelling::About);
        }
    }

    /// From which year years are counted; `Some(None)` where nothing is said, `None` where it is not understood.
    fn take_era(&mut self, tokens: &mut Vec<Token>) -> Option<Option<Era>> {
        let era = Era::take(tokens);
        if era.is_some() {
            self.rule = Some(if matches!(era, Some(Era::Reign(..))) { Spelling::Reign } else { Spelling::Era });
            // 元年 is the first year.
            if let Some(first) = tokens.iter().position(|token| *token == Token::Mark('元')) {
                *tokens.get_mut(first)? = Token::Number("1".to_owned());
            }
        }
        Some(era)
    }

    fn set_year(&mut self, year: u32, digits: usize) -> Option<()> {
        self.year_digits = digits;
        let before = self.year.replace(i32::try_from(year).ok()?);
        before.is_none().then_some(())
    }

    fn set_part(&mut self, part: u32) -> Option<()> {
        self.rule = Some(Spelling::Part);
        self.part.replace(part).is_none().then_some(())
    }

    fn decade(&mut self, year: u32) -> Option<()> {
        self.rule = Some(Spelling::Decade);
        let is_decade = (100..=9990).contains(&year) && year.is_multiple_of(10) && self.years.is_empty();
        self.years = vec![format!("{:03}X", year / 10)];
        if year.is_multiple_of(100) {
            // The 1900s are ten years or a hundred.
            self.years.push(format!("{:02}XX", year / 100));
        }
        is_decade.then_some(())
    }

    fn century(&mut self, number: u32) -> Option<()> {
        self.rule = Some(Spelling::Decade);
        let is_first = self.years.is_empty() && (1..=99).contains(&number);
        self.years = vec![format!("[{:04}..{:04}]", number.checked_sub(1)? * 100 + 1, number * 100)];
        is_first.then_some(())
    }

    /// Finds out which of the numbers that stand by themselves is what.
    fn take_numbers(&mut self, numbers: &[(u32, usize)], signs: &[char], is_year_first: bool) -> Option<()> {
        let is_joined = signs.len() + 1 == numbers.len() && signs.windows(2).all(|pair| pair.first() == pair.last());
        let has_month = self.month.is_some();
        match *numbers {
            [] => {}
            [(year, digits)] if digits >= 3 && self.year.is_none() => self.set_year(year, digits)?,
            [(day, ..=2)] if has_month && self.day.is_none() => self.day = Some(day),
            [(number, ..=2)] if self.year.is_none() && !has_month && self.has_era() => {
                self.set_year(number, 2)?;
            }
            [(day, ..=2)] if self.year.is_none() && signs.is_empty() => self.day = Some(day),
            [(year, digits @ 3..), (day, ..=2)] | [(day, ..=2), (year, digits @ 3..)] if has_month => {
                self.set_year(year, digits)?;
                self.day = Some(day);
            }
            [(day, ..=2), (year, ..=2)] if has_month && self.has_era() => {
                self.set_year(year, 2)?;
                self.day = Some(day);
            }
            // `6, 2024` behind `April 4`
            [(day, ..=2), (year, 4)] if signs.is_empty() => {
                self.set_year(year, 4)?;
                self.day = Some(day);
            }
            [(year, 4), (month, ..=2)] | [(month, ..=2), (year, 4)] if is_joined && !has_month => {
                self.rule.get_or_insert(Spelling::Order);
                self.set_year(year, 4)?;
                self.month = Some(month);
            }
            [(year, 4), (month, ..=2), (day, ..=2)] if is_joined && is_year_first => {
                self.rule.get_or_insert(Spelling::Hyphens);
                self.set_year(year, 4)?;
                (self.month, self.day) = (Some(month), Some(day));
            }
            [(year, ..=2), (month, ..=2), (day, ..=2)] if self.has_era() && is_joined => {
                self.set_year(year, 2)?;
                (self.month, self.day) = (Some(month), Some(day));
            }
            [(one, ..=2), (other, ..=2), (year, 4)] if is_joined => {
                self.rule.get_or_insert(Spelling::Order);
                self.set_year(year, 4)?;
                (self.month, self.day) = if one <= 12 { (Some(one), Some(other)) } else { (Some(other), Some(one)) };
                if one <= 12 && other <= 12 && one != other {
                    self.other = Some((other, one));
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn has_era(&self) -> bool {
        matches!(self.rule, Some(Spelling::Era | Spelling::Reign))
    }

    fn is_possible(&self) -> bool {
        let year = self.year.unwrap_or(2000);
        let month = self.month.is_none_or(|month| (1..=12).contains(&month));
        let day = self.day.is_none_or(|day| NaiveDate::from_ymd_opt(year, self.month.unwrap_or(1), day).is_some());
        let plain = self.month.is_none() && self.day.is_none() && self.clock.is_none();
        let years = self.years.is_empty() || plain && self.year.is_none() && self.part.is_none();
        let clock = self.clock.is_none() || self.day.is_some() && !self.is_about && !self.is_doubted;
        let short = self.year_digits != 2 || self.has_era();
        let says = self.year.or(self.month.and(Some(0))).or(self.day.and(Some(0))).is_some() || !self.years.is_empty();
        month && day && years && clock && short && says && (self.part.is_none() || plain)
    }

    /// Whether it is a day, a month or a year and no more.
    pub(super) fn is_plain(&self) -> bool {
        self.part.is_none() && self.years.is_empty() && self.other.is_none() && self.clock.is_none()
    }

    /// Whether it names a clock time.
    pub(super) const fn has_clock(&self) -> bool {
        self.clock.is_some()
    }

    /// What it means.
    fn meaning(&self) -> Option<Meaning> {
        match self.forms() {
            Some(_) if self.years.len() > 1 => {
                Some(Meaning::OneOf(self.years.iter().map(|form| vec![form.clone()]).collect()))
            }
            Some(forms) => match self.other {
                Some((month, day)) => {
                    let other = Self { month: Some(month), day: Some(day), ..self.clone() };
                    Some(Meaning::OneOf(vec![forms, other.forms()?]))
                }
                None => Some(Meaning::Is(self.broken_rule(), forms)),
            },
            None if self.month.is_some() && self.year.is_none() => Some(Meaning::NoYear),
            None => None,
        }
    }

    /// The rule that is broken, if it is not plain from its words.
    fn broken_rule(&self) -> Spelling {
        match self.rule {
            None | Some(Spelling::Hyphens) if self.clock.is_some() => Spelling::Clock,
            Some(rule) => rule,
            None if self.month.is_some() => Spelling::Hyphens,
            None => Spelling::Digits,
        }
    }

    /// The forms that EDTF has for it, the most exact first.
    pub(super) fn forms(&self) -> Option<Vec<String>> {
        let doubt = match (self.is_about, self.is_doubted) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        if let Some(years) = self.years.first() {
            return (doubt.is_empty() || !years.starts_with('[')).then(|| vec![format!("{years}{doubt}")]);
        }
        if self.day.is_some() && self.month.is_none() {
            return None;
        }
        let mut date = date(self.year?, self.month.or(self.part), self.day)?;
        let Some(hands) = &self.clock else { return Some(vec![date + doubt]) };
        let mut hour = hands.hour;
        if hands.is_next_midnight() {
            let next = NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)?.succ_opt()?;
            date = self::date(next.year(), Some(next.month()), Some(next.day()))?;
            hour = 0;
        }
        Some(hands.written(hour).map(|clock| format!("{date}{clock}")).into())
    }

    /// The last day, month or year before it, or the first behind it, as precise as it is itself.
    pub(super) fn neighbour(&self, step: i32) -> Option<String> {
        let (year, month) = (self.year?, self.month);
        match (month, self.day) {
            (Some(month), Some(day)) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                let day = if step < 0 { day.pred_opt()? } else { day.succ_opt()? };
                date(day.year(), Some(day.month()), Some(day.day()))
            }
            (Some(month), None) => {
                let months = year.checked_mul(12)?.checked_add(i32::try_from(month).ok()? - 1 + step)?;
                date(months.div_euclid(12), u32::try_from(months.rem_euclid(12) + 1).ok(), None)
            }
            _ => date(year + step, None, None),
        }
    }
}

/// Whether a sign of the calendar names a day of the week here: in brackets, or with 曜日.
fn is_named(tokens: &[Token], at: usize) -> bool {
    let is = |at: Option<usize>, mark: char| at.and_then(|at| tokens.get(at)) == Some(&Token::Mark(mark));
    let before = at.checked_sub(1);
    is(before, '(') || is(before, '曜') || is(Some(at + 1), '曜')
}

/// A date as EDTF writes it.
fn date(year: i32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    if !(-9999..=9999).contains(&year) {
        return None;
    }
    let sign = if year < 0 { "-" } else { "" };
    let parts = [month, day].into_iter().flatten().map(|part| format!("-{part:02}"));
    Some(format!("{sign}{:04}{}", year.unsigned_abs(), parts.collect::<String>()))
}

/// How years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Era {
    /// Backwards from the year 1.
    BeforeChrist,
    /// From the year 1.
    Christ,
    /// From the year behind this one, for so many years.
    Reign(i32, i32),
}

impl Era {
    fn take(tokens: &mut Vec<Token>) -> Option<Self> {
        const REIGNS: [(&str, char, Era); 5] = [
            ("令和", 'r', Era::Reign(2018, 99)),
            ("平成", 'h', Era::Reign(1988, 31)),
            ("昭和", 's', Era::Reign(1925, 64)),
            ("大正", 't', Era::Reign(1911, 15)),
            ("明治", 'm', Era::Reign(1867, 45)),
        ];
        let marks = |text: &str| -> Vec<Token> { text.chars().map(Token::Mark).collect() };
        for (name, letter, reign) in REIGNS {
            if tokens.starts_with(&marks(name)) {
                tokens.drain(..2);
                return Some(reign);
            }
            let numbers = tokens.iter().filter(|token| matches!(token, Token::Number(_)));
            let is_short = tokens.first().is_some_and(|token| token.is(&letter.to_string()))
                && (tokens.get(2) == Some(&Token::Mark('年')) || numbers.clone().count() == 3)
                && numbers.into_iter().all(|number| number.number(2).is_some());
            if is_short {
                tokens.remove(0);
                return Some(reign);
            }
        }
        for (name, era) in [("紀元前", Self::BeforeChrist), ("西暦", Self::Christ), ("前", Self::BeforeChrist)] {
            if tokens.starts_with(&marks(name)) {
                tokens.drain(..name.chars().count());
                return Some(era);
            }
        }
        // `B.C.` is in letters apart.
        tokens.retain({
            let letters = tokens.clone();
            let mut at = 0;
            move |token| {
                let before = usize::checked_sub(at, 1).and_then(|at| letters.get(at));
                at += 1;
                let is_letter = |token: &Token| matches!(token, Token::Word(word) if matches!(word.as_str(), "b" | "c" | "e" | "a" | "d"));
                !(*token == Token::Mark('.') && before.is_some_and(is_letter))
            }
        });
        let word = |tokens: &[Token], at: usize| match tokens.get(at) {
            Some(Token::Word(word)) => Some(word.clone()),
            _ => None,
        };
        let joined = (0..tokens.len()).find_map(|from| {
            let first = word(tokens, from)?;
            let (mut name, mut length) = (first.clone(), 1);
            while first.len() == 1 && name.len() < 3 {
                let Some(letter) = word(tokens, from + length).filter(|letter| letter.len() == 1) else { break };
                name += &letter;
                length += 1;
            }
            let era = match name.as_str() {
                "bc" | "bce" => Self::BeforeChrist,
                "ad" | "ce" => Self::Christ,
                _ => return None,
            };
            Some((from..from + length, era))
        });
        let (place, era) = joined?;
        tokens.drain(place);
        Some(era)
    }

    /// A year as it is counted today.
    fn year(self, year: i32, reading: &Reading) -> Option<i32> {
        match self {
            Self::BeforeChrist => (year > 0 && reading.years.is_empty()).then(|| 1 - year),
            Self::Christ => Some(year).filter(|year| *year > 0),
            // In the first years of Meiji months went by the moon.
            Self::Reign(1867, _) if year < 6 && reading.month.is_some() => None,
            Self::Reign(base, years) => (1..=years).contains(&year).then_some(base + year),
        }
    }
}
