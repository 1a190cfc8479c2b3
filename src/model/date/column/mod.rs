//! Dates of a column: what stands in a table without saying how it is to be read. How, is decided once for all of its cells, by
//! what they hold; a cell that can mean two days is never settled by itself.

mod census;
mod clock_zero;
mod compose;
mod epoch;
mod form;
mod named;
mod note;
mod numeric;
mod undated;
mod yearless;

pub use census::DateCensus;
pub use clock_zero::ClockZero;
pub use form::{CellDate, ColumnForm, ColumnSurvey};
pub use note::{ColumnNote, Proof};
pub use yearless::MissingYear;
