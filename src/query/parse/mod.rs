//! The text of a query, and what it says.

mod ast;
mod date;
mod edit;
mod fault;
mod parsed_query;
mod parser;
mod plain_date;
mod reader;
mod values;

pub use ast::{Chip, Predicate, Query, QueryTerm};
pub use date::DatePredicate;
pub(super) use date::{DateScope, RangeEnd};
pub use fault::{FaultKind, QueryFault};
pub use parsed_query::ParsedQuery;
pub use plain_date::PlainDate;
pub(super) use values::{named, other_code, year};
