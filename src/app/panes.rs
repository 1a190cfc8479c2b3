//! Which view is on screen, and which of its panes has the keyboard.

use crate::input::KeyContext;

use super::{App, Direction, View};

/// A pane of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Events as rows.
    List,
    /// One event.
    Detail,
    /// Time as lanes.
    Axis,
}

/// What is on screen below the overlays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panes {
    /// The view.
    pub view: View,
    /// The pane that has the keyboard when no overlay is open.
    pub focus: Pane,
    /// Whether that pane has the whole screen.
    pub expanded: bool,
}

impl Panes {
    /// The panes of a view, as it opens.
    pub(super) const fn new(view: View) -> Self {
        Self { view, focus: Pane::List, expanded: false }
    }

    /// The panes of the view, in the order in which they take turns.
    const fn all(self, has_axis: bool) -> &'static [Pane] {
        match (self.view, has_axis) {
            (View::Matrix | View::Concordance, _) | (View::Quotes | View::Compare, false) => &[Pane::List],
            (View::Quotes | View::Compare, true) => &[Pane::List, Pane::Axis],
            (View::Timeline | View::Threads, true) => &[Pane::List, Pane::Detail, Pane::Axis],
            (View::Timeline | View::Threads, false) => &[Pane::List, Pane::Detail],
        }
    }

    /// Whose keys are heard when no overlay is open.
    pub(super) const fn key_context(self) -> KeyContext {
        match (self.focus, self.view) {
            (Pane::List, View::Matrix) => KeyContext::Matrix,
            (Pane::List, View::Concordance) => KeyContext::Words,
            (Pane::List, _) => KeyContext::Browse,
            (Pane::Detail, _) => KeyContext::Detail,
            (Pane::Axis, _) => KeyContext::Axis,
        }
    }

    /// The pane whose turn it is after this one, or before it.
    pub(super) fn beside(self, direction: Direction, has_axis: bool) -> Pane {
        let panes = self.all(has_axis);
        let place = panes.iter().position(|&pane| pane == self.focus).unwrap_or(0);
        let steps = match direction {
            Direction::Next => 1,
            Direction::Previous => panes.len() - 1,
        };
        panes.get((place + steps) % panes.len()).copied().unwrap_or(Pane::List)
    }
}

impl App {
    /// Gives a pane the keyboard. Who turns to the detail has chosen its event.
    pub(super) fn give_focus(&mut self, pane: Pane) {
        self.panes.focus = pane;
        if pane == Pane::Detail {
            self.enter_detail();
        }
    }

    pub(super) fn focus_next(&mut self) {
        self.give_focus(self.panes.beside(Direction::Next, self.metrics.has_axis));
    }

    pub(super) fn focus_previous(&mut self) {
        self.give_focus(self.panes.beside(Direction::Previous, self.metrics.has_axis));
    }
}
