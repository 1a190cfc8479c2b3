//! Clock times: `10:00`, `10:00:30.25`, with a zone behind it or without. ISO 8601 and RFC 3339 as machines and people
//! write them; EDTF itself knows whole seconds only.

use super::super::zone::{offset_minutes, offset_name};
use super::fault::ClockFault;

/// The most digits of a fraction of a second.
const MAX_DIGITS: u8 = 9;

/// A clock time, as precisely as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 24 only at midnight at the end of the day.
    pub(super) hour: u8,
    pub(super) minute: u8,
    /// 60 only for a leap second; `None` where only hours and minutes are given.
    pub(super) second: Option<u8>,
    pub(super) fraction: Option<Fraction>,
    /// In minutes east of Greenwich; `None` where none is given.
    pub(super) zone: Option<i16>,
}

/// A part of a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    pub(super) nanos: u32,
    /// How many digits were written, 1 to 9.
    pub(super) digits: u8,
}

/// A text of a day with a clock time, taken apart; `None` if it is nothing like that.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let year = digits.bytes().take_while(u8::is_ascii_digit).count();
    let day = text.len() - digits.len() + year + "-01-01".len();
    let is_day = year >= 4
        && text.get(..day)?.bytes().rev().zip(*b"00-00-").all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            _ => byte == form,
        });
    let rest = text.get(day..).filter(|_| is_day)?;
    let clock =
        rest.strip_prefix(['T', 't']).or_else(|| Some(rest.trim_start()).filter(|clock| clock.len() < rest.len()))?;
    // A span of clock times is told apart from a wrong one.
    let is_one = clock.starts_with(|c: char| c.is_ascii_digit()) && !clock.contains('/');
    is_one.then_some((text.get(..day)?, clock))
}

impl Clock {
    /// Reads what stands behind a day and `T`. A fault comes with the byte that it is about.
    pub(super) fn parse(text: &str) -> Result<Self, (ClockFault, usize)> {
        let mut rest = Scanner { text, at: 0 };
        let hour = rest.two(ClockFault::Form)?;
        rest.sign(&[':'], ClockFault::Form)?;
        let minute = rest.two(ClockFault::Form)?;
        let mut second = None;
        let mut fraction = None;
        if rest.sign(&[':'], ClockFault::Form).is_ok() {
            second = Some(rest.two(ClockFault::Form)?);
            if rest.sign(&['.', ','], ClockFault::Form).is_ok() {
                fraction = Some(rest.fraction()?);
            }
        }
        let at = text.len() - rest.text.trim_start().len();
        let behind = rest.text.trim();
        let zone = Self::parse_zone(behind);
        match zone {
            None if behind.starts_with(['+', '-', '\u{2212}']) => return Err((ClockFault::NoSuchZone, at)),
            None if !behind.is_empty() => return Err((ClockFault::Behind, at)),
            _ => {}
        }
        let clock = Self { hour, minute, second, fraction, zone };
        clock.fault().map_or(Ok(clock), Err)
    }

    /// The minutes east of Greenwich of `Z`, `UTC`, `GMT` or an offset; `None` for any other text.
    pub(super) fn parse_zone(text: &str) -> Option<i16> {
        let is_utc = ["Z", "UTC", "GMT"].iter().any(|name| name.eq_ignore_ascii_case(text));
        if is_utc { Some(0) } else { offset_minutes(text) }
    }

    /// Which of its numbers no clock shows, and where that stands.
    fn fault(self) -> Option<(ClockFault, usize)> {
        let is_midnight =
            self.minute == 0 && self.second.unwrap_or(0) == 0 && self.fraction.is_none_or(|it| it.nanos == 0);
        let is_leap = self.second == Some(60) && self.minute == 59;
        match self {
            Self { hour: 24, .. } if is_midnight => None,
            Self { hour: 24.., .. } => Some((ClockFault::NoSuchHour { hour: self.hour }, 0)),
            Self { minute: 60.., .. } => Some((ClockFault::NoSuchMinute { minute: self.minute }, 3)),
            Self { second: Some(second @ 60..), .. } if !is_leap => Some((ClockFault::NoSuchSecond { second }, 6)),
            _ => None,
        }
    }

    /// Seconds since midnight, from the first to the last that it may mean; a leap second counts as the one before it.
    pub(super) fn seconds(self) -> (i64, i64) {
        let minute = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60;
        match self.second {
            Some(second) => (minute + i64::from(second.min(59)), minute + i64::from(second.min(59))),
            None => (minute, minute + 59),
        }
    }

    /// The time: "10:00", with seconds only if there are any, and with all digits of a fraction.
    pub(super) fn format_time(self) -> String {
        let Self { hour, minute, .. } = self;
        let fraction = self.fraction.map_or_else(String::new, Fraction::digits);
        match self.second {
            None | Some(0) if fraction.is_empty() => format!("{hour:02}:{minute:02}"),
            second => format!("{hour:02}:{minute:02}:{:02}{fraction}", second.unwrap_or(0)),
        }
    }

    /// The time to the precision of the source: "10:00:00" where seconds were given.
    pub(super) fn format_time_exact(self) -> String {
        match (self.second, self.fraction) {
            (Some(0), None) => format!("{}:00", self.format_time()),
            _ => self.format_time(),
        }
    }

    /// The zone, "UTC+9"; `None` where the source gives none.
    pub(super) fn zone_name(self) -> Option<String> {
        self.zone.map(|zone| offset_name(zone.into()))
    }
}

impl Fraction {
    /// That of 1 to 9 digits behind a point; `None` for any other text.
    pub(super) fn of(digits: &str) -> Option<Self> {
        let count = u8::try_from(digits.len()).ok().filter(|count| (1..=MAX_DIGITS).contains(count))?;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number: u32 = digits.parse().ok().filter(|_| is_number)?;
        Some(Self { nanos: number * 10_u32.pow(u32::from(MAX_DIGITS - count)), digits: count })
    }

    /// The last nanosecond that begins with these digits.
    pub(super) fn last(self) -> u32 {
        self.nanos + 10_u32.pow(u32::from(MAX_DIGITS.saturating_sub(self.digits))) - 1
    }

    /// The point and the digits as they were written.
    pub(super) fn digits(self) -> String {
        let mut text = String::new();
        self.push_digits(&mut text);
        text
    }

    /// Adds the point and the digits to a text.
    pub(super) fn push_digits(self, text: &mut String) {
        text.push('.');
        let unit = |place: u8| 10_u32.pow(u32::from(MAX_DIGITS - 1 - place));
        let digits = (0..self.digits.min(MAX_DIGITS)).map(|place| self.nanos / unit(place) % 10);
        text.extend(digits.filter_map(|digit| char::from_digit(digit, 10)));
    }
}

/// What is not read yet of a clock time, and how many bytes have been read.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn pass(&mut self, bytes: usize) {
        self.text = self.text.get(bytes..).unwrap_or_default();
        self.at += bytes;
    }

    fn two(&mut self, fault: ClockFault) -> Result<u8, (ClockFault, usize)> {
        let digits = self.text.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let number = digits.and_then(|digits| digits.parse().ok()).ok_or((fault, self.at))?;
        self.pass(2);
        Ok(number)
    }

    fn sign(&mut self, signs: &[char], fault: ClockFault) -> Result<(), (ClockFault, usize)> {
        if !self.text.starts_with(signs) {
            return Err((fault, self.at));
        }
        self.pass(1);
        Ok(())
    }

    fn fraction(&mut self) -> Result<Fraction, (ClockFault, usize)> {
        let count = self.text.bytes().take_while(u8::is_ascii_digit).count();
        let fault = (ClockFault::Fraction, self.at);
        let digits = self.text.get(..count).ok_or(fault)?;
        let fraction = Fraction::of(digits).ok_or(fault)?;
        self.pass(count);
        Ok(fraction)
    }
}
