//! The concordance: every place where the words of a query stand, each with the text around it (keyword in context).

mod counts;
mod line;
mod order;
mod terms;

pub use counts::{Concordance, by_years, first_of_years};
pub use line::{ConcordanceLine, OccurrenceRef};
pub use order::ConcordanceOrder;
pub use terms::ConcordanceTerms;
