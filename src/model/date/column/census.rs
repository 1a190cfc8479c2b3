//! What all dates of a column together show: days that a program filled in, and clocks that were never set.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::{
    super::{
        super::{DAY, Moment},
        event_date::EventDate,
    },
    note::ColumnNote,
};

/// So many dates on one day of the year, in so many years, and so many in a hundred of all.
const MIN_SAME_DAYS: usize = 5;
const MIN_YEARS: u32 = 5;
const MAX_PERCENT_SAME_DAY: usize = 8;
/// So many clock times at midnight, and so many in a hundred of all.
const MIN_MIDNIGHTS: usize = 5;
const MAX_PERCENT_MIDNIGHT: usize = 30;
/// So many dates on the first of a month that is not one of those days, in so many months of the year, and so many in a hundred of all.
const MIN_FIRSTS: usize = 10;
const MIN_MONTHS: usize = 4;
const MAX_PERCENT_FIRSTS: usize = 40;
/// Places for the days of a year, by month and day.
const DAYS: usize = 12 * MAX_DAYS;
/// So many days a month has at most.
const MAX_DAYS: usize = 31;

/// Days of the year and clock times of many dates, counted.
#[derive(Debug, Clone)]
pub struct DateCensus {
    days: Vec<DayCount>,
    /// How many dates were looked at, known to the day or not.
    seen: usize,
    dates: usize,
    clocks: usize,
    midnights: usize,
    /// The number of the first date at midnight.
    first_midnight: usize,
}

/// The dates on a day of the year.
#[derive(Debug, Clone, Copy, Default)]
struct DayCount {
    count: usize,
    /// In which years: each a bit, by its last two digits and some.
    years: u128,
    /// The number of the first.
    first: usize,
}

impl Default for DateCensus {
    fn default() -> Self {
        Self { days: vec![DayCount::default(); DAYS], seen: 0, dates: 0, clocks: 0, midnights: 0, first_midnight: 0 }
    }
}

impl DateCensus {
    /// Counts a date. What is less exact than a day says nothing.
    pub fn push(&mut self, date: &EventDate) {
        let number = self.seen;
        self.seen += 1;
        let Some((time, has_clock)) = civil(date) else { return };
        self.dates += 1;
        let place = time.month0() as usize * MAX_DAYS + time.day0() as usize;
        if let Some(day) = self.days.get_mut(place) {
            day.first = if day.count == 0 { number } else { day.first };
            day.count += 1;
            day.years |= 1 << time.year().rem_euclid(128);
        }
        self.clocks += usize::from(has_clock);
        if has_clock && time.num_seconds_from_midnight() == 0 && date.nanos().unwrap_or(0) == 0 {
            self.first_midnight = if self.midnights == 0 { number } else { self.first_midnight };
            self.midnights += 1;
        }
    }

    /// What is suspicious about them, each with the number of the first date that shows it, from 0.
    pub fn notes(&self) -> Vec<(usize, ColumnNote)> {
        let spikes = self.days.iter().enumerate().filter(|(_, day)| self.is_spike(day)).map(|(place, day)| {
            let part = |part: usize| u8::try_from(part + 1).unwrap_or(1);
            let note = ColumnNote::SameDay {
                month: part(place / MAX_DAYS),
                day: part(place % MAX_DAYS),
                cells: day.count,
                of: self.dates,
                years: day.years.count_ones(),
            };
            (day.first, note)
        });
        let midnight = ColumnNote::Midnight { cells: self.midnights, of: self.clocks };
        let is_coarse = self.midnights >= MIN_MIDNIGHTS && self.midnights * 100 > self.clocks * MAX_PERCENT_MIDNIGHT;
        let midnight = is_coarse.then_some((self.first_midnight, midnight));
        spikes.chain(self.firsts()).chain(midnight).collect()
    }

    /// Whether a day of the year has too many of all dates.
    fn is_spike(&self, day: &DayCount) -> bool {
        day.count >= MIN_SAME_DAYS
            && day.years.count_ones() >= MIN_YEARS
            && day.count * 100 > self.dates * MAX_PERCENT_SAME_DAY
    }

    /// What is suspicious about the first days of months, those aside that are suspicious by themselves.
    fn firsts(&self) -> Option<(usize, ColumnNote)> {
        let firsts = self.days.iter().step_by(MAX_DAYS).filter(|day| day.count > 0 && !self.is_spike(day));
        let (months, cells) = firsts.clone().fold((0, 0), |(months, cells), day| (months + 1, cells + day.count));
        let is_coarse = months >= MIN_MONTHS && cells >= MIN_FIRSTS && cells * 100 > self.dates * MAX_PERCENT_FIRSTS;
        let first = firsts.map(|day| day.first).min()?;
        is_coarse.then_some((first, ColumnNote::FirstOfMonth { cells, of: self.dates }))
    }
}

/// The day of a date and its time as the source writes it, and whether it has one; `None` for what is less exact.
fn civil(date: &EventDate) -> Option<(NaiveDateTime, bool)> {
    let start = date.bounds().start;
    let length = start.latest.seconds().saturating_sub(start.earliest.seconds());
    if !start.earliest.is_finite() || length >= DAY {
        return None;
    }
    let offset = date.offset().map_or(0, |minutes| i64::from(minutes) * 60);
    let time = Moment::from_seconds(start.earliest.seconds() + offset).civil();
    Some((time, length < DAY - 1))
}
