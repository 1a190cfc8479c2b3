//! A time that a query asks for: any EDTF text, a clock time, a range of two, or one side of one.

use std::fmt;

use crate::{
    messages::{Locale, queries},
    model::{DateError, EventDate, Moment},
};

/// The last nanosecond of a second.
const LAST_NANO: u32 = 999_999_999;

/// What has to lie in a time, and how that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) enum DateScope {
    /// A word by itself: a part of the event.
    Bare,
    /// `date:`: a part of the event.
    Date,
    /// `start:`: its start.
    Start,
}

/// An end of a time that is asked for, included in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) struct RangeEnd {
    /// Its second; in UTC if it is an instant.
    pub(in crate::query) moment: Moment,
    /// The part of that second, if one was written.
    pub(in crate::query) nanos: Option<u32>,
    /// Whether it is a clock time: then it matters by which clock an event was.
    pub(in crate::query) is_clock: bool,
    pub(in crate::query) is_instant: bool,
}

impl RangeEnd {
    const PAST: Self = Self { moment: Moment::DISTANT_PAST, nanos: None, is_clock: false, is_instant: false };
    const FUTURE: Self = Self { moment: Moment::DISTANT_FUTURE, ..Self::PAST };

    /// The last time before it.
    fn before(self) -> Self {
        match self.nanos {
            Some(nanos @ 1..) => Self { nanos: Some(nanos - 1), ..self },
            Some(0) => Self { moment: self.moment.plus(-1), nanos: Some(LAST_NANO), ..self },
            None => Self { moment: self.moment.plus(-1), ..self },
        }
    }

    /// The first time after it.
    fn after(self) -> Self {
        match self.nanos {
            Some(LAST_NANO..) => Self { moment: self.moment.plus(1), nanos: Some(0), ..self },
            Some(nanos) => Self { nanos: Some(nanos + 1), ..self },
            None => Self { moment: self.moment.plus(1), ..self },
        }
    }
}

/// A stretch of time, with the text that stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatePredicate {
    text: String,
    pub(in crate::query) scope: DateScope,
    pub(in crate::query) first: RangeEnd,
    pub(in crate::query) last: RangeEnd,
}

impl DatePredicate {
    /// Reads a date or a range of dates.
    ///
    /// That is any [EDTF](https://www.loc.gov/standards/datetime/) text, a clock time, `2022-03..2023-01`, `..2021`, `2022..`, `>=2022-06` or `<2022`: everything from the first
    /// to the last moment that it may mean.
    ///
    /// # Errors
    ///
    /// A part of it is no date.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (first, last) = range(text)?;
        Ok(Self { text: text.to_owned(), scope: DateScope::Date, first, last })
    }

    /// The same, asking for events that start in that time.
    ///
    /// # Errors
    ///
    /// A part of it is no date.
    pub fn parse_start(text: &str) -> Result<Self, DateError> {
        Ok(Self { scope: DateScope::Start, ..Self::parse(text)? })
    }

    /// The same for a word that stands by itself; `None` for a word that is not meant as a date.
    pub fn from_bare_word(text: &str) -> Option<Self> {
        let begins = |text: &str| {
            let year = text.strip_prefix('-').unwrap_or(text);
            year.len() >= 4 && year.bytes().take(4).all(|b| b.is_ascii_digit())
        };
        let side = text.trim_start_matches(['<', '>']).trim_start_matches('=').trim_start_matches("..");
        if !begins(side) || text.starts_with('-') {
            return None;
        }
        Self::parse(text).ok().map(|date| Self { scope: DateScope::Bare, ..date })
    }

    /// The time as it is written, without the field that it stands in.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The number, if it is a word of digits by itself: that stands for a year, and for these digits in a text.
    pub fn number(&self) -> Option<&str> {
        let is_number = self.scope == DateScope::Bare && self.text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(&self.text)
    }
}

impl fmt::Display for DatePredicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.scope {
            DateScope::Bare => "",
            DateScope::Date => "date:",
            DateScope::Start => "start:",
        })?;
        // A blank before a clock time would end the term.
        if self.text.contains(char::is_whitespace) { write!(f, "\"{}\"", self.text) } else { f.write_str(&self.text) }
    }
}

impl DatePredicate {
    /// What the text was read as, in words: "the year 2021, or these digits in a text", "from 1 June 2022 on".
    pub fn describe(&self, locale: Locale) -> String {
        let told = |text: &str| {
            EventDate::parse_lenient(text).map_or_else(|_| text.to_owned(), |date| date.long(locale.into()))
        };
        if let Some(number) = self.number() {
            return queries::year_or_digits(locale, &told(number));
        }
        for sign in [">=", "<=", ">", "<"] {
            let Some(date) = self.text.strip_prefix(sign) else { continue };
            let words = match sign {
                ">=" => queries::from,
                "<=" => queries::until,
                ">" => queries::after,
                _ => queries::before,
            };
            return words(locale, &told(date));
        }
        match self.text.split_once("..").filter(|_| !self.text.starts_with('[') && !self.text.contains('/')) {
            None => told(&self.text),
            Some(("", end)) => queries::until(locale, &told(end)),
            Some((start, "")) => queries::from(locale, &told(start)),
            Some((start, end)) => format!("{} – {}", told(start), told(end)),
        }
    }
}

fn range(text: &str) -> Result<(RangeEnd, RangeEnd), DateError> {
    for (sign, is_from, is_after) in [(">=", true, false), ("<=", false, true), (">", true, true), ("<", false, false)]
    {
        let Some(rest) = text.strip_prefix(sign) else { continue };
        let (first, last) = ends(rest)?;
        return Ok(match (is_from, is_after) {
            (true, true) => (last.after(), RangeEnd::FUTURE),
            (true, false) => (first, RangeEnd::FUTURE),
            (false, true) => (RangeEnd::PAST, last),
            (false, false) => (RangeEnd::PAST, first.before()),
        });
    }
    // A set of days has its own dots: `[2021-03-01..2021-03-31]`.
    match text.split_once("..").filter(|_| !text.starts_with('[') && !text.contains('/')) {
        None => ends(text),
        Some(("", end)) => Ok((RangeEnd::PAST, ends(end)?.1)),
        Some((start, "")) => Ok((ends(start)?.0, RangeEnd::FUTURE)),
        Some((start, end)) => {
            let ((first, _), (_, last)) = (ends(start)?, ends(end)?);
            Ok(if first.moment <= last.moment { (first, last) } else { (ends(end)?.0, ends(start)?.1) })
        }
    }
}

fn ends(text: &str) -> Result<(RangeEnd, RangeEnd), DateError> {
    let date = EventDate::parse_lenient(text)?;
    let bounds = date.bounds();
    let end = |moment, nanos| RangeEnd { moment, nanos, is_clock: date.has_clock(), is_instant: date.is_instant() };
    Ok((end(bounds.start.earliest, date.nanos()), end(bounds.end.latest, date.last_nano())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DAY;

    fn day(year: i32, month: u32, day: u32) -> Moment {
        Moment::day(year, month, day).unwrap()
    }

    #[test]
    fn ranges_and_sides() {
        let of = |text: &str| DatePredicate::parse(text).map(|date| (date.first.moment, date.last.moment)).unwrap();
        let (past, future) = (Moment::DISTANT_PAST, Moment::DISTANT_FUTURE);
        let last = |year, month, of_month| day(year, month, of_month).plus(DAY - 1);
        assert_eq!(of("2022"), (day(2022, 1, 1), last(2022, 12, 31)));
        assert_eq!(of("2022-10-05"), (day(2022, 10, 5), last(2022, 10, 5)));
        assert_eq!(of("2022-03..2023-01"), (day(2022, 3, 1), last(2023, 1, 31)));
        assert_eq!(of("..2021"), (past, last(2021, 12, 31)));
        assert_eq!(of("2022.."), (day(2022, 1, 1), future));
        assert_eq!(of(">=2022-06"), (day(2022, 6, 1), future));
        assert_eq!(of(">2022-06"), (day(2022, 7, 1), future));
        assert_eq!(of("<=2022"), (past, last(2022, 12, 31)));
        assert_eq!(of("<2022"), (past, last(2021, 12, 31)));
        assert_eq!(of("2022/2023-03"), (day(2022, 1, 1), last(2023, 3, 31)));
        assert_eq!(of("[2021-03-01..2021-03-31]"), (day(2021, 3, 1), last(2021, 3, 31)));
        assert!(DatePredicate::parse("2023-02-30").unwrap_err().to_string().contains("February 2023 has 28 days"));
    }

    #[test]
    fn what_was_read_is_told() {
        for (text, en, ja) in [
            ("2021", "the year 2021, or these digits in a text", "2021年、または文中の数字"),
            ("2022-10", "October 2022", "2022年10月"),
            ("2022-03..2023-01", "March 2022 – January 2023", "2022年3月 – 2023年1月"),
            (">=2022-06", "from June 2022 on", "2022年6月以降"),
            ("..2021", "until 2021", "2021年以前"),
            (">=2024-01-01T11:00:00Z", "from 1 January 2024, 11:00 (UTC) on", "2024年1月1日 11:00（UTC）以降"),
        ] {
            let date = DatePredicate::from_bare_word(text).unwrap();
            assert_eq!((date.describe(Locale::English).as_str(), date.describe(Locale::Japanese).as_str()), (en, ja));
        }
        assert_eq!(DatePredicate::parse("44 BC").unwrap().describe(Locale::English), "44 BC");
    }

    #[test]
    fn a_word_is_a_date_only_if_it_looks_like_one() {
        for date in ["2022", "2022..", "..2021", "2022-03..2023-01", ">=2022", "2022-10-05", "2022~"] {
            assert!(DatePredicate::from_bare_word(date).is_some(), "{date}");
        }
        for word in ["12:30", "5G", "202", "-2022", "..", "2022-13", "20222022x", "nisc", "", ">", "2022-02-30"] {
            assert!(DatePredicate::from_bare_word(word).is_none(), "{word}");
        }
    }
}
