//! What can be open above the panes. The topmost layer has the keyboard.

use crate::{input, model::EventIndex};

use super::{App, Choice, DatePrompt, Palette, Pane, QueryPrompt, SidesPrompt, ValueMenu, View};

/// Something open above the panes.
#[derive(Debug, Clone)]
pub enum Layer {
    /// The query line.
    Query(QueryPrompt),
    /// The date to go to.
    Date(DatePrompt),
    /// The two filters that stand side by side.
    Sides(SidesPrompt),
    /// The menu of facets.
    Facets {
        /// Which facet the cursor stands on.
        cursor: usize,
    },
    /// The values of a facet, or of the selected event.
    Values(ValueMenu),
    /// A menu of things of which one is done.
    Choice(Choice),
    /// The help.
    Palette(Palette),
    /// A text to read.
    Page {
        /// Which one.
        page: Page,
        /// The topmost line on screen.
        top: usize,
    },
}

/// A text that opens above the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// What the timeline covers and by which rules it is made.
    About,
    /// What is wrong with the file.
    Problems,
    /// What the signs mean.
    Legend,
}

impl Layer {
    /// Gives every event its new place.
    pub(super) fn move_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        match self {
            Self::Query(QueryPrompt { before, .. }) | Self::Date(DatePrompt { before, .. }) => {
                before.wanted = before.wanted.and_then(moved);
            }
            Self::Values(menu) => menu.move_events(moved),
            Self::Choice(choice) => choice.move_events(moved),
            Self::Sides(_) | Self::Facets { .. } | Self::Palette(_) | Self::Page { .. } => {}
        }
    }
}

impl App {
    /// Who has the keyboard: the one place that decides it.
    pub fn keyboard(&self) -> input::Layer {
        match self.layers.last() {
            Some(Layer::Query(_) | Layer::Date(_) | Layer::Sides(_) | Layer::Palette(_)) => input::Layer::Text,
            Some(Layer::Values(menu)) if menu.typed.is_some() => input::Layer::Text,
            Some(Layer::Facets { .. } | Layer::Values(_) | Layer::Choice(_)) => input::Layer::Menu,
            Some(Layer::Page { .. }) => input::Layer::Page,
            None => self.pane_layer(),
        }
    }

    /// The layer of the pane that has the keyboard when nothing is open above the panes.
    pub fn pane_layer(&self) -> input::Layer {
        match self.focus {
            Pane::List if self.view == View::Matrix => input::Layer::Matrix,
            Pane::List => input::Layer::Browse,
            Pane::Detail => input::Layer::Detail,
            Pane::Axis => input::Layer::Axis,
        }
    }
}
