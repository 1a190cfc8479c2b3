//! What is kept in memory of a row: its metadata and its folded text, as they would be of the event that it stands for.

use crate::{
    load::{RowEvents, RowMoment},
    model::{Chunk, Id, Language, NewEventMeta, Vocabularies},
    query::{TextChunk, TextKind},
};

/// Takes the metadata of a moment of a row into a chunk, its terms into vocabularies.
pub(super) fn push_meta(row: &RowEvents<'_, '_>, moment: &RowMoment<'_>, chunk: &mut Chunk, words: &mut Vocabularies) {
    let lane = words.lanes.intern(&row.lane);
    let kind = words.kinds.intern(&moment.kind);
    chunk.push_outline(NewEventMeta {
        date: &moment.date,
        lane,
        kind,
        flags: row.flags(),
        quotes: usize::from(row.quote.is_some()),
        areas: row.areas.iter().map(|area| words.areas.intern(area)),
        parties: row.parties.iter().map(|party| words.parties.intern(party)),
        languages: std::iter::empty::<Id<Language>>(),
    });
}

/// Folds all text of a row, behind its id.
pub(super) fn fold_into(row: &RowEvents<'_, '_>, id: &str, leaf: &mut TextChunk) {
    leaf.fold(TextKind::Id, id);
    leaf.fold(TextKind::Title, &row.title);
    let mut fold = |kind, text: Option<&str>| text.into_iter().for_each(|text| leaf.fold(kind, text));
    fold(TextKind::Title, row.title_ja.as_deref());
    fold(TextKind::Place, row.place.as_deref());
    fold(TextKind::Other, row.summary.as_deref());
    fold(TextKind::Other, row.note.as_deref());
    row.people.iter().for_each(|person| fold(TextKind::Person, Some(person)));
    row.organisations.iter().for_each(|body| fold(TextKind::Org, Some(body)));
    fold(TextKind::Quote, row.quote.as_deref());
    fold(TextKind::Speaker, row.speaker.as_deref().filter(|_| row.quote.is_some()));
    row.sources.iter().for_each(|source| fold(TextKind::Source, Some(source)));
    for (field, value) in row.extras() {
        leaf.fold_extra(field, &value);
    }
    leaf.end_event();
}
