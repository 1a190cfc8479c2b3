//! Dates in three numbers, with a clock time or without: `31/12/2024`, `12-31-2024 9:05 PM`, `2024.1.5`.

use chrono::NaiveDate;

use super::{
    super::{
        calendar::last_day,
        clock::Clock,
        column_fault::ColumnFault,
        date_order::DateOrder,
        event_date::EventDate,
        fault::{ClockFault, DateError, DateFault},
    },
    compose,
};

/// Three numbers with the same sign between them, and what stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumericDate<'a> {
    pub(super) first: u32,
    pub(super) second: u32,
    third: u32,
    pub(super) year: YearPlace,
    clock: &'a str,
}

/// Where the year stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearPlace {
    First,
    Last,
    /// It has two digits, and so can be any of the three.
    Short,
}

impl<'a> NumericDate<'a> {
    /// Takes a cell apart; `None` if it is nothing like that.
    pub(super) fn of(cell: &'a str) -> Option<Self> {
        let (first, first_digits, rest) = number(cell)?;
        let sign = *rest.as_bytes().first().filter(|sign| matches!(sign, b'/' | b'-' | b'.'))?;
        let (second, second_digits, rest) = number(rest.get(1..)?)?;
        let (third, third_digits, clock) = number(rest.strip_prefix(char::from(sign))?)?;
        let year = match (first_digits, second_digits, third_digits) {
            (4, 1..=2, 1..=2) => YearPlace::First,
            (1..=2, 1..=2, 4) => YearPlace::Last,
            (1..=2, 1..=2, 2) => YearPlace::Short,
            _ => return None,
        };
        let is_apart = clock.is_empty() || clock.starts_with([' ', ',', 'T', '\u{A0}']);
        is_apart.then_some(Self { first, second, third, year, clock })
    }

    /// Whether day and month cannot be told apart.
    pub(super) const fn is_ambiguous(&self) -> bool {
        matches!((self.year, self.first, self.second), (YearPlace::Last, 1..=12, 1..=12)) && self.first != self.second
    }

    /// The only order in which there is such a day, if the numbers themselves show that; `None` where both fit or neither.
    pub(super) const fn shows(&self) -> Option<DateOrder> {
        match (self.year, self.first, self.second) {
            (YearPlace::Last, 13..=31, 1..=12) => Some(DateOrder::DayMonthYear),
            (YearPlace::Last, 1..=12, 13..=31) => Some(DateOrder::MonthDayYear),
            _ => None,
        }
    }

    /// The order in which less is wrong with numbers that no order makes a day of.
    pub(super) const fn likely(&self) -> DateOrder {
        if matches!(self.second, 1..=12) { DateOrder::DayMonthYear } else { DateOrder::MonthDayYear }
    }

    /// The date in this order.
    pub(super) fn read(&self, cell: &str, order: DateOrder) -> Result<EventDate, DateError> {
        let at = |offset, fault| DateError { text: cell.to_owned(), fault, offset };
        let day = self.day(order).map_err(|fault| at(0, fault))?;
        match self.clock() {
            Ok(None) => Ok(compose::day(day)),
            Ok(Some(clock)) => Ok(compose::time(day, clock)),
            Err(fault) => Err(at(cell.len() - self.clock.len(), DateFault::Clock(fault))),
        }
    }

    /// Both days that it can mean, the earlier one first; their clock time is lost.
    pub(super) fn one_of(&self) -> Result<EventDate, DateFault> {
        let (one, other) = (self.day(DateOrder::DayMonthYear)?, self.day(DateOrder::MonthDayYear)?);
        let text = format!("[{},{}]", one.min(other), one.max(other));
        EventDate::parse(&text).map_err(|error| error.fault)
    }

    fn day(&self, order: DateOrder) -> Result<NaiveDate, DateFault> {
        let Self { first, second, third, .. } = *self;
        let (year, month, day) = match (self.year, order) {
            (YearPlace::First, _) | (YearPlace::Short, DateOrder::YearMonthDay) => (first, second, third),
            (YearPlace::Last, DateOrder::YearMonthDay) => {
                let (order, only) = (DateOrder::YearMonthDay, self.shows());
                return Err(DateFault::InColumn(ColumnFault::AgainstOrder { order, only }));
            }
            (_, DateOrder::DayMonthYear) => (third, second, first),
            (_, DateOrder::MonthDayYear) => (third, first, second),
        };
        let year = match (self.year, year) {
            // As POSIX has it (`strptime`, `%y`).
            (YearPlace::Short, 69..) => 1900 + year,
            (YearPlace::Short, _) => 2000 + year,
            _ => year,
        };
        let year = i32::try_from(year).map_err(|_| DateFault::Empty)?;
        let last = last_day(year, month).ok_or(DateFault::NoSuchMonth { month })?;
        NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::NoSuchDay { year, month, day, last })
    }

    /// The clock time behind the numbers, if there is one.
    fn clock(&self) -> Result<Option<Clock>, ClockFault> {
        let text = self.clock.trim_start_matches([' ', ',', 'T', '\u{A0}']);
        if text.is_empty() || text.bytes().all(|byte| matches!(byte, b'-' | b':')) {
            return Ok(None);
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (hour, rest) = text.split_at_checked(digits).ok_or(ClockFault::Form)?;
        let hour: u8 = hour.parse().ok().filter(|_| digits <= 2).ok_or(ClockFault::Form)?;
        let end = rest.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b',')).count();
        let (minutes, behind) = rest.split_at_checked(end).ok_or(ClockFault::Form)?;
        let behind = behind.trim();
        let half = ["a.m.", "p.m.", "am", "pm", "a", "p"].into_iter().find(|half| {
            let rest = behind.get(half.len()..).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()));
            rest.is_some() && behind.get(..half.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(half))
        });
        let hour = match half {
            None => hour,
            Some(_) if !(1..=12).contains(&hour) => return Err(ClockFault::NoSuchHour { hour }),
            Some(half) => hour % 12 + if half.starts_with('p') { 12 } else { 0 },
        };
        let zone = behind.get(half.map_or(0, str::len)..).unwrap_or_default().trim();
        // `9 PM` has no minutes.
        let minutes = if minutes.is_empty() && half.is_some() { ":00" } else { minutes };
        let read = match (half, digits) {
            (None, 2) => Clock::parse(text),
            _ => Clock::parse(&format!("{hour:02}{minutes}{zone}")),
        };
        read.map(Some).map_err(|(fault, _)| fault)
    }
}

/// The number that a text begins with, how many digits it has, and what stands behind it.
fn number(text: &str) -> Option<(u32, usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).filter(|_| (1..=4).contains(&digits))?;
    Some((number.parse().ok()?, digits, rest))
}
