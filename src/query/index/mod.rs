//! All text of a timeline, folded, and what finds words in it.

mod approx;
mod bit_column;
mod field_mark;
mod folded_list;
mod folded_terms;
mod known_names;
mod mentions;
mod pieces;
mod text_chunk;
mod text_column;
mod text_index;
mod text_kind;

pub(super) use approx::ApproxPattern;
pub(super) use bit_column::MAX_CHARS;
pub(super) use field_mark::FieldMark;
pub(super) use folded_list::FoldedList;
pub(super) use known_names::{GroupNames, KnownNames, NameGroup};
pub use text_chunk::TextChunk;
pub(super) use text_chunk::written_texts;
pub(super) use text_column::SearchScope;
pub(super) use text_index::CachedHits;
pub use text_index::TextIndex;
pub use text_kind::TextKind;
