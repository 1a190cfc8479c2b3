//! Which events a query keeps.

use super::{Haystack, Query, Test, matcher::Matcher};
use crate::{
    model::{EventIx, Timeline},
    text::fold,
};

/// The events for which every term holds, in order of time.
pub fn run(query: &Query, timeline: &Timeline, haystack: &Haystack) -> Vec<EventIx> {
    let mut kept: Vec<EventIx> = timeline.indices().collect();
    for term in &query.terms {
        match &term.test {
            Test::Words(words) => {
                let needle = fold(words);
                if needle.is_empty() {
                    continue;
                }
                let found = haystack.find(&needle);
                kept.retain(|ix| found.binary_search(ix).is_ok() != term.excludes);
            }
            Test::Field(field, values) => {
                let matcher = Matcher::new(*field, values, timeline);
                kept.retain(|&ix| timeline.event(ix).is_some_and(|event| matcher.holds(event) != term.excludes));
            }
        }
    }
    kept
}
