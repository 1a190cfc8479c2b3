//! A line of the concordance, as its text is written.

use std::ops::Range;

use super::ConcordanceTerms;
use crate::{
    model::{EventIndex, Timeline},
    query::{TextIndex, TextKind, index::written_texts},
    text::FoldedText,
};

/// A place at which words stand, by its event and its number there.
pub type OccurrenceRef = (EventIndex, usize);

/// A line of a text with one place in it at which words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcordanceLine {
    /// The line of the text.
    pub text: String,
    /// Where in it they stand, in bytes, in whole graphemes.
    pub found: Range<usize>,
    /// What the text says of its event.
    pub kind: TextKind,
    /// The quote that it is, or whose translation.
    pub quote: Option<usize>,
}

impl ConcordanceTerms {
    /// The quote in which a place stands; `None` where it stands in another text, or the event has no such place.
    pub fn quote_of(&self, timeline: &Timeline, text_index: &TextIndex, line: OccurrenceRef) -> Option<usize> {
        self.place(timeline, text_index, line)?.1
    }

    /// In which text of its event a place is, in which quote, and where in the folded text.
    fn place(
        &self,
        timeline: &Timeline,
        text_index: &TextIndex,
        (ix, nth): OccurrenceRef,
    ) -> Option<(usize, Option<usize>, Range<usize>)> {
        let mut left = nth;
        self.found_in(timeline, text_index, ix).find_map(|text| {
            let found = text.found.get(left).cloned();
            left = left.saturating_sub(text.found.len());
            found.map(|found| (text.place, text.quote, found))
        })
    }

    /// The line of a place; `None` where the event has no such place, or cannot be read.
    pub fn line(
        &self,
        timeline: &Timeline,
        text_index: &TextIndex,
        (ix, nth): OccurrenceRef,
    ) -> Option<ConcordanceLine> {
        let (place, quote, found) = self.place(timeline, text_index, (ix, nth))?;
        let event = timeline.event(ix)?;
        let (kind, written) = written_texts(&event).into_iter().nth(place)?;
        // A quote and its translations stand in one text, a line each.
        let mut start = 0;
        for written in written {
            let folded = FoldedText::new(written);
            let end = start + folded.text.len();
            if found.start < end {
                let found = folded.original(found.start.saturating_sub(start)..found.end.saturating_sub(start));
                let line_start = written.get(..found.start)?.rfind('\n').map_or(0, |at| at + 1);
                let text = written.get(line_start..)?.split('\n').next()?.to_owned();
                let end = found.end.min(line_start + text.len());
                let found = found.start - line_start..end - line_start;
                return Some(ConcordanceLine { text, found, kind, quote });
            }
            start = end + 1;
        }
        None
    }
}
