//! Which events a query keeps.

use super::{Haystack, Query, Term, Test, answer::Answer, fuzzy, haystack, matcher};
use crate::{
    model::{EventIx, Timeline},
    text::fold,
};

/// What a query keeps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// All events that the query keeps or may keep, in order of time.
    pub events: Vec<EventIx>,
    /// Those of them of which it is not certain, as their date is not known that exactly.
    pub possible: Vec<EventIx>,
}

/// The events for which every term holds or may hold.
pub fn run(query: &Query, timeline: &Timeline, haystack: &Haystack) -> Found {
    if query.is_empty() {
        return Found { events: timeline.indices().collect(), possible: Vec::new() };
    }
    let Answer { certain, possible } = conjunction(&query.terms, timeline, haystack);
    Found {
        events: possible.ones().map(EventIx::new).collect(),
        possible: possible.difference(&certain).map(EventIx::new).collect(),
    }
}

fn conjunction(terms: &[Term], timeline: &Timeline, haystack: &Haystack) -> Answer {
    let mut kept = Answer::all(timeline.events().len());
    for term in terms {
        kept.and(&answer(term, timeline, haystack));
    }
    kept
}

fn answer(term: &Term, timeline: &Timeline, haystack: &Haystack) -> Answer {
    let events = timeline.events().len();
    let answer = match &term.test {
        Test::Words(words) => match fold(words) {
            // Words of which folding leaves nothing ask for nothing, and exclude nothing.
            needle if needle.is_empty() => return Answer::all(events),
            needle => Answer::certain(sized(haystack.find(&needle, haystack::Within::All), events)),
        },
        Test::Fuzzy(word) => Answer::certain(sized(fuzzy::find(haystack, word), events)),
        Test::Field(field, values) => matcher::answer(*field, values, timeline, haystack),
        Test::Date(date) => Answer::of_bounds(timeline, |bounds| date.holds(bounds)),
        Test::Either(alternatives) => {
            let mut any = Answer::none(events);
            for terms in alternatives {
                any.or(&conjunction(terms, timeline, haystack));
            }
            any
        }
    };
    if term.excludes { answer.not() } else { answer }
}

/// As many bits as there are events, so that the opposite is one of them all.
fn sized(mut found: fixedbitset::FixedBitSet, events: usize) -> fixedbitset::FixedBitSet {
    found.grow(events);
    found
}
