//! Clock times as people write them.

use super::tokens::Token;

/// A clock time and its zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hands {
    /// From 0 to 24.
    pub(super) hour: u32,
    minute: u32,
    second: Option<u32>,
    /// The digits of the fraction, with their point.
    fraction: String,
    zone: String,
}

impl Hands {
    /// As EDTF has it, and without the fraction.
    pub(super) fn written(&self, hour: u32) -> [String; 2] {
        let second = self.second.map_or_else(String::new, |second| format!(":{second:02}"));
        let whole = format!("T{hour:02}:{:02}{second}", self.minute);
        [format!("{whole}{}{}", self.fraction, self.zone), format!("{whole}{}", self.zone)]
    }

    /// Whether it is the end of a day, written as 24:00.
    pub(super) const fn is_next_midnight(&self) -> bool {
        self.hour == 24 && self.minute == 0 && matches!(self.second, None | Some(0))
    }

    /// Takes the clock time out of the tokens of a date. The error: there is something like one that cannot be.
    pub(super) fn take(tokens: &mut Vec<Token>) -> Result<Option<Self>, ()> {
        let is_colon = |token: &Token| matches!(token, Token::Mark(':' | '時'));
        let Some(mut colon) = tokens.iter().position(is_colon) else { return Ok(None) };
        // Servers write `08/May/2017:16:33:32`.
        if colon
            .checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token, Token::Number(year) if year.len() == 4))
        {
            tokens.remove(colon);
            colon = tokens.iter().position(is_colon).ok_or(())?;
        }
        let mut first = colon.checked_sub(1).ok_or(())?;
        let number = |at: usize| tokens.get(at).and_then(|token| token.number(2));
        let mut hour = number(first).ok_or(())?;
        let mut after = colon + 1;
        let (mut minute, mut second_at) = (0, None);
        if let Some(own) = number(after) {
            (minute, after) = (own, after + 1);
            let next = tokens.get(after);
            if matches!(next, Some(Token::Mark('分'))) {
                after += 1;
            }
            let joined = matches!(next, Some(Token::Mark(':' | '分')));
            let at = if matches!(next, Some(Token::Mark(':'))) { after + 1 } else { after };
            if let Some(own) = number(at).filter(|_| joined) {
                (second_at, after) = (Some(own), at + 1);
                after += usize::from(matches!(tokens.get(after), Some(Token::Mark('秒'))));
            }
        } else if tokens.get(colon) == Some(&Token::Mark(':')) {
            return Err(());
        }
        let second = second_at;
        let mut fraction = String::new();
        if let (Some(Token::Mark('.' | ',')), Some(Token::Number(digits))) = (tokens.get(after), tokens.get(after + 1))
            && tokens.get(colon) == Some(&Token::Mark(':'))
            && digits.len() != 4
        {
            fraction = format!(".{digits}");
            after += 2;
        }
        let is_morning = |token: &Token| token.is("am") || token.is("a");
        let is_evening = |token: &Token| token.is("pm") || token.is("p");
        let half = tokens.get(after).and_then(|token| match token {
            _ if is_morning(token) => Some(0),
            _ if is_evening(token) => Some(12),
            _ => None,
        });
        let before =
            |back: usize, sign: char| first.checked_sub(back).and_then(|at| tokens.get(at)) == Some(&Token::Mark(sign));
        let half_before = match (before(2, '午'), before(1, '前'), before(1, '後')) {
            (true, true, _) => Some(0),
            (true, _, true) => Some(12),
            _ => None,
        };
        if let Some(half) = half.or(half_before) {
            hour = Some(hour).filter(|hour| (1..=12).contains(hour)).ok_or(())? % 12 + half;
        }
        after += usize::from(half.is_some());
        first -= if half_before.is_some() { 2 } else { 0 };
        // Without seconds, `10:00-12:00` is a span and no zone.
        let is_span = tokens.get(after) == Some(&Token::Mark('-')) && second_at.is_none();
        let (zone, after) = if is_span { (String::new(), after) } else { zone(tokens, after) };
        let joint =
            first.checked_sub(1).filter(|&at| tokens.get(at).is_some_and(|token| token.is("t") || token.is("at")));
        tokens.drain(joint.unwrap_or(first)..after);
        let hands = Self { hour, minute, second, fraction, zone };
        if hands.hour > 24
            || minute > 59
            || second.is_some_and(|second| second > 60)
            || hour == 24 && !hands.is_next_midnight()
        {
            return Err(());
        }
        Ok(Some(hands))
    }
}

/// The zone at this place, and the place behind it.
fn zone(tokens: &[Token], at: usize) -> (String, usize) {
    let named = match tokens.get(at) {
        Some(Token::Word(word)) => match word.as_str() {
            "z" | "utc" | "gmt" => Some("Z"),
            "jst" => Some("+09:00"),
            _ => None,
        },
        _ => None,
    };
    let from = at + usize::from(named == Some("Z"));
    if let (Some(Token::Mark(sign @ ('+' | '-'))), Some(Token::Number(digits))) =
        (tokens.get(from), tokens.get(from + 1))
    {
        let (hours, minutes, after) = match (digits.len(), tokens.get(from + 2), tokens.get(from + 3)) {
            (4, ..) => (digits.get(..2), digits.get(2..), from + 2),
            (2, Some(Token::Mark(':')), Some(Token::Number(minutes))) if minutes.len() == 2 => {
                (digits.get(..), Some(minutes.as_str()), from + 4)
            }
            (2, ..) => (digits.get(..), Some("00"), from + 2),
            _ => (None, None, from),
        };
        if let (Some(hours), Some(minutes)) = (hours, minutes) {
            return (format!("{sign}{hours}:{minutes}"), after);
        }
    }
    named.map_or((String::new(), at), |zone| (zone.to_owned(), at + 1))
}
