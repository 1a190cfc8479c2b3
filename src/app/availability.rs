//! When an action is possible, and why not when it is not.

use crate::input::{Action, FilterAction, MarkAction, MenuAction, PaneAction, ProgramAction, ViewAction};

use super::{App, Direction, DisabledReason, MAX_COPIED_EVENTS, Overlay, Pane, View};

/// Passes where a condition holds.
const fn require(condition: bool, reason: DisabledReason) -> Result<(), DisabledReason> {
    if condition { Ok(()) } else { Err(reason) }
}

impl App {
    /// Whether an action would do something now.
    ///
    /// # Errors
    ///
    /// Why it would do nothing.
    pub fn availability(&self, action: impl Into<Action>) -> Result<(), DisabledReason> {
        match action.into() {
            Action::Events(action) => self.event_step(action).map(drop),
            // Whether time moves is known when it has been tried.
            Action::Time(_) => Ok(()),
            Action::Views(action) => self.view_availability(action),
            Action::Panes(action) => self.pane_availability(action),
            Action::Filter(action) => self.filter_availability(action),
            Action::Marks(action) => self.mark_availability(action),
            Action::Program(action) => self.program_availability(action),
            Action::Menus(action) => self.menu_availability(action),
        }
    }

    fn view_availability(&self, action: ViewAction) -> Result<(), DisabledReason> {
        let is_matrix = require(self.panes.view == View::Matrix, DisabledReason::NoMatrix);
        match action {
            ViewAction::Timeline
            | ViewAction::Matrix
            | ViewAction::Quotes
            | ViewAction::Threads
            | ViewAction::Compare
            | ViewAction::Concordance => Ok(()),
            ViewAction::OtherQuotes => {
                let others = self.filter.passages.as_ref().map_or(0, |passages| passages.others);
                require(others > 0, DisabledReason::NoOtherQuotes)
            }
            ViewAction::NextOrder => {
                require(matches!(self.panes.view, View::Concordance | View::Matrix), DisabledReason::NoOrder)
                    .and_then(|()| self.require_line())
            }
            ViewAction::CompareFilters | ViewAction::CompareSides => {
                require(self.panes.view == View::Compare, DisabledReason::NotComparing)
            }
            ViewAction::CellUp
            | ViewAction::CellDown
            | ViewAction::CellLeft
            | ViewAction::CellRight
            | ViewAction::CellFirst
            | ViewAction::CellLast
            | ViewAction::PivotMatrix
            | ViewAction::NextMeasure => is_matrix,
            ViewAction::NextUnit => {
                is_matrix.and_then(|()| require(self.matrix.pivot.columns().is_none(), DisabledReason::NoPeriods))
            }
            ViewAction::FilterCell => is_matrix.and_then(|()| self.require_selection()).and_then(|()| {
                require(self.matrix.cell_query(&self.doc.timeline).is_some(), DisabledReason::UnsurePeriod)
            }),
        }
    }

    /// Passes where the view shows no lines of words, or some.
    fn require_line(&self) -> Result<(), DisabledReason> {
        let has_line = self.panes.view != View::Concordance || self.current_occurrence().is_some();
        require(has_line, DisabledReason::NoWords)
    }

    fn pane_availability(&self, action: PaneAction) -> Result<(), DisabledReason> {
        match action {
            PaneAction::DetailDown
            | PaneAction::DetailUp
            | PaneAction::DetailPageDown
            | PaneAction::DetailPageUp
            | PaneAction::DetailStart
            | PaneAction::DetailEnd
            | PaneAction::NextPane
            | PaneAction::PreviousPane
            | PaneAction::Expand => Ok(()),
            PaneAction::ListLarger | PaneAction::ListSmaller => {
                require(self.metrics.has_both, DisabledReason::NoBorder)
            }
            PaneAction::ListColumns => require(self.metrics.list_columns > 0, DisabledReason::NoList),
            PaneAction::Open => self.require_selection().and_then(|()| self.require_line()),
            PaneAction::ItemNext => self.require_detail().and_then(|()| self.item_step(Direction::Next).map(drop)),
            PaneAction::ItemPrevious => {
                self.require_detail().and_then(|()| self.item_step(Direction::Previous).map(drop))
            }
            PaneAction::SectionNext => {
                self.require_detail().and_then(|()| self.section_step(Direction::Next).map(drop))
            }
            PaneAction::SectionPrevious => {
                self.require_detail().and_then(|()| self.section_step(Direction::Previous).map(drop))
            }
            PaneAction::FollowItem => self
                .require_detail()
                .and_then(|()| require(self.has_item_target() || !self.panes.expanded, DisabledReason::NoTarget)),
        }
    }

    fn filter_availability(&self, action: FilterAction) -> Result<(), DisabledReason> {
        match action {
            FilterAction::Search | FilterAction::Facets | FilterAction::Areas | FilterAction::DimOrHide => Ok(()),
            FilterAction::Similar | FilterAction::ThreadOnly => self.require_selection(),
            FilterAction::FilterItem => self.item_value().map(drop),
            FilterAction::DropTerm | FilterAction::DropAll | FilterAction::Chips | FilterAction::SaveQuery => {
                require(self.filter.query.has_chips(), DisabledReason::NoFilter)
            }
            FilterAction::PreviousChip
            | FilterAction::NextChip
            | FilterAction::SwitchChip
            | FilterAction::EditChip
            | FilterAction::NegateChip => require(self.chosen_chip().is_some(), DisabledReason::NoChip),
            FilterAction::Queries => require(!self.prefs.saved_queries.is_empty(), DisabledReason::NoQueries),
            FilterAction::Undo => require(self.history.has_past(), DisabledReason::NothingToUndo),
            FilterAction::Redo => require(self.history.has_future(), DisabledReason::NothingToRedo),
        }
    }

    fn mark_availability(&self, action: MarkAction) -> Result<(), DisabledReason> {
        self.require_selection()?;
        match action {
            MarkAction::Toggle | MarkAction::Annotate | MarkAction::Choose | MarkAction::ChooseRange => {
                self.require_few()
            }
            MarkAction::Next => require(self.mark_beside(Direction::Next).is_some(), DisabledReason::NoMarks),
            MarkAction::Previous => require(self.mark_beside(Direction::Previous).is_some(), DisabledReason::NoMarks),
        }
    }

    fn program_availability(&self, action: ProgramAction) -> Result<(), DisabledReason> {
        match action {
            ProgramAction::Language
            | ProgramAction::Theme
            | ProgramAction::Mouse
            | ProgramAction::About
            | ProgramAction::CopyView
            | ProgramAction::Legend
            | ProgramAction::Help
            | ProgramAction::Quit
            | ProgramAction::Suspend => Ok(()),
            ProgramAction::Zone => require(self.doc.timeline.has_instants(), DisabledReason::NoInstants),
            ProgramAction::Problems => require(!self.doc.problems.is_empty(), DisabledReason::NoProblems),
            ProgramAction::OpenSource => self.open_availability(),
            ProgramAction::Reload => self.reload_availability(),
            ProgramAction::Edit => self.edit_availability(),
            ProgramAction::Cite => self.item_with_event().map(drop),
            ProgramAction::CopyLink => self.item_address().map(drop),
            ProgramAction::Export => self.require_selection(),
            ProgramAction::Copy => self
                .require_selection()
                .and_then(|()| require(self.chosen_count() <= MAX_COPIED_EVENTS, DisabledReason::TooManyToCopy)),
            ProgramAction::Back => require(self.can_go_back(), DisabledReason::NothingOpen),
        }
    }

    fn menu_availability(&self, action: MenuAction) -> Result<(), DisabledReason> {
        match action {
            MenuAction::Next
            | MenuAction::Previous
            | MenuAction::PageDown
            | MenuAction::PageUp
            | MenuAction::Accept => require(!self.overlays.is_empty(), DisabledReason::NoMenu),
            MenuAction::Complete => {
                let has_offer =
                    matches!(self.overlays.last(), Some(Overlay::Query(prompt)) if !prompt.completion.items.is_empty());
                require(has_offer, DisabledReason::NothingOffered)
            }
            MenuAction::Rename | MenuAction::Delete => require(self.is_on_saved_query(), DisabledReason::NoSavedQuery),
            MenuAction::Only | MenuAction::Exclude => {
                require(matches!(self.overlays.last(), Some(Overlay::Values(_))), DisabledReason::NoMenu)
            }
        }
    }

    fn require_detail(&self) -> Result<(), DisabledReason> {
        require(self.is_in_detail(), DisabledReason::NotInDetail)
    }

    pub(super) fn require_selection(&self) -> Result<(), DisabledReason> {
        require(self.selection.selected.is_some(), DisabledReason::NothingShown)
    }

    fn can_go_back(&self) -> bool {
        !self.overlays.is_empty()
            || !self.choice.is_empty()
            || self.panes.expanded
            || self.panes.focus != Pane::List
            || self.panes.view != View::Timeline
            || self.filter.query.has_chips()
    }

    /// Whether an action would do something once the help is closed.
    pub(super) fn availability_after_help(&self, action: Action) -> Result<(), DisabledReason> {
        if action == ProgramAction::Back.into() { Err(DisabledReason::NothingOpen) } else { self.availability(action) }
    }
}
