//! What the mouse does to what it points at.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{input::Action, model::Moment, query::Field};

use super::{App, Effect, HitTarget, Overlay, Pane, View, list::ScrollMode};

/// What the button holds on to while it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DragState {
    /// The moment of the axis that stays under the pointer.
    Axis(Moment),
    /// The window on the strip.
    Strip,
}

/// How many lines of text a notch of the wheel scrolls.
const WHEEL_LINES: isize = 3;

impl App {
    /// Does what the left button or the wheel means where it was used.
    pub(super) fn mouse(&mut self, kind: MouseEventKind, target: Option<HitTarget>, shift: bool) -> Option<Effect> {
        match kind {
            MouseEventKind::Down(MouseButton::Left) => return self.press(target?),
            MouseEventKind::Up(MouseButton::Left) => self.drag = None,
            MouseEventKind::Drag(MouseButton::Left) => self.drag(target?),
            MouseEventKind::ScrollUp => return self.wheel(target?, false, shift),
            MouseEventKind::ScrollDown => return self.wheel(target?, true, shift),
            MouseEventKind::ScrollLeft if self.overlays.is_empty() => self.pan(-1, None),
            MouseEventKind::ScrollRight if self.overlays.is_empty() => self.pan(1, None),
            _ => {}
        }
        None
    }

    fn press(&mut self, target: HitTarget) -> Option<Effect> {
        self.drag = None;
        // A drag is one change, whatever was moved before.
        self.history.end_coalescing();
        match target {
            HitTarget::MenuItem(place) => return self.press_entry(place),
            HitTarget::OutsidePopup => return self.perform(Action::Back),
            HitTarget::Hint(action) => return self.perform(action),
            HitTarget::Chip(place) => {
                let mut query = self.query.clone();
                query.remove(place);
                self.set_query_undoable(query);
            }
            HitTarget::Row(ix) if self.selected == Some(ix) && self.focus == Pane::List => {
                return self.perform(Action::Open);
            }
            HitTarget::Row(ix) => {
                self.focus_on(Pane::List);
                let top = self.list_top;
                self.jump(ix);
                (self.list_top, self.preferred_list_top, self.scroll_mode) = (top, top, ScrollMode::Pinned);
            }
            HitTarget::Quote(quote) if self.current_quote() == Some(quote) => return self.perform(Action::Open),
            HitTarget::Quote(quote) => self.read_quote(quote),
            HitTarget::Mark(ix, moment) => {
                if self.selected == Some(ix) && self.focus == Pane::Axis {
                    self.open_cluster();
                }
                self.focus_on(Pane::Axis);
                self.jump(ix);
                self.drag = Some(DragState::Axis(moment));
            }
            HitTarget::Axis(moment) => {
                self.focus_on(Pane::Axis);
                self.drag = Some(DragState::Axis(moment));
            }
            HitTarget::Lane(place) => self.toggle_lane(place),
            HitTarget::Overview(moment) => {
                self.center_on(moment);
                self.drag = Some(DragState::Strip);
            }
            HitTarget::Cell(row, column) if self.cursor_index() == (row, column) => self.filter_to_cell(),
            HitTarget::Cell(row, column) => self.set_cursor(row, column),
            HitTarget::List => self.focus_on(Pane::List),
            HitTarget::Detail => self.focus_on(Pane::Detail),
        }
        None
    }

    /// Shows the events of one lane only, or of all again; sides that are compared are no lanes.
    fn toggle_lane(&mut self, place: usize) {
        let lane = self.timeline.vocabularies.lanes.iter().nth(place).filter(|_| self.view != View::Compare);
        if let Some(id) = lane.map(|(_, lane)| lane.id.to_string()) {
            self.toggle(Field::Lane, &id, false);
        }
    }

    fn focus_on(&mut self, pane: Pane) {
        self.give_focus(pane);
        self.expanded &= pane != Pane::List;
    }

    fn press_entry(&mut self, place: usize) -> Option<Effect> {
        match self.overlays.last_mut() {
            Some(Overlay::Values(menu)) => menu.cursor = place,
            Some(Overlay::Choice(choice)) => choice.cursor = place,
            Some(Overlay::Palette(palette)) => palette.cursor = place,
            Some(Overlay::Facets { cursor }) => *cursor = place,
            Some(Overlay::Query(prompt)) => prompt.selected_completion = Some(place),
            Some(Overlay::Date(_) | Overlay::Sides(_) | Overlay::Page { .. }) | None => return None,
        }
        self.accept()
    }

    fn drag(&mut self, target: HitTarget) {
        let (HitTarget::Mark(_, moment) | HitTarget::Axis(moment) | HitTarget::Overview(moment)) = target else {
            return;
        };
        match (self.drag, target) {
            (Some(DragState::Axis(held)), HitTarget::Mark(..) | HitTarget::Axis(_)) => {
                let seconds = held.seconds().saturating_sub(moment.seconds());
                if seconds != 0 {
                    self.pan_by(seconds);
                }
            }
            (Some(DragState::Strip), HitTarget::Overview(moment)) => self.center_on(moment),
            _ => {}
        }
    }

    fn wheel(&mut self, target: HitTarget, down: bool, shift: bool) -> Option<Effect> {
        let by = if down { 1 } else { -1 };
        if !self.overlays.is_empty() {
            self.move_in_menu(by);
            return None;
        }
        let action = match target {
            HitTarget::Mark(..) | HitTarget::Axis(_) | HitTarget::Overview(_) if shift => {
                if down {
                    Action::PanLater
                } else {
                    Action::PanEarlier
                }
            }
            HitTarget::Mark(_, moment) | HitTarget::Axis(moment) | HitTarget::Overview(moment) => {
                self.zoom_around(moment, !down);
                return None;
            }
            HitTarget::Detail => {
                self.scroll_detail(by * WHEEL_LINES);
                return None;
            }
            HitTarget::Cell(..) => {
                self.move_cursor(by, 0);
                return None;
            }
            HitTarget::Row(_) | HitTarget::List | HitTarget::Quote(_) if down => Action::Next,
            HitTarget::Row(_) | HitTarget::List | HitTarget::Quote(_) => Action::Previous,
            _ => return None,
        };
        // The end of the list is no news to a hand on a wheel.
        if self.availability(action).is_ok() { self.perform(action) } else { None }
    }
}
