//! Moving the selection.

use crate::{
    input::Action,
    model::{EventIndex, LaneId},
};

use super::{App, list::ScrollMode};

impl App {
    /// Selects an event, and brings it into view.
    pub fn select(&mut self, ix: EventIndex) {
        self.preferred = Some(ix);
        self.history.end_coalescing();
        self.scroll_mode = ScrollMode::Margin;
        self.resolve_selection();
        self.reveal();
    }

    /// Makes the selected event the wanted one: it is read, copied from, or filtered by.
    pub(super) fn choose_selected(&mut self) {
        self.preferred = self.selected.or(self.preferred);
    }

    /// Selects the shown event that is nearest to the wanted one: itself, else the next in time, else the last.
    pub(super) fn resolve_selection(&mut self) {
        let place = self.preferred.map_or(0, |ix| self.visible.partition_point(|&shown| shown < ix));
        let selected = self.visible.get(place).or(self.visible.last()).copied();
        if selected != self.selected {
            self.detail_top = 0;
            self.quote = 0;
            self.match_line = None;
        }
        self.selected = selected;
        self.follow_selection();
    }

    /// Where a move leads; `None` if there is nothing there.
    pub(super) fn target(&self, action: Action) -> Option<EventIndex> {
        let place = self.selected_place()?;
        let at = |place: usize| self.visible.get(place).copied();
        let page = self.metrics.list_rows.saturating_sub(2).max(1);
        let last = self.visible.len().saturating_sub(1);
        let target = match action {
            Action::Next => at(place + 1),
            Action::Previous => at(place.checked_sub(1)?),
            Action::PageDown => at((place + page).min(last)),
            Action::PageUp => at(place.saturating_sub(page)),
            Action::First => at(0),
            Action::Last => at(last),
            Action::LaneNext => self.visible.iter().skip(place + 1).copied().find(|&ix| self.shares_lane(ix)),
            Action::LanePrevious => self.visible.iter().take(place).rev().copied().find(|&ix| self.shares_lane(ix)),
            Action::LaneBelow => self.in_lane(|lane, mine| lane > mine, false),
            Action::LaneAbove => self.in_lane(|lane, mine| lane < mine, true),
            Action::ThreadEarlier => self.timeline.earlier_in_thread(self.selected?).first().copied(),
            Action::ThreadLater => self.timeline.later_in_thread(self.selected?).first().copied(),
            _ => None,
        };
        target.filter(|&ix| Some(ix) != self.selected)
    }

    fn lane(&self, ix: EventIndex) -> Option<LaneId> {
        self.timeline.facts(ix).map(|facts| facts.lane)
    }

    fn shares_lane(&self, ix: EventIndex) -> bool {
        self.selected.is_some_and(|selected| self.lane(ix) == self.lane(selected))
    }

    /// The event nearest in time in the nearest lane on one side of the selected one.
    fn in_lane(&self, on_that_side: impl Fn(LaneId, LaneId) -> bool, above: bool) -> Option<EventIndex> {
        let selected = self.selected?;
        let (mine, now) = (self.lane(selected)?, self.sort_key(selected));
        let lanes = self.visible.iter().filter_map(|&ix| self.lane(ix)).filter(|&lane| on_that_side(lane, mine));
        let lane = if above { lanes.max()? } else { lanes.min()? };
        let distance = |ix: EventIndex| match (self.sort_key(ix), now) {
            (Some(there), Some(now)) => there.seconds().abs_diff(now.seconds()),
            _ => u64::MAX,
        };
        self.visible.iter().copied().filter(|&ix| self.lane(ix) == Some(lane)).min_by_key(|&ix| distance(ix))
    }
}
