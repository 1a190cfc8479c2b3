//! The folded texts of the events of a chunk.

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;

use super::{
    TextKind,
    field_mark::FieldMark,
    text_column::{SearchScope, TextColumn},
    text_kind::is_terminator,
};
use crate::{
    model::{Difference, Event, ExtraField, ExtraFields, Person, Quote, Source, Text, publishers},
    text::fold_into,
};

/// The folded text of some events, in the order in which they were read.
///
/// Titles, names and all else stand apart, so that who looks for a title need not go through the rest.
#[derive(Debug, Clone, Default)]
pub struct TextChunk {
    columns: [TextColumn; 3],
}

impl TextChunk {
    /// Folds all that a reader can see of an event; what stands in a vocabulary is looked for there. Fields that annalist
    /// does not know have these names.
    pub fn push(&mut self, event: &Event, fields: &ExtraFields) {
        visit(event, |kind, texts| self.fold_joined(kind, texts.iter().copied()));
        for extra in event.more.iter() {
            self.fold_extra(fields.intern(&extra.name), &extra.value);
        }
        self.end_event();
    }

    /// Folds a text of the event that comes next; [`end_event`](Self::end_event) says that there is no more of it.
    pub fn fold(&mut self, kind: TextKind, text: &str) {
        self.fold_joined(kind, [text]);
    }

    /// Folds what stands in a field that annalist does not know.
    pub fn fold_extra(&mut self, field: ExtraField, text: &str) {
        if let Some(column) = self.columns.get_mut(TextKind::Other.column()) {
            column.text.extend(FieldMark::of(field).chars());
        }
        self.fold(TextKind::Other, text);
    }

    /// Folds several texts as one, a line each: a quote and its translations.
    pub fn fold_joined<'a>(&mut self, kind: TextKind, texts: impl IntoIterator<Item = &'a str>) {
        let Some(column) = self.columns.get_mut(kind.column()) else { return };
        for (place, text) in texts.into_iter().enumerate() {
            if place > 0 {
                column.text.push('\n');
            }
            fold_into(&mut column.text, text);
        }
        column.text.push(char::from(kind.terminator()));
    }

    /// All texts of an event have been folded.
    pub fn end_event(&mut self) {
        for column in &mut self.columns {
            column.ends.push(u32::try_from(column.text.len()).unwrap_or(u32::MAX));
        }
    }

    /// Gives fields that annalist does not know these numbers, by the numbers that they had.
    pub(super) fn renumber_fields(&mut self, fields: &[ExtraField]) {
        let Some(column) = self.columns.get_mut(TextKind::Other.column()) else { return };
        let mut bytes = std::mem::take(&mut column.text).into_bytes();
        let mut is_begin = true;
        for at in 0..bytes.len() {
            let place = bytes.get_mut(at..at + 2).filter(|_| is_begin);
            if let Some(mark) = place
                && let Some(new) = FieldMark::number(mark).and_then(|number| fields.get(number))
            {
                mark.copy_from_slice(&FieldMark::of(*new).bytes());
            }
            is_begin = bytes.get(at).is_some_and(|byte| is_terminator(*byte));
        }
        // Marks are characters of one byte before and after.
        column.text = String::from_utf8(bytes).unwrap_or_default();
    }

    /// Appends all events of another chunk.
    pub fn append(&mut self, other: Self) {
        for (column, other) in self.columns.iter_mut().zip(other.columns) {
            let shift = u32::try_from(column.text.len()).unwrap_or(u32::MAX);
            if shift == 0 {
                *column = other;
                continue;
            }
            column.text.push_str(&other.text);
            column.ends.extend(other.ends.iter().map(|end| end.saturating_add(shift)));
        }
    }

    /// The same in no more memory than it needs; its own becomes this empty room.
    #[must_use]
    pub fn take_compact(mut self, room: &mut Self) -> Self {
        let exact = self.clone();
        for column in &mut self.columns {
            column.text.clear();
            column.ends.clear();
        }
        *room = self;
        exact
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, |column| column.ends.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of folded text.
    pub fn bytes(&self) -> usize {
        self.columns.iter().map(|column| column.text.len()).sum()
    }

    /// Inserts the events in whose text the needle stands into `found`; only `among` these, if they are given.
    pub(in crate::query) fn find(
        &self,
        needle: &str,
        within: SearchScope,
        among: Option<&FixedBitSet>,
        found: &mut FixedBitSet,
    ) {
        let finder = Finder::new(needle);
        for (place, column) in self.columns.iter().enumerate() {
            let asks = |kinds: &[TextKind]| kinds.iter().any(|kind| kind.column() == place);
            let is_asked = match within {
                SearchScope::Kinds(kinds) | SearchScope::Whole(kinds) => asks(kinds),
                SearchScope::Field(_) => asks(&[TextKind::Other]),
                SearchScope::All | SearchScope::WholeWords => true,
            };
            if !is_asked {
                continue;
            }
            match among {
                Some(among) => column.find_among(&finder, within, among, found),
                None => column.find(&finder, within, found),
            }
        }
    }

    /// The folded texts of an event, each with its kind.
    pub(in crate::query) fn event_texts(&self, event: usize) -> impl Iterator<Item = (TextKind, &str)> {
        self.columns.iter().flat_map(move |column| column.event_texts(event))
    }

    /// The folded texts of these kinds, with the places of their events.
    pub(in crate::query) fn texts(&self, kinds: &'static [TextKind]) -> impl Iterator<Item = (usize, &str)> {
        self.columns_of(kinds).flat_map(move |column| column.texts(kinds))
    }

    /// Of these texts those in which something is found; `find` gives a byte of the first such text of some.
    pub(in crate::query) fn texts_with(
        &self,
        kinds: &'static [TextKind],
        find: impl Fn(&str) -> Option<usize> + Copy,
    ) -> impl Iterator<Item = (usize, &str)> {
        self.columns_of(kinds).flat_map(move |column| column.texts_with(kinds, find))
    }

    /// The same of one event, each with its kind.
    pub(in crate::query) fn event_texts_with(
        &self,
        event: usize,
        kinds: &'static [TextKind],
        find: impl Fn(&str) -> Option<usize> + Copy,
    ) -> impl Iterator<Item = (TextKind, &str)> {
        self.columns_of(kinds).flat_map(move |column| column.event_texts_with(event, kinds, find))
    }

    fn columns_of(&self, kinds: &'static [TextKind]) -> impl Iterator<Item = &TextColumn> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(place, _)| kinds.iter().any(|kind| kind.column() == *place)).map(|(_, column)| column)
    }
}

/// The texts of an event as they are written, in the order in which its folded texts stand, each with its kind; a quote has
/// its translations with it.
pub(in crate::query) fn written_texts(event: &Event) -> Vec<(TextKind, Vec<&str>)> {
    let mut written = Vec::new();
    visit(event, |kind, texts| written.push((kind, texts.to_vec())));
    // Each stands behind the mark of its name when it is folded.
    written.extend(event.more.iter().map(|extra| (TextKind::Other, vec![extra.value.as_ref()])));
    written.sort_by_key(|(kind, _)| kind.column());
    written
}

/// Shows every text of an event that a reader can see and that stands in no vocabulary.
///
/// A quote and its translations are shown as one.
fn visit<'a>(event: &'a Event, mut texts: impl FnMut(TextKind, &[&'a str])) {
    let Event {
        id,
        title,
        title_ja,
        place,
        place_ja,
        summary,
        summary_ja,
        people,
        organisations,
        note,
        note_ja,
        differs,
        quotes,
        sources,
        // Each is told by its name.
        more: _,
        // Dates, links and terms of vocabularies are asked for by fields of their own.
        date: _,
        lane: _,
        kind: _,
        parties: _,
        areas: _,
        follows: _,
        context: _,
        confidence: _,
    } = event;
    let mut say =
        |kind, fields: &[Option<&'a Text>]| fields.iter().flatten().for_each(|&field| texts(kind, &[field.as_ref()]));
    say(TextKind::Id, &[Some(id)]);
    say(TextKind::Title, &[Some(title), title_ja.as_ref()]);
    say(TextKind::Place, &[place.as_ref(), place_ja.as_ref()]);
    say(TextKind::Other, &[summary.as_ref(), summary_ja.as_ref(), note.as_ref(), note_ja.as_ref()]);
    for Person { name, name_ja, role, role_ja, party: _ } in people.iter() {
        say(TextKind::Person, &[Some(name), name_ja.as_ref()]);
        say(TextKind::Other, &[role.as_ref(), role_ja.as_ref()]);
    }
    organisations.iter().for_each(|org| say(TextKind::Org, &[Some(org)]));
    quotes.iter().for_each(|quote| visit_quote(quote, &mut texts));
    let mut say =
        |kind, fields: &[Option<&'a Text>]| fields.iter().flatten().for_each(|&field| texts(kind, &[field.as_ref()]));
    sources.iter().for_each(|source| visit_source(source, &mut say));
    for Difference { field: _, value, value_ja, source: _ } in differs.iter() {
        say(TextKind::Other, &[Some(value), value_ja.as_ref()]);
    }
    let written = sources.iter().filter_map(|source| source.publisher.as_deref());
    written.flat_map(publishers).for_each(|publisher| texts(TextKind::Publisher, &[publisher]));
}

/// All but the publishers, whose names are told apart.
fn visit_source<'a>(source: &'a Source, mut say: impl FnMut(TextKind, &[Option<&'a Text>])) {
    let Source { title, publisher: _, url, archived, date: _, lang: _, primary: _, supports: _, further_reading: _ } =
        source;
    say(TextKind::Source, &[title.as_ref(), url.as_ref(), archived.as_ref()]);
}

fn visit_quote<'a>(quote: &'a Quote, mut texts: impl FnMut(TextKind, &[&'a str])) {
    let Quote {
        text,
        speaker,
        speaker_ja,
        role,
        role_ja,
        lang: _,
        translation,
        translation_ja,
        source: _,
        as_reported: _,
        note,
        note_ja,
    } = quote;
    let said = [Some(text), translation.as_ref(), translation_ja.as_ref()];
    texts(TextKind::Quote, &said.into_iter().flatten().map(AsRef::as_ref).collect::<Vec<&str>>());
    let mut say =
        |kind, fields: &[Option<&'a Text>]| fields.iter().flatten().for_each(|&field| texts(kind, &[field.as_ref()]));
    say(TextKind::Speaker, &[speaker.as_ref(), speaker_ja.as_ref()]);
    say(TextKind::Other, &[role.as_ref(), role_ja.as_ref(), note.as_ref(), note_ja.as_ref()]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KINDS: &[TextKind] = &[TextKind::Person, TextKind::Title];

    proptest! {
        #[test]
        fn texts_with_a_needle_are_those_that_have_it(
            texts in prop::collection::vec((0..3_usize, "[ab日 ]{0,6}", any::<bool>()), 0..30), needle in "[ab日]{1,2}",
        ) {
            let mut text_chunk = TextChunk::default();
            for (part, text, ends) in &texts {
                text_chunk.fold([TextKind::Person, TextKind::Org, TextKind::Title][*part], text);
                if *ends {
                    text_chunk.end_event();
                }
            }
            text_chunk.end_event();
            let expected: Vec<_> = text_chunk.texts(KINDS).filter(|(_, text)| text.contains(&needle)).collect();
            let finder = Finder::new(&needle);
            let find = |text: &str| finder.find(text.as_bytes());
            prop_assert_eq!(text_chunk.texts_with(KINDS, find).collect::<Vec<_>>(), expected.clone());
            for event in 0..=text_chunk.len() {
                let all = text_chunk.event_texts(event);
                let expected: Vec<_> = all.filter(|(kind, text)| KINDS.contains(kind) && text.contains(&needle)).collect();
                prop_assert_eq!(text_chunk.event_texts_with(event, KINDS, find).collect::<Vec<_>>(), expected);
            }
        }
    }
}
