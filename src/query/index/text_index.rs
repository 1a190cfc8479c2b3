//! All text of all events, folded, in few large chunks: what a word is looked for in.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fixedbitset::FixedBitSet;

use super::{
    TextChunk,
    folded_terms::FoldedTerms,
    known_names::{GroupNames, KnownNames, NameGroup},
    mentions::Mention,
    text_column::SearchScope,
};
use crate::model::{ExtraField, Marks, Revisions, Timeline};

/// The folded text of a timeline, in the chunks of its events.
#[derive(Debug, Default)]
pub struct TextIndex {
    chunks: Vec<Arc<TextChunk>>,
    /// What a reader has noted of the events.
    marks: Arc<Marks>,
    revisions: Arc<Revisions>,
    /// The names that the vocabularies of the timeline know.
    names: Arc<OnceLock<KnownNames>>,
    /// Who of those who are known is mentioned, in each chunk.
    mentions: Arc<[OnceLock<Vec<Mention>>]>,
    /// What the terms of the timeline are called.
    terms: Arc<OnceLock<FoldedTerms>>,
    /// What was found last: a longer needle is looked for only where a shorter one was.
    cached: Mutex<Vec<CachedHits>>,
}

/// What was found for a needle.
#[derive(Debug, Clone)]
pub(in crate::query) struct CachedHits {
    pub(in crate::query) within: SearchScope,
    pub(in crate::query) needle: String,
    /// In each chunk.
    pub(in crate::query) found: Arc<Vec<FixedBitSet>>,
    pub(in crate::query) count: usize,
}

/// Needles whose hits are kept.
const MAX_CACHED_NEEDLES: usize = 24;

impl TextIndex {
    /// Folds all events of a timeline.
    pub fn new(timeline: &Timeline) -> Self {
        let mut sizes = timeline.rows_of_chunks();
        let mut chunks = Vec::new();
        let mut text_chunk = TextChunk::default();
        let mut size = sizes.next().unwrap_or(0);
        for event in timeline.events_as_read() {
            if text_chunk.len() == size {
                chunks.push(Arc::new(std::mem::take(&mut text_chunk)));
                size = sizes.next().unwrap_or(0);
            }
            text_chunk.push(&event, timeline.extra_fields());
        }
        chunks.push(Arc::new(text_chunk));
        Self::from_chunks(chunks)
    }

    /// The folded texts of all chunks of a timeline, in their order.
    pub fn from_chunks(chunks: Vec<Arc<TextChunk>>) -> Self {
        let mentions = chunks.iter().map(|_| OnceLock::new()).collect();
        Self { chunks, mentions, ..Self::default() }
    }

    /// The same texts, with these numbers for the fields that annalist does not know, by the numbers that they had.
    #[must_use]
    pub fn with_fields(self, fields: &[ExtraField]) -> Vec<Arc<TextChunk>> {
        let renumbered = |chunk: Arc<TextChunk>| {
            let mut chunk = Arc::unwrap_or_clone(chunk);
            chunk.renumber_fields(fields);
            Arc::new(chunk)
        };
        self.chunks.into_iter().map(renumbered).collect()
    }

    /// The same texts with what a reader has noted of the events.
    #[must_use]
    pub fn with_marks(self, marks: Arc<Marks>) -> Self {
        Self { marks, ..self }
    }

    /// The same texts with what is new, or says something else than before.
    #[must_use]
    pub fn with_revisions(self, revisions: Arc<Revisions>) -> Self {
        Self { revisions, ..self }
    }

    /// What is new, or says something else than before.
    pub fn revisions(&self) -> &Arc<Revisions> {
        &self.revisions
    }

    /// What a reader has noted of the events.
    pub fn marks(&self) -> &Arc<Marks> {
        &self.marks
    }

    /// The names that the vocabularies know of the timeline of these texts, folded when they are first asked for.
    pub(in crate::query) fn known_names(&self, timeline: &Timeline) -> &KnownNames {
        self.names.get_or_init(|| KnownNames::of(timeline))
    }

    /// Those of a group.
    pub(in crate::query) fn group_names(&self, whose: NameGroup, timeline: &Timeline) -> GroupNames<'_> {
        self.known_names(timeline).group(whose)
    }

    /// Who of those who are known the events of a chunk mention, looked up when it is first asked for.
    pub(in crate::query) fn mentions(&self, place: usize, timeline: &Timeline) -> &[Mention] {
        let (Some(chunk), Some(mentions)) = (self.chunks.get(place), self.mentions.get(place)) else { return &[] };
        mentions.get_or_init(|| Mention::all(chunk, self.known_names(timeline)))
    }

    /// What the terms are called of the timeline of these texts, folded when they are first asked for.
    pub(in crate::query) fn terms(&self, timeline: &Timeline) -> &FoldedTerms {
        self.terms.get_or_init(|| FoldedTerms::of(timeline))
    }

    pub(in crate::query) fn chunks(&self) -> &[Arc<TextChunk>] {
        &self.chunks
    }

    /// Bytes of folded text.
    pub fn bytes(&self) -> usize {
        self.chunks.iter().map(|text_chunk| text_chunk.bytes()).sum()
    }

    /// What is cached of this needle, or of the longest that stands in it.
    pub(in crate::query) fn cached(&self, needle: &str, within: SearchScope) -> Option<CachedHits> {
        let cached = self.cached.lock().unwrap_or_else(PoisonError::into_inner);
        let same = cached.iter().find(|cached| cached.within == within && cached.needle == needle);
        let is_narrower = |cached: &&CachedHits| {
            cached.within == within
                && !matches!(within, SearchScope::Whole(_) | SearchScope::WholeWords)
                && needle.contains(cached.needle.as_str())
        };
        same.or_else(|| cached.iter().filter(is_narrower).min_by_key(|cached| cached.count)).cloned()
    }

    pub(in crate::query) fn cache(&self, new: CachedHits) {
        let mut cached = self.cached.lock().unwrap_or_else(PoisonError::into_inner);
        if cached.len() == MAX_CACHED_NEEDLES {
            cached.remove(0);
        }
        cached.push(new);
    }
}

impl Clone for TextIndex {
    fn clone(&self) -> Self {
        Self {
            marks: Arc::clone(&self.marks),
            revisions: Arc::clone(&self.revisions),
            names: Arc::clone(&self.names),
            mentions: Arc::clone(&self.mentions),
            terms: Arc::clone(&self.terms),
            ..Self::from_chunks(self.chunks.clone())
        }
    }
}
