//! The views: what is shown of the selected event, the window and the filter, which all of them share.

use crate::input::ViewAction;

use crate::app::{App, Pane};

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
    Compare,
    /// Every place where the words of the filter stand.
    Concordance,
}

impl View {
    /// All views, in the order of their keys.
    pub const ALL: [Self; 6] =
        [Self::Timeline, Self::Matrix, Self::Quotes, Self::Threads, Self::Compare, Self::Concordance];

    /// How the command line names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Matrix => "matrix",
            Self::Quotes => "quotes",
            Self::Threads => "threads",
            Self::Compare => "compare",
            Self::Concordance => "concordance",
        }
    }

    /// Whether it shows a part of the events only: those of two sides, those with quotes, those that are linked.
    const fn filters_events(self) -> bool {
        matches!(self, Self::Quotes | Self::Threads | Self::Compare)
    }

    /// The action that shows it.
    pub const fn action(self) -> ViewAction {
        match self {
            Self::Timeline => ViewAction::Timeline,
            Self::Matrix => ViewAction::Matrix,
            Self::Quotes => ViewAction::Quotes,
            Self::Threads => ViewAction::Threads,
            Self::Compare => ViewAction::Compare,
            Self::Concordance => ViewAction::Concordance,
        }
    }
}

impl App {
    /// Shows a view; what is selected, the window and the filter stay.
    pub fn switch_view(&mut self, view: View) {
        let narrows = self.panes.view.filters_events() || view.filters_events();
        self.panes.view = view;
        self.matrix.return_point = None;
        (self.panes.focus, self.panes.expanded) = (Pane::List, false);
        if view == View::Matrix {
            self.enter_matrix();
        }
        if narrows {
            // Other events are shown, or they stand in other lanes.
            self.time.invalidate_index();
            self.refilter();
        } else {
            self.count_concordance();
            self.resolve_selection();
        }
    }
}
