//! Words of which the spelling is not sure: found in titles and names with a typing error or two.

use fixedbitset::FixedBitSet;

use super::QueryEvaluator;
use crate::{
    model::{EventIndex, Timeline},
    query::{Predicate, Query, TextChunk, TextIndex, TextKind, index::ApproxPattern, par_chunks::par_chunks},
    text::fold,
};

/// What can be meant by a word of which one does not know how it is written.
pub(in crate::query) const FUZZY_KINDS: &[TextKind] =
    &[TextKind::Title, TextKind::Person, TextKind::Speaker, TextKind::Org, TextKind::Place];

/// The pattern of a word as it was typed; `None` for a word that says nothing.
pub(in crate::query) fn pattern(word: &str) -> Option<ApproxPattern> {
    ApproxPattern::new(fold(word))
}

/// The events in whose titles or names the word occurs.
pub(super) fn find(evaluator: &QueryEvaluator<'_>, word: &str) -> FixedBitSet {
    let pattern = pattern(word);
    evaluator.filter_chunks(|place, found| {
        let Some((text_chunk, pattern)) = evaluator.text_index.chunks().get(place).zip(pattern.as_ref()) else {
            return;
        };
        found.extend(text_chunk.texts_with(FUZZY_KINDS, |texts| pattern.find(texts)).map(|(event, _)| event));
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
    let texts_of = |ix| {
        let row = timeline.row_of_index(ix)?;
        Some((&**text_index.chunks().get(row.chunk())?, row.local()))
    };
    let best = par_chunks(among, |part| cheapest(words.clone(), part, texts_of));
    best.into_iter().flatten().min().map(|(_, ix)| ix)
}

/// The first of these events in which the words together cost least, and what they cost.
fn cheapest<'a>(
    mut words: Vec<ApproxPattern>,
    among: &[EventIndex],
    texts_of: impl Fn(EventIndex) -> Option<(&'a TextChunk, usize)>,
) -> Option<(usize, EventIndex)> {
    let mut best: Option<(usize, EventIndex)> = None;
    for &ix in among {
        let bound = best.map_or(usize::MAX, |(cost, _)| cost);
        let Some((text_chunk, event)) = texts_of(ix) else { continue };
        let Some(cost) = cost_below(bound, &words, (text_chunk, event)) else { continue };
        best = Some((cost, ix));
        // From here on only what costs less counts, and fewer errors are found sooner.
        let Some(less) = cost.checked_sub(1) else { break };
        for word in &mut words {
            word.limit_edits(less / 2);
        }
    }
    best
}

/// What the best occurrences of some words cost in the texts of an event, if that is less than this.
fn cost_below(bound: usize, words: &[ApproxPattern], (text_chunk, event): (&TextChunk, usize)) -> Option<usize> {
    words.iter().try_fold(0, |cost, word| {
        let texts = text_chunk.event_texts_with(event, FUZZY_KINDS, |texts| word.candidate(texts));
        let found = texts.filter_map(|(_, text)| word.best_below(bound - cost, text));
        Some(cost + found.map(|found| found.cost()).min()?)
    })
}
