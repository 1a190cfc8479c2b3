//! What is wrong with a date of a column: facts, and their wording.

use super::{date_order::DateOrder, epoch_unit::EpochUnit};
use crate::messages::{Locale, dates};

/// What is wrong with a date of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnFault {
    /// Some cells of the column have the day first, others the month.
    BothOrders {
        /// A cell that has the day first.
        day_first: String,
        /// A cell that has the month first.
        month_first: String,
    },
    /// There is such a day, but not in the order of the column.
    AgainstOrder {
        /// The order of the column.
        order: DateOrder,
        /// The only order in which there is; `None` where several fit.
        only: Option<DateOrder>,
    },
    /// Two digits for the year.
    ShortYear,
    /// A number that would be a time before 1990 or after 2099.
    EpochRange {
        /// What its digits say that it counts.
        unit: EpochUnit,
    },
    /// A number of days as spreadsheets have it.
    Serial {
        /// The day that it stands for, as EDTF has it.
        day: String,
    },
}

impl ColumnFault {
    pub(super) fn message(&self, locale: Locale) -> String {
        match self {
            Self::BothOrders { day_first, month_first } => dates::both_orders(locale, day_first, month_first),
            Self::AgainstOrder { order, only: Some(only) } => {
                dates::against_order(locale, order.text(locale), only.text(locale))
            }
            Self::AgainstOrder { order, only: None } => dates::year_last(locale, order.text(locale)),
            Self::ShortYear => dates::short_year(locale).to_owned(),
            Self::EpochRange { unit } => dates::epoch_range(locale, unit.text(locale)),
            Self::Serial { day } => dates::serial(locale, day),
        }
    }
}
