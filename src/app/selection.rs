//! Moving the selection.

use crate::{
    input::Action,
    model::{EventIndex, LaneId, Timeline},
};

use super::{App, DetailView, JumpList, list::ScrollMode};

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

    /// Prefers the selected event: it is read, copied from, or filtered by.
    pub(super) fn prefer_selected(&mut self) {
        self.preferred = self.selected.or(self.preferred);
    }

    /// Selects the shown event that is nearest to the preferred one: itself, else the next in time, else the last. `true`
    /// if that is another than before.
    fn resolve(&mut self, visible: &[EventIndex]) -> bool {
        let place = self.preferred.map_or(0, |ix| visible.partition_point(|&shown| shown < ix));
        let selected = visible.get(place).or(visible.last()).copied();
        std::mem::replace(&mut self.selected, selected) != selected
    }

    /// Prefers the event that was asked for at the start, once it is there.
    pub(super) fn resolve_pending(&mut self, timeline: &Timeline) {
        if let Some(ix) = self.pending_id.as_deref().and_then(|id| timeline.find(id)) {
            self.pending_id = None;
            self.preferred = Some(ix);
        }
    }

    /// Remembers the event from which a jump was made to the selected one.
    pub(super) fn jumped_from(&mut self, from: Option<EventIndex>) {
        if let Some(from) = from.filter(|_| from != self.selected) {
            self.jumps.push(from);
        }
    }

    /// Gives every event its new place.
    pub(super) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        self.preferred = self.preferred.and_then(moved);
        self.selected = self.selected.and_then(moved);
        self.jumps.remap_events(moved);
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

    /// Selects the shown event that is nearest to the preferred one.
    pub(super) fn resolve_selection(&mut self) {
        if self.selection.resolve(&self.filter.visible) {
            self.detail = DetailView { match_request: self.detail.match_request, ..DetailView::default() };
        }
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

    fn shares_lane(&self, ix: EventIndex) -> bool {
        self.selection.selected.is_some_and(|selected| self.doc.lane_of(ix) == self.doc.lane_of(selected))
    }

    /// The event nearest in time in the nearest lane on one side of the selected one.
    fn in_lane(&self, on_that_side: impl Fn(LaneId, LaneId) -> bool, above: bool) -> Option<EventIndex> {
        let selected = self.selection.selected?;
        let (mine, now) = (self.doc.lane_of(selected)?, self.doc.sort_key(selected));
        let lanes =
            self.filter.visible.iter().filter_map(|&ix| self.doc.lane_of(ix)).filter(|&lane| on_that_side(lane, mine));
        let lane = if above { lanes.max()? } else { lanes.min()? };
        let distance = |ix: EventIndex| match (self.doc.sort_key(ix), now) {
            (Some(there), Some(now)) => there.seconds().abs_diff(now.seconds()),
            _ => u64::MAX,
        };
        self.filter
            .visible
            .iter()
            .copied()
            .filter(|&ix| self.doc.lane_of(ix) == Some(lane))
            .min_by_key(|&ix| distance(ix))
    }
}
