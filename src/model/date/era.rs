//! How years are counted: before and after the year 1, or from the beginning of a reign.

use super::tokens::DateToken;

/// How years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    /// Backwards from the year 1.
    BeforeChrist,
    /// From the year 1.
    Christ,
    /// From the year behind this one, for so many years.
    Reign(i32, i32),
}

impl Era {
    /// Takes the words that name an era out of the tokens of a date.
    pub(super) fn take(tokens: &mut Vec<DateToken>) -> Option<Self> {
        Self::take_reign(tokens).or_else(|| Self::take_sign(tokens)).or_else(|| Self::take_letters(tokens))
    }

    /// `令和`, or `R` before a year, a month and a day.
    fn take_reign(tokens: &mut Vec<DateToken>) -> Option<Self> {
        const REIGNS: [([char; 2], &str, Era); 5] = [
            (['令', '和'], "r", Era::Reign(2018, 99)),
            (['平', '成'], "h", Era::Reign(1988, 31)),
            (['昭', '和'], "s", Era::Reign(1925, 64)),
            (['大', '正'], "t", Era::Reign(1911, 15)),
            (['明', '治'], "m", Era::Reign(1867, 45)),
        ];
        let numbers: Vec<&DateToken> = tokens.iter().filter(|token| matches!(token, DateToken::Number(_))).collect();
        let is_dated = numbers.len() == 3 || tokens.get(2) == Some(&DateToken::Mark('年'));
        let is_short = is_dated && numbers.iter().all(|number| number.number(2).is_some());
        let (taken, reign) = REIGNS.into_iter().find_map(|(name, letter, reign)| {
            let is_named = tokens.starts_with(&name.map(DateToken::Mark));
            let is_lettered = is_short && tokens.first().is_some_and(|token| token.is(letter));
            (is_named || is_lettered).then_some((if is_named { 2 } else { 1 }, reign))
        })?;
        tokens.drain(..taken);
        if let Some(first @ DateToken::Mark('元')) = tokens.first_mut() {
            *first = DateToken::Number("1".to_owned());
        }
        Some(reign)
    }

    fn take_sign(tokens: &mut Vec<DateToken>) -> Option<Self> {
        let (taken, era) = match tokens.as_slice() {
            [DateToken::Mark('紀'), DateToken::Mark('元'), DateToken::Mark('前'), ..] => (3, Self::BeforeChrist),
            [DateToken::Mark('西'), DateToken::Mark('暦'), ..] => (2, Self::Christ),
            [DateToken::Mark('前'), ..] => (1, Self::BeforeChrist),
            _ => return None,
        };
        tokens.drain(..taken);
        Some(era)
    }

    /// `BC`, `B.C.`, `BCE`, `AD`, `CE`, before or behind the year.
    fn take_letters(tokens: &mut Vec<DateToken>) -> Option<Self> {
        let (place, era) = (0..tokens.len()).find_map(|from| {
            let (name, length) = letters(tokens.get(from..)?);
            let era = match name.as_str() {
                "bc" | "bce" => Self::BeforeChrist,
                "ad" | "ce" => Self::Christ,
                _ => return None,
            };
            Some((from..from + length, era))
        })?;
        tokens.drain(place);
        Some(era)
    }

    /// A year as it is counted today.
    pub(super) fn year(self, year: i32, has_month: bool) -> Option<i32> {
        match self {
            Self::BeforeChrist => (year > 0).then(|| 1 - year),
            Self::Christ => Some(year).filter(|year| *year > 0),
            // In the first years of Meiji months went by the moon.
            Self::Reign(1867, _) if year < 6 && has_month => None,
            Self::Reign(base, years) => (1..=years).contains(&year).then_some(base + year),
        }
    }
}

/// The word at the beginning of these tokens, which can be letters with points behind them, and how many tokens it takes.
fn letters(tokens: &[DateToken]) -> (String, usize) {
    let mut name = String::new();
    let mut at = 0;
    while let Some(DateToken::Word(word)) = tokens.get(at).filter(|_| at == 0 || name.len() < 3) {
        let is_letter = word.len() == 1;
        if !is_letter && at > 0 {
            break;
        }
        name += word;
        at += 1;
        if !is_letter {
            break;
        }
        at += usize::from(tokens.get(at) == Some(&DateToken::Mark('.')));
    }
    (name, at)
}
