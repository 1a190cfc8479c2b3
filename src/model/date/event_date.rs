//! The date of an event: its text as written and its four bounds, nothing that cannot stand in a `static`. What is
//! rarely asked, its wording above all, is read from the text again.

use std::borrow::Cow;

use chrono::{Datelike, Weekday};

use super::{
    super::{DateBounds, Lang, Moment, MomentRange, Text, Zone},
    accept, english,
    fault::{DateError, DateFault},
    hint, japanese, printed,
    reading::{Named, Reading, Unit, clocks},
};
use crate::text::width;

/// When something happened, as precisely as its source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate {
    text: Text,
    until: Option<Text>,
    bounds: DateBounds,
    offset: Option<i16>,
    nanos: Option<u32>,
    told: Zone,
}

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A clock time with seconds.
    Second,
    /// A clock time of hours and minutes.
    Minute,
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
    /// Reads a date: EDTF (ISO 8601-2) levels 0 and 1, and of level 2 one-of sets, doubtful parts, quarters and halves;
    /// and a day with a clock time as ISO 8601 and RFC 3339 have it, with a blank in place of the `T`, a fraction of up
    /// to nine digits, and an offset with or without a colon. The error names what is wrong, where, and the right
    /// spelling if it can be guessed.
    ///
    /// A clock time with a zone is an instant: its bounds are in UTC. All others are by the clock of their source.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let date = |bounds| Self::from_parts(Text::Owned(text.to_owned()), None, bounds);
        if let Some(day) = accept::plain_day(text) {
            let midnight = Moment::at(day.into());
            return Ok(date(DateBounds::point(midnight, midnight.plus(super::super::DAY - 1))));
        }
        if let Some(clocked) = accept::clocked(text) {
            let clocked = clocked.map_err(hint::clock)?;
            let nanos = clocked.clock.fraction.map(|fraction| fraction.nanos);
            return Ok(Self { offset: clocked.clock.zone, nanos, ..date(clocked.bounds()) });
        }
        accept::bounds(&accept::edtf(text)?).map(date).map_err(|fault| Self::error(text, fault))
    }

    /// Reads a date as a person types it: EDTF, words that can mean one date alone, such as "6 January 2023" or
    /// 「2023年1月」, and all that [`long`](Self::long) and [`full`](Self::full) print. The date that comes back is written
    /// as EDTF. The error is that of the text as it stands.
    pub fn meant(text: &str) -> Result<Self, DateError> {
        Self::parse(text).or_else(|error| printed::edtf(text).map_or(Err(error), |edtf| Self::parse(&edtf)))
    }

    /// Reads a span whose start and end are given apart, each of them one date or one clock time. An end without a zone
    /// is by the clock of the start. An error names the text that it is about; a span that ends before it starts is one,
    /// about the end.
    pub fn spanning(start: &str, end: &str) -> Result<Self, DateError> {
        let read = |text: &str| {
            let date = Self::parse(text)?;
            let Some(Reading::One(named)) = Reading::of(text) else {
                return Err(Self::error(text, DateFault::NotOneDate));
            };
            Ok((date, named.clock.and_then(|clock| clock.zone)))
        };
        let ((from, here), (to, there)) = (read(start)?, read(end)?);
        // What is lacking for both ends to be by one clock, in minutes.
        let shift = match (here, there) {
            (Some(here), None) => -here,
            (None, Some(there)) => there,
            _ => 0,
        };
        let till = to.bounds.start.shifted(i64::from(shift) * 60);
        if till.latest < from.bounds.start.earliest {
            let fault = DateFault::EndBeforeStart { start: start.to_owned(), end: end.to_owned() };
            return Err(Self::error(end, fault));
        }
        Ok(Self { until: Some(end.to_owned().into()), bounds: accept::span(from.bounds.start, till), ..from })
    }

    /// A date without a clock time whose bounds are known already, as in compiled data: its text, the text of its end
    /// where that was given apart, and the bounds that reading these texts gave. With other bounds the date is placed by
    /// them, and worded by the text.
    pub const fn from_parts(text: Text, until: Option<Text>, bounds: DateBounds) -> Self {
        Self { text, until, bounds, offset: None, nanos: None, told: Zone::AsWritten }
    }

    /// The same with what a clock time says besides: its offset in minutes east of Greenwich, if it is an instant, and the
    /// part of its first second.
    #[must_use]
    pub const fn clocked(mut self, offset: Option<i16>, nanos: Option<u32>) -> Self {
        self.offset = offset;
        self.nanos = nanos;
        self
    }

    /// The same date told by the clock of a zone, and placed by that of another, which is the same one but for times
    /// that are told as they were written. What is no instant stays where it is.
    ///
    /// It is to be a date as it was read: one that has been placed already would be placed twice.
    #[must_use]
    pub fn placed(self, told: Zone, by: Zone) -> Self {
        let bounds = if self.is_instant() { self.bounds.placed(by) } else { self.bounds };
        Self { bounds, told, ..self }
    }

    /// The same as it is read from its texts, in no zone but its own.
    #[must_use]
    pub fn read_anew(&self) -> Self {
        let read = match &self.until {
            None => Self::parse(&self.text),
            Some(until) => Self::spanning(&self.text, until),
        };
        read.unwrap_or_else(|_| self.clone())
    }

    /// Whether it is a clock time with a zone, or a span that starts with one: the same instant all over the world.
    pub const fn is_instant(&self) -> bool {
        self.offset.is_some()
    }

    /// The part of its first second, in nanoseconds; `None` where the source does not tell it.
    pub const fn nanos(&self) -> Option<u32> {
        self.nanos
    }

    /// The last nanosecond of its last second that it may mean: of `.25` that of `.259999999`. `None` where the source
    /// tells no part of a second.
    pub fn last_nano(&self) -> Option<u32> {
        let fraction = accept::clocked(&self.text)?.ok()?.clock.fraction?;
        Some(fraction.last())
    }

    /// The offset of a start with a zone, in minutes east of Greenwich; `None` where it has none.
    pub const fn offset(&self) -> Option<i16> {
        self.offset
    }

    /// The text as the author wrote it; the start alone where the end was given apart.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// The whole date as text: as the author wrote it, a start and an end given apart with a stroke between them; clock
    /// times with a zone as RFC 3339 has them, by the clock of the zone in which the date is told, if it is told in one.
    pub fn written(&self) -> Cow<'_, str> {
        let told = |text: &'_ str| -> Option<String> {
            self.is_instant().then(|| accept::clocked(text)?.ok()?.in_zone(self.told))?
        };
        match &self.until {
            None => told(&self.text).map_or(Cow::Borrowed(&*self.text), Cow::Owned),
            Some(until) => {
                let text = |text: &Text| told(text).unwrap_or_else(|| text.to_string());
                Cow::Owned(format!("{}/{}", text(&self.text), text(until)))
            }
        }
    }

    /// The text of the end as the author wrote it; `None` unless it was given apart.
    pub fn end_as_written(&self) -> Option<&str> {
        self.until.as_deref()
    }

    /// The four bounds.
    pub const fn bounds(&self) -> &DateBounds {
        &self.bounds
    }

    /// The dates of which one is right, each from its first to its last second; none unless it is a one-of set.
    pub fn members(&self) -> Vec<MomentRange> {
        let Some(set) = self.text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else { return Vec::new() };
        let bounds = |text: &str| Self::parse(text).ok().map(|date| date.bounds);
        let member = |text: &str| {
            let (from, to) = text.split_once("..").unwrap_or((text, text));
            let earliest = if from.is_empty() { Moment::DISTANT_PAST } else { bounds(from)?.start.earliest };
            let latest = if to.is_empty() { Moment::DISTANT_FUTURE } else { bounds(to)?.end.latest };
            Some(MomentRange { earliest, latest })
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
        self.bounds.sort_key().map(Moment::year)
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
        self.worded(lang, english::short, japanese::short)
    }

    /// The same with all that the source says of it: both ends of a span ("31 Oct – 1 Nov"), and the clock if that is
    /// asked for ("04 Apr 08:13:43.5"). Where that takes more than so many columns, the clock alone, else
    /// [`short`](Self::short).
    pub fn in_row(&self, lang: Lang, with_clock: bool, columns: usize) -> String {
        self.row(lang, with_clock, "", columns)
    }

    /// The same with the clock and its offset ("04 Apr 08:13:43+09:00"): where times of several zones are told as they were
    /// written, they say little without it.
    pub fn in_row_with_zone(&self, lang: Lang, columns: usize) -> String {
        let zone = self.offset().filter(|_| self.until.is_none()).map(Zone::Fixed);
        let zone = zone.map_or_else(String::new, |zone| zone.to_string().replace("UTC", "Z"));
        self.row(lang, true, &zone, columns)
    }

    fn row(&self, lang: Lang, with_clock: bool, zone: &str, columns: usize) -> String {
        let fits = |text: &String| !text.is_empty() && width(text) <= columns;
        let whole = self.worded(lang, |it| english::whole(it, with_clock), |it| japanese::whole(it, with_clock));
        let clock = || self.worded(lang, clocks, clocks);
        let zoned = |text: String| if text.is_empty() { text } else { text + zone };
        Some(zoned(whole))
            .filter(fits)
            .or_else(|| with_clock.then(|| zoned(clock())).filter(fits))
            .unwrap_or_else(|| self.short(lang))
    }

    /// Whether it has a clock time.
    pub fn has_clock(&self) -> bool {
        self.text.contains(':')
    }

    fn worded(&self, lang: Lang, en: impl Fn(&Reading) -> String, ja: impl Fn(&Reading) -> String) -> String {
        let Some(reading) = self.reading() else { return self.text.to_string() };
        let text = if lang == Lang::Ja { ja(&reading) } else { en(&reading) };
        if text.is_empty() {
            return text;
        }
        let about = if self.is_approximate() { "~" } else { "" };
        let doubt = if self.is_uncertain() { "?" } else { "" };
        format!("{about}{text}{doubt}")
    }

    /// The day of the week, "Fri" or 「金」; `None` unless the date is one day or a time on it.
    pub fn weekday(&self, lang: Lang) -> Option<String> {
        let Some(Reading::One(Named { unit: Unit::Day { year, month, day }, .. })) = self.reading() else {
            return None;
        };
        let day = Moment::day(year, month, day)?.civil().weekday();
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
        let reading = match self.until.as_deref().map(Reading::of) {
            None => start,
            Some(end) => Reading::joined(start, end?)?,
        };
        Some(reading.in_zone(self.told))
    }

    fn has_mark(&self, wanted: fn(u8) -> bool) -> bool {
        self.text.bytes().any(wanted) || self.until.as_deref().is_some_and(|until| until.bytes().any(wanted))
    }

    fn error(text: &str, fault: DateFault) -> DateError {
        DateError { text: text.to_owned(), fault, offset: 0 }
    }
}
