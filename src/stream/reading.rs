//! The threads that read: several parse blocks, one joins them and hands over what there is from time to time.

use std::{
    collections::BTreeMap,
    io,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, SyncSender},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    input::Input,
    news::{Growth, News, Progress, State},
    parsed::{Parsed, parse},
    source::{Block, Source},
    store::Store,
    watch::Watch,
};
use crate::{load::Format, query::TextChunk};

/// Bytes that what is just being read takes besides, at most.
const BEING_READ: usize = 32 << 20;
/// What is there is handed over not more often than this, and than so much for each event: it has to be put in order.
const OFTEN: Duration = Duration::from_millis(120);
const OFTEN_AN_EVENT: Duration = Duration::from_micros(10);

/// What a loader does.
#[derive(Debug)]
pub(super) enum Work {
    /// It waits for what is read first.
    Waiting(Waiting),
    /// It goes on reading.
    Reading(Box<Reading>),
}

/// A pipe that has not given anything that could be shown.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) name: String,
    pub(super) input: Input,
    pub(super) begin: Vec<u8>,
    pub(super) memory: usize,
}

/// A source that is read, with all that has been read of it.
#[derive(Debug)]
pub(super) struct Reading {
    source: Source,
    store: Store,
    started: Instant,
    /// How many blocks have been joined.
    joined: usize,
    memory: usize,
}

impl Work {
    pub(super) fn go_on(self, taken: &AtomicBool, tell: &dyn Fn(News)) {
        let reading = match self {
            Self::Reading(reading) => Ok(reading),
            Self::Waiting(waiting) => {
                tell(News::Progress(progress(0, 0, None, State::Reading)));
                waiting.begun().map(Box::new)
            }
        };
        match reading {
            Ok(reading) => reading.go_on(taken, tell),
            Err(error) => tell(News::Progress(progress(0, 0, None, State::Failed(error.to_string())))),
        }
    }
}

fn progress(events: usize, bytes: u64, of: Option<u64>, state: State) -> Progress {
    Progress { events, bytes, of, time: Duration::ZERO, state }
}

impl Waiting {
    fn begun(mut self) -> io::Result<Reading> {
        let format = self.input.wait(&self.name, &mut self.begin)?;
        Reading::new(&self.name, self.input, format, self.begin, self.memory)
    }
}

impl Reading {
    pub(super) fn new(name: &str, input: Input, format: Format, begin: Vec<u8>, memory: usize) -> io::Result<Self> {
        let started = Instant::now();
        let source = Source::new(input, format, begin)?;
        let store = Store::new(name, format, source.bytes());
        Ok(Self { source, store, started, joined: 0, memory })
    }

    /// Reads the first block.
    pub(super) fn read_first(&mut self) -> io::Result<()> {
        if let Some(block) = self.source.next()? {
            let keeps = self.source.length().is_none();
            self.store.join(parse(block, self.source.format, keeps, &mut TextChunk::default()));
            self.joined = 1;
        }
        Ok(())
    }

    /// What there is.
    pub(super) fn growth(&mut self) -> Growth {
        self.store.growth(false)
    }

    fn go_on(self, taken: &AtomicBool, tell: &dyn Fn(News)) {
        let Self { source, store, started, joined, memory } = self;
        let (held, of) = (source.held().cloned(), source.length());
        let room = memory - (memory / 8).min(BEING_READ);
        let progress = progress(store.events(), store.end(), of, State::Reading);
        let now = Instant::now();
        let shown = store.events();
        let mut joining =
            Joining { store, progress, started, room, told: now, grown: now, shown, has_more: false, taken, tell };
        let source = Mutex::new(source);
        let stop = AtomicBool::new(false);
        thread::scope(|scope| {
            let (sender, blocks) = mpsc::sync_channel(2);
            let parsers = thread::available_parallelism().map_or(1, usize::from).min(8);
            for _ in 0..parsers {
                let (source, stop, sender) = (&source, &stop, sender.clone());
                scope.spawn(move || read(source, stop, &sender));
            }
            drop(sender);
            joining.join_all(joined, &blocks);
            stop.store(true, Ordering::Relaxed);
            // What still comes is not taken.
            drop(blocks);
            joining.end();
        });
        if joining.progress.state == State::Whole
            && let Some(held) = held
        {
            tell(News::Read(Watch::new(held, joining.store.end())));
        }
    }
}

/// Reads blocks and parses them, until there are no more or they are not wanted.
fn read(source: &Mutex<Source>, stop: &AtomicBool, sender: &SyncSender<io::Result<Parsed>>) {
    let mut room = TextChunk::default();
    while !stop.load(Ordering::Relaxed) {
        let mut source = source.lock().unwrap_or_else(PoisonError::into_inner);
        let (next, format, keeps) = (source.next(), source.format, source.length().is_none());
        // What is very long takes much memory to parse: one such block at a time.
        let turn = next.as_ref().is_ok_and(|block| block.as_ref().is_some_and(Block::is_long)).then_some(source);
        let parsed = match next {
            Ok(Some(block)) => Ok(parse(block, format, keeps, &mut room)),
            Ok(None) => break,
            Err(error) => Err(error),
        };
        drop(turn);
        let is_error = parsed.is_err();
        if sender.send(parsed).is_err() || is_error {
            break;
        }
    }
}

/// The joining of blocks, and what has been told of it.
struct Joining<'a> {
    store: Store,
    progress: Progress,
    started: Instant,
    /// How much memory there is.
    room: usize,
    told: Instant,
    grown: Instant,
    /// How many events were there when something was handed over last, and whether there is more by now.
    shown: usize,
    has_more: bool,
    taken: &'a AtomicBool,
    tell: &'a dyn Fn(News),
}

impl Joining<'_> {
    fn join_all(&mut self, joined: usize, blocks: &Receiver<io::Result<Parsed>>) {
        let mut waiting: BTreeMap<usize, Parsed> = BTreeMap::new();
        let mut next = joined;
        while self.progress.state == State::Reading {
            let block =
                if self.has_more { blocks.recv_timeout(OFTEN) } else { blocks.recv().map_err(RecvTimeoutError::from) };
            let is_pause = matches!(block, Err(RecvTimeoutError::Timeout));
            match block {
                Ok(Ok(block)) => drop(waiting.insert(block.number, block)),
                Ok(Err(error)) => self.progress.state = State::Failed(error.to_string()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.progress.state = State::Whole,
            }
            while let Some(parsed) = waiting.remove(&next) {
                next += 1;
                self.store.join(parsed);
                self.has_more = true;
            }
            if self.progress.state == State::Reading && (self.store.memory() > self.room || self.store.is_full()) {
                self.store.tell_full();
                self.progress.state = State::Full;
            }
            self.hand_over(is_pause);
        }
    }

    /// Says how far it has come, and hands over what there is: the first events at once, later ones in a pause, where
    /// there is half as much again, or when it has been long enough.
    fn hand_over(&mut self, is_pause: bool) {
        let events = self.store.events();
        let is_first = self.shown == 0 && events > 0;
        if self.progress.state != State::Reading || self.told.elapsed() < OFTEN && !is_first {
            return;
        }
        self.told = Instant::now();
        let often = OFTEN + OFTEN_AN_EVENT.saturating_mul(u32::try_from(events).unwrap_or(u32::MAX));
        let is_time = is_pause || is_first || events * 2 >= self.shown * 3 || self.grown.elapsed() >= often;
        if self.has_more && is_time && self.taken.swap(false, Ordering::AcqRel) {
            (self.shown, self.has_more, self.grown) = (events, false, self.told);
            self.tell_growth(false);
        }
        self.tell_progress();
    }

    fn end(&mut self) {
        self.store.look_for_twins();
        self.store.tell_of_terms();
        self.store.tell_nothing();
        self.tell_growth(true);
        self.tell_progress();
    }

    fn tell_growth(&mut self, is_whole: bool) {
        (self.tell)(News::Grown(Box::new(self.store.growth(is_whole))));
    }

    fn tell_progress(&mut self) {
        let (events, bytes, time) = (self.store.events(), self.store.end(), self.started.elapsed());
        self.progress = Progress { events, bytes, time, ..self.progress.clone() };
        (self.tell)(News::Progress(self.progress.clone()));
    }
}
