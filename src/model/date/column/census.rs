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
/// Places for the days of a year, by month and day.
const DAYS: usize = 12 * 31;

/// Days of the year and clock times of many dates, counted.
#[derive(Debug, Clone)]
pub struct DateCensus {
    /// Of each day of the year how many dates there are, and in which years: each a bit, by its last two digits and some.
    days: Vec<(usize, u128)>,
    dates: usize,
    clocks: usize,
    midnights: usize,
}

impl Default for DateCensus {
    fn default() -> Self {
        Self { days: vec![(0, 0); DAYS], dates: 0, clocks: 0, midnights: 0 }
    }
}

impl DateCensus {
    /// Counts a date. What is less exact than a day says nothing.
    pub fn push(&mut self, date: &EventDate) {
        let Some((time, has_clock)) = civil(date) else { return };
        self.dates += 1;
        let place = time.month0() as usize * 31 + time.day0() as usize;
        if let Some((count, years)) = self.days.get_mut(place) {
            *count += 1;
            *years |= 1 << time.year().rem_euclid(128);
        }
        self.clocks += usize::from(has_clock);
        self.midnights +=
            usize::from(has_clock && time.num_seconds_from_midnight() == 0 && date.nanos().unwrap_or(0) == 0);
    }

    /// What is suspicious about them.
    pub fn notes(&self) -> Vec<ColumnNote> {
        let Self { dates, clocks, midnights, .. } = *self;
        let is_spike = |(_, (count, years)): &(usize, &(usize, u128))| {
            *count >= MIN_SAME_DAYS && years.count_ones() >= MIN_YEARS && count * 100 > dates * MAX_PERCENT_SAME_DAY
        };
        let spikes = self.days.iter().enumerate().filter(is_spike).map(|(place, (cells, years))| {
            let part = |part: usize| u8::try_from(part + 1).unwrap_or(1);
            ColumnNote::SameDay {
                month: part(place / 31),
                day: part(place % 31),
                cells: *cells,
                of: dates,
                years: years.count_ones(),
            }
        });
        let is_coarse = midnights >= MIN_MIDNIGHTS && midnights * 100 > clocks * MAX_PERCENT_MIDNIGHT;
        spikes.chain(is_coarse.then_some(ColumnNote::Midnight { cells: midnights, of: clocks })).collect()
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
