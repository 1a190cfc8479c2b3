//! The timeline that a run begins with, and what it is compared with.

use std::sync::Arc;

use super::{args::Args, opened::OpenedTimeline, run_mode::RunMode, timeline_files::TimelineFiles};
use crate::{config::Settings, messages::LocalizedText, model::Timeline, stream::FoundChanges, terminal::Caps};

/// What was read of the files that the command line names.
pub(super) struct FilesRead {
    /// What is done with it.
    pub(super) mode: RunMode,
    pub(super) files: TimelineFiles,
    pub(super) opened: OpenedTimeline,
    /// The older version of the timeline that it is compared with.
    pub(super) baseline: Option<Arc<Timeline>>,
    /// What has changed since then.
    pub(super) changes: Option<FoundChanges>,
}

impl FilesRead {
    /// Opens them, as far as what is done with them asks for. The error is the whole message.
    pub(super) fn of(arguments: &Args, settings: &Settings, memory: usize, caps: Caps) -> Result<Self, LocalizedText> {
        let mode = RunMode::of(arguments, settings, caps)?;
        let reading = arguments.reading.options(settings)?;
        let files = TimelineFiles::new(arguments, reading, memory, mode == RunMode::Write)?;
        let (opened, baseline) = (files.open()?, files.baseline()?);
        let changes = baseline.as_deref().map(|old| TimelineFiles::changes(old, &opened.timeline)).transpose()?;
        Ok(Self { mode, files, opened, baseline, changes })
    }
}
