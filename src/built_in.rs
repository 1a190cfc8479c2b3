//! The timeline that comes with annalist, as static data: nothing is parsed at start.

use std::borrow::Cow::Borrowed;

use crate::model::{
    Confidence, DateBounds, Declared, Difference, Event, EventDate, Id, KnownPerson, Moment, MomentRange, Person, Post,
    Quote, Source, Term, Text, Timeline, TimelineInfo, Vocabularies,
};

#[rustfmt::skip]
mod data;

/// Returns the timeline; its texts lie in the program itself.
pub fn timeline() -> Timeline {
    let mut vocabularies = Vocabularies::default();
    vocabularies.define(Declared {
        lanes: data::LANES.to_vec(),
        kinds: data::KINDS.to_vec(),
        areas: data::AREAS.to_vec(),
        parties: data::PARTIES.to_vec(),
        organisations: data::ORGANISATIONS.to_vec(),
        persons: data::PERSONS.to_vec(),
    });
    Timeline::new(data::INFO.clone(), vocabularies, data::EVENTS)
}

/// A post, by the seconds at which it was taken up.
const fn post(from: Option<i64>, role: Text, role_ja: Option<Text>) -> Post {
    let from = match from {
        Some(seconds) => Some(Moment::from_seconds(seconds)),
        None => None,
    };
    Post { from, role, role_ja }
}

/// A date by its text, that of its end where it was given apart, and its four bounds in seconds.
const fn date(date: &'static str, end: Option<Text>, bounds: [i64; 4]) -> EventDate {
    let [earliest, latest, end_earliest, end_latest] = bounds;
    let start = MomentRange { earliest: Moment::from_seconds(earliest), latest: Moment::from_seconds(latest) };
    let bounds_of_end =
        MomentRange { earliest: Moment::from_seconds(end_earliest), latest: Moment::from_seconds(end_latest) };
    EventDate::from_parts(Borrowed(date), end, DateBounds { start, end: bounds_of_end })
}
