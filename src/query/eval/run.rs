//! Which events a query keeps.

use super::{QueryEvaluator, fuzzy, predicate, ternary::TernarySet};
use crate::{
    model::{EventIndex, Timeline},
    query::{Predicate, Query, QueryTerm, TextIndex, TextKind, index::SearchScope},
    text::{fold, other_spellings},
};

/// The texts in which a number is looked for. Addresses and titles of sources are full of years that are not meant.
pub(in crate::query) const NUMBER_KINDS: [TextKind; 7] = [
    TextKind::Title,
    TextKind::Quote,
    TextKind::Person,
    TextKind::Speaker,
    TextKind::Org,
    TextKind::Place,
    TextKind::Other,
];

/// What a query keeps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueryResult {
    /// All events that the query keeps or may keep, in order of time.
    pub events: Vec<EventIndex>,
    /// Those of them of which it is not certain, as their date is not known that exactly.
    pub possible: Vec<EventIndex>,
}

/// The events for which every term holds or may hold.
pub fn run(query: &Query, timeline: &Timeline, text_index: &TextIndex) -> QueryResult {
    QueryEvaluator::new(timeline, text_index).run(query).unwrap_or_default()
}

impl QueryEvaluator<'_> {
    /// The events for which every term of the query holds or may hold; `None` if the answer was not wanted any more.
    pub fn run(&self, query: &Query) -> Option<QueryResult> {
        if query.is_empty() {
            return Some(QueryResult { events: self.timeline.indices().collect(), possible: Vec::new() });
        }
        let mut answer = conjunction(&query.terms, self);
        if self.is_partial() {
            answer.and(&TernarySet::certain(self.filter_by_meta(|_, _| true)));
        }
        if self.is_cancelled() {
            return None;
        }
        let TernarySet { certain, possible } = answer;
        Some(QueryResult {
            events: possible.ones().map(EventIndex::new).collect(),
            possible: possible.difference(&certain).map(EventIndex::new).collect(),
        })
    }
}

fn conjunction(terms: &[QueryTerm], evaluator: &QueryEvaluator<'_>) -> TernarySet {
    let mut kept = TernarySet::all(evaluator.timeline.len());
    for term in terms {
        kept.and(&answer(term, evaluator));
    }
    kept
}

fn answer(term: &QueryTerm, evaluator: &QueryEvaluator<'_>) -> TernarySet {
    let events = evaluator.timeline.len();
    let answer = match &term.predicate {
        Predicate::Text(words) => match fold(words) {
            // Words of which folding leaves nothing ask for nothing, and exclude nothing.
            needle if needle.is_empty() => return TernarySet::all(events),
            needle => {
                let mut found = evaluator.find(&needle, SearchScope::All);
                for other in other_spellings(&needle) {
                    found.union_with(&evaluator.find(&other, SearchScope::All));
                }
                TernarySet::certain(found)
            }
        },
        Predicate::Acronym(word) => TernarySet::certain(evaluator.find(&fold(word), SearchScope::WholeWords)),
        Predicate::Fuzzy(word) => TernarySet::certain(fuzzy::find(evaluator, word)),
        Predicate::Field(field, values) => predicate::answer(*field, values, evaluator),
        Predicate::Date(date) => {
            let mut answer = evaluator.evaluate_meta(date.within(evaluator.timeline));
            if let Some(number) = date.number() {
                answer.or(&TernarySet::certain(evaluator.find(number, SearchScope::Kinds(&NUMBER_KINDS))));
            }
            answer
        }
        Predicate::AnyOf(alternatives) => {
            let mut any = TernarySet::none(events);
            for terms in alternatives {
                any.or(&conjunction(terms, evaluator));
            }
            any
        }
    };
    if term.excludes { answer.not() } else { answer }
}
