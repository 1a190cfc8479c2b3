//! Texts that open above the panes.

use crate::app::{App, Overlay};

/// A text that opens above the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InfoPage {
    /// What the timeline covers and by which rules it is made.
    About,
    /// What is wrong with the file.
    Problems,
    /// What the symbols mean.
    Legend,
}

impl App {
    pub(in crate::app) fn open_page(&mut self, page: InfoPage) {
        self.overlays.push(Overlay::Page { page, top: 0 });
    }
}
