//! The date of an event: its text as written and its four bounds, nothing that cannot stand in a `static`. What is
//! rarely asked, its wording above all, is read from the text again.

use chrono::{Datelike, Weekday};

use super::{
    super::{Between, Bounds, Lang, Moment, Text},
    accept, english,
    fault::{DateError, DateFault},
    japanese,
    reading::{Named, Reading, Unit},
};

/// When something happened, as precisely as its source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate {
    text: Text,
    until: Option<Text>,
    bounds: Bounds,
}

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A clock time.
    Second,
    /// A day.
    Day,
    /// A month, or one day somewhere in it.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A season.
    Season,
    /// Half a year.
    Half,
    /// A year, or one day or month somewhere in it.
    Year,
    /// A year somewhere in a decade.
    Decade,
    /// A year somewhere in a century or in a longer time.
    Century,
    /// A start and an end, one of which may be open or unknown.
    Span,
    /// One of several dates.
    OneOf,
}

impl EventDate {
    /// Reads a date: EDTF (ISO 8601-2) levels 0 and 1, and of level 2 one-of sets, doubtful parts, quarters and halves.
    /// The error names what is wrong, where, and the right spelling if it can be guessed.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let bounds = match accept::plain_day(text) {
            Some(day) => {
                let midnight = Moment::at(day.into());
                Bounds::point(midnight, midnight.plus(super::super::DAY - 1))
            }
            None => accept::bounds(&accept::edtf(text)?).map_err(|fault| Self::error(text, fault))?,
        };
        Ok(Self::from_parts(Text::Owned(text.to_owned()), None, bounds))
    }

    /// Reads a span whose start and end are given apart, each of them one date or one clock time. Of two clock times
    /// with zones the end is placed by the zone of the start. An error names the text that it is about; a span that
    /// ends before it starts is one, about the end.
    pub fn spanning(start: &str, end: &str) -> Result<Self, DateError> {
        let read = |text: &str| {
            let date = Self::parse(text)?;
            let Some(Reading::One(named)) = Reading::of(text) else {
                return Err(Self::error(text, DateFault::NotOneDate));
            };
            Ok((date.bounds.start, named.clock.and_then(|clock| clock.zone)))
        };
        let ((from, here), (mut to, there)) = (read(start)?, read(end)?);
        if let (Some(here), Some(there)) = (here, there) {
            let shift = (i64::from(here) - i64::from(there)) * 60;
            to.earliest = to.earliest.plus(shift);
            to.latest = to.latest.plus(shift);
        }
        if to.latest < from.earliest {
            let fault = DateFault::EndBeforeStart { start: start.to_owned(), end: end.to_owned() };
            return Err(Self::error(end, fault));
        }
        Ok(Self::from_parts(start.to_owned().into(), Some(end.to_owned().into()), accept::span(from, to)))
    }

    /// A date whose bounds are known already, as in compiled data: its text, the text of its end where that was given
    /// apart, and the bounds that reading these texts gave. With other bounds the date is placed by them, and worded by
    /// the text.
    pub const fn from_parts(text: Text, until: Option<Text>, bounds: Bounds) -> Self {
        Self { text, until, bounds }
    }

    /// The text as the author wrote it; the start alone where the end was given apart.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// The text of the end as the author wrote it; `None` unless it was given apart.
    pub fn end_as_written(&self) -> Option<&str> {
        self.until.as_deref()
    }

    /// The four bounds.
    pub const fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// The dates of which one is right, each from its first to its last second; none unless it is a one-of set.
    pub fn members(&self) -> Vec<Between> {
        let Some(set) = self.text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else { return Vec::new() };
        let bounds = |text: &str| Self::parse(text).ok().map(|date| date.bounds);
        let member = |text: &str| {
            let (from, to) = text.split_once("..").unwrap_or((text, text));
            let earliest = if from.is_empty() { Moment::DISTANT_PAST } else { bounds(from)?.start.earliest };
            let latest = if to.is_empty() { Moment::DISTANT_FUTURE } else { bounds(to)?.end.latest };
            Some(Between { earliest, latest })
        };
        set.split(',').filter_map(member).collect()
    }

    /// How exactly the date is known.
    pub fn precision(&self) -> Precision {
        self.reading().map_or(Precision::Span, |reading| reading.precision())
    }

    /// Whether the source says "about" (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.has_mark(|mark| matches!(mark, b'~' | b'%'))
    }

    /// Whether the source may be wrong (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.has_mark(|mark| matches!(mark, b'?' | b'%'))
    }

    /// Whether it is still going on: the end is open (`2021-04/..`).
    pub fn is_open_ended(&self) -> bool {
        self.bounds.end.earliest == Moment::DISTANT_FUTURE
    }

    /// Whether it ended, and nobody says when (`2021-04/`).
    pub fn is_end_unknown(&self) -> bool {
        !self.bounds.is_point() && !self.is_open_ended() && self.bounds.end.latest == Moment::DISTANT_FUTURE
    }

    /// Whether it has always been so: the start is open (`../2022`).
    pub fn is_open_started(&self) -> bool {
        self.bounds.start.latest == Moment::DISTANT_PAST
    }

    /// Whether it started, and nobody says when (`/2022`).
    pub fn is_start_unknown(&self) -> bool {
        !self.bounds.is_point() && !self.is_open_started() && self.bounds.start.earliest == Moment::DISTANT_PAST
    }

    /// The year under which it is listed, astronomical (0 is 1 BC); `None` if nothing of it is finite.
    pub fn year(&self) -> Option<i32> {
        self.bounds.anchor().map(Moment::year)
    }

    /// The date in full: "6 January 2023", 「2023年1月6日」, or both.
    pub fn long(&self, lang: Lang) -> String {
        let Some(reading) = self.reading() else { return self.text.to_string() };
        match lang {
            Lang::En => english::long(&reading),
            Lang::Ja => japanese::long(&reading),
            Lang::Both => format!("{} · {}", english::long(&reading), japanese::long(&reading)),
        }
    }

    /// The date in full with its day of the week where it has one: "Fri 6 January 2023", 「2023年1月6日（金）」.
    pub fn full(&self, lang: Lang) -> String {
        let date = |lang| self.long(lang);
        match (lang, self.weekday(lang)) {
            (Lang::En, Some(day)) => format!("{day} {}", date(lang)),
            (Lang::Ja, Some(day)) => format!("{}（{day}）", date(lang)),
            (Lang::Both, Some(_)) => format!("{} · {}", self.full(Lang::En), self.full(Lang::Ja)),
            (_, None) => date(lang),
        }
    }

    /// The date without its year, for rows that stand under it: "06 Jan", 「1月6日」. At most some 9 columns, with `~`
    /// before what is approximate and `?` behind what is uncertain. For both languages the English form.
    pub fn short(&self, lang: Lang) -> String {
        let Some(reading) = self.reading() else { return self.text.to_string() };
        let text = match lang {
            Lang::Ja => japanese::short(&reading),
            Lang::En | Lang::Both => english::short(&reading),
        };
        let about = if self.is_approximate() { "~" } else { "" };
        let doubt = if self.is_uncertain() { "?" } else { "" };
        format!("{about}{text}{doubt}")
    }

    /// The day of the week, "Fri" or 「金」; `None` unless the date is one day or a time on it.
    pub fn weekday(&self, lang: Lang) -> Option<String> {
        let Some(Reading::One(Named { unit: Unit::Day { .. }, .. })) = self.reading() else { return None };
        let day = self.bounds.start.earliest.civil().weekday();
        let ja = match day {
            Weekday::Mon => "月",
            Weekday::Tue => "火",
            Weekday::Wed => "水",
            Weekday::Thu => "木",
            Weekday::Fri => "金",
            Weekday::Sat => "土",
            Weekday::Sun => "日",
        };
        Some(match lang {
            Lang::En => day.to_string(),
            Lang::Ja => ja.to_owned(),
            Lang::Both => format!("{day} · {ja}"),
        })
    }

    fn reading(&self) -> Option<Reading> {
        let start = Reading::of(&self.text)?;
        match self.until.as_deref().map(Reading::of) {
            None => Some(start),
            Some(end) => Reading::joined(start, end?),
        }
    }

    fn has_mark(&self, wanted: fn(u8) -> bool) -> bool {
        self.text.bytes().any(wanted) || self.until.as_deref().is_some_and(|until| until.bytes().any(wanted))
    }

    fn error(text: &str, fault: DateFault) -> DateError {
        DateError { text: text.to_owned(), fault, offset: 0 }
    }
}
