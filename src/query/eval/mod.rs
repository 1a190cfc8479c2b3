//! Which events a query keeps.

mod date;
mod evaluator;
mod fuzzy;
mod passages;
mod predicate;
mod run;
mod ternary;
mod vocabulary;
mod worker;

pub use evaluator::QueryEvaluator;
pub use fuzzy::best_match;
pub(super) use fuzzy::pattern;
pub use passages::QuoteRef;
pub use run::{QueryResult, run};
pub use worker::{SearchRequest, SearchResponse, SearchWorker};
