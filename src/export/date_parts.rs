//! A date as other formats have it: a year, and as much of month and day as is known.

use chrono::{Datelike, NaiveDate};

use crate::model::{DAY, EventDate, Moment, MomentRange};

/// The parts of one end of a date that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DateParts {
    /// The astronomical year: 0 is 1 BC.
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

impl DateParts {
    /// The parts that the whole range has in common; `None` where it is open or not known.
    pub(super) fn of(range: MomentRange) -> Option<Self> {
        if !range.earliest.is_finite() || !range.latest.is_finite() {
            return None;
        }
        let (first, last) = (range.earliest.civil().date(), range.latest.civil().date());
        let year = first.year();
        if year != last.year() {
            return Some(Self { year, month: None, day: None });
        }
        let month = (first.month() == last.month()).then(|| first.month());
        let day = month.is_some().then(|| first.day()).filter(|_| first == last);
        Some(Self { year, month, day })
    }

    /// The year as those count it who know no year 0: 44 BC is -44.
    pub(super) const fn historical_year(self) -> i32 {
        if self.year > 0 { self.year } else { self.year.saturating_sub(1) }
    }

    /// Whether they say all that the range does: a whole year, a whole month or one day.
    pub(super) fn says_all_of(self, range: MomentRange) -> bool {
        let (Some(first), Some(last)) = (self.first_day(), self.last_day()) else { return false };
        let midnight = |date: NaiveDate| Moment::at(date.and_time(chrono::NaiveTime::MIN));
        midnight(first) == range.earliest && midnight(last).plus(DAY - 1) == range.latest
    }

    fn first_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last_day(self) -> Option<NaiveDate> {
        match (self.month, self.day) {
            (None, _) => NaiveDate::from_ymd_opt(self.year, 12, 31),
            (Some(_), Some(_)) => self.first_day(),
            (Some(month), None) => {
                let next = if month == 12 { (self.year.checked_add(1)?, 1) } else { (self.year, month + 1) };
                NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()
            }
        }
    }
}

/// Whether a date is no more than its parts: nothing about it is doubtful, open or one of several.
pub(super) fn is_plain(date: &EventDate) -> bool {
    let ends = [date.bounds().start, date.bounds().end];
    let parts_say_all = ends.into_iter().all(|end| DateParts::of(end).is_some_and(|parts| parts.says_all_of(end)));
    (parts_say_all || date.has_clock()) && !date.is_approximate() && !date.is_uncertain()
}

/// Whether the day is known on which it started, and that on which it ended.
pub(super) fn is_known_to_the_day(date: &EventDate) -> bool {
    let ends = [date.bounds().start, date.bounds().end];
    let has_day = ends.into_iter().all(|end| DateParts::of(end).is_some_and(|parts| parts.day.is_some()));
    has_day && !date.is_approximate() && !date.is_uncertain()
}
