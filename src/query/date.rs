//! A time that a query asks for: any EDTF text, a range of two, or one side of one.

use std::fmt;

use crate::model::{Bounds, Certainty, DateError, EventDate, Moment};

/// What has to lie in a time, and how that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// A word by itself: a part of the event.
    Bare,
    /// `date:`: a part of the event.
    Date,
    /// `start:`: its start.
    Start,
}

/// A stretch of time, with the text that stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTest {
    text: String,
    asks: Asks,
    /// The first second; the distant past if there is none.
    pub first: Moment,
    /// The last second; the distant future if there is none.
    pub last: Moment,
}

impl DateTest {
    /// Reads `2022`, `2022-03..2023-01`, `..2021`, `2022..`, `>=2022-06`, `<2022`, or any EDTF text: everything from
    /// the first to the last second that it may mean.
    ///
    /// # Errors
    ///
    /// A part of it is no date.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (first, last) = stretch(text)?;
        Ok(Self { text: text.to_owned(), asks: Asks::Date, first, last })
    }

    /// The same, asking for events that start in that time.
    ///
    /// # Errors
    ///
    /// A part of it is no date.
    pub fn start(text: &str) -> Result<Self, DateError> {
        Ok(Self { asks: Asks::Start, ..Self::parse(text)? })
    }

    /// Whether an event of these bounds lies in the time, or starts there if that is asked.
    pub fn holds(&self, bounds: &Bounds) -> Certainty {
        match self.asks {
            Asks::Bare | Asks::Date => bounds.touches(self.first, self.last),
            Asks::Start => Bounds { start: bounds.start, end: bounds.start }.within(self.first, self.last),
        }
    }

    /// The same for a word that stands by itself; `None` for a word that is not meant as a date.
    pub fn bare(text: &str) -> Option<Self> {
        let begins = |text: &str| {
            let year = text.strip_prefix('-').unwrap_or(text);
            year.len() >= 4 && year.bytes().take(4).all(|b| b.is_ascii_digit())
        };
        let side = text.trim_start_matches(['<', '>']).trim_start_matches('=').trim_start_matches("..");
        if !begins(side) || text.starts_with('-') {
            return None;
        }
        Self::parse(text).ok().map(|date| Self { asks: Asks::Bare, ..date })
    }
}

impl fmt::Display for DateTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.asks {
            Asks::Bare => "",
            Asks::Date => "date:",
            Asks::Start => "start:",
        })?;
        f.write_str(&self.text)
    }
}

fn stretch(text: &str) -> Result<(Moment, Moment), DateError> {
    let (past, future) = (Moment::DISTANT_PAST, Moment::DISTANT_FUTURE);
    for (sign, is_from, is_after) in [(">=", true, false), ("<=", false, true), (">", true, true), ("<", false, false)]
    {
        let Some(rest) = text.strip_prefix(sign) else { continue };
        let (first, last) = ends(rest)?;
        return Ok(match (is_from, is_after) {
            (true, true) => (last.plus(1), future),
            (true, false) => (first, future),
            (false, true) => (past, last),
            (false, false) => (past, first.plus(-1)),
        });
    }
    // A set of days has its own dots: `[2021-03-01..2021-03-31]`.
    match text.split_once("..").filter(|_| !text.starts_with('[') && !text.contains('/')) {
        None => ends(text),
        Some(("", end)) => Ok((past, ends(end)?.1)),
        Some((start, "")) => Ok((ends(start)?.0, future)),
        Some((start, end)) => {
            let (first, last) = (ends(start)?.0, ends(end)?.1);
            Ok((first.min(last), first.max(last)))
        }
    }
}

fn ends(text: &str) -> Result<(Moment, Moment), DateError> {
    let date = EventDate::parse(text)?;
    let bounds = date.bounds();
    Ok((bounds.start.earliest, bounds.end.latest))
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
        let of = |text: &str| DateTest::parse(text).map(|date| (date.first, date.last)).unwrap();
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
        assert!(DateTest::parse("2023-02-30").unwrap_err().to_string().contains("February 2023 has 28 days"));
    }

    #[test]
    fn a_word_is_a_date_only_if_it_looks_like_one() {
        for date in ["2022", "2022..", "..2021", "2022-03..2023-01", ">=2022", "2022-10-05", "2022~"] {
            assert!(DateTest::bare(date).is_some(), "{date}");
        }
        for word in ["12:30", "5G", "202", "-2022", "..", "2022-13", "20222022x", "nisc", "", ">", "2022-02-30"] {
            assert!(DateTest::bare(word).is_none(), "{word}");
        }
    }
}
