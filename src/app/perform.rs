//! What actions do: each group in one match, in which every action of it stands.

use crate::{
    input::{Action, EventAction, FilterAction, MarkAction, PaneAction, ProgramAction, TimeAction, ViewAction},
    messages::notices,
    query::{Field, Query},
};

use super::{App, DetailItem, Direction, DisabledReason, Effect, InfoPage, ListCursor, Overlay, Pane, Side, View};

impl App {
    /// Does what an action says, or tells why it does nothing. What only the runtime can do comes back.
    pub(super) fn perform(&mut self, action: impl Into<Action>) -> Option<Effect> {
        self.try_perform(action.into()).unwrap_or_else(|reason| {
            self.status_message = Some(reason.text(self.locale()).to_owned());
            None
        })
    }

    fn try_perform(&mut self, action: Action) -> Result<Option<Effect>, DisabledReason> {
        // A step to another event is asked for once: finding it says whether there is one.
        if !matches!(action, Action::Events(_)) {
            self.availability(action)?;
        }
        match action {
            Action::Events(action) => self.perform_on_events(action)?,
            Action::Time(action) => self.perform_on_time(action)?,
            Action::Views(action) => self.perform_on_view(action),
            Action::Panes(action) => self.perform_on_panes(action),
            Action::Filter(action) => return Ok(self.perform_on_filter(action)),
            Action::Marks(action) => return Ok(self.perform_on_marks(action)),
            Action::Program(action) => return Ok(self.perform_on_program(action)),
            Action::Menus(action) => return Ok(self.perform_on_overlay(action)),
        }
        Ok(None)
    }

    fn perform_on_events(&mut self, action: EventAction) -> Result<(), DisabledReason> {
        let step = self.event_step(action)?;
        self.take_step(step);
        Ok(())
    }

    /// Moves through time.
    ///
    /// # Errors
    ///
    /// Why nothing has moved.
    fn perform_on_time(&mut self, action: TimeAction) -> Result<(), DisabledReason> {
        match action {
            TimeAction::PanEarlier => self.pan(Direction::Previous),
            TimeAction::PanLater => self.pan(Direction::Next),
            TimeAction::PanHalfEarlier => self.pan_half(Direction::Previous),
            TimeAction::PanHalfLater => self.pan_half(Direction::Next),
            TimeAction::ZoomIn => self.zoom_in(),
            TimeAction::ZoomOut => self.zoom_out(),
            TimeAction::Fit => {
                self.fit();
                Ok(())
            }
            TimeAction::FitShown => self.toggle_fit(),
            TimeAction::StepEarlier => self.shift_by_unit(Direction::Previous),
            TimeAction::StepLater => self.shift_by_unit(Direction::Next),
            TimeAction::GoToDate => {
                self.open_date_prompt();
                Ok(())
            }
            TimeAction::CollapseGaps => self.toggle_gaps(),
        }
    }

    fn perform_on_view(&mut self, action: ViewAction) {
        match action {
            ViewAction::Timeline => self.switch_view(View::Timeline),
            ViewAction::Matrix => self.switch_view(View::Matrix),
            ViewAction::Quotes => self.switch_view(View::Quotes),
            ViewAction::Threads => self.switch_view(View::Threads),
            ViewAction::Compare => self.switch_view(View::Compare),
            ViewAction::Concordance => self.switch_view(View::Concordance),
            ViewAction::NextOrder if self.panes.view == View::Matrix => self.matrix.order = self.matrix.order.next(),
            ViewAction::NextOrder => self.next_concordance_order(),
            ViewAction::OtherQuotes => self.toggle_other_quotes(),
            ViewAction::CompareFilters => self.open_compare_prompt(),
            ViewAction::CompareSides => self.open_side(Side::Left),
            ViewAction::CellUp => self.matrix.move_cursor(-1, 0),
            ViewAction::CellDown => self.matrix.move_cursor(1, 0),
            ViewAction::CellLeft => self.matrix.move_cursor(0, -1),
            ViewAction::CellRight => self.matrix.move_cursor(0, 1),
            ViewAction::CellFirst => self.matrix.set_cursor(0, 0),
            ViewAction::CellLast => self.matrix.set_cursor(usize::MAX, usize::MAX),
            ViewAction::FilterCell => self.filter_to_cell(),
            ViewAction::PivotMatrix => self.open_pivots(),
            ViewAction::NextMeasure => self.matrix.measure = self.matrix.measure.next(),
            ViewAction::NextUnit => self.next_matrix_unit(),
        }
    }

    fn perform_on_panes(&mut self, action: PaneAction) {
        match action {
            PaneAction::ItemNext => self.step_in_detail(Direction::Next),
            PaneAction::ItemPrevious => self.step_in_detail(Direction::Previous),
            PaneAction::SectionNext => self.step_by_section(Direction::Next),
            PaneAction::SectionPrevious => self.step_by_section(Direction::Previous),
            PaneAction::FollowItem => self.follow_item(),
            PaneAction::DetailDown => self.scroll_detail(1),
            PaneAction::DetailUp => self.scroll_detail(-1),
            PaneAction::DetailPageDown => self.page_detail(Direction::Next),
            PaneAction::DetailPageUp => self.page_detail(Direction::Previous),
            PaneAction::DetailStart => self.go_to_detail_end(Direction::Previous),
            PaneAction::DetailEnd => self.go_to_detail_end(Direction::Next),
            PaneAction::NextPane => self.focus_next(),
            PaneAction::PreviousPane => self.focus_previous(),
            PaneAction::ListLarger => self.grow_list(true),
            PaneAction::ListSmaller => self.grow_list(false),
            PaneAction::ListColumns => self.open_list_columns(),
            PaneAction::Expand => self.panes.expanded = !self.panes.expanded,
            PaneAction::Open => self.open_selected(),
        }
    }

    fn perform_on_filter(&mut self, action: FilterAction) -> Option<Effect> {
        match action {
            FilterAction::Search => self.open_query(),
            FilterAction::Facets => self.overlays.push(Overlay::Facets(ListCursor::default())),
            FilterAction::Areas => self.open_values(Field::Area),
            FilterAction::Similar => self.open_similar(),
            FilterAction::FilterItem => self.filter_by_item(),
            FilterAction::Chips => self.open_chips(),
            FilterAction::PreviousChip => self.move_chip(-1),
            FilterAction::NextChip => self.move_chip(1),
            FilterAction::SwitchChip => self.switch_chip(),
            FilterAction::EditChip => self.edit_chip(),
            FilterAction::NegateChip => self.negate_chip(),
            FilterAction::DropTerm => self.drop_term(),
            FilterAction::DropAll => self.set_query_undoable(Query::default()),
            FilterAction::ThreadOnly => self.toggle_thread(),
            FilterAction::Queries => self.open_queries(),
            FilterAction::SaveQuery => self.open_save(),
            FilterAction::Undo => return self.undo(),
            FilterAction::Redo => return self.redo(),
            FilterAction::DimOrHide => {
                self.prefs.non_matching = self.prefs.non_matching.other();
                self.follow_selection();
            }
        }
        None
    }

    fn perform_on_marks(&mut self, action: MarkAction) -> Option<Effect> {
        match action {
            MarkAction::Toggle => return self.toggle_mark(),
            MarkAction::Annotate => self.open_annotation(),
            MarkAction::Choose => self.choose(),
            MarkAction::ChooseRange => self.choose_range(),
            MarkAction::Next => self.go_to_mark(Direction::Next),
            MarkAction::Previous => self.go_to_mark(Direction::Previous),
        }
        None
    }

    fn perform_on_program(&mut self, action: ProgramAction) -> Option<Effect> {
        match action {
            ProgramAction::Language => self.prefs.lang = self.prefs.lang.next(),
            ProgramAction::Zone => self.next_zone(),
            ProgramAction::Theme => return Some(self.open_themes()),
            ProgramAction::Mouse => return Some(self.toggle_mouse_capture()),
            ProgramAction::About => self.open_page(InfoPage::About),
            ProgramAction::Problems => self.open_page(InfoPage::Problems),
            ProgramAction::Copy => self.open_copies(),
            ProgramAction::Cite => return self.cite_item(),
            ProgramAction::CopyLink => return self.copy_item_address(),
            ProgramAction::OpenSource => return self.open_source(),
            ProgramAction::Reload => return Some(Effect::Reload),
            ProgramAction::Edit => return Some(self.edit_event()),
            ProgramAction::Export => self.open_formats(),
            ProgramAction::CopyView => return self.copy_view(),
            ProgramAction::Legend => self.open_page(InfoPage::Legend),
            ProgramAction::Help => self.open_palette(),
            ProgramAction::Back => self.back(),
            ProgramAction::Quit => return Some(Effect::Quit),
            ProgramAction::Suspend => return Some(Effect::Suspend),
        }
        None
    }

    /// Opens the selected event in the whole screen, at the quote that is read in the view, or on the axis the events that share its column.
    fn open_selected(&mut self) {
        self.selection.prefer_selected();
        if self.panes.focus != Pane::Axis || !self.open_cluster() {
            let quote = self.quote_of_view();
            self.give_focus(Pane::Detail);
            self.panes.expanded = true;
            match quote {
                Some(quote) => self.detail.put_cursor(DetailItem::Quote(quote), Direction::Next),
                None => self.seek_words_of_line(),
            }
        }
    }

    /// The quote of the selected event on which the view stands; `None` where it stands on no quote.
    fn quote_of_view(&self) -> Option<usize> {
        match self.panes.view {
            View::Quotes => self.current_quote().map(|(_, quote)| quote),
            View::Concordance => self.concordance_line(self.current_occurrence()?)?.quote,
            View::Timeline | View::Matrix | View::Threads | View::Compare => None,
        }
    }

    fn toggle_mouse_capture(&mut self) -> Effect {
        self.prefs.mouse_capture = !self.prefs.mouse_capture;
        let locale = self.locale();
        let words = if self.prefs.mouse_capture { notices::mouse_on(locale) } else { notices::mouse_off(locale) };
        self.tell(words.to_owned());
        Effect::Mouse(self.prefs.mouse_capture)
    }

    fn copy_view(&mut self) -> Option<Effect> {
        self.selection.prefer_selected();
        let Some(command) = self.command_line() else {
            self.tell(notices::no_command_line(self.locale()).to_owned());
            return None;
        };
        self.tell(notices::sent(self.locale(), &command));
        Some(Effect::Copy(command))
    }

    /// One step back: out of an overlay, out of a choice of events, out of the whole screen, back to the list, and last a term of the filter.
    fn back(&mut self) {
        if !self.overlays.is_empty() {
            self.close_overlay();
        } else if self.drop_choice() {
            self.status_message = None;
        } else if self.matrix.return_point.is_some() {
            self.return_to_matrix();
        } else if self.panes.expanded {
            (self.panes.expanded, self.panes.focus) = (false, Pane::List);
        } else if self.panes.focus != Pane::List {
            self.panes.focus = Pane::List;
        } else if self.panes.view != View::Timeline {
            self.switch_view(View::Timeline);
        } else {
            self.drop_term();
        }
    }
}
