//! Which view is on screen, and which of its panes has the keyboard.

use super::View;

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
}
