//! The timeline that comes with annalist, as data that the build has made of `events.toml`: nothing is parsed at start.

use std::borrow::Cow;

use crate::model::{
    About, Between, Bounds, Confidence, Difference, Event, EventDate, Id, Moment, Person, Quote, Source, Term,
    Timeline, Vocabularies, Vocabulary,
};

#[expect(clippy::unreadable_literal, reason = "moments are counted in seconds")]
mod data {
    use super::{
        About, Between, Bounds, Confidence, Cow, Difference, Event, EventDate, Id, Moment, Person, Quote, Source, Term,
    };

    include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

    pub(super) fn about() -> About {
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
