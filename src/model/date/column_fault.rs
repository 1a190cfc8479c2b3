//! What is wrong with a date of a column: facts, and their wording.

use std::fmt;

use super::{date_order::DateOrder, epoch_unit::EpochUnit};

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

impl fmt::Display for ColumnFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BothOrders { day_first, month_first } => write!(
                f,
                "some dates of the column have the day first (`{day_first}`), others the month (`{month_first}`); \
                 say which with `--dates dmy` or `--dates mdy`"
            ),
            Self::AgainstOrder { order, only: Some(only) } => {
                write!(f, "the dates of the column are {order}, and this is {only}")
            }
            Self::AgainstOrder { order, only: None } => {
                write!(f, "the dates of the column are {order}, and the year of this one is last")
            }
            Self::ShortYear => {
                write!(f, "a year of two digits; say the order with `--dates dmy`, `--dates mdy` or `--dates ymd`")
            }
            Self::EpochRange { unit } => write!(f, "as {unit} since 1970 it is no time from 1990 to 2099"),
            Self::Serial { day } => write!(
                f,
                "it looks like the serial number of a day in a spreadsheet (1900 system: {day}); format the column as a date"
            ),
        }
    }
}
