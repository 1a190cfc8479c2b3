//! What the mouse does to what it points at.

use crossterm::event::{MouseButton, MouseEventKind};

use crate::{
    input::Action,
    model::{EventIx, Moment},
    query::Field,
};

use super::{App, Effect, Layer, Pane, QuoteRef, View, list::Scrolling};

/// What stands at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A row of the list.
    Row(EventIx),
    /// A quote.
    Quote(QuoteRef),
    /// A mark on the axis or its title, and the moment that its column stands for.
    Mark(EventIx, Moment),
    /// A place of the axis without a mark.
    Axis(Moment),
    /// The name of a lane, by its place.
    Lane(usize),
    /// A place of the strip that shows the whole timeline.
    Strip(Moment),
    /// A cell of the matrix, by row and column.
    Cell(usize, usize),
    /// A term of the filter.
    Chip(usize),
    /// The hint of a key.
    Hint(Action),
    /// An entry of the menu that is open.
    Entry(usize),
    /// The list, where it is empty.
    List,
    /// The detail.
    Detail,
    /// Something beside the menu that is open.
    Beside,
}

/// What the button holds on to while it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grip {
    /// The moment of the axis that stays under the pointer.
    Axis(Moment),
    /// The window on the strip.
    Strip,
}

/// How many lines of text a notch of the wheel scrolls.
const LINES: isize = 3;

impl App {
    /// Does what the left button or the wheel means where it was used.
    pub(super) fn mouse(&mut self, kind: MouseEventKind, target: Option<Target>, shift: bool) -> Option<Effect> {
        match kind {
            MouseEventKind::Down(MouseButton::Left) => return self.press(target?),
            MouseEventKind::Up(MouseButton::Left) => self.grip = None,
            MouseEventKind::Drag(MouseButton::Left) => self.drag(target?),
            MouseEventKind::ScrollUp => return self.wheel(target?, false, shift),
            MouseEventKind::ScrollDown => return self.wheel(target?, true, shift),
            MouseEventKind::ScrollLeft if self.layers.is_empty() => self.pan(-1, None),
            MouseEventKind::ScrollRight if self.layers.is_empty() => self.pan(1, None),
            _ => {}
        }
        None
    }

    fn press(&mut self, target: Target) -> Option<Effect> {
        self.grip = None;
        // A drag is one change, whatever was moved before.
        self.history.pause();
        match target {
            Target::Entry(place) => return self.press_entry(place),
            Target::Beside => return self.act(Action::Back),
            Target::Hint(action) => return self.act(action),
            Target::Chip(place) => {
                let mut query = self.query.clone();
                query.remove(place);
                self.change_query(query);
            }
            Target::Row(ix) if self.selected == Some(ix) && self.focus == Pane::List => return self.act(Action::Open),
            Target::Row(ix) => {
                self.focus_on(Pane::List);
                let top = self.list_top;
                self.jump(ix);
                (self.list_top, self.list_wish, self.scrolling) = (top, top, Scrolling::Steady);
            }
            Target::Quote(quote) if self.current_quote() == Some(quote) => return self.act(Action::Open),
            Target::Quote(quote) => self.read_quote(quote),
            Target::Mark(ix, moment) => {
                if self.selected == Some(ix) && self.focus == Pane::Axis {
                    self.open_cluster();
                }
                self.focus_on(Pane::Axis);
                self.jump(ix);
                self.grip = Some(Grip::Axis(moment));
            }
            Target::Axis(moment) => {
                self.focus_on(Pane::Axis);
                self.grip = Some(Grip::Axis(moment));
            }
            Target::Lane(place) => self.toggle_lane(place),
            Target::Strip(moment) => {
                self.center_on(moment);
                self.grip = Some(Grip::Strip);
            }
            Target::Cell(row, column) if self.cell_place() == (row, column) => self.filter_to_cell(),
            Target::Cell(row, column) => self.put_cell(row, column),
            Target::List => self.focus_on(Pane::List),
            Target::Detail => self.focus_on(Pane::Detail),
        }
        None
    }

    /// Shows the events of one lane only, or of all again; sides that are compared are no lanes.
    fn toggle_lane(&mut self, place: usize) {
        let lane = self.timeline.words.lanes.iter().nth(place).filter(|_| self.view != View::Step);
        if let Some(id) = lane.map(|(_, lane)| lane.id.to_string()) {
            self.toggle(Field::Lane, &id, false);
        }
    }

    fn focus_on(&mut self, pane: Pane) {
        self.give_focus(pane);
        self.expanded &= pane != Pane::List;
    }

    fn press_entry(&mut self, place: usize) -> Option<Effect> {
        match self.layers.last_mut() {
            Some(Layer::Values(menu)) => menu.cursor = place,
            Some(Layer::Choice(choice)) => choice.cursor = place,
            Some(Layer::Palette(palette)) => palette.cursor = place,
            Some(Layer::Facets { cursor }) => *cursor = place,
            Some(Layer::Query(prompt)) => prompt.chosen = Some(place),
            Some(Layer::Date(_) | Layer::Sides(_) | Layer::Page { .. }) | None => return None,
        }
        self.accept()
    }

    fn drag(&mut self, target: Target) {
        let (Target::Mark(_, moment) | Target::Axis(moment) | Target::Strip(moment)) = target else { return };
        match (self.grip, target) {
            (Some(Grip::Axis(held)), Target::Mark(..) | Target::Axis(_)) => {
                let seconds = held.seconds().saturating_sub(moment.seconds());
                if seconds != 0 {
                    self.pan_by(seconds);
                }
            }
            (Some(Grip::Strip), Target::Strip(moment)) => self.center_on(moment),
            _ => {}
        }
    }

    fn wheel(&mut self, target: Target, down: bool, shift: bool) -> Option<Effect> {
        let by = if down { 1 } else { -1 };
        if !self.layers.is_empty() {
            self.move_in_menu(by);
            return None;
        }
        let action = match target {
            Target::Mark(..) | Target::Axis(_) | Target::Strip(_) if shift => {
                if down {
                    Action::PanLater
                } else {
                    Action::PanEarlier
                }
            }
            Target::Mark(_, moment) | Target::Axis(moment) | Target::Strip(moment) => {
                self.zoom_around(moment, !down);
                return None;
            }
            Target::Detail => {
                self.scroll_detail(by * LINES);
                return None;
            }
            Target::Cell(..) => {
                self.move_cell(by, 0);
                return None;
            }
            Target::Row(_) | Target::List | Target::Quote(_) if down => Action::Next,
            Target::Row(_) | Target::List | Target::Quote(_) => Action::Previous,
            _ => return None,
        };
        // The end of the list is no news to a hand on a wheel.
        if self.possible(action).is_ok() { self.act(action) } else { None }
    }
}
