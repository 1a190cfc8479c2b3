//! Moving the selection.

use crate::{
    input::Action,
    model::{EventIndex, LaneId, Timeline},
};

use super::{App, JumpList, list::ScrollMode};

/// Which event is selected, and how one gets back to others.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The event that was chosen last. It stays when a filter leaves it out, so that the selection comes back to it.
    pub(super) preferred: Option<EventIndex>,
    /// The selected event: the shown one nearest to the preferred one; `None` only if nothing is shown.
    pub selected: Option<EventIndex>,
    /// The id of the event to select as soon as it has been read.
    pub(super) pending_id: Option<String>,
    pub(super) jumps: JumpList,
}

impl Selection {
    /// The event of this id is preferred, else the first.
    pub(super) fn new(timeline: &Timeline, id: Option<String>) -> Self {
        let found = id.as_deref().and_then(|id| timeline.find(id));
        Self {
            preferred: found.or_else(|| timeline.indices().next()),
            selected: None,
            pending_id: id.filter(|_| found.is_none()),
            jumps: JumpList::default(),
        }
    }
}

impl App {
    /// Selects an event, and brings it into view.
    pub fn select(&mut self, ix: EventIndex) {
        self.selection.preferred = Some(ix);
        self.history.end_coalescing();
        self.list.scroll_mode = ScrollMode::Margin;
        self.resolve_selection();
        self.reveal();
    }

    /// Makes the selected event the wanted one: it is read, copied from, or filtered by.
    pub(super) fn choose_selected(&mut self) {
        self.selection.preferred = self.selection.selected.or(self.selection.preferred);
    }

    /// Selects the shown event that is nearest to the wanted one: itself, else the next in time, else the last.
    pub(super) fn resolve_selection(&mut self) {
        let place = self.selection.preferred.map_or(0, |ix| self.filter.visible.partition_point(|&shown| shown < ix));
        let selected = self.filter.visible.get(place).or(self.filter.visible.last()).copied();
        if selected != self.selection.selected {
            self.detail.top = 0;
            self.detail.quote = 0;
            self.detail.match_line = None;
        }
        self.selection.selected = selected;
        self.follow_selection();
    }

    /// Where a move leads; `None` if there is nothing there.
    pub(super) fn target(&self, action: Action) -> Option<EventIndex> {
        let place = self.selected_place()?;
        let at = |place: usize| self.filter.visible.get(place).copied();
        let page = self.metrics.list_rows.saturating_sub(2).max(1);
        let last = self.filter.visible.len().saturating_sub(1);
        let target = match action {
            Action::Next => at(place + 1),
            Action::Previous => at(place.checked_sub(1)?),
            Action::PageDown => at((place + page).min(last)),
            Action::PageUp => at(place.saturating_sub(page)),
            Action::First => at(0),
            Action::Last => at(last),
            Action::LaneNext => self.filter.visible.iter().skip(place + 1).copied().find(|&ix| self.shares_lane(ix)),
            Action::LanePrevious => {
                self.filter.visible.iter().take(place).rev().copied().find(|&ix| self.shares_lane(ix))
            }
            Action::LaneBelow => self.in_lane(|lane, mine| lane > mine, false),
            Action::LaneAbove => self.in_lane(|lane, mine| lane < mine, true),
            Action::ThreadEarlier => self.doc.timeline.earlier_in_thread(self.selection.selected?).first().copied(),
            Action::ThreadLater => self.doc.timeline.later_in_thread(self.selection.selected?).first().copied(),
            _ => None,
        };
        target.filter(|&ix| Some(ix) != self.selection.selected)
    }

    fn lane(&self, ix: EventIndex) -> Option<LaneId> {
        self.doc.timeline.facts(ix).map(|facts| facts.lane)
    }

    fn shares_lane(&self, ix: EventIndex) -> bool {
        self.selection.selected.is_some_and(|selected| self.lane(ix) == self.lane(selected))
    }

    /// The event nearest in time in the nearest lane on one side of the selected one.
    fn in_lane(&self, on_that_side: impl Fn(LaneId, LaneId) -> bool, above: bool) -> Option<EventIndex> {
        let selected = self.selection.selected?;
        let (mine, now) = (self.lane(selected)?, self.sort_key(selected));
        let lanes = self.filter.visible.iter().filter_map(|&ix| self.lane(ix)).filter(|&lane| on_that_side(lane, mine));
        let lane = if above { lanes.max()? } else { lanes.min()? };
        let distance = |ix: EventIndex| match (self.sort_key(ix), now) {
            (Some(there), Some(now)) => there.seconds().abs_diff(now.seconds()),
            _ => u64::MAX,
        };
        self.filter.visible.iter().copied().filter(|&ix| self.lane(ix) == Some(lane)).min_by_key(|&ix| distance(ix))
    }
}
