//! The date of an event: [EDTF] text (ISO 8601-2) with its four bounds, read and printed.
//!
//! Levels 0 and 1 whole; of level 2 the one-of sets, qualified parts, quarters and halves. The rest is refused by name.
//!
//! [EDTF]: https://www.loc.gov/standards/datetime/

mod calendar;
mod clock;
mod clock_words;
mod column;
mod column_fault;
mod date_order;
mod digits;
mod edtf;
mod english;
mod epoch_unit;
mod era;
mod event_date;
mod event_date_text;
mod expr;
mod fault;
mod fields;
mod hint;
mod japanese;
mod named_period;
mod printed;
mod short;
mod span_words;
mod tokens;
mod words;
mod year;

pub use column::{CellDate, ClockZero, ColumnForm, ColumnNote, ColumnSurvey, DateCensus, MissingYear, Proof};
pub use column_fault::ColumnFault;
pub use date_order::DateOrder;
pub use epoch_unit::EpochUnit;
pub use event_date::EventDate;
pub use fault::{ClockFault, DateError, DateFault, SpellingRule, Unsupported};
pub use year::{read_year, year_name};
