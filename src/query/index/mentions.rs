//! Which events mention those who are known by name.

use super::{KnownNames, TextChunk, TextKind};

/// The texts in which somebody can be named whom a vocabulary knows.
const NAMING_KINDS: &[TextKind] = &[TextKind::Person, TextKind::Speaker, TextKind::Org, TextKind::Publisher];

/// A text of an event that is a name of somebody who is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::query) struct Mention {
    event: u32,
    whom: u32,
}

impl Mention {
    /// All of a chunk. A name that several have mentions each of them.
    pub(super) fn all(chunk: &TextChunk, known: &KnownNames) -> Vec<Self> {
        let mut mentions = Vec::new();
        for (event, name) in chunk.texts(NAMING_KINDS) {
            let Ok(event) = u32::try_from(event) else { break };
            let whom = known.who_has(name).iter().filter_map(|&whom| u32::try_from(whom).ok());
            mentions.extend(whom.map(|whom| Self { event, whom }));
        }
        mentions
    }

    /// The event, by its place in the chunk.
    pub(in crate::query) const fn event(self) -> usize {
        self.event as usize
    }

    /// Who is mentioned, by the place among all who are known.
    pub(in crate::query) const fn whom(self) -> usize {
        self.whom as usize
    }
}
