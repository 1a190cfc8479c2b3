//! Words of which the spelling is not sure: found in titles and names with a typing error or two.

use fixedbitset::FixedBitSet;

use super::QueryEvaluator;
use crate::{
    model::{EventIndex, EventRowId, Timeline},
    query::{Predicate, Query, TextChunk, TextIndex, TextKind, index::ApproxPattern},
    text::fold,
};

/// What can be meant by a word of which one does not know how it is written.
const FUZZY_KINDS: &[TextKind] =
    &[TextKind::Title, TextKind::Person, TextKind::Speaker, TextKind::Org, TextKind::Place];

/// The pattern of a word as it was typed; `None` for a word that says nothing.
pub(in crate::query) fn pattern(word: &str) -> Option<ApproxPattern> {
    ApproxPattern::new(fold(word))
}

/// The titles and names in which the word may occur, with the places of their events in the chunk.
fn candidates<'a>(pattern: &'a ApproxPattern, text_chunk: &'a TextChunk) -> impl Iterator<Item = (usize, &'a str)> {
    text_chunk.texts_with(FUZZY_KINDS, |text| pattern.candidate(text))
}

/// The events in whose titles or names the word occurs.
pub(super) fn find(evaluator: &QueryEvaluator<'_>, word: &str) -> FixedBitSet {
    let pattern = pattern(word);
    evaluator.filter_chunks(|place, found| {
        let Some((text_chunk, pattern)) = evaluator.text_index.chunks().get(place).zip(pattern.as_ref()) else {
            return;
        };
        found.extend(
            candidates(pattern, text_chunk).filter(|(_, text)| pattern.occurs_in(text)).map(|(event, _)| event),
        );
    })
}

/// The event in which the fuzzy words of a query occur with the fewest errors.
///
/// Of several, those come first in which more of them begin a word, then the earliest. `among` is in order of time. `None`
/// where the query has no fuzzy word, or no event has them all.
pub fn best_match(
    query: &Query,
    timeline: &Timeline,
    text_index: &TextIndex,
    among: &[EventIndex],
) -> Option<EventIndex> {
    let words = query.terms.iter().filter(|term| !term.excludes).filter_map(|term| match &term.predicate {
        Predicate::Fuzzy(word) => pattern(word),
        _ => None,
    });
    let words: Vec<ApproxPattern> = words.collect();
    if words.is_empty() {
        return None;
    }
    let mut best: Option<(usize, EventIndex)> = None;
    for (place, text_chunk) in text_index.chunks().iter().enumerate() {
        let mut costs = vec![0_usize; text_chunk.len()];
        for word in &words {
            let of_word = lowest_costs(word, text_chunk);
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

/// Returns what the best occurrence of a word costs in each event of a chunk.
///
/// That is twice its errors, and one if it begins no word; [`usize::MAX`] where there is none.
fn lowest_costs(word: &ApproxPattern, text_chunk: &TextChunk) -> Vec<usize> {
    let mut lowest = vec![usize::MAX; text_chunk.len()];
    for (event, text) in candidates(word, text_chunk) {
        if let Some((lowest, found)) = lowest.get_mut(event).zip(word.best_in(text)) {
            *lowest = (*lowest).min(2 * found.edits + usize::from(!found.starts_word));
        }
    }
    lowest
}
