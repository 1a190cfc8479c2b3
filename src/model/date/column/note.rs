//! What is to be said of the dates of a column, once: facts, and their wording.

use super::{
    super::{calendar::month_name, date_order::DateOrder, epoch_unit::EpochUnit},
    clock_zero::ClockZero,
};

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
    pub fn message(&self) -> String {
        let shown = |proof: &Proof| match proof.line {
            Some(line) => format!("`{}` on line {line}", proof.cell),
            None => format!("`{}` further down", proof.cell),
        };
        match self {
            Self::OrderFound { order, proof } => format!("dates are {order}, as {} shows", shown(proof)),
            Self::OrderUnknown { cells, example } => format!(
                "day and month cannot be told apart in {cells} dates ({}): each is one of two days; \
                 `--dates dmy` or `--dates mdy` settles it",
                shown(example)
            ),
            Self::OrderMixed { day_first, month_first } => format!(
                "some dates have the day first ({}), others the month ({}): none of these is read; \
                 `--dates dmy` or `--dates mdy` reads those that fit",
                shown(day_first),
                shown(month_first)
            ),
            Self::ZoneNotStated => "clock times are told as they are written: their zone is not stated".to_owned(),
            Self::ZoneMixed { with, without } => {
                format!("some clock times have a zone ({}), others have none ({})", shown(with), shown(without))
            }
            Self::EpochUnits { units } => {
                let units: Vec<String> =
                    units.iter().map(|(unit, proof)| format!("{unit} ({})", shown(proof))).collect();
                format!(
                    "times are counted since 1970 in {}: each is read by how many digits it has",
                    units.join(" and ")
                )
            }
            Self::Zero { zero, cells, example } => format!(
                "{cells} of the times are {}, the zero of a clock that was never set ({})",
                zero.day(),
                shown(example)
            ),
            Self::SameDay { month, day, cells, of, years } => format!(
                "{cells} of {of} dates are {day} {} of {years} years: the day may have been filled in",
                month_name(u32::from(*month)).unwrap_or_default()
            ),
            Self::FirstOfMonth { cells, of } => {
                format!("{cells} of {of} dates are the first of a month: the day may have been filled in")
            }
            Self::Midnight { cells, of } => {
                format!("{cells} of {of} clock times are midnight: they may be days without a time")
            }
        }
    }
}
