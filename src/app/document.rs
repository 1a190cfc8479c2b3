//! What is explored: the timeline, where it comes from, and how far it has been read.

use std::{cell::OnceCell, sync::Arc};

use crate::{
    model::{Timeline, Zone},
    query::Haystack,
    stream::Progress,
};

use super::FileName;

/// What is explored.
#[derive(Debug, Clone)]
pub struct Document {
    /// The timeline.
    pub timeline: Arc<Timeline>,
    /// The file as the command line names it; `None` for the built-in timeline.
    pub file: Option<FileName>,
    /// What is wrong with the file, a line each.
    pub problems: Vec<String>,
    /// How far the reading of the timeline has come; `None` for one that was read at once.
    pub progress: Option<Progress>,
    pub(super) haystack: OnceCell<Arc<Haystack>>,
}

impl Document {
    /// A timeline that was read at once, with its folded text if it is there already.
    pub fn new(timeline: Timeline, haystack: Option<Haystack>) -> Self {
        Self {
            timeline: Arc::new(timeline),
            file: None,
            problems: Vec::new(),
            progress: None,
            haystack: haystack.map(Arc::new).map_or_else(OnceCell::new, OnceCell::from),
        }
    }

    /// Tells clock times in this zone; `None` leaves that to the timeline.
    pub(super) fn show_in(&mut self, zone: Option<Zone>) {
        if let Some(zone) = zone.filter(|&zone| zone != self.timeline.zone()) {
            self.timeline = Arc::new(self.timeline.in_zone(zone));
        }
    }
}
