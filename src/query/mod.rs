//! The filter: one line of text, what it means, which events it keeps, and where its words stand.
//! The text is the whole truth; keys and menus edit it ([`Query::toggle`]), the screen shows its terms.

mod facet;
mod field;
mod haystack;
mod highlight;
mod matcher;
mod parse;
mod run;
mod term;

pub use facet::{FacetValue, State, values};
pub use field::{Field, Value};
pub use haystack::Haystack;
pub use highlight::matches;
pub use run::run;
pub use term::{Query, Term, Test};
