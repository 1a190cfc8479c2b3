//! The filter: one line of text, what it means, which events it keeps, and where its words stand.
//! The text is the whole truth; keys and menus edit it ([`Query::toggle`]), the screen shows its terms.

mod candidates;
mod completion;
mod concordance;
mod eval;
mod event_names;
mod explanation;
mod facet;
mod field;
mod field_about;
mod highlight;
mod index;
mod known_matches;
mod needle;
mod overview;
mod par_chunks;
mod parse;
mod tag_counts;
mod value_source;
mod worker;

pub use candidates::WordCandidates;
pub use completion::{Completion, CompletionItem, complete, complete_date};
pub use concordance::{
    Concordance, ConcordanceLine, ConcordanceOrder, ConcordanceTerms, OccurrenceRef, by_years, first_of_years,
};
pub use eval::{QueryEvaluator, QueryResult, QuoteRef, best_match, run};
pub use event_names::EventNames;
pub use explanation::Explanation;
pub use facet::{FacetState, FacetValue, values};
pub use field::{Field, FieldValue, HAS, IS};
pub use highlight::{Needles, matches};
pub use index::{TextChunk, TextIndex, TextKind};
pub use overview::QueryOverview;
pub use par_chunks::par_chunks;
pub use parse::{Chip, DatePredicate, FaultKind, ParsedQuery, PlainDate, Predicate, Query, QueryFault, QueryTerm};
pub use worker::{FoundEvents, SearchGoal, SearchRequest, SearchResponse, SearchWorker};
