//! The zone in which clock times are told and placed. A date with an offset is an instant, whatever the zone; one
//! without is a time of some clock nobody has named.

use std::{fmt, str::FromStr};

use chrono::{Local, MappedLocalTime, Offset, TimeZone};

use super::Moment;
use crate::messages::{Locale, dates};

/// Minutes in a day: no clock is further from UTC than that.
const MINUTES: i16 = 24 * 60;

/// A zone of clock times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Each time is told as its source wrote it.
    AsWritten,
    /// All times are told by a clock so many minutes east of Greenwich.
    Fixed(i16),
    /// All times are told by the clock of this machine (`TZ`, `/etc/localtime`), with its summer time.
    Local,
}

/// A text that names no zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAZone;

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self::Fixed(0);

    /// How far the clock is ahead of UTC at this instant, in seconds. Times as written have no clock in common: 0.
    pub fn offset(self, instant: Moment) -> i64 {
        match self {
            Self::AsWritten => 0,
            Self::Fixed(minutes) => i64::from(minutes) * 60,
            Self::Local => i64::from(Local.offset_from_utc_datetime(&instant.civil()).fix().local_minus_utc()),
        }
    }

    /// What the clock shows at this instant. Of two instants the later one never stands before the earlier: in the
    /// hour that a clock repeats as summer time ends, it stands still.
    pub fn place(self, instant: Moment) -> Moment {
        if !instant.is_finite() {
            return instant;
        }
        let offset = self.offset(instant);
        let shown = instant.plus(offset);
        let MappedLocalTime::Ambiguous(first, _) = self.readings(shown) else { return shown };
        if first == offset {
            return shown;
        }
        // The first instant of the second round, between what would have been shown in the first round and this one.
        let (mut before, mut after) = (shown.plus(-first), instant);
        while after.seconds() - before.seconds() > 1 {
            let middle = Moment::from_seconds(before.seconds() + (after.seconds() - before.seconds()) / 2);
            if self.offset(middle) == offset { after = middle } else { before = middle }
        }
        after.plus(first - 1)
    }

    /// How far the clock may be ahead of UTC when it shows this, in seconds.
    fn readings(self, shown: Moment) -> MappedLocalTime<i64> {
        match self {
            Self::Local => {
                Local.offset_from_local_datetime(&shown.civil()).map(|offset| i64::from(offset.fix().local_minus_utc()))
            }
            _ => MappedLocalTime::Single(self.offset(shown)),
        }
    }

    /// Its name at this instant: `UTC`, `UTC+9`, `UTC-3:30`; `None` for times as written.
    pub fn name(self, instant: Moment) -> Option<String> {
        match self {
            Self::AsWritten => None,
            Self::Fixed(_) | Self::Local => Some(offset_name(self.offset(instant) / 60)),
        }
    }
}

/// An offset in minutes as readers know it: `UTC`, `UTC+9`, `UTC-3:30`.
pub(super) fn offset_name(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// The minutes of `+09:00`, `+0900`, `+09` or `+9`, with `-` or the minus sign as well; `None` for anything else.
pub(super) fn offset_minutes(text: &str) -> Option<i16> {
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let (hours, minutes) = match (rest.split_once(':'), rest.len()) {
        (Some((hours, minutes)), _) if minutes.len() == 2 => (hours, minutes),
        (None, 4) => rest.split_at_checked(2)?,
        (None, 1 | 2) => (rest, "0"),
        _ => return None,
    };
    let number = |digits: &str| -> Option<i16> {
        let all = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| digits.parse().ok())?
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let total = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && total < MINUTES).then_some(sign * total)
}

impl FromStr for Zone {
    type Err = NotAZone;

    /// Reads `UTC`, `local`, `as-written`, `+09:00`, `UTC+9`, in capitals or not.
    fn from_str(text: &str) -> Result<Self, NotAZone> {
        let text = text.trim();
        let is = |name: &str| text.eq_ignore_ascii_case(name);
        if is("as-written") {
            return Ok(Self::AsWritten);
        }
        if is("local") {
            return Ok(Self::Local);
        }
        if is("UTC") || is("GMT") || is("Z") {
            return Ok(Self::UTC);
        }
        let offset =
            text.get(..3).filter(|name| name.eq_ignore_ascii_case("UTC")).map_or(text, |_| text.get(3..).unwrap_or(""));
        offset_minutes(offset).map(Self::Fixed).ok_or(NotAZone)
    }
}

impl fmt::Display for Zone {
    /// As the command line takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AsWritten => f.write_str("as-written"),
            Self::Local => f.write_str("local"),
            Self::Fixed(0) => f.write_str("UTC"),
            Self::Fixed(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

impl fmt::Display for NotAZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(dates::no_zone(Locale::English))
    }
}

impl std::error::Error for NotAZone {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_and_told() {
        for (text, zone, told) in [
            ("UTC", Zone::UTC, "UTC"),
            ("z", Zone::UTC, "UTC"),
            ("+09:00", Zone::Fixed(540), "+09:00"),
            ("+0900", Zone::Fixed(540), "+09:00"),
            ("utc+9", Zone::Fixed(540), "+09:00"),
            ("-3:30", Zone::Fixed(-210), "-03:30"),
            ("\u{2212}05", Zone::Fixed(-300), "-05:00"),
            ("local", Zone::Local, "local"),
            ("As-Written", Zone::AsWritten, "as-written"),
        ] {
            assert_eq!(text.parse(), Ok(zone), "{text}");
            assert_eq!(zone.to_string(), told);
            assert_eq!(zone.to_string().parse(), Ok(zone));
        }
        for text in ["", "+", "09:00", "+9:0", "+09:60", "+24:00", "+123", "+12345", "Tokyo", "ＵＴＣ", "+９"] {
            assert_eq!(text.parse::<Zone>(), Err(NotAZone), "{text}");
        }
    }

    #[test]
    fn a_fixed_clock_shows_every_instant_so_much_later() {
        let instant = Moment::day(2024, 6, 11).unwrap().plus(50_400);
        assert_eq!(Zone::Fixed(540).place(instant), instant.plus(9 * 3600));
        assert_eq!(Zone::UTC.place(instant), instant);
        assert_eq!(Zone::Fixed(540).place(Moment::DISTANT_PAST), Moment::DISTANT_PAST);
        assert_eq!(Zone::Fixed(-210).name(instant).as_deref(), Some("UTC-3:30"));
    }

    proptest::proptest! {
        #[test]
        fn no_later_instant_stands_before_an_earlier_one(at in -2_000_000_000_i64..4_000_000_000, later in 0_i64..10_000) {
            let instant = Moment::from_seconds(at);
            for zone in [Zone::Local, Zone::Fixed(-720)] {
                proptest::prop_assert!(zone.place(instant) <= zone.place(instant.plus(later)));
            }
        }
    }
}
