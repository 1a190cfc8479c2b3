//! Why a query keeps nothing, or no less than it would without its last word.

use super::{FacetValue, Field, Predicate, Query, TextIndex, run, values};
use crate::{
    messages::{Locale, queries},
    model::{Lang, Timeline},
    text::{fold, suggest},
};

/// What is to be said of a query that keeps all or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explanation {
    /// The last term stands in so many of so many events, and tells few apart.
    NearlyAll {
        /// The term, as the query writes it.
        term: String,
        /// The events that have it.
        kept: usize,
        /// The events that the rest of the query keeps.
        of: usize,
    },
    /// Nothing is kept; without this term so many events would be.
    Without {
        /// The term, as the query writes it.
        term: String,
        /// The events that would be kept.
        count: usize,
    },
    /// No event has the word; so many have this instead.
    Instead {
        /// The word, as the query writes it.
        term: String,
        /// What finds something.
        instead: String,
        /// The events that it would keep.
        count: usize,
    },
}

/// Terms that are left out one by one to see which of them keeps everything away.
const MAX_TERMS: usize = 12;
/// Events below which it goes without saying that a word stands in all of them.
const MIN_EVENTS: usize = 10;

impl Explanation {
    /// Explains a query that keeps so many events; `None` where there is nothing to say.
    pub fn of(query: &Query, kept: usize, timeline: &Timeline, text_index: &TextIndex) -> Option<Self> {
        let count = |query: &Query| run(query, timeline, text_index).events.len();
        let without = |place: usize| {
            let mut rest = query.terms.clone();
            rest.remove(place);
            count(&rest.into())
        };
        let last = query.terms.len().checked_sub(1)?;
        let term = query.terms.get(last)?;
        if kept > 0 {
            let is_word = matches!(term.predicate, Predicate::Text(_) | Predicate::Acronym(_)) && !term.excludes;
            let of = if is_word { without(last) } else { 0 };
            let is_nearly_all = of >= MIN_EVENTS && kept * 10 >= of * 9;
            return is_nearly_all.then(|| Self::NearlyAll { term: term.to_string(), kept, of });
        }
        if last == 0 {
            let instead = match &term.predicate {
                _ if term.excludes => return None,
                Predicate::Text(word) => Predicate::Fuzzy(word.clone()),
                Predicate::Acronym(word) => Predicate::Text(word.clone()),
                Predicate::Field(field, names) => {
                    Predicate::Field(*field, vec![near_name(*field, names.first()?, timeline, text_index)?])
                }
                _ => return None,
            };
            let instead = Query::from(vec![instead.into()]);
            let count = Some(count(&instead)).filter(|&count| count > 0)?;
            return Some(Self::Instead { term: term.to_string(), instead: instead.to_string(), count });
        }
        let counts = (0..=last).rev().take(MAX_TERMS).map(|place| (without(place), place));
        let (count, place) = counts.max().filter(|&(count, _)| count > 0)?;
        Some(Self::Without { term: query.terms.get(place)?.to_string(), count })
    }

    /// The explanation in words.
    pub fn told(&self, locale: Locale) -> String {
        match self {
            Self::NearlyAll { term, kept, of } => queries::nearly_all(locale, term, *kept, *of),
            Self::Without { term, count } => queries::without(locale, *count, term),
            Self::Instead { term, instead, count } => queries::instead(locale, *count, term, instead),
        }
    }
}

/// The value of a field of which a name, or a word of it, is nearest to this one.
fn near_name(field: Field, name: &str, timeline: &Timeline, text_index: &TextIndex) -> Option<String> {
    let facets = values(field, &Query::default(), timeline, text_index, Lang::Both);
    let names = |facet: &FacetValue| {
        let whole = [&facet.value.label, &facet.value.id].map(|name| fold(name));
        let words = whole.iter().flat_map(|name| name.split(' ')).map(str::to_owned).collect::<Vec<_>>();
        whole.into_iter().chain(words)
    };
    let named: Vec<(String, &FacetValue)> =
        facets.iter().flat_map(|facet| names(facet).map(move |name| (name, facet))).collect();
    let near = suggest(&fold(name), named.iter().map(|(name, _)| name.as_str()))?;
    named.iter().find(|(name, _)| name == near).map(|(_, facet)| facet.value.id.clone())
}
