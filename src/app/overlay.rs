//! What can be open above the panes. The topmost layer has the keyboard.

use crate::{input, model::EventIndex};

use super::{App, ComparePrompt, DatePrompt, FacetMenu, Palette, Pane, PickMenu, QueryPrompt, View};

/// Something open above the panes.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The query line.
    Query(QueryPrompt),
    /// The date to go to.
    Date(DatePrompt),
    /// The two filters that stand side by side.
    Sides(ComparePrompt),
    /// The menu of facets.
    Facets {
        /// Which facet the cursor stands on.
        cursor: usize,
    },
    /// The values of a facet, or of the selected event.
    Values(FacetMenu),
    /// A menu of things of which one is done.
    Choice(PickMenu),
    /// The help.
    Palette(Palette),
    /// A text to read.
    Page {
        /// Which one.
        page: InfoPage,
        /// The topmost line on screen.
        top: usize,
    },
}

/// A text that opens above the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InfoPage {
    /// What the timeline covers and by which rules it is made.
    About,
    /// What is wrong with the file.
    Problems,
    /// What the signs mean.
    Legend,
}

impl Overlay {
    /// Gives every event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        match self {
            Self::Query(QueryPrompt { before, .. }) | Self::Date(DatePrompt { before, .. }) => {
                before.wanted = before.wanted.and_then(moved);
            }
            Self::Values(menu) => menu.remap_events(moved),
            Self::Choice(choice) => choice.remap_events(moved),
            Self::Sides(_) | Self::Facets { .. } | Self::Palette(_) | Self::Page { .. } => {}
        }
    }
}

impl App {
    /// Who has the keyboard: the one place that decides it.
    pub fn key_context(&self) -> input::Layer {
        match self.overlays.last() {
            Some(Overlay::Query(_) | Overlay::Date(_) | Overlay::Sides(_) | Overlay::Palette(_)) => input::Layer::Text,
            Some(Overlay::Values(menu)) if menu.typed.is_some() => input::Layer::Text,
            Some(Overlay::Facets { .. } | Overlay::Values(_) | Overlay::Choice(_)) => input::Layer::Menu,
            Some(Overlay::Page { .. }) => input::Layer::Page,
            None => self.pane_context(),
        }
    }

    /// The layer of the pane that has the keyboard when nothing is open above the panes.
    pub fn pane_context(&self) -> input::Layer {
        match self.panes.focus {
            Pane::List if self.panes.view == View::Matrix => input::Layer::Matrix,
            Pane::List => input::Layer::Browse,
            Pane::Detail => input::Layer::Detail,
            Pane::Axis => input::Layer::Axis,
        }
    }
}
