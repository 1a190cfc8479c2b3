//! Why a text is no date: facts, and the one place of their wording.

use std::fmt;

use super::{calendar::month_name, column_fault::ColumnFault};

/// Why a text is no date that is supported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// The text that was read, as written.
    pub text: String,
    /// What is wrong with it.
    pub fault: DateFault,
    /// Where in the text, in bytes.
    pub offset: usize,
}

/// What is wrong with a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing is there.
    Empty,
    /// A year has 12 months.
    NoSuchMonth {
        /// The month as written.
        month: u32,
    },
    /// The month is shorter.
    NoSuchDay {
        /// The year, astronomical.
        year: i32,
        /// The month, from 1.
        month: u32,
        /// The day as written.
        day: u32,
        /// The last day of that month.
        last: u32,
    },
    /// A span ends before it starts.
    EndBeforeStart {
        /// The start as written.
        start: String,
        /// The end as written.
        end: String,
    },
    /// Given apart from its end, a start is one date or clock time, and so is the end.
    NotOneDate,
    /// The meaning can be guessed, the spelling is not EDTF.
    Misspelled {
        /// The rule that it breaks.
        rule: SpellingRule,
        /// The right spelling.
        instead: String,
    },
    /// The text can be read in more than one way.
    Ambiguous {
        /// How each reading is written.
        readings: Vec<String>,
    },
    /// A day or a month of no year.
    NoYear,
    /// White space that cannot be explained.
    Spaced,
    /// EDTF knows no span of clock times.
    ClockSpan,
    /// What stands behind a clock time can be an end or a zone.
    ClockOrZone {
        /// The text in which it is a zone.
        instant: String,
    },
    /// What stands behind the day is no clock time.
    Clock(ClockFault),
    /// EDTF, but of a form that is not supported.
    Unsupported(Unsupported),
    /// A year that the calendar cannot name.
    BeyondCalendar {
        /// The year, astronomical.
        year: i64,
    },
    /// A date of a column that does not say how it is to be read.
    InColumn(ColumnFault),
    /// Anything else.
    Unreadable {
        /// What the reader of EDTF says.
        why: &'static str,
    },
}

/// What is wrong with a clock time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockFault {
    /// It does not begin with hours and minutes, or its seconds are not two digits.
    Form,
    /// A day has 24 hours.
    NoSuchHour {
        /// The hour as written.
        hour: u8,
    },
    /// An hour has 60 minutes.
    NoSuchMinute {
        /// The minute as written.
        minute: u8,
    },
    /// A minute has 60 seconds, the last of an hour sometimes 61.
    NoSuchSecond {
        /// The second as written.
        second: u8,
    },
    /// A fraction of a second has 1 to 9 digits.
    Fraction,
    /// No clock is a day or more from UTC, and an offset has two digits for hours and for minutes.
    NoSuchZone,
    /// Something behind the time that is no zone.
    Behind,
}

/// A rule of spelling that is often broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpellingRule {
    /// No white space inside.
    NoSpaces,
    /// `X`, `T`, `Z` and `Y` are capitals.
    Capitals,
    /// Year, month and day are joined by hyphens.
    Hyphens,
    /// A span is written with a slash.
    Slash,
    /// Four digits for the year, two for month and day.
    Digits,
    /// Digits and signs are those of ASCII.
    Plain,
    /// The forms of the standard, not of the drafts before it.
    Draft,
    /// First the year, then the month, then the day.
    Order,
    /// A month is a number.
    Month,
    /// A season, a quarter or a half has a number in place of the month.
    Part,
    /// Years are counted from the year 1, which 0000 is before.
    Era,
    /// Years are those of the common era.
    Reign,
    /// `~` behind it says that a date is not exact.
    About,
    /// X stands for a digit that is not known.
    Decade,
    /// One of several dates stands in brackets.
    Bound,
    /// A clock time follows the day.
    Clock,
    /// A number of seconds is no date.
    Epoch,
}

/// A form of EDTF level 2 that is not supported.
///
/// See [the specification](https://www.loc.gov/standards/datetime/).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsupported {
    /// `{2021,2022}`: all of several dates.
    AllMembers,
    /// `Y17E7`.
    ExponentialYear,
    /// `1950S2`.
    SignificantDigits,
    /// `156X-12-25`.
    DigitsAfterX,
    /// `..2021-03/2022`: an end that is itself "on or before" or "on or after".
    VagueEnd,
    /// A part of the year other than seasons, quarters and halves.
    PartOfYear {
        /// Its code, as written in place of the month.
        code: u8,
    },
}

impl DateError {
    /// What is wrong, without the way out.
    pub fn message(&self) -> String {
        match self.fault {
            DateFault::Empty | DateFault::EndBeforeStart { .. } => self.fault.message(),
            _ => format!("{}: {}", self.text, self.fault.message()),
        }
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_with_help(f, &self.message(), self.fault.help())
    }
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_with_help(f, &self.message(), self.help())
    }
}

fn write_with_help(f: &mut fmt::Formatter<'_>, message: &str, help: Option<String>) -> fmt::Result {
    match help {
        Some(help) => write!(f, "{message}; {help}"),
        None => f.write_str(message),
    }
}

impl std::error::Error for DateError {}

impl DateFault {
    /// What is wrong, without the way out.
    pub fn message(&self) -> String {
        match self {
            Self::Empty => "no date; expected one like 2023-01-06, 2023-01 or 2023".to_owned(),
            Self::NoSuchMonth { month } => format!("no month {month:02}; months are 01 to 12"),
            Self::NoSuchDay { day: 0, .. } => "no day 00; days start at 01".to_owned(),
            Self::NoSuchDay { year, month, last, .. } => {
                let name = month_name(*month).unwrap_or("the month");
                format!("{name} {year} has {last} days")
            }
            Self::EndBeforeStart { start, end } => format!("the end {end} is before the start {start}"),
            Self::NotOneDate => "a start and an end in keys of their own are one date or clock time each".to_owned(),
            Self::Misspelled { rule, .. } => rule.to_string(),
            Self::Ambiguous { .. } => "it can be read in more than one way".to_owned(),
            Self::NoYear => "the year is missing; expected a date like 2023-01-06, 2023-01 or 2023".to_owned(),
            Self::Spaced => "a date has no spaces inside; expected one like 2023-01-06, 2023-01 or 2023".to_owned(),
            Self::ClockSpan => "a span of clock times is no EDTF".to_owned(),
            Self::ClockOrZone { .. } => "this can be an end or a zone".to_owned(),
            Self::Clock(fault) => fault.to_string(),
            Self::InColumn(fault) => fault.to_string(),
            Self::Unsupported(what) => format!("{what}: not supported"),
            Self::BeyondCalendar { year } => format!("the year {year} is beyond the calendar (±262,000 years)"),
            Self::Unreadable { why } => format!("{why}; expected a date like 2023-01-06, 2023-01 or 2023"),
        }
    }

    /// The way out; `None` where the message says it all.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Misspelled { instead, .. } => Some(format!("write `{instead}`")),
            Self::Ambiguous { readings } => {
                let readings: Vec<String> = readings.iter().map(|reading| format!("`{reading}`")).collect();
                Some(format!("write {}", readings.join(" or ")))
            }
            Self::ClockSpan => Some("put the end in a field of its own, `end`".to_owned()),
            Self::ClockOrZone { instant } => {
                Some(format!("write `{instant}`, or put the end in a field of its own, `end`"))
            }
            _ => None,
        }
    }
}

impl fmt::Display for ClockFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => {
                write!(f, "a clock time has two digits for hours, minutes and seconds, like 09:05 or 09:05:00")
            }
            Self::NoSuchHour { hour } => write!(f, "no hour {hour:02}; hours are 00 to 23"),
            Self::NoSuchMinute { minute } => write!(f, "no minute {minute:02}; minutes are 00 to 59"),
            Self::NoSuchSecond { second } => write!(f, "no second {second:02}; seconds are 00 to 59"),
            Self::Fraction => write!(f, "a fraction of a second has 1 to 9 digits"),
            Self::NoSuchZone => write!(f, "no such offset from UTC; expected one like +09:00 or -0330"),
            Self::Behind => write!(f, "behind a clock time only its zone may stand: Z, UTC, +09:00"),
        }
    }
}

impl fmt::Display for SpellingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSpaces => "a date has no spaces inside",
            Self::Capitals => "the letters of a date are capitals",
            Self::Hyphens => "year, month and day are joined by hyphens",
            Self::Slash => "a span is written with a slash",
            Self::Digits => "a year has four digits, a month and a day two",
            Self::Plain => "digits and signs are plain ones",
            Self::Draft => "this is from a draft of EDTF",
            Self::Order => "a date goes from the year to the day",
            Self::Month => "a month is a number",
            Self::Part => "a part of the year is a number in place of the month",
            Self::Era => "years are counted from the year 1, and 0000 is the one before",
            Self::Reign => "years are those of the common era",
            Self::About => "what is not exact has `~` behind it",
            Self::Decade => "digits that are not known are X",
            Self::Bound => "one of several dates stands in brackets",
            Self::Clock => "a clock time is written like T08:13:43",
            Self::Epoch => "a time counted since 1970 is no date",
        })
    }
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AllMembers => write!(f, "a set of several dates, {{…}}"),
            Self::ExponentialYear => write!(f, "a year with an exponent"),
            Self::SignificantDigits => write!(f, "a year with significant digits"),
            Self::DigitsAfterX => write!(f, "digits after an unknown digit X"),
            Self::VagueEnd => write!(f, "`..` joined to the date of an end"),
            Self::PartOfYear { code } => {
                write!(f, "part {code} of a year (only seasons 21–24, quarters 33–36 and halves 40–41)")
            }
        }
    }
}
