//! Months and their days.

use chrono::{Datelike, Months, NaiveDate};

/// The months in order, in English.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns the English name of a month, counted from 1.
pub(super) fn month_name(month: u32) -> Option<&'static str> {
    usize::try_from(month).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?)).copied()
}

/// Returns the last day of a month; `None` for a month that does not exist.
pub(super) fn last_day(year: i32, month: u32) -> Option<u32> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt().map(|day| day.day())
}
