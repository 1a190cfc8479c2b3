//! A time that a query asks for: any EDTF text, a clock time, a range of two, or one side of one.

use std::fmt;

use crate::model::{
    Certainty, DateBounds, DateError, EventDate, EventFlag, EventMeta, Lang, Moment, MomentRange, Timeline, Zone,
};

/// How far clocks are from UTC at the most, in seconds: what has no zone may have been so much earlier or later.
const MAX_AHEAD: i64 = 14 * 3600;
const MAX_BEHIND: i64 = 12 * 3600;
/// The last nanosecond of a second.
const LAST_NANO: u32 = 999_999_999;

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

/// An end of a time that is asked for, included in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    /// Its second; in UTC if it is an instant.
    moment: Moment,
    /// The part of that second, if one was written.
    nanos: Option<u32>,
    /// Whether it is a clock time: then it matters by which clock an event was.
    is_clock: bool,
    is_instant: bool,
}

impl End {
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

    /// The same by the clock that a timeline is placed by.
    fn placed(self, zone: Zone) -> Self {
        if self.is_instant { Self { moment: zone.place(self.moment), ..self } } else { self }
    }
}

/// A stretch of time, with the text that stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTest {
    text: String,
    asks: Asks,
    first: End,
    last: End,
}

impl DateTest {
    /// Reads `2022`, `2022-03..2023-01`, `..2021`, `2022..`, `>=2022-06`, `<2022`, `>=2024-01-01T11:00:00Z`, or any EDTF
    /// text: everything from the first to the last moment that it may mean.
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

    /// Which events of a timeline lie in the time, or start there if that is asked.
    ///
    /// An instant is compared as such. A clock time without a zone is taken to be by the clock that the timeline is
    /// placed by; where the answer hangs on that, as it does between a clock time that is asked for and an event without
    /// a zone, it is *possible*. Days are days by the calendar of their source.
    pub fn within<'a>(&'a self, timeline: &'a Timeline) -> impl Fn(&EventMeta) -> Certainty + 'a {
        let base = timeline.base();
        let (first, last) = (self.first.placed(base), self.last.placed(base));
        let hangs = |end: &End| end.is_instant || (end.is_clock && timeline.has_instants());
        let ahead = base.offset(self.first.moment);
        let doubt = [first, last].map(|end| hangs(&end).then_some((ahead - MAX_AHEAD, ahead + MAX_BEHIND)));
        move |facts| self.holds(facts, [first, last], doubt)
    }

    fn holds(&self, facts: &EventMeta, [first, last]: [End; 2], doubt: [Option<(i64, i64)>; 2]) -> Certainty {
        let doubt = if facts.is(EventFlag::Instant) { [None, None] } else { doubt };
        let DateBounds { start, end } = facts.bounds;
        // Each end of the time is compared with one end of the event.
        let (by_first, by_last) = if self.asks == Asks::Start { (start, start) } else { (end, start) };
        let (by_first, by_last) = (widened(by_first, doubt[0]), widened(by_last, doubt[1]));
        let certainty = match self.asks {
            Asks::Bare | Asks::Date => DateBounds { start: by_last, end: by_first }.touches(first.moment, last.moment),
            Asks::Start => DateBounds { start: by_first, end: by_last }.within(first.moment, last.moment),
        };
        match certainty {
            Certainty::Out => Certainty::Out,
            certainty => certainty.min(within_second(facts, first, last)),
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

    /// The number, if it is a word of digits by itself: that stands for a year, and for these digits in a text.
    pub fn number(&self) -> Option<&str> {
        let is_number = self.asks == Asks::Bare && self.text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(&self.text)
    }
}

/// Bounds of what may have been so much earlier or later.
fn widened(between: MomentRange, doubt: Option<(i64, i64)>) -> MomentRange {
    let Some((earlier, later)) = doubt else { return between };
    MomentRange { earliest: between.earliest.plus(earlier), latest: between.latest.plus(later) }
}

/// What the parts of a second say, where an event falls into the second at which the time begins or ends.
fn within_second(facts: &EventMeta, first: End, last: End) -> Certainty {
    let DateBounds { start, end } = facts.bounds;
    if start.earliest != start.latest || start != end {
        return Certainty::Certain;
    }
    let limit = |end: End| end.nanos.filter(|_| end.moment == start.earliest);
    match (limit(first), limit(last), facts.nanos()) {
        (None, None, _) => Certainty::Certain,
        (_, _, None) => Certainty::Possible,
        (from, to, Some(nanos)) => {
            let is_in = from.is_none_or(|from| nanos >= from) && to.is_none_or(|to| nanos <= to);
            if is_in { Certainty::Certain } else { Certainty::Out }
        }
    }
}

impl fmt::Display for DateTest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.asks {
            Asks::Bare => "",
            Asks::Date => "date:",
            Asks::Start => "start:",
        })?;
        // A blank before a clock time would end the term.
        if self.text.contains(char::is_whitespace) { write!(f, "\"{}\"", self.text) } else { f.write_str(&self.text) }
    }
}

impl DateTest {
    /// What the text was read as, in words: "the year 2021, or these digits in a text", "from 1 June 2022 on".
    pub fn words(&self, lang: Lang) -> String {
        let told = |text: &str| EventDate::meant(text).map_or_else(|_| text.to_owned(), |date| date.long(lang));
        let ja = lang == Lang::Ja;
        if let Some(number) = self.number() {
            let year = told(number);
            return if ja {
                format!("{year}、または文中の数字")
            } else {
                format!("the year {year}, or these digits in a text")
            };
        }
        for (sign, en, behind, ja_behind) in [
            (">=", "from ", " on", "以降"),
            ("<=", "until ", "", "以前"),
            (">", "after ", "", "より後"),
            ("<", "before ", "", "より前"),
        ] {
            if let Some(date) = self.text.strip_prefix(sign) {
                return if ja { format!("{}{ja_behind}", told(date)) } else { format!("{en}{}{behind}", told(date)) };
            }
        }
        match self.text.split_once("..").filter(|_| !self.text.starts_with('[') && !self.text.contains('/')) {
            None => told(&self.text),
            Some(("", end)) => {
                if ja {
                    format!("{}以前", told(end))
                } else {
                    format!("until {}", told(end))
                }
            }
            Some((start, "")) => {
                if ja {
                    format!("{}以降", told(start))
                } else {
                    format!("from {} on", told(start))
                }
            }
            Some((start, end)) => format!("{} – {}", told(start), told(end)),
        }
    }
}

fn stretch(text: &str) -> Result<(End, End), DateError> {
    for (sign, is_from, is_after) in [(">=", true, false), ("<=", false, true), (">", true, true), ("<", false, false)]
    {
        let Some(rest) = text.strip_prefix(sign) else { continue };
        let (first, last) = ends(rest)?;
        return Ok(match (is_from, is_after) {
            (true, true) => (last.after(), End::FUTURE),
            (true, false) => (first, End::FUTURE),
            (false, true) => (End::PAST, last),
            (false, false) => (End::PAST, first.before()),
        });
    }
    // A set of days has its own dots: `[2021-03-01..2021-03-31]`.
    match text.split_once("..").filter(|_| !text.starts_with('[') && !text.contains('/')) {
        None => ends(text),
        Some(("", end)) => Ok((End::PAST, ends(end)?.1)),
        Some((start, "")) => Ok((ends(start)?.0, End::FUTURE)),
        Some((start, end)) => {
            let ((first, _), (_, last)) = (ends(start)?, ends(end)?);
            Ok(if first.moment <= last.moment { (first, last) } else { (ends(end)?.0, ends(start)?.1) })
        }
    }
}

fn ends(text: &str) -> Result<(End, End), DateError> {
    let date = EventDate::meant(text)?;
    let bounds = date.bounds();
    let end = |moment, nanos| End { moment, nanos, is_clock: date.has_clock(), is_instant: date.is_instant() };
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
        let of = |text: &str| DateTest::parse(text).map(|date| (date.first.moment, date.last.moment)).unwrap();
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
    fn what_was_read_is_told() {
        for (text, en, ja) in [
            ("2021", "the year 2021, or these digits in a text", "2021年、または文中の数字"),
            ("2022-10", "October 2022", "2022年10月"),
            ("2022-03..2023-01", "March 2022 – January 2023", "2022年3月 – 2023年1月"),
            (">=2022-06", "from June 2022 on", "2022年6月以降"),
            ("..2021", "until 2021", "2021年以前"),
            (">=2024-01-01T11:00:00Z", "from 1 January 2024, 11:00 (UTC) on", "2024年1月1日 11:00（UTC）以降"),
        ] {
            let date = DateTest::bare(text).unwrap();
            assert_eq!((date.words(Lang::En).as_str(), date.words(Lang::Ja).as_str()), (en, ja));
        }
        assert_eq!(DateTest::parse("44 BC").unwrap().words(Lang::En), "44 BC");
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
