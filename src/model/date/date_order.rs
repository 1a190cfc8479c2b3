//! The order of day, month and year.

use std::str::FromStr;

use crate::messages::{Locale, dates};

/// In which order a date in numbers has its day, its month and its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 31/12/2024.
    DayMonthYear,
    /// 12/31/2024.
    MonthDayYear,
    /// 2024/12/31.
    YearMonthDay,
}

impl DateOrder {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::DayMonthYear, Self::MonthDayYear, Self::YearMonthDay];

    /// Its name on the command line: `dmy`, `mdy`, `ymd`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DayMonthYear => "dmy",
            Self::MonthDayYear => "mdy",
            Self::YearMonthDay => "ymd",
        }
    }

    /// As readers know it: `D/M/Y`.
    pub(super) const fn text(self, locale: Locale) -> &'static str {
        match self {
            Self::DayMonthYear => dates::day_month_year(locale),
            Self::MonthDayYear => dates::month_day_year(locale),
            Self::YearMonthDay => dates::year_month_day(locale),
        }
    }
}

impl FromStr for DateOrder {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|order| order.name().eq_ignore_ascii_case(text.trim())).ok_or(())
    }
}
