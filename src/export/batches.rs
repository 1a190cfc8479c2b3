//! Writing many events: made into text on all cores, a batch at a time, and written in their order.

use std::{
    io::{self, Write},
    num::NonZero,
    thread,
};

use super::event_selection::EventSelection;

/// So many events, each of up to 1 MB, does one core make text of before any is written, on so many cores at most.
const MAX_CORES: usize = 8;
const BATCH_EVENTS: usize = 64;

/// Writes what `text` makes of the events, in their order. It is asked for parts of them, and has to make the same of two parts
/// as of both together.
///
/// # Errors
///
/// Those of `text`, and of writing.
pub(super) fn write_in_batches(
    selection: EventSelection<'_>,
    out: &mut dyn Write,
    text: impl Fn(EventSelection<'_>) -> io::Result<Vec<u8>> + Sync,
) -> io::Result<()> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_CORES);
    for events in selection.events.chunks(BATCH_EVENTS * cores) {
        let text = &text;
        let texts = thread::scope(|scope| {
            let mut parts = events.chunks(BATCH_EVENTS).map(|events| EventSelection { events, ..selection });
            let first = parts.next();
            let start = |part| (part, thread::Builder::new().spawn_scoped(scope, move || text(part)).ok());
            let others: Vec<_> = parts.map(start).collect();
            let mut texts: Vec<io::Result<Vec<u8>>> = first.map(text).into_iter().collect();
            // What no thread has done is done here.
            texts.extend(others.into_iter().map(|(part, other)| {
                let made = other.and_then(|other| other.join().ok());
                made.unwrap_or_else(|| text(part))
            }));
            texts
        });
        for text in texts {
            out.write_all(&text?)?;
        }
    }
    Ok(())
}
