//! Why a text is no date: facts, and the one place of their wording.

use std::fmt;

use super::{calendar::month_name, column_fault::ColumnFault};
use crate::messages::{Locale, dates};

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
    /// A text without a digit.
    NoDigits,
    /// No number of seconds since 1970.
    NotSeconds,
    /// Seconds since 1970 that the calendar cannot name.
    SecondsBeyondCalendar,
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
    pub fn message(&self, locale: Locale) -> String {
        match self.fault {
            DateFault::Empty | DateFault::EndBeforeStart { .. } => self.fault.message(locale),
            _ => dates::of_text(locale, &self.text, &self.fault.message(locale)),
        }
    }

    /// What is wrong, with the way out.
    pub fn told(&self, locale: Locale) -> String {
        self.fault.with_help(self.message(locale), locale)
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

impl std::error::Error for DateError {}

impl DateFault {
    /// What is wrong, without the way out.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Empty => dates::none(locale).to_owned(),
            Self::NoSuchMonth { month } => dates::no_such_month(locale, *month),
            Self::NoSuchDay { day: 0, .. } => dates::no_day_zero(locale).to_owned(),
            Self::NoSuchDay { year, month, last, .. } => {
                dates::month_ends(locale, &month_of_year(*year, *month, locale), *last)
            }
            Self::EndBeforeStart { start, end } => dates::end_before_start(locale, start, end),
            Self::NotOneDate => dates::not_one_date(locale).to_owned(),
            Self::Misspelled { rule, .. } => rule.text(locale).to_owned(),
            Self::Ambiguous { .. } => dates::ambiguous(locale).to_owned(),
            Self::NoYear => dates::no_year(locale).to_owned(),
            Self::Spaced => dates::spaced(locale).to_owned(),
            Self::ClockSpan => dates::clock_span(locale).to_owned(),
            Self::ClockOrZone { .. } => dates::clock_or_zone(locale).to_owned(),
            Self::Clock(fault) => fault.message(locale),
            Self::InColumn(fault) => fault.message(locale),
            Self::Unsupported(what) => dates::not_supported(locale, &what.name(locale)),
            Self::BeyondCalendar { year } => dates::beyond_calendar(locale, *year),
            Self::NoDigits => dates::expected(locale, dates::no_digits(locale)),
            Self::NotSeconds => dates::expected(locale, dates::no_seconds(locale)),
            Self::SecondsBeyondCalendar => dates::expected(locale, dates::time_beyond_calendar(locale)),
            Self::Unreadable { why } => match locale {
                Locale::English => dates::expected(locale, why),
                Locale::Japanese => dates::expected(locale, dates::no_edtf(locale)),
            },
        }
    }

    /// The way out; `None` where the message says it all.
    pub fn help(&self, locale: Locale) -> Option<String> {
        match self {
            Self::Misspelled { instead, .. } => Some(dates::write(locale, &format!("`{instead}`"))),
            Self::Ambiguous { readings } => {
                let readings: Vec<String> = readings.iter().map(|reading| format!("`{reading}`")).collect();
                Some(dates::write(locale, &readings.join(dates::or(locale))))
            }
            Self::ClockSpan => Some(dates::end_apart(locale).to_owned()),
            Self::ClockOrZone { instant } => Some(dates::write_or_end(locale, instant)),
            _ => None,
        }
    }

    /// What is wrong, with the way out.
    pub fn told(&self, locale: Locale) -> String {
        self.with_help(self.message(locale), locale)
    }

    fn with_help(&self, message: String, locale: Locale) -> String {
        match self.help(locale) {
            Some(help) => dates::with_help(locale, &message, &help),
            None => message,
        }
    }
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Locale::English))
    }
}

/// A month by its name.
fn month_of_year(year: i32, month: u32, locale: Locale) -> String {
    match locale {
        Locale::English => format!("{} {year}", month_name(month).unwrap_or("the month")),
        Locale::Japanese => format!("{year}年{month}月"),
    }
}

impl ClockFault {
    fn message(self, locale: Locale) -> String {
        match self {
            Self::Form => dates::clock_form(locale).to_owned(),
            Self::NoSuchHour { hour } => dates::no_such_hour(locale, hour),
            Self::NoSuchMinute { minute } => dates::no_such_minute(locale, minute),
            Self::NoSuchSecond { second } => dates::no_such_second(locale, second),
            Self::Fraction => dates::fraction(locale).to_owned(),
            Self::NoSuchZone => dates::no_such_offset(locale).to_owned(),
            Self::Behind => dates::behind_clock(locale).to_owned(),
        }
    }
}

impl SpellingRule {
    /// The rule in words.
    pub const fn text(self, locale: Locale) -> &'static str {
        match self {
            Self::NoSpaces => dates::no_spaces(locale),
            Self::Capitals => dates::capitals(locale),
            Self::Hyphens => dates::hyphens(locale),
            Self::Slash => dates::slash(locale),
            Self::Digits => dates::digits(locale),
            Self::Plain => dates::plain(locale),
            Self::Draft => dates::draft(locale),
            Self::Order => dates::order(locale),
            Self::Month => dates::month(locale),
            Self::Part => dates::part(locale),
            Self::Era => dates::era(locale),
            Self::Reign => dates::reign(locale),
            Self::About => dates::about(locale),
            Self::Decade => dates::decade(locale),
            Self::Bound => dates::bound(locale),
            Self::Clock => dates::clock(locale),
            Self::Epoch => dates::epoch(locale),
        }
    }
}

impl Unsupported {
    fn name(self, locale: Locale) -> String {
        match self {
            Self::AllMembers => dates::all_members(locale).to_owned(),
            Self::ExponentialYear => dates::exponential_year(locale).to_owned(),
            Self::SignificantDigits => dates::significant_digits(locale).to_owned(),
            Self::DigitsAfterX => dates::digits_after_x(locale).to_owned(),
            Self::VagueEnd => dates::vague_end(locale).to_owned(),
            Self::PartOfYear { code } => dates::part_of_year(locale, code),
        }
    }
}
