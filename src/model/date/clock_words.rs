//! Clock times as people write them.

use super::tokens::DateToken;

/// A clock time and its zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ClockFields {
    /// From 0 to 24.
    pub(super) hour: u32,
    minute: u32,
    second: Option<u32>,
    /// The digits of the fraction, with their point.
    fraction: String,
    zone: String,
}

impl ClockFields {
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
    pub(super) fn take(tokens: &mut Vec<DateToken>) -> Result<Option<Self>, ()> {
        let is_colon = |token: &DateToken| matches!(token, DateToken::Mark(':' | '時'));
        let Some(mut colon) = tokens.iter().position(is_colon) else { return Ok(None) };
        // Servers write `08/May/2017:16:33:32`.
        if colon
            .checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| matches!(token, DateToken::Number(year) if year.len() == 4))
        {
            tokens.remove(colon);
            colon = tokens.iter().position(is_colon).ok_or(())?;
        }
        let mut first = colon.checked_sub(1).ok_or(())?;
        let hour = tokens.get(first).and_then(|token| token.number(2)).ok_or(())?;
        let mut clock = Self { hour, ..Self::default() };
        let (has_seconds, mut after) = clock.read(tokens, colon).ok_or(())?;
        let half = match tokens.get(after) {
            Some(token) if token.is("am") || token.is("a") => Some(0),
            Some(token) if token.is("pm") || token.is("p") => Some(12),
            _ => None,
        };
        let half_before = match tokens.get(..first).unwrap_or_default() {
            [.., DateToken::Mark('午'), DateToken::Mark('前')] => Some(0),
            [.., DateToken::Mark('午'), DateToken::Mark('後')] => Some(12),
            _ => None,
        };
        after += usize::from(half.is_some());
        first -= if half_before.is_some() { 2 } else { 0 };
        if let Some(half) = half.or(half_before) {
            clock.hour = Some(clock.hour).filter(|hour| (1..=12).contains(hour)).ok_or(())? % 12 + half;
        }
        // Without seconds, `10:00-12:00` is a span and no zone.
        if has_seconds || tokens.get(after) != Some(&DateToken::Mark('-')) {
            (clock.zone, after) = zone(tokens, after);
        }
        if let [.., joint] = tokens.get(..first).unwrap_or_default()
            && (joint.is("t") || joint.is("at"))
        {
            first -= 1;
        }
        tokens.drain(first..after);
        let is_sound = clock.minute <= 59
            && clock.second.is_none_or(|second| second <= 60)
            && (clock.hour < 24 || clock.is_next_midnight());
        if is_sound { Ok(Some(clock)) } else { Err(()) }
    }

    /// Reads minutes, seconds and their fraction behind the hour, which ends in this token. Gives whether there are seconds,
    /// and the place behind all.
    fn read(&mut self, tokens: &[DateToken], colon: usize) -> Option<(bool, usize)> {
        let number = |at: usize| tokens.get(at).and_then(|token| token.number(2));
        let is = |at: usize, mark: char| tokens.get(at) == Some(&DateToken::Mark(mark));
        let mut after = colon + 1;
        let Some(minute) = number(after) else { return is(colon, '時').then_some((false, after)) };
        self.minute = minute;
        after += 1;
        let joint = usize::from(is(after, ':') || is(after, '分'));
        let Some(second) = number(after + joint).filter(|_| joint == 1) else {
            return Some((false, after + usize::from(is(after, '分'))));
        };
        self.second = Some(second);
        after += joint + 1;
        if let Some(DateToken::Number(digits)) = tokens.get(after + 1)
            && (is(after, '.') && (digits.len() != 4 || has_year_beside(tokens, after + 1))
                || is(after, ',') && matches!(digits.len(), 3 | 6))
        {
            self.fraction = format!(".{digits}");
            after += 2;
        }
        Some((true, after + usize::from(is(after, '秒'))))
    }
}

/// Whether a year stands elsewhere than at this place; four digits with a sign behind it are a zone.
fn has_year_beside(tokens: &[DateToken], at: usize) -> bool {
    let is_signed = |place: usize| matches!(tokens.get(place.saturating_sub(1)), Some(DateToken::Mark('+' | '-')));
    tokens.iter().enumerate().any(|(place, token)| match token {
        DateToken::Number(digits) => matches!(digits.len(), 3 | 4) && place != at && !(place > at && is_signed(place)),
        token => token.is("ad") || token.is("bc") || *token == DateToken::Mark('年'),
    })
}

/// The zone at this place, and the place behind it.
fn zone(tokens: &[DateToken], at: usize) -> (String, usize) {
    let named = match tokens.get(at) {
        Some(DateToken::Word(word)) => match word.as_str() {
            "z" | "utc" | "gmt" => Some("Z"),
            "jst" => Some("+09:00"),
            // Those of RFC 2822, section 4.3.
            "edt" => Some("-04:00"),
            "est" | "cdt" => Some("-05:00"),
            "cst" | "mdt" => Some("-06:00"),
            "mst" | "pdt" => Some("-07:00"),
            "pst" => Some("-08:00"),
            _ => None,
        },
        _ => None,
    };
    let from = at + usize::from(named == Some("Z"));
    if let (Some(DateToken::Mark(sign @ ('+' | '-'))), Some(DateToken::Number(digits))) =
        (tokens.get(from), tokens.get(from + 1))
    {
        let (hours, minutes, after) = match (digits.len(), tokens.get(from + 2), tokens.get(from + 3)) {
            (4, ..) => (digits.get(..2), digits.get(2..), from + 2),
            (2, Some(DateToken::Mark(':')), Some(DateToken::Number(minutes))) if minutes.len() == 2 => {
                (digits.get(..), Some(minutes.as_str()), from + 4)
            }
            (2, ..) => (digits.get(..), Some("00"), from + 2),
            _ => (None, None, from),
        };
        if let (Some(hours), Some(minutes)) = (hours, minutes) {
            // `+0900 (JST)`
            let is_named = matches!(
                tokens.get(after..after + 3),
                Some([DateToken::Mark('('), DateToken::Word(_), DateToken::Mark(')')])
            );
            return (format!("{sign}{hours}:{minutes}"), after + if is_named { 3 } else { 0 });
        }
    }
    named.map_or((String::new(), at), |zone| (zone.to_owned(), at + 1))
}
