//! From one place at which the words of the filter stand to the next: down the detail, and on to the next event.

use crate::app::{App, DetailView, Direction, Follows};
use crate::messages::notices;

impl DetailView {
    /// Goes to the next of these lines, in so many rows; `false` if there is none in that direction.
    fn go_to_match(&mut self, lines: &[usize], direction: Direction, rows: usize) -> bool {
        let now = self.match_line;
        let next = match direction {
            Direction::Next => lines.iter().copied().find(|&line| now.is_none_or(|now| line > now)),
            Direction::Previous => lines.iter().copied().rev().find(|&line| now.is_none_or(|now| line < now)),
        };
        let Some(line) = next else { return false };
        self.match_line = Some(line);
        (self.cursor, self.follows) = (None, Follows::Screen);
        if !(self.top..self.top + rows).contains(&line) {
            self.top = line.saturating_sub(rows / 3);
        }
        true
    }
}

impl App {
    /// Goes to the match that was asked for last, if any. Only who lays out the screen knows on which lines of the detail
    /// matches fall.
    pub fn resolve_match_request(&mut self, lines: impl Fn(&Self) -> Vec<usize>) {
        let Some(direction) = self.detail.match_request.take() else { return };
        let found = lines(self);
        if !self.go_to_match(&found, direction) && self.seek_in_next_event(direction) {
            let found = lines(self);
            self.go_to_match(&found, direction);
        }
    }

    fn go_to_match(&mut self, lines: &[usize], direction: Direction) -> bool {
        let found = self.detail.go_to_match(lines, direction, self.metrics.detail_rows.max(1));
        if found {
            self.selection.prefer_selected();
        }
        found
    }

    /// Selects the shown event after or before the selected one, to look there; `false` if there is none.
    fn seek_in_next_event(&mut self, direction: Direction) -> bool {
        let Some(place) = self.selected_place() else { return false };
        let next = match direction {
            Direction::Next => self.filter.visible.get(place + 1),
            Direction::Previous => place.checked_sub(1).and_then(|place| self.filter.visible.get(place)),
        };
        let Some(&ix) = next else {
            self.tell(notices::no_further_place(self.locale()).to_owned());
            return false;
        };
        self.select(ix);
        true
    }
}
