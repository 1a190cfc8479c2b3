//! Words that are not known letter by letter: found in titles and names with a slip or two.

use fixedbitset::FixedBitSet;
use frizbee::{CaseMatching, Config, Matcher};

use super::{
    Query, Test,
    haystack::{Haystack, Part},
};
use crate::{model::EventIx, text::fold};

/// What can be meant by a word of which one does not know how it is written.
const NAMED: &[Part] = &[Part::Title, Part::Person, Part::Org, Part::Place];
/// How good a match is at least, in hundredths of the best that is possible: letters that only happen to follow one
/// another somewhere in a long title are worth less.
const GOOD: u32 = 70;

/// Looks for a word in folded texts.
pub(super) struct Fuzzy {
    matcher: Matcher,
    least: u32,
}

impl Fuzzy {
    /// One slip in every four letters is allowed. `None` for a word that says nothing.
    pub(super) fn new(word: &str) -> Option<Self> {
        let needle = fold(word);
        let slips = u16::try_from(needle.chars().count() / 4).unwrap_or(u16::MAX);
        let config = Config { max_typos: Some(slips), casing: CaseMatching::Ignore, ..Config::default() };
        let mut matcher = Matcher::new(needle.as_str(), &config);
        let best = matcher.match_one(&needle, 0).filter(|_| !needle.is_empty())?;
        Some(Self { matcher, least: u32::from(best.score) * GOOD / 100 })
    }

    /// How well the word stands in a folded text; `None` if it does not.
    pub(super) fn score(&mut self, text: &str) -> Option<u16> {
        let found = self.matcher.match_one(text, 0)?;
        (u32::from(found.score) >= self.least).then_some(found.score)
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

/// The events in whose titles or names the word stands.
pub(super) fn find(haystack: &Haystack, word: &str) -> FixedBitSet {
    let mut found = FixedBitSet::default();
    let Some(mut fuzzy) = Fuzzy::new(word) else { return found };
    for (ix, text) in haystack.parts(NAMED) {
        if !found.contains(ix.index()) && fuzzy.score(text).is_some() {
            found.grow(ix.index() + 1);
            found.insert(ix.index());
        }
    }
    found
}

/// Of these events, given in order of time, the one in which the fuzzy words of the terms stand best; the earliest of
/// several. `None` where no fuzzy word is asked for.
pub fn best_match(query: &Query, haystack: &Haystack, among: &[EventIx]) -> Option<EventIx> {
    let words = query.terms.iter().filter(|term| !term.excludes).filter_map(|term| match &term.test {
        Test::Fuzzy(word) => Fuzzy::new(word),
        _ => None,
    });
    let mut best: Option<(u32, EventIx)> = None;
    let mut words: Vec<Fuzzy> = words.collect();
    for (ix, text) in haystack.parts(NAMED) {
        let score: u32 = words.iter_mut().filter_map(|word| word.score(text)).map(u32::from).sum();
        if score > 0 && best.is_none_or(|(most, _)| score > most) && among.binary_search(&ix).is_ok() {
            best = Some((score, ix));
        }
    }
    best.map(|(_, ix)| ix)
}
