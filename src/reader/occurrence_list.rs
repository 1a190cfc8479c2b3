//! The places at which words stand, each with the text around it.

use std::sync::Arc;

use super::sentence::{date, enumerated};
use crate::{
    app::App,
    messages::{Locale, fields, reader},
    query::{Concordance, ConcordanceTerms, TextKind},
    text::graphemes,
};

/// So many characters of text stand on either side.
const CONTEXT: usize = 80;

/// The places at which words stand.
#[derive(Debug, Clone)]
pub(super) struct OccurrenceList {
    pub(super) terms: Arc<ConcordanceTerms>,
    pub(super) found: Arc<Concordance>,
}

impl OccurrenceList {
    /// The line of a place: date, what sort of text it is, and the words with what stands around them.
    pub(super) fn line(&self, app: &App, place: usize) -> Option<String> {
        let occurrence = self.found.line_at(place)?;
        let line = self.terms.line(app.timeline(), app.text_index(), occurrence)?;
        let event = app.timeline().event(occurrence.0)?;
        let locale = app.locale();
        let before = line.text.get(..line.found.start)?;
        let found = line.text.get(line.found.clone())?;
        let after = line.text.get(line.found.end..)?;
        let (start, end) = (end_of(before), beginning_of(after));
        let text = format!("{start}{found}{end}");
        let head = enumerated([&*date(&event.date, locale), kind(line.kind, locale)], locale);
        Some(reader::labelled(locale, &head, text.trim()))
    }
}

/// What sort of text it is.
const fn kind(kind: TextKind, locale: Locale) -> &'static str {
    match kind {
        TextKind::Title => fields::title(locale),
        TextKind::Quote => fields::quote(locale),
        TextKind::Person | TextKind::Speaker => fields::name(locale),
        TextKind::Org => fields::body(locale),
        TextKind::Place => fields::place(locale),
        TextKind::Publisher => fields::publisher(locale),
        TextKind::Source => fields::source(locale),
        TextKind::Id | TextKind::Other => fields::text(locale),
    }
}

/// The beginning of a text, up to a word of it.
fn beginning_of(text: &str) -> String {
    let Some((at, _)) = text.char_indices().nth(CONTEXT) else { return text.to_owned() };
    let part = text.get(..at).unwrap_or_default();
    let part = match part.rfind(' ') {
        Some(at) if at > CONTEXT / 2 => part.get(..at).unwrap_or(part),
        _ => whole_graphemes(part, text),
    };
    format!("{part}…")
}

/// The end of a text, from a word of it on.
fn end_of(text: &str) -> String {
    let count = text.chars().count();
    if count <= CONTEXT {
        return text.to_owned();
    }
    let at = text.char_indices().nth(count - CONTEXT).map_or(0, |(at, _)| at);
    let part = text.get(at..).unwrap_or_default();
    let part = part.find(' ').filter(|&at| at < part.len() / 2).and_then(|at| part.get(at + 1..)).unwrap_or(part);
    format!("…{part}")
}

/// As much of the beginning of a text as ends with a whole grapheme.
fn whole_graphemes<'a>(part: &'a str, text: &str) -> &'a str {
    let mut end = 0;
    for (start, grapheme) in graphemes(text) {
        if start + grapheme.len() > part.len() {
            break;
        }
        end = start + grapheme.len();
    }
    part.get(..end).unwrap_or(part)
}
