//! Events that may be one: of the same day or the next, with nearly the same title.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::super::{
    diagnostic::DiagnosticKind, diagnostics::Diagnostics, finding::Finding, position::LineStarts, raw::RawEvent,
};
use crate::{model::DAY, text::fold};

/// A title of more words is compared with none.
const MAX_WORDS: usize = 60;
/// Of events whose titles may be alike each is compared with so many at most.
const MAX_COMPARISONS: usize = 8;
/// So much of two titles is the same where they may be of one event.
const MIN_SIMILARITY: f64 = 0.85;

/// An event of a known day.
struct Dated<'a> {
    event: &'a RawEvent,
    day: i64,
    words: Vec<String>,
}

/// Takes note of each event that is probably there already.
///
/// Two titles that differ in one word are the same where each is left without one, so that the work grows as the titles do.
pub(super) fn check(events: &[RawEvent], lines: &LineStarts, problems: &mut Diagnostics) {
    let dated: Vec<Dated<'_>> = events.iter().filter_map(Dated::of).collect();
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let mut signatures: Vec<(u64, i64, usize)> = Vec::new();
    for (place, Dated { day, words, .. }) in dated.iter().enumerate() {
        let without = |left_out: usize| {
            let rest = words.iter().enumerate().filter(move |(at, _)| *at != left_out).map(|(_, word)| word.as_str());
            hasher.hash_one(rest.collect::<Vec<_>>())
        };
        // The place behind the last leaves none out.
        signatures.extend((0..=words.len()).map(|left_out| (without(left_out), *day, place)));
    }
    signatures.sort_unstable();
    let mut found = vec![None; dated.len()];
    for alike in signatures.chunk_by(|(one, ..), (other, ..)| one == other) {
        for (at, (_, day, first)) in alike.iter().enumerate() {
            let others = alike.iter().skip(at + 1).take(MAX_COMPARISONS).take_while(|(_, other, _)| other - day <= 1);
            for (.., second) in others.filter(|(.., second)| second != first) {
                let (first, second) = (*first.min(second), *first.max(second));
                let (Some(one), Some(other)) = (dated.get(first), dated.get(second)) else { continue };
                if let Some(known @ None) = found.get_mut(second)
                    && one.is_like(other)
                {
                    *known = Some(one);
                }
            }
        }
    }
    for (of, other) in dated.iter().zip(found) {
        let Some(Dated { event: first, .. }) = other else { continue };
        let finding = Finding::NearDuplicate { title: first.title.to_string(), first: lines.line(first.span.start) };
        problems.push(of.event.span.clone(), DiagnosticKind::Check(finding));
    }
}

impl<'a> Dated<'a> {
    /// An event that is known to the day, with the words of its title.
    fn of(event: &'a RawEvent) -> Option<Self> {
        let start = event.date.bounds().start;
        let is_of_day = start.earliest.is_finite() && start.latest.seconds() - start.earliest.seconds() < DAY;
        let folded = fold(&event.title);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        words.sort_unstable();
        let day = start.earliest.seconds().div_euclid(DAY);
        (is_of_day && (1..=MAX_WORDS).contains(&words.len())).then_some(Self { event, day, words })
    }

    fn is_like(&self, other: &Self) -> bool {
        let numbers = |words: &[String]| -> Vec<String> {
            words.iter().filter(|word| word.contains(|c: char| c.is_numeric())).cloned().collect()
        };
        self.words == other.words
            || numbers(&self.words) == numbers(&other.words)
                && strsim::normalized_damerau_levenshtein(&self.words.join(" "), &other.words.join(" "))
                    >= MIN_SIMILARITY
    }
}
