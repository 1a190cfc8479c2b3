//! What is to be said of the dates of a column, once: facts, and their wording.

use super::{
    super::{calendar::month_name, date_order::DateOrder, epoch_unit::EpochUnit},
    clock_zero::ClockZero,
};
use crate::messages::{Locale, dates};

/// A cell that shows something, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The line on which the cell stands; `None` where that is not known, far within a long source.
    pub line: Option<usize>,
    /// The cell as written.
    pub cell: String,
}

/// What is to be said of the dates of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnNote {
    /// This cell has shown the order of day and month.
    OrderFound {
        /// The order.
        order: DateOrder,
        /// The cell.
        proof: Proof,
    },
    /// No cell shows the order of day and month: each date is one of two.
    OrderUnknown {
        /// How many cells can mean two days.
        cells: usize,
        /// The first of them.
        example: Proof,
    },
    /// Some cells have the day first, others the month: none of them is read.
    OrderMixed {
        /// One that has the day first.
        day_first: Proof,
        /// One that has the month first.
        month_first: Proof,
    },
    /// No clock time has a zone.
    ZoneNotStated,
    /// Some clock times have a zone, others have none.
    ZoneMixed {
        /// One that has.
        with: Proof,
        /// One that has none.
        without: Proof,
    },
    /// Times are counted since 1970 in several units.
    EpochUnits {
        /// The first cell of each.
        units: Vec<(EpochUnit, Proof)>,
    },
    /// Dates stand at the zero of a clock.
    Zero {
        /// Which zero.
        zero: ClockZero,
        /// How many cells.
        cells: usize,
        /// The first of them.
        example: Proof,
    },
    /// One day of the year has too many of all dates.
    SameDay {
        /// The month, from 1.
        month: u8,
        /// The day of the month.
        day: u8,
        /// How many dates are on it.
        cells: usize,
        /// Of how many.
        of: usize,
        /// In how many years.
        years: u32,
    },
    /// Too many dates are the first of a month.
    FirstOfMonth {
        /// How many.
        cells: usize,
        /// Of how many.
        of: usize,
    },
    /// Too many clock times are at midnight.
    Midnight {
        /// How many.
        cells: usize,
        /// Of how many.
        of: usize,
    },
}

impl ColumnNote {
    /// Whether something may not be as it was meant; else it is only to be known.
    pub const fn is_warning(&self) -> bool {
        !matches!(self, Self::OrderFound { .. } | Self::ZoneNotStated)
    }

    /// What is to be said.
    pub fn message(&self, locale: Locale) -> String {
        let shown = |proof: &Proof| proof.told(locale);
        match self {
            Self::OrderFound { order, proof } => dates::order_found(locale, order.text(locale), &shown(proof)),
            Self::OrderUnknown { cells, example } => dates::order_unknown(locale, *cells, &shown(example)),
            Self::OrderMixed { day_first, month_first } => {
                dates::order_mixed(locale, &shown(day_first), &shown(month_first))
            }
            Self::ZoneNotStated => dates::zone_not_stated(locale).to_owned(),
            Self::ZoneMixed { with, without } => dates::zone_mixed(locale, &shown(with), &shown(without)),
            Self::EpochUnits { units } => {
                let unit =
                    |(unit, proof): &(EpochUnit, Proof)| dates::unit_of_cell(locale, unit.text(locale), &shown(proof));
                let units: Vec<String> = units.iter().map(unit).collect();
                dates::epoch_units(locale, &units.join(dates::and(locale)))
            }
            Self::Zero { zero, cells, example } => dates::clock_zero(locale, *cells, zero.day(), &shown(example)),
            Self::SameDay { month, day, cells, of, years } => {
                dates::same_day(locale, *cells, *of, &day_of_month(*month, *day, locale), *years)
            }
            Self::FirstOfMonth { cells, of } => dates::first_of_month(locale, *cells, *of),
            Self::Midnight { cells, of } => dates::midnight(locale, *cells, *of),
        }
    }
}

impl Proof {
    fn told(&self, locale: Locale) -> String {
        match self.line {
            Some(line) => dates::cell_on_line(locale, &self.cell, line),
            None => dates::cell_further_down(locale, &self.cell),
        }
    }
}

/// A day of any year.
fn day_of_month(month: u8, day: u8, locale: Locale) -> String {
    match locale {
        Locale::English => format!("{day} {}", month_name(u32::from(month)).unwrap_or_default()),
        Locale::Japanese => format!("{month}月{day}日"),
    }
}
