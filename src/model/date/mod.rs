//! The date of an event: EDTF text (ISO 8601-2) with its four bounds, read and printed.
//!
//! Levels 0 and 1 whole; of level 2 the one-of sets, a doubtful part, quarters and halves. The rest is refused by name.

mod accept;
mod clock;
mod english;
mod event_date;
mod fault;
mod hint;
mod japanese;
mod reading;

pub use event_date::{EventDate, Precision};
pub use fault::{ClockFault, DateError, DateFault, Spelling, Unsupported};

use super::Lang;

/// A year as readers say it: "2023", "AD 12", "44 BC", 「2023年」, 「紀元前44年」. Years are astronomical: 0 is 1 BC.
pub fn year_name(year: i32, lang: Lang) -> String {
    if lang == Lang::Ja { japanese::year_name(year) } else { english::year_name(year) }
}
