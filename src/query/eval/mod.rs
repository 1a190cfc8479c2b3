//! Which events a query keeps.

mod date;
mod evaluator;
mod fuzzy;
mod passages;
mod predicate;
mod run;
mod ternary;
mod vocabulary;

pub use evaluator::QueryEvaluator;
pub use fuzzy::best_match;
pub(super) use fuzzy::{FUZZY_KINDS, pattern};
pub use passages::QuoteRef;
pub(super) use passages::SpeakerFilter;
pub(super) use run::NUMBER_KINDS;
pub use run::{QueryResult, run};
