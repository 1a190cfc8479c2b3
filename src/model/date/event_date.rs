//! The date of an event: its text as written and its four bounds, nothing that cannot stand in a `static`. What is
//! rarely asked, its wording above all, is read from the text again.

use std::borrow::Cow;

use super::{
    super::{DAY, DateBounds, Moment, MomentRange, Text, Zone},
    edtf::{self, DateTime},
    expr::DateExpr,
    fault::{DateError, DateFault},
    hint, printed,
};

/// When something happened, as precisely as its source says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDate {
    text: Text,
    end_text: Option<Text>,
    bounds: DateBounds,
    offset: Option<i16>,
    nanos: Option<u32>,
    told: Zone,
}

impl EventDate {
    /// Reads a date in EDTF or with a clock time.
    ///
    /// Of [EDTF](https://www.loc.gov/standards/datetime/) (ISO 8601-2) it takes levels 0 and 1, and of level 2 one-of sets (`[..2021]`), qualified parts (`2021-~03`),
    /// quarters and halves of a year. A clock time follows a day as ISO 8601 and
    /// [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6) have it; a blank may stand for the `T`, a fraction has
    /// up to nine digits, and the offset may lack its colon.
    ///
    /// A clock time with a zone is an instant: its bounds are in UTC. All others are by the clock of their source.
    ///
    /// # Errors
    ///
    /// [`DateError`] names what is wrong, where, and the right spelling if it can be guessed.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let date = |bounds| Self::from_parts(Text::Owned(text.to_owned()), None, bounds);
        if let Some(day) = edtf::plain_day(text) {
            let midnight = Moment::at(day.into());
            return Ok(date(DateBounds::point(midnight, midnight.plus(DAY - 1))));
        }
        if let Some(clocked) = DateTime::parse(text) {
            let clocked = clocked.map_err(|error| hint::explain_clock(hint::explain(text, error)))?;
            let nanos = clocked.clock.fraction.map(|fraction| fraction.nanos);
            return Ok(Self { offset: clocked.clock.zone, nanos, ..date(clocked.bounds()) });
        }
        let edtf = edtf::parse(text).map_err(|error| hint::explain(text, error))?;
        edtf::bounds(&edtf).map(date).map_err(|fault| Self::error(text, fault))
    }

    /// Reads a date as a person types it.
    ///
    /// Takes EDTF, words that can mean one date alone, such as "6 January 2023" or 「2023年1月」, and all that
    /// [`long`](Self::long) and [`full`](Self::full) print. The date that comes back is written as EDTF.
    ///
    /// # Errors
    ///
    /// That of [`parse`](Self::parse) for the text as it stands.
    pub fn parse_lenient(text: &str) -> Result<Self, DateError> {
        Self::parse(text).or_else(|error| printed::edtf(text).map_or(Err(error), |edtf| Self::parse(&edtf)))
    }

    /// Reads a span whose start and end are given apart.
    ///
    /// Each is one date or one clock time. An end without a zone is by the clock of the start.
    ///
    /// # Errors
    ///
    /// The error names the text that it is about. A span that ends before it starts is one, about the end.
    pub fn from_start_end(start: &str, end: &str) -> Result<Self, DateError> {
        let read = |text: &str| {
            let date = Self::parse(text)?;
            let Some(DateExpr::Single(named)) = DateExpr::of(text) else {
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
        Ok(Self { end_text: Some(end.to_owned().into()), bounds: edtf::span(from.bounds.start, till), ..from })
    }

    /// Returns a date whose bounds are known already, as in compiled data.
    ///
    /// It has no clock time. Takes its text, the text of its end where that was given apart, and the bounds that reading these texts gave. With
    /// other bounds the date is placed by them, and worded by the text.
    pub const fn from_parts(text: Text, end_text: Option<Text>, bounds: DateBounds) -> Self {
        Self { text, end_text, bounds, offset: None, nanos: None, told: Zone::AsWritten }
    }

    /// Adds what a clock time says besides.
    ///
    /// `offset` is in minutes east of Greenwich, `None` unless it is an instant; `nanos` is the part of its first second.
    #[must_use]
    pub const fn clocked(mut self, offset: Option<i16>, nanos: Option<u32>) -> Self {
        self.offset = offset;
        self.nanos = nanos;
        self
    }

    /// Returns the date told by the clock of one zone and placed by that of another.
    ///
    /// Both are the same but for times that are told as they were written. What is no instant stays where it is. It is to be
    /// a date as it was read: one that has been placed already would be placed twice.
    #[must_use]
    pub fn placed(self, told: Zone, by: Zone) -> Self {
        let bounds = if self.is_instant() { self.bounds.placed(by) } else { self.bounds };
        Self { bounds, told, ..self }
    }

    /// Returns the same date as it is read from its texts, in no zone but its own.
    #[must_use]
    pub fn reparsed(&self) -> Self {
        let read = match &self.end_text {
            None => Self::parse(&self.text),
            Some(end_text) => Self::from_start_end(&self.text, end_text),
        };
        read.unwrap_or_else(|_| self.clone())
    }

    /// Returns whether it is a clock time with a zone, or a span that starts with one.
    ///
    /// Such a date is the same instant all over the world.
    pub const fn is_instant(&self) -> bool {
        self.offset.is_some()
    }

    /// Returns the part of its first second, in nanoseconds.
    ///
    /// `None` where the source tells none.
    pub const fn nanos(&self) -> Option<u32> {
        self.nanos
    }

    /// Returns the last nanosecond of its last second that it may mean.
    ///
    /// Of `.25` that of `.259999999`; `None` where the source tells no part of a second.
    pub fn last_nano(&self) -> Option<u32> {
        let fraction = DateTime::parse(&self.text)?.ok()?.clock.fraction?;
        Some(fraction.last())
    }

    /// Returns the offset of its start, in minutes east of Greenwich.
    ///
    /// `None` where the start has no zone.
    pub const fn offset(&self) -> Option<i16> {
        self.offset
    }

    /// Returns the text as the author wrote it.
    ///
    /// The start alone where the end was given apart.
    pub fn as_written(&self) -> &str {
        &self.text
    }

    /// Returns the whole date as the author wrote it.
    ///
    /// A slash stands before an end that was given apart. Clock times with a zone are as RFC 3339 has them, by the clock of the zone in which the date is told, if it is told in
    /// one.
    pub fn written(&self) -> Cow<'_, str> {
        let told = |text: &'_ str| -> Option<String> {
            self.is_instant().then(|| DateTime::parse(text)?.ok()?.in_zone(self.told))?
        };
        match &self.end_text {
            None => told(&self.text).map_or(Cow::Borrowed(&*self.text), Cow::Owned),
            Some(end_text) => {
                let text = |text: &Text| told(text).unwrap_or_else(|| text.to_string());
                Cow::Owned(format!("{}/{}", text(&self.text), text(end_text)))
            }
        }
    }

    /// Returns the text of the end; `None` unless it was given apart.
    pub fn end_as_written(&self) -> Option<&str> {
        self.end_text.as_deref()
    }

    /// Returns the four bounds, in inclusive seconds.
    pub const fn bounds(&self) -> &DateBounds {
        &self.bounds
    }

    /// Returns the dates of which one is right, each from its first to its last second.
    ///
    /// Empty unless it is a one-of set (EDTF level 2).
    pub fn alternatives(&self) -> Vec<MomentRange> {
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

    /// Returns whether the source says "about": `~` or `%` (EDTF level 1).
    pub fn is_approximate(&self) -> bool {
        self.has_mark(|mark| matches!(mark, b'~' | b'%'))
    }

    /// Returns whether the source may be wrong: `?` or `%` (EDTF level 1).
    pub fn is_uncertain(&self) -> bool {
        self.has_mark(|mark| matches!(mark, b'?' | b'%'))
    }

    /// Returns whether it has a clock time.
    pub fn has_clock(&self) -> bool {
        self.text.contains(':')
    }

    /// Returns the moment at which an event of this date stands on the axis.
    ///
    /// It does not depend on the zoom. Of several dates of which one is right, that of the first. `None` if nothing of it is finite.
    pub fn display_moment(&self) -> Option<Moment> {
        let first = self.alternatives().into_iter().find(|it| it.earliest.is_finite() && it.latest.is_finite());
        match first {
            Some(first) => DateBounds::point(first.earliest, first.latest).display_moment(),
            None => self.bounds.display_moment(),
        }
    }

    /// The date taken apart for wording, in the zone in which it is told.
    pub(super) fn expr(&self) -> Option<DateExpr> {
        let start = DateExpr::of(&self.text)?;
        let expr = match self.end_text.as_deref().map(DateExpr::of) {
            None => start,
            Some(end) => DateExpr::joined(start, end?)?,
        };
        Some(expr.in_zone(self.told))
    }

    fn has_mark(&self, wanted: fn(u8) -> bool) -> bool {
        self.text.bytes().any(wanted) || self.end_text.as_deref().is_some_and(|end| end.bytes().any(wanted))
    }

    fn error(text: &str, fault: DateFault) -> DateError {
        DateError { text: text.to_owned(), fault, offset: 0 }
    }
}
