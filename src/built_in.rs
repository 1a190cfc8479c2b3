//! The timeline that comes with annalist, as data that the build has made of `events.toml`: nothing is parsed at start.

use std::borrow::Cow;

use crate::model::{
    Confidence, DateBounds, Difference, Event, EventDate, Id, Moment, MomentRange, Person, Quote, Source, Term,
    Timeline, TimelineInfo, Vocabularies, Vocabulary,
};

#[expect(clippy::unreadable_literal, reason = "moments are counted in seconds")]
mod data {
    use super::{
        Confidence, Cow, DateBounds, Difference, Event, EventDate, Id, Moment, MomentRange, Person, Quote, Source,
        Term, TimelineInfo,
    };

    include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

    pub(super) fn about() -> TimelineInfo {
        ABOUT.clone()
    }

    pub(super) fn events() -> &'static [Event] {
        EVENTS
    }

    pub(super) static WORDS: [&[Term]; 4] = [LANES, KINDS, AREAS, PARTIES];
}

/// The timeline. Its texts lie in the program itself.
pub fn timeline() -> Timeline {
    let [lanes, kinds, areas, parties] = data::WORDS;
    let words = Vocabularies {
        lanes: vocabulary(lanes),
        kinds: vocabulary(kinds),
        areas: vocabulary(areas),
        parties: vocabulary(parties),
    };
    Timeline::new(data::about(), words, data::events())
}

fn vocabulary<V: Copy>(terms: &[Term]) -> Vocabulary<V> {
    let mut vocabulary = Vocabulary::default();
    for term in terms {
        vocabulary.declare(term.clone());
    }
    vocabulary
}
