//! The date of an event: EDTF text (ISO 8601-2) with its four bounds, read and printed.
//!
//! Levels 0 and 1 whole; of level 2 the one-of sets, a doubtful part, quarters and halves. The rest is refused by name.

mod accept;
mod clock;
mod clock_words;
mod digits;
mod english;
mod era;
mod event_date;
mod fault;
mod hint;
mod japanese;
mod parts;
mod printed;
mod reading;
mod span_words;
mod tokens;
mod words;
mod year;

pub use event_date::{EventDate, Precision};
pub use fault::{ClockFault, DateError, DateFault, Spelling, Unsupported};
pub use year::{read_year, year_name};
