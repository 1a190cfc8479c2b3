//! The metadata of a timeline, chunk by chunk, in the order of reading.

use std::sync::Arc;

use super::{Chunk, Timeline};

impl Timeline {
    /// The metadata of one chunk, in the order of reading.
    pub fn chunk(&self, place: usize) -> Option<&Chunk> {
        self.placed.chunks().get(place).map(|chunk| &**chunk)
    }

    /// How many rows the chunks have, in the order of reading.
    pub fn rows_of_chunks(&self) -> impl Iterator<Item = usize> + '_ {
        self.placed.chunks().iter().map(|chunk| chunk.len())
    }

    /// The metadata of all chunks as they were read, with instants in UTC.
    pub fn chunks_as_read(&self) -> &[Arc<Chunk>] {
        self.placed.as_read()
    }
}
