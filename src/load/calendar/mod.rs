//! Reading iCalendar ([RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)) with the place of everything: one bad event costs that
//! event.

mod civil_time;
mod component;
mod content_line;
mod duration;
mod entry;
mod folds;
mod reader;
mod stamp;
mod time_zone;

pub(super) use folds::mend_folds;
pub(super) use reader::read;
