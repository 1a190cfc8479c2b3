//! Sources that are read as a whole, beside the interface: what an event means there hangs on the rest of the file.

use std::{
    io,
    time::{Duration, Instant},
};

use super::{
    messages::{LoaderMessage, Progress, State, TimelineUpdate},
    timeline_source::TimelineSource,
};
use crate::{
    load::{self, FileDiagnostics, Format},
    messages::{LocalizedText, sources},
    query::TextIndex,
};

/// Bytes that are read between two words of how far it has come.
const STEP_BYTES: usize = 1 << 20;

/// So many times its text a timeline of a format takes in memory at most: somewhat more than the densest that were measured
/// (`benches/RESULTS.md`). TOML and JSON are read by blocks.
const fn bytes_a_byte(format: Format) -> usize {
    match format {
        Format::TimelineJs | Format::ICalendar => 48,
        Format::Toml | Format::JsonLines | Format::Sparql => 64,
    }
}

/// A source of which the beginning has been read.
#[derive(Debug)]
pub(super) struct WholeSource {
    pub(super) name: String,
    pub(super) input: TimelineSource,
    pub(super) format: Format,
    pub(super) begin: Vec<u8>,
    pub(super) memory: usize,
}

impl WholeSource {
    /// Reads all of it, and says what is in it.
    pub(super) fn run(self, tell: &dyn Fn(LoaderMessage)) -> io::Result<()> {
        let Self { name, mut input, format, begin: mut bytes, memory } = self;
        let started = Instant::now();
        let of = input.file()?.map(std::fs::File::metadata).transpose()?.map(|about| about.len());
        let progress = |events: usize, bytes: usize, state: State, time: Duration| {
            LoaderMessage::Progress(Progress {
                events,
                bytes: u64::try_from(bytes).unwrap_or(u64::MAX),
                of,
                time,
                state,
            })
        };
        let most = memory / bytes_a_byte(format);
        while input.read_behind(&mut bytes, STEP_BYTES)? > 0 {
            if bytes.len() > most {
                let told = LocalizedText::new(|locale| sources::whole_too_long(locale, most >> 20));
                return Err(io::Error::new(io::ErrorKind::OutOfMemory, told));
            }
            tell(progress(0, bytes.len(), State::Loading, started.elapsed()));
        }
        let (watch, length) = (input.watched(&bytes)?, bytes.len());
        let told = input.told().cloned();
        let loaded = load::timeline_in(format, bytes);
        let mut diagnostics = FileDiagnostics::new(&name, format.syntax());
        diagnostics.extend_whole(told);
        diagnostics.extend_all(FileDiagnostics::of(&name, &loaded));
        let text_index = TextIndex::new(&loaded.timeline);
        let timeline = loaded.timeline;
        let events = timeline.len();
        tell(LoaderMessage::Grown(Box::new(TimelineUpdate {
            timeline,
            text_index,
            diagnostics: diagnostics.into(),
            reading: None,
        })));
        tell(progress(events, length, State::Complete, started.elapsed()));
        if let Some(watch) = watch {
            tell(LoaderMessage::Read(watch));
        }
        Ok(())
    }
}
