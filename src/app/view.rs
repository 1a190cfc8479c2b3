//! The views: what is shown of the selected event, the window and the filter, which all of them share.

use crate::input::Action;

use super::{App, Pane};

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// Time as lanes, with the list and the event.
    #[default]
    Timeline,
    /// How many events there are of each area in each time.
    Matrix,
    /// The quotes of all shown events, as a reading list.
    Quotes,
    /// Which events follow from one another.
    Threads,
    /// Two filters over one axis, side by side.
    Step,
}

impl View {
    /// All views, in the order of their keys.
    pub const ALL: [Self; 5] = [Self::Timeline, Self::Matrix, Self::Quotes, Self::Threads, Self::Step];

    /// How the command line names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Matrix => "matrix",
            Self::Quotes => "quotes",
            Self::Threads => "threads",
            Self::Step => "step",
        }
    }

    /// Whether it shows a part of the events only: those of two sides, those with quotes, those that are linked.
    const fn narrows(self) -> bool {
        matches!(self, Self::Quotes | Self::Threads | Self::Step)
    }

    /// The action that shows it.
    pub const fn action(self) -> Action {
        match self {
            Self::Timeline => Action::ViewTimeline,
            Self::Matrix => Action::ViewMatrix,
            Self::Quotes => Action::ViewQuotes,
            Self::Threads => Action::ViewThreads,
            Self::Step => Action::ViewStep,
        }
    }
}

impl App {
    /// Shows a view; what is selected, the window and the filter stay.
    pub fn show(&mut self, view: View) {
        let narrows = self.view.narrows() || view.narrows();
        self.view = view;
        self.came_from = None;
        (self.focus, self.expanded) = (Pane::List, false);
        if view == View::Matrix {
            self.enter_matrix();
        }
        if narrows {
            // Other events are shown, or they stand in other lanes.
            (self.tally, self.tally_of_all) = Default::default();
            self.filter_anew();
        }
    }
}
