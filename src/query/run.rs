//! Which events a query keeps.

use super::{Haystack, Query, Search, Term, Test, answer::Answer, fuzzy, haystack::Within, matcher, part::Part};
use crate::{
    model::{EventIndex, Timeline},
    text::fold,
};

/// The texts in which a number is looked for. Addresses and titles of sources are full of years that are not meant.
const NUMBERED: [Part; 6] = [Part::Title, Part::Quote, Part::Person, Part::Org, Part::Place, Part::Other];

/// What a query keeps.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// All events that the query keeps or may keep, in order of time.
    pub events: Vec<EventIndex>,
    /// Those of them of which it is not certain, as their date is not known that exactly.
    pub possible: Vec<EventIndex>,
}

/// The events for which every term holds or may hold.
pub fn run(query: &Query, timeline: &Timeline, haystack: &Haystack) -> Found {
    Search::new(timeline, haystack).run(query).unwrap_or_default()
}

impl Search<'_> {
    /// The events for which every term of the query holds or may hold; `None` if the answer was not wanted any more.
    pub fn run(&self, query: &Query) -> Option<Found> {
        if query.is_empty() {
            return Some(Found { events: self.timeline.indices().collect(), possible: Vec::new() });
        }
        let mut answer = conjunction(&query.terms, self);
        if self.is_partial() {
            answer.and(&Answer::certain(self.ask_facts(|_, _| true)));
        }
        if self.is_over() {
            return None;
        }
        let Answer { certain, possible } = answer;
        Some(Found {
            events: possible.ones().map(EventIndex::new).collect(),
            possible: possible.difference(&certain).map(EventIndex::new).collect(),
        })
    }
}

fn conjunction(terms: &[Term], search: &Search<'_>) -> Answer {
    let mut kept = Answer::all(search.timeline.len());
    for term in terms {
        kept.and(&answer(term, search));
    }
    kept
}

fn answer(term: &Term, search: &Search<'_>) -> Answer {
    let events = search.timeline.len();
    let answer = match &term.test {
        Test::Words(words) => match fold(words) {
            // Words of which folding leaves nothing ask for nothing, and exclude nothing.
            needle if needle.is_empty() => return Answer::all(events),
            needle => Answer::certain(search.find(&needle, Within::All)),
        },
        Test::Fuzzy(word) => Answer::certain(fuzzy::find(search, word)),
        Test::Field(field, values) => matcher::answer(*field, values, search),
        Test::Date(date) => {
            let mut answer = search.ask_certainty(date.within(search.timeline));
            if let Some(number) = date.number() {
                answer.or(&Answer::certain(search.find(number, Within::Parts(&NUMBERED))));
            }
            answer
        }
        Test::Either(alternatives) => {
            let mut any = Answer::none(events);
            for terms in alternatives {
                any.or(&conjunction(terms, search));
            }
            any
        }
    };
    if term.excludes { answer.not() } else { answer }
}
