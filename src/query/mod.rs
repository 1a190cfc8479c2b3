//! The filter: one line of text, what it means, which events it keeps, and where its words stand.
//! The text is the whole truth; keys and menus edit it ([`Query::toggle`]), the screen shows its terms.

mod answer;
mod approx;
mod complete;
mod date;
mod edit;
mod facet;
mod fault;
mod field;
mod fuzzy;
mod haystack;
mod highlight;
mod in_parts;
mod matcher;
mod part;
mod read;
mod run;
mod search;
mod searcher;
mod term;

pub use complete::{Completion, CompletionItem, complete};
pub use date::DateTest;
pub use facet::{FacetValue, State, values};
pub use fault::{FaultKind, QueryFault};
pub use field::{Field, HAS, IS, Value};
pub use fuzzy::best_match;
pub use haystack::{Haystack, Leaf};
pub use highlight::{Needles, matches};
pub use in_parts::in_parts;
pub use part::Part;
pub use read::Reading;
pub use run::{Found, run};
pub use search::Search;
pub use searcher::{Question, Reply, Searcher};
pub use term::{Query, Term, Test};
