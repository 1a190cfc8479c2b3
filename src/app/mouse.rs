//! What the mouse does to what it points at.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{
    input::{Action, EventAction, PaneAction, ProgramAction, TimeAction, ViewAction},
    query::Field,
};

use super::{App, DetailItem, Direction, DragState, Effect, Follows, HitTarget, Pane, ScrollMode, View};

/// How many lines of text a notch of the wheel scrolls.
const WHEEL_LINES: isize = 3;

impl App {
    /// Does what the left button or the wheel means where it was used.
    pub(super) fn mouse(&mut self, kind: MouseEventKind, target: Option<HitTarget>, shift: bool) -> Option<Effect> {
        match kind {
            MouseEventKind::Down(MouseButton::Left) => return self.press(target?),
            MouseEventKind::Up(MouseButton::Left) => self.time.drag = None,
            MouseEventKind::Drag(MouseButton::Left) => self.drag(target?),
            MouseEventKind::ScrollUp => return self.wheel(target?, false, shift),
            MouseEventKind::ScrollDown => return self.wheel(target?, true, shift),
            MouseEventKind::ScrollLeft if self.overlays.is_empty() => drop(self.pan(Direction::Previous)),
            MouseEventKind::ScrollRight if self.overlays.is_empty() => drop(self.pan(Direction::Next)),
            _ => {}
        }
        None
    }

    fn press(&mut self, target: HitTarget) -> Option<Effect> {
        self.time.drag = None;
        // A drag is one change, whatever was moved before.
        self.history.end_coalescing();
        match target {
            HitTarget::MenuItem(place) => return self.press_entry(place),
            HitTarget::OutsidePopup => return self.perform(ProgramAction::Back),
            HitTarget::Hint(action) => return self.perform(action),
            HitTarget::Tab(view) => return self.perform(view.action()),
            HitTarget::Chip(place) if self.chosen_chip() == Some(place) => self.edit_chip(),
            HitTarget::Chip(place) => self.choose_chip(place),
            HitTarget::Row(ix) if self.selection.selected == Some(ix) && self.panes.focus == Pane::List => {
                return self.perform(PaneAction::Open);
            }
            HitTarget::Row(ix) => {
                self.focus_on(Pane::List);
                let top = self.list.top;
                self.jump(ix);
                (self.list.top, self.list.preferred_top, self.list.scroll_mode) = (top, top, ScrollMode::Pinned);
            }
            HitTarget::Quote(quote) if self.current_quote() == Some(quote) => return self.perform(PaneAction::Open),
            HitTarget::Quote(quote) => self.read_quote(quote),
            HitTarget::Occurrence(line) if self.current_occurrence() == Some(line) => {
                return self.perform(PaneAction::Open);
            }
            HitTarget::Occurrence(line) => self.read_occurrence(line),
            HitTarget::Mark(ix, moment) => {
                if self.selection.selected == Some(ix) && self.panes.focus == Pane::Axis {
                    self.open_cluster();
                }
                self.focus_on(Pane::Axis);
                self.jump(ix);
                self.time.drag = Some(DragState::Axis(moment));
            }
            HitTarget::Axis(moment) => {
                self.focus_on(Pane::Axis);
                self.time.drag = Some(DragState::Axis(moment));
            }
            HitTarget::Divider(_) => self.time.drag = Some(DragState::Divider),
            HitTarget::Lane(place) => self.toggle_lane(place),
            HitTarget::Overview(moment) => {
                self.center_on(moment);
                self.time.drag = Some(DragState::Overview(moment));
            }
            HitTarget::Cell(row, column) if self.matrix.cursor_index() == (row, column) => {
                return self.perform(ViewAction::FilterCell);
            }
            HitTarget::Cell(row, column) => self.matrix.set_cursor(row, column),
            HitTarget::List => self.focus_on(Pane::List),
            HitTarget::Item(item) => self.press_item(item),
            HitTarget::Detail => self.focus_on(Pane::Detail),
        }
        None
    }

    /// Puts the cursor of the detail on an item; goes where it leads, if the cursor was there.
    fn press_item(&mut self, item: DetailItem) {
        if self.detail_item() != Some(item) {
            self.focus_on(Pane::Detail);
            (self.detail.cursor, self.detail.follows) = (Some(item), Follows::Screen);
        } else if self.has_item_target() {
            self.follow_item();
        }
    }

    /// Shows the events of one lane only, or of all again; sides that are compared are no lanes.
    fn toggle_lane(&mut self, place: usize) {
        let lane = self.doc.timeline.vocabularies.lanes.iter().nth(place).filter(|_| self.panes.view != View::Compare);
        if let Some(id) = lane.map(|(_, lane)| lane.id.to_string()) {
            self.toggle(Field::Lane, &id, false);
        }
    }

    fn focus_on(&mut self, pane: Pane) {
        self.give_focus(pane);
        self.panes.expanded &= pane != Pane::List;
    }

    /// Whether the border between list and detail is held.
    pub fn is_dragging_divider(&self) -> bool {
        self.time.drag == Some(DragState::Divider)
    }

    fn drag(&mut self, target: HitTarget) {
        if let HitTarget::Divider(share) = target {
            if self.is_dragging_divider() {
                self.set_list_share(share);
            }
            return;
        }
        let (HitTarget::Mark(_, moment) | HitTarget::Axis(moment) | HitTarget::Overview(moment)) = target else {
            return;
        };
        match (self.time.drag, target) {
            (Some(DragState::Axis(held)), HitTarget::Mark(..) | HitTarget::Axis(_)) => {
                let seconds = held.seconds().saturating_sub(moment.seconds());
                if seconds != 0 {
                    self.pan_by(seconds);
                }
            }
            (Some(DragState::Overview(held)), HitTarget::Overview(moment)) => self.brush(held, moment),
            _ => {}
        }
    }

    fn wheel(&mut self, target: HitTarget, down: bool, shift: bool) -> Option<Effect> {
        let by = if down { 1 } else { -1 };
        if !self.overlays.is_empty() {
            self.move_in_overlay(by);
            return None;
        }
        let action: Action = match target {
            HitTarget::Mark(..) | HitTarget::Axis(_) | HitTarget::Overview(_) if shift => {
                if down {
                    TimeAction::PanLater.into()
                } else {
                    TimeAction::PanEarlier.into()
                }
            }
            HitTarget::Mark(_, moment) | HitTarget::Axis(moment) | HitTarget::Overview(moment) => {
                self.zoom_around(moment, !down);
                return None;
            }
            HitTarget::Detail | HitTarget::Item(_) => {
                self.scroll_detail(by * WHEEL_LINES);
                return None;
            }
            HitTarget::Cell(..) => {
                self.matrix.move_cursor(by, 0);
                return None;
            }
            HitTarget::Row(_) | HitTarget::List | HitTarget::Quote(_) | HitTarget::Occurrence(_) if down => {
                EventAction::Next.into()
            }
            HitTarget::Row(_) | HitTarget::List | HitTarget::Quote(_) | HitTarget::Occurrence(_) => {
                EventAction::Previous.into()
            }
            _ => return None,
        };
        // The end of the list is no news to a hand on a wheel.
        if self.availability(action).is_ok() { self.perform(action) } else { None }
    }
}
