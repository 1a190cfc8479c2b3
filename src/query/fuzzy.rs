//! Words that are not known letter by letter: found in titles and names with a slip or two.

use std::cmp::Reverse;

use fixedbitset::FixedBitSet;
use frizbee::{CaseMatching, Config, Matcher, SortStrategy};

use super::{Haystack, Leaf, Query, Search, Test, part::Part};
use crate::{
    model::{EventIndex, EventRowId, Timeline},
    text::fold,
};

/// What can be meant by a word of which one does not know how it is written.
const NAMED: &[Part] = &[Part::Title, Part::Person, Part::Org, Part::Place];
/// How good a match is at least, in hundredths of the best that is possible: letters that only happen to follow one
/// another somewhere in a long title are worth less.
const GOOD: u32 = 70;

/// Looks for a word in folded texts.
#[derive(Clone)]
pub(super) struct Fuzzy {
    matcher: Matcher,
    least: u32,
}

impl Fuzzy {
    /// One slip in every four letters is allowed. `None` for a word that says nothing.
    pub(super) fn new(word: &str) -> Option<Self> {
        let needle = fold(word);
        let slips = u16::try_from(needle.chars().count() / 4).unwrap_or(u16::MAX);
        let config = Config {
            max_typos: Some(slips),
            casing: CaseMatching::Ignore,
            sort: SortStrategy::IndexAsc,
            ..Config::default()
        };
        let mut matcher = Matcher::new(needle.as_str(), &config);
        let best = matcher.match_one(&needle, 0).filter(|_| !needle.is_empty())?;
        Some(Self { matcher, least: u32::from(best.score) * GOOD / 100 })
    }

    /// The characters of a folded text that the word was found in, as bytes, in order; none if it was not.
    pub(super) fn places(&mut self, text: &str) -> Vec<usize> {
        let found = self.matcher.match_one_indices(text, 0).filter(|found| u32::from(found.score) >= self.least);
        let mut places: Vec<usize> =
            found.into_iter().flat_map(|found| found.indices).filter_map(|place| usize::try_from(place).ok()).collect();
        places.sort_unstable();
        places
    }
}

/// A title or a name, with the place of its event in the leaf.
struct Name<'a> {
    event: usize,
    text: &'a str,
}

impl AsRef<str> for Name<'_> {
    fn as_ref(&self) -> &str {
        self.text
    }
}

fn names(leaf: &Leaf) -> Vec<Name<'_>> {
    let mut names = Vec::with_capacity(leaf.len() * NAMED.len());
    leaf.parts(NAMED).for_each(|(event, text)| names.push(Name { event, text }));
    names
}

/// The events in whose titles or names the word stands.
pub(super) fn find(search: &Search<'_>, word: &str) -> FixedBitSet {
    let matcher = Fuzzy::new(word);
    search.joined_leaves(|place, found| {
        let Some((leaf, mut fuzzy)) = search.haystack.leaves().get(place).zip(matcher.clone()) else { return };
        let names = names(leaf);
        for hit in fuzzy.matcher.match_list(&names).iter().filter(|hit| u32::from(hit.score) >= fuzzy.least) {
            found.extend(names.get(hit.index as usize).map(|name| name.event));
        }
    })
}

/// Of these events, given in order of time, the one in which the fuzzy words of the terms stand best; the earliest of
/// several. `None` where no fuzzy word is asked for.
pub fn best_match(query: &Query, timeline: &Timeline, haystack: &Haystack, among: &[EventIndex]) -> Option<EventIndex> {
    let words = query.terms.iter().filter(|term| !term.excludes).filter_map(|term| match &term.test {
        Test::Fuzzy(word) => Fuzzy::new(word),
        _ => None,
    });
    let mut words: Vec<Fuzzy> = words.collect();
    if words.is_empty() {
        return None;
    }
    let mut best: Option<(u32, Reverse<EventIndex>)> = None;
    for (place, leaf) in haystack.leaves().iter().enumerate() {
        let names = names(leaf);
        let mut scores = vec![0_u32; names.len()];
        for word in &mut words {
            for hit in word.matcher.match_list(&names).iter().filter(|hit| u32::from(hit.score) >= word.least) {
                if let Some(score) = scores.get_mut(hit.index as usize) {
                    *score += u32::from(hit.score);
                }
            }
        }
        for (name, score) in names.iter().zip(scores).filter(|(_, score)| *score > 0) {
            let Some(ix) = timeline.index_of_row(EventRowId::new(place, name.event)) else { continue };
            if best.is_none_or(|best| (score, Reverse(ix)) > best) && among.binary_search(&ix).is_ok() {
                best = Some((score, Reverse(ix)));
            }
        }
    }
    best.map(|(_, Reverse(ix))| ix)
}
