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
    block_reader::{Block, BlockReader, FIRST_BLOCKS},
    messages::{LoaderMessage, Progress, State, TimelineUpdate},
    parsed_block::{BlockParser, ParsedBlock},
    store::Store,
    timeline_source::TimelineSource,
    watch::Watch,
    whole::WholeSource,
};
use crate::{
    load::{ReadOptions, SourceLayout},
    messages::{LocalizedText, system},
};

/// Bytes that what is just being read takes besides, at most.
const MAX_IN_FLIGHT_BYTES: usize = 32 << 20;
/// What is there is handed over not more often than this, and than so much for each event: it has to be put in order.
const MIN_UPDATE_INTERVAL: Duration = Duration::from_millis(120);
const MIN_UPDATE_INTERVAL_PER_EVENT: Duration = Duration::from_micros(10);

/// What a loader does.
#[derive(Debug)]
pub(super) enum LoaderJob {
    /// It waits for what is read first.
    Waiting(Waiting),
    /// It reads all before anything is shown.
    Whole(WholeSource),
    /// It goes on reading.
    Loading(Box<BlockLoader>),
}

/// A pipe that has not given anything that could be shown.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) name: String,
    pub(super) input: TimelineSource,
    pub(super) begin: Vec<u8>,
    pub(super) memory: usize,
    pub(super) options: ReadOptions,
}

/// A source that is read, with all that has been read of it.
#[derive(Debug)]
pub(super) struct BlockLoader {
    source: BlockReader,
    store: Store,
    started: Instant,
    /// How many blocks have been joined.
    joined: usize,
    memory: usize,
}

impl LoaderJob {
    pub(super) fn run(self, taken: &AtomicBool, tell: &dyn Fn(LoaderMessage)) {
        let result = match self {
            Self::Loading(reading) => {
                reading.go_on(taken, tell);
                Ok(())
            }
            Self::Whole(whole) => whole.run(tell),
            Self::Waiting(waiting) => {
                tell(LoaderMessage::Progress(progress(0, 0, None, State::Loading)));
                waiting.run(taken, tell)
            }
        };
        if let Err(error) = result {
            tell(LoaderMessage::Progress(progress(
                0,
                0,
                None,
                State::Failed(LocalizedText::new(|locale| system::error(locale, &error))),
            )));
        }
    }
}

fn progress(events: usize, bytes: u64, of: Option<u64>, state: State) -> Progress {
    Progress { events, bytes, of, time: Duration::ZERO, state }
}

impl Waiting {
    fn run(mut self, taken: &AtomicBool, tell: &dyn Fn(LoaderMessage)) -> io::Result<()> {
        let layout = self.input.wait(&self.name, &mut self.begin, &self.options)?;
        let Self { name, input, begin, memory, .. } = self;
        match layout {
            SourceLayout::Native(format) if format.is_read_whole() => {
                WholeSource { name, input, format, begin, memory }.run(tell)
            }
            layout => {
                BlockLoader::new(&name, input, layout, begin, memory)?.go_on(taken, tell);
                Ok(())
            }
        }
    }
}

impl BlockLoader {
    pub(super) fn new(
        name: &str,
        input: TimelineSource,
        layout: SourceLayout,
        begin: Vec<u8>,
        memory: usize,
    ) -> io::Result<Self> {
        let started = Instant::now();
        let source = BlockReader::new(input, layout.clone(), begin)?;
        let store = Store::new(name, layout, &source);
        Ok(Self { source, store, started, joined: 0, memory })
    }

    /// Reads the first block, and some more if there is no event in it.
    pub(super) fn read_first(&mut self) -> io::Result<()> {
        let mut parser = BlockParser::new(&self.source);
        while self.joined < FIRST_BLOCKS && self.store.events() == 0 {
            let Some(block) = self.source.next()? else { break };
            self.store.append_block(parser.parse(block));
            self.joined += 1;
        }
        Ok(())
    }

    /// What there is.
    pub(super) fn growth(&mut self) -> TimelineUpdate {
        self.store.update(false)
    }

    fn go_on(self, taken: &AtomicBool, tell: &dyn Fn(LoaderMessage)) {
        let Self { source, store, started, joined, memory } = self;
        let (held, of) = (source.held().cloned(), source.length());
        let room = memory - (memory / 8).min(MAX_IN_FLIGHT_BYTES);
        let progress = progress(store.events(), store.end(), of, State::Loading);
        let now = Instant::now();
        let shown = store.events();
        let mut joining =
            Joining { store, progress, started, room, told: now, grown: now, shown, has_more: false, taken, tell };
        let mut parser = BlockParser::new(&source);
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
            joining.join_all(joined, &mut parser, &blocks);
            stop.store(true, Ordering::Relaxed);
            // What still comes is not taken.
            drop(blocks);
            joining.end();
        });
        if joining.progress.state == State::Complete
            && let Some(held) = held
        {
            tell(LoaderMessage::Read(Watch::new(held, joining.store.end())));
        }
    }
}

/// A block on its way to be joined.
enum Read {
    Parsed(Box<ParsedBlock>),
    /// One that takes much memory to parse: a single thread does it, for what a thread has had it may keep.
    Dense(Block),
}

/// Reads blocks and parses them, until there are no more or they are not wanted.
fn read(source: &Mutex<BlockReader>, stop: &AtomicBool, sender: &SyncSender<io::Result<Read>>) {
    let lock = || source.lock().unwrap_or_else(PoisonError::into_inner);
    let mut parser = BlockParser::new(&lock());
    while !stop.load(Ordering::Relaxed) {
        let next = lock().next();
        let read = match next {
            Ok(Some(block)) if block.is_dense() => Ok(Read::Dense(block)),
            Ok(Some(block)) => Ok(Read::Parsed(Box::new(parser.parse(block)))),
            Ok(None) => break,
            Err(error) => Err(error),
        };
        let is_error = read.is_err();
        if sender.send(read).is_err() || is_error {
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
    tell: &'a dyn Fn(LoaderMessage),
}

impl Joining<'_> {
    fn join_all(&mut self, joined: usize, parser: &mut BlockParser, blocks: &Receiver<io::Result<Read>>) {
        let mut waiting: BTreeMap<usize, ParsedBlock> = BTreeMap::new();
        let mut next = joined;
        while self.progress.state == State::Loading {
            let block = if self.has_more {
                blocks.recv_timeout(MIN_UPDATE_INTERVAL)
            } else {
                blocks.recv().map_err(RecvTimeoutError::from)
            };
            let is_pause = matches!(block, Err(RecvTimeoutError::Timeout));
            match block {
                Ok(Ok(read)) => {
                    let parsed = match read {
                        Read::Parsed(parsed) => *parsed,
                        Read::Dense(block) => parser.parse(block),
                    };
                    waiting.insert(parsed.number, parsed);
                }
                Ok(Err(error)) => {
                    self.progress.state = State::Failed(LocalizedText::new(|locale| system::error(locale, &error)));
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.progress.state = State::Complete,
            }
            while let Some(parsed) = waiting.remove(&next) {
                next += 1;
                self.store.append_block(parsed);
                self.has_more = true;
            }
            if self.progress.state == State::Loading && (self.store.memory() > self.room || self.store.is_full()) {
                self.store.report_memory_limit();
                self.progress.state = State::MemoryLimit;
            }
            self.send_update(is_pause);
        }
    }

    /// Says how far it has come, and hands over what there is: the first events at once, later ones in a pause, where
    /// there is half as much again, or when it has been long enough.
    fn send_update(&mut self, is_pause: bool) {
        let events = self.store.events();
        let is_first = self.shown == 0 && events > 0;
        if self.progress.state != State::Loading || self.told.elapsed() < MIN_UPDATE_INTERVAL && !is_first {
            return;
        }
        self.told = Instant::now();
        let often = MIN_UPDATE_INTERVAL
            + MIN_UPDATE_INTERVAL_PER_EVENT.saturating_mul(u32::try_from(events).unwrap_or(u32::MAX));
        let is_time = is_pause || is_first || events * 2 >= self.shown * 3 || self.grown.elapsed() >= often;
        if self.has_more && is_time && self.taken.swap(false, Ordering::AcqRel) {
            (self.shown, self.has_more, self.grown) = (events, false, self.told);
            self.send_timeline(false);
        }
        self.send_progress();
    }

    fn end(&mut self) {
        self.store.report_duplicate_ids();
        self.store.report_many_terms();
        self.store.report_no_events();
        self.send_timeline(true);
        self.send_progress();
    }

    fn send_timeline(&mut self, is_whole: bool) {
        (self.tell)(LoaderMessage::Grown(Box::new(self.store.update(is_whole))));
    }

    fn send_progress(&mut self) {
        let (events, bytes, time) = (self.store.events(), self.store.end(), self.started.elapsed());
        self.progress = Progress { events, bytes, time, ..self.progress.clone() };
        (self.tell)(LoaderMessage::Progress(self.progress.clone()));
    }
}
