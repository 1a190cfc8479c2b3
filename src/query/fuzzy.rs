//! Words of which the spelling is not sure: found in titles and names with a typing error or two.

use fixedbitset::FixedBitSet;

use super::{Haystack, Leaf, Query, Search, Test, approx::ApproxPattern, part::Part};
use crate::{
    model::{EventIndex, EventRowId, Timeline},
    text::fold,
};

/// What can be meant by a word of which one does not know how it is written.
const FUZZY_PARTS: &[Part] = &[Part::Title, Part::Person, Part::Org, Part::Place];

/// The pattern of a word as it was typed; `None` for a word that says nothing.
pub(super) fn pattern(word: &str) -> Option<ApproxPattern> {
    ApproxPattern::new(fold(word))
}

/// The titles and names in which the word may occur, with the places of their events in the leaf.
fn candidates<'a>(pattern: &'a ApproxPattern, leaf: &'a Leaf) -> impl Iterator<Item = (usize, &'a str)> {
    leaf.parts_with(FUZZY_PARTS, |text| pattern.candidate(text))
}

/// The events in whose titles or names the word occurs.
pub(super) fn find(search: &Search<'_>, word: &str) -> FixedBitSet {
    let pattern = pattern(word);
    search.joined_leaves(|place, found| {
        let Some((leaf, pattern)) = search.haystack.leaves().get(place).zip(pattern.as_ref()) else { return };
        found.extend(candidates(pattern, leaf).filter(|(_, text)| pattern.occurs_in(text)).map(|(event, _)| event));
    })
}

/// The event in which the fuzzy words of a query occur with the fewest errors.
///
/// Of several, those come first in which more of them begin a word, then the earliest. `among` is in order of time. `None`
/// where the query has no fuzzy word, or no event has them all.
pub fn best_match(query: &Query, timeline: &Timeline, haystack: &Haystack, among: &[EventIndex]) -> Option<EventIndex> {
    let words = query.terms.iter().filter(|term| !term.excludes).filter_map(|term| match &term.test {
        Test::Fuzzy(word) => pattern(word),
        _ => None,
    });
    let words: Vec<ApproxPattern> = words.collect();
    if words.is_empty() {
        return None;
    }
    let mut best: Option<(usize, EventIndex)> = None;
    for (place, leaf) in haystack.leaves().iter().enumerate() {
        let mut costs = vec![0_usize; leaf.len()];
        for word in &words {
            let of_word = lowest_costs(word, leaf);
            costs.iter_mut().zip(of_word).for_each(|(cost, of_word)| *cost = cost.saturating_add(of_word));
        }
        for (event, &cost) in costs.iter().enumerate().filter(|(_, cost)| **cost < usize::MAX) {
            let Some(ix) = timeline.index_of_row(EventRowId::new(place, event)) else { continue };
            if best.is_none_or(|best| (cost, ix) < best) && among.binary_search(&ix).is_ok() {
                best = Some((cost, ix));
            }
        }
    }
    best.map(|(_, ix)| ix)
}

/// What the best occurrence of a word costs in each event of a leaf: twice its errors, and one if it begins no word;
/// [`usize::MAX`] where there is none.
fn lowest_costs(word: &ApproxPattern, leaf: &Leaf) -> Vec<usize> {
    let mut lowest = vec![usize::MAX; leaf.len()];
    for (event, text) in candidates(word, leaf) {
        if let Some((lowest, found)) = lowest.get_mut(event).zip(word.best_in(text)) {
            *lowest = (*lowest).min(2 * found.edits + usize::from(!found.starts_word));
        }
    }
    lowest
}
