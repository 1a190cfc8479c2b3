//! From one place at which the words of the filter stand to the next: down the detail, and on to the next event.

use super::App;

/// In which direction to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatchDirection {
    /// On.
    Next,
    /// Back.
    Previous,
}

impl App {
    /// Takes what is looked for next, if anything: whoever lays out the screen knows where it stands.
    pub fn take_match_request(&mut self) -> Option<MatchDirection> {
        self.detail.match_request.take()
    }

    /// Goes to the next of these lines of the detail; `false` if there is none in that direction.
    pub fn go_to_match(&mut self, lines: &[usize], seek: MatchDirection) -> bool {
        let now = self.detail.match_line;
        let next = match seek {
            MatchDirection::Next => lines.iter().copied().find(|&line| now.is_none_or(|now| line > now)),
            MatchDirection::Previous => lines.iter().copied().rev().find(|&line| now.is_none_or(|now| line < now)),
        };
        let Some(line) = next else { return false };
        self.detail.match_line = Some(line);
        self.choose_selected();
        let rows = self.metrics.detail_rows.max(1);
        if !(self.detail.top..self.detail.top + rows).contains(&line) {
            self.detail.top = line.saturating_sub(rows / 3);
        }
        true
    }

    /// Selects the shown event after or before the selected one, to look there; `false` if there is none.
    pub fn seek_in_next_event(&mut self, seek: MatchDirection) -> bool {
        let Some(place) = self.selected_place() else { return false };
        let next = match seek {
            MatchDirection::Next => self.filter.visible.get(place + 1),
            MatchDirection::Previous => place.checked_sub(1).and_then(|place| self.filter.visible.get(place)),
        };
        let Some(&ix) = next else {
            self.status_message = Some("no further place where the words stand".to_owned());
            return false;
        };
        self.select(ix);
        true
    }
}
