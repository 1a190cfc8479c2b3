//! Opening a source, and the news of what is read from it beside the interface.

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver},
    },
    thread,
};

use super::{
    block_loader::{BlockLoader, LoaderJob, Waiting},
    messages::{LoaderMessage, Progress, State, TimelineUpdate},
    timeline_source::TimelineSource,
    watch::Watch,
    whole::WholeSource,
};
use crate::load::{ReadOptions, SourceLayout};

/// A source of which the first block has been read.
#[derive(Debug)]
pub struct OpenedStream {
    /// What the first block holds.
    pub first: TimelineUpdate,
    /// What goes on reading.
    pub loader: Loader,
}

/// A reading that goes on.
#[derive(Debug)]
pub struct Loader {
    work: Option<LoaderJob>,
    news: Option<Receiver<LoaderMessage>>,
    taken: Arc<AtomicBool>,
}

impl OpenedStream {
    /// Reads the first block of a source: these bytes, which were read to find out how it is laid out, and more. No more
    /// than `memory` bytes are kept.
    ///
    /// # Errors
    ///
    /// The source cannot be read.
    pub fn new(
        name: &str,
        input: TimelineSource,
        layout: SourceLayout,
        begin: Vec<u8>,
        memory: usize,
    ) -> io::Result<Self> {
        if let SourceLayout::Native(format) = layout
            && format.is_read_whole()
        {
            let whole = WholeSource { name: name.to_owned(), input, format, begin, memory };
            return Ok(Self { first: TimelineUpdate::nothing(), loader: Loader::new(LoaderJob::Whole(whole)) });
        }
        let mut reading = BlockLoader::new(name, input, layout, begin, memory)?;
        reading.read_first()?;
        Ok(Self { first: reading.growth(), loader: Loader::new(LoaderJob::Loading(Box::new(reading))) })
    }

    /// A pipe that has not given what could be shown is not waited for: all comes as news.
    pub fn waiting(name: &str, input: TimelineSource, options: ReadOptions, begin: Vec<u8>, memory: usize) -> Self {
        let waiting = Waiting { name: name.to_owned(), input, begin, memory, options };
        Self { first: TimelineUpdate::nothing(), loader: Loader::new(LoaderJob::Waiting(waiting)) }
    }
}

impl Loader {
    fn new(work: LoaderJob) -> Self {
        Self { work: Some(work), news: None, taken: Arc::new(AtomicBool::new(true)) }
    }

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
            work.run(&taken, &tell);
        })?;
        Ok(())
    }

    /// Reads all the rest at once.
    ///
    /// # Errors
    ///
    /// The source cannot be read to its end.
    pub fn finish(self) -> io::Result<TimelineUpdate> {
        self.finish_watched().map(|(update, _)| update)
    }

    /// The same, with what watches the file from now on; `None` for a pipe.
    ///
    /// # Errors
    ///
    /// The source cannot be read to its end.
    pub fn finish_watched(mut self) -> io::Result<(TimelineUpdate, Option<Watch>)> {
        let (sender, news) = mpsc::channel();
        let Some(work) = self.work.take() else { return Err(io::ErrorKind::Other.into()) };
        // What there is before the end is not asked for.
        work.run(&AtomicBool::new(false), &|news| {
            let _ended = sender.send(news);
        });
        let (mut last, mut watch, mut failed) = (None, None, None);
        for news in news.try_iter() {
            match news {
                LoaderMessage::Grown(growth) => last = Some(*growth),
                LoaderMessage::Progress(Progress { state: State::Failed(why), .. }) => failed = Some(why),
                LoaderMessage::Progress(_) => {}
                LoaderMessage::Read(file) => watch = Some(file),
            }
        }
        match (last, failed) {
            (Some(growth), None) => Ok((growth, watch)),
            (_, why) => Err(io::Error::other(why.unwrap_or_default())),
        }
    }

    /// The news that there are.
    pub fn messages(&self) -> impl Iterator<Item = LoaderMessage> + '_ {
        self.news.iter().flat_map(Receiver::try_iter)
    }

    /// What was handed over last has been taken in.
    pub fn acknowledge(&self) {
        self.taken.store(true, Ordering::Release);
    }
}
