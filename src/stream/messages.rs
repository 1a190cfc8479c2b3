//! What is said of a source while it is read, and after it has been.

use std::{sync::Arc, time::Duration};

use super::watch::Watch;
use crate::{
    load::{MappingReport, TimelineDiagnostics},
    messages::LocalizedText,
    model::{Timeline, TimelineInfo, Vocabularies},
    query::TextIndex,
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
    Loading,
    /// Everything has been read.
    Complete,
    /// No more is taken, for want of memory.
    MemoryLimit,
    /// The source cannot be read any further; why.
    Failed(LocalizedText),
    /// So many bytes have been written to the file since it was read.
    Longer(u64),
    /// The file holds something else by now.
    Changed,
    /// What the file holds by now is broken, so that what was read before is still shown; the first thing that is wrong.
    Broken(LocalizedText),
}

/// A timeline that has grown, with all that is known of it.
#[derive(Debug)]
pub struct TimelineUpdate {
    /// The timeline.
    pub timeline: Timeline,
    /// Its folded text.
    pub text_index: TextIndex,
    /// What was found so far.
    pub diagnostics: TimelineDiagnostics,
    /// How its rows are read; `None` if it has events as annalist has them.
    pub reading: Option<Arc<MappingReport>>,
}

impl TimelineUpdate {
    /// Nothing yet.
    pub(super) fn nothing() -> Self {
        let timeline = Timeline::new(TimelineInfo::default(), Vocabularies::default(), Vec::new());
        Self { timeline, text_index: TextIndex::default(), diagnostics: TimelineDiagnostics::default(), reading: None }
    }
}

/// A message of the loader to the interface.
#[derive(Debug)]
pub enum LoaderMessage {
    /// It has come so far.
    Progress(Progress),
    /// There is more to see. The next such news waits for [`Loader::acknowledge`](super::Loader::acknowledge).
    Grown(Box<TimelineUpdate>),
    /// All of a file has been read; from now on it is watched.
    Read(Watch),
}
