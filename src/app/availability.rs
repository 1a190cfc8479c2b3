//! When an action is possible, and why not when it is not. The words stand in the help and in the status line.

use std::fmt;

use crate::input::Action;

use super::App;

/// Why an action does nothing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisabledReason {
    /// It is the last event already.
    LastEvent,
    /// It is the first event already.
    FirstEvent,
    /// Nothing passes the filter.
    NothingShown,
    /// There is no further event in the lane.
    EndOfLane,
    /// There is no lane with events on that side.
    NoLane,
    /// The event follows from no other.
    NothingBefore,
    /// No other event follows from this one.
    NothingAfter,
    /// No jump has been made, or what it left is not shown.
    NoWayBack,
    /// Nothing has been gone back from.
    NoWayForward,
    /// Filter and window are as at the start.
    NothingToUndo,
    /// Nothing has been taken back.
    NothingToRedo,
    /// The two filters are not on screen.
    NotInStep,
    /// The matrix is not on screen.
    NoMatrix,
    /// No words are looked for.
    NoWords,
    /// No query was saved.
    NoQueries,
    /// There is no filter.
    NoFilter,
    /// The file is in order.
    NoProblems,
    /// No event is an instant.
    NoInstants,
    /// There is nothing to go back from.
    NothingOpen,
    /// It belongs to a menu, and none is open.
    NoMenu,
    /// The timeline begins on screen.
    NoEarlier,
    /// The timeline ends on screen.
    NoLater,
    /// The window is as short as it can be.
    NoCloser,
    /// The window is as long as it can be.
    NoWider,
    /// Nothing is offered to be taken.
    NothingOffered,
    /// The other pane is not on screen.
    NoAxis,
}

impl fmt::Display for DisabledReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LastEvent => "this is the last event",
            Self::FirstEvent => "this is the first event",
            Self::NothingShown => "no event passes the filter",
            Self::EndOfLane => "no further event in this lane",
            Self::NoLane => "no lane with events on that side",
            Self::NothingBefore => "it follows from no other event",
            Self::NothingAfter => "no later event follows from it",
            Self::NoWayBack => "no jump to go back from",
            Self::NoWayForward => "nothing to go forward to",
            Self::NothingToUndo => "filter and time are as at the start",
            Self::NothingToRedo => "nothing was taken back",
            Self::NotInStep => "only where two filters stand side by side",
            Self::NoMatrix => "only in the matrix",
            Self::NoWords => "no words are looked for",
            Self::NoQueries => "no query is saved; name some in the configuration",
            Self::NoFilter => "there is no filter",
            Self::NoProblems => "nothing is wrong with the file",
            Self::NoInstants => "no event has a clock time with a zone",
            Self::NothingOpen => "nothing to go back from; q quits",
            Self::NoMenu => "only in a menu",
            Self::NoEarlier => "the timeline begins here",
            Self::NoLater => "the timeline ends here",
            Self::NoCloser => "no closer than this",
            Self::NoWider => "no further out than this",
            Self::NothingOffered => "nothing is offered here",
            Self::NoAxis => "there is no room for the axis",
        })
    }
}

impl App {
    /// Whether an action would do something now.
    pub fn availability(&self, action: Action) -> Result<(), DisabledReason> {
        let holds = |condition: bool, refusal: DisabledReason| if condition { Ok(()) } else { Err(refusal) };
        match action {
            Action::Next
            | Action::PageDown
            | Action::Last
            | Action::Previous
            | Action::PageUp
            | Action::First
            | Action::LaneNext
            | Action::LanePrevious
            | Action::LaneBelow
            | Action::LaneAbove
            | Action::ThreadEarlier
            | Action::ThreadLater => {
                holds(self.selection.selected.is_some(), DisabledReason::NothingShown)?;
                if self.panes.view == super::View::Quotes && self.quote_target(action).is_some() {
                    return Ok(());
                }
                holds(self.target(action).is_some(), refusal_of_move(action))
            }
            Action::JumpBack => holds(self.previous_jump().is_some(), DisabledReason::NoWayBack),
            Action::JumpForward => holds(self.next_jump().is_some(), DisabledReason::NoWayForward),
            Action::Undo => holds(self.history.has_past(), DisabledReason::NothingToUndo),
            Action::Redo => holds(self.history.has_future(), DisabledReason::NothingToRedo),
            Action::Sides => holds(self.panes.view == super::View::Compare, DisabledReason::NotInStep),
            Action::CellUp
            | Action::CellDown
            | Action::CellLeft
            | Action::CellRight
            | Action::CellFirst
            | Action::CellLast
            | Action::TurnMatrix => holds(self.panes.view == super::View::Matrix, DisabledReason::NoMatrix),
            Action::FilterCell => {
                holds(self.panes.view == super::View::Matrix, DisabledReason::NoMatrix)?;
                holds(self.selection.selected.is_some(), DisabledReason::NothingShown)
            }
            Action::Exclude | Action::Solo => {
                holds(matches!(self.overlays.last(), Some(super::Overlay::Values(_))), DisabledReason::NoMenu)
            }
            Action::NextMatch | Action::PreviousMatch => {
                holds(!self.filter.query.needles().is_empty(), DisabledReason::NoWords)
            }
            Action::Queries => holds(!self.prefs.saved_queries.is_empty(), DisabledReason::NoQueries),
            Action::Open | Action::ThreadOnly | Action::Copy | Action::Like | Action::Origin => {
                holds(self.selection.selected.is_some(), DisabledReason::NothingShown)
            }
            Action::DropTerm | Action::DropAll => holds(!self.filter.query.is_empty(), DisabledReason::NoFilter),
            Action::Zone => holds(self.doc.timeline.has_instants(), DisabledReason::NoInstants),
            Action::Complete => holds(self.has_offer(), DisabledReason::NothingOffered),
            Action::Problems => holds(!self.doc.problems.is_empty(), DisabledReason::NoProblems),
            Action::Back => holds(self.can_go_back(), DisabledReason::NothingOpen),
            Action::MenuNext | Action::MenuPrevious | Action::MenuPageDown | Action::MenuPageUp | Action::Accept => {
                holds(!self.overlays.is_empty(), DisabledReason::NoMenu)
            }
            _ => Ok(()),
        }
    }

    fn has_offer(&self) -> bool {
        matches!(self.overlays.last(), Some(super::Overlay::Query(prompt)) if !prompt.completion.items.is_empty())
    }

    fn can_go_back(&self) -> bool {
        !self.overlays.is_empty()
            || self.panes.expanded
            || self.panes.focus != super::Pane::List
            || self.panes.view != super::View::Timeline
            || !self.filter.query.is_empty()
    }

    /// Whether an action would do something once the help is closed.
    pub(super) fn availability_after_help(&self, action: Action) -> Result<(), DisabledReason> {
        if action == Action::Back { Err(DisabledReason::NothingOpen) } else { self.availability(action) }
    }
}

fn refusal_of_move(action: Action) -> DisabledReason {
    match action {
        Action::Previous | Action::PageUp | Action::First => DisabledReason::FirstEvent,
        Action::LaneNext | Action::LanePrevious => DisabledReason::EndOfLane,
        Action::LaneBelow | Action::LaneAbove => DisabledReason::NoLane,
        Action::ThreadEarlier => DisabledReason::NothingBefore,
        Action::ThreadLater => DisabledReason::NothingAfter,
        _ => DisabledReason::LastEvent,
    }
}

/// Why an action left time as it was.
pub(super) fn refusal_to_move(action: Action) -> Option<DisabledReason> {
    match action {
        Action::PanEarlier | Action::PanHalfEarlier | Action::StepEarlier => Some(DisabledReason::NoEarlier),
        Action::PanLater | Action::PanHalfLater | Action::StepLater => Some(DisabledReason::NoLater),
        Action::ZoomIn => Some(DisabledReason::NoCloser),
        Action::ZoomOut => Some(DisabledReason::NoWider),
        _ => None,
    }
}
