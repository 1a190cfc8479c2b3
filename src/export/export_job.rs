//! Writing events to a file beside whatever else is done: on a thread, with an answer when it is there.

use std::{
    io,
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread::{self, JoinHandle},
};

use ratatui::buffer::Buffer;

use super::{EventSelection, ExportError, Losses, OutputFormat, OutputTarget, write};
use crate::model::{EventIndex, Lang, Marks, Timeline};

/// Events that are to be written, by themselves.
#[derive(Debug, Clone)]
pub struct ExportJob {
    /// Where they are from.
    pub timeline: Arc<Timeline>,
    /// Which they are.
    pub events: Vec<EventIndex>,
    /// What the reader has noted of them.
    pub marks: Arc<Marks>,
    /// The language of labels and titles.
    pub lang: Lang,
    /// The filter that kept them; empty where all are meant.
    pub query: String,
    /// The screen, where a picture of it is wanted.
    pub screen: Option<Buffer>,
}

/// What has become of a file.
#[derive(Debug)]
pub struct ExportReport {
    /// The file.
    pub target: OutputTarget,
    /// How many events it was to hold.
    pub events: usize,
    /// What its format could not hold, or why it was not written.
    pub result: Result<Losses, ExportError>,
}

impl ExportJob {
    fn selection(&self) -> EventSelection<'_> {
        EventSelection {
            timeline: &self.timeline,
            events: &self.events,
            marks: &self.marks,
            lang: self.lang,
            query: &self.query,
            screen: self.screen.as_ref(),
        }
    }

    /// What a format could not hold.
    pub fn losses(&self, format: OutputFormat) -> Losses {
        // Nothing fails that goes nowhere.
        write(self.selection(), format, &mut io::sink()).unwrap_or_default()
    }

    /// Writes the file.
    pub fn run(&self, target: OutputTarget) -> ExportReport {
        let result = target.write(self.selection());
        ExportReport { target, events: self.events.len(), result }
    }
}

/// Files that are being written. What has been begun is ended before this is dropped.
#[derive(Debug)]
pub struct ExportWorker {
    reports: (Sender<ExportReport>, Receiver<ExportReport>),
    running: Vec<JoinHandle<()>>,
}

impl Default for ExportWorker {
    fn default() -> Self {
        Self { reports: mpsc::channel(), running: Vec::new() }
    }
}

impl ExportWorker {
    /// Begins a file; its report is announced by `wake`.
    ///
    /// # Errors
    ///
    /// The system refuses threads.
    pub fn start(&mut self, job: ExportJob, target: OutputTarget, wake: impl Fn() + Send + 'static) -> io::Result<()> {
        let sender = self.reports.0.clone();
        let work = move || {
            // Nobody listens any more when the program ends.
            let _ended = sender.send(job.run(target));
            wake();
        };
        self.running.push(thread::Builder::new().name("export".to_owned()).spawn(work)?);
        Ok(())
    }

    /// The reports that there are.
    pub fn reports(&self) -> impl Iterator<Item = ExportReport> + '_ {
        self.reports.1.try_iter()
    }
}

impl Drop for ExportWorker {
    fn drop(&mut self) {
        for running in self.running.drain(..) {
            // A panic of a worker has ended the program by now.
            let _ended = running.join();
        }
    }
}
