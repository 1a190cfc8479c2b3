//! Writing many events: made into text on all cores, a batch at a time, and written in their order.

use std::{
    io::{self, Write},
    num::NonZero,
    sync::mpsc::sync_channel,
    thread,
};

use super::event_selection::EventSelection;

/// So many events, each of up to 1 MB, make one text.
const BATCH_EVENTS: usize = 64;
/// On so many cores at most; each has one text that waits to be written while it makes the next.
const MAX_CORES: usize = 8;

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
    let batches = || selection.events.chunks(BATCH_EVENTS).map(|events| EventSelection { events, ..selection });
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_CORES);
    let text = &text;
    thread::scope(|scope| {
        let start = |core| {
            let (sender, receiver) = sync_channel(1);
            let own = batches().skip(core).step_by(cores);
            // It ends early where nothing is written any more.
            let work = move || own.map(text).try_for_each(|text| sender.send(text)).unwrap_or_default();
            thread::Builder::new().spawn_scoped(scope, work).ok().map(|_| receiver)
        };
        let texts: Vec<_> = (0..cores.min(batches().len())).map(start).collect();
        for (batch, made) in batches().zip(texts.iter().cycle()) {
            let made = made.as_ref().and_then(|made| made.recv().ok());
            // What no thread has done is done here.
            out.write_all(&made.unwrap_or_else(|| text(batch))?)?;
        }
        Ok(())
    })
}
