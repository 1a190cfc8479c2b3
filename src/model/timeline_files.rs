//! Where the events of a timeline stand in its files, and how many of them are read.

use std::sync::Arc;

use super::{EventIndex, EventRef, SourceLine, Timeline, records::Records};

impl Timeline {
    /// The same timeline of events in memory, with the lines of its file at which these begin, in the order of reading.
    #[must_use]
    pub fn read_from_lines(mut self, of_file: Vec<usize>) -> Self {
        if let Records::InMemory { lines, .. } = &mut self.records {
            *lines = of_file;
        }
        self
    }

    /// Where an event begins in the files that were read; `None` if it is in no file, or cannot be found there any more.
    pub fn line_of(&self, ix: EventIndex) -> Option<SourceLine> {
        let row = self.row_of_index(ix)?;
        match &self.records {
            Records::InMemory { lines, .. } => {
                lines.get(self.order.flat(row)?).map(|&line| SourceLine { file: 0, line })
            }
            Records::Stored(store) => store.line_of(row),
        }
    }

    /// The event at this place, for whoever goes through many and looks at each once: it is not remembered.
    pub fn event_once(&self, ix: EventIndex) -> Option<EventRef<'_>> {
        match &self.records {
            Records::InMemory { .. } => self.event(ix),
            Records::Stored(store) => {
                let event = store.read_once(*self.order.rows.get(ix.index())?);
                Some(EventRef::Loaded(Arc::new(event.unwrap_or_else(|| self.placeholder(ix)))))
            }
        }
    }
}
