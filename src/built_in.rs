//! The timeline that comes with annalist, as static data: nothing is parsed at start.

use std::borrow::Cow::Borrowed;

use crate::model::{
    Confidence, DateBounds, Difference, Event, EventDate, Id, Moment, MomentRange, Person, Quote, Source, Term, Text,
    Timeline, TimelineInfo, Vocabularies, Vocabulary,
};

#[rustfmt::skip]
mod data;

/// Returns the timeline; its texts lie in the program itself.
pub fn timeline() -> Timeline {
    let vocabularies = Vocabularies {
        lanes: vocabulary(data::LANES),
        kinds: vocabulary(data::KINDS),
        areas: vocabulary(data::AREAS),
        parties: vocabulary(data::PARTIES),
    };
    Timeline::new(data::INFO.clone(), vocabularies, data::EVENTS)
}

fn vocabulary<V: Copy>(terms: &[Term]) -> Vocabulary<V> {
    let mut vocabulary = Vocabulary::default();
    for term in terms {
        vocabulary.declare(term.clone());
    }
    vocabulary
}

/// A date by its text, that of its end where it was given apart, and its four bounds in seconds.
const fn date(date: &'static str, end: Option<Text>, bounds: [i64; 4]) -> EventDate {
    let [earliest, latest, end_earliest, end_latest] = bounds;
    let start = MomentRange { earliest: Moment::from_seconds(earliest), latest: Moment::from_seconds(latest) };
    let bounds_of_end =
        MomentRange { earliest: Moment::from_seconds(end_earliest), latest: Moment::from_seconds(end_latest) };
    EventDate::from_parts(Borrowed(date), end, DateBounds { start, end: bounds_of_end })
}
