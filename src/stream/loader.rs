//! The threads that read: several parse blocks, one joins them and hands over what there is from time to time.

use std::{
    collections::BTreeMap,
    io,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use super::{
    parsed::{Parsed, parse},
    source::{Input, Source},
    store::Store,
};
use crate::{
    load::Format,
    model::Timeline,
    query::{Haystack, Leaf},
};

/// How far the reading has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Events so far.
    pub events: usize,
    /// Bytes so far.
    pub bytes: u64,
    /// Bytes in all; `None` for a pipe.
    pub of: Option<u64>,
    /// How long it has taken.
    pub time: Duration,
    /// Whether it goes on.
    pub state: State,
}

/// Whether reading goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It does.
    Reading,
    /// Everything has been read.
    Whole,
    /// No more is taken, for want of memory.
    Full,
    /// The source cannot be read any further; why.
    Failed(String),
}

/// A longer timeline than before.
#[derive(Debug)]
pub struct Growth {
    /// The timeline.
    pub timeline: Timeline,
    /// Its folded text.
    pub haystack: Haystack,
    /// What is wrong so far, a line each.
    pub problems: Vec<String>,
    /// How many of them are errors; not all may have a line.
    pub errors: usize,
    /// How many are warnings.
    pub warnings: usize,
}

/// What the reading has to say.
#[derive(Debug)]
pub enum News {
    /// It has come so far.
    Progress(Progress),
    /// There is more to see. The next such news waits for [`Loader::took`].
    Grown(Box<Growth>),
}

/// A source of which the first block has been read.
#[derive(Debug)]
pub struct Opening {
    /// What the first block holds.
    pub first: Growth,
    /// What goes on reading.
    pub loader: Loader,
}

/// A reading that goes on.
#[derive(Debug)]
pub struct Loader {
    work: Option<Work>,
    news: Option<Receiver<News>>,
    taken: Arc<AtomicBool>,
}

#[derive(Debug)]
struct Work {
    source: Source,
    store: Store,
    started: Instant,
    first: u64,
    memory: usize,
}

/// Bytes that what is just being read takes besides, at most.
const BEING_READ: usize = 32 << 20;
/// What is there is handed over not more often than this.
const OFTEN: Duration = Duration::from_millis(120);

impl Opening {
    /// Reads the first block of a source: these bytes, which were read to find out its format, and more. No more than
    /// `memory` bytes are kept.
    ///
    /// # Errors
    ///
    /// The source cannot be read.
    pub fn new(name: &str, input: Input, format: Format, begin: Vec<u8>, memory: usize) -> io::Result<Self> {
        let started = Instant::now();
        let mut source = Source::new(input, format, begin)?;
        let mut store = Store::new(name, format, source.bytes());
        let mut first = 0;
        if let Some(block) = source.next()? {
            first = u64::try_from(block.bytes.len()).unwrap_or(u64::MAX);
            store.join(parse(block, format, source.length().is_none(), &mut Leaf::default()));
        }
        let growth = growth(&mut store, false);
        let work = Work { source, store, started, first, memory };
        Ok(Self {
            first: growth,
            loader: Loader { work: Some(work), news: None, taken: Arc::new(AtomicBool::new(true)) },
        })
    }
}

impl Loader {
    /// Goes on reading on threads of its own; each of its news is announced by `wake`.
    ///
    /// # Errors
    ///
    /// The system refuses threads.
    pub fn start(&mut self, wake: impl Fn() + Send + Sync + 'static) -> io::Result<()> {
        let Some(work) = self.work.take() else { return Ok(()) };
        let (sender, news) = mpsc::channel();
        self.news = Some(news);
        let taken = Arc::clone(&self.taken);
        thread::Builder::new().name("loader".to_owned()).spawn(move || {
            let tell = |news| {
                // Nobody listens any more when the program ends.
                let _ended = sender.send(news);
                wake();
            };
            work.go_on(&taken, &tell);
        })?;
        Ok(())
    }

    /// Reads all the rest at once.
    ///
    /// # Errors
    ///
    /// The source cannot be read to its end.
    pub fn finish(mut self) -> io::Result<Growth> {
        let (sender, news) = mpsc::channel();
        let Some(work) = self.work.take() else { return Err(io::ErrorKind::Other.into()) };
        // What there is before the end is not asked for.
        work.go_on(&AtomicBool::new(false), &|news| {
            let _ended = sender.send(news);
        });
        let (mut last, mut failed) = (None, None);
        for news in news.try_iter() {
            match news {
                News::Grown(growth) => last = Some(*growth),
                News::Progress(Progress { state: State::Failed(why), .. }) => failed = Some(why),
                News::Progress(_) => {}
            }
        }
        match (last, failed) {
            (Some(growth), None) => Ok(growth),
            (_, why) => Err(io::Error::other(why.unwrap_or_default())),
        }
    }

    /// The news that there are.
    pub fn news(&self) -> impl Iterator<Item = News> + '_ {
        self.news.iter().flat_map(Receiver::try_iter)
    }

    /// What was handed over last has been taken in.
    pub fn took(&self) {
        self.taken.store(true, Ordering::Release);
    }
}

impl Work {
    fn go_on(self, taken: &AtomicBool, tell: &dyn Fn(News)) {
        let Self { source, mut store, started, first, memory } = self;
        let room = memory - (memory / 8).min(BEING_READ);
        let (format, of) = (source.format, source.length());
        let source = Mutex::new(source);
        let stop = AtomicBool::new(false);
        let mut progress =
            Progress { events: store.events(), bytes: first, of, time: started.elapsed(), state: State::Reading };
        let mut told = Instant::now();
        let mut shown = store.events();
        let (sender, blocks) = mpsc::sync_channel::<io::Result<Parsed>>(2);
        thread::scope(|scope| {
            let (source, stop) = (&source, &stop);
            let parsers = thread::available_parallelism().map_or(1, usize::from).min(8);
            for _ in 0..parsers {
                let sender = sender.clone();
                scope.spawn(move || {
                    let mut room = Leaf::default();
                    while !stop.load(Ordering::Relaxed) {
                        let next = source.lock().unwrap_or_else(PoisonError::into_inner).next();
                        let parsed = match next {
                            Ok(Some(block)) => Ok(parse(block, format, of.is_none(), &mut room)),
                            Ok(None) => break,
                            Err(error) => Err(error),
                        };
                        let is_error = parsed.is_err();
                        if sender.send(parsed).is_err() || is_error {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let mut waiting: BTreeMap<usize, Parsed> = BTreeMap::new();
            let mut next = 1;
            // Whether there is more than what was handed over last.
            let mut has_more = false;
            loop {
                let block =
                    if has_more { blocks.recv_timeout(OFTEN) } else { blocks.recv().map_err(RecvTimeoutError::from) };
                let is_pause = matches!(block, Err(RecvTimeoutError::Timeout));
                match block {
                    Ok(Ok(block)) => drop(waiting.insert(block.number, block)),
                    Ok(Err(error)) => progress.state = State::Failed(error.to_string()),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                while let Some(parsed) = waiting.remove(&next) {
                    next += 1;
                    progress.bytes += parsed.length;
                    store.join(parsed);
                    has_more = true;
                }
                if progress.state == State::Reading && (store.memory() > room || store.is_full()) {
                    progress.state = State::Full;
                }
                if progress.state != State::Reading {
                    stop.store(true, Ordering::Relaxed);
                    break;
                }
                if told.elapsed() < OFTEN {
                    continue;
                }
                told = Instant::now();
                (progress.events, progress.time) = (store.events(), started.elapsed());
                if (is_pause || store.events() * 2 >= shown * 3) && taken.swap(false, Ordering::AcqRel) {
                    (shown, has_more) = (store.events(), false);
                    tell(News::Grown(Box::new(growth(&mut store, false))));
                }
                tell(News::Progress(progress.clone()));
            }
            // What still comes is not taken.
            drop(blocks);
            if progress.state == State::Reading {
                progress.state = State::Whole;
            }
            store.look_for_twins();
            store.tell_nothing();
            (progress.events, progress.time) = (store.events(), started.elapsed());
            let growth = growth(&mut store, true);
            tell(News::Grown(Box::new(growth)));
            tell(News::Progress(progress));
        });
    }
}

fn growth(store: &mut Store, is_whole: bool) -> Growth {
    let (timeline, haystack) = store.snapshot(is_whole);
    let (errors, warnings) = store.faults();
    Growth { timeline, haystack, problems: store.problems(), errors, warnings }
}
