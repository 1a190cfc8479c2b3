//! The tables of a file as they are read, before anything that they refer to is looked up.

use std::ops::Range;

use super::{
    fields::{SpannedText, Unknown},
    finding::Check,
};
use crate::model::{Confidence, EventDate, KnownPerson, Source, Term, Text, TimelineInfo};

/// All tables of a file.
#[derive(Default)]
pub(super) struct RawTables {
    pub(super) about: Option<TimelineInfo>,
    pub(super) lanes: Vec<RawTerm>,
    pub(super) kinds: Vec<RawTerm>,
    pub(super) areas: Vec<RawTerm>,
    pub(super) parties: Vec<RawTerm>,
    pub(super) organisations: Vec<RawTerm>,
    pub(super) persons: Vec<RawKnownPerson>,
    /// What is checked besides.
    pub(super) checks: Vec<(Check, Range<usize>)>,
    pub(super) events: Vec<RawEvent>,
    /// Ids of events that could not be read.
    pub(super) unreadable_ids: Vec<String>,
}

/// An event as its file gives it, before anything that it refers to is looked up.
pub(super) struct RawEvent {
    pub(super) span: Range<usize>,
    pub(super) id: Option<SpannedText>,
    pub(super) date: EventDate,
    pub(super) title: Text,
    pub(super) title_ja: Option<Text>,
    pub(super) lane: Option<SpannedText>,
    pub(super) kind: Option<SpannedText>,
    pub(super) parties: Vec<SpannedText>,
    pub(super) areas: Vec<SpannedText>,
    pub(super) place: Option<Text>,
    pub(super) place_ja: Option<Text>,
    pub(super) summary: Option<Text>,
    pub(super) summary_ja: Option<Text>,
    pub(super) people: Vec<RawPerson>,
    pub(super) organisations: Vec<SpannedText>,
    pub(super) follows: Vec<SpannedText>,
    pub(super) context: bool,
    pub(super) confidence: Option<Confidence>,
    pub(super) note: Option<Text>,
    pub(super) note_ja: Option<Text>,
    pub(super) differs: Vec<RawDifference>,
    pub(super) quotes: Vec<RawQuote>,
    pub(super) sources: Vec<RawSource>,
    pub(super) more: Vec<Unknown>,
}

impl RawEvent {
    /// An event of which no more is known than its date and title.
    pub(super) const fn dated(span: Range<usize>, date: EventDate, title: Text) -> Self {
        Self {
            span,
            id: None,
            date,
            title,
            title_ja: None,
            lane: None,
            kind: None,
            parties: Vec::new(),
            areas: Vec::new(),
            place: None,
            place_ja: None,
            summary: None,
            summary_ja: None,
            people: Vec::new(),
            organisations: Vec::new(),
            follows: Vec::new(),
            context: false,
            confidence: None,
            note: None,
            note_ja: None,
            differs: Vec::new(),
            quotes: Vec::new(),
            sources: Vec::new(),
            more: Vec::new(),
        }
    }
}

pub(super) struct RawPerson {
    pub(super) name: SpannedText,
    pub(super) name_ja: Option<Text>,
    pub(super) role: Option<Text>,
    pub(super) role_ja: Option<Text>,
    pub(super) party: Option<SpannedText>,
}

/// A person of the vocabulary and the place of its name.
pub(super) struct RawKnownPerson {
    pub(super) person: KnownPerson,
    pub(super) span: Range<usize>,
}

/// Which source is meant, counted from 1 as in the file, and where that is said.
pub(super) type SourceNumber = Option<(i64, Range<usize>)>;

pub(super) struct RawDifference {
    pub(super) field: Text,
    pub(super) value: Text,
    pub(super) value_ja: Option<Text>,
    pub(super) source: SourceNumber,
}

pub(super) struct RawQuote {
    pub(super) text: SpannedText,
    pub(super) speaker: Option<Text>,
    pub(super) speaker_ja: Option<Text>,
    pub(super) role: Option<Text>,
    pub(super) role_ja: Option<Text>,
    pub(super) lang: Option<Text>,
    pub(super) translation: Option<Text>,
    pub(super) translation_ja: Option<Text>,
    pub(super) source: SourceNumber,
    pub(super) as_reported: bool,
    pub(super) note: Option<Text>,
    pub(super) note_ja: Option<Text>,
}

/// A source and the place of its table.
pub(super) struct RawSource {
    pub(super) source: Source,
    pub(super) span: Range<usize>,
}

/// A term of a vocabulary and the place of its id.
pub(super) struct RawTerm {
    pub(super) term: Term,
    pub(super) span: Range<usize>,
}
