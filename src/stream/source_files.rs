//! The files of a timeline, which can be read again.

use std::{path::PathBuf, sync::Arc};

use super::{FileStatus, ReadAgain};
use crate::model::Timeline;

/// The files of a timeline.
pub struct SourceFiles {
    /// Their paths.
    pub paths: Vec<PathBuf>,
    /// Reads all of them.
    pub read: Arc<ReadAgain>,
    /// The older version of the timeline that it is compared with; `None` for the one that was read last.
    pub baseline: Option<Arc<Timeline>>,
    /// Whether they are read again whenever they are saved.
    pub is_watched: bool,
    /// How they were before they were read.
    pub seen: Vec<FileStatus>,
}

impl SourceFiles {
    /// How they are now.
    pub fn status(&self) -> Vec<FileStatus> {
        self.paths.iter().map(|path| FileStatus::of(path)).collect()
    }
}
